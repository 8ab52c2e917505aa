//! The audit sheet (审核表): a CSV file with one line for each finding, to be sent back to those who reported.

use dabiao::data::{AuditCell, Effect, Finding, FindingKind};
use dabiao::{Language, Report};

/// The titles of the sheet's columns.
#[must_use]
pub const fn header(language: Language) -> [&'static str; 8] {
    match language {
        Language::Chinese => ["级别", "地区", "单元格", "相关单元格", "说明", "应如何", "来源", "关系代码"],
        Language::English => ["level", "area", "cell", "beside", "finding", "remedy", "source", "relation"],
    }
}

/// The lines of a report, what must hold first.
#[must_use]
pub fn lines(report: &Report, language: Language) -> Vec<[String; 8]> {
    let mut findings: Vec<&Finding> = report.findings.iter().collect();
    findings.sort_by_key(|finding| matches!(finding.kind, FindingKind::RelationBroken(_)));
    findings.into_iter().map(|finding| cells(finding, language)).collect()
}

/// The sheet, for a spreadsheet program: UTF-8 with a byte order mark. The code of a relation stands last: it is for programs.
#[must_use]
pub fn sheet(reports: &[Report], language: Language) -> String {
    let mut text = String::from("\u{feff}");
    line(&mut text, &header(language).map(String::from));
    for report in reports {
        lines(report, language).iter().for_each(|cells| line(&mut text, cells));
    }
    text
}

fn cells(finding: &Finding, language: Language) -> [String; 8] {
    let chinese = language == Language::Chinese;
    let area = finding.area.as_deref().unwrap_or_default().to_owned();
    let source = finding.source.as_deref().unwrap_or_default().to_owned();
    if let FindingKind::RelationBroken(broken) = &finding.kind {
        let told = |cell: &AuditCell| if chinese { cell.text_zh() } else { cell.text_en() };
        let (words, remedy) =
            if chinese { (&broken.zh, &broken.remedy_zh) } else { (&broken.en, &broken.remedy) };
        let level = if chinese { broken.level.zh() } else { broken.level.en() };
        let first = broken.cells.first().map_or_else(String::new, told);
        let others: Vec<String> = broken.cells.iter().skip(1).map(told).collect();
        let others = others.join(if chinese { "；" } else { "; " });
        let relation = broken.relation.to_string();
        return [level.to_owned(), area, first, others, words.to_string(), remedy.clone(), source, relation];
    }
    let level = match (finding.kind.effect(), chinese) {
        (Effect::Refused, true) => "拒收",
        (Effect::Refused, false) => "refused",
        (Effect::Unusable, true) => "不可用",
        (Effect::Unusable, false) => "unusable",
        (Effect::Unused, true) => "未采用",
        (Effect::Unused, false) => "unused",
        (Effect::Judged, true) => "提示",
        (Effect::Judged, false) => "note",
    };
    let said = if chinese { finding.kind.zh() } else { finding.kind.to_string() };
    let cell = finding.cell.as_ref().map(|cell| if chinese { &cell.zh } else { &cell.en });
    let cell = cell.map(ToString::to_string).unwrap_or_default();
    [level.to_owned(), area, cell, String::new(), said, String::new(), source, String::new()]
}

/// One line; a cell with a comma, quote or line break stands in quotes. A cell that a spreadsheet program would take for a formula
/// gets an apostrophe in front.
fn line(text: &mut String, cells: &[String; 8]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        let guard = if cell.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
        if cell.contains([',', '"', '\n', '\r']) {
            text.push_str(&format!("\"{guard}{}\"", cell.replace('"', "\"\"")));
        } else {
            text.push_str(guard);
            text.push_str(cell);
        }
    }
    text.push_str("\r\n");
}
