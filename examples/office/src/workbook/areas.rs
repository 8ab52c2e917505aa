//! Whose figures a sheet holds, and what of it a spreadsheet program does not show.

use std::collections::{BTreeMap, BTreeSet};

use dabiao::Language;
use dabiao::values::cell;

use super::answers::{Answers, EVERYWHERE, Question, Questions, READ, SKIP, WHOLE};
use super::book::{At, Sheet, Stored, address};
use super::layout::{Entry, Layout, pick, township_named};
use super::read::quoted;

/// Whether a name is that of a county, a city or a banner by the word that it ends with.
fn is_area(text: &str) -> bool {
    let name: String = cell::folded(text).split_whitespace().collect();
    let count = name.chars().count();
    let general = [
        "市区",
        "城区",
        "地区",
        "山区",
        "牧区",
        "农区",
        "各区",
        "城市",
        "自治区",
        "全市",
        "全县",
        "全旗",
        "全区",
        "全州",
    ];
    (2..=12).contains(&count)
        && name.ends_with(['旗', '县', '市', '区', '盟', '州'])
        && !name.starts_with(['各', '分', '本', '该', '全'])
        && !name.chars().any(|sign| sign.is_ascii_digit())
        && !general.contains(&name.as_str())
}

/// The township that a title begins with: `锡尼镇2024年监测表`.
fn township_before(title: &str) -> Option<String> {
    let name: String = cell::folded(title).split_whitespace().collect();
    let signs: Vec<char> = name.chars().collect();
    // The longest name ends with the word of its kind: 街道办事处.
    (2..=9.min(signs.len())).rev().find_map(|count| {
        let before: String = signs.iter().take(count).collect();
        township_named(&before)
    })
}

/// Settles whose figures they are where the rows of a sheet name nobody: as answered, by the name of the sheet or of its file, else
/// asked.
pub(super) fn settle(
    layouts: &mut [(usize, Layout)],
    sheets: &[Sheet],
    files: &[String],
    answers: &Answers,
    language: Language,
    questions: &mut Questions,
    told: &mut Vec<String>,
) {
    let named = |entry: &Entry| !entry.texts.area.is_empty() || !entry.texts.unit_id.is_empty();
    let has_area = |layout: &Layout| layout.entries.iter().any(|entry| !entry.texts.area.is_empty());
    // A book with a sheet, or a file, for each county.
    let own = |number: usize| -> Option<String> {
        let sheet = sheets.get(number).map(|sheet| sheet.name.as_str())?;
        let file = std::path::Path::new(files.get(number)?).file_stem()?.to_str()?;
        // Sheets of one name were called by their file as well.
        let sheet = sheet.rsplit('·').next().unwrap_or(sheet);
        [sheet, file].into_iter().find(|name| is_area(name)).map(str::to_owned)
    };
    let silent = |layout: &Layout| layout.entries.iter().any(|entry| !named(entry));
    let counties: BTreeSet<String> =
        layouts.iter().filter(|(_, layout)| silent(layout)).filter_map(|(number, _)| own(*number)).collect();
    let mut areas: Vec<String> = layouts
        .iter()
        .flat_map(|(_, layout)| layout.entries.iter().map(|entry| entry.texts.area.clone()))
        .filter(|area| !area.is_empty())
        .take(10_000)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let several = counties.len() > 1;
    if several {
        areas.extend(counties);
        areas.sort();
        areas.dedup();
    }
    let any_area = !areas.is_empty();
    for (number, layout) in layouts.iter_mut().filter(|(_, layout)| silent(layout)) {
        let Some(sheet) = sheets.get(*number) else { continue };
        let whose = match answers.areas.get(&sheet.name) {
            Some(answer) => Some(answer.clone()),
            None => township_named(sheet.name.rsplit('·').next().unwrap_or(&sheet.name))
                .or_else(|| own(*number).filter(|_| several)),
        };
        if let Some(whose) = whose {
            if whose == WHOLE {
                continue;
            }
            told.push(match language {
                Language::Chinese => format!("{}：没有写地区的数作为“{whose}”的数", sheet.name),
                Language::English => {
                    format!("{}: figures that name no area are those of {whose}", sheet.name)
                }
            });
            let township = township_named(&whose);
            for entry in layout.entries.iter_mut().filter(|entry| !named(entry)) {
                match &township {
                    Some(name) => {
                        "township".clone_into(&mut entry.texts.unit_kind);
                        entry.texts.unit_id.clone_from(name);
                    }
                    None => entry.texts.area.clone_from(&whose),
                }
            }
            continue;
        }
        let title =
            layout.titles.iter().find_map(|title| township_before(title).map(|name| (title.clone(), name)));
        let ask = |found: String, question: &str, first: Vec<String>| {
            let best = first.first().cloned().unwrap_or_else(|| WHOLE.to_owned());
            let whole = pick(language, "whole（全地区的数）", "whole");
            Question {
                sheet: sheet.name.clone(),
                cells: layout
                    .entries
                    .iter()
                    .find(|entry| !named(entry))
                    .map(|entry| address(entry.at))
                    .into_iter()
                    .collect(),
                found,
                question: question.to_owned(),
                answers: first.into_iter().chain([whole.to_owned()]).collect(),
                settle: format!("[areas] {} = {}", quoted(&sheet.name), quoted(&best)),
                matter: 0,
            }
        };
        let question = if let Some((title, name)) = title {
            ask(
                title,
                pick(
                    language,
                    "标题以一个苏木镇开头；这张表是这个苏木镇的数，还是全地区的数？",
                    "the title begins with a township; are these its figures, or those of the whole area?",
                ),
                vec![name],
            )
        } else if any_area && !has_area(layout) {
            ask(
                sheet.name.clone(),
                pick(
                    language,
                    "别的表写了地区，这张表没有写；是哪个地区的数？",
                    "other sheets name an area and this one does not; whose figures are they?",
                ),
                areas.iter().take(20).cloned().collect(),
            )
        } else {
            continue;
        };
        questions.ask(question);
        // Until it is answered nothing of it is used.
        layout.entries.retain_mut(|entry| {
            entry.open |= !named(entry);
            true
        });
    }
}

/// Figures that share one merged cell, with the region: which of them the number is of nobody can tell.
pub(super) fn merged(layout: &Layout, sheet: &Sheet) -> BTreeMap<At, (At, At)> {
    let mut regions: BTreeMap<(At, At), BTreeSet<At>> = BTreeMap::new();
    for at in layout.entries.iter().flat_map(Entry::cells) {
        if let Some(region) = sheet.merge(at).filter(|(first, _)| *sheet.cell(*first) != Stored::Blank) {
            regions.entry(region).or_default().insert(at);
        }
    }
    let shared = regions.into_iter().filter(|(_, cells)| cells.len() > 1);
    shared.flat_map(|(region, cells)| cells.into_iter().map(move |at| (at, region))).collect()
}

/// What becomes of a figure that is not shown, or that stands in a pivot table.
pub(super) enum Shown {
    Read,
    Asked,
    LeftOut,
}

pub(super) fn shown(
    entry: &Entry,
    sheet: &Sheet,
    answers: &Answers,
    language: Language,
    questions: &mut Questions,
) -> Shown {
    if entry.open {
        return Shown::Asked;
    }
    let cells = entry.cells();
    for (is_there, table, title, why) in [
        (
            cells.iter().any(|at| sheet.hidden.holds(*at)),
            &answers.hidden,
            "hidden",
            pick(
                language,
                "这里是隐藏的（隐藏的行、列或表，或筛选掉的行），里面有数；这些数要不要？",
                "this is hidden (rows, columns or a sheet, or rows filtered out) and holds figures; are they to be read?",
            ),
        ),
        (
            cells.iter().any(|at| sheet.hidden.struck.contains(at)),
            &answers.hidden,
            "struck",
            pick(
                language,
                "这些数是划掉的（删除线），可能已经作废；要不要？",
                "these figures are struck out and may be withdrawn; are they to be read?",
            ),
        ),
        (
            cells.iter().any(|at| sheet.in_pivot(*at)),
            &answers.pivots,
            "pivots",
            pick(
                language,
                "这里是数据透视表，数由别处汇总而来，可能没有刷新；这些数要不要？",
                "this is a pivot table, a summary of other cells that may be out of date; are its figures to be read?",
            ),
        ),
    ] {
        if !is_there {
            continue;
        }
        match table.get(&sheet.name).or_else(|| table.get(EVERYWHERE)).map(String::as_str) {
            Some(SKIP) => return Shown::LeftOut,
            Some(_) => {}
            None => {
                questions.ask(Question {
                    sheet: sheet.name.clone(),
                    cells: cells.into_iter().map(address).collect(),
                    found: spoken(sheet, title, language),
                    question: why.to_owned(),
                    answers: vec![
                        pick(language, "skip（不要）", "skip").to_owned(),
                        pick(language, "read（要，和别的数一样）", "read").to_owned(),
                    ],
                    settle: format!(
                        "[{}] {} = \"skip\"",
                        if title == "struck" { "hidden" } else { title },
                        quoted(&sheet.name)
                    ),
                    matter: 0,
                });
                return Shown::Asked;
            }
        }
    }
    Shown::Read
}

/// What of a sheet is hidden or struck out, or where its pivot tables stand.
fn spoken(sheet: &Sheet, title: &str, language: Language) -> String {
    let mut parts = Vec::new();
    let join = |parts: Vec<String>| parts.join(pick(language, "、", ", "));
    if title == "pivots" {
        return join(
            sheet
                .pivots
                .iter()
                .map(|(first, last)| format!("{}:{}", address(*first), address(*last)))
                .collect(),
        );
    }
    if title == "struck" {
        return join(sheet.hidden.struck.iter().take(8).map(|at| address(*at)).collect());
    }
    if sheet.hidden.sheet {
        parts.push(pick(language, "整张表", "the sheet").to_owned());
    }
    let letters = |column: u32| address((0, column)).trim_end_matches('1').to_owned();
    let both =
        |(first, last): (String, String)| if first == last { first } else { format!("{first}—{last}") };
    let rows: Vec<String> = (sheet.hidden.rows.iter().take(8))
        .map(|(first, last)| both(((first + 1).to_string(), (last + 1).to_string())))
        .collect();
    if !rows.is_empty() {
        let rows = join(rows);
        parts.push(match language {
            Language::Chinese => format!("第{rows}行"),
            Language::English => format!("rows {rows}"),
        });
    }
    let columns: Vec<String> = (sheet.hidden.columns.iter().take(8))
        .map(|(first, last)| both((letters(*first), letters(*last))))
        .collect();
    if !columns.is_empty() {
        let columns = join(columns);
        parts.push(match language {
            Language::Chinese => format!("{columns}列"),
            Language::English => format!("columns {columns}"),
        });
    }
    join(parts)
}

/// What was hidden, and what became of it, a line for each sheet.
pub(super) fn hidden(sheets: &[Sheet], answers: &Answers, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    for sheet in sheets {
        let hidden = sheet.hidden.sheet || !sheet.hidden.rows.is_empty() || !sheet.hidden.columns.is_empty();
        for (is_there, title, table) in [
            (hidden, "hidden", &answers.hidden),
            (!sheet.hidden.struck.is_empty(), "struck", &answers.hidden),
            (!sheet.pivots.is_empty(), "pivots", &answers.pivots),
        ] {
            if !is_there {
                continue;
            }
            let what = spoken(sheet, title, language);
            let answer = table.get(&sheet.name).or_else(|| table.get(EVERYWHERE)).map(String::as_str);
            let fate = match answer {
                Some(READ) => pick(language, "其中的数照读", "its figures are read"),
                Some(_) => pick(language, "其中的数不用", "its figures are left out"),
                None => pick(language, "其中若有数，见待答问题", "figures in it, if any, are asked about"),
            };
            let name = &sheet.name;
            lines.push(match (language, title) {
                (Language::Chinese, "hidden") => format!("{name}：隐藏{what}；{fate}"),
                (Language::Chinese, "struck") => format!("{name}：划掉的{what}；{fate}"),
                (Language::English, "struck") => format!("{name}: {what} struck out; {fate}"),
                (Language::Chinese, _) => format!("{name}：透视表{what}；{fate}"),
                (Language::English, "hidden") => format!("{name}: {what} hidden; {fate}"),
                (Language::English, _) => format!("{name}: pivot table {what}; {fate}"),
            });
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_areas_and_of_townships() {
        for name in ["杭锦旗", "东胜区", "甲县", "鄂尔多斯市"] {
            assert!(is_area(name), "{name}");
        }
        for name in ["城区", "各旗", "Sheet1", "妇女", "2024县", "全旗", "地区", "自治区", "锡尼镇"]
        {
            assert!(!is_area(name), "{name}");
        }
        assert_eq!(township_before("锡尼镇2024年妇女儿童监测表").as_deref(), Some("锡尼镇"));
        assert_eq!(township_before("某某街道办事处监测表").as_deref(), Some("某某街道办事处"));
        for title in [
            "各苏木镇免疫规划疫苗接种率",
            "城镇居民情况",
            "苏木镇2024年情况",
            "妇女发展规划监测表",
            "乡镇卫生院情况",
        ] {
            assert_eq!(township_before(title), None, "{title}");
        }
    }
}
