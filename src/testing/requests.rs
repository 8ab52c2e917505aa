//! Whole questions: a plan, the rows, a year; as values and as the text of a request.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value as Json, json};

use super::plans::{frame, target_with_indicators};
use super::rows::{awkward_rows, grid, observations, rosters};
use crate::data::{Observation, Roster};
use crate::json::PlanDocument;
use crate::judge::{HostBound, Method, Settings};
use crate::plan::{IndicatorCard, Rule, Target};
use crate::values::{Text, Year};

/// A plan with all that is reported about it, and the year that is asked for.
///
/// ```
/// use dabiao::{testing, Catalogue, Evaluator};
/// use proptest::proptest;
/// proptest!(|(case in testing::cases())| {
///     let mut catalogue = Catalogue::new();
///     catalogue.add(case.plan.plan, case.plan.indicators, case.plan.targets).unwrap();
///     let data = catalogue.data(case.observations).with_rosters(case.rosters);
///     Evaluator::with(&catalogue, case.settings).unwrap().report(data.area_or_empty(""), case.year).unwrap();
/// });
/// ```
#[derive(Debug, Clone)]
pub struct Case {
    /// The plan with its indicators and targets.
    pub plan: PlanDocument,
    /// The assessed year.
    pub year: Year,
    /// The rows; none names an area.
    pub observations: Vec<Observation>,
    /// Who should report.
    pub rosters: Vec<Roster>,
    /// How to judge.
    pub settings: Settings,
}

impl Case {
    /// One target of which nothing is reported.
    pub(super) fn asking(indicators: Vec<IndicatorCard>, target: Target) -> Self {
        Self {
            plan: PlanDocument {
                plan: frame(),
                indicators,
                targets: alloc::vec![target],
                relations: Vec::new(),
            },
            year: Year::literal(2024),
            observations: Vec::new(),
            rosters: Vec::new(),
            settings: Settings::default(),
        }
    }

    /// The request as JSON text: the plan is the only one, and rows without a source are numbered.
    ///
    /// ```
    /// use dabiao::{json, testing};
    /// use proptest::proptest;
    /// proptest!(|(case in testing::cases())| { json::evaluate(case.request().as_bytes()).unwrap(); });
    /// ```
    #[must_use]
    pub fn request(&self) -> String {
        self.form(self.rows()).to_string()
    }

    /// The rows as a request has them.
    pub(super) fn rows(&self) -> Vec<Json> {
        let row = |(place, row): (usize, &Observation)| {
            let mut row = tree(row);
            if let Some(fields) = row.as_object_mut() {
                fields.entry("source").or_insert_with(|| token(place).into());
            }
            row
        };
        self.observations.iter().enumerate().map(row).collect()
    }

    /// The request with other rows.
    pub(super) fn form(&self, rows: Vec<Json>) -> Json {
        json!({
            "year": self.year, "catalogue": "none", "plans": [tree(&self.plan)], "observations": rows,
            "rosters": tree(&self.rosters), "settings": tree(&self.settings),
        })
    }

    /// Each id with a number behind it.
    fn numbered(mut self, number: usize) -> Self {
        let name = |id: &mut Text| {
            if !id.is_empty() {
                *id = Text::from(alloc::format!("{id}{number}"));
            }
        };
        for card in &mut self.plan.indicators {
            name(&mut card.id);
            name(&mut card.zh);
            card.gap.iter_mut().for_each(|gap| name(&mut gap.of));
        }
        for target in &mut self.plan.targets {
            name(&mut target.id);
            name(&mut target.indicator);
            target.reference.iter_mut().for_each(name);
        }
        self.observations.iter_mut().for_each(|row| name(&mut row.indicator));
        self.settings.host_bounds.iter_mut().for_each(|bound| name(&mut bound.target));
        self
    }

    /// All in one plan, judged by the settings of the first.
    pub(super) fn joined(cases: Vec<Self>) -> Self {
        let mut numbered = cases.into_iter().enumerate().map(|(place, case)| case.numbered(place));
        let empty = PlanDocument {
            plan: frame(),
            indicators: Vec::new(),
            targets: Vec::new(),
            relations: Vec::new(),
        };
        let nothing = || Self {
            plan: empty,
            year: Year::literal(2024),
            observations: Vec::new(),
            rosters: Vec::new(),
            settings: Settings::default(),
        };
        let mut whole = numbered.next().unwrap_or_else(nothing);
        for case in numbered {
            whole.plan.indicators.extend(case.plan.indicators);
            whole.plan.targets.extend(case.plan.targets);
            whole.observations.extend(case.observations);
            whole.rosters.extend(case.rosters);
            whole.settings.host_bounds.extend(case.settings.host_bounds);
        }
        whole
    }
}

/// What a row is called that names no source of its own: `row-0017`.
pub(super) fn token(place: usize) -> String {
    alloc::format!("row-{place:04}")
}

/// What this crate writes has text keys and finite numbers only, which is all that writing can fail on.
pub(super) fn tree(value: &impl serde::Serialize) -> Json {
    serde_json::to_value(value).unwrap_or_default()
}

/// Settings that fit a target `t` with a rule: either method, and bounds of the host where the rule takes them.
pub fn settings(rule: Rule) -> BoxedStrategy<Settings> {
    let takes = match rule {
        Rule::HostBound { better } => Some(better),
        Rule::Monitored => Some(rule.better()),
        _ => None,
    };
    let years = prop::sample::subsequence(&[None, Some(2023), Some(2024), Some(2025), Some(2026)][..], 0..5);
    let bounds = (years, vec(grid(), 5)).prop_map(move |(years, values)| {
        let bound = |better| {
            let bounds = years.iter().zip(&values).map(move |(at, value)| HostBound {
                target: "t".into(),
                year: at.map(Year::literal),
                value: *value,
                better,
            });
            bounds.collect::<Vec<_>>()
        };
        takes.map(bound).unwrap_or_default()
    });
    (select(&[Method::FullValue, Method::Rounded][..]), bounds, any::<bool>())
        .prop_map(|(method, host_bounds, count_aspirations)| Settings {
            method,
            host_bounds,
            count_aspirations,
            ..Settings::default()
        })
        .boxed()
}

/// One target `t` of every kind, on the first of its indicators `main`, `ref` and `gap`, with up to 40 rows, rosters and settings.
pub fn cases() -> impl Strategy<Value = Case> {
    let year = (2020_i16..=2032).prop_map(Year::literal);
    (target_with_indicators(), year).prop_flat_map(|((indicators, target), year)| {
        let referred = if target.rule.has_reference() { 0..12 } else { 0..1 };
        let series = |place: usize, many| match indicators.get(place) {
            Some(card) => vec(observations(card), many).boxed(),
            None => Just(Vec::new()).boxed(),
        };
        let told = (series(0, 0..30), series(1, referred), rosters(), settings(target.rule));
        (Just((indicators, target, year)), told).prop_map(
            |((indicators, target, year), (mut observations, reference, rosters, settings))| {
                observations.extend(reference);
                Case { year, observations, rosters, settings, ..Case::asking(indicators, target) }
            },
        )
    })
}

/// One to three cases in one plan.
pub(super) fn several() -> impl Strategy<Value = Case> {
    vec(cases(), 1..4).prop_map(Case::joined)
}

/// Sound requests as text: up to three targets with their rows, awkward ones among them, with and without sentences. Each is
/// answered with a report.
///
/// ```
/// use dabiao::{json, testing};
/// use proptest::proptest;
/// proptest!(|(request in testing::requests())| { json::evaluate(request.as_bytes()).unwrap(); });
/// ```
pub fn requests() -> impl Strategy<Value = String> {
    let awkward = several().prop_flat_map(|case| {
        let rows = match case.plan.indicators.first() {
            Some(card) => vec(awkward_rows(card, case.year), 0..4).boxed(),
            None => Just(Vec::new()).boxed(),
        };
        (Just(case), rows)
    });
    let languages = select([json!([]), json!(["zh"]), json!(["en"]), json!(["zh", "en"])].to_vec());
    (awkward, languages).prop_map(|((case, awkward), languages)| {
        let mut rows = case.rows();
        rows.extend(awkward.into_iter().flat_map(|awkward| awkward.rows));
        let mut form = case.form(rows);
        if let Some(fields) = form.as_object_mut() {
            fields.insert("languages".to_string(), languages);
        }
        form.to_string()
    })
}

/// Requests that somebody has damaged: cut off, a character changed, a field of a wrong kind, missing, unknown or named twice. Some
/// are still sound; each is answered or refused.
pub fn damaged_requests() -> impl Strategy<Value = String> {
    let odd =
        [json!(null), json!(0), json!(1.5), json!("x"), json!([]), json!([7]), json!({}), json!({ "a": 1 })];
    let fields = &["year", "catalogue", "plans", "observations", "rosters", "settings", "judge", "yaer"][..];
    let mistaken = (requests(), select(fields), select(odd.to_vec())).prop_map(|(text, field, odd)| {
        let mut form: Map<String, Json> = serde_json::from_str(&text).unwrap_or_default();
        form.insert(field.to_string(), odd);
        Json::Object(form).to_string()
    });
    let twice = requests().prop_map(|text| text.replacen('{', "{\"year\":2024,", 1));
    prop_oneof![3 => scratched(requests()), 1 => cut(requests()), 3 => mistaken, 1 => twice]
}

/// With a scrap anywhere in a text, its end included, in the place of at most three characters.
fn scratched(texts: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let scraps =
        select(&["", "{", "}", "[", ",", "\"", "0", "-1", "null", "1e999", "\u{0}", "九", "\\u12"][..]);
    (texts, any::<Index>(), any::<Index>(), scraps).prop_map(|(text, from, length, scrap)| {
        let signs: Vec<char> = text.chars().collect();
        let from = from.index(signs.len() + 1);
        let length = length.index(4);
        let before = signs.iter().take(from);
        before.copied().chain(scrap.chars()).chain(signs.iter().skip(from + length).copied()).collect()
    })
}

/// Cut off anywhere, behind its last character too.
fn cut(texts: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    (texts, any::<Index>()).prop_map(|(text, at)| {
        let signs = text.chars().count();
        text.chars().take(at.index(signs + 1)).collect()
    })
}

#[cfg(test)]
mod tests {
    use alloc::collections::BTreeSet;
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;

    use super::*;

    fn all(strategy: &impl Strategy<Value = String>) -> BTreeSet<String> {
        let mut runner = TestRunner::deterministic();
        (0..2_000).filter_map(|_| Some(strategy.new_tree(&mut runner).ok()?.current())).collect()
    }

    /// Of a text as short as this every place is met: the one behind its end is met as well.
    #[test]
    fn damage_reaches_every_place() {
        let text = || Just(String::from("ab"));
        assert_eq!(all(&cut(text())), ["", "a", "ab"].map(String::from).into());
        let written: BTreeSet<usize> =
            all(&scratched(text())).iter().filter_map(|text| text.find("九")).collect();
        assert_eq!(written, [0, 1, 2].into());
    }
}
