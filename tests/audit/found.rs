//! How a finding names its cells: which column, whose indicator, which source; and what lies at the edge of what is found.

use dabiao::data::{AuditCell, AuditColumn, AuditGroup};
use dabiao::plan::AuditLevel;
use dabiao::{Catalogue, Record, Roster, Year};

use super::{Sheet, broken};

fn row<'a>(indicator: &'a str, period: &'a str, value: &'a str) -> Record<'a> {
    Record { indicator, period, value, ..Record::default() }
}

/// The cells of the only finding.
#[track_caller]
fn cells(sheet: &Sheet, relation: &str) -> Vec<AuditCell> {
    sheet.assert_found(&[relation]);
    broken(&sheet.audit()).map(|broken| broken.cells.clone()).next().expect("a finding")
}

// 3.1‰ beside 2 of 700: the values are compared, and neither of the two is a number of cases.
#[test]
fn a_printed_rate_beside_counts_is_a_value() {
    let sheet =
        Sheet::default().told("新生儿死亡率", "2024", "3.1‰").counted("婴儿死亡率", "2024", "2", "700");
    let found = cells(&sheet, "neonatal-within-infant-deaths");
    assert_eq!(
        found.iter().map(|cell| cell.column).collect::<Vec<_>>(),
        [AuditColumn::Value, AuditColumn::Counts]
    );
}

// Those to be treated are those found infected by the test: the one stands below the line, the other above it.
#[test]
fn each_side_is_named_by_its_own_column() {
    let sheet = Sheet::default().counted("梅毒孕产妇感染者治疗率", "2024", "4", "5").counted(
        "孕产妇梅毒检测率",
        "2024",
        "4",
        "700",
    );
    let audit = sheet.audit();
    let infected = broken(&audit).find(|broken| broken.relation == "syphilis-infected-within-tested");
    let columns =
        infected.expect("found").cells.iter().map(|cell| (cell.column, &*cell.value)).collect::<Vec<_>>();
    assert_eq!(columns, [(AuditColumn::Denominator, "5"), (AuditColumn::Numerator, "4")]);
}

#[test]
fn a_rate_and_its_counts_each_have_their_source() {
    let rate = Record { source: "年报", ..row("新生儿死亡率", "2024", "3.0‰") };
    let counts =
        Record {
            source: "台账", numerator: "4", denominator: "1000", ..row("新生儿死亡率", "2024", "")
        };
    let found = cells(&Sheet::default().row(rate).row(counts), "rate-and-counts");
    assert_eq!(
        found.iter().map(|cell| cell.source.as_deref()).collect::<Vec<_>>(),
        [Some("年报"), Some("台账")]
    );
}

// The figure for women has an indicator of its own, and stands beside that of men and the whole all the same.
#[test]
fn women_who_have_an_indicator_of_their_own() {
    let told = |both| {
        let men = Record { sex: "男", ..row("职工职业病发病率", "2024", "9.0") };
        Sheet::default()
            .told("职工职业病发病率", "2024", both)
            .told("女职工职业病发病率", "2024", "7.0")
            .row(men)
    };
    told("8.0").assert_found(&[]);
    let found = cells(&told("9.2"), "between-parts");
    let named = found.iter().map(|cell| (&*cell.indicator, &*cell.value)).collect::<Vec<_>>();
    const BOTH: &str = "occupational-disease-incidence";
    assert_eq!(named, [(BOTH, "9.2"), ("female-occupational-disease-incidence", "7.0"), (BOTH, "9.0")]);
}

// Which persons are of unknown sex is not known: fewer cases in the parts are to be looked at, more of either number are wrong.
#[test]
fn more_in_the_parts_than_in_the_whole_is_wrong() {
    let level = |women: [&'static str; 2], men: [&'static str; 2]| {
        let counts = |sex, [numerator, denominator]: [&'static str; 2]| Record {
            sex,
            numerator,
            denominator,
            ..row("新生儿访视率", "2024", "")
        };
        let sheet =
            Sheet::default().row(counts("", ["690", "700"])).row(counts("女", women)).row(counts("男", men));
        broken(&sheet.audit()).map(|broken| (broken.relation.to_string(), broken.level)).collect::<Vec<_>>()
    };
    let sum = |level| vec![("sum-of-parts".to_owned(), level)];
    assert_eq!(level(["340", "345"], ["351", "355"]), sum(AuditLevel::Must));
    assert_eq!(level(["339", "345"], ["350", "355"]), sum(AuditLevel::Should));
    assert_eq!(level(["340", "345"], ["349", "356"]), sum(AuditLevel::Must));
    // Women and men are not each counted over all, as deaths at every age are.
    assert_eq!(level(["340", "700"], ["350", "700"]), sum(AuditLevel::Must));
}

// A change is counted from one year to the next within one definition, also from the year in which it began.
#[test]
fn a_definition_holds_from_its_own_year_on() {
    let new =
        Record {
            break_before: "yes", numerator: "2", denominator: "1000", ..row("婴儿死亡率", "2023", "")
        };
    Sheet::default().row(new).counted("婴儿死亡率", "2024", "2", "699").assert_found(&["live-births-change"]);
}

// From 0.1 to 30‰, or 0: at most 0.05 may be 0.
#[test]
fn what_may_be_zero_is_plausible() {
    Sheet::default().told("新生儿死亡率", "2024", "≤0.05‰").assert_found(&[]);
    Sheet::default().told("新生儿死亡率", "2024", "0.04‰").assert_found(&["range.neonatal-mortality-rate"]);
}

// Who drops out is not retained; 100.0 may have been 99.96.
#[test]
fn a_consequence_at_its_bound() {
    let told = |retained: &str| {
        Sheet::default().told("girls-dropping-out", "2023-2024学年", "3").told(
            "girls-compulsory-education-retention-rate",
            "2023-2024学年",
            retained,
        )
    };
    told("100.0%").assert_found(&[]);
    told("100.1%").assert_found(&["drop-outs-and-retention"]);
    // As counts it is all of them.
    let counted = |retained| {
        Sheet::default().told("girls-dropping-out", "2023-2024学年", "3").counted(
            "girls-compulsory-education-retention-rate",
            "2023-2024学年",
            retained,
            "400",
        )
    };
    counted("399").assert_found(&[]);
    counted("400").assert_found(&["drop-outs-and-retention"]);
}

// One township in words, by its letter and by its name; a township alone makes one township.
#[test]
fn units_in_words() {
    let said = |ids: &[&'static str], whole: &str| {
        let sheet = Sheet::default().counted("新生儿访视率", "2024", whole, "80").roster(Roster::new(
            "township",
            Year::literal(2024),
            ids.iter().copied(),
        ));
        let unit = |unit_id| Record {
            unit_kind: "township",
            unit_id,
            numerator: "70",
            denominator: "80",
            ..row("新生儿访视率", "2024", "")
        };
        let sheet = ids.iter().fold(sheet, |sheet, id| sheet.row(unit(*id)));
        let audit = sheet.audit();
        let kind = &audit.findings().first().expect("a finding").kind;
        (kind.zh(), kind.to_string())
    };
    let (zh, en) = said(&["A"], "71");
    assert!(zh.contains("（1个苏木镇）") && en.contains("2024, 1 township, numerator = 70"), "{zh} {en}");
    let told = |unit_id| {
        let of = |period, value| Record {
            unit_kind: "township",
            unit_id,
            ..row("孕产妇贫血患病率", period, value)
        };
        let audit = Sheet::default().row(of("2023", "1.1%")).row(of("2024", "12.0%")).audit();
        let kind = &audit.findings().first().expect("a jump").kind;
        (kind.zh(), kind.to_string())
    };
    let (zh, en) = told("A");
    assert!(zh.contains("（苏木镇A）") && en.contains("2024, township A"), "{zh} {en}");
    let (zh, en) = told("锡尼镇");
    assert!(zh.contains("（锡尼镇）") && en.contains("2024, township 锡尼镇"), "{zh} {en}");
}

// A unit that is on no roster takes no part in the sum, and stands in the way of none.
#[test]
fn a_stranger_among_the_units_changes_no_sum() {
    let told = |whole: &str| {
        let unit = |unit_id, numerator| Record {
            unit_kind: "township",
            unit_id,
            numerator,
            denominator: "40",
            ..row("新生儿访视率", "2024", "")
        };
        Sheet::default()
            .counted("新生儿访视率", "2024", whole, "80")
            .roster(Roster::new("township", Year::literal(2024), ["b", "d"]))
            .row(unit("a", "30"))
            .row(unit("b", "31"))
            .row(unit("c", "32"))
            .row(unit("d", "33"))
    };
    told("64").assert_found(&[]);
    told("65").assert_found(&["sum-of-units"]);
}

// A unit is found on its roster whatever units another indicator has told of before.
#[test]
fn a_unit_that_another_indicator_does_not_have() {
    let told = |own, other, whole: &str| {
        let unit = |indicator, unit_id| Record {
            unit_kind: "township",
            unit_id,
            numerator: "30",
            denominator: "40",
            ..row(indicator, "2024", "")
        };
        Sheet::default()
            .counted(own, "2024", whole, "40")
            .roster(Roster::new("township", Year::literal(2024), ["a"]))
            .row(unit(other, "b"))
            .row(unit(own, "a"))
    };
    let (visits, teaching) = ("新生儿访视率", "高中阶段毛入学率");
    for (own, other) in [(visits, teaching), (teaching, visits)] {
        told(own, other, "30").assert_found(&[]);
        told(own, other, "31").assert_found(&["sum-of-units"]);
    }
}

// A group of findings is called by the relation, with the indicator where that does not name it.
#[test]
fn groups_are_named_with_their_indicators() {
    let named = |sheet: &Sheet| {
        sheet
            .audit()
            .groups()
            .into_iter()
            .map(|AuditGroup { zh, en, .. }| (zh.to_string(), en.to_string()))
            .collect::<Vec<_>>()
    };
    let ranges =
        named(&Sheet::default().told("新生儿死亡率", "2024", "120‰").told("新生儿死亡率", "2022", "130‰"));
    let [(zh, en), ..] = &ranges[..] else { panic!("{ranges:?}") };
    assert!(zh.ends_with("（新生儿死亡率）") && en.ends_with(" (neonatal mortality rate)"), "{zh} {en}");
    // What several indicators have in common is named by its words.
    let same = named(&Sheet::default().counted("孕产妇死亡率", "2024", "0", "720").counted(
        "婴儿死亡率",
        "2024",
        "2",
        "700",
    ));
    assert_eq!(same[0].0, "以活产数为分母的各项，活产数一致");
    // A gap and its parts are two indicators, and any indicator may have one.
    let part = |residence, value| Record { residence, ..row("婴儿死亡率", "2024", value) };
    let gap = Sheet::default().told("婴儿死亡率城乡差距", "2024", "1.2");
    let gap = named(&gap.row(part("城镇", "3.1‰")).row(part("农村牧区", "4.6‰")));
    assert!(gap[0].0.ends_with("（婴儿死亡率城乡差距）"), "{gap:?}");
}

// Each area has its own printed rates that their counts do not give.
#[test]
fn printed_rates_of_several_areas() {
    let catalogue = Catalogue::hangjin();
    let read = |area, numerator| {
        let row =
            Record { area, numerator, denominator: "1000", ..row("新生儿死亡率", "2024", "3.0‰") };
        row.read(&catalogue).expect("a readable row")
    };
    let data =
        catalogue.data([read("150621", "5"), read("150622", "3"), read("150623", "4"), read("150625", "6")]);
    for (area, counts) in
        [("150621", Some("5/1000")), ("150622", None), ("150623", Some("4/1000")), ("150625", Some("6/1000"))]
    {
        let audit = data.area(area).expect("an area").audit();
        let found = broken(&audit).map(|broken| broken.cells[1].value.as_str()).collect::<Vec<_>>();
        assert_eq!(found, counts.into_iter().collect::<Vec<_>>(), "{area}");
    }
}

// What must hold stands before what should; then by the relation's id and by cell, however the sentences begin.
#[test]
fn findings_stand_in_order() {
    let sheet = Sheet::default()
        .counted("婴儿死亡率", "2022", "3", "1000")
        .counted("5岁以下儿童死亡率", "2022", "2", "1000")
        .counted("婴儿死亡率", "2023", "3", "300")
        .counted("5岁以下儿童死亡率", "2023", "3", "290")
        .counted("婴儿死亡率", "2024", "5", "310")
        .counted("5岁以下儿童死亡率", "2024", "4", "310");
    let audit = sheet.audit();
    let order: Vec<_> = broken(&audit)
        .map(|broken| (broken.level, &*broken.relation, broken.cells[0].period.year().number()))
        .collect();
    let deaths = "infant-within-under-5-deaths";
    assert_eq!(
        order,
        [
            (AuditLevel::Must, deaths, 2022),
            (AuditLevel::Must, deaths, 2024),
            (AuditLevel::Must, "live-births", 2023),
            (AuditLevel::Should, "live-births-change", 2023),
        ]
    );
}
