//go:build ci

package ui

import "errors"

// Display reports that this build has no window.
func Display() error {
	return errors.New("this build has no window")
}
