//! What the reports share: the arguments that say what to judge, the rows that are read, and the verdicts.

use std::path::PathBuf;

use dabiao::judge::{Method, Owner};
use dabiao::{
    Catalogue, Data, Evaluator, Language, Observation, Report, Settings, Target, Year,
    data::{AreaData, Effect, FindingKind},
    report::AreaComparison,
    values::names,
};

use crate::observations::{self, Names, Table};
use crate::rosters::{self, Incomplete, Rosters};
use crate::wrong::Wrong;
use crate::{alike, encoding, plan, progress, visible};

/// Published national figures, and the names under which they were published.
const NATIONAL_FILE: &str = "national-2020-2024.csv";
const NATIONAL: &str = include_str!("../../data/national-2020-2024.csv");
const NATIONAL_NAMES: &str = include_str!("../../data/national-names.csv");

/// What to judge, and how.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// A table of observations, or a folder of them; the published national figures where there is none.
    pub file: Option<String>,
    /// A table of rosters.
    pub rosters: Option<String>,
    /// The assessed year.
    pub year: Option<Year>,
    /// The one area.
    pub area: Option<String>,
    /// The one plan.
    pub plan: Option<String>,
    /// Files with own plans, beside the built-in ones.
    pub own_plans: Vec<String>,
    /// The judging method.
    pub method: Method,
    /// The language of the report.
    pub language: Language,
    /// Whether the areas are put side by side.
    pub compare: bool,
    /// The areas that should have reported.
    pub expect: Vec<String>,
}

/// What was read, whatever it was read from.
#[derive(Debug, Clone, Default)]
pub struct Input {
    /// The rows of observations.
    pub table: Table,
    /// The rows of rosters.
    pub rosters: Rosters,
    /// Published name, indicator and remark, for the embedded figures.
    pub names: Vec<(String, String, String)>,
    /// Whether they are the embedded national figures.
    pub embedded: bool,
    /// Whether figures were counted and not rows.
    pub figures: bool,
    /// What has to be known before the report is read.
    pub notices: Vec<String>,
    /// The bodies that answer for indicators or targets.
    pub owners: Vec<Owner>,
    /// How the books were taken, and what of them was left out and why: titles, each with its lines.
    pub told: Vec<(String, Vec<String>)>,
}

/// The rows that were read, and the reports on them.
#[derive(Debug)]
pub struct Run<'c> {
    /// Whether it ran on the embedded national figures.
    pub embedded: bool,
    /// Published name, indicator and remark, for the embedded figures.
    pub names: Vec<(String, String, String)>,
    /// Whether figures were counted and not rows.
    pub figures: bool,
    /// What has to be known before the report is read.
    pub notices: Vec<String>,
    /// How the books were taken, and what of them was left out and why: titles, each with its lines.
    pub told: Vec<(String, Vec<String>)>,
    /// The rows of observations.
    pub table: Table,
    /// The rows of rosters.
    pub rosters: Rosters,
    /// Rosters that are not used, each with the reason.
    pub unused: Vec<Wrong>,
    /// The settled cells.
    pub data: Data<'c>,
    /// One for each area.
    pub reports: Vec<Report>,
    /// How many rows of observations were used.
    pub used: usize,
    /// How many nothing reads: no target, no gap, no sum of parts; the findings name them.
    pub unused_rows: usize,
    /// How many were refused, be it because they could not be read.
    pub refused: usize,
    language: Language,
    rosters_file: String,
}

/// The next argument's value.
///
/// # Errors
/// An option without one.
pub fn value(parser: &mut lexopt::Parser, help: &str) -> Result<String, String> {
    use lexopt::ValueExt as _;
    parser.value().and_then(|value| value.string()).map_err(|error| format!("{error}\n{help}"))
}

impl Choices {
    /// Takes a long option, with its value, if it is one of those that every report has; whether it was.
    ///
    /// # Errors
    /// A value that the option does not take.
    pub fn take(&mut self, option: &str, parser: &mut lexopt::Parser, help: &str) -> Result<bool, String> {
        let wrong = |given: &str, choices: &str| {
            format!("--{option} takes {choices}, not `{}`\n{help}", visible(given))
        };
        match option {
            "rosters" => self.rosters = Some(value(parser, help)?),
            "year" => {
                self.year = Some(value(parser, help)?.parse().map_err(|error| format!("--year: {error}"))?)
            }
            "area" => self.area = Some(value(parser, help)?),
            "own-plan" => self.own_plans.push(value(parser, help)?),
            "plan" => {
                let plan = value(parser, help)?;
                self.plan = Some(plan).filter(|plan| plan != "all");
            }
            "method" => {
                self.method = match value(parser, help)?.as_str() {
                    "full" => Method::FullValue,
                    "rounded" => Method::Rounded,
                    other => return Err(wrong(other, "full or rounded")),
                };
            }
            "lang" => {
                self.language = match value(parser, help)?.as_str() {
                    "zh" => Language::Chinese,
                    "en" => Language::English,
                    other => return Err(wrong(other, "zh or en")),
                };
            }
            "compare" => self.compare = true,
            // It means nothing without the areas side by side.
            "expect" => {
                let areas = value(parser, help)?;
                self.expect.extend(areas.split([',', '，', '、']).map(|area| area.trim().to_owned()));
                self.expect.retain(|area| !area.is_empty());
                self.compare = true;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The file's name, as given.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.file.as_deref().unwrap_or(NATIONAL_FILE)
    }

    /// The built-in catalogue, with own plans where there are any.
    ///
    /// # Errors
    /// Everything wrong with the plans, a line each; an unknown plan.
    pub fn catalogue(&self) -> Result<Catalogue, String> {
        let mut catalogue = Catalogue::hangjin();
        let wrong: Vec<String> = self
            .own_plans
            .iter()
            .filter_map(|path| plan::add_file(&mut catalogue, path, self.language).err())
            .collect();
        if !wrong.is_empty() {
            return Err(wrong.join("\n"));
        }
        if let Some(id) = &self.plan {
            catalogue.plan(id).map_err(|error| format!("--plan: {error}"))?;
        }
        Ok(catalogue)
    }

    /// Reads what is to be read and judges it, one report for each area.
    ///
    /// # Errors
    /// A file that cannot be read as a whole, an area that no row is of, a year that cannot be judged.
    pub fn run<'c>(&self, catalogue: &'c Catalogue) -> Result<Run<'c>, String> {
        let said = |wrong: &Wrong, file: &str| visible(&wrong.message(file, self.language)).into_owned();
        let embedded = self.file.is_none();
        let names = match embedded {
            true => {
                observations::names(NATIONAL_NAMES).map_err(|wrong| said(&wrong, "national-names.csv"))?
            }
            false => Vec::new(),
        };
        let table = match &self.file {
            Some(path) => self.read(catalogue, path)?,
            None => {
                let names: Names =
                    names.iter().map(|(name, indicator, _)| (name.clone(), indicator.clone())).collect();
                observations::read(catalogue, NATIONAL_FILE, NATIONAL, &names)
                    .map_err(|wrong| said(&wrong, NATIONAL_FILE))?
            }
        };
        if table.read == 0 {
            let wrong = Wrong::new("表头下面没有数据行", "there are no rows below the header");
            return Err(said(&wrong, self.file_name()));
        }
        let rosters = match &self.rosters {
            Some(path) => encoding::read(path)
                .and_then(|text| rosters::read(catalogue, path, &text))
                .map_err(|wrong| said(&wrong, path))?,
            None => Rosters::default(),
        };
        self.judge(catalogue, Input { table, rosters, names, embedded, ..Input::default() })
    }

    /// Judges what was read, one report for each area.
    ///
    /// # Errors
    /// An area that no row is of, a year that cannot be judged.
    pub fn judge<'c>(&self, catalogue: &'c Catalogue, input: Input) -> Result<Run<'c>, String> {
        let Input { mut table, rosters, names, embedded, figures, mut notices, owners, told } = input;
        notices.append(&mut table.beside);
        let alike = alike::notices(&table.observations, self.language);
        notices.extend(alike.iter().map(|notice| visible(notice).into_owned()));
        let year = match self.year {
            Some(year) => year,
            None if embedded => Year::literal(2024),
            None => latest(&table.observations),
        };
        let rows = table.observations.iter().chain(&table.unread).cloned();
        let data = catalogue.data(rows).with_rosters(rosters.rosters.iter().cloned());
        let settings = Settings { method: self.method, owners, ..Settings::default() };
        let evaluator = Evaluator::with(catalogue, settings).map_err(|error| error.to_string())?;
        let areas: Vec<String> = match &self.area {
            Some(area)
                if data.areas().next().is_some()
                    && !data
                        .areas()
                        .filter_map(AreaData::name)
                        .any(|known| names::key(known) == names::key(area)) =>
            {
                let known: Vec<&str> = data.areas().filter_map(AreaData::name).take(10).collect();
                let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
                let message = format!("--area: no row is of `{area}`; the areas that rows name: {known}");
                return Err(visible(&message).into_owned());
            }
            Some(area) => vec![area.clone()],
            None if data.areas().next().is_none() => vec![String::new()],
            None => data.areas().map(|area| area.name().unwrap_or_default().to_owned()).collect(),
        };
        let wanted = |target: &Target| self.plan.as_ref().is_none_or(|plan| *plan == target.plan);
        let bar = progress::bar(areas.len(), "areas");
        let mut reports = Vec::new();
        for area in &areas {
            let report = evaluator.report_on(data.area_or_empty(area), year, wanted);
            reports.push(report.map_err(|error| visible(&error.to_string()).into_owned())?);
            bar.inc(1);
        }
        bar.finish_and_clear();
        let unused = unused(&rosters, &data);
        let refused = table.refused.len() + data.refused();
        Ok(Run {
            embedded,
            names,
            figures,
            notices,
            told,
            used: table.read.saturating_sub(refused + data.unused()),
            unused_rows: data.unused(),
            refused,
            table,
            rosters,
            unused,
            data,
            reports,
            language: self.language,
            rosters_file: self.rosters.clone().unwrap_or_default(),
        })
    }

    /// The rows of a file, or of every CSV file in a folder, in the order of their names.
    fn read(&self, catalogue: &Catalogue, path: &str) -> Result<Table, String> {
        let one = |path: &str| {
            encoding::read(path)
                .and_then(|text| observations::read(catalogue, path, &text, &Names::new()))
                .map_err(|wrong| visible(&wrong.message(path, self.language)).into_owned())
        };
        if !std::path::Path::new(path).is_dir() {
            return one(path);
        }
        let entries = std::fs::read_dir(path).map_err(|error| format!("{path}: {error}"))?;
        let mut files = Vec::new();
        for entry in entries {
            files.push(entry.map_err(|error| format!("{path}: {error}"))?.path());
        }
        files.sort();
        let is_table = |file: &PathBuf| file.extension().is_some_and(|end| end.eq_ignore_ascii_case("csv"));
        let (files, others): (Vec<PathBuf>, Vec<PathBuf>) = files.into_iter().partition(is_table);
        if files.is_empty() {
            return Err(format!("{path}: there is no .csv file in the folder"));
        }
        let bar = progress::bar(files.len(), "files");
        let mut whole = Table::default();
        for file in files {
            whole.append(one(&file.to_string_lossy())?);
            bar.inc(1);
        }
        bar.finish_and_clear();
        // Of what lies beside the tables nothing is lost without a word.
        for other in others {
            let wrong = Wrong::new("不是.csv文件，未读取", "is no .csv file and was not read");
            let other = other.to_string_lossy();
            whole.beside.push(visible(&wrong.message(&other, self.language)).into_owned());
        }
        Ok(whole)
    }
}

impl Run<'_> {
    /// What was refused and what was not used, a line each, as it was written: rows of observations, rows of rosters, rosters.
    #[must_use]
    pub fn messages(&self) -> Vec<String> {
        let rows = self.table.refused.iter().chain(&self.rosters.refused);
        let rosters = self.unused.iter().map(|wrong| wrong.message(&self.rosters_file, self.language));
        rows.flat_map(|refusal| refusal.lines(self.language)).chain(rosters).collect()
    }

    /// The areas side by side, where that was asked for.
    ///
    /// # Errors
    /// Areas that do not compare.
    pub fn comparison(&self, choices: &Choices) -> Result<Option<AreaComparison>, String> {
        if !choices.compare {
            return Ok(None);
        }
        let expected = choices.expect.iter().map(String::as_str);
        let comparison = AreaComparison::new(&self.reports, expected);
        comparison.map(Some).map_err(|error| visible(&error.to_string()).into_owned())
    }

    /// The rows above the headers, a line each.
    #[must_use]
    pub fn titles(&self) -> Vec<String> {
        let rows = self.table.titles.iter().chain(&self.rosters.titles);
        rows.map(|(file, line, text)| format!("{file}:{line}: {text}")).collect()
    }

    /// Whether a row was refused, a roster left unused, a finding made or a target not met.
    #[must_use]
    pub fn is_faulty(&self) -> bool {
        self.refused > 0
            || !self.rosters.refused.is_empty()
            || !self.unused.is_empty()
            || !self.data.findings().is_empty()
            || self.reports.iter().any(|report| !report.findings.is_empty())
            || self.reports.iter().any(|report| report.rollup.total.not_met > 0)
    }

    /// How many cells could not be used.
    #[must_use]
    pub fn unusable(&self) -> usize {
        self.data.findings().iter().filter(|finding| finding.kind.effect() == Effect::Unusable).count()
    }
}

/// Rosters that no verdict rests on, and why.
fn unused(rosters: &Rosters, data: &Data<'_>) -> Vec<Wrong> {
    let none = rosters.none_used.then(|| {
        Wrong::new(
            "有一行被拒收且看不出是哪类单位，本文件的名录都未采用；补正后才能判断全部单位是否达标",
            "a row was refused that may be of any kind of unit, so no roster of the file is used; all units can be judged once it is mended",
        )
    });
    let incomplete = rosters.incomplete.iter().filter(|_| !rosters.none_used).map(Incomplete::wrong);
    // They may be of an area that no report is of.
    let stray = data.findings().iter().filter(|finding| {
        matches!(
            finding.kind,
            FindingKind::RosterUnused { .. }
                | FindingKind::RosterWithoutRows { .. }
                | FindingKind::RosterIncomplete { .. }
                | FindingKind::RosterKindUnclear { .. }
                | FindingKind::RosterNamesAlike { .. }
                | FindingKind::RosterOfAnotherYear { .. }
        )
    });
    let stray = stray.map(|finding| {
        let area = finding.area.as_deref().unwrap_or("—");
        Wrong::new(format!("{area}：{}", finding.kind.zh()), format!("{area}: {}", finding.kind))
    });
    none.into_iter().chain(incomplete).chain(stray).collect()
}

fn latest(observations: &[Observation]) -> Year {
    let years = observations.iter().map(|observation| observation.period.year());
    years.filter(|year| *year <= Year::literal(2030)).max().unwrap_or(Year::literal(2024))
}
