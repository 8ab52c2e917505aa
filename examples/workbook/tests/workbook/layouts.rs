//! Layouts that offices and statistical services publish, with figures of our own; and what a table leaves open, asked once.

use super::support::{Folder, run, said, verdict, verdicts};
use super::{MATERNAL, PRESCHOOL};

const INFANT: &str = "children.health.g3.infant-mortality-rate";
const VACCINES: &str = "children.health.g6.immunisation-coverage";

/// The outcome of a target of 2024 in tables that leave nothing open.
fn outcome(files: &[&str], target: &str) -> String {
    let all = verdicts(&[files, &["--year", "2024"]].concat());
    verdict(&all, target).split(' ').nth(1).unwrap().trim_matches('"').to_owned()
}

/// The questions of a table, as they are printed in Chinese.
fn questions(arguments: &[&str]) -> String {
    let (code, stdout, stderr) = said(&run(&[arguments, &["--lang", "zh"]].concat()));
    assert_eq!(code, Some(2), "{stderr}{stdout}");
    stdout
}

fn report(arguments: &[&str]) -> serde_json::Value {
    let (code, stdout, stderr) = said(&run(&[arguments, &["--json"]].concat()));
    assert_eq!(code, Some(0), "{stderr}{stdout}");
    serde_json::from_str(&stdout).unwrap()
}

#[test]
fn years_down_with_units_below_the_headers() {
    let folder = Folder::new("bureau");
    let path = folder.write(
        "bureau.csv",
        "妇女儿童卫生状况\n年份,孕产妇死亡率,婴儿死亡率,学前教育毛入园率\n,(1/10万),(‰),(%)\n2023,11.9,4.4,89.9\n2024,12.1,4.0,90.0\n",
    );
    assert_eq!(outcome(&[&path], MATERNAL), "not_met");
    assert_eq!(outcome(&[&path], INFANT), "met");
    assert_eq!(outcome(&[&path], PRESCHOOL), "met");
}

#[test]
fn a_figure_beside_units_is_not_lost() {
    let folder = Folder::new("beside-units");
    let text = "年份,孕产妇死亡率,婴儿死亡率\n,1/10万,95.2\n2024,12.1,4.0\n";
    let path = folder.write("表.csv", text);
    let (_, _, stderr) = said(&run(&[&path, "--lang", "zh", "--out", &folder.file("out")]));
    assert!(stderr.contains("表!C2: 这一行没有年份"), "{stderr}");
}

#[test]
fn a_table_that_goes_on_under_a_second_header() {
    let folder = Folder::new("yearbook");
    let path = folder.write(
        "yearbook.csv",
        "18-3 妇女儿童主要指标\n指标,单位,2023,2024\n孕产妇死亡率,1/10万,11.9,12.1\n18-3 续表\n指标,单位,2024,2023\n婴儿死亡率,‰,4.0,5.4\n",
    );
    assert_eq!(outcome(&[&path], MATERNAL), "not_met");
    // Under the second header the years stand the other way round.
    assert_eq!(outcome(&[&path], INFANT), "met");
}

#[test]
fn a_header_in_two_languages() {
    let folder = Folder::new("bilingual");
    let path = folder.write(
        "bilingual.csv",
        "指标 Indicator,单位 Unit,2023,2024\n孕产妇死亡率,1/10万,12.1,11.9\n学前教育毛入园率,%,92.0,89.9\n",
    );
    assert_eq!(outcome(&[&path], MATERNAL), "met");
    assert_eq!(outcome(&[&path], PRESCHOOL), "not_met");
}

#[test]
fn long_forms_of_exchange() {
    let folder = Folder::new("exchange");
    let path = folder.write(
        "sdmx.csv",
        "REF_AREA,INDICATOR,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS\n150625,maternal-mortality-ratio,_T,2023,11.9,/10万,A\n\
         150625,maternal-mortality-ratio,_T,2024,12.1,/10万,A\n150625,infant-mortality-rate,_T,2024,,‰,O\n",
    );
    assert_eq!(outcome(&[&path], MATERNAL), "not_met");
    assert_eq!(outcome(&[&path], INFANT), "undetermined");
    // Codes of another collection are asked about once each, and columns without a known header once.
    let path = folder.write(
        "ons.csv",
        "Indicator,Geography,Year,Observation,Unit\nMaternal deaths,K1,2023,12,/10万\nMaternal deaths,K1,2024,13,/10万\n",
    );
    let asked = questions(&[&path]);
    assert!(asked.starts_with("有2个问题待答"), "{asked}");
    for found in ["Maternal deaths", "Geography", "Observation"] {
        assert!(asked.contains(found), "{found}\n{asked}");
    }
}

#[test]
fn a_turned_table_has_the_indicators_across() {
    let folder = Folder::new("turned");
    let path = folder.write(
        "turned.csv",
        "指标名称,孕产妇死亡率,学前教育毛入园率\n计量单位,1/10万,%\n2023年,12.1,92.0\n2024年,11.9,89.9\n责任单位,卫健委,教体局\n",
    );
    assert_eq!(outcome(&[&path], MATERNAL), "met");
    assert_eq!(outcome(&[&path], PRESCHOOL), "not_met");
    let owners = &report(&[&path, "--year", "2024"])["settings"]["owners"];
    assert!(owners.to_string().contains("教体局"), "{owners}");
}

#[test]
fn townships_down_with_the_year_in_the_title() {
    let folder = Folder::new("townships");
    let rows =
        "苏木镇,适龄儿童免疫规划疫苗接种率(%),婴儿死亡率(‰)\n全旗,97.5,4.0\n锡尼镇,98.1,\n巴拉贡镇,88.3,\n";
    let roster =
        folder.write("roster.csv", "单位类别,单位名称,年份\n苏木镇,锡尼镇,2024\n苏木镇,巴拉贡镇,2024\n");
    let answers = folder.write("answers.toml", "[marks]\n\"\" = \"not_applicable\"\n");
    let path = folder.write("townships.csv", format!("2024年各苏木镇儿童健康指标\n{rows}"));
    let files = [path.as_str(), &roster, "--answers", &answers];
    assert_eq!(outcome(&files, VACCINES), "not_met");
    assert_eq!(outcome(&files, INFANT), "met");
    let row = report(&[&files[..], &["--year", "2024"]].concat());
    let failing = row["rows"].as_array().unwrap().iter().find(|row| row["target"]["id"] == VACCINES).unwrap();
    assert!(failing["assessment"]["units"].to_string().contains("巴拉贡镇"));
    assert!(
        failing["warnings"].to_string().contains("severity"),
        "a failing township is a warning: {failing:#}"
    );
    // Without a year in the title it is asked for, once, and an answer settles it.
    let path = folder.write("townships.csv", format!("各苏木镇儿童健康指标\n{rows}"));
    let asked = questions(&[&path, "--answers", &answers]);
    assert!(asked.starts_with("有1个问题待答") && asked.contains("这是哪一年的数？"), "{asked}");
    let answers =
        folder.write("both.toml", "[marks]\n\"\" = \"not_applicable\"\n[sheets]\n\"townships\" = \"2024\"\n");
    assert_eq!(outcome(&[&path, &roster, "--answers", &answers], VACCINES), "not_met");
    // Two years in the titles are not one.
    let path = folder.write("townships.csv", format!("2023年和2024年各苏木镇儿童健康指标\n{rows}"));
    let answers = folder.write("answers.toml", "[marks]\n\"\" = \"not_applicable\"\n");
    assert!(questions(&[&path, "--answers", &answers]).contains("这是哪一年的数？"));
}

#[test]
fn townships_down_and_years_across_with_the_indicator_in_the_title() {
    let folder = Folder::new("by-year");
    let path = folder.write(
        "one.csv",
        "各苏木镇适龄儿童免疫规划疫苗接种率（%）\n苏木镇,2023年,2024年\n锡尼镇,98.1,98.2\n巴拉贡镇,91.3,88.3\n",
    );
    let roster =
        folder.write("roster.csv", "单位类别,单位名称,年份\n苏木镇,锡尼镇,2024\n苏木镇,巴拉贡镇,2024\n");
    assert_eq!(outcome(&[&path, &roster], VACCINES), "not_met");
    let path = folder.write("one.csv", "各苏木镇情况（%）\n苏木镇,2023年,2024年\n锡尼镇,98.1,98.2\n");
    assert!(questions(&[&path]).contains("这是哪个指标的数？"));
}

#[test]
fn regions_down_with_indicators_across() {
    let folder = Folder::new("regions");
    let path = folder.write(
        "regions.csv",
        "2024年各旗县区妇女儿童健康指标\n地区,孕产妇死亡率(1/10万),婴儿死亡率(‰)\n甲旗,11.9,5.1\n乙旗,12.1,4.9\n",
    );
    for (area, maternal) in [("甲旗", "met"), ("乙旗", "not_met")] {
        assert_eq!(outcome(&[&path, "--area", area], MATERNAL), maternal, "{area}");
    }
}

#[test]
fn a_row_without_a_number_is_no_row_of_headers() {
    let folder = Folder::new("no-header");
    let path = folder.write(
        "long.csv",
        "单位类别,单位名称,指标,年份,数值,单位\n苏木镇,锡尼镇,适龄儿童免疫规划疫苗接种率,2024,98.1,%\n\
         苏木镇,巴拉贡镇,适龄儿童免疫规划疫苗接种率,2024,未填报,%\n苏木镇,独贵塔拉镇,适龄儿童免疫规划疫苗接种率,2024,88.3,%\n",
    );
    assert_eq!(outcome(&[&path], VACCINES), "not_met");
    let (_, stdout, _) = said(&run(&[&path, "--lang", "zh"]));
    assert!(stdout.contains("读入3格＝采用2格＋注明原因的缺数1格＋拒收0格"), "{stdout}");
}

#[test]
fn columns_of_parts_hold_in_a_wide_table() {
    let folder = Folder::new("parts");
    // The rural figure is not that of the whole.
    let path =
        folder.write("rural.csv", "指标,城乡,单位,2023,2024\n孕产妇死亡率,农村牧区,1/10万,11.9,11.8\n");
    assert_eq!(outcome(&[&path], MATERNAL), "undetermined");
    let path = folder.write(
        "sex.csv",
        "指标,性别,单位,2024\n婴儿死亡率,女,‰,4.1\n婴儿死亡率,男,‰,4.9\n婴儿死亡率,,‰,4.5\n",
    );
    let report = report(&[&path, "--year", "2024"]);
    assert!(!report["findings"].to_string().contains("conflict"), "{}", report["findings"]);
    assert_eq!(outcome(&[&path], INFANT), "met");
}

#[test]
fn births_in_a_row_of_their_own_become_denominators() {
    let folder = Folder::new("births");
    let path = folder.write(
        "births.csv",
        "指标,单位,2023,2024\n活产数,人,706,702\n婴儿死亡率,‰,2.8,5.7\n新生儿死亡人数,人,1,2\n孕产妇死亡率,1/10万,0,142.5\n",
    );
    let report = report(&[&path, "--year", "2024"]);
    let row =
        |id: &str| report["rows"].as_array().unwrap().iter().find(|row| row["target"]["id"] == id).unwrap();
    // 5.7‰ of 702 are 4 and nothing else: 3 would print 4.3 and 5 would print 7.1.
    for (id, counts) in
        [(INFANT, (4, 702)), ("children.health.g3.neonatal-mortality-rate", (2, 702)), (MATERNAL, (1, 702))]
    {
        let evidence = row(id)["assessment"]["evidence"].to_string();
        let (count, births) = counts;
        assert!(evidence.contains(&format!("\"numerator\":{count}")), "{id}: {evidence}");
        assert!(evidence.contains(&format!("\"denominator\":{births}")), "{id}: {evidence}");
        assert!(row(id)["small_numbers"].is_object(), "{id}");
    }
    let (_, stdout, _) = said(&run(&[&path, "--lang", "zh", "--year", "2024"]));
    assert!(stdout.contains("读入8格＝采用8格"), "{stdout}");
    assert!(stdout.contains("births!D3 婴儿死亡率2024年5.7‰，分母702：4例"), "{stdout}");
}

#[test]
fn cases_are_worked_out_in_the_unit_of_the_row() {
    let folder = Folder::new("row-unit");
    // 570 of 100,000 among 702 births are 4 deaths; read as ‰ they would be 400.
    let path = folder.write("unit.csv", "指标,单位,状态,2024\n活产数,人,,702\n婴儿死亡率,/10万,快报,570\n");
    let report = report(&[&path, "--year", "2024"]);
    let row = report["rows"].as_array().unwrap().iter().find(|row| row["target"]["id"] == INFANT).unwrap();
    let evidence = row["assessment"]["evidence"].to_string();
    assert!(evidence.contains("\"numerator\":4") && evidence.contains("\"denominator\":702"), "{evidence}");
    assert!(evidence.contains("provisional"), "{evidence}");
    let path = folder.write("both.csv", "指标,单位,状态,2024\n活产数,人,,702\n婴儿死亡人数,人,快报,4\n");
    let report = self::report(&[&path, "--year", "2024"]);
    let row = report["rows"].as_array().unwrap().iter().find(|row| row["target"]["id"] == INFANT).unwrap();
    assert!(
        row["assessment"]["evidence"].to_string().contains("provisional"),
        "{}",
        row["assessment"]["evidence"]
    );
    // The births of a township are those of its own rate alone.
    let path = folder.write(
        "units.csv",
        "指标,单位,2024\n活产数,人,702\n其中：锡尼镇,人,100\n婴儿死亡率,‰,5.7\n其中：锡尼镇,‰,10.0\n",
    );
    let (_, stdout, _) = said(&run(&[&path, "--lang", "zh", "--year", "2024"]));
    assert!(stdout.contains("5.7‰，分母702：4例") && stdout.contains("10.0‰，分母100：1例"), "{stdout}");
}

#[test]
fn births_are_read_with_their_unit_and_remark() {
    let folder = Folder::new("births-cells");
    let said_of = |births: &str| {
        let path = folder.write("cell.csv", format!("指标,单位,2024\n{births}\n婴儿死亡率,‰,5.7\n"));
        said(&run(&[&path, "--lang", "zh", "--year", "2024"])).1
    };
    for births in
        ["活产数,万人,0.0702", "活产数,,0.0702万人", "活产数,人,702人", "活产数,,702", "活产数,人,702①"]
    {
        let stdout = said_of(births);
        assert!(stdout.contains("5.7‰，分母702：4例"), "{births}: {stdout}");
    }
    for births in ["活产数,人,702（上年）", "活产数,‰,702", "活产数,人,702.5"] {
        let stdout = said_of(births);
        assert!(!stdout.contains("分母702") && stdout.contains("cell!C2"), "{births}: {stdout}");
    }
}

#[test]
fn a_rate_that_no_whole_number_of_cases_gives_is_said() {
    let folder = Folder::new("at-odds");
    let path = folder.write("odd.csv", "指标,单位,2024\n活产数,人,702\n婴儿死亡率,‰,3.9\n");
    let out = folder.file("结果");
    let (code, stdout, stderr) = said(&run(&[&path, "--lang", "zh", "--year", "2024", "--out", &out]));
    assert_eq!(code, Some(0), "{stderr}{stdout}");
    let page = std::fs::read_to_string(format!("{out}/报告.html")).unwrap();
    assert!(page.contains("没有一个整数例数得出这个率；请核对"), "the report says it");
    // Judged by the rate as printed.
    assert_eq!(outcome(&[&path], INFANT), "met");
    // Births that nothing needs are named, and are no figure of anything.
    let path = folder.write("only.csv", "指标,单位,2024\n活产数,人,702\n学前教育毛入园率,%,92.0\n");
    let (_, stdout, _) = said(&run(&[&path, "--lang", "zh", "--year", "2024"]));
    assert!(stdout.contains("only!C2（没有要用它作分子或分母的率）"), "{stdout}");
}

#[test]
fn a_whole_number_below_nothing_is_asked_about() {
    let folder = Folder::new("minus");
    let path =
        folder.write("minus.csv", "指标,单位,2023,2024\n学前教育毛入园率,%,-1,92.0\n婴儿死亡率,‰,-1,4.0\n");
    let asked = questions(&[&path]);
    assert!(asked.starts_with("有1个问题待答"), "{asked}");
    assert!(asked.contains("这个指标没有负数；这是表示没有数的代码吗？"), "{asked}");
    let answers = folder.write("answers.toml", "[marks]\n\"-1\" = \"not_collected\"\n");
    assert_eq!(outcome(&[&path, "--answers", &answers], PRESCHOOL), "met");
    let all = verdicts(&[&path, "--answers", &answers, "--year", "2023"]);
    assert!(verdict(&all, PRESCHOOL).contains("not_collected"));
}

#[test]
fn what_a_whole_sheet_lacks_is_one_question() {
    let folder = Folder::new("grouped");
    let path = folder.write(
        "plain.csv",
        "指标,2023,2024\n孕产妇死亡率,12.1,11.9\n婴儿死亡率,4.1,4.0\n学前教育毛入园率,92.0,92.5\n九年义务教育巩固率,95.1,95.3\n",
    );
    let asked = questions(&[&path]);
    assert!(asked.starts_with("有1个问题待答"), "{asked}");
    assert!(asked.contains("孕产妇死亡率（/10万）最小11.9，最大12.1"), "{asked}");
    let answers = folder.write("answers.toml", "[units]\n\"plain\" = \"catalogue\"\n");
    assert_eq!(outcome(&[&path, "--answers", &answers], MATERNAL), "met");
    // Fractions: one question for the sheet, which shows the least and the greatest of each.
    let path = folder.write(
        "parts.csv",
        "指标,单位,2023,2024\n学前教育毛入园率,%,0.899,0.901\n九年义务教育巩固率,%,0.951,0.953\n",
    );
    let asked = questions(&[&path]);
    assert!(asked.starts_with("有1个问题待答"), "{asked}");
    assert!(asked.contains("学前教育毛入园率：最小0.899，最大0.901"), "{asked}");
    let answers = folder.write("answers.toml", "[scales]\n\"parts\" = \"fraction\"\n");
    assert_eq!(outcome(&[&path, "--answers", &answers], PRESCHOOL), "met");
    // Beside percentages that are none, each has an answer of its own.
    let path = folder.write(
        "mixed.csv",
        "指标,单位,2023,2024\n学前教育毛入园率,%,0.899,0.901\n九年义务教育巩固率,%,95.1,95.3\n高中阶段教育毛入学率,%,0.95,0.96\n",
    );
    let asked = questions(&[&path]);
    assert!(
        asked.contains("1-1 mixed!C2 D2：“学前教育毛入园率") && asked.contains("1-2 mixed!C4 D4"),
        "{asked}"
    );
}
