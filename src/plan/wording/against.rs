//! A target compared with its own words.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use super::{Ask, Figure, Request, When, names, read};
use crate::plan::{IndicatorCard, Rule, Scope, Target, Timing};
use crate::values::Number;

/// Something in a target that the words beside it do not say.
///
/// ```
/// use dabiao::{plan::wording, Catalogue, Number, Rule};
/// let catalogue = Catalogue::hangjin();
/// let mut target = catalogue.target("women.health.g2.maternal-systematic-management-rate")?.clone();
/// let card = catalogue.indicator(&target.indicator)?;
/// assert_eq!(wording::doubts(&target, card), []);
/// target.rule = Rule::AtLeast { value: "0.9".parse()? };
/// let doubt = &wording::doubts(&target, card)[0];
/// assert_eq!((doubt.field, doubt.to_string()), ("rule.value", "0.9 stands here, and the words ask ≥90%: 90".to_string()));
/// assert_eq!(doubt.zh(), "这里写的是0.9，而原文要求≥90%：90");
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Doubt {
    /// The field of the target: `rule.value`.
    pub field: &'static str,
    en: String,
    zh: String,
}

impl Doubt {
    /// What the words say instead, in Chinese.
    #[must_use]
    pub fn zh(&self) -> &str {
        &self.zh
    }

    fn new(field: &'static str, given: &str, said: &str) -> Self {
        let en = format!("{given} stands here, and the words ask {said}");
        let zh = format!("这里写的是{given}，而原文要求{said}");
        Self { field, en, zh }
    }

    /// With what would be right in that field.
    fn with(self, right: &str) -> Self {
        Self { en: format!("{}: {right}", self.en), zh: format!("{}：{right}", self.zh), ..self }
    }
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.en)
    }
}

/// What a target asks and its own words do not say. Nothing where the words, or one of their readings, ask just that.
///
/// Where the words ask several things, the one that names the indicator is taken; where none does, the nearest.
///
/// ```
/// use dabiao::{plan::wording, Catalogue};
/// let catalogue = Catalogue::hangjin();
/// let target = catalogue.target("children.health.g3.infant-mortality-rate")?;
/// assert_eq!(wording::doubts(target, catalogue.indicator(&target.indicator)?), []);
/// # Ok::<(), dabiao::Error>(())
/// ```
#[must_use]
pub fn doubts(target: &Target, indicator: &IndicatorCard) -> Vec<Doubt> {
    let reading = read(&target.clause.words);
    let asks = about(&reading.asks, indicator);
    let held = asks.iter().map(|ask| held_against(ask, target, indicator));
    if let Some(nearest) = held.min_by_key(Vec::len) {
        return nearest;
    }
    let why = reading.unread.first().map(|unread| (unread.why, unread.place.of(&target.clause.words)));
    let (en, zh) = why.map_or_else(
        || {
            (
                "no bound and no direction can be read from these words".to_string(),
                "原文中读不出界限或方向".to_string(),
            )
        },
        |(why, place)| {
            (
                format!("no bound can be read from `{place}`: {}", why.en()),
                format!("从“{place}”读不出界限：{}", why.zh()),
            )
        },
    );
    vec![Doubt { field: "clause.words", en, zh }]
}

/// Those of the asks that are about an indicator: of a gap or not, and with the nearest name.
fn about<'a>(asks: &'a [Ask], indicator: &IndicatorCard) -> Vec<&'a Ask> {
    let mut asks: Vec<&Ask> = asks.iter().collect();
    let gap = indicator.gap.is_some();
    if asks.iter().any(|ask| ask.gap == gap) {
        asks.retain(|ask| ask.gap == gap);
    }
    let near =
        |ask: &Ask| ask.names.iter().map(|name| names::likeness(name, &indicator.zh)).max().unwrap_or(0);
    let nearest = asks.iter().map(|ask| near(ask)).max().unwrap_or(0);
    asks.retain(|ask| near(ask) == nearest);
    asks
}

fn held_against(ask: &Ask, target: &Target, indicator: &IndicatorCard) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let since = match target.rule {
        Rule::ChangedBy { since, .. } | Rule::ChangedEachYear { since, .. } => Some(since),
        _ => None,
    };
    let rules = ask.rules(indicator.unit, since.unwrap_or(target.timing.due()));
    let request = ask.request.to_string();
    match rules.first() {
        None => doubts.push(Doubt::new("indicator", indicator.unit.symbol(), &request)),
        Some(_) if rules.iter().any(|rule| is_same(rule, &target.rule, ask)) => {}
        Some(first) => {
            let (field, given, right) = difference(&target.rule, first);
            doubts.push(Doubt::new(field, &given, &request).with(&right));
        }
    }
    if let Some(when) = ask.timing.filter(|when| !when.agrees(&target.timing)) {
        doubts.push(Doubt::new("timing", target.timing.code(), when.code()));
    }
    if let Some(due) = ask.due.filter(|due| *due != target.timing.due()) {
        doubts.push(Doubt::new("timing.due", &target.timing.due().to_string(), &due.to_string()));
    }
    if let Some(each) = ask.each.as_deref().filter(|_| target.scope.is_area()) {
        doubts.push(Doubt::new("scope", target.scope.code(), each));
    }
    if ask.each.is_none() && target.scope.is_every_unit() {
        doubts.push(Doubt::new("scope", target.scope.code(), Scope::Area.code()));
    }
    if ask.commitment != target.commitment {
        doubts.push(Doubt::new("commitment", target.commitment.code(), ask.commitment.code()));
    }
    doubts
}

/// Whether a rule is the one that the words give. What only a plan's maker can choose is left to him: the width of 左右 and
/// 相适应, and which way is better under an assessment.
fn is_same(said: &Rule, given: &Rule, ask: &Ask) -> bool {
    // Digits as printed count (修约值比较法 rounds to them), but not those of a number that was converted.
    let printed = match &ask.request {
        Request::Bound { amount, .. } | Request::Change { amount, .. } => amount.figure,
        _ => Figure::Colon(Number::ZERO, Number::ZERO),
    };
    let digits = |rule: &Rule| match printed {
        Figure::Number(number) if said.number() == Some(number) => rule.number().map(Number::places),
        _ => None,
    };
    let same = match (said, given) {
        (Rule::Around { value, better, .. }, Rule::Around { value: other, better: way, .. }) => {
            value == other && better == way
        }
        (Rule::InProportion { .. }, Rule::InProportion { .. })
        | (Rule::HostBound { .. }, Rule::HostBound { .. }) => true,
        _ => said == given,
    };
    same && digits(said) == digits(given)
}

/// The field in which two rules differ, and what stands there in each.
fn difference(given: &Rule, said: &Rule) -> (&'static str, String, String) {
    if given.code() != said.code() {
        return ("rule.kind", given.code().to_string(), said.code().to_string());
    }
    if given.better() != said.better() {
        let code = |rule: &Rule| format!("{:?}", rule.better()).to_lowercase();
        return ("rule.better", code(given), code(said));
    }
    match (given, said) {
        (Rule::Improves { qualifier, .. }, Rule::Improves { qualifier: other, .. }) => {
            ("rule.qualifier", qualifier.en().to_string(), other.en().to_string())
        }
        (Rule::ChangedBy { value, since, .. }, Rule::ChangedBy { value: other, since: year, .. })
            if value == other =>
        {
            ("rule.since", since.to_string(), year.to_string())
        }
        (Rule::ChangedBy { value, .. }, Rule::ChangedBy { value: other, .. }) => {
            ("rule.value", value.to_string(), other.to_string())
        }
        (
            Rule::ChangedEachYear { value, since, .. },
            Rule::ChangedEachYear { value: other, since: year, .. },
        ) => match value == other {
            true => ("rule.since", since.to_string(), year.to_string()),
            false => ("rule.value", value.to_string(), other.to_string()),
        },
        (Rule::AtLeastRatio { value }, Rule::AtLeastRatio { value: other }) => {
            ("rule.value", value.to_string(), other.to_string())
        }
        _ => {
            let number = |rule: &Rule| rule.number().map_or_else(String::new, |number| number.to_string());
            ("rule.value", number(given), number(said))
        }
    }
}

impl When {
    /// Whether a target's timing is what the words say.
    fn agrees(self, timing: &Timing) -> bool {
        match (self, timing) {
            (Self::ByYear, Timing::ByYear { .. } | Timing::Once { .. })
            | (Self::Kept, Timing::Kept { .. })
            | (Self::EveryYear, Timing::EveryYear { .. })
            | (Self::ReachedAndKept, Timing::ReachedAndKept { .. })
            | (Self::EachTerm, Timing::EveryTerm { .. }) => true,
            (Self::EachWindow(years), Timing::EachWindow { years: given, .. }) => years == *given,
            (Self::WithinMonths(months), Timing::Within { months: given, .. }) => months == *given,
            _ => false,
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::ByYear => "by_year",
            Self::Kept => "kept",
            Self::EveryYear => "every_year",
            Self::ReachedAndKept => "reached_and_kept",
            Self::EachTerm => "every_term",
            Self::EachWindow(_) => "each_window",
            Self::WithinMonths(_) => "within",
        }
    }
}
