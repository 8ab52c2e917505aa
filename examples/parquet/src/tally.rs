//! Verdicts counted part by part, on however many machines, and added up.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

use dabiao::judge::UnitsTally;
use dabiao::report::{Brief, Tally};
use dabiao::values::Text;
use dabiao::{Evaluator, Standing, Year};
use serde::{Deserialize, Serialize};

use crate::Error;
use crate::read::{Part, Table};

/// Rows, by what became of them: `read` is the sum of the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RowCounts {
    /// All.
    pub read: u64,
    /// Those that a target, a gap or a relation of the audit reads.
    pub judged: u64,
    /// Those that nothing reads.
    pub unused: u64,
    /// Those that were refused.
    pub refused: u64,
}

/// The verdicts of one year, counted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct YearTally {
    /// All verdicts by outcome.
    pub outcomes: Tally,
    /// All verdicts by standing.
    pub standings: BTreeMap<Standing, u64>,
    /// The counties of each target in force, in the order of the catalogue.
    pub targets: Vec<TargetTally>,
}

/// The counties of one target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TargetTally {
    /// The target's id.
    pub target: Text,
    /// Its counties, the first that fail by name.
    pub counties: UnitsTally,
}

impl YearTally {
    /// The counties of a target, which mostly stands where it stood for the county before.
    fn counties(&mut self, place: usize, target: &Text) -> Option<&mut UnitsTally> {
        let is_there = self.targets.get(place).is_some_and(|there| there.target == *target);
        let place = match is_there {
            true => place,
            false => self.targets.iter().position(|there| there.target == *target).unwrap_or_else(|| {
                self.targets.push(TargetTally { target: target.clone(), counties: UnitsTally::new() });
                self.targets.len() - 1
            }),
        };
        self.targets.get_mut(place).map(|there| &mut there.counties)
    }
}

/// Rows and verdicts of some areas, counted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Tallies {
    /// The rows.
    pub rows: RowCounts,
    /// What was odd about figures that were taken in.
    pub findings: u64,
    /// The areas.
    pub areas: BTreeSet<String>,
    /// The verdicts, by year.
    pub years: BTreeMap<Year, YearTally>,
}

impl Tallies {
    pub(crate) fn count(&mut self, area: &str, year: Year, briefs: &[Brief<'_>]) {
        self.areas.insert(area.to_owned());
        let tally = self.years.entry(year).or_default();
        for (place, brief) in briefs.iter().enumerate() {
            tally.outcomes.count(brief.outcome);
            *tally.standings.entry(brief.standing).or_default() += 1;
            if let Some(counties) = tally.counties(place, &brief.target.id) {
                counties.count(area, brief.outcome);
            }
        }
    }

    /// Takes in the tallies of other areas. The order changes nothing.
    ///
    /// # Errors
    /// If an area is in both: its verdicts would count twice.
    pub fn merge(&mut self, mut other: Self) -> Result<(), Error> {
        if let Some(area) = self.areas.intersection(&other.areas).next() {
            return Err(Error::Merge(format!("area `{area}` is in two of them, and would count twice")));
        }
        self.areas.append(&mut other.areas);
        let (rows, more) = (&mut self.rows, other.rows);
        rows.read += more.read;
        rows.judged += more.judged;
        rows.unused += more.unused;
        rows.refused += more.refused;
        self.findings += other.findings;
        for (year, more) in other.years {
            let tally = self.years.entry(year).or_default();
            tally.outcomes += more.outcomes;
            for (standing, count) in more.standings {
                *tally.standings.entry(standing).or_default() += count;
            }
            for (place, TargetTally { target, counties }) in more.targets.into_iter().enumerate() {
                if let Some(tally) = tally.counties(place, &target) {
                    tally.merge(counties);
                }
            }
        }
        Ok(())
    }

    /// How many verdicts.
    #[must_use]
    pub fn verdicts(&self) -> usize {
        self.years.values().map(|tally| tally.outcomes.total).sum()
    }
}

/// The tallies of one part of a file, with what they were made of: only parts of one whole are merged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartTallies {
    part: Part,
    /// The rows of the whole file.
    file_rows: u64,
    /// Its bytes.
    file_bytes: u64,
    settings: dabiao::Settings,
    tallies: Tallies,
}

impl PartTallies {
    /// The tallies of a part of a file.
    #[must_use]
    pub fn new(part: Part, table: &Table, evaluator: &Evaluator<'_>, tallies: Tallies) -> Self {
        Self {
            part,
            file_rows: table.rows(),
            file_bytes: table.bytes(),
            settings: evaluator.settings().clone(),
            tallies,
        }
    }

    /// Writes them as JSON.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), Error> {
        let text = serde_json::to_string(self).map_err(|why| Error::write(path, why))?;
        std::fs::write(path, text).map_err(|why| Error::write(path, why))
    }

    /// Reads them.
    ///
    /// # Errors
    /// If the file cannot be read, or holds something else.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let file = path.display().to_string();
        let text =
            std::fs::read_to_string(path).map_err(|source| Error::Open { file: file.clone(), source })?;
        serde_json::from_str(&text).map_err(|why| Error::Merge(format!("{file} holds none: {why}")))
    }

    /// Adds up the parts of one whole, which may come in any order.
    ///
    /// # Errors
    /// If one is missing or there twice, and if they are of different files, settings or years.
    pub fn whole(parts: impl IntoIterator<Item = Self>) -> Result<Tallies, Error> {
        let wrong = |why: String| Err(Error::Merge(why));
        let mut parts = parts.into_iter();
        let Some(first) = parts.next() else { return wrong("there are none".to_owned()) };
        let mut there = BTreeSet::from([first.part.number()]);
        let mut whole = first.tallies;
        for other in parts {
            let file = |part: &Self| (part.part.of(), part.file_rows, part.file_bytes);
            if file(&other) != (first.part.of(), first.file_rows, first.file_bytes) {
                return wrong(
                    "they are parts of different files, or of one cut in different ways".to_owned(),
                );
            }
            if other.settings != first.settings {
                return wrong("they were made with different settings".to_owned());
            }
            if !there.insert(other.part.number()) {
                return wrong(format!("part {} is there twice", other.part.number()));
            }
            // A part that no county begins in has no years.
            let apart = |one: &Tallies, other: &Tallies| !one.areas.is_empty() && !other.areas.is_empty();
            if apart(&whole, &other.tallies) && !whole.years.keys().eq(other.tallies.years.keys()) {
                return wrong("they are of different years".to_owned());
            }
            whole.merge(other.tallies)?;
        }
        if let Some(missing) = (1..=first.part.of()).find(|number| !there.contains(number)) {
            return wrong(format!("part {missing} of {} is missing", first.part.of()));
        }
        if whole.rows.read != first.file_rows {
            return wrong(format!(
                "the file has {} rows, and {} were read: it was changed in between",
                first.file_rows, whole.rows.read
            ));
        }
        Ok(whole)
    }
}

impl fmt::Display for Tallies {
    /// A line for the rows and one for each year.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let RowCounts { read, judged, unused, refused } = self.rows;
        writeln!(
            f,
            "{} areas: {read} rows read = {judged} judged + {unused} unused + {refused} refused; {} findings",
            self.areas.len(),
            self.findings
        )?;
        for (year, YearTally { outcomes, .. }) in &self.years {
            let Tally { total, met, not_met, undetermined, not_applicable, not_due, not_judged } = outcomes;
            writeln!(
                f,
                "{year}: {total} verdicts = {met} met + {not_met} not met + {undetermined} undetermined + {not_applicable} not \
                 applicable + {not_due} not due + {not_judged} not judged"
            )?;
        }
        Ok(())
    }
}
