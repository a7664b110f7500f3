package rehearse

import "math"

// triangle is the lower half of a symmetric matrix, and then its Cholesky factor.
type triangle struct {
	n int
	a []float64
}

func newTriangle(n int) *triangle { return &triangle{n, make([]float64, n*(n+1)/2)} }

func (t *triangle) at(i, j int) float64     { return t.a[i*(i+1)/2+j] }
func (t *triangle) set(i, j int, v float64) { t.a[i*(i+1)/2+j] = v }

// factor replaces the matrix by L with L·Lᵀ being the matrix. What rounding makes
// of a matrix that is hardly positive stays above zero.
func (t *triangle) factor() {
	for i := range t.n {
		for j := range i + 1 {
			sum := t.at(i, j)
			for k := range j {
				sum -= t.at(i, k) * t.at(j, k)
			}
			if i == j {
				t.set(i, i, math.Sqrt(max(sum, 1e-12)))
			} else {
				t.set(i, j, sum/t.at(j, j))
			}
		}
	}
}

// forward solves L·x = b.
func (t *triangle) forward(b []float64) []float64 {
	x := make([]float64, t.n)
	for i := range x {
		sum := b[i]
		for k := range i {
			sum -= t.at(i, k) * x[k]
		}
		x[i] = sum / t.at(i, i)
	}
	return x
}

// solve solves L·Lᵀ·x = b.
func (t *triangle) solve(b []float64) []float64 {
	x := t.forward(b)
	for i := t.n - 1; i >= 0; i-- {
		sum := x[i]
		for k := i + 1; k < t.n; k++ {
			sum -= t.at(k, i) * x[k]
		}
		x[i] = sum / t.at(i, i)
	}
	return x
}
