//! A made-up county with one plan, and the few words in which the tests speak of it.
//!
//! Rows are written as an office would write them, so `told("2024", "93.5％")` is a whole observation.

use dabiao::{
    Catalogue, Data, Evaluator, Observation, Outcome, Record, Report, Roster, Rule, Settings, Target, Year,
    data::{FindingKind, Status},
    judge::{Assessment, HostBound, Note},
    plan::{Better, IndicatorCard, Scope, Timing},
    values::{ReportingUnit, Text},
};

pub(crate) use crate::cards::*;

#[derive(Clone, Default)]
struct Line {
    indicator: String,
    unit: String,
    residence: &'static str,
    sex: &'static str,
    period: String,
    value: String,
    status: &'static str,
}

/// The plan, its facts, and the rows that were reported. Judged is the first target.
#[derive(Clone)]
pub(crate) struct County {
    pub(crate) cards: Vec<IndicatorCard>,
    pub(crate) targets: Vec<Target>,
    lines: Vec<Line>,
    typed: Vec<Observation>,
    rosters: Vec<Roster>,
    pub(crate) settings: Settings,
}

impl County {
    pub(crate) fn of(cards: Vec<IndicatorCard>, targets: Vec<Target>) -> Self {
        Self { cards, targets, lines: vec![], typed: vec![], rosters: vec![], settings: Settings::default() }
    }

    /// One indicator, and one target that is due in 2030.
    pub(crate) fn asking(card: IndicatorCard, rule: Rule) -> Self {
        let target = goal("target", "1", &card, rule);
        Self::of(vec![card], vec![target])
    }

    pub(crate) fn timing(mut self, timing: Timing) -> Self {
        self.targets[0].timing = timing;
        self
    }

    pub(crate) fn over(mut self, scope: fn(Text) -> Scope) -> Self {
        self.targets[0].scope = scope("township".into());
        self
    }

    /// The rule compares with this second indicator.
    pub(crate) fn against(mut self, reference: IndicatorCard) -> Self {
        self.targets[0].reference = Some(reference.id.clone());
        self.cards.push(reference);
        self
    }

    pub(crate) fn settings(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self
    }

    pub(crate) fn host_bound(mut self, year: i16, value: &str, better: Better) -> Self {
        let target = self.targets[0].id.clone();
        let bound = HostBound { target, year: Some(Year::literal(year)), value: number(value), better };
        self.settings.host_bounds.push(bound);
        self
    }

    fn line(mut self, change: impl FnOnce(&mut Line)) -> Self {
        let mut line = Line { indicator: self.cards[0].id.to_string(), ..Line::default() };
        change(&mut line);
        self.lines.push(line);
        self
    }

    /// A row of the first indicator for the whole county; a leading `变` marks 口径变化.
    pub(crate) fn told(self, period: &str, value: &str) -> Self {
        self.line(|line| (line.period, line.value) = (period.into(), value.into()))
    }

    pub(crate) fn told_of(self, indicator: &str, period: &str, value: &str) -> Self {
        let mut told = self.told(period, value);
        told.last().indicator = indicator.into();
        told
    }

    pub(crate) fn told_by(self, unit: &str, period: &str, value: &str) -> Self {
        let mut told = self.told(period, value);
        told.last().unit = unit.into();
        told
    }

    pub(crate) fn told_in(self, residence: &'static str, period: &str, value: &str) -> Self {
        let mut told = self.told(period, value);
        told.last().residence = residence;
        told
    }

    pub(crate) fn told_among(self, sex: &'static str, period: &str, value: &str) -> Self {
        let mut told = self.told(period, value);
        told.last().sex = sex;
        told
    }

    /// The status of the row told last.
    pub(crate) fn marked(mut self, status: &'static str) -> Self {
        self.last().status = status;
        self
    }

    /// The row told last is of another indicator.
    pub(crate) fn naming(mut self, indicator: &str) -> Self {
        self.last().indicator = indicator.into();
        self
    }

    fn last(&mut self) -> &mut Line {
        self.lines.last_mut().unwrap()
    }

    /// Something happened on a day.
    pub(crate) fn happened(self, date: &str) -> Self {
        let event = Observation::event(self.cards[0].id.clone(), date.parse().unwrap());
        self.observed(event)
    }

    pub(crate) fn observed(mut self, observation: Observation) -> Self {
        self.typed.push(observation);
        self
    }

    pub(crate) fn happened_in(self, unit: &'static str, date: &str) -> Self {
        let event = Observation::event(self.cards[0].id.clone(), date.parse().unwrap());
        self.observed(event.in_unit(ReportingUnit::new("township", unit)))
    }

    pub(crate) fn roster(mut self, year: i16, members: &[&str]) -> Self {
        let members: Vec<String> = members.iter().map(ToString::to_string).collect();
        self.rosters.push(Roster::new("township", Year::literal(year), members));
        self
    }

    pub(crate) fn roster_of_size(mut self, year: i16, size: u64, members: &[&str]) -> Self {
        self = self.roster(year, members);
        let roster = self.rosters.pop().unwrap();
        self.rosters.push(roster.each_of_size(size));
        self
    }

    #[track_caller]
    pub(crate) fn catalogue(&self) -> Catalogue {
        let mut catalogue = Catalogue::new();
        catalogue.add(plan(), self.cards.clone(), self.targets.clone()).unwrap();
        catalogue
    }

    #[track_caller]
    pub(crate) fn observations(&self) -> Vec<Observation> {
        let catalogue = self.catalogue();
        let read = |line: &Line| {
            let (value, changed) = match line.value.strip_prefix('变') {
                Some(value) => (value, "口径变化"),
                None => (line.value.as_str(), ""),
            };
            let record = Record {
                indicator: &line.indicator,
                unit_kind: if line.unit.is_empty() { "" } else { "township" },
                unit_id: &line.unit,
                residence: line.residence,
                sex: line.sex,
                period: &line.period,
                value,
                status: line.status,
                break_before: changed,
                ..Record::default()
            };
            record.read(&catalogue).unwrap_or_else(|errors| panic!("{errors:?}"))
        };
        let rows = self.lines.iter().map(read);
        rows.chain(self.typed.iter().cloned()).collect()
    }

    #[track_caller]
    pub(crate) fn data(&self) -> Data<'static> {
        // A few bytes a case: data cannot outlive their catalogue.
        let catalogue: &'static Catalogue = Box::leak(Box::new(self.catalogue()));
        catalogue.data(self.observations()).with_rosters(self.rosters.clone())
    }

    #[track_caller]
    pub(crate) fn findings(&self) -> Vec<FindingKind> {
        self.data().findings().iter().map(|finding| finding.kind.clone()).collect()
    }

    /// The findings with those of the audit.
    pub(crate) fn audited(&self) -> Vec<FindingKind> {
        let audit = self.data().area_or_empty("").audit();
        let relations = audit.findings().iter().map(|finding| finding.kind.clone());
        self.findings().into_iter().chain(relations).collect()
    }

    /// The ids of the relations between figures that do not hold.
    pub(crate) fn broken(&self) -> Vec<String> {
        let id = |kind: FindingKind| match kind {
            FindingKind::RelationBroken(broken) => Some(broken.relation.to_string()),
            _ => None,
        };
        self.audited().into_iter().filter_map(id).collect()
    }

    #[track_caller]
    pub(crate) fn report(&self, year: i16) -> Report {
        let data = self.data();
        Evaluator::with(data.catalogue(), self.settings.clone())
            .expect("usable settings")
            .report(data.area_or_empty(""), Year::literal(year))
            .unwrap()
    }

    #[track_caller]
    pub(crate) fn judged(&self, year: i16) -> Assessment {
        self.report(year).rows.swap_remove(0).judgement.assessment
    }

    #[track_caller]
    pub(crate) fn outcome(&self, year: i16) -> Outcome {
        self.judged(year).outcome
    }

    /// The verdict with its remarks: `met, baseline 2021`.
    #[track_caller]
    pub(crate) fn verdict(&self, year: i16) -> String {
        verdict(&self.judged(year))
    }
}

fn verdict(assessment: &Assessment) -> String {
    let mut remarks: Vec<String> = assessment.notes.iter().map(remark).collect();
    remarks.sort();
    remarks.insert(0, assessment.outcome.en().into());
    remarks.join(", ")
}

fn remark(note: &Note) -> String {
    match note {
        Note::OtherMethod(outcome) => format!("by the other method {}", outcome.en()),
        Note::BeyondBand => "beyond the band".into(),
        Note::Unsettled(Status::Provisional) => "provisional".into(),
        Note::Unsettled(_) => "estimated".into(),
        Note::Standing(year) => format!("stands since {year}"),
        Note::BaselineMoved(year) => format!("baseline {year}"),
        Note::AtLimit => "at the limit".into(),
        Note::PrintedAgainstRatio => "printed".into(),
        other => format!("{other:?}"),
    }
}

/// Each value alone, told for 2024, gives this verdict (with its remarks).
#[track_caller]
pub(crate) fn assert_each(county: &County, expected: &str, values: &[&str]) {
    let wrong: Vec<String> = values
        .iter()
        .map(|value| (value, county.clone().told("2024", value).verdict(2024)))
        .filter(|(_, verdict)| verdict != expected)
        .map(|(value, verdict)| format!("{value}: {verdict}"))
        .collect();
    assert!(wrong.is_empty(), "{:?} should be {expected}, but {wrong:#?}", county.targets[0].rule);
}

#[track_caller]
pub(crate) fn assert_met(county: &County, values: &[&str]) {
    assert_each(county, "met", values);
}

#[track_caller]
pub(crate) fn assert_not_met(county: &County, values: &[&str]) {
    assert_each(county, "not met", values);
}

/// A table with the years as its head: one series a line, `·` where nothing was told, then the verdict in the last
/// year, then why.
#[track_caller]
pub(crate) fn assert_table(county: &County, table: &str) {
    let mut lines = table.lines().map(str::trim).filter(|line| !line.is_empty());
    let head: Vec<&str> = lines.next().unwrap().split_whitespace().take_while(|word| *word != "|").collect();
    let assessed: i16 = head.last().unwrap().trim_end_matches('届').parse().unwrap();
    let mut wrong = Vec::new();
    for line in lines {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let cells: Vec<&str> = parts[0].split_whitespace().collect();
        assert_eq!(cells.len(), head.len(), "{line}");
        let told = head.iter().zip(cells).filter(|(_, cell)| *cell != "·");
        let county = told.fold(county.clone(), |county, (period, cell)| county.told(period, cell));
        let verdict = county.verdict(assessed);
        if verdict != parts[1] {
            wrong.push(format!("{line}\n    is {verdict}"));
        }
    }
    assert!(wrong.is_empty(), "{:?}\n{}", county.targets[0].rule, wrong.join("\n"));
}
