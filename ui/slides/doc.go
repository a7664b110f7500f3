// Package slides is the place where the deck is seen as it will look, and from
// which it goes out: to a slide tool, a browser, a printer. It also draws the
// slides that the audience sees while the talk is given.
package slides
