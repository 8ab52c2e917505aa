//! The edges: cells, names, units and times as tables write them, read alike by `Record` and by the JSON API. A slip is named
//! with its character and place, and nothing is misread.

use dabiao::{
    Catalogue, Evaluator, Language, Observation, Outcome, Record, Report, Roster, Year,
    data::{Datum, FindingKind, Missing, Remark, Status},
    json,
    judge::Cause,
    plan::Calendar,
    values::{Date, Disaggregation, Period, Unit, Value},
};

/// What a row becomes: an observation, or what is wrong with it in Chinese, column by column; by both ways in.
#[track_caller]
fn read(row: Record<'_>) -> Result<Observation, Vec<String>> {
    let catalogue = Catalogue::hangjin();
    let by_record = row.read(&catalogue).map_err(|errors| errors.iter().map(ToString::to_string).collect());
    let wire = serde_json::json!({
        "indicator": row.indicator, "area": row.area, "unit_kind": row.unit_kind, "unit_id": row.unit_id,
        "residence": row.residence, "sex": row.sex, "age": row.age, "period": row.period, "value": row.value, "unit": row.unit,
        "numerator": row.numerator, "denominator": row.denominator, "status": row.status, "break": row.break_before,
    });
    let request = serde_json::json!({ "year": 2024, "observations": [wire] }).to_string();
    let asked = json::Request::read(&request).unwrap();
    let by_json: Result<Observation, Vec<String>> = match asked.observations.as_slice() {
        [one] => Ok(Observation { source: None, ..one.clone() }),
        _ => Err(asked.findings.iter().map(|finding| finding.kind.to_string()).collect()),
    };
    assert_eq!(by_record, by_json, "{row:?}");
    by_record
}

const MMR: &str = "孕产妇死亡率";

#[track_caller]
fn cell(value: &str) -> Result<Observation, Vec<String>> {
    read(Record { indicator: MMR, period: "2024", value, ..Record::default() })
}

/// What is wrong with a value, in Chinese.
#[track_caller]
fn wrong(value: &str) -> String {
    assert!(cell(value).is_err(), "{value}");
    let row = Record { indicator: MMR, period: "2024", value, ..Record::default() };
    row.read(&Catalogue::hangjin()).unwrap_err()[0].zh()
}

#[track_caller]
fn number(value: &str) -> (String, Unit) {
    let row = cell(value).unwrap_or_else(|wrong| panic!("{value}: {wrong:?}"));
    match row.datum {
        Datum::Value(Value::Number(number)) => (number.to_string(), row.unit),
        Datum::Value(Value::Counts(counts)) => (counts.to_string(), row.unit),
        other => panic!("{value}: {other:?}"),
    }
}

/// The report on one row of maternal mortality.
fn report(rows: Vec<Observation>, rosters: Vec<Roster>) -> Report {
    let catalogue = Catalogue::hangjin();
    let data = catalogue.data(rows).with_rosters(rosters);
    Evaluator::new(&catalogue).report_on(data.area_or_empty("A"), Year::literal(2024), |_| true).unwrap()
}

#[test]
fn a_note_mark_ends_the_cell() {
    assert_eq!(number("12‰*"), ("12".into(), Unit::PerMille));
    assert_eq!(number("97.3①"), ("97.3".into(), Unit::Per100k));
    for (cell_text, place) in [
        ("12*‰", "`‰` at character 4"),
        ("973①‰", "`‰` at character 5"),
        ("1.2*10^4", "`1` at character 5"),
        ("9①7.3", "`7` at character 3"),
    ] {
        let wrong = cell(cell_text).unwrap_err();
        assert!(wrong[0].contains(place), "{cell_text}: {wrong:?}");
    }
}

#[test]
fn words_in_brackets_give_a_status_refuse_the_cell_or_are_told() {
    for (text, status) in
        [("9（快报）", Status::Provisional), ("9(估计数)", Status::Estimated), ("9（最终）", Status::Final)]
    {
        let row = cell(text).unwrap();
        assert_eq!((row.status, row.remarks.len()), (status, 0), "{text}");
    }
    for text in [
        "9（预计）",
        "9（2023年）",
        "9（1-6月）",
        "9（目标值）",
        "9（市区）",
        "9（不含某镇）",
        "9 (forecast)",
        "9（上半年）",
    ] {
        assert!(cell(text).is_err(), "{text}");
    }
    let row = cell("9（见公报）").unwrap();
    assert_eq!(row.remarks, [Remark::Words { words: "见公报".into() }]);
    let told = report(vec![row.in_area("A")], vec![]);
    assert!(
        told.findings
            .iter()
            .any(|finding| matches!(&finding.kind, FindingKind::Remark { words } if words == "见公报"))
    );
}

#[test]
fn marks_of_rounded_values_make_intervals() {
    let ends = |text: &str| match cell(text).unwrap().datum {
        Datum::Value(Value::Interval(interval)) => {
            [interval.low(), interval.high()].map(|end| end.map(|end| (end.number.to_string(), end.included)))
        }
        other => panic!("{text}: {other:?}"),
    };
    let end = |number: &str, included| Some((number.to_owned(), included));
    assert_eq!(ends("12.0(+)"), [end("12.0", false), end("12.05", false)]);
    assert_eq!(ends("12.0（-）"), [end("11.95", false), end("12.0", false)]);
    assert_eq!(ends("10～20"), [end("10", true), end("20", true)]);
    assert_eq!(ends("<5"), [None, end("5", false)]);
    let judged = |text: &str| {
        let told = report(vec![cell(text).unwrap().in_area("A")], vec![]);
        told.row("women.health.g2.maternal-mortality-ratio").unwrap().assessment().outcome
    };
    assert_eq!(
        (judged("12.0(+)"), judged("12.0(-)"), judged("12.0")),
        (Outcome::NotMet, Outcome::Met, Outcome::Met)
    );
    assert_eq!(
        (judged("10～12"), judged("10～13"), judged("13～15")),
        (Outcome::Met, Outcome::Undetermined, Outcome::NotMet)
    );
    assert!(cell("20～10").is_err() && cell("10%～20‰").is_err());
}

#[test]
fn exponents_and_rates_written_out() {
    assert_eq!(number("1.43E+01"), ("14.3".into(), Unit::Per100k));
    assert_eq!(number("143e-1"), ("14.3".into(), Unit::Per100k));
    assert_eq!(number("12/100000"), ("12".into(), Unit::Per100k));
    assert_eq!(number("12／100,000"), ("12".into(), Unit::Per100k));
    assert_eq!(number("12 / 10 万"), ("12".into(), Unit::Per100k));
    assert_eq!(number("4/1000"), ("4".into(), Unit::PerMille));
    assert_eq!(number("1/823"), ("1/823".into(), Unit::Per100k));
    for (unit, told) in [
        ("1/10万", Unit::Per100k),
        ("每10万人", Unit::Per100k),
        ("per 100,000 live births", Unit::Per100k),
        ("1/1000", Unit::PerMille),
        ("每千活产", Unit::PerMille),
        ("Deaths per 1,000 live births", Unit::PerMille),
        ("‰", Unit::PerMille),
    ] {
        let row =
            Record { indicator: "婴儿死亡率", period: "2024", value: "4.2", unit, ..Record::default() };
        assert_eq!(read(row).unwrap().unit, told, "{unit}");
    }
    // Per 1000 children is what 1/1000 means of doctors, and ‰ never is.
    let doctors = |unit| Record {
        indicator: "paediatricians-per-1000-children",
        period: "2024",
        value: "1.1",
        unit,
        ..Record::default()
    };
    assert_eq!(read(doctors("1/1000")).unwrap().unit, Unit::Per1000);
    assert_eq!(read(doctors("‰")).unwrap().unit, Unit::PerMille);
}

#[test]
fn the_character_that_is_wrong_is_named() {
    for (text, said) in [
        ("97,3%", "`,` at character 3 parts groups of three digits"),
        ("97.3%%", "unexpected `%` at character 6"),
        ("97.3%↑", "unexpected `↑` at character 6"),
        ("97.3%左右", "unexpected `左` at character 6"),
        ("97.3%\u{200b}", "unexpected `U+200B` at character 6"),
        ("1234,567", "`,` at character 5 parts groups"),
    ] {
        let wrong = cell(text).unwrap_err();
        assert!(wrong[0].contains(said), "{text}: {wrong:?}");
    }
}

#[test]
fn names_as_tables_write_them() {
    let part = |name| {
        let row = read(Record { indicator: name, period: "2024", value: "14.3", ..Record::default() });
        row.map(|row| (row.indicator.to_string(), row.disaggregation, row.unit))
    };
    let mmr = |part, unit| Ok(("maternal-mortality-ratio".to_owned(), part, unit));
    for name in [
        "孕产妇死亡率（1/10万）",
        "1.孕产妇死亡率",
        "（2）孕产妇死亡率",
        "其中：孕产妇死亡率",
        "孕产妇死亡率*",
        " 孕产妇 死亡率：",
        "Maternal Mortality Ratio",
        "孕产妇死亡率[1]",
    ] {
        assert_eq!(part(name), mmr(Disaggregation::TOTAL, Unit::Per100k), "{name}");
    }
    assert_eq!(part("孕产妇死亡率(‰)"), mmr(Disaggregation::TOTAL, Unit::PerMille));
    for name in ["其中：农村孕产妇死亡率", "农村孕产妇死亡率", "孕产妇死亡率（农村）", "3、乡村孕产妇死亡率"]
    {
        assert_eq!(part(name), mmr(Disaggregation::RURAL, Unit::Per100k), "{name}");
    }
    // Where the whole is an indicator, nothing is taken from it.
    assert_eq!(part("农村牧区自来水普及率").unwrap().1, Disaggregation::TOTAL);
    // A number that may belong to the name is no item.
    assert!(part("1.5岁以下儿童死亡率").is_err());
    // The unit is said once, or twice alike.
    let row = Record {
        indicator: "婴儿死亡率（‰）",
        period: "2024",
        value: "4",
        unit: "千分之",
        ..Record::default()
    };
    assert_eq!(read(row).unwrap().unit, Unit::PerMille);
    assert!(read(Record { unit: "%", ..row }).unwrap_err()[0].contains("keep one of the two"));
    // And so is the part.
    let row = Record {
        indicator: "农村婴儿死亡率",
        period: "2024",
        value: "4",
        residence: "农村牧区",
        ..Record::default()
    };
    assert_eq!(read(row).unwrap().disaggregation, Disaggregation::RURAL);
    assert!(read(Record { residence: "城镇", ..row }).unwrap_err()[0].contains("another part"));
}

#[test]
fn other_names_are_read_and_told_once() {
    let row = |period| {
        read(Record {
            indicator: "女性人均预期寿命", area: "A", period, value: "80.9", ..Record::default()
        })
        .unwrap()
    };
    let told = report(vec![row("2023"), row("2024")], vec![]);
    let names: Vec<_> = told
        .findings
        .iter()
        .filter(|finding| matches!(finding.kind, FindingKind::OtherName { .. }))
        .collect();
    assert_eq!(names.len(), 1);
    assert_eq!(names[0].kind.zh(), "“女性人均预期寿命”按“妇女人均预期寿命”读取");
    // A typed row may give it too.
    let typed = Observation::new(
        "女性人均预期寿命",
        Year::literal(2024),
        Value::Number("80.9".parse().unwrap()),
        Unit::Years,
    );
    assert!(
        report(vec![typed.in_area("A")], vec![])
            .findings
            .iter()
            .any(|finding| matches!(finding.kind, FindingKind::OtherName { .. }))
    );
}

#[test]
fn suggestions_never_cross_the_word_that_makes_the_difference() {
    let catalogue = Catalogue::hangjin();
    let near = |name: &str| match catalogue.read_name(name).unwrap_err() {
        dabiao::Error::Unknown(error) => error.nearest().map(str::to_owned).collect::<Vec<_>>(),
        other => panic!("{other}"),
    };
    assert_eq!(near("孕产妇死忘率"), ["孕产妇死亡率"]);
    assert_eq!(near("孕产妇亡死率"), ["孕产妇死亡率"]);
    assert!(!near("孕产妇贫血率").contains(&"孕产妇死亡率".to_owned()));
    assert!(!near("女职工基本医疗保险参保率").contains(&"基本医疗保险参保率".to_owned()));
    assert!(!near("男生近视率").iter().any(|name| name.contains('女')));
    assert!(near("6岁以下儿童死亡率").is_empty());
    assert!(near("小学生龋齿率").iter().all(|name| !name.contains("近视")));
    assert!(near("完全没有的东西").is_empty());
    for name in ["孕产妇系统管里率", "儿童肥胖律", "艾滋病母婴传博率"] {
        assert!((1..=3).contains(&near(name).len()), "{name}");
    }
}

#[test]
fn the_period_belongs_to_the_calendar() {
    for (text, period) in [
        ("2024 年", Period::Year(Year::literal(2024))),
        ("２０２４年末", Period::Year(Year::literal(2024))),
        ("2023-2024学年度", Period::SchoolYear(Year::literal(2024))),
        ("2023～2024学年", Period::SchoolYear(Year::literal(2024))),
        ("2023/2024", Period::SchoolYear(Year::literal(2024))),
        ("2022-23学年", Period::SchoolYear(Year::literal(2023))),
        ("2024-05-12", Period::Day(Date::literal(2024, 5, 12))),
    ] {
        assert_eq!(text.parse::<Period>().unwrap(), period, "{text}");
    }
    for text in ["2024学年", "2022-2024", "2023-2024-2025", "2024年5月", "2011-12", ""] {
        assert!(text.parse::<Period>().is_err(), "{text}");
    }
    let outcome = |indicator: &str, target: &str, periods: &[&str]| {
        let rows = periods.iter().map(|period| {
            read(Record { indicator, area: "A", period, value: "9", ..Record::default() }).unwrap()
        });
        let told = report(rows.collect(), vec![]);
        let refused = told
            .findings
            .iter()
            .filter(|finding| matches!(finding.kind, FindingKind::OtherCalendar { .. }))
            .count();
        (told.row(target).unwrap().assessment().outcome, refused)
    };
    let target = "women.health.g2.maternal-mortality-ratio";
    for period in ["2023-2024", "2023-2024学年", "累计至2024", "2024届"] {
        // Refused, and the year is not silent; beside the figure of the year it says nothing against it.
        assert_eq!(outcome(MMR, target, &[period]), (Outcome::Undetermined, 1), "{period}");
        assert_eq!(outcome(MMR, target, &["2024", period]), (Outcome::Met, 1), "{period}");
    }
    // Which calendar the figure has, and which one the indicator needs.
    for (period, zh, en) in [
        (
            "2023-2024学年",
            "2024年填的是学年数，该指标按年度计量",
            "value for 2024 is of a school year, while the indicator is measured by calendar year",
        ),
        (
            "累计至2024",
            "2024年填的是累计数，该指标按年度计量",
            "value for 2024 is of all years up to date, while the indicator is measured by calendar year",
        ),
        (
            "2024届",
            "2024年填的是届数，该指标按年度计量",
            "value for 2024 is of a term of office, while the indicator is measured by calendar year",
        ),
    ] {
        let row =
            read(Record { indicator: MMR, area: "A", period, value: "9", ..Record::default() }).unwrap();
        let given = row.period;
        let report = report(vec![row], vec![]);
        let finding = &report.findings[0].kind;
        assert_eq!(*finding, FindingKind::OtherCalendar { given, expected: Calendar::Year });
        let judged = report.row(target).unwrap();
        assert_eq!(judged.assessment().reasons[0].cause, Cause::OtherCalendar { given });
        assert!(judged.sentence(Language::Chinese).contains(zh), "{}", judged.sentence(Language::Chinese));
        assert!(judged.sentence(Language::English).contains(en), "{}", judged.sentence(Language::English));
    }
    let enrolment = "children.education.g2.preschool-gross-enrolment-rate";
    let catalogue = Catalogue::hangjin();
    if catalogue.target(enrolment).is_ok() {
        assert_eq!(outcome("学前教育毛入园率", enrolment, &["2023-2024"]).1, 0);
    }
}

#[test]
fn areas_units_and_kinds_are_one_however_they_are_written() {
    let row = |area, kind, id, value| {
        let row = Record {
            indicator: "适龄儿童免疫规划疫苗接种率",
            area,
            unit_kind: kind,
            unit_id: id,
            period: "2024",
            value,
            ..Record::default()
        };
        read(row).unwrap()
    };
    let rows = vec![
        row("A", "township", "甲 镇", "96%"),
        row("ａ", "苏木镇", "乙镇①", "97%"),
        row(" A ", "Township", "ＡＢ镇", "98%"),
    ];
    let roster = Roster::new("乡镇", Year::literal(2024), ["甲镇", "乙镇", "ab镇\u{200b}"]).in_area("A ");
    let told = report(rows, vec![roster]);
    let target = told.rows.iter().find(|row| row.target.indicator == "immunisation-coverage").unwrap();
    assert_eq!(target.assessment().outcome, Outcome::Met, "{:?}", told.findings);
    assert_eq!(target.assessment().units.as_ref().unwrap().passed, 3);
    // The hidden character is told, and nothing else is wrong.
    let kinds: Vec<String> = told.findings.iter().map(|finding| finding.kind.zh()).collect();
    assert_eq!(kinds, ["名称“ab镇⟨U+200B⟩”含看不见的字符（控制符、换行或方向符）；请删除"]);
}

#[test]
fn a_unit_whose_row_was_refused_is_not_silent() {
    let request = serde_json::json!({
        "year": 2024, "area": "A", "languages": ["zh"],
        "judge": ["women.decision.g6.women-in-township-leadership"],
        "observations": [
            { "area": "A", "indicator": "苏木镇领导班子女干部人数", "unit_kind": "township", "unit_id": "甲镇", "period": "2024", "value": "1" },
            { "area": "A", "indicator": "苏木镇领导班子女干部人数", "unit_kind": "township", "unit_id": "乙镇", "period": "2024", "value": "l" },
        ],
        "rosters": [{ "area": "A", "kind": "township", "year": 2024, "members": [{ "id": "甲镇" }, { "id": "乙镇" }] }],
    });
    let report: Report =
        serde_json::from_str(&json::evaluate(request.to_string().as_bytes()).unwrap()).unwrap();
    let row = &report.rows[0];
    let units = row.assessment().units.as_ref().unwrap();
    assert_eq!((units.not_reported.len(), units.undetermined.as_slice()), (0, &["乙镇".into()][..]));
    assert_eq!(row.assessment().reasons[0].cause, dabiao::judge::Cause::Missing(Missing::ErrorCell));
    assert!(
        row.judgement.warnings.iter().all(|warning| warning.signal.zh() != "缺数"),
        "{:?}",
        row.judgement.warnings
    );
    assert_eq!(report.findings.len(), 1);
}

#[test]
fn what_nothing_reads_is_told_by_kind_of_slip() {
    let row = |indicator, residence, sex, unit_id: &'static str| {
        let unit_kind = if unit_id.is_empty() { "" } else { "township" };
        read(Record {
            indicator,
            area: "A",
            residence,
            sex,
            unit_kind,
            unit_id,
            period: "2024",
            value: "14",
            ..Record::default()
        })
        .unwrap()
    };
    let rows = vec![
        row("适龄妇女宫颈癌人群筛查率", "", "女", ""),
        row("婴儿死亡率", "农村", "女", ""),
        row("妇女人均预期寿命", "城镇", "", ""),
        row("剖宫产率", "农村", "", ""),
        row("剖宫产率", "", "", "甲镇"),
        row("剖宫产率", "", "", "乙镇"),
    ];
    let catalogue = Catalogue::hangjin();
    let data = catalogue.data(rows.clone());
    assert_eq!(data.unused(), 5);
    let told = report(rows, vec![]);
    let kinds: Vec<(usize, usize)> = told
        .findings
        .iter()
        .filter_map(|finding| match &finding.kind {
            FindingKind::PartUnused { rows, first } | FindingKind::UnitsUnused { rows, first, .. } => {
                Some((*rows, first.len()))
            }
            _ => None,
        })
        .collect();
    assert_eq!(kinds, [(2, 2), (3, 3)]);
    // 女 of what concerns women alone is its value.
    let screening =
        told.rows.iter().find(|row| row.target.indicator == "cervical-cancer-screening-rate").unwrap();
    assert_eq!(screening.assessment().outcome, Outcome::NotMet);
}

#[test]
fn rosters_obey_the_rules_of_rows_and_none_is_dropped_without_a_word() {
    let row = || {
        vec![
            read(Record {
                indicator: "适龄儿童免疫规划疫苗接种率",
                area: "A",
                unit_kind: "township",
                unit_id: "甲镇",
                period: "2024",
                value: "96%",
                ..Record::default()
            })
            .unwrap(),
        ]
    };
    let judged = |roster: Roster| {
        let catalogue = Catalogue::hangjin();
        let data = catalogue.data(row()).with_rosters([roster]);
        let report = Evaluator::new(&catalogue).report(data.area("A").unwrap(), Year::literal(2024)).unwrap();
        let target = report.rows.iter().find(|row| row.target.indicator == "immunisation-coverage").unwrap();
        let kinds: Vec<String> = data
            .findings()
            .iter()
            .map(|finding| serde_json::to_value(&finding.kind).unwrap()["kind"].as_str().unwrap().to_owned())
            .collect();
        (target.assessment().outcome, kinds)
    };
    let roster = |kind: &'static str, members: &[&'static str]| {
        Roster::new(kind, Year::literal(2024), members.iter().copied()).in_area("A")
    };
    assert_eq!(judged(roster("township", &["甲镇"])), (Outcome::Met, vec![]));
    assert_eq!(
        judged(roster("township", &["甲镇", " "])),
        (Outcome::Undetermined, vec!["roster_incomplete".to_owned()])
    );
    assert_eq!(judged(roster("街道", &["甲镇"])), (Outcome::Undetermined, vec!["roster_unused".to_owned()]));
    assert_eq!(
        judged(roster("township", &["甲镇"]).in_area("B")),
        (Outcome::Undetermined, vec!["roster_without_rows".to_owned()])
    );
}

#[test]
fn residues_of_binary_arithmetic_are_judged_as_written_and_told() {
    let catalogue = Catalogue::hangjin();
    let told = |value| {
        let row =
            Record { indicator: "学前教育毛入园率", period: "2024", value, ..Record::default() }
                .read(&catalogue)
                .unwrap();
        let data = catalogue.data([row]);
        data.findings().iter().map(|finding| finding.kind.clone()).collect::<Vec<_>>()
    };
    assert!(
        matches!(told("89.99999999999999").as_slice(), [FindingKind::BinaryResidue { near, .. }] if near.to_string() == "90")
    );
    assert!(
        matches!(told("0.30000000000000004").as_slice(), [FindingKind::BinaryResidue { near, .. }] if near.to_string() == "0.3")
    );
    for value in ["90.00", "66.66666666666667", "13.4941389213484", "90.0000000000000000"] {
        assert_eq!(told(value), [], "{value}");
    }
}

#[test]
fn names_that_are_too_long_are_refused() {
    let long = "镇".repeat(501);
    let row = Record { indicator: MMR, area: &long, period: "2024", value: "9", ..Record::default() };
    assert!(read(row).unwrap_err()[0].contains("longer than 500 characters"));
    assert!(read(Record { area: long.strip_prefix('镇').unwrap_or_default(), ..row }).is_ok());
    let text = "9".repeat(32_768);
    assert!(
        read(Record { area: "", source: "", value: &text, ..row }).unwrap_err()[0]
            .contains("longer than 32767")
    );
}

#[test]
fn codes_of_statistical_exchange() {
    let row = |status, value| Record { indicator: MMR, period: "2024", value, status, ..Record::default() };
    assert_eq!(read(row("p", "9")).unwrap().status, Status::Provisional);
    assert_eq!(read(row("Normal value", "9")).unwrap().status, Status::Final);
    assert_eq!(read(row("初步数", "9")).unwrap().status, Status::Provisional);
    assert!(read(row("B", "9")).unwrap().break_before);
    assert_eq!(read(row("Q", "")).unwrap().datum, Datum::Missing(Missing::Suppressed));
    assert_eq!(read(row("M", "")).unwrap().datum, Datum::Missing(Missing::NotApplicable));
    assert!(read(row("F", "9")).is_err() && read(row("U", "9")).is_err());
    for (sex, part) in [
        ("Female", Disaggregation::FEMALE),
        ("F", Disaggregation::FEMALE),
        ("_T", Disaggregation::TOTAL),
        ("ＭＡＬＥ", Disaggregation::MALE),
    ] {
        let row =
            Record {
                indicator: "5岁以下儿童死亡率", period: "2024", value: "5", sex, ..Record::default()
            };
        assert_eq!(read(row).unwrap().disaggregation, part, "{sex}");
    }
}

// Only women can be counted in 孕产妇死亡率: 女 and the whole are its value. 男 is the figure of nobody.
#[test]
fn women_are_the_whole_where_only_they_can_be_meant() {
    let row = |sex| Record {
        indicator: "孕产妇死亡率",
        area: "A",
        sex,
        period: "2024",
        value: "14.3",
        ..Record::default()
    };
    for sex in ["女", "", "合计", "_T", "Female"] {
        let report = report(vec![read(row(sex)).unwrap()], vec![]);
        let judged = report.row("women.health.g2.maternal-mortality-ratio").unwrap().assessment();
        assert_eq!((judged.outcome, report.findings.len()), (Outcome::NotMet, 0), "{sex}");
    }
    let told = report(vec![read(row("男")).unwrap()], vec![]);
    assert!(matches!(told.findings[0].kind, FindingKind::OtherPopulation { .. }), "{:?}", told.findings);
    // 妇女人均预期寿命 names its part: the whole is another figure.
    let other = Record { indicator: "妇女人均预期寿命", ..row("合计") };
    assert!(read(other).unwrap_err()[0].contains("the indicator speaks of a part"));
}

// Whom nobody else can be counted with is a fact of each card, and not of the words of its name.
#[test]
fn whom_only_women_can_be_counted_in_stands_on_the_card() {
    let catalogue = Catalogue::hangjin();
    for card in catalogue.indicators().filter(|card| card.women_only) {
        assert_eq!(card.disaggregation.sex, dabiao::values::Sex::Female, "{}", card.id);
        for sex in ["女", "合计", ""] {
            let row = Record {
                indicator: &card.zh,
                area: "A",
                sex,
                period: "2024",
                value: "5",
                ..Record::default()
            };
            let data = catalogue.data([read(row).unwrap()]);
            assert_eq!((data.unused(), data.findings().len()), (0, 0), "{} {sex}", card.id);
        }
    }
    for id in ["产前筛查率", "人工流产率", "孕早期梅毒检测率", "宫颈癌患者治疗率"] {
        assert!(catalogue.indicator(id).unwrap().women_only, "{id}");
    }
    // Men die of other cancers too, and boys are vaccinated: the name picks the women out, and the whole is another figure.
    for id in ["妇女乳腺癌死亡率", "13—18周岁女性宫颈癌疫苗接种率", "妇女人均预期寿命", "婴儿死亡率"]
    {
        assert!(!catalogue.indicator(id).unwrap().women_only, "{id}");
    }
}

// A code that a spreadsheet or a database kept as a number, and letters that join others and cannot be seen, make no other area.
#[test]
fn codes_kept_as_numbers_and_joiners() {
    use dabiao::values::names::{is_hidden, key};
    for (name, same) in [
        ("150625.0", "150625"),
        ("１５０６２５．００", "150625"),
        ("7.0", "7"),
        ("甲\u{200d}镇", "甲镇"),
        ("甲镇\u{fe0f}", "甲镇"),
    ] {
        assert_eq!(key(name), same, "{name:?}");
    }
    for (one, other) in
        [("150625.5", "150625"), ("v1.0", "v1"), (".0", "0"), ("1.0.0", "1"), ("0150625", "150625")]
    {
        assert_ne!(key(one), key(other), "{one}");
    }
    assert!("\u{3164}\u{2800}\u{ffa0}\u{34f}\u{115f}\u{2028}\u{85}".chars().all(is_hidden));
    let row = |area, period, value| {
        read(Record { indicator: MMR, area, period, value, ..Record::default() }).unwrap()
    };
    let catalogue = Catalogue::hangjin();
    let data = catalogue.data([row("150625", "2024", "14.3"), row("150625.0", "2023", "15")]);
    assert_eq!(data.areas().filter_map(dabiao::data::AreaData::name).collect::<Vec<_>>(), ["150625"]);
}

// A message in Chinese calls a kind by its name in Chinese, one in English by its code.
#[test]
fn messages_call_kinds_by_their_names() {
    let row = |indicator, unit_kind| {
        let row = Record {
            indicator,
            area: "A",
            unit_kind,
            unit_id: "甲",
            period: "2024",
            value: "96",
            ..Record::default()
        };
        read(row).unwrap()
    };
    let roster =
        |kind: &'static str, members: [&'static str; 2]| Roster::new(kind, Year::literal(2024), members);
    let catalogue = Catalogue::hangjin();
    let rows = [row("剖宫产率", "乡镇"), row("剖宫产率", "街道")];
    let rosters = [
        roster("village", ["甲村", " "]).in_area("A"),
        roster("街道 ", ["甲", "乙"]).in_area("A"),
        roster("助产机构", ["甲院", "乙院"]).in_area("B"),
        roster("街道", ["甲", "乙"]).in_area("A"),
    ];
    let data = catalogue.data(rows).with_rosters(rosters);
    let zh: Vec<String> = data.findings().iter().map(|finding| finding.kind.zh()).collect();
    let en: Vec<String> = data.findings().iter().map(ToString::to_string).collect();
    for (zh_words, en_words) in [
        ("1行是“苏木镇”各单位的数", "not used: 1 row of units of the kind `township`"),
        ("1行属于“街道”这类单位", "1 row of units of the kind `街道`"),
        ("名录（嘎查村 2024）有单位没有名称", "the roster village 2024 has a unit without a name"),
        ("名录（助产机构 2024）未采用", "the roster midwifery_institution 2024 is not used"),
        (
            "名录未采用：没有按“街道”这类单位评价的目标；单位类别有：",
            "no target is over units of the kind `街道`",
        ),
    ] {
        assert_eq!(zh.iter().filter(|said| said.contains(zh_words)).count(), 1, "{zh_words}: {zh:?}");
        assert_eq!(en.iter().filter(|said| said.contains(en_words)).count(), 1, "{en_words}: {en:?}");
    }
    // No code stands in a Chinese message, but for the cells.
    assert!(zh.iter().all(|said| !said.contains("township；") && !said.contains('_')), "{zh:?}");
}

// A unit that stands under a misspelt kind, or a roster of the wrong year, makes no verdict over all units.
#[test]
fn a_roster_with_a_slip_leaves_the_verdict_open() {
    let row = Record {
        indicator: "适龄儿童免疫规划疫苗接种率",
        area: "A",
        unit_kind: "乡镇",
        unit_id: "甲镇",
        period: "2024",
        value: "96",
        ..Record::default()
    };
    let judged = |rosters: &[(&'static str, i16, &'static str)]| {
        let catalogue = Catalogue::hangjin();
        let rosters = rosters
            .iter()
            .map(|(kind, year, name)| Roster::new(*kind, Year::literal(*year), [*name]).in_area("A"));
        let data = catalogue.data([read(row).unwrap()]).with_rosters(rosters);
        let report = data.area("A").unwrap().report(Year::literal(2024)).unwrap();
        let outcome = report.row("children.health.g6.immunisation-coverage").unwrap().assessment().outcome;
        (outcome, data.findings().iter().map(|finding| finding.kind.zh()).collect::<Vec<_>>())
    };
    let nothing: Vec<String> = vec![];
    assert_eq!(judged(&[("township", 2024, "甲镇")]), (Outcome::Met, nothing.clone()));
    for slip in ["苏木缜", "townhsip", "town-ship", "Townships.", "苏木 镇级"] {
        let (outcome, told) = judged(&[("township", 2024, "甲镇"), (slip, 2024, "乙镇")]);
        if dabiao::Catalogue::hangjin().read_unit_kind(slip) == "township" {
            assert_eq!(outcome, Outcome::Undetermined, "乙镇 is silent: {slip}");
            continue;
        }
        assert_eq!((outcome, told.len()), (Outcome::Undetermined, 1), "{slip}: {told:?}");
        assert!(told[0].starts_with("名录（苏木镇 2024）未采用：旁边另有"), "{told:?}");
    }
    // A slip of any word of an office for it; two slips in four characters are another word.
    assert_eq!(judged(&[("township", 2024, "甲镇"), ("苏木乡真", 2024, "乙镇")]).0, Outcome::Undetermined);
    assert_eq!(judged(&[("township", 2024, "甲镇"), ("苏大乡真", 2024, "乙镇")]).0, Outcome::Met);
    // Another kind altogether is no slip.
    let (outcome, told) = judged(&[("township", 2024, "甲镇"), ("街道", 2024, "一街")]);
    assert_eq!((outcome, told.len()), (Outcome::Met, 1));
    assert!(told[0].starts_with("名录未采用：没有按“街道”这类单位评价的目标"), "{told:?}");
    // The year is told where it may be the slip: values of 2024 without a roster, and a roster of a year without values.
    let other_year =
        "名录（苏木镇 2023）没有用到：当年没有这类单位的数；有数而没有名录的年份是2024".to_owned();
    assert_eq!(judged(&[("苏木镇", 2023, "甲镇")]), (Outcome::Undetermined, vec![other_year]));
    assert_eq!(judged(&[("苏木镇", 2023, "甲镇"), ("苏木镇", 2024, "甲镇")]), (Outcome::Met, nothing));
}

// Codes of statistical exchange in brackets, and hidden characters in the name of an indicator.
#[test]
fn codes_in_brackets_and_hidden_characters_in_names() {
    for (text, status) in [
        ("14.3 (p)", Status::Provisional),
        ("14.3（e）", Status::Estimated),
        ("14.3(Ｐ)", Status::Provisional),
        ("14.3 (a)", Status::Final),
    ] {
        assert_eq!((cell(text).unwrap().status, cell(text).unwrap().remarks.len()), (status, 0), "{text}");
    }
    // A forecast is none, and a break belongs into its column.
    assert!(cell("14.3 (f)").is_err() && cell("14.3 (b)").is_err());
    assert_eq!(cell("14.3 (x)").unwrap().remarks, [Remark::Words { words: "x".into() }]);
    let row =
        Record {
            indicator: "孕产\u{200b}妇死亡率", period: "2024", value: "14.3", ..Record::default()
        };
    assert_eq!(
        read(row).unwrap().remarks,
        [Remark::OtherName { given: "孕产\u{200b}妇死亡率".into(), name: "孕产妇死亡率".into() }]
    );
}

// A unit or a power of ten in brackets is one, whatever stands around it; two that differ are refused.
#[test]
fn a_unit_in_brackets_is_a_unit_beside_marks_too() {
    for (text, value, unit) in [
        ("14.3（1/10万）①", "14.3", Unit::Per100k),
        ("14.3(1/10万)*", "14.3", Unit::Per100k),
        ("14.3[1/10万]", "14.3", Unit::Per100k),
        ("1.43（万）", "14300", Unit::Per100k),
        ("143‰（‰）", "143", Unit::PerMille),
    ] {
        assert_eq!(number(text), (value.to_owned(), unit), "{text}");
    }
    for text in ["14.3‰（1/10万）", "14.3（‰）（%）", "14.3万（万）（亿）"] {
        assert!(wrong(text).ends_with("写了两个单位"), "{}", wrong(text));
    }
}

// Where a row was refused, its cell is not told again as unused, nor as refused a second time.
#[test]
fn a_refused_row_is_counted_once() {
    let catalogue = Catalogue::hangjin();
    let row = |indicator, residence, sex| Record {
        indicator,
        residence,
        sex,
        period: "2024",
        value: "9O",
        ..Record::default()
    };
    for row in [row("婴儿死亡率", "农村", "女"), row("农村牧区自来水普及率", "城镇", "")]
    {
        assert!(row.read(&catalogue).is_err());
        let data = catalogue.data(row.cell(&catalogue));
        assert_eq!((data.refused(), data.unused(), data.findings().len()), (0, 0, 0), "{row:?}");
    }
    // Only rows that were read are named as unused.
    let read =
        Record { value: "9", period: "2023", ..row("婴儿死亡率", "农村", "女") }.read(&catalogue).unwrap();
    let data = catalogue.data([read].into_iter().chain(row("婴儿死亡率", "农村", "女").cell(&catalogue)));
    let FindingKind::PartUnused { rows: 1, first } = &data.findings()[0].kind else {
        panic!("{:?}", data.findings())
    };
    assert_eq!(
        first.iter().map(|cell| (&*cell.zh, &*cell.en)).collect::<Vec<_>>(),
        [("婴儿死亡率2023年农村牧区女", "infant mortality rate 2023, rural, female")]
    );
}

// Every dash that a table has between two numbers, two of them for the Chinese one; a hyphen may part a date.
#[test]
fn ranges_by_every_dash() {
    for dash in ["~", "～", "〜", "–", "—", "——", "―", "‒", "至", "到"] {
        let read = cell(&format!("5{dash}12")).unwrap();
        let dabiao::data::Datum::Value(Value::Interval(interval)) = read.datum else { panic!("{dash}") };
        assert_eq!(
            (interval.low().unwrap().number.to_string(), interval.high().unwrap().number.to_string()),
            ("5".into(), "12".into())
        );
        let school: Period = format!("2023{dash}2024学年").parse().unwrap();
        assert_eq!(school, Period::SchoolYear(Year::literal(2024)), "{dash}");
    }
    for hyphen in ["-", "－", "−", "‐"] {
        assert_eq!(
            wrong(&format!("5{hyphen}12")),
            format!(
                "“value”列：无法将“5{hyphen}12”读作数值：第2个字符“{hyphen}”可能是区间，也可能是日期；区间请写作5～12"
            )
        );
        let school: Period = format!("2023{hyphen}2024学年").parse().unwrap();
        assert_eq!(school, Period::SchoolYear(Year::literal(2024)), "{hyphen}");
    }
}

#[test]
fn whole_years_and_parts_of_them() {
    for text in ["2024年度", "2024全年", "2024 年全年", "2024年1—12月", "2024年末", "２０２４年"]
    {
        assert_eq!(text.parse::<Period>().unwrap(), Period::Year(Year::literal(2024)), "{text}");
    }
    for (text, wrong) in [
        ("2024 上半年", "无法将“2024 上半年”读作时间：请写年份，如2024；半年、季度不是全年"),
        ("2024-12", "无法将“2024-12”读作时间：可能是月份，也可能是学年；请写作2024，或2023-2024学年"),
        ("2024*", "无法将“2024*”读作年份：第5个字符“*”不应出现"),
        // 年 is right, and what stands behind it is not.
        ("2024年预计", "无法将“2024年预计”读作年份：第6个字符“预”不应出现"),
        ("2024年①", "无法将“2024年①”读作年份：第6个字符“①”不应出现"),
        ("截至2024年6月", "无法将“2024年6月”读作年份：第6个字符“6”不应出现"),
        ("2023-2024年平均", "无法将“2024年平均”读作年份：第6个字符“平”不应出现"),
        ("2024学年度", "无法将“2024学年度”读作时间：学年应写明起止两年，如2023-2024学年"),
    ] {
        assert_eq!(text.parse::<Period>().unwrap_err().zh(), wrong);
    }
}

// What a reader cannot see is named by its number, and a blank between digits is what is wrong there.
#[test]
fn what_cannot_be_seen_is_named() {
    for (text, right) in [
        ("97.3%\u{200b}", "第6个字符“U+200B”不应出现"),
        ("\u{feff}97.3", "第1个字符“U+FEFF”不应出现"),
        ("1\u{a0}234", "第2个字符“U+00A0”不应出现"),
        ("1 234", "第2个字符“ ”不应出现"),
    ] {
        assert!(wrong(text).ends_with(right), "{}", wrong(text));
    }
}

// Items of several levels, and marks behind the unit, are no part of a name; an age is.
#[test]
fn numbers_of_items_and_marks() {
    let catalogue = Catalogue::hangjin();
    for (text, id) in [
        ("1.1婴儿死亡率", "infant-mortality-rate"),
        ("1．2．3 婴儿死亡率（‰）*", "infant-mortality-rate"),
        ("5岁以下儿童死亡率", "under-5-mortality-rate"),
    ] {
        assert_eq!(
            catalogue.read_name(text).map(|read| read.card.id.to_string()),
            Ok(id.to_owned()),
            "{text}"
        );
    }
    // What may be an age is no item.
    assert!(catalogue.read_name("2.1.5岁以下儿童死亡率").is_err());
}

// The kinds that an own plan names are read by its Chinese names, in rows, rosters and its own targets.
#[test]
fn kinds_of_units_of_an_own_plan() {
    use dabiao::plan::{Plan, UnitKind};
    let hangjin = Catalogue::hangjin();
    let street = UnitKind {
        id: "street".into(),
        zh: "街道办事处".into(),
        en: "street".into(),
        en_plural: "streets".into(),
    };
    let plan = Plan {
        id: "ours".into(),
        unit_kinds: vec![street].into(),
        ..hangjin.plan("children").unwrap().clone()
    };
    let target = dabiao::Target {
        id: "ours.immunisation".into(),
        plan: "ours".into(),
        scope: dabiao::plan::Scope::EveryUnit("街道办事处".into()),
        ..hangjin.target("children.health.g6.immunisation-coverage").unwrap().clone()
    };
    let mut catalogue = hangjin.clone();
    catalogue.add(plan, vec![], vec![target]).unwrap();
    assert_eq!(
        catalogue.target("ours.immunisation").unwrap().scope,
        dabiao::plan::Scope::EveryUnit("street".into())
    );
    assert_eq!(&*catalogue.read_unit_kind("街道办事处 "), "street");
    let row = Record {
        indicator: "适龄儿童免疫规划疫苗接种率",
        unit_kind: "街道办事处",
        unit_id: "一街",
        period: "2024",
        value: "95",
        ..Record::default()
    };
    let roster = Roster::new("街道办事处", Year::literal(2024), ["一街"]);
    let data = catalogue.data([row.read(&catalogue).unwrap()]).with_rosters([roster]);
    assert_eq!((data.findings(), data.unused()), ([].as_slice(), 0));
    let report = data.only_area().unwrap().report(Year::literal(2024)).unwrap();
    assert_eq!(report.row("ours.immunisation").unwrap().assessment().outcome, Outcome::Met);
}

// Rosters that write an area in two ways are those of the rows' area.
#[test]
fn areas_of_rosters_are_those_of_the_rows() {
    let row = Record {
        indicator: "适龄儿童免疫规划疫苗接种率",
        area: "Ａ1",
        unit_kind: "苏木镇",
        unit_id: "甲镇",
        period: "2024",
        value: "95",
        ..Record::default()
    };
    let rosters = |areas: [&'static str; 2]| {
        let names = ["甲镇", "乙镇"];
        areas
            .into_iter()
            .zip(names)
            .map(|(area, name)| Roster::new("乡镇", Year::literal(2024), [name]).in_area(area))
    };
    for areas in [["A1", "a1"], ["a1", "Ａ１"], ["Ａ1", "A1 "]] {
        let catalogue = Catalogue::hangjin();
        let data = catalogue.data([read(row).unwrap()]).with_rosters(rosters(areas));
        assert_eq!(data.findings(), [], "{areas:?}");
        let report = data.area("a1").unwrap().report(Year::literal(2024)).unwrap();
        let units = report
            .row("children.health.g6.immunisation-coverage")
            .unwrap()
            .assessment()
            .units
            .clone()
            .unwrap();
        assert_eq!((units.passed, units.not_reported), (1, vec!["乙镇".into()]), "{areas:?}");
    }
}
