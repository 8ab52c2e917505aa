//! 逻辑审核: the figures of an area compared with one another by the relations of the catalogue.

mod any;
mod chance;
mod desk;
mod general;
mod layout;
mod named;
mod parts;
mod span;

use alloc::collections::BTreeMap;
use alloc::string::ToString;
use alloc::vec::Vec;

use crate::data::{AreaData, AuditCell, AuditColumn, AuditUnit, BrokenRelation, Finding, FindingKind};
use crate::plan::{AuditLevel, GeneralRelation};
use crate::values::{Text, Year};

/// How many indicators a group of findings names.
const NAMED: usize = 3;

/// What the audit of an area found.
///
/// ```
/// use dabiao::{data::{Audit, AuditGroup}, indicators::{INFANT_MORTALITY_RATE, MATERNAL_MORTALITY_RATIO}, plan::AuditLevel, values::cases};
/// use dabiao::{Catalogue, Year};
/// let catalogue = Catalogue::hangjin();
/// let year = Year::literal(2024);
/// let rows = [MATERNAL_MORTALITY_RATIO.observe(year, cases(0).of(720)), INFANT_MORTALITY_RATE.observe(year, cases(2).of(700))];
/// let data = catalogue.data(rows);
/// let audit: Audit = data.only_area()?.audit();
/// assert_eq!((audit.count(AuditLevel::Must), audit.count(AuditLevel::Should)), (1, 0));
/// assert_eq!(audit.checked(), 5);
/// let groups: Vec<AuditGroup> = audit.groups();
/// assert_eq!((&*groups[0].relation, groups[0].count), ("live-births", 1));
/// assert_eq!(groups[0].zh, "以活产数为分母的各项，活产数一致");
/// assert_eq!(AuditGroup::of(audit.findings()), groups);
/// assert_eq!(audit.clone().until(Year::literal(2023)).findings(), []);
/// assert_eq!(
///     audit.findings()[0].kind.to_string(),
///     "error: every rate taken over live births uses the same number of them; found infant mortality rate 2024, denominator = 700; \
///      maternal mortality ratio 2024, denominator = 720; the two should be one number; correct the one that is wrong",
/// );
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Audit {
    findings: Vec<Finding>,
    checked: usize,
}

/// All findings of one relation in an [`Audit`], counted.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct AuditGroup {
    /// The id of the relation.
    pub relation: Text,
    /// How binding it is.
    pub level: AuditLevel,
    /// The relation in words, in Chinese, with the indicators that it is about where it speaks of any.
    pub zh: Text,
    /// The same in English.
    pub en: Text,
    /// How many times it does not hold.
    pub count: usize,
}

impl AreaData<'_> {
    /// Holds the figures of an area against one another, in every year, part of the population and unit, by the relations of the
    /// catalogue. It needs no target and changes no verdict. A missing side says nothing; a printed value may be off by half its last
    /// digit. Cells that cannot be (more cases than there are, two values for one cell) are not looked at again: they are
    /// [findings](crate::Data::findings) already.
    ///
    /// ```
    /// use dabiao::{indicators::NEONATAL_MORTALITY_RATE, values::per_mille, Catalogue, Year};
    /// let catalogue = Catalogue::hangjin();
    /// let row = NEONATAL_MORTALITY_RATE.observe(Year::literal(2024), per_mille("120")).in_area("150625");
    /// let data = catalogue.data([row]);
    /// let audit = data.area("150625")?.audit();
    /// assert_eq!(
    ///     audit.findings()[0].kind.zh(),
    ///     "核实：数值在合理范围内；新生儿死亡率2024年120‰；一般在0.1至30‰之间（或为0）；请核对数值、小数点和单位",
    /// );
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    #[must_use]
    pub fn audit(self) -> Audit {
        let layout = layout::Layout::of(self.data(), self.catalogue(), self.key());
        let mut desk = desk::Desk::new(&layout, self.data(), self.catalogue(), self.key());
        desk.check_named();
        desk.check_general();
        let (mut findings, checked) = (desk.found, desk.checked);
        findings.sort_by(|one, other| {
            // The sentence is long: it is made where nothing else tells two findings apart.
            let by_words = || one.kind.to_string().cmp(&other.kind.to_string());
            order(one).cmp(&order(other)).then_with(by_words)
        });
        findings.dedup();
        Audit { findings, checked }
    }
}

impl Audit {
    /// What does not hold, by level and relation: first what must hold.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The findings, out of the audit.
    pub(crate) fn into_findings(self) -> Vec<Finding> {
        self.findings
    }

    /// How many times a relation had all its sides and was checked.
    #[must_use]
    pub const fn checked(&self) -> usize {
        self.checked
    }

    /// How many findings there are of a level.
    #[must_use]
    pub fn count(&self, level: AuditLevel) -> usize {
        self.broken().filter(|broken| broken.level == level).count()
    }

    /// The findings counted by relation: first what must hold, the most frequent first.
    #[must_use]
    pub fn groups(&self) -> Vec<AuditGroup> {
        AuditGroup::of(&self.findings)
    }
}

impl AuditGroup {
    /// The broken relations among findings, as a report has them, counted by relation. Where a relation speaks of any indicator, the
    /// words name those that it is about.
    #[must_use]
    pub fn of(findings: &[Finding]) -> Vec<Self> {
        let mut groups: BTreeMap<(AuditLevel, &str), Vec<&BrokenRelation>> = BTreeMap::new();
        for broken in findings.iter().filter_map(broken) {
            groups.entry((broken.level, &broken.relation)).or_default().push(broken);
        }
        let mut groups: Vec<Self> = groups.into_values().filter_map(|found| Self::named(&found)).collect();
        groups.sort_by_key(|group| (group.level, core::cmp::Reverse(group.count)));
        groups
    }

    /// The findings of one relation and level.
    fn named(found: &[&BrokenRelation]) -> Option<Self> {
        let first = *found.first()?;
        // What is held against itself in other places and years is not named by the relation.
        let general = GeneralRelation::ALL.iter().any(|rule| rule.code() == &*first.relation);
        let of_one = |broken: &&BrokenRelation| {
            let mut cells = broken.cells.iter().map(|cell| &cell.indicator);
            let own = cells.next();
            cells.all(|other| Some(other) == own)
        };
        let mut about: BTreeMap<&str, &AuditCell> = BTreeMap::new();
        if general || found.iter().all(of_one) {
            about.extend(
                found.iter().filter_map(|broken| broken.cells.first()).map(|cell| (&*cell.indicator, cell)),
            );
        }
        let cells: Vec<&AuditCell> = about.into_values().collect();
        let rest = cells.len().saturating_sub(NAMED);
        let shown = || cells.iter().take(NAMED);
        let (mut zh, mut en) = (first.zh.to_string(), first.en.to_string());
        let (names, names_en): (Vec<&str>, Vec<&str>) = shown().map(|cell| (&*cell.zh, &*cell.en)).unzip();
        let (names, names_en) = (names.join("、"), names_en.join(", "));
        match rest {
            _ if zh.contains(&names) => {}
            0 => {
                zh.push_str(&alloc::format!("（{names}）"));
                en.push_str(&alloc::format!(" ({names_en})"));
            }
            rest => {
                zh.push_str(&alloc::format!("（{names}等{}项）", cells.len()));
                en.push_str(&alloc::format!(" ({names_en} and {rest} more)"));
            }
        }
        Some(Self {
            relation: first.relation.clone(),
            level: first.level,
            zh: zh.into(),
            en: en.into(),
            count: found.len(),
        })
    }
}

/// The broken relation that a finding is about.
fn broken(finding: &Finding) -> Option<&BrokenRelation> {
    match &finding.kind {
        FindingKind::RelationBroken(broken) => Some(broken),
        _ => None,
    }
}

/// What must hold first, then by relation and cell.
fn order(finding: &Finding) -> (Option<(bool, &str)>, Option<&str>) {
    let relation = broken(finding).map(|broken| (broken.level == AuditLevel::Should, &*broken.relation));
    (relation, finding.cell.as_ref().map(|cell| &*cell.en))
}

impl Audit {
    /// The same without what lies after a year.
    #[must_use]
    pub fn until(mut self, year: Year) -> Self {
        self.findings.retain(|finding| finding.period.is_none_or(|period| period.year() <= year));
        self
    }

    fn broken(&self) -> impl Iterator<Item = &BrokenRelation> {
        self.findings.iter().filter_map(broken)
    }

    /// The cells of relations that must hold and do not, by indicator.
    pub(crate) fn doubted(&self) -> BTreeMap<&str, Vec<&AuditCell>> {
        let mut cells: BTreeMap<&str, Vec<&AuditCell>> = BTreeMap::new();
        for broken in self.broken().filter(|broken| broken.level == AuditLevel::Must) {
            for cell in &broken.cells {
                cells.entry(&cell.indicator).or_default().push(cell);
            }
        }
        cells
    }
}
