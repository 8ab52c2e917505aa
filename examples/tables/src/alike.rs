//! Areas that may be one: names that differ by one character and never tell the same figure, and rows that name none.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use dabiao::values::names;
use dabiao::{Language, Observation};

/// What has to be known of the areas before the reports are read, a line each.
///
/// ```
/// use dabiao::{Language, Year, indicators::MATERNAL_MORTALITY_RATIO, values::per_100k};
/// let row = |year, area| MATERNAL_MORTALITY_RATIO.observe(Year::literal(year), per_100k("12")).in_area(area);
/// let said = dabiao_tables::alike::notices(&[row(2023, "杭锦旗"), row(2024, "杭绵旗")], Language::Chinese);
/// assert!(said[0].starts_with("地区“杭绵旗”（1行）和“杭锦旗”（1行）只差一个字"), "{said:?}");
/// ```
#[must_use]
pub fn notices(rows: &[Observation], language: Language) -> Vec<String> {
    let mut areas: BTreeMap<String, Vec<&Observation>> = BTreeMap::new();
    for row in rows {
        areas.entry(names::key(area_of(row)).into_owned()).or_default().push(row);
    }
    let mut notices = Vec::new();
    let nameless = areas.remove("").map_or(0, |rows| rows.len());
    if let (1.., [(_, first), ..]) = (nameless, areas.iter().collect::<Vec<_>>().as_slice()) {
        let other = first.first().map_or("", |row| area_of(row));
        notices.push(match language {
            Language::Chinese => {
                format!("有{nameless}行没有写地区，单独成一份报告，不计入“{other}”等地区；如属某一地区，请补写地区")
            }
            Language::English => format!(
                "{nameless} rows name no area and have a report of their own; none of them counts for `{other}` or another area, unless it is named"
            ),
        });
    }
    // All names that are one but for one character, or for one more, have a pattern in common.
    let mut patterns: HashMap<String, Vec<&str>> = HashMap::new();
    for name in areas.keys().filter(|name| !name.chars().any(|one| one.is_ascii_digit())) {
        let letters: Vec<char> = name.chars().collect();
        for place in 0..letters.len() {
            let but = |instead: &[char]| -> String {
                letters.iter().take(place).chain(instead).chain(letters.iter().skip(place + 1)).collect()
            };
            patterns.entry(but(&['*'])).or_default().push(name);
            patterns.entry(but(&[])).or_default().push(name);
        }
        patterns.entry(name.clone()).or_default().push(name);
    }
    let pairs: BTreeSet<(&str, &str)> = patterns
        .values()
        .flat_map(|names| names.iter().flat_map(|one| names.iter().map(|other| (*one, *other))))
        .filter(|(one, other)| one < other && one.chars().count().max(other.chars().count()) > 2)
        .collect();
    for (one, other) in pairs {
        let [Some(rows), Some(others)] = [areas.get(one), areas.get(other)] else { continue };
        let cells: BTreeSet<String> = rows.iter().map(|row| cell(row)).collect();
        if others.iter().any(|row| cells.contains(&cell(row))) {
            continue;
        }
        let [(one, few), (other, many)] =
            [rows, others].map(|rows| (rows.first().map_or("", |row| area_of(row)), rows.len()));
        notices.push(match language {
            Language::Chinese => format!(
                "地区“{one}”（{few}行）和“{other}”（{many}行）只差一个字，又没有同一指标同一时间的数：如是同一地区，请统一写法；现各成一份报告"
            ),
            Language::English => format!(
                "the areas `{one}` ({few} rows) and `{other}` ({many} rows) differ by one character and never give the same figure: if they are one, write it in one way; as it is each has a report of its own"
            ),
        });
    }
    notices
}

fn area_of(row: &Observation) -> &str {
    row.area.as_deref().unwrap_or_default()
}

/// Of what a row is, but for its area.
fn cell(row: &Observation) -> String {
    let Observation { indicator, area_unit, disaggregation, period, .. } = row;
    format!("{indicator} {area_unit:?} {disaggregation:?} {period}")
}
