//! Numbers, days, units and words by themselves: what is read, what is refused, and where.

use dabiao::{
    Catalogue, Error, Evaluator, Number, Observation, Outcome, Record, Settings, Year,
    ahead::Estimate,
    data::{FindingKind, Status},
    judge::{Contradiction, ContradictionKind, Method, UnitsTally},
    plan::{Commitment, Qualifier, Section},
    report::ReportKind,
    values::{Date, Disaggregation, Period, Ratio, Text, Unit, Value, per_100k, percent},
};

use crate::support;

fn refused<T: std::str::FromStr<Err = Error> + std::fmt::Debug>(text: &str) -> String {
    match text.parse::<T>() {
        Ok(_) => format!("`{text}` was read"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn numbers_of_28_digits_and_no_more() {
    let nines = "9".repeat(28);
    for text in [nines.as_str(), "0.0000000000000000000000000001", &"0".repeat(60), "-0.5", "5.0"] {
        assert!(text.parse::<Number>().is_ok(), "{text}");
    }
    for text in [&format!("1{}", "0".repeat(28)), "0.00000000000000000000000000001", &"0".repeat(61)] {
        assert!(refused::<Number>(text).contains("28 digits"), "{text}");
    }
}

#[test]
fn what_is_no_number_is_pointed_at() {
    for (text, place) in
        [("5.", 2), ("-5.", 3), (".5", 1), ("1.2.3", 4), ("1.5x", 4), ("x", 1), ("12％", 3), ("１2", 1)]
    {
        let message = refused::<Number>(text);
        assert!(message.contains(&format!("at character {place}")), "{text}: {message}");
    }
    for text in ["", "-"] {
        assert!(refused::<Number>(text).contains("no digit"), "{text}");
    }
    assert!(refused::<Year>("20x4").contains("at character 3"));
    assert!(refused::<Year>("x024").contains("at character 1"));
}

#[test]
fn numbers_from_other_numbers() {
    assert_eq!(Number::from(u64::MAX).to_string(), "18446744073709551615");
    assert_eq!(Number::from(7_u64), Number::literal("7"));
    assert_eq!(format!("{:?}", Number::literal("-1.50")), "-1.50");
    assert_eq!(Number::try_from(Number::literal("12.5").to_decimal()).unwrap(), Number::literal("12.5"));
}

#[test]
fn days_of_february() {
    for (text, exists) in [
        ("2024-02-29", true),
        ("2023-02-29", false),
        ("2023-02-28", true),
        ("2000-02-29", true),
        ("2100-02-29", false),
        ("2024-02-30", false),
    ] {
        assert_eq!(text.parse::<Date>().is_ok(), exists, "{text}");
    }
    assert_eq!(Date::literal(2024, 1, 31).months_later(1), Date::literal(2024, 2, 29));
    assert_eq!(Date::literal(2024, 3, 31).months_later(11), Date::literal(2025, 2, 28));
}

#[test]
fn months_until_the_last_year_there_is() {
    assert_eq!(Date::literal(2199, 12, 15).months_later(1), Date::literal(2200, 1, 15));
    assert_eq!(Date::literal(2200, 1, 15).months_later(11), Date::literal(2200, 12, 15));
    assert_eq!(Date::literal(2200, 12, 15).months_later(1), Date::literal(2200, 12, 31));
    assert_eq!(Date::literal(2190, 6, 15).months_later(24), Date::literal(2192, 6, 15));
}

#[test]
fn quantities_are_compared_and_shown_with_their_unit() {
    assert_eq!(percent("95"), percent("95.0"));
    assert_ne!(percent("95"), percent("94.9"));
    assert_eq!(
        (percent("95").to_string(), format!("{:?}", per_100k("12.0"))),
        ("95%".into(), "12.0/10万".into())
    );
}

#[test]
fn words_that_forgive_no_setback() {
    let unforgiving = [Qualifier::Steadily, Qualifier::Sustained, Qualifier::EachTerm];
    for word in [Qualifier::Plain, Qualifier::Markedly, Qualifier::Gradually, Qualifier::Continually]
        .iter()
        .chain(&unforgiving)
    {
        assert_eq!(word.is_unforgiving(), unforgiving.contains(word), "{word:?}");
    }
}

#[test]
fn methods_have_the_names_of_the_standard() {
    assert_eq!((Method::FullValue.zh(), Method::Rounded.zh()), ("全数值比较法", "修约值比较法"));
}

#[test]
fn powers_stand_before_amounts_alone() {
    for (text, unit) in [("万人", (Unit::Persons, 4)), ("亿元", (Unit::Yuan, 8)), ("元", (Unit::Yuan, 0))]
    {
        assert_eq!(Unit::read(text).unwrap(), unit, "{text}");
    }
    for text in ["万％", "亿‰", "万", "万斤"] {
        assert!(Unit::read(text).is_err(), "{text}");
    }
}

#[test]
fn contradictions_name_both_targets() {
    for (kind, zh, en) in [
        (ContradictionKind::NoCommonValue, "没有数值能同时满足", "no value meets both"),
        (ContradictionKind::OppositeDirections, "方向相反", "opposite directions"),
        (ContradictionKind::LaxerThanAbove, "低于上级", "higher level"),
    ] {
        let found = Contradiction { kind, first: "one.a".into(), second: "two.b".into() };
        for (text, words) in [(found.zh(), zh), (found.en(), en)] {
            assert!(text.contains(words) && text.contains("one.a") && text.contains("two.b"), "{text}");
        }
    }
}

// The first failing units by name are kept, whatever the order in which they come.
#[test]
fn a_tally_keeps_the_first_names() {
    let mut tally = UnitsTally::<2>::new();
    for unit in ["D", "B", "B", "C", "A", "E"] {
        tally.count(unit, Outcome::NotMet);
    }
    tally.count("F", Outcome::Undetermined);
    tally.count("G", Outcome::Undetermined);
    assert_eq!(tally.failing().collect::<Vec<_>>(), ["A", "B"]);
    assert_eq!((tally.failed(), tally.failing_beyond(), tally.undetermined()), (6, 4, 2));
}

#[test]
fn estimates_of_every_size() {
    for (value, text) in [
        (0.0, "0"),
        (0.25, "0.250000"),
        (1_234_567.0, "1234567"),
        (1e15, "1000000000000000"),
        (1e16, "1.00000e16"),
        (1e-6, "0.00000100000"),
        (1e-7, "1.00000e-7"),
    ] {
        assert_eq!(Estimate::new(value).to_string(), text);
    }
}

#[test]
fn errors_keep_what_was_given() {
    let Err(Error::Parse(error)) = "9x".parse::<Number>() else { panic!("it is no number") };
    assert_eq!((error.text(), error.place()), ("9x", Some(2)));
    let Err(Error::Unknown(error)) = Catalogue::new().target("nowhere").map(|_| ()) else {
        panic!("it is empty")
    };
    assert_eq!(error.id(), "nowhere");
}

#[test]
fn reports_and_sections_have_their_names() {
    let kinds = [ReportKind::Annual, ReportKind::MidTerm, ReportKind::Final];
    assert_eq!(kinds.map(ReportKind::zh), ["年度监测", "中期评估", "终期评估"]);
    assert_eq!(kinds.map(ReportKind::en), ["annual monitoring", "mid-term evaluation", "final evaluation"]);
    let sections = [Section::Goal, Section::Strategy, Section::Organisation, Section::Monitoring];
    assert_eq!(sections.map(Section::code), ["goal", "strategy", "organisation", "monitoring"]);
}

#[test]
fn fractions_that_are_decimals() {
    let tenth = |places: u32| Ratio::new(1, 10_i128.pow(places)).unwrap().to_number();
    assert_eq!(tenth(28).map(|number| number.places()), Some(28));
    assert_eq!(tenth(29), None);
    assert_eq!(Ratio::new(1, 3).unwrap().to_number(), None);
    assert_eq!("0".repeat(200).parse::<Ratio>().unwrap(), Ratio::zero());
    assert!("0".repeat(201).parse::<Ratio>().is_err());
}

#[test]
fn rows_keep_their_marks() {
    let row = || Observation::new("i", Year::literal(2024), Value::Number(Number::ZERO), Unit::Percent);
    assert_eq!((row().status, row().break_before), (Status::Final, false));
    assert_eq!(row().status(Status::Provisional).status, Status::Provisional);
    assert!(row().after_break().break_before);
}

#[test]
fn years_convert_into_years_alone() {
    assert_eq!(Unit::Years.factor(Unit::SchoolYears), Some((1, 1)));
    assert_eq!((Unit::Years.factor(Unit::Minutes), Unit::Years.factor(Unit::Years)), (None, Some((1, 1))));
}

// The usual settings may go to the ends of what is taken.
#[test]
fn settings_at_their_ends() {
    let (zero, one) = (Number::ZERO, Number::literal("1"));
    let mut settings = Settings::default();
    (settings.around_tolerance, settings.proportion_tolerance) = (zero, zero);
    (settings.outlook.damping, settings.outlook.difficult_factor) = (one, one);
    settings.warnings.out_of_reach_factor = one;
    assert!(settings.check().is_ok());
    settings.outlook.damping = zero;
    (settings.warnings.fluctuation_rate, settings.warnings.fluctuation_share) = (zero, zero);
    assert!(settings.check().is_ok());
    settings.outlook.damping = Number::literal("1.01");
    assert!(settings.check().is_err());
}

#[test]
fn refused_rows_are_counted() {
    let row = |indicator: &'static str| {
        Observation::new(indicator, Year::literal(2024), Value::Number(Number::ZERO), Unit::Percent)
    };
    let catalogue = Catalogue::new();
    assert_eq!(catalogue.data([]).refused(), 0);
    assert_eq!(catalogue.data([row("a"), row("b"), row("c")]).refused(), 3);
}

// What is odd about a value is said in its own area.
#[test]
fn a_finding_names_the_area() {
    let card = crate::cards::share("coverage");
    let target = crate::cards::goal("target", "1", &card, crate::cards::at_least("90"));
    let mut catalogue = Catalogue::new();
    catalogue.add(crate::cards::plan(), vec![card], vec![target]).unwrap();
    let row = Observation::new(
        "coverage",
        Year::literal(2035),
        Value::Number(Number::literal("95")),
        Unit::Percent,
    );
    let data = catalogue.data([row.in_area("150625").among(Disaggregation::URBAN)]);
    // That no target asks for the part is told too.
    let found: Vec<(Option<&str>, bool)> = data
        .findings()
        .iter()
        .map(|found| (found.area.as_deref(), found.kind == FindingKind::OutsidePlan))
        .collect();
    assert_eq!(found, [(Some("150625"), false), (Some("150625"), true)]);
}

#[test]
fn strengths_have_their_codes() {
    let all = [
        Commitment::Firm,
        Commitment::Aspiration,
        Commitment::InPrinciple,
        Commitment::Generally,
        Commitment::Nearly,
        Commitment::Promote,
        Commitment::Advance,
        Commitment::Foster,
        Commitment::Support,
        Commitment::Emphasise,
    ];
    assert_eq!(
        all.map(Commitment::code),
        [
            "firm",
            "aspiration",
            "in_principle",
            "generally",
            "nearly",
            "promote",
            "advance",
            "foster",
            "support",
            "emphasise",
        ]
    );
}

#[test]
fn an_outcome_is_printed_in_english() {
    for outcome in Outcome::ALL {
        assert_eq!(format!("{outcome}"), outcome.en());
    }
    assert_eq!(format!("[{:>8}]", Outcome::Met), "[     met]");
}

// A slip of the hand is helped; another word in the place of two characters is another name.
#[test]
fn what_is_near_a_name() {
    let catalogue = Catalogue::hangjin();
    let near = |given: &str| catalogue.indicator(given).unwrap_err().to_string().contains("孕产妇系统管理率");
    for slip in
        ["孕产妇系统管里率", "孕产妇系统理管率", "孕产妇系统护率", "孕产妇系统管护养率", "孕产妇系统理护率"]
    {
        assert!(near(slip), "{slip}");
    }
    assert!(!near("孕产妇系统检查率"));
}

// `unwrap` prints an error as it is read; `{:#?}` shows its parts.
#[test]
fn an_error_is_printed_as_it_is_read() {
    // A value in years against a bound of another unit.
    let catalogue = Catalogue::hangjin();
    let target = catalogue.target("women.health.g2.maternal-mortality-ratio").unwrap();
    let threshold = Evaluator::new(&catalogue).threshold(target, Year::literal(2024)).unwrap();
    let unit = threshold.judge_in(Number::literal("3"), Unit::Years).unwrap_err();
    assert_eq!(unit.to_string(), "`threshold` is measured in `/10万`, not in `岁`");
    let errors: [(Error, &str); 4] = [
        ("2O24".parse::<Number>().unwrap_err(), "ParseError"),
        (catalogue.target("nobody").unwrap_err(), "UnknownError"),
        (Year::new(20_240).unwrap_err(), "InvalidError"),
        (unit, "UnitError"),
    ];
    for (error, kind) in errors {
        assert_eq!(format!("{error:?}"), error.to_string());
        assert!(format!("{error:#?}").starts_with(kind), "{error:#?}");
    }
}

// Several errors stand on a line each, in the order of the columns, and can be gone through without being given away.
#[test]
fn several_errors_stand_on_a_line_each() {
    let row = Record { indicator: "孕产妇死亡率", period: "2O24", value: "9O.5", ..Record::default() };
    let errors = row.read(&Catalogue::hangjin()).unwrap_err();
    let mut lines = Vec::new();
    for error in &errors {
        lines.push(error.to_string());
    }
    assert!(lines[0].starts_with("column `period`") && lines[1].starts_with("column `value`"), "{lines:?}");
    assert_eq!((lines.len(), lines.join("\n")), (2, errors.to_string()));
    assert_eq!(format!("{errors:?}"), errors.to_string());
}

// Some programs write the sign of a radical for the character: U+2F09 is 儿, U+2F25 女, U+2FD5 龠.
#[test]
fn radicals_stand_for_their_characters() {
    for (zh, written) in [
        ("婴儿死亡率", "婴\u{2f09}死亡率"),
        ("一般率", "\u{2f00}般率"),
        ("妇女率", "妇\u{2f25}率"),
        ("龠率", "\u{2fd5}率"),
    ] {
        let mut card = Catalogue::hangjin().indicator("婴儿死亡率").unwrap().clone();
        (card.id, card.zh, card.en, card.aliases) =
            ("ours".into(), zh.into(), "ours".into(), Vec::new().into());
        let mut ours = Catalogue::new();
        ours.add(support::plan(), vec![card], Vec::new()).unwrap();
        let row = Record { indicator: written, period: "2024", value: "3", ..Record::default() };
        assert_eq!(row.read(&ours).map(|row| row.indicator.to_string()), Ok("ours".to_owned()), "{zh}");
    }
}

// What stands behind 年 is what is wrong; without a year before it the year is.
#[test]
fn what_is_wrong_about_a_year_is_pointed_at() {
    assert_eq!(
        refused::<Period>("2024年x"),
        "cannot read `2024年x` as a year: unexpected `x` at character 6"
    );
    assert!(
        refused::<Period>("2O24年x").contains("unexpected `O` at character 2"),
        "{}",
        refused::<Period>("2O24年x")
    );
}

// A binary number has its digits, however far they lie from the point.
#[test]
fn large_binary_numbers_keep_their_digits() {
    for (binary, digits) in
        [(1e15, "1000000000000000"), (3e20, "300000000000000000000"), (-25e16, "-250000000000000000")]
    {
        assert_eq!(Number::from_f64(binary, 0).unwrap().to_string(), digits);
    }
}

// Texts are printed as texts.
#[test]
fn a_text_is_shown_in_quotes() {
    assert_eq!(format!("{:?}", Text::from("甲")), "\"甲\"");
}

// Marks and typography around a name make no other name; a name of nothing but marks is one.
#[test]
fn marks_and_dashes_make_no_other_name() {
    let catalogue = Catalogue::hangjin();
    let read = |indicator: &str| {
        let row = Record { indicator, period: "2024", value: "3", ..Record::default() };
        row.read(&catalogue).map(|row| row.indicator.to_string())
    };
    let infants = read("婴儿死亡率").unwrap();
    for name in ["婴儿死亡率[1]", "婴儿死亡率（注2）", "婴儿死亡率[注3]", "婴儿死亡率(注)*", "婴儿死亡率＊："]
    {
        assert_eq!(read(name).as_ref(), Ok(&infants), "{name}");
    }
    for name in ["婴儿死亡率[甲]", "婴儿死亡率[]", "婴儿死亡率(注甲)"] {
        assert!(read(name).is_err(), "{name}");
    }
    let eyes = read("0-6岁儿童眼保健和视力检查覆盖率").unwrap();
    for name in [
        "0——6岁儿童眼保健和视力检查覆盖率",
        "0～6岁儿童眼保健和视力检查覆盖率",
        "0–6岁儿童眼保健和视力检查覆盖率",
    ] {
        assert_eq!(read(name).as_ref(), Ok(&eyes), "{name}");
    }
    let rows = ["※", ""].map(|area| {
        let row =
            Record { indicator: "婴儿死亡率", area, period: "2024", value: "3", ..Record::default() };
        row.read(&catalogue).unwrap()
    });
    assert_eq!(catalogue.data(rows).areas().count(), 2);
}
