//! The text report as it is printed, to be read by somebody who reads no code: national figures of three years, and a made-up
//! banner of some 700 births with townships and responsible bodies.
#![cfg(all(feature = "hangjin", feature = "serde"))]
#![cfg(test)]

use dabiao::{Catalogue, Language, Year, judge::Owner};
use dabiao_tables::document::Document;
use dabiao_tables::run::{Choices, Input, Run};
use dabiao_tables::{observations, print, rosters};

const WIDTH: usize = 100;

fn national(year: i16, language: Language, width: usize) -> String {
    let catalogue = Catalogue::hangjin();
    let choices = Choices { language, year: Some(Year::literal(year)), ..Choices::default() };
    told(&catalogue, &choices.run(&catalogue).unwrap(), language, width)
}

fn banner(language: Language, width: usize) -> String {
    let catalogue = Catalogue::hangjin();
    let rows = include_str!("../../examples/data/made-up-banner.csv");
    let units = include_str!("../../examples/data/made-up-banner-rosters.csv");
    let owner = |of: &'static str, body: &'static str| Owner { of: of.into(), bodies: vec![body.into()] };
    let input = Input {
        table: observations::read(&catalogue, "made-up-banner.csv", rows, &observations::Names::new())
            .unwrap(),
        rosters: rosters::read(&catalogue, "made-up-banner-rosters.csv", units).unwrap(),
        owners: vec![
            owner("孕产妇死亡率", "旗卫健委"),
            owner("婴儿死亡率", "旗卫健委"),
            owner("5岁以下儿童死亡率", "旗卫健委"),
            owner("适龄儿童免疫规划疫苗接种率", "旗疾控中心"),
            owner("九年义务教育巩固率", "旗教体局"),
            owner("高中阶段教育毛入学率", "旗教体局"),
        ],
        ..Input::default()
    };
    let choices = Choices { language, year: Some(Year::literal(2024)), ..Choices::default() };
    told(&catalogue, &choices.judge(&catalogue, input).unwrap(), language, width)
}

fn told(catalogue: &Catalogue, run: &Run<'_>, language: Language, width: usize) -> String {
    let document = Document { catalogue, run, language };
    let report = run.reports.first().expect("one area");
    let blocks = [document.before(), document.of(report, None), document.data()].concat();
    print::document(&blocks, width)
}

#[test]
fn national_figures() {
    for (year, language) in [
        (2024, Language::Chinese),
        (2024, Language::English),
        (2025, Language::Chinese),
        (2025, Language::English),
        (2030, Language::Chinese),
        (2030, Language::English),
    ] {
        let code = if language == Language::Chinese { "zh" } else { "en" };
        insta::assert_snapshot!(format!("national-{year}-{code}"), national(year, language, WIDTH));
    }
}

#[test]
fn a_banner_of_seven_hundred_births() {
    insta::assert_snapshot!("banner-zh", banner(Language::Chinese, WIDTH));
    insta::assert_snapshot!("banner-en", banner(Language::English, WIDTH));
}

// What an official reads fits on a few pages: the annex, the definitions and the settings come behind it.
#[test]
fn two_hundred_lines_before_the_annex() {
    for (language, annex) in [(Language::Chinese, "\n附表\n"), (Language::English, "\nAnnex\n")] {
        let report = national(2024, language, WIDTH);
        let (body, _) = report.split_once(annex).expect("an annex");
        assert!(body.lines().count() <= 200, "{} lines", body.lines().count());
    }
}

/// The columns of a line; a Chinese character takes two.
fn columns(line: &str) -> usize {
    line.chars().map(|letter| if letter < '\u{2e80}' { 1 } else { 2 }).sum()
}

// In a narrow terminal the annex is a list; nowhere is a clause, a number or a unit broken.
#[test]
fn no_line_is_wider_than_asked() {
    for width in [80, 100, 120, 160] {
        for language in [Language::Chinese, Language::English] {
            for report in [national(2024, language, width), banner(language, width)] {
                let wide: Vec<&str> = report.lines().filter(|line| columns(line) > width).collect();
                assert!(wide.is_empty(), "{width}: {wide:#?}");
                let cut = |line: &&str| {
                    let cells = line.split('|').map(str::trim_end);
                    let mut ends = cells.filter_map(|cell| {
                        let mut last = cell.chars().rev();
                        Some((last.next()?, last.next()?))
                    });
                    ends.any(|(last, before)| {
                        (last == '-' && before.is_ascii_digit()) || (last == '.' && before == '一')
                    })
                };
                let cut: Vec<&str> = report.lines().filter(cut).collect();
                assert!(cut.is_empty(), "{width}: {cut:#?}");
            }
        }
    }
    let narrow = national(2024, Language::Chinese, 80);
    let whole = narrow.replace("\n    ", "");
    assert!(
        whole.contains("3 W1-2 孕产妇死亡率：单位 /10万；基期 16.9；上年 15.1；本年 14.3；增减 下降5.3%"),
        "{narrow}"
    );
    assert!(national(2024, Language::Chinese, 160).contains("| 序号 |"));
}

/// A plan that was amended midway: what does not hold in the year is named, with the years in which it does.
#[test]
fn targets_not_in_force_are_named() {
    const AMENDED: &str = r#"
[plan]
id = "v"
letter = "V"
zh = "某县妇女发展规划"
en = "A county's plan"
document = "某政发〔2021〕1号"
issued = "2021-06-01"
first = 2021
last = 2030
domains = ["健康"]

[[targets]]
id = "v.1"
clause = { section = "goal", domain = 1, item = "1", words = "孕产妇死亡率控制在12/10万以内" }
indicator = "孕产妇死亡率"
rule = "≤12/10万"
valid = { until = 2024 }

[[targets]]
id = "v.1b"
clause = { section = "goal", domain = 1, item = "1", words = "孕产妇死亡率控制在10/10万以内" }
indicator = "孕产妇死亡率"
rule = "≤10/10万"
valid = { from = 2025 }
"#;
    let mut catalogue = Catalogue::hangjin();
    dabiao_tables::plan::add(&mut catalogue, "amended.toml", AMENDED, Language::Chinese).unwrap();
    let rows = "indicator,area,period,value\n孕产妇死亡率,150625,2024,11\n孕产妇死亡率,150625,2025,11\n";
    let told_of = |year: i16, language| {
        let table = observations::read(&catalogue, "rows.csv", rows, &observations::Names::new()).unwrap();
        let input = Input { table, ..Input::default() };
        let choices = Choices { language, year: Some(Year::literal(year)), ..Choices::default() };
        told(&catalogue, &choices.judge(&catalogue, input).unwrap(), language, WIDTH)
            .split_whitespace()
            .collect::<String>()
    };
    let report = told_of(2025, Language::Chinese);
    assert!(
        report.contains("有效期不含2025年、未作评价的目标（1）：V1-1孕产妇死亡率（至2024年）。"),
        "{report}"
    );
    assert!(report.contains("未实现“孕产妇死亡率控制在10/10万以内”的目标"), "{report}");
    let report = told_of(2024, Language::English);
    assert!(
        report.contains("Notinforcein2024andnotjudged(1):V1-1maternalmortalityratio(from2025)."),
        "{report}"
    );
}
