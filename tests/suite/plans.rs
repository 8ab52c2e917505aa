//! What is wrong with a plan of one's own is named, with its place; what is just right is taken.

use dabiao::{
    Catalogue, Rule, Target, Year,
    plan::{
        Better, Between, Calendar, Fraction, Gap, GapMeasure, IndicatorCard, Plan, Scope, Timing, UnitKind,
    },
    values::{Text, Unit},
};

use crate::support::*;

/// A plan, its indicators and its targets, all of which may be changed.
type Written = (Plan, Vec<IndicatorCard>, Vec<Target>);

fn written() -> Written {
    let card = share("coverage");
    let target = goal("target", "1", &card, at_least("90"));
    (plan(), vec![card], vec![target])
}

/// Where something is wrong.
fn wrong(change: impl FnOnce(&mut Written)) -> Vec<String> {
    let mut all = written();
    change(&mut all);
    match Catalogue::new().add(all.0, all.1, all.2) {
        Ok(_) => vec![],
        Err(errors) => errors.iter().map(dabiao::plan::CardError::path).collect(),
    }
}

const NOTHING: [&str; 0] = [];

#[test]
fn a_plan_of_one_year_is_a_plan() {
    assert_eq!(wrong(|_| ()), NOTHING);
    let of_one_year = |(plan, _, targets): &mut Written| {
        plan.last = plan.first;
        targets[0].timing = Timing::ByYear { due: plan.first };
    };
    assert_eq!(wrong(of_one_year), NOTHING);
    assert_eq!(wrong(|(plan, ..)| plan.last = plan.first), ["targets[0].timing.due"]);
    assert_eq!(wrong(|(plan, ..)| plan.last = plan.first.plus(-1)), ["plan.last"]);
}

#[test]
fn indicators_have_an_id_and_both_names() {
    // Without its id or Chinese name it cannot be found under them.
    assert!(wrong(|(_, cards, _)| cards[0].id = "".into()).contains(&"indicators[0].id".into()));
    assert_eq!(wrong(|(_, cards, _)| cards[0].zh = " ".into()), ["indicators[0].zh"]);
    assert_eq!(wrong(|(_, cards, _)| cards[0].en = "".into()), ["indicators[0].en"]);
}

fn gap(of: &'static str, unit: Unit, measure: GapMeasure) -> IndicatorCard {
    let gap = Gap { of: of.into(), between: Between::UrbanRural, unit_kind: None, measure };
    IndicatorCard { gap: Some(gap), ..amount("gap", unit) }
}

#[test]
fn a_gap_is_in_the_unit_of_the_difference() {
    for (unit, measure, expected) in [
        (Unit::PercentagePoints, GapMeasure::Difference, vec![]),
        (Unit::Percent, GapMeasure::Difference, vec![]),
        (Unit::Years, GapMeasure::Difference, vec!["indicators[1].unit"]),
        (Unit::PerMillePoints, GapMeasure::Difference, vec!["indicators[1].unit"]),
    ] {
        assert_eq!(wrong(|(_, cards, _)| cards.push(gap("coverage", unit, measure))), expected, "{unit}");
    }
    let of_a_gap = wrong(|(_, cards, _)| {
        let second = IndicatorCard {
            id: "second".into(),
            zh: "第二".into(),
            ..gap("gap", Unit::PercentagePoints, GapMeasure::Difference)
        };
        cards.extend([gap("coverage", Unit::PercentagePoints, GapMeasure::Difference), second]);
    });
    assert_eq!(of_a_gap, ["indicators[2].gap.of"]);
}

#[test]
fn a_reference_is_another_indicator_in_the_same_unit() {
    let against = |reference: &'static str, unit| {
        wrong(move |(_, cards, targets)| {
            cards.push(amount("other", unit));
            (targets[0].rule, targets[0].reference) = (Rule::NotBelow, Some(reference.into()));
        })
    };
    assert_eq!(against("other", Unit::Percent), NOTHING);
    assert_eq!(against("other", Unit::PerMille), NOTHING);
    assert_eq!(against("other", Unit::Years), ["targets[0].reference"]);
    assert_eq!(against("coverage", Unit::Percent), ["targets[0].reference"]);
    assert_eq!(against("", Unit::Percent), ["targets[0].reference"]);
}

// From then on it is called by its id.
#[test]
fn a_reference_may_be_named_in_chinese() {
    let (plan, mut cards, mut targets) = written();
    cards.push(amount("other", Unit::Percent));
    (targets[0].rule, targets[0].reference) = (Rule::NotBelow, Some("other（中文）".into()));
    let mut catalogue = Catalogue::new();
    catalogue.add(plan, cards, targets).unwrap();
    assert_eq!(catalogue.target("target").unwrap().reference.as_deref(), Some("other"));
}

#[test]
fn duties_end_after_they_begin() {
    let (first, due) = (Year::literal(2025), Year::literal(2026));
    let yearly = |from, due| wrong(move |(.., targets)| targets[0].timing = Timing::EveryYear { from, due });
    assert_eq!((yearly(first, due), yearly(first, first)), (vec![], vec![]));
    assert_eq!(yearly(due, first), ["targets[0].timing"]);
    let window = |from, years, due| {
        wrong(move |(_, cards, targets)| {
            cards[0] = happening("coverage");
            targets[0].timing = Timing::EachWindow { from, years, due };
        })
    };
    assert_eq!((window(first, 5, due), window(first, 1, first)), (vec![], vec![]));
    assert_eq!(
        (window(due, 5, first), window(first, 0, due)),
        (vec!["targets[0].timing".into()], vec!["targets[0].timing".into()])
    );
}

#[test]
fn bounds_lie_inside_the_limits() {
    let ruled = |rule, ceiling: &'static str| {
        wrong(move |(_, cards, targets)| {
            (cards[0].ceiling, targets[0].rule) = (Some(number(ceiling)), rule);
        })
    };
    let ratio = |part, whole| Rule::AtLeastRatio { value: Fraction::literal(part, whole) };
    assert_eq!((ruled(ratio(1, 1), "100"), ruled(Rule::All, "100")), (vec![], vec![]));
    assert_eq!(ruled(ratio(101, 100), "100"), ["targets[0].rule.value"]);
    assert_eq!(ruled(Rule::All, "99"), ["targets[0].rule.value"]);
    assert_eq!((ruled(at_least("60"), "60"), ruled(at_least("0"), "60")), (vec![], vec![]));
    assert_eq!(ruled(at_least("60.1"), "60"), ["targets[0].rule.value"]);
}

#[test]
fn events_are_counted() {
    let ruled = |rule| {
        wrong(move |(_, cards, targets)| {
            cards[0] = IndicatorCard { calendar: Calendar::Event, ..amount("coverage", Unit::Count) };
            targets[0].rule = rule;
        })
    };
    assert_eq!((ruled(at_least("2")), ruled(Rule::Monitored)), (vec![], vec![]));
    assert_eq!(ruled(around("2", Better::Higher)), ["targets[0].rule.tolerance", "targets[0].rule"]);
    assert_eq!(ruled(rises(dabiao::plan::Qualifier::Plain)), ["targets[0].rule"]);
}

#[test]
fn errors_say_whose_they_are() {
    let (mut plan, mut cards, mut targets) = written();
    (plan.last, cards[0].en) = (Year::literal(1999), "".into());
    targets[0].rule = at_least("101");
    let errors = Catalogue::new().add(plan, cards, targets).unwrap_err();
    let told: Vec<(String, &str)> = errors.iter().map(|error| (error.to_string(), error.id())).collect();
    for ((text, id), (place, own)) in told.iter().zip([
        ("plan.last", "made-up"),
        ("indicators[0].en", "coverage"),
        ("targets[0].rule.value", "target"),
    ]) {
        assert!(text.starts_with(&format!("{place} (`{own}`): ")) && *id == own, "{text}");
    }
    assert_eq!(told.len(), 3);
}

// One percentage point is the usual tolerance of a percentage; in /10万 it would be a thousand.
#[test]
fn only_a_percentage_has_a_usual_tolerance() {
    let ruled = |unit, rule| {
        wrong(move |(_, cards, targets)| {
            cards[0] = amount("coverage", unit);
            targets[0].rule = rule;
        })
    };
    let about = |tolerance| Rule::Around { value: number("10"), better: Better::Lower, tolerance };
    for unit in [Unit::PerMille, Unit::Per100k, Unit::Years, Unit::PercentagePoints] {
        assert_eq!(ruled(unit, about(None)), ["targets[0].rule.tolerance"], "{unit:?}");
        assert!(ruled(unit, about(Some(number("0")))).is_empty(), "{unit:?}");
    }
    assert!(ruled(Unit::Percent, about(None)).is_empty());
}

#[test]
fn yearly_changes_are_not_negative_and_begin_before_they_are_due() {
    let ruled = |value, since| {
        wrong(move |(_, _, targets)| {
            targets[0].rule =
                Rule::ChangedEachYear { value: number(value), better: Better::Lower, since: year(since) };
        })
    };
    assert!(ruled("0", 2029).is_empty());
    assert_eq!(ruled("-0.1", 2029), ["targets[0].rule.value"]);
    assert_eq!(ruled("0.5", 2030), ["targets[0].rule.since"]);
}

#[test]
fn a_kind_of_unit_is_one_that_the_plan_names() {
    let over = |kind: &str| {
        let (mut plan, cards, mut targets) = written();
        plan = plan.unit_kind(UnitKind::new("school", "学校", "school", "schools"));
        targets[0].scope = Scope::EveryUnit(kind.into());
        let mut catalogue = Catalogue::new();
        catalogue.add(plan, cards, targets).map(|()| catalogue.targets().next().unwrap().scope.clone())
    };
    for name in ["school", "学校", "schools"] {
        assert_eq!(over(name).unwrap(), Scope::EveryUnit("school".into()), "{name}");
    }
    assert_eq!(
        over("scool").unwrap_err().to_string(),
        "targets[0].scope (`target`): kind of unit `scool` cannot be used: the plan does not name it; it names school"
    );
    // A plan that names no kind takes any.
    assert_eq!(wrong(|(_, _, targets)| targets[0].scope = Scope::EveryUnit("scool".into())), NOTHING);
}

/// A name is taken however it is written; an alias of another is none, for a name of its own goes before it.
#[test]
fn a_name_of_its_own_goes_before_an_alias() {
    let second = |zh: &'static str| {
        wrong(|(_, cards, _)| {
            cards[0].zh = "覆盖率(城乡)".into();
            cards[0].aliases = vec!["受益比例".into()].into();
            cards.push(IndicatorCard { zh: zh.into(), ..share("other") });
        })
    };
    assert_eq!(second("覆盖率（城乡）"), ["indicators[1].zh"]);
    assert_eq!(second("受益比例"), NOTHING);
    assert_eq!(second("其他比例"), NOTHING);
}

/// What shows nothing in print is no name.
#[test]
fn a_blank_name_is_refused() {
    for blank in ["", " ", "\u{3000}", "\u{200b}"] {
        assert_eq!(
            wrong(|(_, cards, _)| cards[0].aliases = vec![blank.into()].into()),
            ["indicators[0].aliases"]
        );
        let nameless = |name: fn(&mut IndicatorCard) -> &mut Text| {
            wrong(|(_, cards, _)| *name(&mut cards[0]) = blank.into())
        };
        assert_eq!(nameless(|card| &mut card.zh), ["indicators[0].zh"], "{blank:?}");
        assert_eq!(nameless(|card| &mut card.en), ["indicators[0].en"], "{blank:?}");
    }
}

#[test]
fn kinds_of_units_have_an_id_and_names_and_stand_once() {
    let kinds = |kinds: &[[&'static str; 4]]| {
        let kinds: Vec<_> =
            kinds.iter().map(|[id, zh, en, all]| UnitKind::new(*id, *zh, *en, *all)).collect();
        wrong(|(plan, ..)| plan.unit_kinds = kinds.into())
    };
    let school = ["school", "学校", "school", "schools"];
    assert_eq!(kinds(&[school, ["town", "镇", "town", "towns"]]), NOTHING);
    for place in 0..4 {
        let mut nameless = school;
        nameless[place] = " ";
        assert_eq!(kinds(&[nameless]).len(), 1, "{nameless:?}");
    }
    assert_eq!(kinds(&[school, ["school", "中学", "high school", "high schools"]]).len(), 1);
}

/// The figure for women differs from that of both sexes in nothing but the sex, and there is one of them.
#[test]
fn the_figure_for_women_is_that_of_both_sexes_but_for_the_sex() {
    let women = || share("women").women_of("coverage");
    let with = |change: &dyn Fn(&mut Vec<IndicatorCard>)| {
        let said = wrong(|(_, cards, _)| {
            cards.push(women());
            change(cards);
        });
        said.iter().any(|path| path.ends_with(".women_of"))
    };
    let gap = || {
        let of = IndicatorCard { id: "of".into(), zh: "其间".into(), ..share("of") };
        (gap("of", Unit::Percent, GapMeasure::Difference).gap, of)
    };
    assert!(!with(&|_| ()));
    type Change = fn(&mut IndicatorCard);
    let changes: [(&str, Change); 6] = [
        ("residence", |card| card.disaggregation.residence = dabiao::values::Residence::Rural),
        ("sex", |card| card.disaggregation.sex = dabiao::values::Sex::Male),
        ("unit", |card| (card.unit, card.ceiling) = (Unit::PerMille, None)),
        ("calendar", |card| card.calendar = Calendar::SchoolYear),
        ("ceiling", |card| card.ceiling = None),
        ("whose", |card| card.women_of = Some("nothing".into())),
    ];
    for (what, change) in changes {
        assert!(with(&|cards| change(&mut cards[1])), "{what}");
    }
    for place in 0..2 {
        let told = with(&|cards| {
            let (gap, of) = gap();
            cards[place].gap = gap;
            cards.push(of);
        });
        assert!(told, "a gap in indicator {place}");
    }
    assert!(with(&|cards| cards.push(IndicatorCard { id: "again".into(), zh: "再次".into(), ..women() })));
}
