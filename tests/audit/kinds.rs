//! Each kind of relation at its bound, just below and just above.

use dabiao::values::Period;
use dabiao::{Record, Roster, Year};

use super::{Sheet, broken};

#[test]
fn within_so_many_per_cent() {
    let told = |mothers: &str| {
        Sheet::default().counted("孕产妇艾滋病检测率", "2024", "600", mothers).counted(
            "孕产妇死亡率",
            "2024",
            "0",
            "700",
        )
    };
    for fits in ["665", "700", "735"] {
        told(fits).assert_found(&[]);
    }
    for far in ["664", "736"] {
        told(far).assert_found(&["women-in-childbirth-and-live-births"]);
    }
}

#[test]
fn a_change_beyond_a_share() {
    let told = |first: &str, before: &str, second: &str, now: &str| {
        Sheet::default().counted("婴儿死亡率", first, "2", before).counted("婴儿死亡率", second, "2", now)
    };
    told("2023", "1000", "2024", "1300").assert_found(&[]);
    told("2023", "1000", "2024", "1301").assert_found(&["live-births-change"]);
    told("2023", "1000", "2024", "700").assert_found(&[]);
    told("2023", "1000", "2024", "699").assert_found(&["live-births-change"]);
    // Two years apart, or a handful of births: nothing is said.
    told("2022", "1000", "2024", "699").assert_found(&[]);
    told("2023", "50", "2024", "99").assert_found(&[]);
    told("2023", "50", "2024", "100").assert_found(&["live-births-change"]);
    // Another definition is another number.
    let broken =
        Record { break_before: "yes", numerator: "2", denominator: "699", ..row("婴儿死亡率", "2024") };
    Sheet::default().counted("婴儿死亡率", "2023", "2", "1000").row(broken).assert_found(&[]);
}

fn row<'a>(indicator: &'a str, period: &'a str) -> Record<'a> {
    Record { indicator, period, ..Record::default() }
}

#[test]
fn a_factor_on_one_side() {
    let told = |examined: &str| {
        Sheet::default().counted("孕产妇艾滋病检测率", "2024", "690", "700").counted(
            "孕产妇贫血患病率",
            "2024",
            "60",
            examined,
        )
    };
    told("770").assert_found(&[]);
    told("771").assert_found(&["anaemia-examined"]);
}

#[test]
fn a_day_has_24_hours() {
    let told = |sleep: &str, homework: &str| {
        Sheet::default()
            .told("小学生每天睡眠时间（平均值）", "2023-2024学年", sleep)
            .told("儿童每天阳光体育运动时间（平均值）", "2023-2024学年", "5.0小时")
            .told("义务教育阶段学生每天作业时长", "2023-2024学年", homework)
    };
    told("12.0小时", "300分钟").assert_found(&[]);
    // 18.9 + 5.0 + 0.1, each printed to half a last digit, may be 24; 19.1 may be not.
    told("18.9小时", "6分钟").assert_found(&["range.primary-pupil-sleep-hours"]);
    told("19.2小时", "6分钟").assert_found(&["hours-of-a-day-primary", "range.primary-pupil-sleep-hours"]);
}

#[test]
fn a_share_and_its_mean() {
    let mean = "小学生每天睡眠时间（平均值）";
    let share = "每天睡眠10小时以上的小学生比例";
    let year = "2023-2024学年";
    let counted = |numerator: &str, value: &str| {
        let audit = Sheet::default().counted(share, year, numerator, "400").told(mean, year, value).audit();
        broken(&audit).map(|broken| (broken.relation.to_string(), broken.level.zh())).collect::<Vec<_>>()
    };
    let odd = |level| vec![("primary-sleep-share-and-mean".to_owned(), level)];
    assert_eq!(counted("400", "10.0小时"), []);
    assert_eq!(counted("400", "9.9小时"), odd("差错"));
    assert_eq!(counted("399", "9.9小时"), []);
    assert_eq!(counted("0", "9.9小时"), []);
    assert_eq!(counted("0", "10.1小时"), odd("差错"));
    assert_eq!(counted("1", "10.1小时"), []);
    // Printed, 100 may be 99.6 and 9.96 may be 10.0.
    let printed = Sheet::default().told(share, year, "100%").told(mean, year, "9.8小时").audit();
    assert_eq!(broken(&printed).map(|broken| broken.level.zh()).collect::<Vec<_>>(), ["核实"]);
}

#[test]
fn a_sum_is_the_size_of_the_rosters() {
    let rosters = |year| {
        let ids =
            |letter: char, count: u32| (0..count).map(|place| format!("{letter}{place}")).collect::<Vec<_>>();
        [
            Roster::new("village", Year::literal(year), ids('v', 20)),
            Roster::new("community", Year::literal(year), ids('c', 3)),
        ]
    };
    let told = |homes: &str| {
        let [villages, communities] = rosters(2024);
        Sheet::default()
            .counted("城乡社区儿童之家覆盖率", "2024", "15", homes)
            .roster(villages)
            .roster(communities)
    };
    told("23").assert_found(&[]);
    told("22").assert_found(&["childrens-homes-and-communities"]);
    // Without a roster nothing is known.
    Sheet::default().counted("城乡社区儿童之家覆盖率", "2024", "15", "22").assert_found(&[]);
    let heads = |count: &str| {
        let [villages, _] = rosters(2024);
        Sheet::default().counted("嘎查村委会主任中女性比例", "2024届", "2", count).roster(villages)
    };
    heads("20").assert_found(&[]);
    heads("21").assert_found(&["village-heads-and-villages"]);
}

#[test]
fn the_days_of_a_year() {
    let told = |year: &str, days: &str| Sheet::default().counted("空气优良率", year, "300", days);
    told("2023", "365").assert_found(&[]);
    told("2023", "366").assert_found(&["air-days-of-the-year"]);
    told("2024", "366").assert_found(&[]);
    told("2024", "367").assert_found(&["air-days-of-the-year"]);
    // Of the years of a century those that 400 divides are leap years.
    told("2000", "366").assert_found(&[]);
    told("1900", "366").assert_found(&["air-days-of-the-year"]);
    told("1900", "365").assert_found(&[]);
}

#[test]
fn women_and_men_make_the_whole() {
    let told = |men: &'static str| {
        Sheet::default().told("就业人员中的女性比例", "2024", "43.2%").row(Record {
            sex: "男",
            value: men,
            ..row("就业人员中的女性比例", "2024")
        })
    };
    told("56.8%").assert_found(&[]);
    // Half a last digit on each side: 56.7 fits 43.25 at most, 56.6 nothing.
    told("56.7%").assert_found(&[]);
    told("56.6%").assert_found(&["women-and-men.women-share-of-employed"]);
}

#[test]
fn parts_of_counts() {
    let told = |all: [&'static str; 2], women: [&'static str; 2], men: [&'static str; 2]| {
        let counts = |sex, [numerator, denominator]: [&'static str; 2]| Record {
            sex,
            numerator,
            denominator,
            ..row("新生儿访视率", "2024")
        };
        let audit =
            Sheet::default().row(counts("", all)).row(counts("女", women)).row(counts("男", men)).audit();
        broken(&audit).map(|broken| (broken.relation.to_string(), broken.level.zh())).collect::<Vec<_>>()
    };
    assert_eq!(told(["690", "700"], ["340", "345"], ["350", "355"]), []);
    // One of unknown sex is to be looked at; more in the parts than in the whole is wrong.
    assert_eq!(told(["690", "700"], ["340", "344"], ["350", "355"]), [("sum-of-parts".to_owned(), "核实")]);
    assert_eq!(told(["690", "700"], ["340", "346"], ["350", "355"]), [("sum-of-parts".to_owned(), "差错")]);
}

#[test]
fn sums_of_several_kinds_of_units() {
    let unit = |unit_kind: &'static str,
                unit_id: &'static str,
                numerator: &'static str,
                denominator: &'static str| Record {
        unit_kind,
        unit_id,
        numerator,
        denominator,
        ..row("城乡社区妇女议事会覆盖率", "2024")
    };
    let told = |all: [&str; 2]| {
        Sheet::default()
            .counted("城乡社区妇女议事会覆盖率", "2024", all[0], all[1])
            .roster(Roster::new("village", Year::literal(2024), ["v1", "v2"]))
            .roster(Roster::new("community", Year::literal(2024), ["c1"]))
            .row(unit("village", "v1", "1", "1"))
            .row(unit("village", "v2", "0", "1"))
            .row(unit("community", "c1", "1", "1"))
    };
    told(["2", "3"]).assert_found(&[]);
    told(["1", "3"]).assert_found(&["sum-of-units"]);
}

#[test]
fn a_reported_gap() {
    let told = |gap: &'static str, town: &'static str, country: &'static str| {
        let part = |residence, value| Record { residence, value, ..row("婴儿死亡率", "2024") };
        Sheet::default()
            .told("婴儿死亡率城乡差距", "2024", gap)
            .row(part("城镇", town))
            .row(part("农村牧区", country))
    };
    told("1.5", "3.1‰", "4.6‰").assert_found(&[]);
    // Each of the three is printed: 1.4 and 1.6 may be right, 1.3 and 1.7 not.
    told("1.4", "3.1‰", "4.6‰").assert_found(&[]);
    told("1.6", "3.1‰", "4.6‰").assert_found(&[]);
    told("1.3", "3.1‰", "4.6‰").assert_found(&["gap-and-parts"]);
    told("1.7", "3.1‰", "4.6‰").assert_found(&["gap-and-parts"]);
}

// A missing, impossible or uncertain side says nothing.
#[test]
fn three_values() {
    let infant =
        |value: &str| Sheet::default().told("新生儿死亡率", "2024", "3.1‰").told("婴儿死亡率", "2024", value);
    Sheet::default().told("新生儿死亡率", "2024", "3.1‰").assert_found(&[]);
    infant("-2‰").assert_found(&[]);
    infant("≥2‰").assert_found(&[]);
    infant("≤3.2‰").assert_found(&[]);
    infant("≤3.0‰").assert_found(&["neonatal-within-infant-deaths"]);
    infant("<3.05‰").assert_found(&["neonatal-within-infant-deaths"]);
    infant("≤3.05‰").assert_found(&[]);
    // A school year is not the calendar year, and another year not this one.
    let sheet = Sheet::default().told("新生儿死亡率", "2024", "3.1‰").told("婴儿死亡率", "2023", "2.9‰");
    sheet.assert_found(&[]);
    assert_ne!("2023-2024学年".parse::<Period>().ok(), "2024".parse::<Period>().ok());
}

// ‰ and ％ of one population are one quantity.
#[test]
fn units_convert() {
    let told = |infant: &str| {
        Sheet::default().told("新生儿死亡率", "2024", "3.1‰").told("婴儿死亡率", "2024", infant)
    };
    told("0.31%").assert_found(&[]);
    // 0.30％ may be 3.05‰, and so may 3.1‰.
    told("0.30%").assert_found(&[]);
    told("0.29%").assert_found(&["neonatal-within-infant-deaths"]);
}

/// Every check is counted, of the relations that hold and of those that do not.
#[test]
fn checks_are_counted() {
    let births = |years: &[&'static str], mothers: &'static str, infants: &'static str| {
        let told = years.iter().fold(Sheet::default(), |sheet, year| {
            sheet.counted("孕产妇死亡率", year, "0", mothers).counted("婴儿死亡率", year, "2", infants)
        });
        told.audit().checked()
    };
    // In each year two ranges, the events of each over all births, and the births of both.
    for infants in ["720", "700"] {
        assert_eq!(births(&["2020"], "720", infants), 5);
        assert_eq!(births(&["2020", "2022"], "720", infants), 10);
    }
    // And how the births changed, once for both.
    assert_eq!(births(&["2020", "2021"], "720", "720"), 11);
    assert_eq!(births(&["2020", "2021", "2022"], "720", "720"), 17);
    // What two rows have besides their own checks: one is not above the other.
    let beside = |years: &[&'static str], first: &'static str| {
        let told = |of: &[(&'static str, &'static str)]| {
            let rows = years.iter().flat_map(|year| of.iter().map(move |(name, value)| (name, year, value)));
            let sheet =
                rows.fold(Sheet::default(), |sheet, (name, year, value)| sheet.told(name, year, value));
            sheet.audit().checked()
        };
        let (one, other) = (("新生儿死亡率", first), ("婴儿死亡率", "4"));
        told(&[one, other]) - told(&[one]) - told(&[other])
    };
    for first in ["3", "5"] {
        assert_eq!(beside(&["2020"], first), 1);
        assert_eq!(beside(&["2020", "2022"], first), 2);
        assert_eq!(beside(&["2020", "2022", "2024"], first), 3);
    }
}

/// A sum of parts is counted too, and a total between parts.
#[test]
fn checks_of_parts_are_counted() {
    let told = |years: &[&'static str], parts: bool, counted: bool| {
        let name = "7岁以下儿童健康管理率";
        let sheet = years.iter().fold(Sheet::default(), |sheet, year| {
            let of = |residence, value, numerator, denominator| Record {
                residence,
                value: if counted { "" } else { value },
                numerator: if counted { numerator } else { "" },
                denominator: if counted { denominator } else { "" },
                ..row(name, year)
            };
            let whole = sheet.row(of("", "90", "180", "200"));
            match parts {
                true => whole.row(of("城镇", "92", "92", "100")).row(of("农村", "88", "88", "100")),
                false => whole,
            }
        });
        sheet.audit().checked()
    };
    for counted in [true, false] {
        let more = |years: &[&'static str]| told(years, true, counted) - told(years, false, counted);
        // Once a year, and each part beside its own value of the year before.
        let years = ["2020", "2022", "2024"];
        assert_eq!([1, 2, 3].map(|count| more(&years[..count])), [1, 2 + 2, 3 + 4], "{counted}");
    }
}
