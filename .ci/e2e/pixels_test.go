package e2e

import (
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"slices"
	"strings"
	"testing"
)

// pixels reads the screen over a connection of its own: in less than a
// millisecond, where a program that takes pictures needs a tenth of a second to
// start. It speaks just enough of the X protocol for that.
type pixels struct {
	t    *testing.T
	conn net.Conn
	root uint32 // the window that is the whole screen

	xtest byte     // the number of the extension that presses keys; 0 when not asked for
	keys  []uint32 // the signs on the keys
}

// area is a part of the screen.
type area struct{ x, y, width, height int }

// pixels connects to the screen.
func (d *display) pixels(t *testing.T) *pixels {
	t.Helper()
	conn, err := net.Dial("unix", "/tmp/.X11-unix/X"+strings.TrimPrefix(d.name, ":"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() }) // the server may be gone already
	p := &pixels{t: t, conn: conn}
	// The byte order, and version 11 of the protocol; nobody is asked who they are.
	p.send([]byte{'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0})
	head := p.read(8)
	setup := p.read(4 * int(binary.LittleEndian.Uint16(head[6:])))
	if head[0] != 1 {
		t.Fatalf("the X server turns us away: %s", setup)
	}
	vendor, formats := int(binary.LittleEndian.Uint16(setup[16:])), int(setup[21])
	screen := setup[32+(vendor+3)/4*4+8*formats:]
	p.root = binary.LittleEndian.Uint32(screen)
	if depth := screen[38]; depth != 24 {
		t.Fatalf("the screen has %d bits a pixel", depth)
	}
	return p
}

// of returns the pixels of an area as they are on the screen, in four bytes
// each: blue, green, red, and one that means nothing and is 0 here.
func (p *pixels) of(a area) []byte {
	p.t.Helper()
	const getImage, allInOneGo = 73, 2
	request := []byte{getImage, allInOneGo, 5, 0}
	request = binary.LittleEndian.AppendUint32(request, p.root)
	for _, n := range []int{a.x, a.y, a.width, a.height} {
		request = binary.LittleEndian.AppendUint16(request, uint16(n))
	}
	p.send(binary.LittleEndian.AppendUint32(request, 0xffffff))
	_, answer := p.answer()
	return answer
}

// answer reads the answer to the last request.
func (p *pixels) answer() (head, rest []byte) {
	p.t.Helper()
	const failed, answers = 0, 1
	head = p.read(32)
	for ; head[0] > answers; head = p.read(32) { // what happens to the keyboard is told everybody
	}
	if head[0] == failed {
		p.t.Fatalf("the X server refuses: error %d in request %d.%d", head[1], head[10], head[8])
	}
	return head, p.read(4 * int(binary.LittleEndian.Uint32(head[4:])))
}

// press presses and releases a key by the sign on it, or by its name, at once: to
// start a program that does it takes longer than what comes of it.
func (p *pixels) press(key string) {
	p.t.Helper()
	const (
		queryExtension, getKeyboardMapping, fakeInput = 98, 101, 2
		first, number                                 = 8, 248 // keys of a keyboard
		down, up                                      = 2, 3
	)
	if p.xtest == 0 {
		p.send([]byte{queryExtension, 0, 4, 0, 5, 0, 0, 0, 'X', 'T', 'E', 'S', 'T', 0, 0, 0})
		head, _ := p.answer()
		p.xtest = head[9]
		p.send([]byte{getKeyboardMapping, 0, 2, 0, first, number, 0, 0})
		head, signs := p.answer()
		for row := 4 * int(head[1]); len(signs) >= row; signs = signs[row:] {
			p.keys = append(p.keys, binary.LittleEndian.Uint32(signs))
		}
	}
	sign, named := map[string]uint32{"Left": 0xff51, "Right": 0xff53}[key]
	if !named {
		sign = uint32(key[0]) // Latin signs are themselves
	}
	at := slices.Index(p.keys, sign)
	if at < 0 {
		p.t.Fatalf("the keyboard has no %s", key)
	}
	for _, way := range []byte{down, up} {
		request := make([]byte, 36)
		copy(request, []byte{p.xtest, fakeInput, 9, 0, way, byte(first + at)})
		p.send(request)
	}
}

// colour is that of one pixel, such as "ffffff".
func (p *pixels) colour(x, y int) string {
	p.t.Helper()
	c := p.of(area{x, y, 1, 1})
	return fmt.Sprintf("%02x%02x%02x", c[2], c[1], c[0])
}

func (p *pixels) send(request []byte) {
	p.t.Helper()
	if _, err := p.conn.Write(request); err != nil {
		p.t.Fatal(err)
	}
}

func (p *pixels) read(n int) []byte {
	p.t.Helper()
	data := make([]byte, n)
	if _, err := io.ReadFull(p.conn, data); err != nil {
		p.t.Fatal(err)
	}
	return data
}
