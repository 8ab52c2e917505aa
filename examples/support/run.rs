//! What the reports share: the arguments that say what to judge, the rows that are read, and the verdicts.

mod input;
mod plan;
mod progress;

use std::collections::BTreeMap;

use dabiao::{
    Catalogue, Data, Evaluator, Language, Observation, Report, Settings, Target, Year, judge::Method,
};

/// Published national figures, and the names under which they were published.
const NATIONAL_FILE: &str = "national-2020-2024.csv";
const NATIONAL: &str = include_str!("../data/national-2020-2024.csv");
const NATIONAL_NAMES: &str = include_str!("../data/national-names.csv");

/// What to judge, and how.
#[derive(Default)]
pub(crate) struct Choices {
    pub(crate) file: Option<String>,
    pub(crate) rosters: Option<String>,
    pub(crate) year: Option<Year>,
    pub(crate) area: Option<String>,
    pub(crate) plan: Option<String>,
    /// Files with own plans, beside the built-in ones.
    pub(crate) own_plans: Vec<String>,
    pub(crate) method: Method,
    pub(crate) language: Language,
}

/// The rows that were read, and the reports on them.
pub(crate) struct Run {
    /// Whether it ran on the embedded national figures.
    pub(crate) embedded: bool,
    /// Published name, indicator and remark, for the embedded figures.
    pub(crate) names: Vec<(String, String, String)>,
    pub(crate) table: input::Table,
    pub(crate) data: Data,
    pub(crate) reports: Vec<Report>,
    /// How many rows were used, and how many refused, be it because they could not be read.
    pub(crate) used: usize,
    pub(crate) refused: usize,
}

/// The next argument's value.
pub(crate) fn value(parser: &mut lexopt::Parser, help: &str) -> Result<String, String> {
    use lexopt::ValueExt as _;
    parser.value().and_then(|value| value.string()).map_err(|error| format!("{error}\n{help}"))
}

impl Choices {
    /// Takes a long option, with its value, if it is one of those that every report has; whether it was.
    pub(crate) fn take(
        &mut self,
        option: &str,
        parser: &mut lexopt::Parser,
        help: &str,
    ) -> Result<bool, String> {
        let wrong = |given: &str, choices: &str| format!("--{option} takes {choices}, not `{given}`\n{help}");
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
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The file's name, as given.
    pub(crate) fn file_name(&self) -> &str {
        self.file.as_deref().unwrap_or(NATIONAL_FILE)
    }

    /// The built-in catalogue, with own plans where there are any.
    pub(crate) fn catalogue(&self) -> Result<Catalogue, String> {
        let mut catalogue = Catalogue::hangjin();
        let wrong: Vec<String> =
            self.own_plans.iter().filter_map(|path| plan::add_file(&mut catalogue, path).err()).collect();
        if !wrong.is_empty() {
            return Err(wrong.join("\n"));
        }
        if let Some(id) = &self.plan {
            catalogue.plan(id).map_err(|error| format!("--plan: {error}"))?;
        }
        Ok(catalogue)
    }

    /// Reads what is to be read and judges it, one report for each area.
    pub(crate) fn run(&self, catalogue: &Catalogue) -> Result<Run, String> {
        let names = if self.file.is_none() { input::names(NATIONAL_NAMES) } else { Vec::new() };
        let table = match &self.file {
            Some(path) => read(catalogue, path, self.language)?,
            None => {
                let names = names.iter().map(|(name, indicator, _)| (name.clone(), indicator.clone()));
                input::observations(catalogue, self.file_name(), NATIONAL, &names.collect(), self.language)?
            }
        };
        let rosters = match &self.rosters {
            Some(path) => input::rosters(path, &input::text(path, self.language)?, self.language)?,
            None => Vec::new(),
        };
        let year = match self.year {
            Some(year) => year,
            None if self.file.is_none() => Year::literal(2024),
            None => latest(&table.observations),
        };
        let data = Data::new(catalogue, table.observations.iter().cloned(), rosters);
        let settings = Settings { method: self.method, ..Settings::default() };
        let evaluator = Evaluator::with(catalogue, settings).map_err(|error| error.to_string())?;
        let areas: Vec<String> = match &self.area {
            Some(area) if data.areas().next().is_some() && !data.areas().any(|known| known == area) => {
                let known: Vec<&str> = data.areas().filter(|area| !area.is_empty()).take(10).collect();
                let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
                return Err(format!("--area: no row is of `{area}`; the areas that rows name: {known}"));
            }
            Some(area) => vec![area.clone()],
            None if data.areas().next().is_none() => vec![String::new()],
            None => data.areas().map(str::to_owned).collect(),
        };
        let wanted = |target: &Target| self.plan.as_ref().is_none_or(|plan| *plan == target.plan);
        let bar = progress::bar(areas.len(), "areas");
        let mut reports = Vec::new();
        for area in &areas {
            let report = evaluator.report_on(&data, area, year, wanted);
            reports.push(report.map_err(|error| error.to_string())?);
            bar.inc(1);
        }
        bar.finish_and_clear();
        let refused = table.refused.len() + data.refused();
        Ok(Run {
            embedded: self.file.is_none(),
            names,
            used: table.read - refused,
            refused,
            table,
            data,
            reports,
        })
    }
}

/// The rows of a file, or of every CSV file in a folder, in the order of their names.
fn read(catalogue: &Catalogue, path: &str, language: Language) -> Result<input::Table, String> {
    let one = |path: &str| {
        input::observations(catalogue, path, &input::text(path, language)?, &BTreeMap::new(), language)
    };
    if !std::path::Path::new(path).is_dir() {
        return one(path);
    }
    let entries = std::fs::read_dir(path).map_err(|error| format!("{path}: {error}"))?;
    let entries = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let mut files: Vec<_> = entries
        .filter(|file| file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")))
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(format!("{path}: there is no .csv file in the folder"));
    }
    let bar = progress::bar(files.len(), "files");
    let mut whole = input::Table::default();
    for file in files {
        let table = one(&file.to_string_lossy())?;
        whole.observations.extend(table.observations);
        whole.read += table.read;
        whole.refused.extend(table.refused);
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(whole)
}

fn latest(observations: &[Observation]) -> Year {
    let years = observations.iter().map(|observation| observation.period.year());
    years.filter(|year| *year <= Year::literal(2030)).max().unwrap_or(Year::literal(2024))
}
