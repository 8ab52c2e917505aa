//! What changed since an earlier report: data that are new, corrected or withdrawn, settings and catalogue, and for each
//! standing that differs the reason in one sentence.

use dabiao::{Language, Report, report::Row, text};

/// What became of the value of a target from one report to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    Same,
    New,
    Corrected,
    Withdrawn,
}

fn told(before: &Row, now: &Row) -> Told {
    let value = |row: &Row| (row.assessment().value.clone(), row.assessment().counts);
    match (value(before), value(now)) {
        ((None, _), (Some(_), _)) => Told::New,
        ((Some(_), _), (None, _)) => Told::Withdrawn,
        (one, other) if one == other => Told::Same,
        _ => Told::Corrected,
    }
}

/// The changes as sentences, those of the whole report first; empty where nothing differs.
#[must_use]
pub fn changes(before: &Report, now: &Report, language: Language) -> Vec<String> {
    let chinese = language == Language::Chinese;
    let pick = |zh: String, en: String| if chinese { zh } else { en };
    let mut said: Vec<String> = Vec::new();
    let year = |report: &Report| report.year.to_string();
    if before.year != now.year {
        let (from, to) = (year(before), year(now));
        said.push(pick(
            format!("评价年度由{from}年变为{to}年。"),
            format!("The assessed year was {from} and is {to}."),
        ));
    }
    let version = |report: &Report| report.catalogue_version.clone().unwrap_or_default();
    if version(before) != version(now) {
        let (from, to) = (version(before), version(now));
        said.push(pick(
            format!("目标目录由{from}变为{to}。"),
            format!("The catalogue was {from} and is {to}."),
        ));
    }
    let settings = before.settings != now.settings;
    if settings {
        said.push(pick("评价设置有变化。".into(), "The settings differ.".into()));
    }
    for row in &now.rows {
        let Some(old) = before.rows.iter().find(|old| old.target.id == row.target.id) else {
            let name = if chinese { &row.indicator.zh } else { &row.indicator.en };
            said.push(pick(
                format!("{} {name}：新增目标。", row.clause),
                format!("{} {name}: a new target.", row.clause),
            ));
            continue;
        };
        said.extend(changed(old, row, (before.year == now.year, settings), language));
    }
    for old in &before.rows {
        if !now.rows.iter().any(|row| row.target.id == old.target.id) {
            let name = if chinese { &old.indicator.zh } else { &old.indicator.en };
            said.push(pick(
                format!("{} {name}：不再评价。", old.clause),
                format!("{} {name}: no longer judged.", old.clause),
            ));
        }
    }
    said
}

/// One target: what became of its value, of its standing, and why.
fn changed(old: &Row, row: &Row, (same_year, settings): (bool, bool), language: Language) -> Option<String> {
    let chinese = language == Language::Chinese;
    let (was, is) = (old.judgement.standing, row.judgement.standing);
    let data = told(old, row);
    // In another year every value is another one; what differs there is the standing.
    if was == is && (data == Told::Same || !same_year) {
        return None;
    }
    let shown = |row: &Row| text::value(row, language).unwrap_or_else(|| "—".to_owned());
    let (from, to) = (shown(old), shown(row));
    let why = match (data, same_year, chinese) {
        (Told::New, _, true) => format!("新报{to}"),
        (Told::New, _, false) => format!("newly reported, {to}"),
        (Told::Withdrawn, _, true) => format!("{from}已撤回或缺数"),
        (Told::Withdrawn, _, false) => format!("{from} was withdrawn or is missing"),
        (Told::Corrected, true, true) => format!("由{from}更正为{to}"),
        (Told::Corrected, true, false) => format!("corrected from {from} to {to}"),
        (Told::Corrected, false, true) => format!("由{from}变为{to}"),
        (Told::Corrected, false, false) => format!("{from} then, {to} now"),
        (Told::Same, _, true) if settings => "因设置变化".to_owned(),
        (Told::Same, _, false) if settings => "by other settings".to_owned(),
        (Told::Same, _, true) => "因其他年度或参照数变化".to_owned(),
        (Told::Same, _, false) => "by values of other years or of the reference".to_owned(),
    };
    let (clause, name) = (&row.clause, if chinese { &row.indicator.zh } else { &row.indicator.en });
    Some(match (was == is, chinese) {
        (true, true) => format!("{clause} {name}：{why}，状态仍为“{}”。", is.zh()),
        (true, false) => format!("{clause} {name}: {why}; the standing is still “{}”.", is.en()),
        (false, true) => format!("{clause} {name}：{why}，由“{}”变为“{}”。", was.zh(), is.zh()),
        (false, false) => format!("{clause} {name}: {why}; “{}” has become “{}”.", was.en(), is.en()),
    })
}
