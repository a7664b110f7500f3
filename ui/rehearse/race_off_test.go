//go:build !race

package rehearse

const fewer = 1
