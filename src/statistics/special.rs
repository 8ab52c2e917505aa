//! Building blocks that stay accurate where the textbook forms cancel: densities by the saddle-point form, one
//! fixed quadrature for large parameters, and bounded searches.
//!
//! Textbook densities subtract numbers such as ln Γ(10⁹) from each other and keep six digits. The saddle-point form
//! (C. Loader, "Fast and accurate computation of binomial probabilities", 2000) splits them into Stirling's error
//! and a deviance, each small, and keeps fifteen.

use core::f64::consts::PI;

/// From this parameter on the tails of gamma and beta are integrated, below it they are summed or expanded.
pub(super) const LARGE: f64 = 1500.0;

/// Exponents below minus this are nothing next to 1 in an `f64`.
const NEGLIGIBLE: f64 = 45.0;

/// ln(1 + x) − x without cancellation; `x` above −1.
pub(super) fn log1p_minus(x: f64) -> f64 {
    if !(-0.5..=0.5).contains(&x) {
        return libm::log1p(x) - x;
    }
    // With r = x / (2 + x), ln(1 + x) = 2 (r + r³/3 + r⁵/5 + ...) and 2r − x = −x r; |r| is at most one third.
    let r = x / (2.0 + x);
    let square = r * r;
    let mut sum = 0.0;
    let mut odd = 41.0;
    while odd > 2.0 {
        sum = sum * square + 1.0 / odd;
        odd -= 2.0;
    }
    2.0 * r * square * sum - x * r
}

/// Stirling's error: ln Γ(x + 1) minus Stirling's approximation of it; `x` above 0.
pub(super) fn stirling_error(x: f64) -> f64 {
    if x < 10.0 {
        return libm::lgamma(x + 1.0) - (x + 0.5) * libm::log(x) + x - 0.5 * libm::log(2.0 * PI);
    }
    // The asymptotic series; from 10 on the first term left out is below 1e-16.
    let s = 1.0 / (x * x);
    let tail = 1.0 / 1188.0 - s * (691.0 / 360_360.0 - s * (1.0 / 156.0));
    (1.0 / 12.0 - s * (1.0 / 360.0 - s * (1.0 / 1260.0 - s * (1.0 / 1680.0 - s * tail)))) / x
}

/// x ln(x / m) + m − x without cancellation; `x` and `m` above 0. Zero at x = m, positive elsewhere.
fn deviance(x: f64, m: f64) -> f64 {
    let u = (m - x) / x;
    // Near −1 the rounding of u would hide a small m.
    if u < -0.5 { x * libm::log(x / m) + m - x } else { -x * log1p_minus(u) }
}

/// mˣ e⁻ᵐ / Γ(x + 1): the Poisson probability of `x` at mean `m`, for any real `x` above 0.
pub(super) fn poisson_density(x: f64, m: f64) -> f64 {
    if m <= 0.0 {
        return 0.0;
    }
    libm::exp(-stirling_error(x) - deviance(x, m)) / libm::sqrt(2.0 * PI * x)
}

/// Γ(a+b+1) / (Γ(a+1) Γ(b+1)) pᵃ qᵇ: the binomial probability of `a` in `a + b`, for real `a`, `b` above 0.
///
/// `q` is 1 − p and given apart, because it may be known more exactly than the difference.
pub(super) fn binomial_density(a: f64, b: f64, p: f64, q: f64) -> f64 {
    if p <= 0.0 || q <= 0.0 {
        return 0.0;
    }
    let n = a + b;
    let exponent =
        stirling_error(n) - stirling_error(a) - stirling_error(b) - deviance(a, n * p) - deviance(b, n * q);
    // Divided one after the other: the product a·b may exceed the range.
    libm::exp(exponent) * libm::sqrt(n / a / b / (2.0 * PI))
}

/// ∫ exp(g(v)) dv from 0 to where it dies out, for `g` that starts at 0 and falls like −slope·v − curvature·v²/2.
///
/// One Gauss–Legendre rule of 32 points: for an integrand that falls by e⁻⁴⁵ over the range, its error lies below
/// the rounding of an `f64`, whatever the size of the counts behind it.
pub(super) fn tail_integral(slope: f64, curvature: f64, limit: f64, g: impl Fn(f64) -> f64) -> f64 {
    let slope = slope.max(0.0);
    // The positive root of curvature·v²/2 + slope·v = NEGLIGIBLE, in the form that does not cancel.
    let reach = 2.0 * NEGLIGIBLE / (slope + libm::sqrt(slope * slope + 2.0 * NEGLIGIBLE * curvature));
    let half = 0.5 * reach.min(limit);
    let mut sum = 0.0;
    for (node, weight) in GAUSS_LEGENDRE {
        sum += weight * (libm::exp(g(half * (1.0 - node))) + libm::exp(g(half * (1.0 + node))));
    }
    half * sum
}

/// Positive nodes and weights of the 32-point Gauss–Legendre rule on [−1, 1], worked out to 40 digits and rounded.
const GAUSS_LEGENDRE: [(f64, f64); 16] = [
    (0.9972638618494816, 0.007018610009470096),
    (0.9856115115452684, 0.01627439473090567),
    (0.9647622555875064, 0.02539206530926206),
    (0.9349060759377397, 0.03427386291302143),
    (0.8963211557660521, 0.04283589802222668),
    (0.84936761373257, 0.050998059262376175),
    (0.7944837959679424, 0.058684093478535544),
    (0.7321821187402897, 0.06582222277636185),
    (0.6630442669302152, 0.0723457941088485),
    (0.5877157572407623, 0.07819389578707031),
    (0.5068999089322294, 0.08331192422694675),
    (0.42135127613063533, 0.08765209300440381),
    (0.33186860228212767, 0.09117387869576389),
    (0.23928736225213706, 0.09384439908080457),
    (0.1444719615827965, 0.09563872007927486),
    (0.04830766568773832, 0.0965400885147278),
];

/// Evaluates first / (b₀ + a₁ / (b₁ + a₂ / (b₂ + ...))) by the modified Lentz method, `term(m)` giving (aₘ, bₘ).
pub(super) fn continued_fraction(b0: f64, term: impl Fn(f64) -> (f64, f64)) -> f64 {
    /// Stands in for a denominator of zero.
    const TINY: f64 = 1e-300;
    let guard = |x: f64| if x.abs() < TINY { TINY } else { x };
    let mut value = guard(b0);
    let (mut c, mut d) = (value, 0.0);
    let mut m = 1.0;
    while m < 20_000.0 {
        let (a, b) = term(m);
        d = 1.0 / guard(b + a * d);
        c = guard(b + a / c);
        let factor = c * d;
        value *= factor;
        if (factor - 1.0).abs() < 1e-16 {
            break;
        }
        m += 1.0;
    }
    1.0 / value
}

/// The point in (0, `start`] where a rising function passes `target`, given that it lies at or above it at `start`.
///
/// Halves the interval first, so that roots of any size come out with the same relative accuracy. At most 1450
/// steps; nearly always about ten.
pub(super) fn root_below(start: f64, target: f64, rising: impl Fn(f64) -> f64) -> f64 {
    let mut high = start;
    let mut low = 0.5 * high;
    for _ in 0..1200 {
        if low == 0.0 || rising(low) < target {
            break;
        }
        high = low;
        low = 0.5 * high;
    }
    crossing(low, high, |x| rising(x) - target)
}

/// Where a rising function passes 0 between two points; the nearer one if it does not. Exact to the last digits, in about ten
/// steps where the function is smooth and in 250 at most.
///
/// Source: T. R. Chandrupatla, "A new hybrid quadratic/bisection algorithm", 1997: a parabola through the last three points
/// where these lie so that it can be trusted, else the middle.
pub(super) fn crossing(low: f64, high: f64, rising: impl Fn(f64) -> f64) -> f64 {
    let point = |x: f64| (x, rising(x));
    let (mut other, mut last) = (point(low), point(high));
    if other.1 >= 0.0 {
        return low;
    }
    if last.1 < 0.0 {
        return high;
    }
    // How far from the last point towards the other the next one lies.
    let mut part = 0.5;
    for step in 0..250 {
        let next = point(last.0 + part * (other.0 - last.0));
        let third =
            if (next.1 < 0.0) == (last.1 < 0.0) { last } else { core::mem::replace(&mut other, last) };
        last = next;
        let best = if last.1.abs() < other.1.abs() { last } else { other };
        let least = f64::EPSILON * best.0.abs() / (other.0 - last.0).abs();
        if best.1 == 0.0 || least.is_nan() || least > 0.5 {
            return best.0;
        }
        part = if step < 60 { parabola(last, other, third).unwrap_or(0.5) } else { 0.5 };
        part = part.clamp(least, 1.0 - least);
    }
    last.0
}

/// Where the parabola through three points, lying on its side, passes 0, as a part of the way from the first to the second.
/// `None` where it need not lie between them.
fn parabola(one: (f64, f64), two: (f64, f64), three: (f64, f64)) -> Option<f64> {
    let x = (one.0 - two.0) / (three.0 - two.0);
    let y = (one.1 - two.1) / (three.1 - two.1);
    let trusted = y * y < x && (1.0 - y) * (1.0 - y) < 1.0 - x;
    let straight = one.1 / (two.1 - one.1) * three.1 / (two.1 - three.1);
    let bent = (three.0 - one.0) / (two.0 - one.0) * one.1 / (three.1 - one.1) * two.1 / (three.1 - two.1);
    Some(straight + bent).filter(|part| trusted && part.is_finite())
}

/// The smallest whole number in `low..=high` at which `reached` holds, if it holds for all from there to `high`.
///
/// The answer is `high` when it holds nowhere below; at most 64 steps.
pub(super) fn first_whole(mut low: u64, mut high: u64, reached: impl Fn(u64) -> bool) -> u64 {
    while low < high {
        let middle = low.midpoint(high);
        if reached(middle) {
            high = middle;
        } else {
            low = middle.saturating_add(1);
        }
    }
    low
}
