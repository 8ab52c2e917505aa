//! The annex of a report as plain tables: every target, what is missing, what was odd about the data, what the indicators mean.

use dabiao::report::{Part, Row};
use dabiao::values::{Ratio, Unit};
use dabiao::{Catalogue, Language, Report, text};
use dabiao_tables::overview::has_value;
use dabiao_tables::run::Run;
use dabiao_tables::{audit, titles};

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A decimal number, as it is printed.
    Number(String),
    /// Nothing.
    Empty,
}

impl Cell {
    fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Self::Empty } else { Self::Text(words) }
    }

    fn count(number: impl ToString) -> Self {
        Self::Number(number.to_string())
    }

    /// The cell as it is printed.
    #[must_use]
    pub fn as_text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(text) => text,
            Self::Empty => "",
        }
    }
}

/// A table with a name.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Its name.
    pub name: &'static str,
    /// The titles of its columns, and how wide each is, in letters.
    pub columns: Vec<(&'static str, u16)>,
    /// Its rows, each as long as the titles.
    pub rows: Vec<Vec<Cell>>,
}

/// What the annex is made of.
#[derive(Debug, Clone, Copy)]
pub struct Annex<'a> {
    /// The catalogue that was judged by.
    pub catalogue: &'a Catalogue,
    /// The rows and the verdicts.
    pub run: &'a Run<'a>,
    /// The report.
    pub report: &'a Report,
    /// The language.
    pub language: Language,
}

impl Annex<'_> {
    /// Every table, the targets first.
    #[must_use]
    pub fn sheets(&self) -> Vec<Sheet> {
        vec![self.targets(), self.missing(), self.audit(), self.definitions(), self.settings()]
    }

    const fn pick<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }

    fn columns<const N: usize>(
        &self,
        columns: [(&'static str, &'static str, u16); N],
    ) -> Vec<(&'static str, u16)> {
        columns.iter().map(|(zh, en, width)| (self.pick(zh, en), *width)).collect()
    }

    fn name<'r>(&self, row: &'r Row) -> &'r str {
        self.pick(&row.indicator.zh, &row.indicator.en)
    }

    fn plan(&self, row: &Row) -> String {
        let plan = self.catalogue.plan(&row.target.plan);
        plan.map_or_else(|_| row.target.plan.to_string(), |plan| self.pick(&plan.zh, &plan.en).to_owned())
    }

    fn domain(&self, row: &Row) -> String {
        let title = titles::of(self.catalogue, &row.target.plan, row.target.clause.domain);
        let part = Part::of(&row.target);
        let (zh, en) = (part.zh(), part.en());
        title.map_or_else(
            || self.pick(zh, en).to_owned(),
            |(title, other)| self.pick(title, other.unwrap_or(title)).to_owned(),
        )
    }

    fn join(&self, parts: &[String]) -> String {
        parts.join(self.pick("；", "; "))
    }

    fn owners(&self, row: &Row) -> String {
        row.owners.iter().map(|owner| &**owner).collect::<Vec<_>>().join(self.pick("、", ", "))
    }

    fn reasons(&self, row: &Row) -> String {
        let reasons = row.assessment().reasons.iter();
        let said: Vec<String> = match self.language {
            Language::Chinese => reasons.map(dabiao::judge::Reason::zh).collect(),
            Language::English => reasons.map(ToString::to_string).collect(),
        };
        self.join(&said)
    }

    fn sources(&self, row: &Row) -> String {
        let mut sources: Vec<String> = Vec::new();
        for told in &row.assessment().evidence {
            let Some(source) = &told.source else { continue };
            if !sources.iter().any(|known| *known == **source) {
                sources.push(source.to_string());
            }
        }
        self.join(&sources)
    }

    /// A number of an indicator without its unit, to six digits behind the point at most.
    fn number(&self, value: &Ratio) -> Cell {
        let rounded = value.round(6);
        Cell::Number(text::amount(&rounded, Unit::Quotient, Language::English).replace(',', ""))
    }

    /// Every target with everything that is said of it: the long table.
    #[must_use]
    pub fn targets(&self) -> Sheet {
        let columns = self.columns([
            ("序号", "No.", 6),
            ("规划", "Plan", 16),
            ("领域", "Domain", 18),
            ("部分", "Part", 10),
            ("条款", "Clause", 9),
            ("原文", "Words of the plan", 36),
            ("指标", "Indicator", 28),
            ("指标代码", "Indicator id", 14),
            ("单位", "Unit", 9),
            ("基期年", "Baseline year", 8),
            ("基期", "Baseline", 9),
            ("上年", "Year before", 9),
            ("本年", "This year", 14),
            ("数值", "Value", 9),
            ("分子", "Numerator", 9),
            ("分母", "Denominator", 10),
            ("要求", "Asked", 18),
            ("目标值", "Target value", 9),
            ("差距", "Distance", 18),
            ("评价结果", "Outcome", 12),
            ("状态", "Standing", 12),
            ("评价意见", "Finding", 50),
            ("推算到期年", "Projected, due year", 10),
            ("预警", "Warnings", 40),
            ("暂无法评价的原因", "Why it cannot be judged", 36),
            ("到期年", "Due", 8),
            ("责任单位", "Responsible", 18),
            ("数据来源", "Source", 24),
        ]);
        let line = |(number, row): (usize, &Row)| {
            let (judged, judgement) = (row.assessment(), &row.judgement);
            let ratio = |value: Option<&Ratio>| value.map_or(Cell::Empty, |value| self.number(value));
            let warnings = judgement.warnings.iter().map(|found| text::warning(row, found, self.language));
            let warnings: Vec<String> = warnings.collect();
            let (baseline, previous) = (judgement.baseline.as_ref(), judgement.previous.as_ref());
            let projection = judgement.outlook.as_ref().and_then(|outlook| outlook.projection.as_ref());
            let part = Part::of(&row.target);
            let (part, part_en) = (part.zh(), part.en());
            let (outcome, standing) = (judged.outcome, judgement.standing);
            vec![
                Cell::count(number),
                Cell::text(self.plan(row)),
                Cell::text(self.domain(row)),
                Cell::text(self.pick(part, part_en)),
                Cell::text(row.clause.clone()),
                Cell::text(row.target.clause.words.to_string()),
                Cell::text(self.name(row)),
                Cell::text(row.indicator.id.to_string()),
                Cell::text(self.pick(row.indicator.unit.symbol(), row.indicator.unit.symbol_en())),
                baseline.map_or(Cell::Empty, |base| Cell::count(base.year)),
                ratio(baseline.map(|base| &base.value)),
                ratio(previous.map(|before| &before.value)),
                text::value(row, self.language).map_or(Cell::Empty, Cell::text),
                ratio(judged.value.as_ref()),
                judged.counts.map_or(Cell::Empty, |counts| Cell::count(counts.numerator)),
                judged.counts.map_or(Cell::Empty, |counts| Cell::count(counts.denominator)),
                Cell::text(text::asks(row, self.language)),
                ratio(judged.bound.as_ref().map(|bound| &bound.limit)),
                text::distance(row, self.language).map_or(Cell::Empty, Cell::text),
                Cell::text(self.pick(outcome.zh(), outcome.en())),
                Cell::text(self.pick(standing.zh(), standing.en())),
                Cell::text(text::sentence(row, self.language)),
                ratio(projection),
                Cell::text(self.join(&warnings)),
                Cell::text(self.reasons(row)),
                Cell::count(row.target.timing.due()),
                Cell::text(self.owners(row)),
                Cell::text(self.sources(row)),
            ]
        };
        let rows = (1..).zip(&self.report.rows).map(line).collect();
        Sheet { name: self.pick("目标", "Targets"), columns, rows }
    }

    /// Targets without a value: what is asked for, and from whom.
    fn missing(&self) -> Sheet {
        let columns = self.columns([
            ("条款", "Clause", 9),
            ("领域", "Domain", 20),
            ("指标", "Indicator", 36),
            ("要求", "Asked", 20),
            ("状态", "Standing", 12),
            ("原因", "Reason", 60),
            ("责任单位", "Responsible", 24),
        ]);
        let rows = self.report.rows.iter().filter(|row| !has_value(row));
        let rows = rows.map(|row| {
            vec![
                Cell::text(row.clause.clone()),
                Cell::text(self.domain(row)),
                Cell::text(self.name(row)),
                Cell::text(text::asks(row, self.language)),
                Cell::text(self.pick(row.judgement.standing.zh(), row.judgement.standing.en())),
                Cell::text(self.reasons(row)),
                Cell::text(self.owners(row)),
            ]
        });
        Sheet { name: self.pick("缺数", "Missing data"), columns, rows: rows.collect() }
    }

    /// The audit (数据审核): what was refused, and what was odd about what was used, a line each, to be sent back to those who
    /// reported.
    #[must_use]
    pub fn audit(&self) -> Sheet {
        let widths = [10, 12, 36, 36, 60, 44, 24, 24];
        let refused = self.run.messages().into_iter().map(|message| {
            let mut cells: [String; 8] = Default::default();
            let [level, _, _, _, said, ..] = &mut cells;
            (*level, *said) = (self.pick("拒收", "refused").to_owned(), message);
            cells
        });
        let found = audit::lines(self.report, self.language);
        let rows = refused.chain(found).map(|cells| cells.map(Cell::text).to_vec()).collect();
        let columns = audit::header(self.language).into_iter().zip(widths).collect();
        Sheet { name: self.pick("数据审核", "Audit"), columns, rows }
    }

    /// What the indicators of the report mean, each once.
    fn definitions(&self) -> Sheet {
        let columns = self.columns([
            ("指标", "Indicator", 36),
            ("单位", "Unit", 10),
            ("分子", "Counted", 60),
            ("分母", "Over", 50),
            ("资料来源", "Source of data", 24),
            ("统计年度", "Year", 24),
        ]);
        let mut told: Vec<&str> = Vec::new();
        let mut rows = Vec::new();
        for row in &self.report.rows {
            let Some(definition) = row.indicator.definition.as_ref() else { continue };
            if told.contains(&&*row.indicator.id) {
                continue;
            }
            told.push(&row.indicator.id);
            let over = definition.denominator.as_ref();
            rows.push(vec![
                Cell::text(self.name(row)),
                Cell::text(self.pick(row.indicator.unit.symbol(), row.indicator.unit.symbol_en())),
                Cell::text(self.pick(&definition.counted.zh, &definition.counted.en)),
                over.map_or(Cell::Empty, |over| Cell::text(self.pick(&over.zh, &over.en))),
                Cell::text(self.pick(definition.source.zh(), definition.source.en())),
                Cell::text(self.pick(definition.year.zh(), definition.year.en())),
            ]);
        }
        Sheet { name: self.pick("指标解释", "Definitions"), columns, rows }
    }

    /// What the report was made with.
    fn settings(&self) -> Sheet {
        let columns = self.columns([("项目", "Item", 28), ("内容", "Value", 80)]);
        let report = self.report;
        let settings = serde_json::to_value(&report.settings).unwrap_or_default();
        let facts = [
            (self.pick("地区", "Area"), report.area.as_deref().unwrap_or_default().to_owned()),
            (self.pick("年份", "Year"), report.year.to_string()),
            (
                self.pick("报告类型", "Kind of report"),
                self.pick(report.kind.zh(), report.kind.en()).to_owned(),
            ),
            (self.pick("程序版本", "Crate"), format!("dabiao {}", report.crate_version)),
            (
                self.pick("目标目录", "Catalogue"),
                report.catalogue_version.as_deref().unwrap_or_default().to_owned(),
            ),
            (self.pick("全部设置", "All settings"), settings.to_string()),
        ];
        let rows = facts.into_iter().map(|(item, value)| vec![Cell::text(item), Cell::text(value)]);
        Sheet { name: self.pick("设置", "Settings"), columns, rows: rows.collect() }
    }
}

/// A table as CSV: UTF-8 with the mark that spreadsheet programs need to see it as that.
///
/// # Errors
/// Where it cannot be written.
pub fn csv(sheet: &Sheet) -> Result<Vec<u8>, String> {
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let said = |error: csv::Error| error.to_string();
    writer.write_record(sheet.columns.iter().map(|(title, _)| *title)).map_err(said)?;
    for row in &sheet.rows {
        writer.write_record(row.iter().map(harmless)).map_err(said)?;
    }
    writer.into_inner().map_err(|error| error.to_string())
}

/// A text that a spreadsheet program would take for a formula gets an apostrophe before it.
fn harmless(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => format!("'{text}"),
        cell => cell.as_text().to_owned(),
    }
}
