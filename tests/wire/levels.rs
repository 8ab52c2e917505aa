//! Several plans side by side: which asks most, and what does not go together.

use dabiao::{
    Catalogue, Rule, Settings, Target, Year,
    judge::{ContradictionKind, SideBySide},
    plan::{Better, IndicatorCard, Level, Plan, Qualifier, Scope, Timing},
};

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const DUE: Timing = Timing::ByYear { due: Year::literal(2030) };

fn number(text: &str) -> dabiao::Number {
    text.parse().unwrap()
}

fn at_least(value: &str) -> Rule {
    Rule::AtLeast { value: number(value) }
}

fn at_most(value: &str) -> Rule {
    Rule::AtMost { value: number(value) }
}

/// One target for each level, on one indicator.
fn compared(asked: &[(Option<Level>, Rule, Timing)]) -> Option<SideBySide> {
    let named: Vec<(usize, Asked)> = asked.iter().copied().enumerate().collect();
    compared_as(&named)
}

type Asked = (Option<Level>, Rule, Timing);

/// The same, each with the number that is in its names.
fn compared_as(asked: &[(usize, Asked)]) -> Option<SideBySide> {
    let hangjin = Catalogue::hangjin();
    let model = hangjin.target("women.health.g4.cervical-cancer-screening-rate").unwrap();
    let card = hangjin.indicator(&model.indicator).unwrap();
    let mut catalogue = Catalogue::new();
    let first = asked.first().map(|(place, _)| *place);
    for (place, (level, rule, timing)) in asked {
        let id = format!("plan-{place}");
        let plan = Plan { id: id.clone().into(), level: *level, ..hangjin.plan("women").unwrap().clone() };
        let target = Target {
            id: format!("t{place}").into(),
            plan: id.into(),
            rule: *rule,
            timing: *timing,
            ..model.clone()
        };
        let cards: Vec<IndicatorCard> = if Some(*place) == first { vec![card.clone()] } else { Vec::new() };
        catalogue.add(plan, cards, vec![target]).unwrap();
    }
    catalogue.side_by_side(&Settings::default()).pop()
}

fn strictest(asked: &[(Option<Level>, Rule, Timing)]) -> Vec<String> {
    let found = compared(asked).unwrap();
    found.targets.iter().filter(|target| target.strictest).map(|target| target.target.to_string()).collect()
}

fn contradictions(asked: &[(Option<Level>, Rule, Timing)]) -> Vec<(ContradictionKind, String, String)> {
    let found = compared(asked).unwrap().contradictions.into_iter();
    found.map(|odd| (odd.kind, odd.first.to_string(), odd.second.to_string())).collect()
}

const NATION: Option<Level> = Some(Level::Nation);
const COUNTY: Option<Level> = Some(Level::County);

#[test]
fn the_strictest_bound_is_marked() {
    assert_eq!(strictest(&[(NATION, at_least("70"), DUE), (COUNTY, at_least("75"), DUE)]), ["t1"]);
    assert_eq!(
        strictest(&[(NATION, at_most("12"), DUE), (COUNTY, at_most("9"), DUE), (None, at_most("10"), DUE)]),
        ["t1"]
    );
    // The printed digits do not matter, and two that ask the same are both the strictest.
    assert_eq!(strictest(&[(NATION, at_least("70"), DUE), (COUNTY, at_least("70.0"), DUE)]), ["t0", "t1"]);
    // More than 70 is more than at least 70; earlier is more than later; always is more than once.
    assert_eq!(
        strictest(&[(NATION, at_least("70"), DUE), (COUNTY, Rule::MoreThan { value: number("70") }, DUE)]),
        ["t1"]
    );
    let early = Timing::ByYear { due: Year::literal(2025) };
    assert_eq!(strictest(&[(NATION, at_least("70"), DUE), (COUNTY, at_least("70"), early)]), ["t1"]);
    let every = Timing::EveryYear { from: Year::literal(2021), due: Year::literal(2030) };
    assert_eq!(strictest(&[(NATION, at_least("70"), every), (COUNTY, at_least("70"), DUE)]), ["t0"]);
    // 70 left or right of 左右 is compared with its edge, 69.
    let about = Rule::Around { value: number("70"), better: Better::Higher, tolerance: None };
    assert_eq!(strictest(&[(NATION, about, DUE), (COUNTY, at_least("69.1"), DUE)]), ["t1"]);
    assert_eq!(strictest(&[(NATION, about, DUE), (COUNTY, at_least("69"), DUE)]), ["t0", "t1"]);
}

#[test]
fn nothing_is_the_strictest_of_one_or_of_opposite_ways() {
    let rises = Rule::Improves { better: Better::Higher, qualifier: Qualifier::Plain };
    assert_eq!(strictest(&[(NATION, at_least("70"), DUE), (COUNTY, rises, DUE)]), <[&str; 0]>::default());
    assert_eq!(
        strictest(&[(NATION, at_least("70"), DUE), (COUNTY, at_most("80"), DUE)]),
        <[&str; 0]>::default()
    );
}

#[test]
fn bounds_that_no_value_meets_are_named() {
    use ContradictionKind::NoCommonValue;
    let named = |kind, a: &str, b: &str| vec![(kind, a.to_string(), b.to_string())];
    let both = |a, b| contradictions(&[(NATION, a, DUE), (COUNTY, b, DUE)]);
    assert_eq!(both(at_least("70"), at_most("69.9")), named(NoCommonValue, "t0", "t1"));
    assert_eq!(both(at_least("70"), at_most("70")), []);
    assert_eq!(
        both(at_least("70"), Rule::LessThan { value: number("70") }),
        named(NoCommonValue, "t0", "t1")
    );
    assert_eq!(both(at_most("69.9"), at_least("70")), named(NoCommonValue, "t0", "t1"));
    // In different years one can be met after the other; in a year that one of them covers they cannot.
    let early = Timing::ByYear { due: Year::literal(2025) };
    let every = Timing::EveryYear { from: Year::literal(2021), due: Year::literal(2030) };
    assert_eq!(contradictions(&[(NATION, at_least("70"), DUE), (COUNTY, at_most("60"), early)]), []);
    assert_eq!(
        contradictions(&[(NATION, at_least("70"), every), (COUNTY, at_most("60"), early)]),
        named(NoCommonValue, "t0", "t1")
    );
}

#[test]
fn a_lower_level_that_asks_less_is_named() {
    use ContradictionKind::LaxerThanAbove;
    let named = vec![(LaxerThanAbove, "t0".to_string(), "t1".to_string())];
    let early = Timing::ByYear { due: Year::literal(2029) };
    assert_eq!(contradictions(&[(NATION, at_least("70"), DUE), (COUNTY, at_least("69.9"), DUE)]), named);
    assert_eq!(contradictions(&[(NATION, at_least("70"), early), (COUNTY, at_least("70"), DUE)]), named);
    assert_eq!(contradictions(&[(NATION, at_least("70"), DUE), (COUNTY, at_least("70"), DUE)]), []);
    assert_eq!(contradictions(&[(NATION, at_least("70"), DUE), (COUNTY, at_least("71"), DUE)]), []);
    // The higher level may ask less; and without levels nothing is above anything.
    assert_eq!(contradictions(&[(COUNTY, at_least("70"), DUE), (NATION, at_least("60"), DUE)]), []);
    assert_eq!(contradictions(&[(None, at_least("70"), DUE), (COUNTY, at_least("60"), DUE)]), []);
    // Whichever plan was added first.
    let turned = contradictions(&[(COUNTY, at_least("60"), DUE), (NATION, at_least("70"), DUE)]);
    assert_eq!(turned, vec![(LaxerThanAbove, "t1".to_string(), "t0".to_string())]);
}

#[test]
fn opposite_directions_are_named() {
    let way = |better| Rule::Improves { better, qualifier: Qualifier::Gradually };
    let found = contradictions(&[(NATION, way(Better::Higher), DUE), (COUNTY, way(Better::Lower), DUE)]);
    assert_eq!(found, vec![(ContradictionKind::OppositeDirections, "t0".to_string(), "t1".to_string())]);
    assert_eq!(contradictions(&[(NATION, way(Better::Higher), DUE), (COUNTY, way(Better::Higher), DUE)]), []);
}

#[test]
fn a_target_for_units_is_not_held_against_one_for_the_area() {
    let hangjin = Catalogue::hangjin();
    let model = hangjin.target("women.health.g4.cervical-cancer-screening-rate").unwrap();
    let mut catalogue = Catalogue::hangjin();
    let plan = Plan { id: "own".into(), ..hangjin.plan("women").unwrap().clone() };
    let target = Target {
        id: "own.1".into(),
        plan: "own".into(),
        scope: Scope::EveryUnit("township".into()),
        ..model.clone()
    };
    catalogue.add(plan, Vec::new(), vec![target]).unwrap();
    let found = catalogue.side_by_side(&Settings::default());
    assert!(found.iter().all(|found| found.indicator != model.indicator));
}

/// What stands in both plans is asked alike: eleven indicators of goals and measures, nine of the chapters.
#[test]
fn the_two_built_in_plans_ask_the_same_of_what_they_share() {
    let found = Catalogue::hangjin().side_by_side(&Settings::default());
    let report: Vec<&str> = found.iter().map(|found| &*found.indicator).collect();
    assert_eq!(
        report,
        [
            "compulsory-education-retention-rate",
            "senior-secondary-gross-enrolment-rate",
            "chemical-oxygen-demand-emissions",
            "ammonia-nitrogen-emissions",
            "nitrogen-oxide-emissions",
            "voc-emissions",
            "rural-tap-water-coverage",
            "rural-sanitary-toilet-coverage",
            "rural-centralised-water-supply-coverage",
            "rural-water-quality-compliance-rate",
            "rural-water-supply-reliability-rate",
            "plan-inspections",
            "banner-conferences",
            "committee-plenary-meetings",
            "committee-chair-meetings",
            "committee-liaison-meetings",
            "monitoring-and-evaluation-meetings",
            "evaluation-leading-groups",
            "monitoring-groups",
            "evaluation-groups",
        ]
    );
    assert!(found.iter().all(|found| found.contradictions.is_empty() && found.targets.len() == 2));
}

#[test]
fn the_same_bound_less_often_is_less() {
    let each_year = Timing::EveryYear { from: Year::literal(2021), due: Year::literal(2030) };
    let found = contradictions(&[(NATION, at_least("70"), each_year), (COUNTY, at_least("70"), DUE)]);
    assert_eq!(found, [(ContradictionKind::LaxerThanAbove, "t0".into(), "t1".into())]);
    assert_eq!(contradictions(&[(NATION, at_least("70"), DUE), (COUNTY, at_least("70"), each_year)]), []);
    // Sooner, though less often, is not less.
    let sooner = Timing::ByYear { due: Year::literal(2025) };
    assert_eq!(contradictions(&[(NATION, at_least("70"), each_year), (COUNTY, at_least("70"), sooner)]), []);
}

#[test]
fn a_change_since_a_year_has_a_direction_too() {
    let cut =
        Rule::ChangedBy { value: "20".parse().unwrap(), better: Better::Lower, since: Year::literal(2020) };
    let rise = Rule::Improves { better: Better::Higher, qualifier: Qualifier::Plain };
    let found = contradictions(&[(NATION, cut, DUE), (COUNTY, rise, DUE)]);
    assert_eq!(found, [(ContradictionKind::OppositeDirections, "t0".into(), "t1".into())]);
}

/// What a plan of some level asks; few bounds, so that they tie.
fn asked() -> impl Strategy<Value = Asked> {
    let level = option::of(select(vec![Level::Nation, Level::Region, Level::City, Level::County]));
    let value = || select(vec!["50", "70", "70.0", "75"]).prop_map(number);
    let better = || select(vec![Better::Higher, Better::Lower]);
    let rule = prop_oneof![
        4 => value().prop_map(|value| Rule::AtLeast { value }),
        2 => value().prop_map(|value| Rule::MoreThan { value }),
        2 => value().prop_map(|value| Rule::AtMost { value }),
        1 => value().prop_map(|value| Rule::LessThan { value }),
        1 => (value(), better()).prop_map(|(value, better)| Rule::Around { value, better, tolerance: None }),
        1 => better().prop_map(|better| Rule::Improves { better, qualifier: Qualifier::Plain }),
        1 => Just(Rule::Monitored),
    ];
    let (early, due) = (Year::literal(2025), Year::literal(2030));
    let timing = select(vec![
        DUE,
        Timing::ByYear { due: early },
        Timing::EveryYear { from: early, due },
        Timing::ReachedAndKept { due },
    ]);
    (level, rule, timing)
}

proptest! {
    #[test]
    fn the_order_of_the_plans_changes_nothing(
        (asked, turned) in vec(asked(), 2..7).prop_flat_map(|asked| {
            let named: Vec<(usize, Asked)> = asked.into_iter().enumerate().collect();
            (Just(named.clone()), Just(named).prop_shuffle())
        }),
    ) {
        let said = |asked: &[(usize, Asked)]| {
            let found = compared_as(asked).unwrap();
            let mut strictest: Vec<String> =
                found.targets.iter().filter(|one| one.strictest).map(|one| one.target.to_string()).collect();
            strictest.sort();
            let mut odd: Vec<_> = found.contradictions.iter().map(|odd| {
                let mut pair = [odd.first.to_string(), odd.second.to_string()];
                // Only where one is laxer is the first the one of the higher level.
                if odd.kind != ContradictionKind::LaxerThanAbove {
                    pair.sort();
                }
                (odd.kind, pair)
            }).collect();
            odd.sort();
            (strictest, odd)
        };
        prop_assert_eq!(said(&asked), said(&turned));
    }

    /// All together are counted as if each two were compared alone.
    #[test]
    fn every_pair_is_counted_once(asked in vec(asked(), 2..16)) {
        let found = compared(&asked).unwrap();
        let mut pairs = 0;
        for (place, one) in asked.iter().enumerate() {
            for other in asked.iter().skip(place + 1) {
                pairs += compared(&[*one, *other]).unwrap().contradictions.len();
            }
        }
        prop_assert_eq!((found.contradictions.len(), found.more_contradictions), (pairs, 0));
    }

    #[test]
    fn what_meets_the_strictest_meets_every_other(asked in vec(asked(), 2..7), value in select(vec!["49", "50", "69", "70", "71", "75", "76"])) {
        let found = compared(&asked).unwrap();
        let value = number(value).to_ratio();
        let bounds: Vec<_> = found.targets.iter().filter_map(|one| Some((one.strictest, one.bound.as_ref()?))).collect();
        let one_way = bounds.iter().all(|(_, bound)| bound.better == bounds[0].1.better);
        prop_assert_eq!(bounds.iter().any(|(strictest, _)| *strictest), one_way && bounds.len() > 1);
        for (_, strictest) in bounds.iter().filter(|(strictest, _)| *strictest) {
            for (_, bound) in &bounds {
                prop_assert!(!strictest.is_met_by(&value) || bound.is_met_by(&value), "{:?} and not {:?}", strictest, bound);
            }
        }
    }
}

// Beyond a hundred they are counted.
#[test]
fn the_rest_of_the_contradictions_is_counted() {
    let low = (0..11).map(|place| (NATION, at_least(&(60 + place).to_string()), DUE));
    let high = (0..10).map(|place| (COUNTY, at_most(&(50 - place).to_string()), DUE));
    let asked: Vec<Asked> = low.chain(high).collect();
    let found = compared(&asked).unwrap();
    assert_eq!((found.contradictions.len(), found.more_contradictions), (100, 10));
    assert_eq!(found.contradictions[99].first, "t9");
}

// A count that is not zero is written and read back; zero is left out.
#[test]
fn contradictions_beyond_those_listed_are_written_as_a_count() {
    let asked = |pairs: usize| {
        let low = (0..pairs).map(|_| (None, at_most("40"), DUE));
        low.chain((0..pairs).map(|_| (None, at_least("60"), DUE))).collect::<Vec<_>>()
    };
    for (pairs, more) in [(10, 0), (11, 21)] {
        let found = compared(&asked(pairs)).unwrap();
        assert_eq!((found.contradictions.len(), found.more_contradictions), (100, more));
        let written = serde_json::to_value(&found).unwrap();
        assert_eq!(written.get("more_contradictions").cloned(), (more > 0).then(|| more.into()));
        assert_eq!(serde_json::from_value::<SideBySide>(written).unwrap(), found);
    }
}

// To have to keep what was reached is more than to reach it.
#[test]
fn reached_and_kept_is_stricter_than_by_the_year_and_milder_than_always() {
    let once = Timing::ReachedAndKept { due: Year::literal(2030) };
    let every = Timing::EveryYear { from: Year::literal(2021), due: Year::literal(2030) };
    assert_eq!(strictest(&[(NATION, at_least("70"), DUE), (COUNTY, at_least("70"), once)]), ["t1"]);
    assert_eq!(strictest(&[(NATION, at_least("70"), every), (COUNTY, at_least("70"), once)]), ["t0"]);
    use ContradictionKind::LaxerThanAbove;
    let named = vec![(LaxerThanAbove, "t0".to_string(), "t1".to_string())];
    assert_eq!(contradictions(&[(NATION, at_least("70"), once), (COUNTY, at_least("70"), DUE)]), named);
    assert_eq!(contradictions(&[(NATION, at_least("70"), DUE), (COUNTY, at_least("70"), once)]), []);
    // To keep it from the first year on lies between them.
    let kept = Timing::Kept { from: Year::literal(2021), due: Year::literal(2030) };
    assert_eq!(strictest(&[(NATION, at_least("70"), once), (COUNTY, at_least("70"), kept)]), ["t1"]);
    assert_eq!(strictest(&[(NATION, at_least("70"), every), (COUNTY, at_least("70"), kept)]), ["t0"]);
}

// At one limit a value can lie only where both ends belong: told of each pair once, in whatever order they come.
#[test]
fn limits_that_belong_and_those_that_do_not() {
    let (more, less) = (Rule::MoreThan { value: number("70") }, Rule::LessThan { value: number("70") });
    for (one, without, with) in [(at_most("70"), more, at_least("70")), (at_least("70"), less, at_most("70"))]
    {
        let asked: Vec<Asked> =
            [one, without, with, without, with, without, with].map(|rule| (None, rule, DUE)).into();
        let found = compared(&asked).unwrap();
        let pairs: Vec<(&str, &str)> =
            found.contradictions.iter().map(|odd| (&*odd.first, &*odd.second)).collect();
        assert_eq!((pairs, found.more_contradictions), (vec![("t0", "t1"), ("t0", "t3"), ("t0", "t5")], 0));
    }
    let apart = compared(&[(None, at_most("80"), DUE), (None, at_least("70"), DUE)]).unwrap();
    assert_eq!((apart.contradictions, apart.more_contradictions), (vec![], 0));
}
