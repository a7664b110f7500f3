package library

import "slices"

// maxRecent is how many recent files a menu shows without becoming a search.
const maxRecent = 10

// Recent are the paths of the files that were open of late, the last one first.
// It is plain data for whoever keeps settings; nothing here looks at the disk,
// since a file that is not there now may be when its disk is plugged in.
type Recent []string

// With returns the list with path as the last one opened.
func (r Recent) With(path string) Recent {
	list := append(Recent{path}, r.Without(path)...)
	return list[:min(len(list), maxRecent)]
}

// Without returns the list without path.
func (r Recent) Without(path string) Recent {
	return slices.DeleteFunc(slices.Clone(r), func(p string) bool { return p == path })
}
