//! What a responsible body (责任单位) has to look at, in one sentence.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::Language;
use crate::ahead::Standing;
use crate::report::{BodyOutcome, Report};
use crate::values::Text;

/// One sentence for each responsible body: how many targets it answers for, and which of them are missed, not yet met, warned of, without
/// data or open, by their clauses; none where the settings name no body.
///
/// ```
/// use dabiao::{judge::{Owner, Settings}, text, Catalogue, Evaluator, Language, Record, Year};
/// let catalogue = Catalogue::hangjin();
/// let owner = |of: &str, body: &'static str| Owner { of: of.into(), bodies: vec![body.into()] };
/// let owners = vec![owner("孕产妇死亡率", "旗卫健委"), owner("就业人员中的女性比例", "旗人社局")];
/// let told = |indicator, value| Record { indicator, period: "2024", value, ..Record::default() }.read(&catalogue).unwrap();
/// let data = catalogue.data([told("就业人员中的女性比例", "43.0"), told("就业人员中的女性比例", "43.1")]);
/// let evaluator = Evaluator::with(&catalogue, Settings { owners, ..Settings::default() })?;
/// let report = evaluator.report(data.only_area()?, Year::literal(2024))?;
/// assert_eq!(text::bodies(&report, Language::Chinese), [
///     "旗卫健委负责1项目标；预警1项（W1-2）；无数据1项（W1-2）。",
///     "旗人社局负责1项目标；无法判断1项（W3-2）；数据待核1处。",
/// ]);
/// assert_eq!(
///     text::bodies(&report, Language::English)[0],
///     "旗卫健委 answers for 1 target; warned of: 1 (W1-2); without data: 1 (W1-2)."
/// );
/// # Ok::<(), dabiao::Error>(())
/// ```
#[must_use]
pub fn bodies(report: &Report, language: Language) -> Vec<String> {
    report.bodies.iter().map(|body| sentence(report, body, language)).collect()
}

fn sentence(report: &Report, body: &BodyOutcome, language: Language) -> String {
    let chinese = language == Language::Chinese;
    let BodyOutcome { body: name, targets, not_met, no_data, undetermined, warned, findings } = body;
    let mut parts: Vec<String> = Vec::new();
    parts.push(match (chinese, targets) {
        (true, _) => alloc::format!("{name}负责{targets}项目标"),
        (false, 1) => alloc::format!("{name} answers for 1 target"),
        (false, _) => alloc::format!("{name} answers for {targets} targets"),
    });
    let clauses = |ids: &[Text]| {
        let mut clauses: Vec<&str> =
            ids.iter().map(|id| report.row(id).map_or(&**id, |row| row.clause.as_str())).collect();
        clauses.dedup();
        clauses.join(if chinese { "、" } else { ", " })
    };
    // What has years to go is not missed.
    let missed = |id: &Text| report.row(id).is_ok_and(|row| row.judgement.standing == Standing::Missed);
    let (missed, not_yet): (Vec<Text>, Vec<Text>) = not_met.iter().cloned().partition(missed);
    let lists = [
        (&missed, "未达标", "missed"),
        (&not_yet, "尚未达到", "not yet met"),
        (warned, "预警", "warned of"),
        (no_data, "无数据", "without data"),
        (undetermined, "无法判断", "cannot be judged"),
    ];
    for (ids, zh, en) in lists.into_iter().filter(|(ids, ..)| !ids.is_empty()) {
        let (count, named) = (ids.len(), clauses(ids));
        parts.push(match chinese {
            true => alloc::format!("{zh}{count}项（{named}）"),
            false => alloc::format!("{en}: {count} ({named})"),
        });
    }
    if !findings.is_empty() {
        let count = findings.len();
        parts.push(match chinese {
            true => alloc::format!("数据待核{count}处"),
            false => alloc::format!("findings on its data: {count}"),
        });
    }
    if parts.len() == 1 {
        parts.push((if chinese { "均无须处理" } else { "nothing to look at" }).to_string());
    }
    let (between, end) = if chinese { ("；", "。") } else { ("; ", ".") };
    parts.join(between) + end
}
