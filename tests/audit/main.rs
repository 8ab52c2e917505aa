//! 逻辑审核: what the relations between figures find, and what they leave alone.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    reason = "a test may stop, and reckons by a library's distributions"
)]

mod catalogue;
mod county;
mod each;
mod found;
mod kinds;
mod national;
mod own;
mod random;
mod read;
mod report;
mod seen;
mod sheet;
mod slow;
mod units;

use dabiao::data::{Audit, BrokenRelation, FindingKind};
use dabiao::{Catalogue, Data, Observation, Record, Roster};

/// A row as an office writes it: `指标,年份,数值` and whatever else it needs.
#[derive(Clone, Default)]
pub(crate) struct Sheet {
    rows: Vec<Observation>,
    rosters: Vec<Roster>,
}

impl Sheet {
    pub(crate) fn told(self, indicator: &str, period: &str, value: &str) -> Self {
        self.row(Record { indicator, period, value, ..Record::default() })
    }

    pub(crate) fn counted(self, indicator: &str, period: &str, numerator: &str, denominator: &str) -> Self {
        self.row(Record { indicator, period, numerator, denominator, ..Record::default() })
    }

    pub(crate) fn row(mut self, record: Record<'_>) -> Self {
        let source = format!("rows.csv:{}", self.rows.len() + 2);
        let record =
            Record { source: if record.source.is_empty() { &source } else { record.source }, ..record };
        self.rows.push(record.read(&Catalogue::hangjin()).expect("a readable row"));
        self
    }

    pub(crate) fn roster(mut self, roster: Roster) -> Self {
        self.rosters.push(roster);
        self
    }

    pub(crate) fn data<'c>(&self, catalogue: &'c Catalogue) -> Data<'c> {
        catalogue.data(self.rows.clone()).with_rosters(self.rosters.clone())
    }

    pub(crate) fn audit(&self) -> Audit {
        self.data(&Catalogue::hangjin()).area_or_empty("").audit()
    }

    /// The relations that do not hold, by id.
    #[track_caller]
    pub(crate) fn assert_found(&self, ids: &[&str]) {
        let audit = self.audit();
        let found: Vec<&str> = broken(&audit).map(|broken| &*broken.relation).collect();
        assert_eq!(found, ids, "{:#?}", audit.findings());
    }
}

pub(crate) fn broken(audit: &Audit) -> impl Iterator<Item = &BrokenRelation> {
    audit.findings().iter().map(|finding| match &finding.kind {
        FindingKind::RelationBroken(broken) => &**broken,
        other => panic!("{other:?}"),
    })
}
