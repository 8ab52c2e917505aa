//! A made-up county with one target, and the few words in which the tests ask about it.

use dabiao::{
    Catalogue, Evaluator, Number, Observation, Rule, Settings, Standing, Target, Year,
    ahead::{Clearing, Outlook, Signal, Warning, Way},
    data::Missing,
    plan::{Calendar, Clause, Commitment, IndicatorCard, IndicatorKind, Plan, Scope, Section, Timing},
    report::Judgement,
    values::{Counts, Date, Disaggregation, Ratio, Unit, Value},
};

/// One target, its indicators (the target's own first, then what it is compared with), and all that is told.
#[derive(Debug, Clone)]
pub(crate) struct Scene {
    pub(crate) plan: Plan,
    pub(crate) cards: Vec<IndicatorCard>,
    pub(crate) target: Target,
    pub(crate) rows: Vec<Observation>,
    pub(crate) settings: Settings,
}

pub(crate) fn year(number: i32) -> Year {
    Year::new(number).unwrap()
}

pub(crate) fn number(text: &str) -> Number {
    text.parse().unwrap()
}

pub(crate) fn exact(text: &str) -> Ratio {
    number(text).to_ratio()
}

pub(crate) fn at_least(bound: &str) -> Rule {
    Rule::AtLeast { value: number(bound) }
}

pub(crate) fn at_most(bound: &str) -> Rule {
    Rule::AtMost { value: number(bound) }
}

pub(crate) fn by(due: i32) -> Timing {
    Timing::ByYear { due: year(due) }
}

pub(crate) fn every_year() -> Timing {
    Timing::EveryYear { from: year(2021), due: year(2030) }
}

pub(crate) fn kept() -> Timing {
    Timing::Kept { from: year(2021), due: year(2030) }
}

pub(crate) fn reached_and_kept() -> Timing {
    Timing::ReachedAndKept { due: year(2030) }
}

pub(crate) fn plan() -> Plan {
    Plan {
        id: "made-up".into(),
        level: None,
        letter: "M".into(),
        zh: "自拟规划".into(),
        en: "made-up plan".into(),
        document: "（自拟）".into(),
        issued: Date::literal(2022, 8, 9),
        first: year(2021),
        last: year(2030),
        domains: vec!["甲".into()].into(),
        domains_en: vec![].into(),
        unit_kinds: [].as_slice().into(),
    }
}

pub(crate) fn card(unit: Unit, kind: IndicatorKind, ceiling: Option<&str>) -> IndicatorCard {
    IndicatorCard {
        id: "main".into(),
        zh: "自拟指标".into(),
        en: "made-up indicator".into(),
        unit,
        kind,
        floor: Number::ZERO,
        ceiling: ceiling.map(number),
        calendar: Calendar::Year,
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

pub(crate) fn target(rule: Rule) -> Target {
    Target {
        id: "target".into(),
        plan: "made-up".into(),
        clause: Clause { section: Section::Goal, domain: 1, item: "1".into(), words: "（自拟）".into() },
        indicator: "main".into(),
        rule,
        reference: None,
        timing: by(2030),
        scope: Scope::Area,
        commitment: Commitment::Firm,
        note: None,
        valid: dabiao::plan::Validity::ALWAYS,
    }
}

/// `3/700` is counts, `?` a mark that nothing was reported, anything else a number.
pub(crate) fn row(card: &IndicatorCard, at: i32, cell: &str) -> Observation {
    if cell == "?" {
        return Observation::missing(card.id.clone(), year(at), Missing::NotReported);
    }
    let value = match cell.split_once('/') {
        Some((k, n)) => {
            Value::Counts(Counts { numerator: k.parse().unwrap(), denominator: n.parse().unwrap() })
        }
        None => Value::Number(number(cell)),
    };
    Observation::new(card.id.clone(), year(at), value, card.unit)
}

impl Scene {
    pub(crate) fn of(card: IndicatorCard, rule: Rule) -> Self {
        Self {
            plan: plan(),
            cards: vec![card],
            target: target(rule),
            rows: vec![],
            settings: Settings::default(),
        }
    }

    /// A share of 0 to 100 per cent, as a bare number.
    pub(crate) fn coverage(rule: Rule) -> Self {
        Self::of(card(Unit::Percent, IndicatorKind::ValueOnly, Some("100")), rule)
    }

    /// So many of so many, in per cent.
    pub(crate) fn share(rule: Rule) -> Self {
        Self::of(card(Unit::Percent, IndicatorKind::Share, Some("100")), rule)
    }

    /// So many of so many posts or members, in per cent: no chance.
    pub(crate) fn posts(rule: Rule) -> Self {
        Self::of(card(Unit::Percent, IndicatorKind::Stock, Some("100")), rule)
    }

    /// Institutions.
    pub(crate) fn whole(rule: Rule) -> Self {
        Self::of(card(Unit::Count, IndicatorKind::Stock, None), rule)
    }

    /// Deaths of infants per 1,000 births.
    pub(crate) fn infants() -> Self {
        Self::of(card(Unit::PerMille, IndicatorKind::Events, None), at_most("5.0"))
    }

    /// Deaths per 100,000.
    pub(crate) fn deaths(rule: Rule) -> Self {
        Self::of(card(Unit::Per100k, IndicatorKind::Events, None), rule)
    }

    pub(crate) fn timing(mut self, timing: Timing) -> Self {
        self.target.timing = timing;
        self
    }

    pub(crate) fn settings(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        change(&mut self.settings);
        self
    }

    /// The rule compares with a second indicator of the same shape.
    pub(crate) fn against(mut self) -> Self {
        let reference =
            IndicatorCard { id: "other".into(), zh: "参照指标".into(), ..self.cards[0].clone() };
        self.target.reference = Some(reference.id.clone());
        self.cards.push(reference);
        self
    }

    pub(crate) fn told(mut self, at: i32, cell: &str) -> Self {
        self.rows.push(row(&self.cards[0], at, cell));
        self
    }

    pub(crate) fn told_of_other(mut self, first: i32, cells: &str) -> Self {
        for (at, cell) in (first..).zip(cells.split_whitespace()) {
            self.rows.push(row(&self.cards[1], at, cell));
        }
        self
    }

    /// One cell a year; `·` where nothing was told.
    pub(crate) fn series(self, first: i32, cells: &str) -> Self {
        let cells = (first..).zip(cells.split_whitespace());
        cells.filter(|(_, cell)| *cell != "·").fold(self, |scene, (at, cell)| scene.told(at, cell))
    }

    pub(crate) fn catalogue(&self) -> Catalogue {
        let mut catalogue = Catalogue::new();
        catalogue.add(self.plan.clone(), self.cards.clone(), vec![self.target.clone()]).unwrap();
        catalogue
    }

    #[track_caller]
    pub(crate) fn judge(&self, at: i32) -> Judgement {
        let catalogue = self.catalogue();
        let data = catalogue.data(self.rows.clone());
        let evaluator = Evaluator::with(&catalogue, self.settings.clone()).unwrap();
        evaluator.judge(&self.target, data.area_or_empty(""), year(at)).unwrap()
    }

    #[track_caller]
    pub(crate) fn standing(&self, at: i32) -> Standing {
        self.judge(at).standing
    }

    #[track_caller]
    pub(crate) fn outlook(&self, at: i32) -> Outlook {
        self.judge(at).outlook.expect("an outlook")
    }

    /// `未达标 critical, 缺数 watch`; a remark is a note.
    #[track_caller]
    pub(crate) fn warned(&self, at: i32) -> String {
        names(&self.judge(at).warnings)
    }

    /// The warning of this name.
    #[track_caller]
    pub(crate) fn warning(&self, at: i32, zh: &str) -> Warning {
        let warnings = self.judge(at).warnings;
        let found = warnings.iter().find(|warning| warning.signal.zh() == zh);
        found.unwrap_or_else(|| panic!("{zh} is not among {}", names(&warnings))).clone()
    }

    #[track_caller]
    pub(crate) fn warns(&self, at: i32, zh: &str) -> bool {
        self.judge(at).warnings.iter().any(|warning| warning.signal.zh() == zh)
    }

    /// What would clear the headline.
    #[track_caller]
    pub(crate) fn clearing(&self, at: i32) -> Clearing {
        let warnings = self.judge(at).warnings;
        let headline = warnings.first().filter(|warning| warning.headline).expect("a headline");
        headline.clearing.clone().expect("what clears it")
    }

    /// The value that is said to clear the headline, told for the next year, clears it.
    #[track_caller]
    pub(crate) fn assert_clears(&self, at: i32, zh: &str) {
        let headline = self.judge(at).warnings[0].signal.zh();
        assert_eq!(headline, zh);
        let clearing = self.clearing(at);
        let (value, next) = match &clearing {
            Clearing::NextValue { value, better, included, .. } => {
                // A hair better where the value itself is not enough.
                let step = if *included { Ratio::zero() } else { Ratio::new(1, 1_000).unwrap() };
                (value + better.signed(&step), at + 1)
            }
            Clearing::Report { year } => (exact("1"), year.number()),
            other => panic!("{other:?} names no value"),
        };
        let told = self.clone().told(next, &value.to_number().expect("a decimal").to_string());
        let after = told.judge(next);
        assert!(
            !after.warnings.iter().any(|warning| warning.signal.zh() == zh),
            "{zh} of {at} is to be cleared by {clearing:?}, and after {value} in {next} there is still {}",
            names(&after.warnings)
        );
    }
}

pub(crate) fn names(warnings: &[Warning]) -> String {
    let severity = |warning: &Warning| warning.severity.map_or("note", dabiao::ahead::Severity::en);
    let names = warnings.iter().map(|w| format!("{} {}", w.signal.zh(), severity(w)));
    names.collect::<Vec<_>>().join(", ")
}

/// The numbers of a signal, in the order of its fields.
pub(crate) fn numbers(signal: &Signal) -> String {
    let show = |value: &Option<Ratio>| value.as_ref().map_or("-".into(), ToString::to_string);
    let of_way = |way: &Option<Way>| {
        way.as_ref().map_or("-".into(), |way| {
            format!(
                "{} {} {} {}",
                way.path_value,
                show(&way.required),
                show(&way.seen),
                show(&way.projection)
            )
        })
    };
    match signal {
        Signal::Missed { margin, year } => {
            year.map_or_else(|| show(margin), |year| format!("settled in {year}"))
        }
        Signal::Difficult { way, out_of_reach } => {
            of_way(way) + if *out_of_reach { " out of reach" } else { "" }
        }
        Signal::Slowing { way } | Signal::Lagging { way } => of_way(way),
        Signal::Relapse { since, value, .. } => format!("{since}: {}", show(value)),
        Signal::RelapseRisk { years_to_breach, pooled } => format!("{years_to_breach:?} {pooled}"),
        Signal::Reversal { before, last, since } => format!("{before} {last} since {since}"),
        Signal::SuddenChange { change, before } => {
            format!("{change} from {} in {}", before.value, before.year)
        }
        Signal::Stagnation { since, years } => format!("{since} {years}"),
        Signal::NotReported { times } => times.to_string(),
        Signal::Inherited { year, headline } => format!("{year}: {}", headline.zh()),
        other => format!("{other:?}"),
    }
}
