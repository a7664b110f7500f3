package score

import "math/bits"

// Points are thousandths of a point. All figures are whole thousandths inside
// and rounded only for the eye, so that a sum is exactly the sum of its parts.
type Points int

// Point is one point.
const Point Points = 1000

// Range is what a figure can be, given what is not known: Low when everything
// unknown is at its worst, High when it is at its best.
//
// The bounds of a criterion are whole steps: of four thousandths in value, of
// eight in effort and clarity. Thus every middle is a whole thousandth, those of
// criteria add up to the middle of their sum, and so do the half of a score and
// the quarters of two that the balance takes.
type Range struct{ Low, High Points }

// Middle is the figure that stands for the range.
func (r Range) Middle() Points { return (r.Low + r.High) / 2 }

// Width is how much of the figure is not known.
func (r Range) Width() Points { return r.High - r.Low }

func (r Range) plus(o Range) Range { return Range{r.Low + o.Low, r.High + o.High} }

// steps rounds the bounds down to whole steps. Rounding down keeps every order:
// what was not lower before is not lower after.
func (r Range) steps(step Points) Range {
	return Range{r.Low - r.Low%step, r.High - r.High%step}
}

// exactly is the range of a figure that is known.
func exactly(p Points) Range { return Range{p, p} }

// unknown is the range of a figure of which nothing is known but its most.
func unknown(most Points) Range { return Range{0, most} }

// part returns whole · n / of, rounded down, with n held to 0..of. Nothing of
// nothing is nothing.
func part[T ~int | ~int64](whole Points, n, of T) Points {
	if of <= 0 || n <= 0 || whole <= 0 {
		return 0
	}
	if n >= of {
		return whole
	}
	hi, lo := bits.Mul64(uint64(whole), uint64(n))
	q, _ := bits.Div64(hi, lo, uint64(of))
	return Points(q)
}
