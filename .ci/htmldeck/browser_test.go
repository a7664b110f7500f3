// Package htmldeck opens the HTML deck in a real Chromium, moves through it as a
// speaker does, and looks at what it shows, prints and asks the network for. It
// is run by name:
//
//	.ci/deps --ci && go test ./.ci/htmldeck
//
// Chromium is driven over a pipe with its DevTools protocol, which is JSON: the
// hundred lines below do without a library and without a port.
package htmldeck

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// patience is how long a browser may take for anything on a busy machine.
const patience = 60 * time.Second

// browser is a running Chromium.
type browser struct {
	t   *testing.T
	in  *os.File
	out *os.File

	mu      sync.Mutex
	last    int
	waiting map[int]chan message
	pages   map[string]*page
}

// message is what goes through the pipe in either direction.
type message struct {
	ID      int             `json:"id,omitempty"`
	Session string          `json:"sessionId,omitempty"`
	Method  string          `json:"method,omitempty"`
	Params  json.RawMessage `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   *struct {
		Message string `json:"message"`
	} `json:"error,omitempty"`
}

// start starts a browser that ends with the test.
func start(t *testing.T) *browser {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Fatalf("%v. Please run .ci/deps --ci", err)
	}
	theirs, in := pipe(t)
	out, toUs := pipe(t)
	args := []string{
		"--headless=new", "--remote-debugging-pipe", "--user-data-dir=" + t.TempDir(), "--no-first-run", "--disable-gpu",
		"--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--disable-backgrounding-occluded-windows", "--disable-renderer-backgrounding", "--disable-background-timer-throttling",
		"--window-size=1280,800",
	}
	if os.Getuid() == 0 {
		args = append(args, "--no-sandbox") // Chromium refuses to run as root otherwise
	}
	command := exec.Command(path, args...)
	command.ExtraFiles = []*os.File{theirs, toUs}
	var problems bytes.Buffer
	command.Stderr = &problems
	command.WaitDelay = time.Second // its helpers hold stderr too
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	_, _ = theirs.Close(), toUs.Close()
	b := &browser{t: t, in: in, out: out, waiting: map[int]chan message{}, pages: map[string]*page{}}
	read := make(chan struct{})
	go func() {
		defer close(read)
		b.read()
	}()
	t.Cleanup(func() {
		if err := command.Process.Kill(); err != nil {
			t.Errorf("%v\n%s", err, &problems)
		}
		_ = command.Wait()
		_, _ = in.Close(), out.Close()
		<-read
	})
	return b
}

func pipe(t *testing.T) (r, w *os.File) {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	return r, w
}

// read hands answers to those who wait and events to the pages.
func (b *browser) read() {
	in := bufio.NewReader(b.out)
	for {
		line, err := in.ReadBytes(0)
		if err != nil {
			return
		}
		var m message
		if json.Unmarshal(line[:len(line)-1], &m) != nil {
			return
		}
		b.mu.Lock()
		answer, page := b.waiting[m.ID], b.pages[m.Session]
		delete(b.waiting, m.ID)
		b.mu.Unlock()
		switch {
		case answer != nil:
			answer <- m
		case page != nil:
			page.event(m)
		}
	}
}

// call sends a command and stores its result.
func (b *browser) call(session, method string, params, result any) {
	b.t.Helper()
	if err := b.try(session, method, params, result); err != nil {
		b.t.Fatal(err)
	}
}

func (b *browser) try(session, method string, params, result any) error {
	raw, err := json.Marshal(params)
	if err != nil {
		return err
	}
	answer := make(chan message, 1)
	b.mu.Lock()
	b.last++
	m := message{ID: b.last, Session: session, Method: method, Params: raw}
	b.waiting[m.ID] = answer
	line, err := json.Marshal(m)
	if err == nil {
		_, err = b.in.Write(append(line, 0))
	}
	b.mu.Unlock()
	if err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	select {
	case m = <-answer:
	case <-time.After(patience):
		return fmt.Errorf("%s: no answer within %v", method, patience)
	}
	if m.Error != nil {
		return fmt.Errorf("%s: %s", method, m.Error.Message)
	}
	if result == nil {
		return nil
	}
	return json.Unmarshal(m.Result, result)
}

// with are the parameters of a command.
type with map[string]any

// page is a tab or a window.
type page struct {
	*browser
	session string
	frame   string // the frame that is the whole page

	watch    sync.Mutex
	loaded   []string          // the documents that have loaded, each by the browser's name for its loading
	requests map[string]string // addresses that were not stopped by the page's policy, by the request's number
	problems []string          // console errors, exceptions, dialogs, broken policies
}

// event keeps what a test asks about.
func (p *page) event(m message) {
	p.watch.Lock()
	defer p.watch.Unlock()
	switch m.Method {
	case "Page.lifecycleEvent":
		var step struct {
			Frame    string `json:"frameId"`
			Document string `json:"loaderId"`
			Name     string `json:"name"`
		}
		if json.Unmarshal(m.Params, &step) == nil && step.Frame == p.frame && step.Name == "load" {
			p.loaded = append(p.loaded, step.Document)
		}
	case "Page.javascriptDialogOpening", "Runtime.exceptionThrown":
		p.problems = append(p.problems, m.Method+" "+string(m.Params))
	case "Runtime.consoleAPICalled", "Log.entryAdded":
		p.problems = append(p.problems, m.Method+" "+string(m.Params))
	case "Network.requestWillBeSent":
		var sent struct {
			ID      string `json:"requestId"`
			Request struct {
				URL string `json:"url"`
			} `json:"request"`
		}
		if json.Unmarshal(m.Params, &sent) == nil {
			p.requests[sent.ID] = sent.Request.URL
		}
	case "Network.loadingFailed":
		var failed struct {
			ID     string `json:"requestId"`
			Reason string `json:"blockedReason"`
		}
		if json.Unmarshal(m.Params, &failed) == nil && failed.Reason == "csp" {
			delete(p.requests, failed.ID)
		}
	}
}

// attach watches a target, and at the end of the test complains about all that
// went wrong in it: errors, dialogs, and requests for anything but itself.
func (b *browser) attach(target, own string) *page {
	b.t.Helper()
	var attached struct {
		Session string `json:"sessionId"`
	}
	b.call("", "Target.attachToTarget", with{"targetId": target, "flatten": true}, &attached)
	p := &page{browser: b, session: attached.Session, frame: target, requests: map[string]string{}}
	b.mu.Lock()
	b.pages[p.session] = p
	b.mu.Unlock()
	for _, domain := range []string{"Page", "Network", "Log", "Runtime"} {
		p.do(domain+".enable", with{}, nil)
	}
	p.do("Page.setLifecycleEventsEnabled", with{"enabled": true}, nil)
	b.t.Cleanup(func() {
		p.watch.Lock()
		defer p.watch.Unlock()
		for _, problem := range p.problems {
			b.t.Errorf("the page says: %.600s", problem)
		}
		for _, url := range p.requests {
			if page, _, _ := strings.Cut(url, "#"); page != own && !strings.HasPrefix(url, "data:image/") {
				b.t.Errorf("the page asks for %.200q", url)
			}
		}
	})
	return p
}

// open opens a deck from a file, as a speaker does, in a tab that sees the media
// features given as name and value.
func (b *browser) open(deck []byte, features ...string) *page {
	b.t.Helper()
	path := filepath.Join(b.t.TempDir(), "deck.html")
	if err := os.WriteFile(path, deck, 0o600); err != nil {
		b.t.Fatal(err)
	}
	p := b.blank("file://" + path)
	if len(features) > 0 {
		var all []with
		for i := 0; i < len(features); i += 2 {
			all = append(all, with{"name": features[i], "value": features[i+1]})
		}
		p.do("Emulation.setEmulatedMedia", with{"features": all}, nil)
	}
	p.visit("file://" + path)
	return p
}

// blank opens a tab for a page that is visited later.
func (b *browser) blank(own string) *page {
	b.t.Helper()
	var created struct {
		Target string `json:"targetId"`
	}
	b.call("", "Target.createTarget", with{"url": "about:blank"}, &created)
	return b.attach(created.Target, own)
}

// visit goes to an address and waits until that very document has loaded: the
// empty one of a new tab may still be loading.
func (p *page) visit(url string) {
	p.t.Helper()
	var going struct {
		Document string `json:"loaderId"`
	}
	p.do("Page.navigate", with{"url": url}, &going)
	p.until("the page to load", func() bool { return slices.Contains(p.documents(), going.Document) })
}

// reload waits until the page has loaded anew.
func (p *page) reload() {
	p.t.Helper()
	before := p.documents()
	p.do("Page.reload", with{}, nil)
	p.until("the page to load anew", func() bool { return len(p.documents()) > len(before) })
}

func (p *page) documents() []string {
	p.watch.Lock()
	defer p.watch.Unlock()
	return slices.Clone(p.loaded)
}

func (p *page) do(method string, params with, result any) {
	p.t.Helper()
	p.call(p.session, method, params, result)
}

// eval stores the value of an expression, or of its promise.
func (p *page) eval(expression string, value any) {
	p.t.Helper()
	var got struct {
		Result struct {
			Value json.RawMessage `json:"value"`
		} `json:"result"`
		Exception *struct {
			Text      string `json:"text"`
			Exception struct {
				Description string `json:"description"`
			} `json:"exception"`
		} `json:"exceptionDetails"`
	}
	p.do("Runtime.evaluate", with{"expression": expression, "returnByValue": true, "awaitPromise": true}, &got)
	if got.Exception != nil {
		p.t.Fatalf("%.200s: %s %s", expression, got.Exception.Text, got.Exception.Exception.Description)
	}
	if value == nil {
		return
	}
	if err := json.Unmarshal(got.Result.Value, value); err != nil {
		p.t.Fatalf("%.200s: %v", expression, err)
	}
}

func (p *page) text(expression string) string {
	p.t.Helper()
	var s string
	p.eval("String("+expression+")", &s)
	return s
}

func (p *page) is(expression string) bool {
	p.t.Helper()
	var yes bool
	p.eval("Boolean("+expression+")", &yes)
	return yes
}

// until waits for something that the browser does in its own time.
func (p *page) until(what string, done func() bool) {
	p.t.Helper()
	for end := time.Now().Add(patience); !done(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			p.t.Fatalf("waited for %s, for %v", what, patience)
		}
	}
}

// wait waits until an expression is true.
func (p *page) wait(expression string) {
	p.t.Helper()
	p.until(expression, func() bool { return p.is(expression) })
}

// press presses keys one after the other.
func (p *page) press(keys ...string) {
	p.t.Helper()
	for _, key := range keys {
		if key == "Space" {
			key = " "
		}
		params := with{"type": "keyDown", "key": key, "code": codes[key]}
		switch {
		case key == "Enter":
			params["text"], params["windowsVirtualKeyCode"] = "\r", 13
		case key == "Tab":
			params["windowsVirtualKeyCode"] = 9
		case key == "Escape":
			params["windowsVirtualKeyCode"] = 27
		case len(key) == 1:
			params["text"] = key
		}
		p.do("Input.dispatchKeyEvent", params, nil)
		p.do("Input.dispatchKeyEvent", with{"type": "keyUp", "key": key, "code": codes[key]}, nil)
	}
}

// codes are where keys are on a keyboard, as far as a test needs it.
var codes = map[string]string{"Enter": "Enter", "Escape": "Escape", "Tab": "Tab", "щ": "KeyO"}
