//! A whole beside its units: rates between theirs, gaps between them, sums over them, and what chance makes of few cases.

use dabiao::data::{AuditCell, AuditUnit, FindingKind};
use dabiao::plan::AuditLevel;
use dabiao::values::Unit;
use dabiao::{Record, Roster, Year};

use super::{Sheet, broken};

const DEATHS: &str = "婴儿死亡率";

/// What one unit told.
fn of_unit<'a>(indicator: &'a str, unit_kind: &'a str, unit_id: &'a str, value: &'a str) -> Record<'a> {
    Record { indicator, period: "2024", unit_kind, unit_id, value, ..Record::default() }
}

/// What a unit is told not to have.
fn none_of<'a>(indicator: &'a str, unit_kind: &'a str, unit_id: &'a str) -> Record<'a> {
    Record { status: "不适用", ..of_unit(indicator, unit_kind, unit_id, "") }
}

fn on_roster(kind: &'static str, ids: &[&'static str]) -> Roster {
    Roster::new(kind, Year::literal(2024), ids.iter().copied())
}

/// A whole and two units of a kind.
fn with_two(indicator: &str, kind: &'static str, whole: &str, [one, other]: [&str; 2]) -> Sheet {
    Sheet::default()
        .told(indicator, "2024", whole)
        .roster(on_roster(kind, &["A", "B"]))
        .row(of_unit(indicator, kind, "A", one))
        .row(of_unit(indicator, kind, "B", other))
}

/// The level and the cells of the only finding.
#[track_caller]
fn only(sheet: &Sheet, relation: &str) -> (AuditLevel, Vec<AuditCell>) {
    sheet.assert_found(&[relation]);
    broken(&sheet.audit()).map(|broken| (broken.level, broken.cells.clone())).next().expect("a finding")
}

// Each number is printed, so that half a last digit on each side is nothing.
#[test]
fn a_rate_lies_between_those_of_all_units() {
    let told = |whole| with_two(DEATHS, "township", whole, ["3.5‰", "4.5‰"]);
    for fits in ["3.4‰", "3.5‰", "4.0‰", "4.5‰", "4.6‰"] {
        told(fits).assert_found(&[]);
    }
    for outside in ["3.3‰", "4.7‰"] {
        let (level, cells) = only(&told(outside), "between-units");
        assert_eq!(level, AuditLevel::Must);
        assert_eq!(cells[0].area_unit, None);
        assert_eq!(cells[1].area_unit, Some(AuditUnit::All { kind: "township".into(), count: 2 }));
        assert_eq!((cells[1].value.as_str(), &cells[1].source), ("3.5–4.5", &None));
    }
    // Where one has told nothing, nothing is known; where the rate does not apply, there is nothing to stand between.
    let of_three = |third: Option<Record<'_>>| {
        let sheet = told("3.3‰").roster(on_roster("township", &["A", "B", "C"]));
        third.map_or_else(|| sheet.clone(), |third| sheet.clone().row(third))
    };
    of_three(None).assert_found(&[]);
    of_three(Some(none_of(DEATHS, "township", "C"))).assert_found(&["between-units"]);
}

// Mothers of a banner also give birth elsewhere: its hospitals need not make up the whole.
#[test]
fn institutions_are_to_be_checked() {
    let sheet = with_two("剖宫产率", "midwifery_institution", "30%", ["40%", "50%"]);
    assert_eq!(only(&sheet, "between-units").0, AuditLevel::Should);
}

// Villages and communities may each be a part: neither of them need lie around the whole.
#[test]
fn bare_rates_of_two_kinds_of_units_say_nothing() {
    let told = |communities: bool| {
        let kind = |kind, ids: &[&'static str]| {
            ids.iter().fold(Sheet::default().roster(on_roster(kind, ids)), |sheet, id| {
                sheet.row(of_unit("城乡社区妇女议事会覆盖率", kind, id, "90%"))
            })
        };
        let (villages, others) = (kind("village", &["v1", "v2"]), kind("community", &["c1"]));
        let mut sheet = Sheet::default().told("城乡社区妇女议事会覆盖率", "2024", "70%");
        for part in [Some(villages), communities.then_some(others)].into_iter().flatten() {
            sheet.rows.extend(part.rows);
            sheet.rosters.extend(part.rosters);
        }
        sheet
    };
    told(true).assert_found(&[]);
    told(false).assert_found(&["between-units"]);
}

// 10 and 20 tonnes make 30, which lies above both.
#[test]
fn an_amount_lies_above_its_parts() {
    with_two("氨氮排放总量", "township", "30", ["10", "20"]).assert_found(&[]);
}

// The largest less the smallest: 5.0 − 3.0, each of the three within half a last digit.
#[test]
fn a_reported_gap_between_townships() {
    const GAP: &str = "婴儿死亡率区域差距";
    let told = |gap: &str, third: Option<Record<'_>>| {
        let sheet = Sheet::default()
            .roster(on_roster("township", &["A", "B", "C"]))
            .told(GAP, "2024", gap)
            .row(of_unit(DEATHS, "township", "A", "0.30%"))
            .row(of_unit(DEATHS, "township", "B", "5.0‰"));
        third.map_or_else(|| sheet.clone(), |third| sheet.clone().row(third))
    };
    let c = |value| Some(of_unit(DEATHS, "township", "C", value));
    for fits in ["1.9", "2.0", "2.1"] {
        told(fits, c("4.0‰")).assert_found(&[]);
    }
    // 1.8 may be 1.85 and 2.2 may be 2.15; 2.0 may be 1.9 and 2.1.
    for wrong in ["1.8", "2.2"] {
        let (_, cells) = only(&told(wrong, c("4.0‰")), "gap-and-parts");
        assert_eq!(cells.len(), 2);
        let [gap, units] = &cells[..] else { panic!("{cells:#?}") };
        assert_eq!(
            (&*gap.indicator, &*units.indicator),
            ("infant-mortality-rate.regional-gap", "infant-mortality-rate")
        );
        assert_eq!(units.area_unit, Some(AuditUnit::All { kind: "township".into(), count: 3 }));
        assert_eq!((units.value.as_str(), units.unit, &units.source), ("3–5", Some(Unit::PerMille), &None));
    }
    // A third of 6.0 makes it 3.0.
    told("2.0", c("6.0‰")).assert_found(&["gap-and-parts"]);
    told("3.0", c("6.0‰")).assert_found(&[]);
    // To whom it does not apply is none of them; who is silent may be anything.
    told("2.0", Some(none_of(DEATHS, "township", "C"))).assert_found(&[]);
    told("4.0", Some(none_of(DEATHS, "township", "C"))).assert_found(&["gap-and-parts"]);
    told("4.0", None).assert_found(&[]);
}

// One township has no gap to another.
#[test]
fn a_gap_needs_two_units() {
    let sheet = Sheet::default()
        .roster(on_roster("township", &["A", "B"]))
        .told("婴儿死亡率区域差距", "2024", "2.0")
        .row(of_unit(DEATHS, "township", "A", "3.0‰"))
        .row(none_of(DEATHS, "township", "B"));
    sheet.assert_found(&[]);
}

// The social workers of the townships are among those of the banner.
#[test]
fn a_township_without_any_adds_nothing() {
    const ALL: &str = "child-social-work-staff";
    const OURS: &str = "township-child-social-workers";
    let told = |whole: &str| {
        Sheet::default()
            .told(ALL, "2024", whole)
            .roster(on_roster("township", &["A", "B", "C"]))
            .row(of_unit(OURS, "township", "A", "3"))
            .row(of_unit(OURS, "township", "B", "4"))
    };
    let found = |sheet: &Sheet| {
        broken(&sheet.audit()).any(|broken| broken.cells.iter().any(|cell| cell.value == "7"))
    };
    for (whole, wrong) in [("6", true), ("7", false), ("8", false)] {
        assert_eq!(found(&told(whole).row(none_of(OURS, "township", "C"))), wrong, "{whole}");
        // Who is silent may have any number of them.
        assert!(!found(&told(whole)), "{whole}");
    }
}

// Bare rates below a tenth of all stand for few cases in a unit, and jump by chance; those of a whole banner do not.
#[test]
fn small_bare_rates_of_a_unit_jump() {
    const ANAEMIA: &str = "孕产妇贫血患病率";
    let told = |unit_id: &'static str, before: &str, now: &str| {
        let unit_kind = if unit_id.is_empty() { "" } else { "township" };
        let row = |period, value| Record { period, ..of_unit(ANAEMIA, unit_kind, unit_id, value) };
        let audit = Sheet::default().row(row("2023", before)).row(row("2024", now)).audit();
        broken(&audit).any(|broken| &*broken.relation == "jump")
    };
    for (unit, before, now, jumps) in [
        ("A", "0.9%", "9.9%", false),
        ("A", "9.9%", "0.9%", false),
        ("A", "1.0%", "10.0%", true),
        ("A", "10.0%", "1.0%", true),
        ("A", "1.1%", "12.0%", true),
        ("A", "12.0%", "1.1%", true),
        ("", "0.9%", "9.9%", true),
    ] {
        assert_eq!(told(unit, before, now), jumps, "{unit} {before} {now}");
    }
}

// Girls and boys of a township beside both are read, for they add up; girls alone are a part that nothing reads.
#[test]
fn parts_of_a_unit_are_read_beside_each_other() {
    let of = |sex, numerator, denominator| Record {
        sex,
        numerator,
        denominator,
        ..of_unit("新生儿访视率", "township", "A", "")
    };
    let [both, girls, boys] = [of("", "69", "70"), of("女", "34", "34"), of("男", "35", "36")];
    let unused = |rows: &[Record<'_>]| {
        let sheet = rows.iter().fold(Sheet::default(), |sheet, row| sheet.row(*row));
        let catalogue = dabiao::Catalogue::hangjin();
        let data = sheet.data(&catalogue);
        let parts = data.findings().iter().filter_map(|finding| match finding.kind {
            FindingKind::PartUnused { rows, .. } => Some(rows),
            _ => None,
        });
        parts.sum::<usize>()
    };
    assert_eq!(unused(&[both, girls, boys]), 0);
    assert_eq!(unused(&[both, girls]), 1);
    assert_eq!(unused(&[girls, boys]), 2);
}
