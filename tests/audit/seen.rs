//! The cases that an audit was asked to find, each in both languages.

use dabiao::data::FindingKind;
use dabiao::plan::AuditLevel;
use dabiao::{Record, Roster, Year};

use super::{Sheet, broken};

/// What the only finding says, in Chinese and English.
#[track_caller]
fn said(sheet: &Sheet) -> (String, String) {
    let audit = sheet.audit();
    let [finding] = audit.findings() else { panic!("{:#?}", audit.findings()) };
    (finding.kind.zh(), finding.kind.to_string())
}

#[test]
fn more_neonates_than_infants_die() {
    let sheet = Sheet::default().told("新生儿死亡率", "2024", "3.1‰").told("婴儿死亡率", "2024", "2.9‰");
    let (zh, en) = said(&sheet);
    assert_eq!(
        zh,
        "差错：新生儿死亡数（率）不高于婴儿死亡数（率）；新生儿死亡率2024年3.1‰（rows.csv:2，“数值”列），\
         婴儿死亡率2024年2.9‰（rows.csv:3，“数值”列）；请核对两处，前者应不大于2.9"
    );
    assert_eq!(
        en,
        "error: neonatal deaths cannot exceed infant deaths; found neonatal mortality rate 2024 = 3.1‰ (rows.csv:2, column `value`); \
         infant mortality rate 2024 = 2.9‰ (rows.csv:3, column `value`); check both figures; the first should be at most 2.9"
    );
}

#[test]
fn births_differ_between_two_rows() {
    let sheet = Sheet::default().counted("孕产妇死亡率", "2024", "0", "720").counted(
        "婴儿死亡率",
        "2024",
        "2",
        "700",
    );
    let (zh, en) = said(&sheet);
    assert_eq!(
        zh,
        "差错：以活产数为分母的各项，活产数一致；婴儿死亡率2024年分母700（rows.csv:3，“分母”列），\
         孕产妇死亡率2024年分母720（rows.csv:2，“分母”列）；两数应相同，请改正有误的一处"
    );
    assert!(
        en.contains("infant mortality rate 2024, denominator = 700 (rows.csv:3, column `denominator`)"),
        "{en}"
    );
    // A third row shows which one is wrong.
    let (zh, _) = said(&sheet.counted("5岁以下儿童死亡率", "2024", "3", "700"));
    assert!(
        zh.contains("孕产妇死亡率2024年分母720（rows.csv:2，“分母”列），婴儿死亡率2024年分母700"),
        "{zh}"
    );
    assert!(zh.ends_with("请改正前者：其他各项多为700"), "{zh}");
}

// More than all cannot be: that cell is refused where it is read, and nothing is held against it again.
#[test]
fn more_treated_than_infected() {
    let sheet = Sheet::default().counted("梅毒孕产妇感染者治疗率", "2024", "5", "4");
    let catalogue = dabiao::Catalogue::hangjin();
    let data = sheet.data(&catalogue);
    let [finding] = data.findings() else { panic!("{:?}", data.findings()) };
    assert!(matches!(finding.kind, FindingKind::NumeratorAboveDenominator { .. }));
    assert_eq!(finding.kind.zh(), "分子大于分母（5/4）；请核对两个数");
    assert_eq!(finding.kind.to_string(), "the numerator is above the denominator (5/4); check both");
    sheet.assert_found(&[]);
    // And the infected are among the tested.
    let sheet = Sheet::default().counted("梅毒孕产妇感染者治疗率", "2024", "4", "5").counted(
        "孕产妇梅毒检测率",
        "2024",
        "4",
        "700",
    );
    sheet.assert_found(&["syphilis-infected-within-tested", "range.maternal-syphilis-testing-rate"]);
}

#[test]
fn more_good_than_passed() {
    let good = "中小学生国家学生体质健康标准达标优良率";
    let pass = "中小学生国家学生体质健康标准达标合格率";
    let sheet = Sheet::default().told(good, "2023-2024学年", "61%").told(pass, "2023-2024学年", "58%");
    let (zh, en) = said(&sheet);
    assert!(zh.starts_with("差错：优良人数（率）不高于合格人数（率）；"), "{zh}");
    assert!(zh.contains("2023-2024学年61%"), "{zh}");
    assert!(en.starts_with("error: good fitness results cannot outnumber passes; "), "{en}");
    Sheet::default().told(good, "2023-2024学年", "58%").told(pass, "2023-2024学年", "58%").assert_found(&[]);
}

fn township<'a>(id: &'a str, numerator: &'a str, denominator: &'a str) -> Record<'a> {
    let (unit_kind, unit_id) = ("township", id);
    Record {
        indicator: "婴儿死亡率",
        period: "2024",
        unit_kind,
        unit_id,
        numerator,
        denominator,
        ..Record::default()
    }
}

#[test]
fn the_banner_is_not_the_sum_of_its_townships() {
    let roster = || Roster::new("township", Year::literal(2024), ["锡尼", "巴拉贡"]);
    let told = |banner| {
        let sheet = Sheet::default().counted("婴儿死亡率", "2024", banner, "700").roster(roster());
        sheet.row(township("锡尼", "2", "500")).row(township("巴拉贡", "1", "200"))
    };
    told("3").assert_found(&[]);
    let (zh, en) = said(&told("4"));
    assert_eq!(
        zh,
        "差错：合计等于名录内全部单位之和；婴儿死亡率2024年分子4（rows.csv:2，“分子”列），\
         婴儿死亡率2024年（2个苏木镇）分子3；各部分之和为3，请改正有误的部分或合计"
    );
    assert!(en.ends_with("infant mortality rate 2024, 2 townships, numerator = 3; the parts add up to 3; correct the part or the total that is wrong"), "{en}");
    // What does not apply to a township adds nothing.
    let none =
        Record { status: "不适用", numerator: "", denominator: "", ..township("独贵塔拉", "", "") };
    let three = || Roster::new("township", Year::literal(2024), ["锡尼", "巴拉贡", "独贵塔拉"]);
    let of_three = |banner| {
        let sheet = Sheet::default().counted("婴儿死亡率", "2024", banner, "700").roster(three());
        sheet.row(township("锡尼", "2", "500")).row(township("巴拉贡", "1", "200")).row(none)
    };
    of_three("3").assert_found(&[]);
    of_three("4").assert_found(&["sum-of-units"]);
    // One township silent: nothing is known of the sum.
    let silent = Sheet::default().counted("婴儿死亡率", "2024", "4", "700").roster(roster());
    silent.row(township("锡尼", "2", "500")).assert_found(&[]);
}

#[test]
fn a_total_outside_town_and_country() {
    let told = |total, town, country| {
        let row = |residence, value| Record {
            indicator: "孕产妇死亡率",
            period: "2024",
            residence,
            value,
            ..Record::default()
        };
        Sheet::default().row(row("", total)).row(row("城镇", town)).row(row("农村牧区", country))
    };
    let (zh, en) = said(&told("16.1/10万", "12.5/10万", "15.9/10万"));
    assert!(zh.starts_with("差错：合计介于各部分的最低与最高之间；孕产妇死亡率2024年16.1/10万"), "{zh}");
    assert!(zh.ends_with("应在12.5–15.9之间，请改正有误的部分或合计"), "{zh}");
    assert!(en.contains("maternal mortality ratio 2024, rural = 15.9 per 100,000"), "{en}");
    told("15.9/10万", "12.5/10万", "15.9/10万").assert_found(&[]);
    // Within half a last digit on each side: 15.95 may be printed as 16.0, as 15.9 and as 16.
    told("16.0/10万", "12.5/10万", "15.9/10万").assert_found(&[]);
    told("16/10万", "12.5/10万", "15.9/10万").assert_found(&[]);
    told("15.96/10万", "12.5/10万", "15.9/10万").assert_found(&["between-parts"]);
}

#[test]
fn impossible_sizes() {
    for (indicator, value) in
        [("孕产妇系统管理率", "9999％"), ("孕产妇死亡率", "12‰"), ("婴儿死亡率", "4.0/10万")]
    {
        let (zh, en) = said(&Sheet::default().told(indicator, "2024", value));
        assert!(zh.starts_with("核实：数值在合理范围内；"), "{zh}");
        assert!(zh.contains("请核对数值、小数点和单位"), "{zh}");
        assert!(en.starts_with("to check: the value lies in a plausible range; "), "{en}");
    }
    let record = Record {
        indicator: "孕产妇系统管理率",
        period: "2024",
        value: "1.2万",
        unit: "%",
        ..Record::default()
    };
    Sheet::default().row(record).assert_found(&["range.maternal-systematic-management-rate"]);
    // No infant death at all is plausible.
    Sheet::default().told("婴儿死亡率", "2024", "0‰").assert_found(&[]);
    let deaths = Sheet::default().counted("婴儿死亡率", "2024", "823", "3");
    deaths.assert_found(&["events-within-exposure", "range.infant-mortality-rate"]);
    for finding in deaths.audit().findings() {
        let (zh, en) = (finding.zh(), finding.to_string());
        assert!(zh.starts_with("核实：") && zh.contains("婴儿死亡率2024年") && zh.contains("823"), "{zh}");
        assert!(zh.contains("rows.csv:2"), "{zh}");
        assert!(en.starts_with("to check: ") && en.contains("infant mortality rate 2024"), "{en}");
        assert!(en.contains("823") && en.contains("rows.csv:2"), "{en}");
    }
}

// One death of 20 births is 50‰ and no mistake; ten of 20 is.
#[test]
fn counts_leave_the_range_only_beyond_chance() {
    Sheet::default().counted("新生儿死亡率", "2024", "1", "20").assert_found(&[]);
    Sheet::default()
        .counted("新生儿死亡率", "2024", "10", "20")
        .assert_found(&["range.neonatal-mortality-rate"]);
    // At 30‰ of 700 births, 21 are expected: 36 come in 1.7 of 1,000 such years, 37 in 0.9.
    Sheet::default().counted("新生儿死亡率", "2024", "36", "700").assert_found(&[]);
    Sheet::default()
        .counted("新生儿死亡率", "2024", "37", "700")
        .assert_found(&["range.neonatal-mortality-rate"]);
}

#[test]
fn rounding_is_no_mistake() {
    let row = |value: &'static str, numerator: &'static str, denominator: &'static str| Record {
        indicator: "新生儿访视率",
        period: "2024",
        value,
        numerator,
        denominator,
        ..Record::default()
    };
    Sheet::default().row(row("14.3%", "1", "7")).assert_found(&[]);
    let (zh, en) = said(&Sheet::default().row(row("96.5%", "700", "720")));
    assert_eq!(
        zh,
        "差错：所填比率与分子分母算得的一致；新生儿访视率2024年96.5%（rows.csv:2，“数值”列），\
         新生儿访视率2024年700/720（rows.csv:2，“分子”“分母”列）；分子分母算得97.2222，按此评价；请核对比率和两个数"
    );
    assert!(en.contains("the counts give 97.2222, by which it is judged"), "{en}");
    Sheet::default().row(row("97.2%", "700", "720")).assert_found(&[]);
}

#[test]
fn negative_growth_is_no_jump() {
    // No built-in indicator may be negative, so the host brings one.
    use dabiao::plan::IndicatorCard;
    use dabiao::values::{Unit, Value};
    use dabiao::{Catalogue, Observation};
    let hangjin = Catalogue::hangjin();
    let plan = dabiao::plan::Plan { id: "ours".into(), ..hangjin.plan("women").expect("a plan").clone() };
    let model = hangjin.indicator("孕产妇系统管理率").expect("an indicator").clone();
    let card = IndicatorCard {
        id: "growth".into(),
        zh: "增长率".into(),
        en: "growth".into(),
        floor: "-100".parse().expect("a number"),
        ..model
    };
    let mut catalogue = Catalogue::hangjin();
    catalogue.add(plan, vec![card], vec![]).expect("a sound plan");
    let row = |year, value: &str| {
        Observation::new(
            "growth",
            Year::literal(year),
            Value::Number(value.parse().expect("a number")),
            Unit::Percent,
        )
    };
    let rows = [row(2022, "-5"), row(2023, "0.4"), row(2024, "6")];
    let audit = catalogue.data(rows).area_or_empty("").audit();
    assert_eq!(audit.findings(), []);
}

#[test]
fn a_slip_of_the_decimal_point() {
    let sheet = Sheet::default().told("新生儿访视率", "2023", "95.1%").told("新生儿访视率", "2024", "95.2%");
    sheet.assert_found(&[]);
    let sheet =
        Sheet::default().told("孕产妇死亡率", "2023", "15.1/10万").told("孕产妇死亡率", "2024", "151/10万");
    let (zh, en) = said(&sheet);
    assert!(zh.starts_with("核实：与上一个数相差不到十倍；孕产妇死亡率2024年151/10万（rows.csv:3，“数值”列），孕产妇死亡率2023年15.1"), "{zh}");
    assert!(
        en.ends_with("the two differ tenfold or more; check the decimal point and the unit of both"),
        "{en}"
    );
    // Four cases after none of them, or fewer than five, are chance.
    let few = |a, b| {
        Sheet::default().counted("婴儿死亡率", "2023", a, "7000").counted("婴儿死亡率", "2024", b, "7000")
    };
    few("4", "50").assert_found(&[]);
    few("5", "50").assert_found(&["jump"]);
    few("6", "59").assert_found(&[]);
}

#[test]
fn findings_are_grouped_and_counted() {
    let mut sheet = Sheet::default();
    for year in ["2021", "2022", "2023", "2024"] {
        sheet = sheet.told("新生儿死亡率", year, "3.1‰").told("婴儿死亡率", year, "2.9‰");
    }
    let audit = sheet.told("孕产妇死亡率", "2024", "900/10万").audit();
    let groups: Vec<(String, usize)> =
        audit.groups().into_iter().map(|group| (group.relation.to_string(), group.count)).collect();
    assert_eq!(
        groups,
        [("neonatal-within-infant-deaths".into(), 4), ("range.maternal-mortality-ratio".into(), 1)]
    );
    assert_eq!(broken(&audit).count(), 5);
    assert_eq!([AuditLevel::Must, AuditLevel::Should].map(|level| audit.count(level)), [4, 1]);
}

/// What a relation of any indicator found is told with the indicators, the first three by name (in the order of their ids); a relation that names its own is not
/// told with them again.
#[test]
fn groups_name_the_indicators_they_are_about() {
    let names = ["孕产妇死亡率", "婴儿死亡率", "5岁以下儿童死亡率", "新生儿死亡率"];
    let group = |count: usize| {
        let jumps = names[..count]
            .iter()
            .fold(Sheet::default(), |sheet, name| sheet.told(name, "2021", "0.5").told(name, "2022", "50"));
        let groups = jumps.audit().groups();
        groups.into_iter().find(|group| &*group.relation == "jump").unwrap()
    };
    let jump = "与上一个数相差不到十倍";
    assert_eq!(&*group(1).zh, format!("{jump}（孕产妇死亡率）"));
    let three = group(3);
    assert_eq!(
        (&*three.zh, three.count),
        (&*format!("{jump}（婴儿死亡率、孕产妇死亡率、5岁以下儿童死亡率）"), 3)
    );
    let four = group(4);
    assert_eq!(
        (&*four.zh, four.count),
        (&*format!("{jump}（婴儿死亡率、孕产妇死亡率、新生儿死亡率等4项）"), 4)
    );
    assert!(four.en.ends_with(" and 1 more)"), "{}", four.en);
    let above =
        Sheet::default().told("新生儿死亡率", "2024", "3.1‰").told("婴儿死亡率", "2024", "2.9‰").audit();
    let above = above.groups().swap_remove(0);
    assert!(!above.zh.contains("（新生儿死亡率"), "{}", above.zh);
}
