//! Several plans side by side: what nation, region, city and county ask of one indicator, which asks most, and where two
//! of them cannot both be met.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::judge::Settings;
use crate::plan::{Better, Bound, Catalogue, Level, Rule, Scope, Target, Timing};
use crate::values::{Text, Year};

/// What several plans ask of one indicator.
///
/// ```
/// use dabiao::{judge::{Compared, Contradiction, ContradictionKind, SideBySide}, plan::{Level, Plan}, Catalogue, Rule, Settings, Target};
/// let mut catalogue = Catalogue::hangjin();
/// let ours = catalogue.target("women.health.g2.maternal-mortality-ratio")?.clone();
/// let city = Plan { id: "city".into(), level: Some(Level::City), ..catalogue.plan("women")?.clone() };
/// let rule = Rule::AtMost { value: "10".parse()? };
/// catalogue.add(city, vec![], vec![Target { id: "city.1".into(), plan: "city".into(), rule, ..ours }]).unwrap();
/// let all: Vec<SideBySide> = catalogue.side_by_side(&Settings::default());
/// let found = all.iter().find(|found| found.indicator == "maternal-mortality-ratio").unwrap();
/// let Compared { level, strictest, .. } = found.targets[0];
/// assert_eq!((level, strictest), (Some(Level::City), true));
/// let laxer: &Contradiction = &found.contradictions[0];
/// assert_eq!(laxer.kind, ContradictionKind::LaxerThanAbove);
/// assert!(laxer.zh().contains("city.1") && laxer.en().contains("asks less than `city.1`"));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct SideBySide {
    /// The indicator's id.
    pub indicator: Text,
    /// Over what it is judged; a target for the area and one for every unit are not compared.
    pub scope: Scope,
    /// The targets, the highest level first.
    pub targets: Vec<Compared>,
    /// Where two of them do not go together.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub contradictions: Vec<Contradiction>,
    /// How many more there are than are listed.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "is_zero"))]
    pub more_contradictions: usize,
}

/// So many contradictions are listed for one indicator; beyond them they are counted.
const LISTED: usize = 100;

#[cfg(feature = "serde")]
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// One plan's target in a [`SideBySide`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Compared {
    /// The target's id.
    pub target: Text,
    /// The plan's key.
    pub plan: Text,
    /// Whose plan it is, where the plan says so.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub level: Option<Level>,
    /// The clause's short name.
    pub clause: String,
    /// What the value is compared with, where that is one fixed number; for 左右 the edge of its band.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub bound: Option<Bound>,
    /// The due year.
    pub due: Year,
    /// Whether no other fixed bound here asks more: by the bound, then by the earlier due year, then by how often it has to
    /// hold. Never set where the fixed bounds point both ways, or where there is one alone.
    pub strictest: bool,
}

/// Two targets for one indicator that do not go together.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Contradiction {
    /// What is the matter.
    pub kind: ContradictionKind,
    /// One target's id; of the higher level where one is laxer.
    pub first: Text,
    /// The other's.
    pub second: Text,
}

/// In what way two targets do not go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ContradictionKind {
    /// Both have to hold in one year, and no value meets both.
    NoCommonValue,
    /// One asks for more, the other for less.
    OppositeDirections,
    /// A lower level asks less than a higher one: a laxer bound, or the same one later or less often.
    LaxerThanAbove,
}

impl Contradiction {
    /// In Chinese.
    #[must_use]
    pub fn zh(&self) -> String {
        let Self { first, second, .. } = self;
        match self.kind {
            ContradictionKind::NoCommonValue => {
                alloc::format!("{first}与{second}须在同一年达到，没有数值能同时满足")
            }
            ContradictionKind::OppositeDirections => alloc::format!("{first}与{second}要求的方向相反"),
            ContradictionKind::LaxerThanAbove => alloc::format!("{second}的要求低于上级的{first}"),
        }
    }

    /// In English.
    #[must_use]
    pub fn en(&self) -> String {
        let Self { first, second, .. } = self;
        match self.kind {
            ContradictionKind::NoCommonValue => {
                alloc::format!("`{first}` and `{second}` hold in one year, and no value meets both")
            }
            ContradictionKind::OppositeDirections => {
                alloc::format!("`{first}` and `{second}` ask for opposite directions")
            }
            ContradictionKind::LaxerThanAbove => {
                alloc::format!("`{second}` asks less than `{first}` of a higher level")
            }
        }
    }
}

impl Catalogue {
    /// Every indicator of which more than one plan asks something, in the order of the first target that does.
    ///
    /// ```
    /// use dabiao::{plan::{Level, Plan}, Catalogue, Rule, Settings, Target};
    /// let mut catalogue = Catalogue::hangjin();
    /// let ours = catalogue.target("women.health.g2.maternal-mortality-ratio")?.clone();
    /// let region = Plan { id: "region".into(), level: Some(Level::Region), ..catalogue.plan("women")?.clone() };
    /// let rule = Rule::AtMost { value: "10".parse()? };
    /// let target = Target { id: "region.mmr".into(), plan: "region".into(), rule, ..ours };
    /// catalogue.add(region, vec![], vec![target]).unwrap();
    /// let all = catalogue.side_by_side(&Settings::default());
    /// let found = all.iter().find(|found| found.indicator == "maternal-mortality-ratio").unwrap();
    /// assert_eq!((&*found.targets[0].target, found.targets[0].strictest), ("region.mmr", true));
    /// assert_eq!(
    ///     found.contradictions[0].en(),
    ///     "`women.health.g2.maternal-mortality-ratio` asks less than `region.mmr` of a higher level"
    /// );
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    #[must_use]
    pub fn side_by_side(&self, settings: &Settings) -> Vec<SideBySide> {
        self.compare(self.targets(), settings)
    }

    pub(crate) fn compare<'a>(
        &'a self,
        targets: impl Iterator<Item = &'a Target>,
        settings: &Settings,
    ) -> Vec<SideBySide> {
        let targets: Vec<&Target> =
            targets.filter(|target| self.is_asked_by_several(&target.indicator)).collect();
        let key = |target: &'a Target| (&*target.indicator, &target.scope);
        // The one plan that asks, or none where several do: those are few, and only they are gathered.
        let mut asking: BTreeMap<(&str, &Scope), Option<&str>> = BTreeMap::new();
        for target in &targets {
            let plan = asking.entry(key(target)).or_insert(Some(&target.plan));
            *plan = plan.filter(|plan| *plan == target.plan);
        }
        let mut groups: Vec<Vec<&Target>> = Vec::new();
        let mut places: BTreeMap<(&str, &Scope), usize> = BTreeMap::new();
        for target in targets.into_iter().filter(|target| asking.get(&key(target)) == Some(&None)) {
            let place = *places.entry(key(target)).or_insert(groups.len());
            match groups.get_mut(place) {
                Some(group) => group.push(target),
                None => groups.push(alloc::vec![target]),
            }
        }
        groups.into_iter().filter_map(|group| self.compared(group, settings)).collect()
    }

    fn compared(&self, mut group: Vec<&Target>, settings: &Settings) -> Option<SideBySide> {
        let first = group.first()?;
        let card = self.indicator(&first.indicator).ok()?;
        let scope = first.scope.clone();
        let level = |target: &Target| self.plan(&target.plan).ok().and_then(|plan| plan.level);
        // Plans that do not say whose they are stand last.
        group.sort_by_key(|target| (level(target).is_none(), level(target)));
        let mut targets: Vec<Compared> = group
            .iter()
            .map(|target| Compared {
                target: target.id.clone(),
                plan: target.plan.clone(),
                level: level(target),
                clause: self.label(target),
                bound: target.rule.fixed_bound(card.unit, settings.around_tolerance).map(|(bound, _)| bound),
                due: target.timing.due(),
                strictest: false,
            })
            .collect();
        let fixed: Vec<(usize, &Bound, &Target)> = targets
            .iter()
            .zip(&group)
            .enumerate()
            .filter_map(|(place, (required, target))| Some((place, required.bound.as_ref()?, *target)))
            .collect();
        let one_way = fixed.first().is_some_and(|(_, first, _)| {
            fixed.len() > 1 && fixed.iter().all(|(_, bound, _)| bound.better == first.better)
        });
        let strictest =
            fixed.iter().max_by(|one, other| strictness((one.1, one.2), (other.1, other.2))).copied();
        let strictest: Vec<usize> = match strictest.filter(|_| one_way) {
            Some((_, bound, target)) => {
                let as_strict = |one: &&(usize, &Bound, &Target)| {
                    strictness((one.1, one.2), (bound, target)) == Ordering::Equal
                };
                fixed.iter().filter(as_strict).map(|(place, ..)| *place).collect()
            }
            None => Vec::new(),
        };
        let partners = partners(&targets, &group);
        let all = partners.iter().sum::<usize>() / 2;
        let mut contradictions = Vec::new();
        // Few of those who contradict somebody contradict only those before them: each of these is in a pair already listed.
        let some = targets.iter().zip(&group).enumerate().zip(&partners);
        for ((place, (one, first)), _) in some.filter(|(_, partners)| **partners > 0) {
            for (other, second) in targets.iter().zip(&group).skip(place + 1) {
                if contradictions.len() == all.min(LISTED) {
                    break;
                }
                let Some(kind) = contradiction((one, first), (other, second)) else { continue };
                contradictions.push(Contradiction {
                    kind,
                    first: one.target.clone(),
                    second: other.target.clone(),
                });
            }
        }
        let more_contradictions = all.saturating_sub(contradictions.len());
        for place in strictest {
            if let Some(required) = targets.get_mut(place) {
                required.strictest = true;
            }
        }
        Some(SideBySide { indicator: card.id.clone(), scope, targets, contradictions, more_contradictions })
    }
}

/// With how many others each target does not go together, as [`contradiction`] has it of two: counted in sorted rows, for a
/// plan may ask something of one indicator a thousand times.
fn partners(targets: &[Compared], group: &[&Target]) -> Vec<usize> {
    let required = || targets.iter().zip(group);
    // By level, from the mildest on; by the years in which a bound holds, from the lowest on; and by direction.
    let mut levels: BTreeMap<(bool, Level), Vec<(&Bound, &Target)>> = BTreeMap::new();
    let mut years: BTreeMap<(bool, Year, Year), Vec<&Bound>> = BTreeMap::new();
    let (mut up, mut down) = (0, 0);
    for (compared, target) in required() {
        let Some(bound) = &compared.bound else {
            match direction(target) {
                Some(Better::Higher) => up += 1,
                Some(Better::Lower) => down += 1,
                None => {}
            }
            continue;
        };
        let higher = bound.better == Better::Higher;
        if let Some(level) = compared.level {
            levels.entry((higher, level)).or_default().push((bound, target));
        }
        if let Some((from, to)) = holds(&target.timing) {
            years.entry((higher, from, to)).or_default().push(bound);
        }
    }
    levels.values_mut().for_each(|required| required.sort_by(|one, other| strictness(*one, *other)));
    // One whose limit belongs leaves more room than one whose does not.
    for ((higher, ..), required) in &mut years {
        let strict = |bound: &Bound| bound.included != *higher;
        required.sort_by(|one, other| one.limit.cmp(&other.limit).then(strict(one).cmp(&strict(other))));
    }
    let count = |(compared, target): (&Compared, &&Target)| -> usize {
        let Some(bound) = &compared.bound else {
            return match direction(target) {
                Some(Better::Higher) => down,
                Some(Better::Lower) => up,
                None => 0,
            };
        };
        let higher = bound.better == Better::Higher;
        let mut count = 0;
        for ((_, level), required) in levels.iter().filter(|((way, _), _)| *way == higher) {
            let Some(own) = compared.level else { continue };
            let milder =
                |than: Ordering| required.partition_point(|one| strictness(*one, (bound, target)) < than);
            count += match level.cmp(&own) {
                // Milder below, stricter above.
                Ordering::Greater => milder(Ordering::Equal),
                Ordering::Less => required.len() - milder(Ordering::Greater),
                Ordering::Equal => 0,
            };
        }
        let Some((from, to)) = holds(&target.timing) else { return count };
        let together =
            years.iter().filter(|((way, first, last), _)| *way != higher && *first <= to && *last >= from);
        for (_, others) in together {
            count += match higher {
                true => others.partition_point(|other| !has_room(bound, other)),
                false => others.len() - others.partition_point(|other| has_room(other, bound)),
            };
        }
        count
    };
    required().map(count).collect()
}

/// Which of two fixed bounds that point one way asks more.
fn strictness(one: (&Bound, &Target), other: (&Bound, &Target)) -> Ordering {
    bounds(one.0, other.0)
        .then_with(|| other.1.timing.due().cmp(&one.1.timing.due()))
        .then_with(|| often(&one.1.timing).cmp(&often(&other.1.timing)))
}

fn bounds(one: &Bound, other: &Bound) -> Ordering {
    let apart = one.better.signed(&(&one.limit - &other.limit)).signum().cmp(&0);
    apart.then_with(|| other.included.cmp(&one.included))
}

/// How often a bound has to hold.
const fn often(timing: &Timing) -> u8 {
    match timing {
        Timing::EveryYear { .. } | Timing::EveryTerm { .. } | Timing::EachWindow { .. } => 3,
        Timing::Kept { .. } => 2,
        Timing::ReachedAndKept { .. } => 1,
        _ => 0,
    }
}

/// From which year to which a bound has to hold whatever went before.
fn holds(timing: &Timing) -> Option<(Year, Year)> {
    match timing {
        Timing::Kept { from, due } | Timing::EveryYear { from, due } => {
            (from <= due).then_some((*from, *due))
        }
        _ => Some((timing.due(), timing.due())),
    }
}

/// Whether a value can be as high as the one wants and as low as the other.
fn has_room(low: &Bound, high: &Bound) -> bool {
    match low.limit.cmp(&high.limit) {
        Ordering::Less => true,
        Ordering::Equal => low.included && high.included,
        Ordering::Greater => false,
    }
}

const fn direction(target: &Target) -> Option<Better> {
    match target.rule {
        Rule::Improves { better, .. }
        | Rule::ChangedBy { better, .. }
        | Rule::ChangedEachYear { better, .. } => Some(better),
        _ => None,
    }
}

fn contradiction(one: (&Compared, &Target), other: (&Compared, &Target)) -> Option<ContradictionKind> {
    let (first, second) = (one.1, other.1);
    if let (Some(a), Some(b)) = (&one.0.bound, &other.0.bound) {
        if a.better != b.better {
            let together = holds(&first.timing)
                .zip(holds(&second.timing))
                .is_some_and(|(one, other)| one.0 <= other.1 && other.0 <= one.1);
            let (low, high) = if a.better == Better::Higher { (a, b) } else { (b, a) };
            let room = has_room(low, high);
            return (together && !room).then_some(ContradictionKind::NoCommonValue);
        }
        let below = matches!((one.0.level, other.0.level), (Some(above), Some(below)) if above < below);
        let laxer = match bounds(b, a) {
            Ordering::Less => true,
            Ordering::Equal => strictness((a, first), (b, second)) == Ordering::Greater,
            Ordering::Greater => false,
        };
        return (below && laxer).then_some(ContradictionKind::LaxerThanAbove);
    }
    match (direction(first), direction(second)) {
        (Some(a), Some(b)) if a != b => Some(ContradictionKind::OppositeDirections),
        _ => None,
    }
}
