//! The words for changes, one kind of number after the other.

use dabiao::text::{self, RateChange, TextStyle};
use dabiao::{
    Language, Rule,
    data::Status,
    judge::Method,
    plan::{Better, Calendar, Gap, GapMeasure, IndicatorKind, Qualifier, Timing},
    report::Row,
    values::Unit,
};

use crate::county::{asking, at_least, at_most, coverage, deaths, every_year, named, townships};
use crate::scene::{Scene, year};

fn of(unit: Unit, rule: Rule, cells: &str) -> Scene {
    asking(unit, IndicatorKind::ValueOnly, None, rule).series(2022, cells)
}

fn said(scene: &Scene) -> [String; 2] {
    let row = scene.row(2023);
    crate::check::check(&row).unwrap_or_else(|wrong| panic!("{wrong}"));
    [Language::Chinese, Language::English].map(|language| text::change(&row, language).unwrap_or_default())
}

#[track_caller]
fn assert_said(scene: &Scene, zh: &str, en: &str) {
    assert_eq!(said(scene), [zh, en]);
}

#[test]
fn each_unit_in_its_habit() {
    let up = |unit, cells: &str, zh: &str, en: &str| assert_said(&of(unit, at_least("1"), cells), zh, en);
    up(
        Unit::Percent,
        "91.3 93.5",
        "比2022年提高2.2个百分点（好转）",
        "up 2.2 percentage points from 2022 (better)",
    );
    up(
        Unit::PerMille,
        "4.5 4.0",
        "比2022年下降0.5个千分点（变差）",
        "down 0.5 per mille points from 2022 (worse)",
    );
    up(Unit::Per100k, "15.1 14.3", "比2022年下降5.3%（变差）", "down 5.3% from 2022 (worse)");
    up(
        Unit::Per1000,
        "0.64 0.78",
        "比2022年增加0.14/千人（好转）",
        "up 0.14 per 1,000 persons from 2022 (better)",
    );
    up(Unit::Count, "8 9", "比2022年增加1个，增长12.5%（好转）", "up 1 (12.5%) from 2022 (better)");
    up(Unit::Persons, "8 6", "比2022年减少2人，下降25%（变差）", "down 2 persons (25%) from 2022 (worse)");
    up(
        Unit::Yuan,
        "20000 21500",
        "比2022年增加1500元，增长7.5%（好转）",
        "up 1500 yuan (7.5%) from 2022 (better)",
    );
    up(Unit::Years, "80.1 80.88", "比2022年提高0.78岁（好转）", "up 0.78 years from 2022 (better)");
    up(Unit::SchoolYears, "9.4 9.5", "比2022年提高0.1年（好转）", "up 0.1 years from 2022 (better)");
    up(Unit::HoursPerDay, "8.5 8", "比2022年减少0.5小时（变差）", "down 0.5 hours a day from 2022 (worse)");
    up(Unit::Percent, "93.5 93.50", "与2022年持平", "unchanged from 2022");
    up(
        Unit::Percent,
        "93.5 93.500001",
        "比2022年提高0.000001个百分点（好转）",
        "up 0.000001 percentage points from 2022 (better)",
    );
    up(Unit::Per100k, "100000 0.001", "比2022年下降99.999999%（变差）", "down 99.999999% from 2022 (worse)");
}

/// A difference between women and men that shall narrow.
fn gap_of_sexes(cells: &str) -> Scene {
    let falls = Rule::Improves { better: Better::Lower, qualifier: Qualifier::Plain };
    let mut gap = of(Unit::PercentagePoints, falls, cells);
    gap.cards[0].gap = Some(Gap {
        of: "ref".into(),
        between: dabiao::plan::Between::Sexes,
        unit_kind: None,
        measure: GapMeasure::Difference,
    });
    gap.cards.push(crate::scene::card("ref", Unit::Percent, "0", Some("100"), Calendar::Year));
    gap
}

#[test]
fn the_word_follows_the_movement() {
    let rate = |cells: &str| of(Unit::Percent, at_most("10"), cells);
    assert_said(&rate("8 9"), "比2022年上升1个百分点（变差）", "up 1 percentage point from 2022 (worse)");
    assert_said(&rate("9 8"), "比2022年下降1个百分点（好转）", "down 1 percentage point from 2022 (better)");
    let gap = gap_of_sexes("4.3 2.76");
    assert_said(&gap, "比2022年缩小1.54个百分点（好转）", "down 1.54 percentage points from 2022 (better)");
    let watched = of(Unit::Percent, Rule::Monitored, "8 9");
    assert_said(&watched, "比2022年上升1个百分点", "up 1 percentage point from 2022");
}

// Per cent of nothing is nothing, and of everything lost nobody speaks.
#[test]
fn across_zero_there_is_no_per_cent() {
    let died = |cells: &str| deaths(at_most("12")).series(2022, cells);
    assert_said(&died("0 14.3"), "比2022年上升14.3/10万（变差）", "up 14.3 per 100,000 from 2022 (worse)");
    assert_said(&died("14.3 0"), "比2022年下降14.3/10万（好转）", "down 14.3 per 100,000 from 2022 (better)");
    assert_said(&of(Unit::Count, at_least("1"), "0 3"), "比2022年增加3个（好转）", "up 3 from 2022 (better)");
    let points = TextStyle::new(Language::Chinese).rate_change(RateChange::Points);
    let row = died("15.1 14.3").row(2023);
    assert_eq!(text::change(&row, points).unwrap(), "比2022年下降0.8/10万（好转）");
}

#[test]
fn no_death_is_told_as_no_death() {
    let row = deaths(at_most("12")).series(2022, "1/823 0/790").row(2023);
    crate::check::check(&row).unwrap();
    let zh = text::sentence(&row, Language::Chinese);
    assert!(zh.starts_with("未发生孕产妇死亡（0/790），比2022年下降121.5/10万（好转），实现了"), "{zh}");
    let en = text::sentence(&row, Language::English);
    assert!(
        en.starts_with(
            "No maternal deaths recorded (0/790), down 121.5 per 100,000 from 2022 (better); target met"
        ),
        "{en}"
    );
    // A share of nothing stays a share.
    let row = coverage(at_least("90")).series(2022, "0 0").row(2023);
    assert!(text::sentence(&row, Language::Chinese).starts_with("筛查率0%，与2022年持平，尚未实现"));
}

#[test]
fn the_value_before_may_lie_years_back_or_behind_a_break() {
    let scene = coverage(at_least("90")).series(2019, "80 · · · 85");
    assert_said(&scene, "比2019年提高5个百分点（好转）", "up 5 percentage points from 2019 (better)");
    assert_said(
        &scene.redefined(),
        "2023年起口径变化，与此前不可比",
        "definition changed in 2023, not comparable with earlier values",
    );
    assert_eq!(said(&coverage(at_least("90")).told(2023, "85")), ["", ""]);
    // Between two ends there is no change to tell: the exact value before is named with its year.
    let scene = coverage(at_least("90")).series(2020, "80 ? · 85");
    assert_said(&scene, "比2020年提高5个百分点（好转）", "up 5 percentage points from 2020 (better)");
    let mut term = coverage(at_least("30")).within(Timing::EveryTerm { from: year(2021), due: year(2030) });
    term.cards[0].calendar = Calendar::Term;
    let term = term.told(2017, "21").told(2022, "28.1");
    assert_said(
        &term,
        "比上届（2017年）提高7.1个百分点（好转）",
        "up 7.1 percentage points from the previous term (2017) (better)",
    );
}

// What a table of 基期, 上年, 本年 and 增减 needs stands in the row, exactly.
#[test]
fn the_values_beside_the_judged_one_are_facts_of_the_row() {
    let row = coverage(at_least("90")).series(2018, "70 · 80 · 81.5 83").row(2023);
    let wire = serde_json::to_value(&row).unwrap();
    assert_eq!(wire["baseline"], serde_json::json!({ "year": 2020, "value": "80" }));
    assert_eq!(wire["previous"], serde_json::json!({ "year": 2022, "value": "81.5" }));
    assert!(wire.get("redefined").is_none());
    let broken = coverage(at_least("90")).series(2020, "80 · 81.5 83").redefined().row(2023);
    let wire = serde_json::to_value(&broken).unwrap();
    assert_eq!(wire["baseline"], serde_json::json!({ "year": 2023, "value": "83" }));
    assert_eq!((wire.get("previous"), &wire["redefined"]), (None, &serde_json::json!(2023)));
    // Without a value of the year it is the last one there is.
    let not_reported = coverage(at_least("90")).series(2020, "80 81 ?").row(2022);
    assert_eq!(not_reported.judgement.previous.unwrap().year, year(2021));
}

// A direction says its baseline once.
#[test]
fn a_direction_from_the_value_before() {
    let rises = Rule::Improves { better: Better::Higher, qualifier: Qualifier::Gradually };
    let sentence =
        |cells: &str, at| text::sentence(&coverage(rises).series(2020, cells).row(at), Language::Chinese);
    assert_eq!(
        sentence("50 51", 2021),
        "筛查率51%，比2020年（50%）提高1个百分点，符合“达到”的要求（逐步提高）。"
    );
    assert_eq!(
        sentence("50 53 52", 2022),
        "筛查率52%，比2020年（50%）提高2个百分点，符合“达到”的要求（逐步提高），但比2021年下降1个百分点（变差）。"
    );
    // Met is what the bound of a growth rule says, and the baseline is not that bound.
    let slower = coverage(Rule::RisesSlower).series(2015, "10 · · · · 15 · · 17").row(2023);
    assert_eq!(
        text::sentence(&slower, Language::English),
        "Screening rate: 17%, up 2 percentage points from 2020 (15%); on track (to rise more slowly, <18%), \
         1 percentage point below the target value."
    );
}

#[test]
fn digits_enough_to_agree_with_the_verdict() {
    let zh = |scene: Scene| text::sentence(&scene.row(2024), Language::Chinese);
    let near = |value: &str| zh(coverage(at_least("90")).told(2024, value));
    assert_eq!(
        near("89.9999999"),
        "筛查率89.9999999%，尚未实现“达到”的目标（≥90%），比目标值低0.0000001个百分点，按修约值比较法为达标。"
    );
    assert_eq!(near("90.0"), "筛查率90.0%，实现了“达到”的目标（≥90%），正好达到目标值。");
    let counted = zh(coverage(Rule::All).told(2024, "9999999/10000000"));
    assert!(counted.starts_with("筛查率99.99999%（9999999/10000000），尚未实现"), "{counted}");
    let few = zh(deaths(at_most("12")).told(2024, "1/9999999999999"));
    assert!(few.starts_with("孕产妇死亡率0.00000001/10万（1/9999999999999），实现了"), "{few}");
}

#[test]
fn units_are_counted_and_named_and_a_cut_list_says_so() {
    let some = townships(at_least("1"), "1", &[("锡尼镇", "0")]).within(every_year());
    let row = some.row(2024);
    crate::check::check(&row).unwrap();
    assert_eq!(
        text::sentence(&row, Language::Chinese),
        "儿童之家数：9个苏木镇中8个达标，锡尼镇未达标，未实现“达到”的目标（每个苏木镇每年均≥1个）。"
    );
    let all = townships(at_least("1"), "0", &[("锡尼镇", "·")]).within(every_year()).row(2024);
    let style = TextStyle::new(Language::Chinese).names(2);
    let zh = text::sentence_with(&all, style);
    assert!(zh.contains("9个苏木镇中丁镇、丙镇等8个未达标，锡尼镇未报送"), "{zh}");
    let en = text::sentence_with(&all, TextStyle::new(Language::English).names(2));
    assert!(
        en.contains(
            "0 of 9 townships met the target (not met: 丁镇, 丙镇 and 6 more; did not report: 锡尼镇)"
        ),
        "{en}"
    );
}

/// Rows that show one habit each, for the page that people read.
pub(crate) fn examples() -> Vec<Row> {
    let at = |scene: Scene| scene.row(2023);
    vec![
        at(coverage(at_least("90")).series(2022, "91.3 93.5")),
        at(coverage(at_least("90")).series(2022, "93.5 91.3")),
        at(coverage(at_least("90")).series(2022, "84.5 89.5")),
        at(named(
            asking(Unit::PerMille, IndicatorKind::Events, None, at_most("5.0")),
            "婴儿死亡率",
            "infant mortality rate",
        )
        .series(2022, "4.5 4.0")),
        at(deaths(at_most("12")).series(2022, "15.1 14.3")),
        at(deaths(at_most("12")).series(2022, "1/823 0/790")),
        at(deaths(at_most("12")).series(2022, "0/823 1/790")),
        at(named(
            of(
                Unit::SchoolYears,
                Rule::Improves { better: Better::Higher, qualifier: Qualifier::Continually },
                "",
            ),
            "平均受教育年限",
            "mean years of schooling",
        )
        .series(2020, "9.1 · 9.3 9.5")),
        at(named(of(Unit::Count, at_least("10"), "8 9"), "婴幼儿照护机构数", "childcare centres")),
        at(coverage(at_least("90")).series(2022, "85 91").redefined()),
        townships(at_least("1"), "1", &[("锡尼镇", "0")]).within(every_year()).row(2024),
    ]
}

// A tolerance is in the words of its unit.
#[test]
fn a_tolerance_has_the_unit_of_its_indicator() {
    let about = |tolerance: &str| Rule::Around {
        value: "12".parse().unwrap(),
        better: Better::Higher,
        tolerance: Some(tolerance.parse().unwrap()),
    };
    for (unit, tolerance, zh, en) in [
        (Unit::Percent, "1", "12%左右，容差1个百分点", "about 12%, within 1 percentage point"),
        (Unit::Percent, "0.5", "12%左右，容差0.5个百分点", "about 12%, within 0.5 percentage points"),
        (Unit::PerMille, "1", "12‰左右，容差1个千分点", "about 12‰, within 1 per mille point"),
        (Unit::Years, "1", "12岁左右，容差1岁", "about 12 years, within 1 year"),
        (Unit::Years, "0.5", "12岁左右，容差0.5岁", "about 12 years, within 0.5 years"),
        (Unit::Minutes, "2", "12分钟左右，容差2分钟", "about 12 minutes, within 2 minutes"),
    ] {
        let row = of(unit, about(tolerance), "12 12").row(2023);
        crate::check::check(&row).unwrap_or_else(|wrong| panic!("{wrong}"));
        assert_eq!(text::asks(&row, Language::Chinese), zh);
        assert_eq!(text::asks(&row, Language::English), en);
    }
}

// Estimated is the baseline here, and not the value.
#[test]
fn what_is_estimated_is_said_to_be() {
    let rises = Rule::Improves { better: Better::Higher, qualifier: Qualifier::Plain };
    let told = |base: Status, value: Status| {
        let mut scene = coverage(rises).series(2020, "50 51");
        (scene.observations[0].status, scene.observations[1].status) = (base, value);
        let row = scene.row(2021);
        [Language::Chinese, Language::English].map(|language| text::sentence(&row, language))
    };
    let [zh, en] = told(Status::Estimated, Status::Final);
    assert!(zh.contains("，基期为估计数") && !zh.contains("，估计数"), "{zh}");
    assert!(en.contains(", the baseline is estimated") && !en.contains(", estimated"), "{en}");
    let [zh, en] = told(Status::Final, Status::Estimated);
    assert!(zh.contains("，估计数") && !zh.contains("基期为"), "{zh}");
    assert!(en.contains(", estimated") && !en.contains("baseline is"), "{en}");
    let [zh, _] = told(Status::Estimated, Status::Estimated);
    assert!(zh.contains("，估计数，基期为估计数"), "{zh}");
    let [zh, _] = told(Status::Estimated, Status::Provisional);
    assert!(zh.contains("快报数") && zh.contains("，基期为估计数") && !zh.contains("，估计数"), "{zh}");
}

// Of many units it may be the value of one, its base, or the reference that all are held against.
#[test]
fn of_units_some_figures_are_provisional() {
    for good in ["2", "0"] {
        let mut scene = townships(at_least("1"), good, &[]);
        scene.observations[0].status = Status::Provisional;
        let row = scene.row(2024);
        let [zh, en] = [Language::Chinese, Language::English].map(|language| text::sentence(&row, language));
        assert!(zh.contains("，含快报数") && !zh.contains("，快报数"), "{zh}");
        assert!(en.contains(", some figures are provisional"), "{en}");
    }
}

// Which of the two methods was chosen is seen without a value of the whole too: over units, and of a value known between ends.
#[test]
fn the_other_method_is_the_one_that_was_not_chosen() {
    let share = |rule, value: &str| {
        let mut scene = townships(rule, value, &[]);
        (scene.cards[0].unit, scene.cards[0].kind) = (Unit::Percent, IndicatorKind::Share);
        scene.observations.iter_mut().for_each(|row| row.unit = Unit::Percent);
        scene
    };
    let more = || Rule::MoreThan { value: "90".parse().unwrap() };
    for (scene, met) in
        [(share(at_least("90"), "89.6"), Method::Rounded), (share(more(), "90.4"), Method::FullValue)]
    {
        for method in [Method::FullValue, Method::Rounded] {
            let mut scene = scene.clone();
            scene.settings.method = method;
            let row = scene.row(2024);
            let other = if method == Method::Rounded {
                "按全数值比较法为"
            } else {
                "按修约值比较法为"
            };
            let outcome = if method == met { "未达标" } else { "达标" };
            let zh = text::sentence(&row, Language::Chinese);
            assert!(zh.contains(&format!("{other}{outcome}")), "{method:?} {zh}");
        }
    }
}

// What is asked is said in both languages, also where nothing is due.
#[test]
fn both_languages_say_what_is_asked_of_what_is_not_due() {
    let late = Timing::EveryYear { from: year(2026), due: year(2030) };
    let row = coverage(at_least("90")).within(late).row(2024);
    assert!(text::sentence(&row, Language::Chinese).contains("尚未到期（目标：每年均≥90%）"));
    assert!(text::sentence(&row, Language::English).contains("not yet due (≥90%, every year)"));
    let row = coverage(at_least("90")).told(2024, "—").row(2024);
    assert!(text::sentence(&row, Language::Chinese).contains("不适用（目标：≥90%）"));
    assert!(text::sentence(&row, Language::English).contains("not applicable (≥90%)"));
}

fn both(row: &Row) -> [String; 2] {
    [Language::Chinese, Language::English].map(|language| text::sentence(row, language))
}

// A value is printed as it was given where it was given in the unit of its indicator; what equals it has as many digits.
#[test]
fn a_value_is_printed_as_it_was_given() {
    let rises = Rule::Improves { better: Better::Higher, qualifier: Qualifier::Plain };
    let row = coverage(rises).series(2020, "92.12345 92.2 92.12345").row(2022);
    let [zh, _] = both(&row);
    assert!(zh.starts_with("筛查率92.12345%") && zh.contains("与2020年（92.12345%）持平"), "{zh}");
    // The digits of other values are not those of this one.
    let row = coverage(rises).series(2020, "30.1234567 1/3").row(2021);
    let [zh, en] = both(&row);
    assert!(
        zh.starts_with("筛查率33.3%（1/3）") && en.starts_with("Screening rate: 33.3% (1/3)"),
        "{zh} {en}"
    );
    // 4.5‰ of what is measured in ％ is 0.45％, and none is none in ％ too.
    for (told, said) in [("4.5", "筛查率0.45%"), ("0", "筛查率0%")] {
        let mut scene = coverage(at_least("90")).told(2024, told);
        scene.observations[0].unit = Unit::PerMille;
        let [zh, _] = both(&scene.row(2024));
        assert!(zh.starts_with(&format!("{said}，")), "{zh}");
    }
}

// 左右 is compared with the edge of its band, which is named.
#[test]
fn the_edge_of_a_band_is_named() {
    let about = |better| Rule::Around { value: "45".parse().unwrap(), better, tolerance: None };
    for (better, cell, zh, en) in [
        (
            Better::Higher,
            "43.4",
            "比下限（44%）低0.6个百分点",
            "0.6 percentage points below the lower edge (44%)",
        ),
        (
            Better::Lower,
            "46.5",
            "比上限（46%）高0.5个百分点",
            "0.5 percentage points above the upper edge (46%)",
        ),
        (Better::Higher, "44", "正好达到下限（44%）", "at the lower edge (44%)"),
    ] {
        let [found_zh, found_en] = both(&coverage(about(better)).told(2024, cell).row(2024));
        assert!(found_zh.contains(zh), "{found_zh}");
        assert!(found_en.contains(en), "{found_en}");
    }
}

// A rule of growth says where it started from, where that is not the value before.
#[test]
fn slower_growth_says_its_baseline() {
    let [zh, en] = both(&coverage(Rule::RisesSlower).series(2015, "10 · · · · 15 16 · 17").row(2023));
    assert!(zh.contains("比2020年（15%）上升2个百分点") && !zh.contains("变差"), "{zh}");
    assert!(en.contains("up 2 percentage points from 2020 (15%)"), "{en}");
}

// A change is exact where that takes up to four decimals, else it has two.
#[test]
fn a_change_has_four_decimals_where_they_are_exact() {
    for (cells, size) in [
        ("50 50.1234", "0.1234"),
        ("50 50.12345", "0.12"),
        ("50 50.5000", "0.5000"),
        ("50 50.00001", "0.00001"),
    ] {
        let row = coverage(at_least("90")).series(2022, cells).row(2023);
        let zh = text::change(&row, Language::Chinese).unwrap();
        assert_eq!(zh, format!("比2022年提高{size}个百分点（好转）"));
    }
}

// The two sides of a gap that stand beside it are those of the year, not of the baseline.
#[test]
fn the_sides_of_a_gap_are_those_of_the_year() {
    let mut gap = gap_of_sexes("");
    for (at, women, men) in [(2020, "10", "20"), (2024, "12", "18")] {
        for (sex, value) in
            [(dabiao::values::Disaggregation::FEMALE, women), (dabiao::values::Disaggregation::MALE, men)]
        {
            let value = dabiao::values::Value::Number(value.parse().unwrap());
            gap.observations.push(dabiao::Observation::new("ref", year(at), value, Unit::Percent).among(sex));
        }
    }
    let [zh, en] = both(&gap.row(2024));
    assert!(zh.contains("男性18%、女性12%，相差6个百分点，男性为女性的1.50倍"), "{zh}");
    assert!(en.contains("18% in men, 12% in women, a difference of 6 percentage points, 1.50 times as high in men as in women"), "{en}");
}

// Two equal sides are told as one number.
#[test]
fn two_equal_sides_have_no_gap() {
    let mut gap = gap_of_sexes("");
    for sex in [dabiao::values::Disaggregation::FEMALE, dabiao::values::Disaggregation::MALE] {
        let value = dabiao::values::Value::Number("12".parse().unwrap());
        gap.observations.push(dabiao::Observation::new("ref", year(2024), value, Unit::Percent).among(sex));
    }
    let [zh, en] =
        [Language::Chinese, Language::English].map(|language| text::notes(&gap.row(2024), language));
    assert!(zh.contains(&"男女均为12%，无差距".to_owned()), "{zh:?}");
    assert!(en.contains(&"12% in both: no gap between women and men".to_owned()), "{en:?}");
}

// Beside a gap that is itself a ratio stands the difference, in the unit of its sides.
#[test]
fn the_sides_of_a_ratio() {
    let mut gap = gap_of_sexes("");
    gap.cards[0].unit = Unit::Quotient;
    let card = gap.cards.iter().position(|card| card.id == "ref").unwrap();
    gap.cards[card].unit = Unit::Yuan;
    gap.cards[card].ceiling = None;
    gap.cards[0].gap.as_mut().unwrap().measure = GapMeasure::Ratio;
    gap.cards[0].floor = "1".parse().unwrap();
    for (sex, value) in
        [(dabiao::values::Disaggregation::FEMALE, "40000"), (dabiao::values::Disaggregation::MALE, "60000")]
    {
        let value = dabiao::values::Value::Number(value.parse().unwrap());
        gap.observations.push(dabiao::Observation::new("ref", year(2024), value, Unit::Yuan).among(sex));
    }
    let [zh, en] = [Language::Chinese, Language::English]
        .map(|language| text::notes(&gap.row(2024), language).join("|"));
    assert!(zh.contains("男性60000元、女性40000元，相差20000元，男性为女性的1.50倍"), "{zh}");
    let told = "60000 yuan in men, 40000 yuan in women, a difference of 20000 yuan, 1.50 times as high in men as in women";
    assert!(en.contains(told), "{en}");
}

// As many names as are shown are all of them.
#[test]
fn a_list_that_is_not_cut_does_not_say_so() {
    let some = |names: usize| {
        let row =
            townships(at_least("1"), "1", &[("锡尼镇", "0"), ("甲镇", "0")]).within(every_year()).row(2024);
        [Language::Chinese, Language::English]
            .map(|language| text::sentence_with(&row, TextStyle::new(language).names(names)))
    };
    let [zh, en] = some(2);
    assert!(zh.contains("锡尼镇未达标") && zh.contains('、') && !zh.contains("等2个"), "{zh}");
    assert!(en.contains("甲镇") && en.contains("锡尼镇") && !en.contains("more"), "{en}");
    let [zh, en] = some(1);
    assert!(zh.contains("等2个未达标"), "{zh}");
    assert!(en.contains("and 1 more"), "{en}");
}
