//! Tables of observations and rosters: each row is used or refused with its place, and the same table in another dress gives
//! the same report.
#![expect(clippy::unwrap_used, reason = "a test may stop")]

use dabiao::values::{Number, Period, Value};
use dabiao::{Catalogue, Evaluator, Language, Observation, Outcome, Year, data::Datum};
use dabiao_tables::observations::{Names, Table, read};
use dabiao_tables::rosters::{self, Rosters};
use dabiao_tables::{Wrong, encoding};
use proptest::prelude::*;

fn table(text: &str) -> Result<Table, Wrong> {
    read(&Catalogue::hangjin(), "t.csv", text, &Names::new())
}

#[track_caller]
fn refused(table: &Table) -> Vec<String> {
    table.refused.iter().flat_map(|refusal| refusal.lines(Language::English)).collect()
}

#[track_caller]
fn wrong(text: &str) -> String {
    table(text).unwrap_err().message("t.csv", Language::English)
}

/// Period and value.
fn value(row: &Observation) -> (String, String) {
    let value = match row.datum {
        Datum::Value(Value::Number(number)) => number.to_string(),
        Datum::Value(Value::Counts(counts)) => format!("{}/{}", counts.numerator, counts.denominator),
        other => format!("{other:?}"),
    };
    (row.period.to_string(), value)
}

const PLAIN: &str =
    "indicator,period,value\n孕产妇死亡率,2023,15.1\n孕产妇死亡率,2024,14.3\n婴儿死亡率,2024,9O\n";

#[test]
fn a_refused_row_is_named_by_its_own_line_behind_any_line_end() {
    for (end, blank, line) in [("\n", 0, 4), ("\r\n", 0, 4), ("\r", 0, 4), ("\r\n", 2, 6), ("\n", 1, 5)] {
        let text = PLAIN.replacen('\n', &"\n".repeat(blank + 1), 1).replace('\n', end);
        let table = table(&text).unwrap();
        assert_eq!((table.read, table.observations.len()), (3, 2), "{end:?}");
        assert_eq!(table.observations[0].source.as_deref(), Some(&*format!("t.csv:{}", 2 + blank)));
        assert_eq!(
            refused(&table),
            [format!(
                "t.csv:{line}:3: column `value`: cannot read `9O` as a value: unexpected `O` at character 2"
            )]
        );
    }
}

#[test]
fn a_refused_cell_behind_a_line_break_has_its_own_line() {
    let text =
        "source,indicator,period,value\r\n\"年报\r\n第3页\",婴儿死亡率,2024,9O\r\n,婴儿死亡率,2O24,9\r\n";
    let lines = refused(&table(text).unwrap());
    assert!(lines[0].starts_with("t.csv:3:4: ") && lines[1].starts_with("t.csv:4:3: "), "{lines:?}");
}

#[test]
fn an_open_quote_is_an_error_with_its_line_and_nothing_counts_as_read() {
    let open = "indicator,period,value,source\n孕产妇死亡率,2024,14.3,\"某公报\n婴儿死亡率,2024,9.0,\n";
    assert_eq!(wrong(open), "t.csv:2:4: the quote that opens here is never closed");
    assert_eq!(table(open).unwrap_err().message("t.csv", Language::Chinese), "t.csv:2:4: 此处的引号没有闭合");
    let value = "indicator,period,value,source\n孕产妇死亡率,2024,14.3,年报\n婴儿死亡率,2024,\"4.1,年报\n5岁以下儿童死亡率,2024,9.9,年报\n";
    assert_eq!(wrong(value), "t.csv:3:3: the quote that opens here is never closed");
    // A second open quote seems to close the first.
    let two = "indicator,period,value,source\n孕产妇死亡率,2024,14.3,\"年报\n婴儿死亡率,2024,9,\n新生儿死亡率,2024,8,\"年报\n";
    assert!(
        wrong(two).starts_with("t.csv:2:4: text stands behind the closing quote (line 4)"),
        "{}",
        wrong(two)
    );
    // Even where the two fit together, whole rows inside a cell are noticed.
    let fit = "indicator,period,value,source\n孕产妇死亡率,2024,14.3,\"年报\n婴儿死亡率,2024,9,年报\"\n新生儿死亡率,2024,3,\n";
    let table = table(fit).unwrap();
    assert_eq!((table.read, table.observations.len()), (2, 1));
    assert_eq!(
        refused(&table),
        ["t.csv:2:4: the cell seems to hold whole rows; a quote is missing or too many"]
    );
}

#[test]
fn a_quote_in_the_middle_of_a_cell_is_text() {
    let read =
        table("indicator,period,value,source\n孕产妇死亡率,2024,14.3,见\"年报\"\n婴儿死亡率,2024,4\"1,\n")
            .unwrap();
    assert_eq!(read.observations[0].source.as_deref(), Some("t.csv:2 见\"年报\""));
    assert!(
        refused(&read)[0]
            .starts_with("t.csv:3:3: column `value`: cannot read `4\"1` as a value: unexpected ")
    );
}

#[test]
fn other_separators_are_read() {
    let wanted = table(PLAIN).unwrap();
    for separator in [";", "\t", "|", "，", "；"] {
        for start in ["", "\u{feff}"] {
            let text = start.to_owned() + &PLAIN.replace(',', separator);
            let text = encoding::decode(text.as_bytes()).unwrap();
            let found = table(&text).unwrap();
            assert_eq!(
                (&found.observations, &found.refused),
                (&wanted.observations, &wanted.refused),
                "{separator:?}"
            );
        }
    }
    let named = table(&format!("sep=;\r\n{}", PLAIN.replace(',', ";").replace('\n', "\r\n"))).unwrap();
    assert!(refused(&named)[0].starts_with("t.csv:5:3: "));
    // Where no header is found the message says how the cells were taken apart.
    assert_eq!(
        wrong("名称;数值\n甲;1\n"),
        "t.csv:1: there is no header with the column `indicator`, `period` (cells taken apart at semicolons); the columns are \
         indicator,area,unit_kind,unit_id,residence,sex,age,period,value,unit,numerator,denominator,status,break,source"
    );
}

#[test]
fn headers() {
    // In Chinese, full-width, with blanks, with a unit, and as statistical exchange has them.
    let read = table("序号,指 标,年　份,数值（％）,备注\n1,学前教育毛入园率,2024,92.5,甲\n").unwrap();
    assert_eq!(value(&read.observations[0]), ("2024".into(), "92.5".into()));
    assert_eq!(read.observations[0].unit, dabiao::values::Unit::Percent);
    let read = table(
        "INDICATOR,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n\
         婴儿死亡率,A,_T,2024,4.2,P\n婴儿死亡率,A,F,2023,4.1,A\n婴儿死亡率,A,_T,2022,,L\n婴儿死亡率,A,_T,2021,4.4,B\n\
         婴儿死亡率,A,_T,2020,4.5,F\n",
    )
    .unwrap();
    let rows: Vec<String> = (read.observations.iter())
        .map(|row| {
            format!("{} {:?} {:?} {}", row.period, row.status, row.disaggregation.sex, row.break_before)
        })
        .collect();
    assert_eq!(
        rows,
        [
            "2024 Provisional Total false",
            "2023 Final Female false",
            "2022 Final Total false",
            "2021 Final Total true"
        ]
    );
    assert_eq!(value(&read.observations[2]).1, "Missing(NotCollected)");
    assert!(
        refused(&read)[0].contains("it stands for a forecast, which is no observation"),
        "{:?}",
        refused(&read)
    );
    // Columns that nobody knows, or twice.
    assert!(wrong("indicator,period,value,extra\n").starts_with("t.csv:1:4: there is no column `extra`"));
    assert!(
        wrong("指标,年份,数值,indicator\n")
            .starts_with("t.csv:1:4: the column `indicator` stands there twice")
    );
    assert!(wrong("孕产妇死亡率,2024,14.3\n").starts_with("t.csv:1: there is no header with the column"));
    for empty in ["", "\n\n", " \r\n ,,\r\n"] {
        assert_eq!(wrong(empty), "t.csv: the file is empty; a header and rows are needed");
    }
}

#[test]
fn rows_above_the_header_are_named() {
    let read = table("2024年妇女儿童监测表,,\r\n\r\n单位：‰,,\r\n指标,年份,数值\r\n婴儿死亡率,2024,4.2\r\n")
        .unwrap();
    assert_eq!((read.read, read.observations.len()), (1, 1));
    assert_eq!(
        read.titles,
        [("t.csv".into(), 1, "2024年妇女儿童监测表".into()), ("t.csv".to_owned(), 3, "单位：‰".to_owned())]
    );
    assert_eq!(read.observations[0].source.as_deref(), Some("t.csv:5"));
    // The header that is nearly one is the one that the message is about.
    assert!(
        wrong("2024年监测表\n指标,数值\n甲,1\n")
            .starts_with("t.csv:2: there is no header with the column `period`")
    );
}

#[test]
fn empty_columns_are_left_out_and_surplus_cells_are_named() {
    let read = table("indicator,period,value,,\n孕产妇死亡率,2024,14.3,,\n孕产妇死亡率,2023,15.1,,,,\n孕产妇死亡率,2022\n,,,,\n").unwrap();
    assert_eq!((read.read, read.observations.len()), (3, 2));
    assert_eq!(
        refused(&read),
        [
            "t.csv:4:3: column `value`: cannot read `` as a value: the cell is empty; say in `status` why there is no value"
        ]
    );
    let read =
        table("indicator,period,value,,\n孕产妇死亡率,2024,14.3,,x\n孕产妇死亡率,2024,14.3,,,y\n").unwrap();
    assert_eq!(
        refused(&read),
        [
            "t.csv:2:5: `x` stands in a column without a header",
            "t.csv:3:6: `y` stands beyond the last column of the header"
        ]
    );
    // Also between two columns that have one.
    let read = table("indicator,,period,value\n孕产妇死亡率,,2024,14.3\n孕产妇死亡率,x,2024,14.3\n").unwrap();
    assert_eq!((read.observations.len(), read.refused.len()), (1, 1));
}

// A header as wide as a sheet, of empty cells, as a spreadsheet program saves a sheet whose last column was once used.
#[test]
fn a_header_of_thousands_of_empty_cells() {
    let empty = ",".repeat(16_000);
    let rows = "孕产妇死亡率,2024,14.3\n".repeat(3_000);
    let read = table(&format!("indicator,period,value{empty}\n{rows}孕产妇死亡率,2023,15{empty}\n")).unwrap();
    assert_eq!((read.read, read.observations.len()), (3_001, 3_001));
    let read = table(&format!("indicator,period,value{empty}\n孕产妇死亡率,2023,15{empty}x\n")).unwrap();
    assert_eq!(refused(&read), ["t.csv:2:16003: `x` stands in a column without a header"]);
}

// A quote that opens in one row and closes at the end of a later one: the rows between are shorter than the header.
#[test]
fn short_rows_inside_a_cell_are_seen() {
    let text = "indicator,period,value,unit,source\n婴儿死亡率,2024,4.1,‰,\"年报\n新生儿死亡率,2024,9\n5岁以下儿童死亡率,2024,9\"\n孕产妇死亡率,2024,9\n";
    let read = table(text).unwrap();
    assert_eq!((read.read, read.observations.len()), (2, 1));
    assert_eq!(
        refused(&read),
        ["t.csv:2:5: the cell seems to hold whole rows; a quote is missing or too many"]
    );
    // Lines of words are none.
    let text = "indicator,period,value,source\n婴儿死亡率,2024,4.1,\"年报，2024年\n第3页, 表2\"\n";
    assert_eq!(table(text).unwrap().observations.len(), 1);
    // In rosters too.
    let read = roster(
        "area,unit_kind,unit_id,year,size\n150625,township,\"甲镇\n150625,township,乙镇,2024\",2024,\n",
    );
    assert_eq!((read.rosters.len(), read.refused.len(), read.none_used), (0, 1, true));
}

const ROSTER: &str =
    "area,unit_kind,unit_id,year,size\n150625,township,甲镇,2024,\n150625,township,乙镇,2024,12\n";

fn roster(text: &str) -> Rosters {
    rosters::read(&Catalogue::hangjin(), "r.csv", text).unwrap()
}

fn roster_refused(rosters: &Rosters) -> Vec<String> {
    rosters.refused.iter().flat_map(|refusal| refusal.lines(Language::English)).collect()
}

/// The outcome of the target over townships, where 甲镇 alone has reported, and meets.
fn outcome(rosters: &Rosters) -> Outcome {
    let catalogue = Catalogue::hangjin();
    let rows = table(
        "indicator,area,unit_kind,unit_id,period,value\n适龄儿童免疫规划疫苗接种率,150625,township,甲镇,2024,96.4％\n",
    );
    let data = catalogue.data(rows.unwrap().observations).with_rosters(rosters.rosters.clone());
    let report =
        Evaluator::new(&catalogue).report(data.area("150625").unwrap(), Year::literal(2024)).unwrap();
    let row = report.rows.iter().find(|row| {
        row.target.scope.unit_kind() == Some("township") && row.indicator.zh.contains("免疫规划")
    });
    row.unwrap().assessment().outcome
}

#[test]
fn rosters_in_any_words() {
    let wanted = roster(ROSTER);
    assert_eq!((wanted.read, wanted.refused.len(), wanted.rosters.len()), (2, 0, 1));
    // In the order of the table.
    assert_eq!(wanted.rosters[0].members[1].size, Some(12));
    let zh = "名录\r\n\r\n地区,单位类别,单位名称,年份,规模,\r\n150625,township, 甲镇 ,2024年,,\r\n\r\n150625,township,乙镇,2024,１２,\r\n";
    assert_eq!(roster(zh).rosters, wanted.rosters);
    assert_eq!(roster(&ROSTER.replace(',', "\t").replace('\n', "\r")).rosters, wanted.rosters);
    let one = roster("area,unit_kind,unit_id,year\n150625,township,甲镇,2024\n");
    assert_eq!(outcome(&one), Outcome::Met);
}

#[test]
fn a_refused_row_of_a_roster_leaves_the_verdict_over_its_units_open() {
    let cases = [
        ("150625,township,,2024,", "r.csv:3:3: column `unit_id`: say which unit it is, or write `none`"),
        ("150625,township, 　,2024,", "r.csv:3:3: column `unit_id`: say which unit"),
        ("150625,,乙镇,2024,", "r.csv:3:2: column `unit_kind`: say of which kind"),
        ("150625,township,乙镇,2O24,", "r.csv:3:4: column `year`: cannot read `2O24` as a year"),
        ("150625,township,乙镇,2023-2024学年,", "r.csv:3:4: column `year`: write a year"),
        ("150625,township,乙镇", "r.csv:3:4: column `year`: "),
        ("150625,township", "r.csv:3:3: column `unit_id`: say which unit"),
        (
            "150625,township,乙镇,2024,many",
            "r.csv:3:5: column `size`: cannot read `many` as a value: unexpected `m` at character 1",
        ),
        (
            "150625,township,乙镇,2024,-1",
            "r.csv:3:5: column `size`: cannot read `-1` as a count: write a whole number",
        ),
        ("150625,township,乙镇,2024,\"1,2\"", "r.csv:3:5: column `size`: cannot read `1,2` as a value"),
        ("150625,township,甲镇,2024,3", "r.csv:3:5: column `size`: `甲镇` stands above with another size"),
        (
            "150625,township,none,2024,",
            "r.csv:3:3: column `unit_id`: the roster says `none` and names units too",
        ),
        ("150625,township,乙镇,2024,,丙镇", "r.csv:3:6: `丙镇` stands beyond the last column"),
    ];
    let whole = "area,unit_kind,unit_id,year,size\n150625,township,甲镇,2024,\n";
    assert_eq!(outcome(&roster(whole)), Outcome::Met);
    for (row, message) in cases {
        let read = roster(&format!("{whole}{row}\n"));
        assert_eq!((read.read, read.refused.len()), (2, 1), "{row}");
        let said = roster_refused(&read);
        assert!(said[0].starts_with(message), "{row}: {said:?}");
        assert!(read.rosters.is_empty(), "{row}");
        let incomplete: Vec<String> = read.incomplete.iter().map(|lost| lost.wrong().zh).collect();
        let told = "名录（150625 苏木镇 2024）有行被拒收，不完整，未采用；补正后才能判断全部单位是否达标";
        assert!(read.none_used || incomplete == [told], "{incomplete:?}");
        assert_eq!(outcome(&read), Outcome::Undetermined, "{row}");
    }
    let open = rosters::read(
        &Catalogue::hangjin(),
        "r.csv",
        &format!("{whole}150625,township,\"乙镇,2024,\n150625,township,丙镇,2024,\n"),
    );
    assert_eq!(
        open.unwrap_err().message("r.csv", Language::English),
        "r.csv:3:3: the quote that opens here is never closed"
    );
    // Other kinds and areas stay whole.
    let read = roster(&format!("{whole}150625,village,,2024,\n150622,township,,2024,\n"));
    assert_eq!((read.refused.len(), outcome(&read)), (2, Outcome::Met));
}

#[test]
fn none_says_that_there_is_no_unit() {
    for word in rosters::NONE {
        let read = roster(&format!("area,unit_kind,unit_id,year\n150625,township,{word},2024\n"));
        assert_eq!((read.refused.len(), read.rosters[0].members.len()), (0, 0));
    }
    let both = roster("area,unit_kind,unit_id,year\n150625,township,无,2024\n150625,township,甲镇,2024\n");
    assert_eq!((both.refused.len(), both.rosters.len()), (1, 0));
}

/// Lines of tables, right and wrong.
fn line() -> impl Strategy<Value = String> {
    let texts: &[&str] = &[
        "孕产妇死亡率,150625,2024,14.3,年报",
        "婴儿死亡率,150625,2023,9O,",
        "婴儿死亡率,150625,2O23,4.2,\"x,y\"",
        "新生儿死亡率,150625,2024,3,,surplus",
        "7岁以下儿童健康管理率,150625,2024,95%",
        "无此指标,150625,2024,1,",
        ",,,,",
        "",
        "  ",
        "婴儿死亡率,150625,2022,4.9,\"两\n行\"",
        "婴儿死亡率",
    ];
    prop_oneof![8 => proptest::sample::select(texts.to_vec()).prop_map(str::to_owned), 1 => "[a,\"\n 甲;0-9]{0,12}"]
}

fn blank(line: &str) -> bool {
    line.chars().all(|found| found.is_whitespace() || found == ',')
}

proptest! {
    #[test]
    fn read_is_used_and_refused_and_every_line_is_in_one_of_them(lines in proptest::collection::vec(line(), 0..12)) {
        let text = format!("指标,地区,年份,数值,来源\n{}", lines.join("\n"));
        if let Ok(table) = table(&text) {
            prop_assert_eq!(table.read, table.observations.len() + table.refused.len());
            let mut begun: Vec<u32> = table.refused.iter().map(|refusal| refusal.line).collect();
            begun.extend(table.observations.iter().filter_map(|row| row.source.as_deref()?.strip_prefix("t.csv:")?.split(' ').next()?.parse::<u32>().ok()));
            begun.sort_unstable();
            begun.dedup();
            prop_assert_eq!(begun.len(), table.read);
            // Without quotes every line that is not blank begins a row.
            if !text.contains('"') {
                let wanted = (1..).zip(text.lines()).skip(1).filter(|(_, line)| !blank(line)).map(|(number, _)| number);
                prop_assert_eq!(begun, wanted.collect::<Vec<u32>>());
            }
        } else {
            prop_assert!(text.contains('"'));
        }
    }

    #[test]
    fn rosters_too(lines in proptest::collection::vec(prop_oneof![
        4 => Just("150625,township,甲镇,2024,3".to_owned()),
        4 => Just("150625,village,乙村,2024,".to_owned()),
        1 => Just("150625,township,,2024,".to_owned()),
        1 => Just("150625,village,丙村".to_owned()),
        1 => Just("150625,village,丙村,2024,,丁村".to_owned()),
        1 => Just(",,,,".to_owned()),
        1 => "[a,\" 甲;0-9]{0,12}",
    ], 0..12)) {
        let text = format!("area,unit_kind,unit_id,year,size\n{}", lines.join("\n"));
        if let Ok(read) = rosters::read(&Catalogue::hangjin(), "r.csv", &text) {
            if !text.contains('"') {
                prop_assert_eq!(read.read, lines.iter().filter(|line| !blank(line)).count());
            }
            // A roster is given only if each of its rows was taken.
            for kind in ["township", "village"] {
                let other = |line: &str| {
                    let cells: Vec<&str> = line.split(',').map(str::trim).collect();
                    let own = cells.first() == Some(&"150625") && cells.get(1) == Some(&kind);
                    !own && cells.get(1).is_some_and(|kind| !kind.is_empty()) && cells.iter().skip(5).all(|cell| cell.is_empty())
                };
                let mut lost = read.refused.iter().filter_map(|refusal| text.lines().nth(refusal.line as usize - 1));
                let all = lost.all(other);
                if read.rosters.iter().any(|roster| roster.kind == kind && roster.area.as_deref() == Some("150625")) && !text.contains('"') {
                    prop_assert!(all, "{}", text);
                }
            }
        }
    }

    #[test]
    fn the_dress_of_a_table_changes_nothing(
        values in proptest::collection::vec((2015_i16..=2030, 0_u32..2000), 1..6),
        separator in proptest::sample::select(dabiao_tables::rows::SEPARATORS.to_vec()),
        end in proptest::sample::select(vec!["\n", "\r\n", "\r"]),
        encoding in 0..4,
        quoted: bool,
        blank: bool,
    ) {
        let number = |tenths: u32| format!("{}.{}", tenths / 10, tenths % 10);
        let quote = |text: &str| if quoted { format!("\"{text}\"") } else { text.to_owned() };
        let mut text = String::from("标题\n").replace('\n', end);
        let mut row = |cells: [&str; 4]| {
            text += &cells.map(quote).join(&separator.to_string());
            text += end;
            if blank { text += end; }
        };
        row(["指标", "地区", "年份", "数值"]);
        for (year, tenths) in &values {
            row(["孕产妇死亡率", "杭锦旗", &year.to_string(), &number(*tenths)]);
        }
        let bytes = match encoding {
            0 => text.clone().into_bytes(),
            1 => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            2 => encoding_rs::GB18030.encode(&text).0.into_owned(),
            _ => [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect(),
        };
        let read = table(&encoding::decode(&bytes).unwrap()).unwrap();
        let found: Vec<(Period, Datum)> = read.observations.iter().map(|row| (row.period, row.datum)).collect();
        let wanted: Vec<(Period, Datum)> = values.iter().map(|(year, tenths)| {
            (Period::Year(Year::literal(*year)), Datum::Value(Value::Number(number(*tenths).parse::<Number>().unwrap())))
        }).collect();
        prop_assert_eq!(found, wanted);
        prop_assert_eq!((read.read, read.titles.len()), (values.len(), 1));
    }
}
