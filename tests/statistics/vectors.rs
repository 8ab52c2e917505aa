//! The shared test vectors, every field of every one.

use std::collections::BTreeMap;

use dabiao::statistics::*;
use serde_json::Value;

const VECTORS: &str = include_str!("../vectors/statistics.json");
const COUNT: usize = 155;

/// Results by the names of the expected fields.
#[derive(Default)]
struct Found(BTreeMap<String, Value>);

impl Found {
    fn set(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.0.insert(name.to_owned(), value.into());
        self
    }
}

struct Inputs<'a>(&'a Value);

impl Inputs<'_> {
    fn real(&self, name: &str) -> f64 {
        self.0[name].as_f64().unwrap_or_else(|| panic!("no number `{name}`"))
    }
    fn whole(&self, name: &str) -> u64 {
        self.0[name].as_u64().unwrap_or_else(|| panic!("no whole number `{name}`"))
    }
    fn reals(&self, name: &str) -> Vec<f64> {
        self.0[name].as_array().unwrap().iter().map(|v| v.as_f64().unwrap()).collect()
    }
    fn wholes(&self, name: &str) -> Vec<u64> {
        self.0[name].as_array().unwrap().iter().map(|v| v.as_u64().unwrap()).collect()
    }
    fn sample(&self, count: &str, exposure: &str) -> Sample {
        Sample::new(self.whole(count), self.whole(exposure))
    }
    /// Successive years from 2020 on.
    fn years(&self, counts: &str, exposures: &str) -> Vec<YearSample> {
        let pairs = self.wholes(counts).into_iter().zip(self.wholes(exposures));
        (2020..).zip(pairs).map(|(year, (k, n))| YearSample::new(year, k, n)).collect()
    }
    /// A decimal number as a fraction, from its digits.
    fn fraction(&self, name: &str) -> (u64, u64) {
        let (mut numerator, mut denominator) = (self.real(name), 1_u64);
        while (numerator - numerator.round()).abs() > 1e-9 {
            numerator *= 10.0;
            denominator *= 10;
        }
        (numerator.round() as u64, denominator)
    }
}

fn interval(found: ConfidenceInterval, factor: f64) -> Found {
    Found::default()
        .set("value", found.estimate * factor)
        .set("lower", found.lower * factor)
        .set("upper", found.upper * factor)
}

fn tails(found: Tails) -> Found {
    Found::default()
        .set("p_upper", found.at_least)
        .set("p_lower", found.at_most)
        .set("midp_upper", found.mid_at_least())
        .set("midp_lower", found.mid_at_most())
}

fn run(method: &str, inputs: &Inputs<'_>, expected: &Value) -> Result<Found, StatisticsError> {
    let f = Found::default();
    Ok(match method {
        "normal_quantile_two_sided" => f.set("z", normal_quantile_two_sided(inputs.real("confidence"))?),
        "student_t_quantile" => f.set("t", student_t_quantile(inputs.real("p"), inputs.whole("df"))?),
        "wilson_ci" => {
            let confidence = inputs.real("confidence");
            let found = if inputs.0["x"].is_u64() {
                wilson_interval(inputs.sample("x", "n"), confidence)?
            } else {
                wilson_interval_weighted(inputs.real("x"), inputs.real("n"), confidence)?
            };
            interval(found, 1.0)
        }
        "clopper_pearson_ci" => {
            interval(clopper_pearson_interval(inputs.sample("x", "n"), inputs.real("confidence"))?, 1.0)
        }
        "poisson_exact_ci_count" => {
            interval(count_interval(inputs.whole("k"), inputs.real("confidence"))?, 1.0)
        }
        "poisson_exact_ci_rate" => interval(
            rate_interval(inputs.sample("k", "exposure"), inputs.real("confidence"))?,
            inputs.real("multiplier"),
        ),
        "poisson_target_test" => {
            let (exposure, bound) = (inputs.whole("exposure"), inputs.real("target_rate"));
            let expected = expected_at_bound(CountKind::Rate, exposure, bound)?;
            let critical = critical_counts(CountKind::Rate, exposure, bound, inputs.real("alpha"))?;
            tails(poisson_tails(inputs.whole("k"), expected)?)
                .set("expected_count", expected)
                .set("critical_count_high", critical.high)
                .set("critical_count_low", critical.low)
        }
        "poisson_critical_counts" => {
            let (exposure, bound) = (inputs.whole("exposure"), inputs.real("target_rate"));
            let critical = critical_counts(CountKind::Rate, exposure, bound, inputs.real("alpha"))?;
            let (numerator, denominator) = inputs.fraction("target_rate");
            f.set("expected_count", expected_at_bound(CountKind::Rate, exposure, bound)?)
                .set("max_count_meeting_target", largest_count_within(exposure, numerator, denominator)?)
                .set("critical_count_high", critical.high)
                .set("critical_count_low", critical.low)
        }
        "binomial_target_test" => tails(binomial_tails(inputs.sample("x", "n"), inputs.real("target"))?),
        "jeffreys_poisson_prob_rate_le_target" => {
            let sample = inputs.sample("k", "exposure");
            let bound = inputs.real("target_rate");
            f.set("prob", posterior_of_keeping(CountKind::Rate, sample, bound, Side::AtMost)?)
        }
        "jeffreys_binomial_prob_p_ge_target" => {
            let sample = inputs.sample("x", "n");
            f.set(
                "prob",
                posterior_of_keeping(CountKind::Share, sample, inputs.real("target"), Side::AtLeast)?,
            )
        }
        "poisson_two_period_exact" => {
            let found = compare_samples(
                CountKind::Rate,
                inputs.sample("k_ref", "exposure_ref"),
                inputs.sample("k_new", "exposure_new"),
            )?;
            f.set("p_increase", found.increase)
                .set("p_decrease", found.decrease)
                .set("midp_increase", found.mid_increase)
                .set("p_two_sided_R", found.two_sided_by_likelihood)
                .set("p_two_sided_doubled", found.two_sided)
        }
        "poisson_dispersion" => {
            let years = inputs.years("counts", "exposures");
            let found = dispersion(CountKind::Rate, &years, Baseline::Flat)?.measured().unwrap();
            f.set("chi2", found.chi_square)
                .set("df", found.degrees_of_freedom)
                .set("dispersion", found.ratio)
                .set("p_chi2", found.p_value)
                .set("excess_cv_tau", found.excess)
                .set("p_exact_multinomial", exact_dispersion(&years)?)
        }
        "binomial_dispersion" => {
            let found =
                dispersion(CountKind::Share, &inputs.years("x", "n"), Baseline::Flat)?.measured().unwrap();
            f.set("pooled_p", found.pooled)
                .set("chi2", found.chi_square)
                .set("df", found.degrees_of_freedom)
                .set("dispersion", found.ratio)
                .set("p_chi2", found.p_value)
        }
        "mann_kendall_exact_upper_tail" => {
            let n = usize::try_from(inputs.whole("n")).unwrap();
            let mut all = serde_json::Map::new();
            for s in expected["P_S_ge"].as_object().unwrap().keys() {
                all.insert(s.clone(), mann_kendall_upper_tail(n, s.parse().unwrap())?.into());
            }
            let max = n * (n - 1) / 2;
            assert_eq!(mann_kendall_upper_tail(n, i64::try_from(max).unwrap() + 1)?, Some(0.0));
            f.set("P_S_ge", all).set("max_S", max)
        }
        "mann_kendall" => {
            let found = mann_kendall(&inputs.reals("y"))?;
            f.set("S", found.s)
                .set("p_upper_exact", found.p_upper)
                .set("p_two_sided_exact_perm", found.p_two_sided)
                .set("var_S", found.variance)
                .set("z", found.z)
                .set("p_two_sided_normal_cc", found.p_normal)
        }
        "theil_sen" => {
            let years = inputs.wholes("t").into_iter().map(|t| i32::try_from(t).unwrap());
            let points: Vec<_> = years.zip(inputs.reals("y")).map(|(t, y)| YearValue::new(t, y)).collect();
            let found = theil_sen(&points, inputs.real("alpha"))?;
            let interval = found.interval.unwrap();
            f.set("slope", found.slope)
                .set("intercept_median_of_residuals", found.intercept)
                .set("ci_lower", interval.lower)
                .set("ci_upper", interval.upper)
                .set("exact_coverage", interval.coverage)
        }
        "rate_reliability" => {
            let k = inputs.whole("k");
            let found = reliability(k, Standard::default())?;
            let width = found.relative_interval_width.unwrap();
            f.set("rse", found.relative_standard_error)
                .set("relative_ci_width", width)
                .set("nchs_events_ge_10", found.reliable)
                .set("nchs_rciw_le_160", width <= 1.6)
                .set("nchs2023_reliable", found.reliable && width <= 1.6)
                .set("nchs_legacy_lt20_unreliable", !Standard::AtLeast20Events.accepts(k))
                .set("ons_rate_calculated", k >= 3)
                .set("ons_flag_u", k >= 3 && !Standard::AtLeast20Events.accepts(k))
                .set("rse30_unreliable", !Standard::RelativeErrorAtMost30.accepts(k))
        }
        "fluctuation_descriptives" => {
            let points: Vec<_> = (2020..).zip(inputs.reals("y")).map(|(t, y)| YearValue::new(t, y)).collect();
            let found = describe(&points)?;
            f.set("mean", found.mean)
                .set("sd", found.deviation)
                .set("cv", found.coefficient_of_variation)
                .set("yoy_relative", found.changes)
                .set("max_abs_yoy", found.largest_change)
                .set("mean_moving_range", found.mean_moving_range)
                .set("xmr_sigma", found.moving_range_deviation)
                .set("ols_slope", found.slope)
                .set("ols_resid_sd", found.residual_deviation)
                .set("relative_resid_sd", found.relative_residual_deviation)
        }
        "latest_vs_baseline_prediction" => {
            let found =
                predict_latest(&inputs.reals("baseline"), inputs.real("latest"), inputs.real("confidence"))?;
            let f = f.set("mean", found.mean).set("sd", found.deviation);
            match found.range {
                PredictionRange::Interval { lower, upper, t, p_two_sided, outside } => f
                    .set("pi_lower", lower)
                    .set("pi_upper", upper)
                    .set("t", t)
                    .set("p_two_sided", p_two_sided)
                    .set("outside", outside),
                PredictionRange::NoSpread => ["pi_lower", "pi_upper", "t", "p_two_sided", "outside"]
                    .into_iter()
                    .fold(f, |f, name| f.set(name, Value::Null)),
            }
        }
        "rolling_pool_rate" => {
            let years = inputs.years("counts", "exposures");
            let window = usize::try_from(inputs.whole("window")).unwrap();
            let factor = inputs.real("multiplier");
            let windows: Vec<Value> = rolling_pools(CountKind::Rate, &years, window, 0.95)?
                .into_iter()
                .map(|w| {
                    serde_json::json!({
                        "events": w.pool.count,
                        "exposure": w.pool.exposure,
                        "rate": w.interval.estimate * factor,
                        "lower": w.interval.lower * factor,
                        "upper": w.interval.upper * factor,
                        "mean_of_annual_rates": w.mean_of_annual * factor,
                    })
                })
                .collect();
            f.set("windows", windows)
        }
        "target_verdict_le_rate" => {
            let sample = inputs.sample("k", "exposure");
            let (a, b) = inputs.fraction("target_rate");
            let met = u128::from(sample.count) * u128::from(b) <= u128::from(sample.exposure) * u128::from(a);
            let literal = if met { Literal::Met } else { Literal::NotMet };
            let bound = inputs.real("target_rate");
            let found =
                certainty(CountKind::Rate, sample, bound, Side::AtMost, literal, inputs.real("alpha"))?;
            f.set("verdict", found.label.as_str())
                .set("p_upper", found.bad_tail)
                .set("p_lower", found.good_tail)
        }
        "target_verdict_ge_proportion" => {
            let sample = inputs.sample("x", "n");
            let (a, b) = inputs.fraction("target");
            let met = u128::from(sample.count) * u128::from(b) >= u128::from(sample.exposure) * u128::from(a);
            let literal = if met { Literal::Met } else { Literal::NotMet };
            let bound = inputs.real("target");
            let found =
                certainty(CountKind::Share, sample, bound, Side::AtLeast, literal, inputs.real("alpha"))?;
            f.set("verdict", found.label.as_str())
                .set("p_upper", found.good_tail)
                .set("p_lower", found.bad_tail)
        }
        unknown => panic!("no function for method `{unknown}`"),
    })
}

/// The relative error of the worst number in `expected`; panics where something else differs.
fn worst(id: &str, found: &Value, expected: &Value) -> f64 {
    match (found, expected) {
        (Value::Number(found), Value::Number(expected)) => {
            let (found, expected) = (found.as_f64().unwrap(), expected.as_f64().unwrap());
            let error = (found - expected).abs();
            // Where nothing but 0 is right, 0 is demanded.
            if error == 0.0 { 0.0 } else { error / expected.abs() }
        }
        (Value::Array(found), Value::Array(expected)) => {
            assert_eq!(found.len(), expected.len(), "{id}");
            found.iter().zip(expected).map(|(f, e)| worst(id, f, e)).fold(0.0, f64::max)
        }
        (found, Value::Object(expected)) => {
            let field = |(name, e): (&String, &Value)| {
                worst(
                    &format!("{id}.{name}"),
                    found.get(name).unwrap_or_else(|| panic!("{id}: no `{name}`")),
                    e,
                )
            };
            expected.iter().map(field).fold(0.0, f64::max)
        }
        _ => {
            assert_eq!(found, expected, "{id}");
            0.0
        }
    }
}

#[test]
fn every_vector_is_reproduced() {
    let file: Value = serde_json::from_str(VECTORS).unwrap();
    let vectors = file["vectors"].as_array().unwrap();
    assert_eq!(vectors.len(), COUNT);
    let mut errors: BTreeMap<&str, f64> = BTreeMap::new();
    for vector in vectors {
        let (id, method) = (vector["id"].as_str().unwrap(), vector["method"].as_str().unwrap());
        let found = run(method, &Inputs(&vector["inputs"]), &vector["expected"])
            .unwrap_or_else(|error| panic!("{id}: {error}"));
        let found = Value::Object(found.0.into_iter().collect());
        let error = worst(id, &found, &vector["expected"]);
        let tolerance = vector["tol_rel"].as_f64().unwrap();
        assert!(error <= tolerance, "{id}: error {error:e} above {tolerance:e}: {found}");
        let entry = errors.entry(method).or_default();
        *entry = entry.max(error);
    }
    for (method, error) in errors {
        println!("{method:40} {error:.1e}");
    }
}
