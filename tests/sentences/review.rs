//! What readers of the first reports asked for, where no page shows it: one test for each kind.

use dabiao::{
    Catalogue, Evaluator, Language, Rule, Standing, Year,
    plan::{Better, IndicatorKind},
    text,
    values::Unit,
};

use crate::county::{asking, at_least, coverage, every_year, kept, named};
use crate::scene::year;

const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

/// 2011年无数据，2012年无数据… is one span of years.
#[test]
fn years_that_follow_each_other_are_a_span() {
    let row = coverage(at_least("90")).within(every_year()).told(2024, "92").row(2024);
    let [zh, en] = LANGUAGES.map(|language| text::sentence(&row, language) + &text::standing(&row, language));
    assert!(!zh.contains("2021、2022") && !zh.contains("2021年无数据"), "{zh}");
    assert!(!en.contains("2021, 2022"), "{en}");
    let row = coverage(at_least("90")).within(kept()).series(2021, "80 81 82 91").row(2024);
    let [zh, en] = LANGUAGES.map(|language| text::standing(&row, language));
    assert!(zh.contains("2021—2023年"), "{zh}");
    assert!(en.contains("2021–2023"), "{en}");
}

/// 保持达标 beside 此前未达到: met for the first time, or met again.
#[test]
fn met_for_the_first_time_and_met_again() {
    let first = coverage(at_least("90")).within(kept()).series(2021, "85 86 91").row(2023);
    let [zh, en] = LANGUAGES.map(|language| text::standing(&first, language));
    assert!(zh.contains("首次达到") && en.contains("met for the first time"), "{zh} {en}");
    let again = coverage(at_least("90")).within(kept()).series(2021, "91 86 92").row(2023);
    assert_eq!(again.judgement.standing, Standing::Recovered);
    let [zh, en] = LANGUAGES.map(|language| text::standing(&again, language));
    assert!(zh.contains("恢复达标") && !zh.contains("首次"), "{zh}");
    assert!(en.contains("recovered"), "{en}");
}

/// The year that a change is measured from is no year in which it was missed.
#[test]
fn the_base_of_a_change_is_no_broken_year() {
    let since = Rule::ChangedBy { value: "20".parse().unwrap(), better: Better::Lower, since: year(2020) };
    let scene = named(asking(Unit::Count, IndicatorKind::ValueOnly, None, since), "机构数", "institutions");
    let row = scene.within(every_year()).series(2020, "10 9 9 7").row(2023);
    assert!(row.assessment().broken_years().all(|year| year > Year::literal(2020)));
    let zh = text::standing(&row, Language::Chinese);
    assert!(!zh.contains("2020年未达到") && !zh.contains("2020、"), "{zh}");
}

/// Things are counted by their own measure words.
#[test]
fn each_indicator_has_its_measure_word() {
    let catalogue = Catalogue::hangjin();
    for (indicator, value, zh, en) in [
        ("每千名儿童拥有儿科床位数", "2.20", "2.20张", "2.20 beds"),
        ("违规发布的母乳代用品广告数", "0", "0条", "substitutes: 0"),
        ("办理涉及未成年人案件的专门机构或专门人员数", "2", "2", "2"),
        ("查处的使用童工件数", "0", "0件", "child labour: 0"),
    ] {
        let record = dabiao::Record { indicator, period: "2024", value, ..dabiao::Record::default() };
        let data = catalogue.data([record.read(&catalogue).unwrap()]);
        let report = Evaluator::new(&catalogue).report(data.area_or_empty(""), year(2024)).unwrap();
        let row = report.rows.iter().find(|row| row.indicator.zh == *indicator).unwrap();
        assert!(
            text::sentence(row, Language::Chinese).contains(zh),
            "{}",
            text::sentence(row, Language::Chinese)
        );
        assert!(
            text::sentence(row, Language::English).contains(en),
            "{}",
            text::sentence(row, Language::English)
        );
    }
}
