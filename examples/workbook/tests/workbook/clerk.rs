//! What a clerk may do to a table, and no figure is lost without a word or judged as something else.

use rust_xlsxwriter::{Format, Workbook};

use super::support::{Folder, run, said, verdict, verdicts};
use super::{MATERNAL, PRESCHOOL};

const INFANT: &str = "children.health.g3.infant-mortality-rate";
const VACCINES: &str = "children.health.g6.immunisation-coverage";

/// The value and the outcome of a target of 2024 in a text table.
fn judged(folder: &Folder, text: &str, target: &str) -> String {
    let path = folder.write("表.csv", text);
    let all = verdicts(&[&path, "--year", "2024"]);
    let mut words = verdict(&all, target).split(' ').skip(1);
    let outcome = words.next().unwrap().trim_matches('"').to_owned();
    format!("{outcome} {}", words.nth(1).unwrap().trim_matches('"'))
}

fn told(folder: &Folder, text: &str) -> String {
    let (_, stdout, stderr) = said(&run(&[&folder.write("表.csv", text), "--lang", "zh", "--year", "2024"]));
    stdout + &stderr
}

#[test]
fn units_above_in_the_corner_and_between_the_rows() {
    let folder = Folder::new("units-above");
    let corner = "监测表,,\n指标（单位：%）,2023,2024\n学前教育毛入园率,89.0,90.5\n";
    assert_eq!(judged(&folder, corner, PRESCHOOL), "met 90.5");
    let above = "监测表,,计量单位：%\n指标,2023,2024\n学前教育毛入园率,89.0,90.5\n";
    assert_eq!(judged(&folder, above, PRESCHOOL), "met 90.5");
    // Below 单位：‰ the rows are no percentages: 4.0‰ meets 5‰, and 4.0% would not.
    let between = "单位：%,,\n指标,2023,2024\n学前教育毛入园率,89.0,90.5\n单位：‰,,\n婴儿死亡率,4.5,4.0\n";
    assert_eq!(judged(&folder, between, INFANT), "met 4");
}

#[test]
fn tables_side_by_side_are_two() {
    let folder = Folder::new("beside");
    let text = "指标,单位,2023,2024,,指标,单位,2024,2023\n孕产妇死亡率,/10万,13,14.3,,婴儿死亡率,‰,4.0,5.5\n,,,,,学前教育毛入园率,%,91,92\n";
    assert_eq!(judged(&folder, text, MATERNAL), "not_met 14.3");
    assert_eq!(judged(&folder, text, INFANT), "met 4");
    assert_eq!(judged(&folder, text, PRESCHOOL), "met 91");
    assert!(told(&folder, text).contains("读入6格＝采用6格"), "{}", told(&folder, text));
    let down = "年份,孕产妇死亡率(1/10万),,年份,婴儿死亡率(‰)\n2023,13,,2024,4.0\n2024,11,,2023,5.5\n";
    assert_eq!(judged(&folder, down, INFANT), "met 4");
    assert_eq!(judged(&folder, down, MATERNAL), "met 11");
    // A column of codes beside the names is no table of its own, and no name.
    let codes = "指标代码,指标名称,单位,2023,2024\nW0101,孕产妇死亡率,/10万,15.1,14.3\n";
    assert_eq!(judged(&folder, codes, MATERNAL), "not_met 14.3");
}

#[test]
fn words_beside_the_year_say_what_the_figures_are() {
    let folder = Folder::new("words");
    let text = "指标,单位,基期值（2020）,2024年实际值,2030年目标值,比上年增减\n孕产妇死亡率,/10万,16.9,14.3,12,-0.8\n";
    assert_eq!(judged(&folder, text, MATERNAL), "not_met 14.3");
    let shown = told(&folder, text);
    for wanted in ["读入2格＝采用2格", "表!E1 `2030年目标值`", "表!F1 `比上年增减`"] {
        assert!(shown.contains(wanted), "{wanted}: {shown}");
    }
    let early = "指标,单位,2023,2024（快报）\n孕产妇死亡率,/10万,15.1,14.3\n";
    let path = folder.write("表.csv", early);
    let (_, stdout, _) = said(&run(&[&path, "--json"]));
    assert!(stdout.contains("\"provisional\""), "{stdout}");
    // As an answer, too.
    let half = folder.write("表.csv", "指标,单位,2023,年末\n孕产妇死亡率,/10万,15.1,14.3\n");
    let answers = folder.write("answers.toml", "[columns]\n\"表!D\" = \"2024 快报\"\n");
    let (_, stdout, _) = said(&run(&[&half, "--answers", &answers, "--json"]));
    assert!(stdout.contains("\"provisional\"") && stdout.contains("14.3"), "{stdout}");
    // Years down: a target is no observation.
    let down = "年份,孕产妇死亡率(1/10万)\n2023,13\n2024年快报,11\n2030年目标值,9\n";
    assert_eq!(judged(&folder, down, MATERNAL), "met 11");
    assert!(told(&folder, down).contains("表!A4 `2030年目标值`"));
    // 完成情况 alone is a remark, behind a year it may be the year's figures.
    let done = told(&folder, "指标,单位,2023,2024年完成情况,完成情况\n孕产妇死亡率,/10万,15.1,14.3,好\n");
    assert!(done.starts_with("有1个问题待答") && done.contains("表!D1：“2024年完成情况”"), "{done}");
    // A spreadsheet program may keep a year as a day: the columns are asked about, with the year first.
    let dates = "指标,单位,2023-12-31,2024-12-31\n孕产妇死亡率,/10万,15.1,14.3\n";
    let asked = told(&folder, dates);
    assert!(asked.starts_with("有1个问题待答") && asked.contains("可答：2024 | skip"), "{asked}");
}

#[test]
fn years_over_parts_and_years_over_indicators() {
    let folder = Folder::new("over");
    let years = "指标,单位,实际值,,目标值\n,,2023,2024,2030\n孕产妇死亡率,/10万,15.1,14.3,12\n";
    assert_eq!(judged(&folder, years, MATERNAL), "not_met 14.3");
    // Text tables lose their merges: below 城镇 and a blank the second year is anybody's.
    let parts = "指标,单位,城镇,,农村,\n,,2023,2024,2023,2024\n孕产妇死亡率,/10万,11.0,11.5,12,13\n";
    let asked = told(&folder, parts);
    assert!(asked.starts_with("有1个问题待答") && asked.contains("1-2 表!F2"), "{asked}");
    // Two years over the same indicators are never one.
    let places = ",2023年,,2024年,\n地区,孕产妇死亡率(1/10万),婴儿死亡率(‰),孕产妇死亡率(1/10万),婴儿死亡率(‰)\n甲旗,13,4.1,11,5.5\n";
    assert!(told(&folder, places).contains("上方没有年份，也没有与年份合并"));
    let path = folder.file("book.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    sheet.merge_range(0, 1, 0, 2, "2023年", &plain).unwrap();
    sheet.merge_range(0, 3, 0, 4, "2024年", &plain).unwrap();
    for (row, cells) in (1..).zip([
        ["地区", "孕产妇死亡率(1/10万)", "婴儿死亡率(‰)", "孕产妇死亡率(1/10万)", "婴儿死亡率(‰)"],
        ["甲旗", "13", "4.1", "11", "5.5"],
    ]) {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    book.save(&path).unwrap();
    let all = verdicts(&[&path, "--year", "2024"]);
    assert!(verdict(&all, MATERNAL).contains("\"met\"") && verdict(&all, MATERNAL).contains("\"11\""));
    assert!(verdict(&all, INFANT).contains("\"not_met\""));
    // 续表 with years alone.
    let more = "指标,单位,2023,2024\n孕产妇死亡率,/10万,15.1,14.3\n,,2020年,2021年\n婴儿死亡率,‰,5.4,4.9\n";
    assert_eq!(judged(&folder, more, INFANT), "undetermined null");
}

#[test]
fn rows_without_a_name_are_refused_and_named() {
    let folder = Folder::new("no-name");
    let text = "指标,城乡,单位,2023,2024\n孕产妇死亡率,合计,/10万,15.1,14.3\n,城镇,/10万,12,11\n";
    assert_eq!(judged(&folder, text, MATERNAL), "not_met 14.3");
    let shown = told(&folder, text);
    assert!(shown.contains("拒收2格") && shown.contains("表!E3: 这一行没有指标名称"), "{shown}");
}

#[test]
fn townships_in_the_column_of_areas_are_units() {
    let folder = Folder::new("area-townships");
    let text = "2024年监测表,,\n地区,适龄儿童免疫规划疫苗接种率(%),婴儿死亡率(‰)\n全旗,95,4.0\n锡尼镇,98,未统计\n巴拉贡镇,88.3,未统计\n";
    assert_eq!(judged(&folder, text, VACCINES), "not_met null");
    assert_eq!(judged(&folder, text, INFANT), "met 4");
    // A second table has the year of its own title.
    let two = "2023年各苏木镇情况,\n苏木镇,适龄儿童免疫规划疫苗接种率(%)\n锡尼镇,88\n2024年各苏木镇情况,\n苏木镇,适龄儿童免疫规划疫苗接种率(%)\n锡尼镇,98\n";
    let path = folder.write("表.csv", two);
    let at = |year: &str| {
        let all = verdicts(&[&path, "--year", year]);
        verdict(&all, VACCINES).split(' ').nth(1).unwrap().to_owned()
    };
    assert_eq!(at("2023"), "\"not_met\"");
    assert_eq!(at("2024"), "\"undetermined\"");
}

#[test]
fn one_number_in_a_merged_cell_is_nobodys() {
    let folder = Folder::new("merged");
    let path = folder.file("book.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("卫生").unwrap();
    let plain = Format::new();
    for (column, text) in (0..).zip(["指标", "单位", "2022", "2023", "2024"]) {
        sheet.write_string(0, column, text).unwrap();
    }
    sheet.write_string(1, 0, "孕产妇死亡率").unwrap();
    sheet.write_string(1, 1, "/10万").unwrap();
    sheet.write_string(1, 2, "15").unwrap();
    sheet.merge_range(1, 3, 1, 4, "11", &plain).unwrap();
    book.save(&path).unwrap();
    let (code, stdout, _) = said(&run(&[&path, "--lang", "zh"]));
    assert_eq!(code, Some(0), "{stdout}");
    assert!(stdout.contains("读入3格＝采用1格＋注明原因的缺数0格＋拒收2格"), "{stdout}");
    assert!(stdout.contains("卫生!E2 孕产妇死亡率: 几个数合用一个合并单元格（D2:E2）"), "{stdout}");
}

#[test]
fn errors_separators_and_wide_signs() {
    let folder = Folder::new("signs");
    let text = "指标,单位,2023,2024\n孕产妇死亡率,/10万,#DIV/0!,１１．９\n婴儿死亡率,‰,４．１,＃N/A\n活产数,人,\"1,204\",\"１，１９８\"\n";
    assert_eq!(judged(&folder, text, MATERNAL), "met 11.9");
    assert_eq!(judged(&folder, text, INFANT), "undetermined null");
    let shown = told(&folder, text);
    assert!(shown.contains("注明原因的缺数2格＋拒收0格"), "{shown}");
    // Notes below the figures are no figures, wherever they begin.
    let notes =
        "指标,单位,2023,2024\n孕产妇死亡率,/10万,15.1,14.3\n注：2023年为快报数。,,,\n资料来源：旗卫健委,,,\n";
    let shown = told(&folder, notes);
    assert!(shown.contains("读入2格＝采用2格") && shown.contains("表!4 `资料来源：旗卫健委`"), "{shown}");
}

#[test]
fn a_part_of_the_population_before_a_name_is_no_whole() {
    let folder = Folder::new("before");
    for name in ["农村孕产妇死亡率", "其中：农村孕产妇死亡率", "3.农村孕产妇死亡率（1/10万）"]
    {
        let text = format!("指标,单位,2023,2024\n{name},/10万,17.0,11.0\n");
        assert_eq!(judged(&folder, &text, MATERNAL), "undetermined null", "{name}");
        let shown = told(&folder, &text);
        assert!(shown.contains("读入2格＝采用2格"), "{name}: {shown}");
    }
    // Below the whole it is a part, and the whole is judged.
    let text = "指标,单位,2024\n孕产妇死亡率,/10万,14.3\n其中：农村孕产妇死亡率,/10万,11.0\n";
    assert_eq!(judged(&folder, text, MATERNAL), "not_met 14.3");
    // Other names of an indicator are read, too.
    let text = "指标,单位,2020,2024\n女性人均预期寿命,岁,80.1,80.9\n";
    assert!(told(&folder, text).contains("读入2格＝采用2格"), "{}", told(&folder, text));
}

#[test]
fn tables_whose_year_stands_in_the_title() {
    let folder = Folder::new("title");
    // The end of a plan and the day of the report are no years of figures.
    let title = "妇女发展规划（2021—2030年）2024年监测表\n填报日期：2025年3月10日\n";
    let long = format!("{title}指标,单位,数值\n孕产妇死亡率,/10万,14.3\n");
    assert_eq!(judged(&folder, &long, MATERNAL), "not_met 14.3");
    assert!(told(&folder, &long).contains("表：年份取自标题，2024年"));
    let years = format!("{title}指标,单位,上年,本年,比上年增减\n孕产妇死亡率,/10万,11.0,14.3,3.3\n");
    assert_eq!(judged(&folder, &years, MATERNAL), "not_met 14.3");
    let before = verdicts(&[&folder.file("表.csv"), "--year", "2023"]);
    assert!(verdict(&before, MATERNAL).contains("\"met\" ") && verdict(&before, MATERNAL).contains("\"11\""));
    let across = format!("{title}指标,单位,全旗,锡尼镇,巴拉贡镇\n适龄儿童免疫规划疫苗接种率,%,95,98,88.3\n");
    assert_eq!(judged(&folder, &across, VACCINES), "not_met null");
    assert!(told(&folder, &across).contains("读入3格＝采用"), "{}", told(&folder, &across));
    // Without a year in the title it is asked for, once.
    for text in [&long, &years, &across] {
        let asked = told(&folder, &text.replace("2024年", ""));
        assert!(asked.starts_with("有1个问题待答") && asked.contains("这是哪一年的数？"), "{asked}");
    }
}

/// 本年 above words that are no part of the population, or beside years that stand a row lower, is asked about and never lost.
#[test]
fn a_year_of_the_title_above_half_a_second_row() {
    let folder = Folder::new("half");
    let title = "妇女发展规划2024年监测表\n";
    let unknown = format!("{title}指标,单位,本年,本年\n,,城镇,甲类\n孕产妇死亡率,/10万,14.3,15.1\n");
    let asked = told(&folder, &unknown);
    assert!(asked.contains("表!D2") && asked.contains("这一列是哪一年、哪一部分的数？"), "{asked}");
    // 全旗 above 女 is the women of the banner, and no figure of all.
    let women = format!("{title}指标,单位,全旗,锡尼镇,锡尼镇\n,,女,女,甲类\n学前教育毛入园率,%,95,96,70\n");
    let asked = told(&folder, &women);
    assert!(asked.contains("表!E2") && !asked.contains("表!D2"), "{asked}");
    let women = women.replace(",锡尼镇\n", "\n").replace(",甲类", "").replace(",70", "");
    assert_eq!(judged(&folder, &women, PRESCHOOL), "undetermined null");
    let beside = format!("{title}指标,单位,本年,上年\n,,,2022\n孕产妇死亡率,/10万,14.3,15.1\n");
    let asked = told(&folder, &beside);
    assert!(asked.contains("表!C3") && asked.contains("上方没有年份"), "{asked}");
}

// Between elections nothing is measured: the value stands, with its year, and a blank is no question. A mark is one.
#[test]
fn a_blank_between_elections_is_no_missing_figure() {
    let folder = Folder::new("elections");
    let text = "指标,单位,2021,2022,2023,2024\n嘎查村委会成员中女性比例,%,,30.5,,\n";
    let path = folder.write("表.csv", text);
    let (code, stdout, _) = said(&run(&[&path, "--lang", "zh", "--year", "2024"]));
    assert_eq!(code, Some(0), "{stdout}");
    assert!(
        stdout.contains("读入1格＝采用1格") && stdout.contains("表!F2 嘎查村委会成员中女性比例"),
        "{stdout}"
    );
    assert!(stdout.contains("30.5%"), "{stdout}");
    let out = folder.file("结果");
    let (code, stdout, stderr) = said(&run(&[&path, "--lang", "zh", "--year", "2024", "--out", &out]));
    assert_eq!(code, Some(0), "{stdout}{stderr}");
    // Page and Word say of which year the value is.
    let page = std::fs::read_to_string(format!("{out}/报告.html")).unwrap();
    let word = crate::out::word(&format!("{out}/报告.docx"));
    for (kind, text) in [("page", &page), ("Word", &word)] {
        assert!(text.contains("30.5%") && text.contains("2022年"), "{kind}");
        assert!(text.contains("空格视为当年没有这项数"), "{kind}");
    }
    // A rate of every year is asked about as before.
    let yearly = folder.write("表.csv", "指标,单位,2023,2024\n婴儿死亡率,‰,,4.0\n");
    assert_eq!(said(&run(&[&yearly])).0, Some(2));
}
