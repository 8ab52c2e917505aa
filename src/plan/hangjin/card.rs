//! How the built-in catalogue is written: constants that the compiler checks, one card for each fact.

use alloc::borrow::Cow;
use core::marker::PhantomData;

use super::aliases;
use crate::plan::{
    Better, Between, Bilingual, Calendar, Change, Clause, Commitment, Definition, Fraction, Gap, GapMeasure,
    Indicator, IndicatorCard, IndicatorKind, Qualifier, Rule, Scope, Section, SourceKind, StatisticalYear,
    Target, Timing, Validity,
};
use crate::values::{
    AgeGroup, Date, Disaggregation, Number, Quantity, Residence, Sex, Text, Year,
    unit::{Unit, UnitType},
};

/// The year in which the goals of both plans fall due.
const DUE: Year = Year::literal(2030);
/// The first year of both plans.
const FIRST: Year = Year::literal(2021);

/// An indicator, as it is written down.
#[derive(Clone, Copy)]
pub(super) struct Measure {
    id: &'static str,
    zh: &'static str,
    en: &'static str,
    kind: IndicatorKind,
    floor: u8,
    bounded: bool,
    calendar: Calendar,
    disaggregation: Disaggregation,
    women_only: bool,
    colon_inverted: bool,
    gap: Option<(&'static str, Between, &'static str, GapMeasure)>,
    women_of: &'static str,
    /// The year of the indicator whose strata a gap compares.
    year_of_gap: StatisticalYear,
    definition: Defined,
}

/// Two languages: Chinese and English.
type Pair = (&'static str, &'static str);

/// What an indicator means, as it is written down.
#[derive(Clone, Copy)]
struct Defined {
    counted: Pair,
    denominator: Pair,
    population: Pair,
    word: Pair,
    source: SourceKind,
    usual: bool,
}

/// None of nothing.
const fn known(text: &'static str) -> Option<Text> {
    if text.is_empty() { None } else { Some(Text::from_static(text)) }
}

/// Events over an exposure: no upper limit.
pub(super) const fn events(id: &'static str, zh: &'static str, en: &'static str) -> Measure {
    Measure {
        id,
        zh,
        en,
        kind: IndicatorKind::Events,
        floor: 0,
        bounded: false,
        calendar: Calendar::Year,
        disaggregation: Disaggregation::TOTAL,
        women_only: false,
        colon_inverted: false,
        gap: None,
        women_of: "",
        year_of_gap: StatisticalYear::Calendar,
        definition: Defined {
            counted: ("", ""),
            denominator: ("", ""),
            population: ("", ""),
            word: ("", ""),
            source: SourceKind::Records,
            usual: false,
        },
    }
}

/// So many of so many: 0 to 100％.
pub(super) const fn share(id: &'static str, zh: &'static str, en: &'static str) -> Measure {
    Measure { kind: IndicatorKind::Share, bounded: true, ..events(id, zh, en) }
}

/// So many of so many places, posts, members or bodies, which are counted and not drawn by chance: 0 to 100％.
pub(super) const fn stock(id: &'static str, zh: &'static str, en: &'static str) -> Measure {
    Measure { kind: IndicatorKind::Stock, ..share(id, zh, en) }
}

/// A quotient whose two sides count different things, or an amount: no upper limit, and no counts behind it.
pub(super) const fn amount(id: &'static str, zh: &'static str, en: &'static str) -> Measure {
    Measure { kind: IndicatorKind::ValueOnly, ..events(id, zh, en) }
}

/// The absolute difference between strata of another indicator.
pub(super) const fn difference<U>(
    id: &'static str,
    zh: &'static str,
    en: &'static str,
    of: Indicator<U>,
    between: Between,
) -> Measure
where
    U: UnitType,
{
    Measure {
        year_of_gap: year_of(of),
        gap: Some((card_id(of), between, "", GapMeasure::Difference)),
        ..amount(id, zh, en)
    }
}

/// The larger over the smaller of two strata of another indicator: at least 1.
pub(super) const fn larger_over_smaller<U>(
    id: &'static str,
    zh: &'static str,
    en: &'static str,
    of: Indicator<U>,
    between: Between,
) -> Measure
where
    U: UnitType,
{
    Measure {
        year_of_gap: year_of(of),
        floor: 1,
        gap: Some((card_id(of), between, "", GapMeasure::Ratio)),
        ..amount(id, zh, en)
    }
}

const fn year_of<U: UnitType>(of: Indicator<U>) -> StatisticalYear {
    match &of.card().definition {
        Some(definition) => definition.year,
        None => StatisticalYear::Calendar,
    }
}

const fn card_id<U: UnitType>(of: Indicator<U>) -> &'static str {
    of.card().id.as_static()
}

impl Measure {
    pub(super) const fn every_school_year(self) -> Self {
        Self { calendar: Calendar::SchoolYear, ..self }
    }

    pub(super) const fn every_term(self) -> Self {
        Self { calendar: Calendar::Term, ..self }
    }

    pub(super) const fn every(self, years: u8) -> Self {
        Self { calendar: Calendar::Every(years), ..self }
    }

    /// In the years of a survey that the host names by its rows.
    pub(super) const fn at_surveys(self) -> Self {
        Self { calendar: Calendar::Survey, ..self }
    }

    pub(super) const fn at_census(self) -> Self {
        Self { calendar: Calendar::Census, ..self }
    }

    pub(super) const fn when_it_happens(self) -> Self {
        Self { calendar: Calendar::Event, ..self }
    }

    pub(super) const fn of_women(self) -> Self {
        Self { disaggregation: Disaggregation { sex: Sex::Female, ..self.disaggregation }, ..self }
    }

    /// Of women, and nobody else can be counted.
    pub(super) const fn of_women_only(self) -> Self {
        Self { women_only: true, ..self.of_women() }
    }

    pub(super) const fn of_rural_areas(self) -> Self {
        Self { disaggregation: Disaggregation { residence: Residence::Rural, ..self.disaggregation }, ..self }
    }

    pub(super) const fn of_towns(self) -> Self {
        Self { disaggregation: Disaggregation { residence: Residence::Urban, ..self.disaggregation }, ..self }
    }

    /// Of persons from one age to another in completed years.
    pub(super) const fn aged(self, first: u8, last: u8) -> Self {
        Self { disaggregation: self.disaggregation.of_age(AgeGroup::years(first, last)), ..self }
    }

    pub(super) const fn aged_from(self, first: u8) -> Self {
        Self { disaggregation: self.disaggregation.of_age(AgeGroup::years_from(first)), ..self }
    }

    pub(super) const fn aged_months(self, first: u8, last: u8) -> Self {
        Self { disaggregation: self.disaggregation.of_age(AgeGroup::months(first, last)), ..self }
    }

    /// The figure for women of an indicator of both sexes.
    pub(super) const fn women_of<U: UnitType>(self, both: Indicator<U>) -> Self {
        Self { women_of: card_id(both), ..self.of_women() }
    }

    /// `1：3` in a cell names the denominator first.
    pub(super) const fn colon_inverted(self) -> Self {
        Self { colon_inverted: true, ..self }
    }

    /// What is counted: the numerator, or the amount itself.
    pub(super) const fn counts(self, zh: &'static str, en: &'static str) -> Self {
        Self { definition: Defined { counted: (zh, en), ..self.definition }, ..self }
    }

    /// The denominator.
    pub(super) const fn over(self, zh: &'static str, en: &'static str) -> Self {
        Self { definition: Defined { denominator: (zh, en), ..self.definition }, ..self }
    }

    /// Whom or what it is about, with the age.
    pub(super) const fn among(self, zh: &'static str, en: &'static str) -> Self {
        Self { definition: Defined { population: (zh, en), ..self.definition }, ..self }
    }

    /// The measure word of what is counted, and the English noun.
    pub(super) const fn word(self, zh: &'static str, en: &'static str) -> Self {
        Self { definition: Defined { word: (zh, en), ..self.definition }, ..self }
    }

    /// The kind of source.
    pub(super) const fn from(self, source: SourceKind) -> Self {
        Self { definition: Defined { source, ..self.definition }, ..self }
    }

    /// The usual definition, as published reports and forms have it; what is not marked is the choice of this catalogue.
    pub(super) const fn usual(self) -> Self {
        Self { definition: Defined { usual: true, ..self.definition }, ..self }
    }

    /// The kind of unit between which a gap is taken.
    pub(super) const fn between_units(self, kind: &'static str) -> Self {
        match self.gap {
            Some((of, between, _, measure)) => Self { gap: Some((of, between, kind, measure)), ..self },
            None => self,
        }
    }

    pub(super) const fn card(self, unit: Unit) -> IndicatorCard {
        assert!(
            !self.id.is_empty() && !self.zh.is_empty() && !self.en.is_empty(),
            "an indicator without a name"
        );
        let Defined { counted, denominator, population, word, source, usual } = self.definition;
        assert!(!counted.0.is_empty() && !counted.1.is_empty(), "an indicator without a definition");
        IndicatorCard {
            id: Text::from_static(self.id),
            zh: Text::from_static(self.zh),
            en: Text::from_static(self.en),
            aliases: Cow::Borrowed(aliases::of(self.id)),
            unit,
            kind: self.kind,
            floor: if self.floor == 0 { Number::ZERO } else { Number::literal("1") },
            ceiling: match (self.bounded, unit) {
                (false, _) => None,
                (true, Unit::PerMille) => Some(Number::literal("1000")),
                (true, Unit::Per10k) => Some(Number::literal("10000")),
                (true, Unit::Per100k) => Some(Number::literal("100000")),
                (true, _) => Some(Number::literal("100")),
            },
            calendar: self.calendar,
            disaggregation: self.disaggregation,
            women_only: self.women_only,
            colon_inverted: self.colon_inverted,
            gap: match self.gap {
                None => None,
                Some((of, between, kind, measure)) => {
                    Some(Gap { of: Text::from_static(of), between, unit_kind: known(kind), measure })
                }
            },
            women_of: known(self.women_of),
            definition: Some(Definition {
                counted: Bilingual::of(counted.0, counted.1),
                denominator: Bilingual::known(denominator.0, denominator.1),
                population: Bilingual::known(population.0, population.1),
                measure_word: Bilingual::known(word.0, word.1),
                source,
                year: match (source, self.calendar) {
                    (SourceKind::HealthReport, _) => StatisticalYear::MaternalChildHealth,
                    (_, Calendar::SchoolYear) => StatisticalYear::School,
                    _ => self.year_of_gap,
                },
                ours: !usual,
            }),
            valid: Validity::ALWAYS,
        }
    }
}

/// A rule for an indicator in `U`: a bound in another unit does not compile.
pub(super) struct Asks<U> {
    rule: Rule,
    reference: &'static str,
    unit: PhantomData<fn() -> U>,
}

impl<U> Clone for Asks<U> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<U> Copy for Asks<U> {}

const fn asks<U>(rule: Rule) -> Asks<U> {
    Asks { rule, reference: "", unit: PhantomData }
}

pub(super) const fn at_least<U: UnitType>(bound: Quantity<U>) -> Asks<U> {
    asks(Rule::AtLeast { value: bound.number() })
}

pub(super) const fn at_most<U: UnitType>(bound: Quantity<U>) -> Asks<U> {
    asks(Rule::AtMost { value: bound.number() })
}

/// 左右, where more is better.
pub(super) const fn around<U: UnitType>(value: Quantity<U>) -> Asks<U> {
    asks(Rule::Around { value: value.number(), better: Better::Higher, tolerance: None })
}

/// 三分之一, 1：3.
pub(super) const fn at_least_ratio<U: UnitType>(part: u32, whole: u32) -> Asks<U> {
    asks(Rule::AtLeastRatio { value: Fraction::literal(part, whole) })
}

/// 全覆盖, 应建尽建: every one of the named units. A printed 100％ is `at_least(percent("100"))`.
pub(super) const fn all<U: UnitType>() -> Asks<U> {
    asks(Rule::All)
}

/// 以2020年数据为基数下降.
pub(super) const fn falls_by<U: UnitType>(percent: &'static str, since: i16) -> Asks<U> {
    asks(Rule::ChangedBy {
        value: Change::Percent(Number::literal(percent)),
        better: Better::Lower,
        since: Year::literal(since),
    })
}

/// A direction upwards, with the plan's word.
pub(super) const fn rises<U: UnitType>(qualifier: Qualifier) -> Asks<U> {
    asks(Rule::Improves { better: Better::Higher, qualifier })
}

/// A direction downwards, with the plan's word.
pub(super) const fn falls<U: UnitType>(qualifier: Qualifier) -> Asks<U> {
    asks(Rule::Improves { better: Better::Lower, qualifier })
}

/// 合理控制, where less is better.
pub(super) const fn does_not_rise<U: UnitType>() -> Asks<U> {
    asks(Rule::NotWorse { better: Better::Lower })
}

/// 不降低, where more is better.
pub(super) const fn does_not_fall<U: UnitType>() -> Asks<U> {
    asks(Rule::NotWorse { better: Better::Higher })
}

/// 上升趋势减缓.
pub(super) const fn rises_slower<U: UnitType>() -> Asks<U> {
    asks(Rule::RisesSlower)
}

/// Not below another indicator in the same unit.
pub(super) const fn not_below<U: UnitType>(reference: Indicator<U>) -> Asks<U> {
    Asks { reference: card_id(reference), ..asks(Rule::NotBelow) }
}

/// 与…相适应.
pub(super) const fn in_proportion_to<U: UnitType>(reference: Indicator<U>) -> Asks<U> {
    Asks { reference: card_id(reference), ..asks(Rule::InProportion { tolerance: None }) }
}

/// 达到国家考核指标.
pub(super) const fn host_bound<U: UnitType>(better: Better) -> Asks<U> {
    asks(Rule::HostBound { better })
}

/// Watched, not judged.
pub(super) const fn monitored<U: UnitType>() -> Asks<U> {
    asks(Rule::Monitored)
}

/// A scope, as it is written down.
#[derive(Clone, Copy)]
enum Over {
    Area,
    Every(&'static str),
    Pooled(&'static str),
}

/// A target, as it is written down.
#[derive(Clone, Copy)]
pub(super) struct Card {
    section: Section,
    domain: u8,
    item: &'static str,
    id: &'static str,
    indicator: &'static str,
    rule: Rule,
    reference: &'static str,
    words: &'static str,
    timing: Timing,
    over: Over,
    commitment: Commitment,
    note: &'static str,
    note_zh: &'static str,
}

const fn card(section: Section, domain: u8, item: &'static str, id: &'static str) -> Card {
    Card {
        section,
        domain,
        item,
        id,
        indicator: "",
        rule: Rule::Monitored,
        reference: "",
        words: "",
        timing: Timing::ByYear { due: DUE },
        over: Over::Area,
        commitment: Commitment::Firm,
        note: "",
        note_zh: "",
    }
}

/// A main goal: `goal(1, "2", "women.health.g2.maternal-mortality-ratio")`.
pub(super) const fn goal(domain: u8, item: &'static str, id: &'static str) -> Card {
    card(Section::Goal, domain, item, id)
}

/// A strategy measure: `strategy(1, "2", "women.health.s2.rescue-centres")`.
pub(super) const fn strategy(domain: u8, item: &'static str, id: &'static str) -> Card {
    card(Section::Strategy, domain, item, id)
}

/// A duty of chapter three: `organisation("二.二", "women.organisation.o2-2.plenary-meeting")`.
pub(super) const fn organisation(item: &'static str, id: &'static str) -> Card {
    card(Section::Organisation, 0, item, id)
}

/// A duty of chapter four: `monitoring("一", "women.monitoring.m1.annual-monitoring")`.
pub(super) const fn monitoring(item: &'static str, id: &'static str) -> Card {
    card(Section::Monitoring, 0, item, id)
}

impl Card {
    /// What is asked of which indicator.
    pub(super) const fn asks<U: UnitType>(self, indicator: Indicator<U>, asks: Asks<U>) -> Self {
        Self { indicator: card_id(indicator), rule: asks.rule, reference: asks.reference, ..self }
    }

    /// The operative characters as printed.
    pub(super) const fn words(self, words: &'static str) -> Self {
        Self { words, ..self }
    }

    /// 保持在, 稳定在, 控制在: a bound of every year of the plan, decided in the due year.
    pub(super) const fn kept(self) -> Self {
        Self { timing: Timing::Kept { from: FIRST, due: DUE }, ..self }
    }

    /// 不得, 杜绝, 每年: in every year from one on.
    pub(super) const fn every_year_from(self, from: i16) -> Self {
        Self { timing: Timing::EveryYear { from: Year::literal(from), due: DUE }, ..self }
    }

    /// 达到并保持在.
    pub(super) const fn reached_and_kept(self) -> Self {
        Self { timing: Timing::ReachedAndKept { due: DUE }, ..self }
    }

    /// At every election.
    pub(super) const fn every_term(self) -> Self {
        Self { timing: Timing::EveryTerm { from: FIRST, due: DUE }, ..self }
    }

    /// 每5年一次.
    pub(super) const fn every_five_years(self) -> Self {
        Self { timing: Timing::EachWindow { from: FIRST, years: 5, due: DUE }, ..self }
    }

    /// Once, between the start of one year and the end of another.
    pub(super) const fn once(self, from: i16, due: i16) -> Self {
        Self { timing: Timing::Once { from: Year::literal(from), due: Year::literal(due) }, ..self }
    }

    /// Within so many months after a date.
    pub(super) const fn within_months(self, months: u8, after: Date) -> Self {
        Self { timing: Timing::Within { after, months }, ..self }
    }

    /// Every unit of one kind.
    pub(super) const fn for_every(self, unit_kind: &'static str) -> Self {
        Self { over: Over::Every(unit_kind), ..self }
    }

    /// The units of one kind taken together.
    pub(super) const fn pooled_over(self, unit_kind: &'static str) -> Self {
        Self { over: Over::Pooled(unit_kind), ..self }
    }

    pub(super) const fn commitment(self, commitment: Commitment) -> Self {
        Self { commitment, ..self }
    }

    /// Which reading was chosen where the wording allows several, in Chinese and English.
    pub(super) const fn note(self, note_zh: &'static str, note: &'static str) -> Self {
        Self { note, note_zh, ..self }
    }

    /// The target, checked: a card without clause, words or indicator, or with an id of another place, does not compile.
    pub(super) const fn target(self, plan: &'static str, domains: &[&str]) -> Target {
        assert!(!self.item.is_empty(), "a card without a clause");
        assert!(!self.words.is_empty(), "a card without operative characters");
        assert!(!self.indicator.is_empty(), "a card that asks nothing of any indicator");
        assert!(
            id_fits(&self, plan, domains),
            "the id does not name the plan, domain and clause of the card"
        );
        Target {
            id: Text::from_static(self.id),
            plan: Text::from_static(plan),
            clause: Clause {
                section: self.section,
                domain: self.domain,
                item: Text::from_static(self.item),
                words: Text::from_static(self.words),
            },
            indicator: Text::from_static(self.indicator),
            rule: self.rule,
            reference: known(self.reference),
            timing: self.timing,
            scope: match self.over {
                Over::Area => Scope::Area,
                Over::Every(kind) => Scope::EveryUnit(Text::from_static(kind)),
                Over::Pooled(kind) => Scope::Pooled(Text::from_static(kind)),
            },
            commitment: self.commitment,
            note: Bilingual::known(self.note_zh, self.note),
            valid: Validity::ALWAYS,
        }
    }
}

/// Whether an id reads `plan.domain.<letter><item>.<slug>`.
#[expect(clippy::indexing_slicing, reason = "const code has no iterators; an index outside fails the build")]
const fn id_fits(card: &Card, plan: &str, domains: &[&str]) -> bool {
    let id = card.id.as_bytes();
    let Some(place) = follows(id, 0, plan.as_bytes()) else { return false };
    let domain = match card.section {
        Section::Organisation => "organisation",
        Section::Monitoring => "monitoring",
        Section::Goal | Section::Strategy => domains[card.domain as usize - 1],
    };
    let Some(place) = follows(id, place, domain.as_bytes()) else { return false };
    if place >= id.len() || id[place] != card.section.letter() {
        return false;
    }
    match card.section {
        Section::Organisation | Section::Monitoring => true,
        Section::Goal | Section::Strategy => follows(id, place + 1, card.item.as_bytes()).is_some(),
    }
}

/// The place after `part` and a full stop, if they stand in `id` at `place`.
#[expect(clippy::indexing_slicing, reason = "const code has no iterators; the loop keeps the place inside")]
const fn follows(id: &[u8], place: usize, part: &[u8]) -> Option<usize> {
    let mut offset = 0;
    while offset < part.len() {
        if place + offset >= id.len() || id[place + offset] != part[offset] {
            return None;
        }
        offset += 1;
    }
    match place + offset < id.len() && id[place + offset] == b'.' {
        true => Some(place + offset + 1),
        false => None,
    }
}

/// Compared from the end, where ids differ soonest: from the front the compiler gives up on this many.
#[expect(clippy::indexing_slicing, reason = "const code has no iterators; an index outside fails the build")]
const fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut place = a.len();
    while place > 0 {
        place -= 1;
        if a[place] != b[place] {
            return false;
        }
    }
    true
}

/// Fails the build on two targets with one id.
#[expect(clippy::indexing_slicing, reason = "const code has no iterators; an index outside fails the build")]
pub(super) const fn unique_targets(targets: &[&Target]) {
    let mut first = 0;
    while first < targets.len() {
        let mut second = first + 1;
        while second < targets.len() {
            let (a, b) = (targets[first].id.as_static(), targets[second].id.as_static());
            assert!(!same(a.as_bytes(), b.as_bytes()), "two targets have the same id");
            second += 1;
        }
        first += 1;
    }
}

/// Fails the build where two files have an indicator with one id.
#[expect(clippy::indexing_slicing, reason = "const code has no iterators; an index outside fails the build")]
pub(super) const fn disjoint_files(files: &[&[&IndicatorCard]]) {
    let mut first = 0;
    while first < files.len() {
        let mut second = first + 1;
        while second < files.len() {
            disjoint_indicators(files[first], files[second]);
            second += 1;
        }
        first += 1;
    }
}

/// Fails the build where two files have an indicator with one id.
#[expect(clippy::indexing_slicing, reason = "const code has no iterators; an index outside fails the build")]
const fn disjoint_indicators(some: &[&IndicatorCard], others: &[&IndicatorCard]) {
    let mut first = 0;
    while first < some.len() {
        let mut second = 0;
        while second < others.len() {
            let (a, b) = (some[first].id.as_static(), others[second].id.as_static());
            assert!(!same(a.as_bytes(), b.as_bytes()), "two files have an indicator with the same id");
            second += 1;
        }
        first += 1;
    }
}

/// Fails the build on two indicators with one id.
#[expect(clippy::indexing_slicing, reason = "const code has no iterators; an index outside fails the build")]
pub(super) const fn unique_indicators(cards: &[&IndicatorCard]) {
    let mut first = 0;
    while first < cards.len() {
        let mut second = first + 1;
        while second < cards.len() {
            let (a, b) = (cards[first].id.as_static(), cards[second].id.as_static());
            assert!(!same(a.as_bytes(), b.as_bytes()), "two indicators have the same id");
            second += 1;
        }
        first += 1;
    }
}

/// Typed keys and the table of their cards, in the written order.
macro_rules! indicators {
    ($( $(#[doc = $doc:literal])+ $name:ident: $unit:ident = $measure:expr; )+) => {
        $( $(#[doc = $doc])+
        pub const $name: crate::plan::Indicator<crate::values::unit::$unit> = {
            static CARD: crate::plan::IndicatorCard = $measure.card(crate::values::Unit::$unit);
            crate::plan::Indicator::literal(&CARD)
        }; )+

        pub(crate) static CARDS: &[&crate::plan::IndicatorCard] = &[$($name.card()),+];
        const _: () = crate::plan::hangjin::card::unique_indicators(CARDS);
    };
}

/// Targets and their table, in printed order.
macro_rules! targets {
    (plan $plan:literal, domains $domains:expr; $( $(#[doc = $doc:literal])+ $name:ident = $card:expr; )+) => {
        $( $(#[doc = $doc])+
        pub static $name: crate::plan::Target = $card.target($plan, $domains); )+

        pub(crate) static CARDS: &[&crate::plan::Target] = &[$(&$name),+];
        const _: () = crate::plan::hangjin::card::unique_targets(CARDS);
    };
}

pub(super) use {indicators, targets};
