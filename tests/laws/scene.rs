//! A plan of one target with all that is told about it, and the questions that the laws ask of it.

use std::borrow::Cow;
use std::fmt;

use dabiao::{
    Catalogue, Data, Evaluator, Number, Observation, Outcome, Roster, Rule, Settings, Target, Year,
    data::Datum,
    judge::Assessment,
    plan::{Calendar, Clause, Commitment, IndicatorCard, IndicatorKind, Plan, Scope, Section, Timing},
    values::{Counts, Date, Disaggregation, End, Interval, Ratio, Unit, Value},
};

/// One target, its indicators, and all that is told about them. The judged area is the unnamed one.
#[derive(Clone)]
pub(crate) struct Scene {
    pub(crate) cards: Vec<IndicatorCard>,
    pub(crate) target: Target,
    pub(crate) observations: Vec<Observation>,
    pub(crate) rosters: Vec<Roster>,
    pub(crate) settings: Settings,
}

impl fmt::Debug for Scene {
    /// What matters of a counterexample, on as many lines as there are rows.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (card, target) = (self.card(), &self.target);
        writeln!(
            f,
            "{} of {:?} {:?} {}..{:?}",
            target.indicator, card.calendar, card.unit, card.floor, card.ceiling
        )?;
        writeln!(f, "{:?} {:?} {:?}", target.rule, target.timing, target.scope)?;
        for row in &self.observations {
            let marks = (row.unit, row.status, row.break_before, &row.source);
            writeln!(f, "{row}: {:?} {marks:?}", row.datum)?;
        }
        for roster in &self.rosters {
            let names: Vec<&str> = roster.members.iter().map(|member| &*member.id).collect();
            writeln!(f, "roster {} {names:?}", roster.year)?;
        }
        write!(f, "{:?} {:?}", self.settings.method, self.settings.host_bounds)
    }
}

impl Scene {
    pub(crate) fn catalogue(&self) -> Catalogue {
        let mut catalogue = Catalogue::new();
        catalogue.add(plan("p"), self.cards.clone(), vec![self.target.clone()]).expect("a valid plan");
        catalogue
    }

    pub(crate) fn data(&self) -> Data<'static> {
        // A few bytes a case: data cannot outlive their catalogue.
        let catalogue: &'static Catalogue = Box::leak(Box::new(self.catalogue()));
        catalogue.data(self.observations.clone()).with_rosters(self.rosters.clone())
    }

    pub(crate) fn assess(&self, at: i32) -> Assessment {
        self.assess_years([at]).remove(0)
    }

    /// Every year that the laws look at.
    pub(crate) fn assess_all(&self) -> Vec<Assessment> {
        self.assess_years(2020..=2035)
    }

    fn assess_years(&self, years: impl IntoIterator<Item = i32>) -> Vec<Assessment> {
        let catalogue = self.catalogue();
        let data = catalogue.data(self.observations.clone()).with_rosters(self.rosters.clone());
        let evaluator = Evaluator::with(&catalogue, self.settings.clone()).expect("usable settings");
        let assess =
            |at| evaluator.assess(&self.target, data.area_or_empty(""), year(at)).expect("an assessment");
        years.into_iter().map(assess).collect()
    }

    pub(crate) fn outcomes(&self) -> Vec<Outcome> {
        self.assess_all().into_iter().map(|assessment| assessment.outcome).collect()
    }

    /// Every field of every year's assessment.
    pub(crate) fn json(&self) -> Vec<String> {
        self.assess_all().iter().map(|assessment| serde_json::to_string(assessment).expect("JSON")).collect()
    }

    pub(crate) fn card(&self) -> &IndicatorCard {
        &self.cards[0]
    }

    pub(crate) fn is_gap(&self) -> bool {
        self.target.indicator == "gap"
    }

    pub(crate) fn is_event(&self) -> bool {
        self.card().calendar == Calendar::Event
    }
}

pub(crate) fn year(number: i32) -> Year {
    Year::new(number).expect("a year")
}

pub(crate) fn number(text: &str) -> Number {
    text.parse().expect("a number")
}

/// The same amount in another unit of its kind; a power of ten, so always a decimal.
pub(crate) fn converted(number: Number, from: Unit, to: Unit) -> Number {
    let (times, over) = from.factor(to).expect("one kind");
    (number.to_ratio() * Ratio::new(times.into(), over.into()).expect("positive"))
        .to_number()
        .expect("a decimal")
}

pub(crate) fn plan(id: &'static str) -> Plan {
    Plan {
        id: id.into(),
        level: None,
        letter: "P".into(),
        zh: "计划".into(),
        en: "plan".into(),
        document: "1".into(),
        issued: Date::literal(2022, 8, 9),
        first: year(2021),
        last: year(2030),
        domains: Cow::Owned(["一", "二"].map(dabiao::values::Text::from_static).into()),
        domains_en: Cow::Borrowed(&[]),
        unit_kinds: Cow::Owned(
            [("township", "苏木镇", "townships"), ("town", "镇", "towns"), ("village", "嘎查村", "villages")]
                .map(|(id, zh, en_plural)| dabiao::plan::UnitKind {
                    id: id.into(),
                    zh: zh.into(),
                    en: id.into(),
                    en_plural: en_plural.into(),
                })
                .into(),
        ),
    }
}

pub(crate) fn card(
    id: &'static str,
    unit: Unit,
    floor: &str,
    ceiling: Option<&str>,
    calendar: Calendar,
) -> IndicatorCard {
    IndicatorCard {
        id: id.into(),
        zh: format!("名{id}").into(),
        en: id.into(),
        unit,
        kind: IndicatorKind::ValueOnly,
        floor: number(floor),
        ceiling: ceiling.map(number),
        calendar,
        disaggregation: Disaggregation::TOTAL,
        aliases: (&[]).into(),
        women_only: false,
        colon_inverted: false,
        gap: None,
        women_of: None,
        definition: None,
        valid: dabiao::plan::Validity::ALWAYS,
    }
}

pub(crate) fn target(rule: Rule, timing: Timing, scope: Scope) -> Target {
    Target {
        id: "t".into(),
        plan: "p".into(),
        clause: Clause { section: Section::Goal, domain: 1, item: "1".into(), words: "达到".into() },
        indicator: "main".into(),
        rule,
        reference: rule.has_reference().then(|| "ref".into()),
        timing,
        scope,
        commitment: Commitment::Firm,
        note: None,
        valid: dabiao::plan::Validity::ALWAYS,
    }
}

/// How many heads each town reports on, where that is known.
pub(crate) fn size(id: &str) -> Option<u64> {
    match id {
        "a" => Some(2),
        "b" => Some(4),
        _ => None,
    }
}

/// The rest of the whole in place of the share, and the other side of each bound.
pub(crate) fn mirrored(scene: &Scene) -> Option<Scene> {
    let unit = scene.card().unit;
    let rest = |number: Number, unit: Unit| {
        let whole = Ratio::whole(unit.per().unwrap_or(0).into());
        (whole - number.to_ratio()).rounded(number.places()).parse::<Number>().unwrap()
    };
    let turn = |value| rest(value, unit);
    let mut other = scene.clone();
    other.target.rule = match scene.target.rule {
        Rule::AtLeast { value } => Rule::AtMost { value: turn(value) },
        Rule::AtMost { value } => Rule::AtLeast { value: turn(value) },
        Rule::MoreThan { value } => Rule::LessThan { value: turn(value) },
        Rule::LessThan { value } => Rule::MoreThan { value: turn(value) },
        Rule::Around { value, better, tolerance } => {
            Rule::Around { value: turn(value), better: better.opposite(), tolerance }
        }
        Rule::Improves { better, qualifier: word } => {
            Rule::Improves { better: better.opposite(), qualifier: word }
        }
        Rule::NotWorse { better } => Rule::NotWorse { better: better.opposite() },
        Rule::HostBound { better } => Rule::HostBound { better: better.opposite() },
        _ => return None,
    };
    for bound in &mut other.settings.host_bounds {
        (bound.value, bound.better) = (turn(bound.value), bound.better.opposite());
    }
    let of = |counts: Counts| match counts.denominator.checked_sub(counts.numerator) {
        Some(numerator) => Counts { numerator, ..counts },
        None => counts,
    };
    for row in &mut other.observations {
        let unit = row.unit;
        let end = |end: Option<End>| end.map(|end| End { number: rest(end.number, unit), ..end });
        if let Datum::Value(value) = &mut row.datum {
            *value = match *value {
                Value::Number(number) => Value::Number(rest(number, unit)),
                Value::Counts(counts) => Value::Counts(of(counts)),
                // Of nobody a printed 0 says what the counts say, and its mirror does not.
                Value::Both { counts: Counts { numerator: 0, denominator: 0 }, .. } => return None,
                Value::Both { counts, number } => {
                    Value::Both { counts: of(counts), number: rest(number, unit) }
                }
                Value::Interval(found) => {
                    Value::Interval(Interval::new(end(found.high()), end(found.low())).unwrap())
                }
                _ => return None,
            };
        }
    }
    Some(other)
}
