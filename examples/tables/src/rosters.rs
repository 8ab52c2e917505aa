//! Rosters: who should report. Their rows are read as strictly as rows of data, for a unit that is lost here makes a verdict
//! over all units come out too well.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use dabiao::data::{Member, Record};
use dabiao::plan::Bilingual;
use dabiao::values::{Period, names};
use dabiao::{Catalogue, Roster, Year};

use crate::header::{Body, Column, Form};
use crate::wrong::{Refusal, Wrong};

/// The columns of a table of rosters.
pub const FORM: Form = Form {
    known: &[Column::Area, Column::UnitKind, Column::UnitId, Column::Period, Column::Size, Column::Source],
    needed: &[Column::UnitKind, Column::UnitId, Column::Period],
    period: "year",
};

/// What stands in `unit_id` where an area has no unit of a kind.
pub const NONE: [&str; 2] = ["none", "无"];

/// Rosters as they were read.
#[derive(Debug, Clone, Default)]
pub struct Rosters {
    /// Those that are whole.
    pub rosters: Vec<Roster>,
    /// The rows below the header that are not blank.
    pub read: usize,
    /// The rows that were refused.
    pub refused: Vec<Refusal>,
    /// The rosters that a refused row leaves incomplete, and that are not used.
    pub incomplete: Vec<Incomplete>,
    /// Whether a refused row may have been of any kind, so that no roster of the file is used.
    pub none_used: bool,
    /// The rows above the header: file, line, and what stands there.
    pub titles: Vec<(String, u32, String)>,
}

/// A roster that lacks a row that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incomplete {
    /// The area as first written; may be empty.
    pub area: String,
    /// The kind of unit, by its name in Chinese and its code in English.
    pub kind: Bilingual,
    /// The year.
    pub year: Year,
}

impl Incomplete {
    /// What is wrong with it.
    #[must_use]
    pub fn wrong(&self) -> Wrong {
        let Self { area, kind, year } = self;
        let area = if area.is_empty() { "—" } else { area };
        Wrong::new(
            format!(
                "名录（{area} {} {year}）有行被拒收，不完整，未采用；补正后才能判断全部单位是否达标",
                kind.zh
            ),
            format!(
                "the roster {area} {} {year} lacks a row that was refused and is not used; all units can be judged once it is mended",
                kind.en
            ),
        )
    }
}

/// The texts of one row.
#[derive(Debug, Clone, Copy, Default)]
pub struct Texts<'a> {
    /// The area.
    pub area: &'a str,
    /// The kind of unit.
    pub kind: &'a str,
    /// The unit's code or name, or a word of [`NONE`].
    pub id: &'a str,
    /// The year.
    pub year: &'a str,
    /// The denominator that it would report; may be empty.
    pub size: &'a str,
}

/// What is wrong with a column of a row, in Chinese and English.
pub type Slip = (Column, String, String);

/// Folded area, code of the kind, and year.
type Key = (String, String, Year);

/// A roster as it is gathered.
#[derive(Debug, Clone)]
struct Listed {
    /// As first written.
    area: String,
    /// As first written.
    kind: String,
    /// Each writing of each name, in the order of the table: names that differ in their marks alone are told by the library.
    members: Vec<Member>,
    written: BTreeSet<String>,
    /// By folded names.
    sizes: BTreeMap<String, Option<u64>>,
}

/// Takes rows of rosters, from whatever kind of table, and gives back those rosters that are whole. Areas, kinds and units are
/// one however they are written.
#[derive(Debug, Clone)]
pub struct Builder<'c> {
    catalogue: &'c Catalogue,
    rosters: BTreeMap<Key, Listed>,
    /// Area and kind of the rosters that lack a row; all where a row does not even say whose it is.
    torn: BTreeSet<(String, String)>,
    all_torn: bool,
    /// The codes of kinds by what was written.
    kinds: BTreeMap<String, String>,
}

impl<'c> Builder<'c> {
    /// Nothing taken yet; the catalogue knows the kinds of units.
    #[must_use]
    pub const fn new(catalogue: &'c Catalogue) -> Self {
        Self {
            catalogue,
            rosters: BTreeMap::new(),
            torn: BTreeSet::new(),
            all_torn: false,
            kinds: BTreeMap::new(),
        }
    }

    fn code(&mut self, kind: &str) -> String {
        if let Some(code) = self.kinds.get(kind) {
            return code.clone();
        }
        let code = self.catalogue.read_unit_kind(kind).into_owned();
        self.kinds.insert(kind.to_owned(), code.clone());
        code
    }

    /// Takes a row.
    ///
    /// # Errors
    /// Everything wrong with it. The rosters of its area and kind are then incomplete and not given back.
    pub fn add(&mut self, texts: Texts<'_>) -> Result<(), Vec<Slip>> {
        let [area, kind, id, year, size] =
            [texts.area, texts.kind, texts.id, texts.year, texts.size].map(str::trim);
        let mut slips: Vec<Slip> = Vec::new();
        let mut slip = |column, zh: &str, en: &str| slips.push((column, zh.to_owned(), en.to_owned()));
        if names::key(kind).is_empty() {
            slip(Column::UnitKind, "请写明是哪一类单位", "say of which kind the unit is");
        }
        let name = names::key(id);
        if name.is_empty() {
            slip(
                Column::UnitId,
                "请写明是哪个单位；没有这类单位时写“无”",
                "say which unit it is, or write `none` where there is no unit of the kind",
            );
        }
        let year = match year.parse::<Period>() {
            Ok(Period::Year(year)) => Some(year),
            Ok(_) => {
                slip(Column::Period, "请写年份", "write a year");
                None
            }
            Err(error) => {
                slip(Column::Period, &error.zh(), &error.to_string());
                None
            }
        };
        let size = match size {
            "" => None,
            written => match Record::count(written) {
                Ok(size) => Some(size),
                Err(error) => {
                    slip(Column::Size, &error.zh(), &error.to_string());
                    None
                }
            },
        };
        let nobody = NONE.contains(&&*name);
        if let (Some(year), true) = (year, slips.is_empty()) {
            let key = (names::key(area).into_owned(), self.code(kind), year);
            let listed = self.rosters.entry(key);
            let known = match &listed {
                Entry::Occupied(known) => Some(&known.get().sizes),
                Entry::Vacant(_) => None,
            };
            let others = known.is_some_and(|sizes| nobody != sizes.is_empty());
            let other_size =
                known.and_then(|sizes| sizes.get(&*name)).is_some_and(|earlier| *earlier != size);
            if others {
                slips.push((
                    Column::UnitId,
                    "名录既写“无”，又列有单位".to_owned(),
                    "the roster says `none` and names units too".to_owned(),
                ));
            } else if other_size {
                slips.push((
                    Column::Size,
                    format!("“{id}”前面已写了另一个规模"),
                    format!("`{id}` stands above with another size"),
                ));
            } else {
                let listed = listed.or_insert_with(|| Listed {
                    area: area.to_owned(),
                    kind: kind.to_owned(),
                    members: Vec::new(),
                    written: BTreeSet::new(),
                    sizes: BTreeMap::new(),
                });
                if !nobody && listed.written.insert(id.to_owned()) {
                    listed.members.push(Member { id: id.into(), size });
                    listed.sizes.insert(name.into_owned(), size);
                }
                return Ok(());
            }
        }
        self.tear(area, kind);
        Err(slips)
    }

    /// Notes that a row of this area and kind was lost; without a kind it may have been of any.
    pub fn tear(&mut self, area: &str, kind: &str) {
        match self.code(kind.trim()) {
            code if code.is_empty() => self.all_torn = true,
            code => {
                self.torn.insert((names::key(area.trim()).into_owned(), code));
            }
        }
    }

    /// Notes that a row was lost of which nothing is sure.
    pub const fn tear_all(&mut self) {
        self.all_torn = true;
    }

    /// The rosters that are whole, and those that are not and so cannot be used.
    #[must_use]
    pub fn finish(self) -> (Vec<Roster>, Vec<Incomplete>) {
        let (mut whole, mut incomplete) = (Vec::new(), Vec::new());
        for ((area, code, year), listed) in self.rosters {
            if self.all_torn || self.torn.contains(&(area, code)) {
                let kind = self.catalogue.kind_called(&listed.kind);
                incomplete.push(Incomplete { area: listed.area, kind, year });
                continue;
            }
            let roster = Roster { members: listed.members, ..Roster::new(listed.kind, year, [""; 0]) };
            whole.push(roster.in_area(listed.area));
        }
        (whole, incomplete)
    }
}

/// Reads a table of rosters: `area,unit_kind,unit_id,year,size`.
///
/// A row that is refused leaves the rosters of its area and kind incomplete: they are not used, so that the verdict over the
/// units stays open, and this is said.
///
/// ```
/// use dabiao::{Catalogue, Language};
/// let text = "area,unit_kind,unit_id,year\n150625,township,甲镇,2024,乙镇\n";
/// let read = dabiao_tables::rosters::read(&Catalogue::hangjin(), "rosters.csv", text)?;
/// assert!(read.rosters.is_empty());
/// assert_eq!(
///     read.refused[0].message(Language::English),
///     "rosters.csv:2:5: `乙镇` stands beyond the last column of the header"
/// );
/// # Ok::<(), dabiao_tables::Wrong>(())
/// ```
///
/// # Errors
/// What makes the whole file unreadable; then no row counts as read.
pub fn read(catalogue: &Catalogue, file: &str, text: &str) -> Result<Rosters, Wrong> {
    let Body { header, titles, mut rows } = FORM.find(text)?;
    let mut read = Rosters {
        titles: titles.into_iter().map(|(line, text)| (file.to_owned(), line, text)).collect(),
        ..Rosters::default()
    };
    let mut builder = Builder::new(catalogue);
    let refusal = |line, wrongs| Refusal { file: file.to_owned(), line, wrongs };
    while let Some(row) = rows.next().transpose()? {
        read.read += 1;
        if let Some(wrong) = header.unfit(&row, rows.separator()) {
            // The cells may have moved, so that not even the kind is sure.
            builder.tear_all();
            read.refused.push(refusal(row.line, vec![wrong]));
            continue;
        }
        let text = |column| header.text(&row, column);
        let texts = Texts {
            area: text(Column::Area),
            kind: text(Column::UnitKind),
            id: text(Column::UnitId),
            year: text(Column::Period),
            size: text(Column::Size),
        };
        if let Err(slips) = builder.add(texts) {
            let wrong = |(column, zh, en): &Slip| header.wrong(&row, *column, zh, en);
            read.refused.push(refusal(row.line, slips.iter().map(wrong).collect()));
        }
    }
    read.none_used = builder.all_torn;
    let (rosters, incomplete) = builder.finish();
    read.rosters = rosters;
    read.incomplete = incomplete;
    Ok(read)
}

#[cfg(test)]
mod tests {
    use dabiao::data::FindingKind;

    use super::*;

    /// Whether the roster of two rows is used.
    fn is_used(one: &str, other: &str) -> bool {
        let catalogue = Catalogue::hangjin();
        let mut builder = Builder::new(&catalogue);
        for id in [one, other] {
            builder.add(Texts { area: "150625", kind: "township", id, year: "2024", size: "" }).unwrap();
        }
        let (rosters, incomplete) = builder.finish();
        assert!(incomplete.is_empty());
        let data = catalogue.data([]).with_rosters(rosters);
        !data.findings().iter().any(|finding| matches!(finding.kind, FindingKind::RosterNamesAlike { .. }))
    }

    #[test]
    fn units_that_differ_in_their_marks_alone_are_never_one_row() {
        assert!(!is_used("小学①", "小学②"));
        assert!(!is_used("一村.", "一村"));
        assert!(is_used("甲镇", "甲 镇"));
        assert!(is_used("甲镇", "乙镇"));
    }
}
