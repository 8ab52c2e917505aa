//! Rows of a table: what each column takes, and what is said of each that is wrong.

use dabiao::{
    Catalogue, Number, Observation, Record,
    data::{Datum, Missing, Status},
    values::{Counts, Period, Sex, Unit, Value},
};

use crate::support::*;

fn catalogue() -> Catalogue {
    let mortality = amount("mortality", Unit::Per100k);
    County::of(vec![share("coverage"), mortality, amount("people", Unit::Persons)], vec![]).catalogue()
}

const ROW: Record<'static> = Record {
    indicator: "coverage",
    area: "150625",
    unit_kind: "",
    unit_id: "",
    residence: "",
    sex: "",
    age: "",
    period: "2024",
    value: "95",
    unit: "",
    numerator: "",
    denominator: "",
    status: "",
    break_before: "",
    source: "年报",
};

#[track_caller]
fn read(row: Record<'_>) -> Observation {
    row.read(&catalogue()).unwrap_or_else(|errors| panic!("{errors:?}"))
}

/// The columns that are wrong, in order.
#[track_caller]
fn wrong(row: Record<'_>) -> Vec<&'static str> {
    let Err(errors) = row.read(&catalogue()) else { panic!("{row:?} was read") };
    let mut columns: Vec<_> = errors.iter().map(dabiao::data::RecordError::column).collect();
    columns.sort_unstable();
    columns
}

#[test]
fn a_plain_row() {
    let told = read(ROW);
    assert_eq!(
        (&*told.indicator, told.area.as_deref(), told.source.as_deref()),
        ("coverage", Some("150625"), Some("年报"))
    );
    assert_eq!((told.datum, told.unit), (Datum::Value(Value::Number(number("95"))), Unit::Percent));
    assert_eq!((told.status, told.break_before, told.area_unit), (Status::Final, false, None));
    assert_eq!(read(Record { indicator: "coverage（中文）", ..ROW }).indicator, "coverage");
}

#[test]
fn each_column_that_is_wrong() {
    for (row, column) in [
        (Record { indicator: "covrage", ..ROW }, "indicator"),
        (Record { indicator: "", ..ROW }, "indicator"),
        (Record { period: "2O24", ..ROW }, "period"),
        (Record { period: "", ..ROW }, "period"),
        (Record { period: "24", ..ROW }, "period"),
        (Record { period: "2023-2025学年", ..ROW }, "period"),
        (Record { period: "2024-02-30", ..ROW }, "period"),
        (Record { residence: "郊区", ..ROW }, "residence"),
        (Record { sex: "不详", ..ROW }, "sex"),
        (Record { age: "老年", ..ROW }, "age"),
        (Record { unit_id: "锡尼镇", ..ROW }, "unit_kind"),
        (Record { unit_kind: "township", ..ROW }, "unit_id"),
        (Record { value: "9O.5", ..ROW }, "value"),
        (Record { value: "5-12", ..ROW }, "value"),
        (Record { value: "", ..ROW }, "value"),
        (Record { value: "—", ..ROW }, "value"),
        (Record { indicator: "people", value: "", unit: "万人", ..ROW }, "value"),
        (Record { unit: "斤", ..ROW }, "unit"),
        (Record { value: "95%", unit: "‰", ..ROW }, "unit"),
        (Record { value: "", numerator: "1O", denominator: "20", ..ROW }, "numerator"),
        (Record { value: "", numerator: "1.5", denominator: "20", ..ROW }, "numerator"),
        (Record { value: "", numerator: "-1", denominator: "20", ..ROW }, "numerator"),
        (Record { value: "", numerator: "18446744073709551616", denominator: "20", ..ROW }, "numerator"),
        (Record { value: "", numerator: "10", denominator: "2O", ..ROW }, "denominator"),
        (Record { value: "", numerator: "10", ..ROW }, "denominator"),
        (Record { value: "", denominator: "20", ..ROW }, "numerator"),
        (Record { value: "1：3", numerator: "1", denominator: "3", ..ROW }, "value"),
        (Record { status: "预测", ..ROW }, "status"),
        (Record { status: "ok", ..ROW }, "status"),
        (Record { status: "未填报", ..ROW }, "status"),
        (Record { break_before: "maybe", ..ROW }, "break"),
    ] {
        assert_eq!(wrong(row), [column], "{row:?}");
    }
}

#[test]
fn messages_name_column_text_and_place() {
    let errors = Record { value: "９Ｏ．５", ..ROW }.read(&catalogue()).unwrap_err();
    assert_eq!(
        errors[0].to_string(),
        "column `value`: cannot read `９Ｏ．５` as a value: unexpected `Ｏ` at character 2"
    );
    let errors = Record { indicator: "covrage", ..ROW }.read(&catalogue()).unwrap_err();
    assert!(errors[0].to_string().contains("the nearest is `coverage`"), "{}", errors[0]);
}

// Everything wrong with a row is said at once.
#[test]
fn all_wrong_columns_at_once() {
    let row = Record {
        indicator: "covrage",
        residence: "郊区",
        sex: "不详",
        age: "6岁-3岁",
        period: "2O24",
        unit_id: "锡尼镇",
        value: "9O",
        status: "ok",
        break_before: "maybe",
        ..ROW
    };
    let expected =
        ["age", "break", "indicator", "period", "residence", "sex", "status", "unit_kind", "value"];
    assert_eq!(wrong(row), expected);
}

#[test]
fn all_wrong_numbers_at_once() {
    let row = Record { value: "9O", unit: "斤", numerator: "l", denominator: "O", ..ROW };
    assert_eq!(wrong(row), ["denominator", "numerator", "unit", "value"]);
}

// A row whose number cannot be read still says of which cell it would be, and where it stands.
#[test]
fn the_cell_of_a_row_that_cannot_be_read() {
    let row = Record { residence: "城镇", sex: "女", age: "3—6岁", ..ROW };
    let cell = Record { value: "9O", ..row }.cell(&catalogue()).unwrap();
    let told = read(row);
    assert_eq!(
        cell,
        Observation { datum: Datum::Missing(Missing::ErrorCell), ..told.clone() },
        "all but the value"
    );
    assert_eq!((told.disaggregation.sex, told.disaggregation.age.is_total()), (Sex::Female, false));
    assert_eq!(cell.source.as_deref(), Some("年报"));
}

// Missing is never zero, and the reasons are kept apart.
#[test]
fn reasons_for_no_value() {
    for (value, status, why) in [
        ("未填报", "", Missing::NotReported),
        ("", "未填报", Missing::NotReported),
        ("—", "未填报", Missing::NotReported),
        ("未统计", "", Missing::NotCollected),
        ("/", "not_collected", Missing::NotCollected),
        ("不适用", "", Missing::NotApplicable),
        ("", "不适用", Missing::NotApplicable),
        ("保密", "", Missing::Suppressed),
        ("******", "", Missing::Suppressed),
        ("", "L", Missing::NotCollected),
        ("", "M", Missing::NotApplicable),
        ("", "O", Missing::NotReported),
        ("", "missing value", Missing::NotReported),
        ("", "Q", Missing::Suppressed),
        ("#DIV/0!", "", Missing::ErrorCell),
        ("＃ＤＩＶ／０！", "", Missing::ErrorCell),
    ] {
        assert_eq!(read(Record { value, status, ..ROW }).datum, Datum::Missing(why), "{value} {status}");
    }
    for value in ["0", "0.0", "０", "0%"] {
        assert_eq!(read(Record { value, ..ROW }).datum, Datum::Value(Value::Number(Number::ZERO)), "{value}");
    }
    // What means different things in different books is not guessed.
    for value in ["-", "—", "——", "…", "/", "／", "无", "缺", "N/A", "NaN"] {
        assert_eq!(wrong(Record { value, ..ROW }), ["value"], "{value}");
    }
}

#[test]
fn statuses_breaks_and_strata() {
    assert_eq!(read(Record { status: "快报", ..ROW }).status, Status::Provisional);
    assert_eq!(read(Record { status: "估计", ..ROW }).status, Status::Estimated);
    assert!(read(Record { break_before: "口径变化", ..ROW }).break_before);
    assert_eq!(read(Record { sex: "女", ..ROW }).disaggregation.sex, Sex::Female);
    let unit = read(Record { unit_kind: "township", unit_id: "锡尼镇", ..ROW }).area_unit.unwrap();
    assert_eq!(unit.to_string(), "township 锡尼镇");
}

#[test]
fn periods_as_offices_write_them() {
    let school_year = Period::SchoolYear(year(2024));
    for (text, period) in [
        ("2024", Period::Year(year(2024))),
        ("２０２４年", Period::Year(year(2024))),
        ("截至2024年底", Period::Year(year(2024))),
        ("2024年末", Period::Year(year(2024))),
        ("2024.12", Period::Year(year(2024))),
        ("2023-2024学年", school_year),
        ("2023/2024", school_year),
        ("2023—2024学年", school_year),
        ("2022年换届", Period::Term(year(2022))),
        ("2022届", Period::Term(year(2022))),
        ("累计至2024年", Period::PlanToDate(year(2024))),
        ("2022-08-09", Period::Day(dabiao::values::Date::literal(2022, 8, 9))),
        ("2022年8月9日", Period::Day(dabiao::values::Date::literal(2022, 8, 9))),
    ] {
        let read = read(Record { period: text, ..ROW }).period;
        assert_eq!(read, period, "{text}");
        assert_eq!(read.to_string().parse::<Period>().unwrap(), period, "{text} and back");
    }
    // Five digits are no year, and letters are no second year of a century.
    for text in ["02023-2024学年", "2099-ab", "2023-2x学年"] {
        assert!(text.parse::<Period>().is_err(), "{text}");
    }
}

/// Blanks on one side alone are blanks too.
#[test]
fn blanks_around_a_source_are_no_part_of_it() {
    for source in ["A1", "A1 ", " A1", " A1 ", "\u{3000}A1"] {
        assert_eq!(read(Record { source, ..ROW }).source.as_deref(), Some("A1"), "`{source}`");
    }
}

#[test]
fn units_from_cell_column_and_card() {
    let value = |text: &str| Datum::Value(Value::Number(number(text)));
    let of = |value, unit| {
        let told = read(Record { indicator: "mortality", value, unit, ..ROW });
        (told.datum, told.unit)
    };
    assert_eq!(of("14.3", ""), (value("14.3"), Unit::Per100k));
    assert_eq!(of("0.143", "‰"), (value("0.143"), Unit::PerMille));
    assert_eq!(of("0.143‰", "‰"), (value("0.143"), Unit::PerMille));
    assert_eq!(of("１４．３", "１／１０万"), (value("14.3"), Unit::Per100k));
    let people = read(Record { indicator: "people", value: "1.2", unit: "万人", ..ROW });
    assert_eq!((people.datum, people.unit), (value("12000"), Unit::Persons));
    assert_eq!(
        wrong(Record { indicator: "people", value: "0.3万", unit: "万人", ..ROW }),
        ["unit"],
        "3,000 or 30 million"
    );
    assert_eq!(
        read(Record { indicator: "people", value: "0.3万", unit: "人", ..ROW }).datum,
        Datum::Value(Value::Number(number("3000")))
    );
    let once = read(Record { indicator: "people", value: "1.2万人", unit: "万人", ..ROW });
    assert_eq!(once.datum, value("12000"), "the power of ten counts once");
}

#[test]
fn counts_and_rates() {
    let counts = Counts { numerator: 1234, denominator: 5000 };
    let row = Record { value: "", numerator: "1,234", denominator: "5,000人", ..ROW };
    assert_eq!(read(row).datum, Datum::Value(Value::Counts(counts)));
    let both = Value::Both { counts, number: number("24.68") };
    assert_eq!(read(Record { value: "24.68%", ..row }).datum, Datum::Value(both));
    let most = Counts { numerator: u64::MAX, denominator: u64::MAX };
    let row =
        Record { value: "", numerator: "18446744073709551615", denominator: "18446744073709551615", ..ROW };
    assert_eq!(read(row).datum, Datum::Value(Value::Counts(most)));
}

// A forecast, another year, half a year, a target value or a part of the area is no value of the year, wherever it is written.
#[test]
fn words_in_brackets_give_the_status_or_refuse_the_row() {
    for value in ["9（预计）", "9（2023年）", "9（1-6月）", "9（目标值）", "9（市区）"] {
        assert_eq!(wrong(Record { value, ..ROW }), ["value"], "{value}");
    }
    assert_eq!(wrong(Record { value: "", numerator: "9（预计）", denominator: "10", ..ROW }), ["numerator"]);
    assert_eq!(read(Record { value: "95（快报）", ..ROW }).status, Status::Provisional);
    assert_eq!(read(Record { value: "95（估计）", status: "最终", ..ROW }).status, Status::Estimated);
    assert_eq!(read(Record { value: "95①", ..ROW }).status, Status::Final);
}

// 9 and 10 ten thousands are no sample of ten.
#[test]
fn counts_in_ten_thousands_are_refused() {
    let row = Record { value: "", numerator: "9", denominator: "10", ..ROW };
    assert_eq!(wrong(Record { unit: "万人", ..row }), ["unit"]);
    assert_eq!(wrong(Record { unit: "亿元", ..row }), ["unit"]);
    assert_eq!(read(Record { unit: "%", ..row }).datum, read(row).datum);
    assert_eq!(read(Record { unit: "人", ..row }).datum, read(row).datum);
}

// A column 区域 with 城市 and 农村 would judge a part as the whole of an area, and 去年同期 below the townships is none of them.
#[test]
fn a_part_a_sum_or_a_comparison_is_no_name() {
    for word in ["农村", "城镇", " 合 计 ", "女性", "Total", "urban", "去年同期", "目标值", "平均"]
    {
        assert_eq!(wrong(Record { area: word, ..ROW }), ["area"], "{word}");
        assert_eq!(wrong(Record { unit_kind: "township", unit_id: word, ..ROW }), ["unit_id"], "{word}");
    }
    for area in ["", "城区", "郊区", "全旗", "农村县", "150625", "合计县"] {
        assert_eq!(read(Record { area, ..ROW }).area.as_deref().unwrap_or_default(), area);
    }
}

// A name that speaks of one part beside a column that speaks of another: the column that disagrees is named.
#[test]
fn a_name_and_a_column_of_two_parts() {
    let named = |indicator, residence, sex, age| Record { indicator, residence, sex, age, ..ROW };
    for (indicator, residence, sex, age, column) in [
        ("女性coverage", "", "男", "", "sex"),
        ("男性coverage", "城镇", "女", "", "sex"),
        ("农村coverage", "城镇", "女", "", "residence"),
        ("3-6岁coverage", "城镇", "女", "0-2岁", "age"),
        ("女性coverage", "", "女", "", ""),
    ] {
        let row = named(indicator, residence, sex, age);
        match column {
            "" => assert_eq!(read(row).disaggregation.sex, Sex::Female),
            _ => assert_eq!(wrong(row), [column], "{indicator} {residence} {sex} {age}"),
        }
    }
    let part = read(named("女性coverage", "城镇", "", "3-6岁")).disaggregation;
    assert_eq!((part.sex, part.age.to_string()), (Sex::Female, "3-6y".into()));
}

// What stands for a row in a message is its cell and not its value.
#[test]
fn an_observation_is_named_by_its_cell() {
    for (row, name) in [
        (ROW, "coverage 2024"),
        (Record { unit_kind: "township", unit_id: "锡尼镇", ..ROW }, "coverage 2024 township 锡尼镇"),
        (Record { residence: "城镇", sex: "女", ..ROW }, "coverage 2024 urban/female"),
        (Record { age: "3-6岁", ..ROW }, "coverage 2024 total/total/3-6y"),
    ] {
        assert_eq!(read(row).to_string(), name);
    }
    let catalogue = catalogue();
    let data = catalogue.data([read(ROW)]);
    assert!(format!("{:?}", data.area("150625").unwrap()).contains("150625"));
}

// A column is too long by itself, however empty the others are.
#[test]
fn each_column_alone_is_refused_for_its_length() {
    let (name, text) = ("镇".repeat(501), "9".repeat(32_768));
    let (name, text, none) = (&*name, &*text, Record::default());
    let rows = [
        ("indicator", Record { indicator: name, ..none }),
        ("area", Record { area: name, ..none }),
        ("unit_kind", Record { unit_kind: name, ..none }),
        ("unit_id", Record { unit_id: name, ..none }),
        ("residence", Record { residence: text, ..none }),
        ("sex", Record { sex: text, ..none }),
        ("age", Record { age: text, ..none }),
        ("period", Record { period: text, ..none }),
        ("value", Record { value: text, ..none }),
        ("unit", Record { unit: text, ..none }),
        ("numerator", Record { numerator: text, ..none }),
        ("denominator", Record { denominator: text, ..none }),
        ("status", Record { status: text, ..none }),
        ("break", Record { break_before: text, ..none }),
        ("source", Record { source: text, ..none }),
    ];
    for (column, row) in rows {
        let errors = row.read(&catalogue()).unwrap_err();
        let told: Vec<_> =
            errors.iter().map(|error| (error.column(), error.to_string().contains("longer than"))).collect();
        assert_eq!(told, [(column, true)]);
    }
}
