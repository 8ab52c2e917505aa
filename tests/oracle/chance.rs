//! `statistics.md`: what chance could explain, by direct sums. Floats: no verdict hangs on them.
#![expect(clippy::float_arithmetic, reason = "statistics")]

use crate::case::{ALPHA, Q};
use num_traits::ToPrimitive as _;
use statrs::function::gamma::{gamma_ur, ln_gamma};

pub fn float(q: &Q) -> f64 {
    q.to_f64().expect("a float")
}

fn f(k: u64) -> f64 {
    k as f64
}

fn ln_choose(n: u64, k: u64) -> f64 {
    ln_gamma(f(n) + 1.0) - ln_gamma(f(k) + 1.0) - ln_gamma(f(n - k) + 1.0)
}

/// Pr(X <= k) of a Poisson variable.
fn poisson_to(k: u64, mean: f64) -> f64 {
    if mean == 0.0 {
        return 1.0;
    }
    (0..=k).map(|i| (f(i) * mean.ln() - mean - ln_gamma(f(i) + 1.0)).exp()).sum()
}

fn poisson_from(k: u64, mean: f64) -> f64 {
    match k {
        0 => 1.0,
        _ if mean == 0.0 => 0.0,
        // From here on the terms fall; enough of them, or one less the rest.
        _ if f(k) > mean => {
            (k..k + 400 + k / 2).map(|i| (f(i) * mean.ln() - mean - ln_gamma(f(i) + 1.0)).exp()).sum()
        }
        _ => 1.0 - poisson_to(k - 1, mean),
    }
}

fn binomial_term(k: u64, n: u64, p: f64) -> f64 {
    if p <= 0.0 {
        return if k == 0 { 1.0 } else { 0.0 };
    }
    if p >= 1.0 {
        return if k == n { 1.0 } else { 0.0 };
    }
    (ln_choose(n, k) + f(k) * p.ln() + f(n - k) * (-p).ln_1p()).exp()
}

fn binomial_to(k: u64, n: u64, p: f64) -> f64 {
    (0..=k.min(n)).map(|i| binomial_term(i, n, p)).sum()
}

fn binomial_from(k: u64, n: u64, p: f64) -> f64 {
    (k..=n).map(|i| binomial_term(i, n, p)).sum()
}

/// Events (Poisson), or so many of so many (binomial).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    pub share: bool,
    pub k: u64,
    pub n: u64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Label {
    MetConfirmed,
    MetUnconfirmed,
    MetUnconfirmable,
    MissedConfirmed,
    MissedWithinChance,
}

impl Sample {
    /// Pr(X >= k) and Pr(X <= k) at the bound, per 1.
    fn tails(&self, bound: f64) -> (f64, f64) {
        if self.share {
            (binomial_from(self.k, self.n, bound), binomial_to(self.k, self.n, bound))
        } else {
            let mean = f(self.n) * bound;
            (poisson_from(self.k, mean), poisson_to(self.k, mean))
        }
    }

    /// Section 3; `higher`: at least.
    pub fn label(&self, bound: f64, higher: bool, met: bool, alpha: f64) -> Label {
        let (above, below) = self.tails(bound);
        let (good, bad) = if higher { (above, below) } else { (below, above) };
        if met {
            // The best count there could have been.
            let best = match (self.share, higher) {
                (true, true) => binomial_term(self.n, self.n, bound),
                (true, false) => binomial_term(0, self.n, bound),
                (false, false) => (-f(self.n) * bound).exp(),
                // However many events: some count is always enough.
                (false, true) => 0.0,
            };
            if good <= alpha {
                Label::MetConfirmed
            } else if best <= alpha {
                Label::MetUnconfirmed
            } else {
                Label::MetUnconfirmable
            }
        } else {
            let cases = if self.share && higher { self.n - self.k } else { self.k };
            let enough = cases >= 2 || (!self.share && higher);
            if bad <= alpha && enough { Label::MissedConfirmed } else { Label::MissedWithinChance }
        }
    }

    /// How many cases chance has to play with at the bound: events, or n·p·(1 − p).
    pub fn expected(&self, bound: &Q) -> Q {
        let n = Q::from_integer(self.n.into());
        if self.share { n * bound * (Q::from_integer(1.into()) - bound) } else { n * bound }
    }

    /// The exact comparison of two counts, two-sided by doubling the smaller tail.
    pub fn compare(&self, other: &Sample) -> f64 {
        let (k, all) = (self.k, self.k + other.k);
        let (lower, upper) = if self.share {
            // Given all successes: hypergeometric.
            let total = ln_choose(self.n + other.n, all);
            let term = |i: u64| {
                if i > self.n || all < i || all - i > other.n {
                    0.0
                } else {
                    (ln_choose(self.n, i) + ln_choose(other.n, all - i) - total).exp()
                }
            };
            ((0..=k).map(term).sum::<f64>(), (k..=all).map(term).sum::<f64>())
        } else {
            let p = f(self.n) / f(self.n + other.n);
            (binomial_to(k, all, p), binomial_from(k, all, p))
        };
        (2.0 * lower.min(upper)).min(1.0)
    }

    pub fn rate(&self) -> Q {
        Q::new(self.k.into(), self.n.into())
    }

    pub fn plus(&self, other: &Sample) -> Sample {
        Sample { share: self.share, k: self.k + other.k, n: self.n + other.n }
    }
}

/// Pr(Z >= z) of a normal variable.
pub fn normal_above(z: f64) -> f64 {
    statrs::function::erf::erfc(z / std::f64::consts::SQRT_2) / 2.0
}

/// Section 4, counts: p and the excess (of rates a coefficient of variation, of shares a standard deviation per 1).
/// None: not assessable. `expected` is what the model gives the latest year.
#[derive(Clone, Copy, Debug)]
pub struct Fluctuation {
    pub p: f64,
    pub excess: f64,
    pub expected: f64,
}

pub fn fluctuation(years: &[(i32, Sample)]) -> Option<Fluctuation> {
    let share = years.first()?.1.share;
    let (k, n) = years.iter().fold((0, 0), |(k, n), (_, s)| (k + s.k, n + s.n));
    if k < 3 || years.len() < 4 {
        return None;
    }
    let level = f(k) / f(n);
    let (expected, df): (Vec<f64>, usize) = if years.len() >= 5 {
        (trend(years)?, years.len() - 2)
    } else {
        (years.iter().map(|(_, s)| f(s.n) * level).collect(), years.len() - 1)
    };
    let mut chi = 0.0;
    let mut weights = Vec::new();
    for ((_, s), e) in years.iter().zip(&expected) {
        let p = e / f(s.n);
        let variance = if share { e * (1.0 - p) } else { *e };
        if variance <= 0.0 {
            return None;
        }
        chi += (f(s.k) - e).powi(2) / variance;
        weights.push(if share { f(s.n) / (p * (1.0 - p)) } else { *e });
    }
    let sum: f64 = weights.iter().sum();
    let squares: f64 = weights.iter().map(|w| w * w).sum();
    let excess = ((chi - df as f64).max(0.0) / (sum - squares / sum)).sqrt();
    let p = if chi == 0.0 { 1.0 } else { gamma_ur(df as f64 / 2.0, chi / 2.0) };
    Some(Fluctuation { p, excess, expected: *expected.last()? })
}

/// What a log-linear (shares: logit) fit on the year gives each year, by Newton; none where it does not exist.
fn trend(years: &[(i32, Sample)]) -> Option<Vec<f64>> {
    let share = years[0].1.share;
    let full = |s: &Sample| share && s.k == s.n;
    let last = years.len() - 1;
    // All zero, all full, or all of either in one end year.
    for end in [0, last] {
        let others = || years.iter().enumerate().filter(move |(i, _)| *i != end).map(|(_, (_, s))| s);
        if others().all(|s| s.k == 0) || others().all(full) {
            return None;
        }
    }
    // Shares that are empty up to some year and full after it are separated.
    if share {
        let fit = |low: &dyn Fn(&Sample) -> bool, high: &dyn Fn(&Sample) -> bool| {
            (0..=last).any(|cut| {
                years[..cut].iter().all(|(_, s)| low(s)) && years[cut + 1..].iter().all(|(_, s)| high(s))
            })
        };
        let zero = |s: &Sample| s.k == 0;
        if fit(&zero, &full) || fit(&full, &zero) {
            return None;
        }
    }
    let centre = years.iter().map(|(y, _)| f64::from(*y)).sum::<f64>() / years.len() as f64;
    let (k, n) = years.iter().fold((0, 0), |(k, n), (_, s)| (k + s.k, n + s.n));
    let level = f(k) / f(n);
    let (mut a, mut b) = (if share { (level / (1.0 - level)).ln() } else { level.ln() }, 0.0);
    for _ in 0..200 {
        let (mut ga, mut gb, mut haa, mut hab, mut hbb) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (y, s) in years {
            let x = f64::from(*y) - centre;
            let eta: f64 = a + b * x;
            let (e, w) = if share {
                let p = 1.0 / (1.0 + (-eta).exp());
                (f(s.n) * p, f(s.n) * p * (1.0 - p))
            } else {
                let e = f(s.n) * eta.exp();
                (e, e)
            };
            ga += f(s.k) - e;
            gb += (f(s.k) - e) * x;
            haa += w;
            hab += w * x;
            hbb += w * x * x;
        }
        let det = haa * hbb - hab * hab;
        if det.abs() < 1e-300 {
            return None;
        }
        let (mut da, mut db) = ((hbb * ga - hab * gb) / det, (haa * gb - hab * ga) / det);
        // Half steps keep the start from running away.
        let size = da.abs().max(db.abs());
        if size > 2.0 {
            da *= 2.0 / size;
            db *= 2.0 / size;
        }
        a += da;
        b += db;
        if size < 1e-13 {
            break;
        }
    }
    Some(
        years
            .iter()
            .map(|(y, s)| {
                let eta: f64 = a + b * (f64::from(*y) - centre);
                f(s.n) * if share { 1.0 / (1.0 + (-eta).exp()) } else { eta.exp() }
            })
            .collect(),
    )
}

/// Section 4, bare values: how far the latest is from the mean of the earlier ones, and the half width of the
/// 95 % prediction interval.
pub fn prediction(earlier: &[f64], latest: f64) -> (f64, f64) {
    use statrs::distribution::{ContinuousCDF as _, StudentsT};
    let n = earlier.len() as f64;
    let mean = earlier.iter().sum::<f64>() / n;
    let variance = earlier.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (n - 1.0);
    let t = StudentsT::new(0.0, 1.0, n - 1.0).unwrap().inverse_cdf(1.0 - ALPHA / 2.0);
    (latest - mean, t * (variance * (1.0 + 1.0 / n)).sqrt())
}
