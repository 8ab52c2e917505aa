//! Running the program, and published figures to run it on.

pub(crate) mod banner;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("dabiao-workbook-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn file(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.file(name);
        std::fs::write(&path, content).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub(crate) fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dabiao-workbook"))
        .args(["--lang", "en"])
        .args(arguments)
        .output()
        .unwrap()
}

pub(crate) fn said(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

/// One line for each target: id, outcome, standing, the exact value and margin, the reasons.
pub(crate) fn verdicts(arguments: &[&str]) -> Vec<String> {
    let output = run(&[arguments, &["--json"]].concat());
    let (code, stdout, stderr) = said(&output);
    assert_eq!(code, Some(0), "{arguments:?}: {stderr}{stdout}");
    let report: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    let line = |row: &serde_json::Value| {
        let assessment = &row["assessment"];
        format!(
            "{} {} {} {} {} {}",
            row["target"]["id"],
            assessment["outcome"],
            row["standing"],
            assessment["value"],
            assessment["margin"],
            assessment["reasons"]
        )
    };
    report["rows"].as_array().unwrap().iter().map(line).collect()
}

pub(crate) fn verdict<'v>(verdicts: &'v [String], target: &str) -> &'v str {
    verdicts.iter().find(|line| line.starts_with(&format!("\"{target}\""))).unwrap()
}

pub(crate) const YEARS: [&str; 5] = ["2020", "2021", "2022", "2023", "2024"];

/// A published series: the plan's name, the unit, and the values of 2020 to 2024 as printed; `None` where none was published.
pub(crate) struct Published {
    pub(crate) name: String,
    pub(crate) unit: &'static str,
    pub(crate) values: [Option<String>; 5],
}

/// National figures of `examples/data`, one definition each, by disaggregation (`""`, `urban`, `rural`).
pub(crate) fn published(disaggregation: &str, names: &[&str]) -> Vec<Published> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    let mut rows = csv::Reader::from_path(data.join("national-2020-2024.csv")).unwrap();
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    let series = |name: &&str| {
        let mut values = [const { None }; 5];
        let mut unit = "%";
        for row in rows.iter().filter(|row| &row[0] == *name && &row[1] == disaggregation) {
            if let Some(year) = YEARS.iter().position(|year| *year == &row[3]) {
                values[year] = Some(row[4].to_owned());
                unit = match &row[5] {
                    "%" => "%",
                    "per 1,000 live births" => "‰",
                    "per 100,000 live births" => "/10万",
                    other => panic!("{other}"),
                };
            }
        }
        Published { name: (*name).to_owned(), unit, values }
    };
    names.iter().map(series).collect()
}

pub(crate) const PERCENT: &[&str] = &[
    "孕产妇系统管理率",
    "学前教育毛入园率",
    "九年义务教育巩固率",
    "高中阶段毛入学率",
    "7岁以下儿童健康管理率",
    "艾滋病母婴传播率",
];
pub(crate) const MORTALITY: &[&str] = &["孕产妇死亡率", "新生儿死亡率", "婴儿死亡率", "5岁以下儿童死亡率"];

/// The names that are not the plan's.
pub(crate) const NAMES: &str =
    "[indicators]\n\"高中阶段毛入学率\" = \"senior-secondary-gross-enrolment-rate\"\n";

/// The same figures as a long CSV in the words of an office.
pub(crate) fn long_csv() -> String {
    let mut text = String::from("指标,城乡,年份,数值,单位,状态\n");
    for (disaggregation, names) in
        [("", PERCENT), ("", MORTALITY), ("urban", MORTALITY), ("rural", MORTALITY)]
    {
        for series in published(disaggregation, names) {
            for (year, value) in YEARS.iter().zip(&series.values) {
                let (value, status) = value.as_deref().map_or(("", "未统计"), |value| (value, ""));
                text +=
                    &format!("{},{disaggregation},{year},{value},{},{status}\n", series.name, series.unit);
            }
        }
    }
    text
}

/// Two sets of verdicts line by line, so that a failure names the targets that differ.
#[track_caller]
pub(crate) fn assert_same(left: &[String], right: &[String]) {
    assert_eq!(left.len(), right.len());
    let differing: Vec<_> = left.iter().zip(right).filter(|(left, right)| left != right).collect();
    assert!(differing.is_empty(), "{differing:#?}");
}
