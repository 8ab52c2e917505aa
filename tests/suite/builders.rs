//! Plans, indicators, targets and figures put together in code: each word changes what it names, and nothing else.

use dabiao::{
    Catalogue, Rule, Target, Year,
    indicators::INFANT_MORTALITY_RATE,
    plan::{
        AuditLevel, Between, Bilingual, Calendar, Clause, Commitment, Definition, Figure, FigureOf, Fraction,
        Gap, GapMeasure, IndicatorCard, IndicatorKind, Level, Plan, Qualifier, Relation, RelationKind, Scope,
        Section, Timing, Validity,
    },
    values::{Date, Disaggregation, Sex, Text, Unit},
};

use crate::support::{self, at_least, number, year};

fn plan() -> Plan {
    Plan::new("own", "自拟规划", "own plan", year(2021), year(2030))
}

fn coverage() -> IndicatorCard {
    IndicatorCard::new("coverage", "覆盖率", "coverage", Unit::Percent, IndicatorKind::Share)
}

fn target() -> Target {
    Target::new(&plan(), "own.1", "coverage", at_least("90"))
}

#[test]
fn a_plan_in_words() {
    let plain = plan();
    assert_eq!((&*plain.letter, plain.level, plain.issued), ("O", None, Date::literal(2021, 1, 1)));
    let day = Date::literal(2022, 8, 9);
    let told = plan()
        .issued("杭政发〔2022〕139号", day)
        .level(Level::County)
        .letter("W")
        .domains(["健康", "教育"])
        .domains_en(["health", "education"]);
    let expected = Plan {
        document: "杭政发〔2022〕139号".into(),
        issued: day,
        level: Some(Level::County),
        letter: "W".into(),
        domains: vec![Text::from("健康"), Text::from("教育")].into(),
        domains_en: vec![Text::from("health"), Text::from("education")].into(),
        ..plain
    };
    assert_eq!(told, expected);
}

#[test]
fn an_indicator_in_words() {
    let plain = coverage();
    assert_eq!((plain.floor, plain.ceiling), (number("0"), Some(number("100"))));
    let amount = IndicatorCard::new("income", "收入", "income", Unit::Percent, IndicatorKind::ValueOnly);
    assert_eq!(amount.ceiling, None, "only a part of a whole is bounded by it");
    assert_eq!(coverage().calendar(Calendar::Term), IndicatorCard { calendar: Calendar::Term, ..coverage() });
    let country = Disaggregation::RURAL;
    assert_eq!(coverage().disaggregation(country).disaggregation, country);
    let women = coverage().disaggregation(country).women_only();
    assert_eq!(
        (women.women_only, women.disaggregation),
        (true, Disaggregation { sex: Sex::Female, ..country })
    );
    let limited = coverage().limits(number("10"), Some(number("90")));
    assert_eq!((limited.floor, limited.ceiling), (number("10"), Some(number("90"))));
    assert_eq!(coverage().limits(number("10"), None).ceiling, None);
    let gap = Gap {
        of: "coverage".into(),
        between: Between::UrbanRural,
        unit_kind: None,
        measure: GapMeasure::Difference,
    };
    assert_eq!(coverage().gap(gap.clone()).gap, Some(gap));
    let of_women = coverage().women_of("members");
    assert_eq!(
        (of_women.women_of.as_deref(), of_women.disaggregation),
        (Some("members"), Disaggregation::FEMALE)
    );
    let catalogue = Catalogue::hangjin();
    let definition: Definition = INFANT_MORTALITY_RATE.card().definition.clone().unwrap();
    assert_eq!(coverage().definition(definition.clone()).definition, Some(definition));
    assert_eq!(&*coverage().alias("达标率").aliases, [Text::from("达标率")]);
    let id: Text = INFANT_MORTALITY_RATE.into();
    assert_eq!(catalogue.indicator(&id).unwrap().zh, "婴儿死亡率");
}

#[test]
fn a_target_in_words() {
    let plain = target();
    assert_eq!((plain.timing, &plain.scope), (Timing::ByYear { due: year(2030) }, &Scope::Area));
    assert_eq!(target().each("township"), Target { scope: Scope::EveryUnit("township".into()), ..target() });
    assert_eq!(target().pooled("village"), Target { scope: Scope::Pooled("village".into()), ..target() });
    let compared = Target::new(&plan(), "own.1", "coverage", Rule::NotBelow).compared_with("members");
    assert_eq!(compared.reference.as_deref(), Some("members"));
    assert_eq!(
        target().commitment(Commitment::Aspiration),
        Target { commitment: Commitment::Aspiration, ..target() }
    );
    let note = Some(Bilingual { zh: "按年末数".into(), en: "at the end of the year".into() });
    assert_eq!(target().note("按年末数", "at the end of the year"), Target { note, ..target() });
    let valid = Validity { from: Some(year(2023)), until: None };
    assert_eq!(target().valid(valid), Target { valid, ..target() });
    let clause = |section, domain| Clause { section, domain, item: "3".into(), words: "达到90％".into() };
    assert_eq!(target().goal(2, "3", "达到90％").clause, clause(Section::Goal, 2));
    assert_eq!(target().measure(1, "3", "达到90％").clause, clause(Section::Strategy, 1));
    let (from, due) = (year(2022), year(2028));
    for (told, timing) in [
        (target().by(2028), Timing::ByYear { due }),
        (target().kept(2022, 2028), Timing::Kept { from, due }),
        (target().every_year(2022, 2028), Timing::EveryYear { from, due }),
        (target().every_term(2022, 2028), Timing::EveryTerm { from, due }),
        (target().once(2022, 2028), Timing::Once { from, due }),
    ] {
        assert_eq!(told.timing, timing);
    }
}

#[test]
fn a_figure_in_words() {
    let plain = Figure::value("coverage");
    let over = Figure { unit_kind: Some("township".into()), ..plain.clone() };
    assert_eq!(plain.clone().over_units("township"), over);
    let among = Figure { disaggregation: Some(Disaggregation::MALE), ..plain.clone() };
    assert_eq!(plain.clone().among(Disaggregation::MALE), among);
    let half = Figure { times: Some(Fraction::literal(1, 2)), ..plain.clone() };
    assert_eq!(plain.times(1, 2), half);
    let of = [
        Figure::numerator("coverage"),
        Figure::denominator("coverage"),
        Figure::cases("coverage"),
        Figure::number(number("7")),
        Figure::days(),
    ];
    assert_eq!(
        of.map(|figure| figure.of),
        [
            FigureOf::Numerator,
            FigureOf::Denominator,
            FigureOf::Cases,
            FigureOf::Number(number("7")),
            FigureOf::DaysOfTheYear
        ]
    );
}

// An own relation is held against the catalogue before it is taken.
#[test]
fn a_relation_is_taken_or_refused() {
    let relation = |id: &'static str, left: Vec<Figure>| Relation {
        id: id.into(),
        says: RelationKind::Order { left, right: vec![Figure::value("neonatal-mortality-rate")] },
        level: AuditLevel::Should,
        zh: "自拟关系".into(),
        en: "a relation of our own".into(),
        source: None,
    };
    let refused = |relation: Relation| {
        let errors = Catalogue::hangjin().add_relations([relation]).unwrap_err();
        errors.iter().map(|error| error.path()).collect::<Vec<_>>()
    };
    assert_eq!(refused(relation("own", vec![])), ["relations[0].left"]);
    assert_eq!(refused(relation("own", vec![Figure::value("nothing")])), ["relations[0].left"]);
    let rate = || vec![Figure::value("infant-mortality-rate")];
    let mut catalogue = Catalogue::hangjin();
    let before = catalogue.relations().len();
    catalogue.add_relations([relation("own", rate())]).unwrap();
    assert_eq!(catalogue.relations().len(), before + 1);
    let errors = catalogue.add_relations([relation("own", rate())]).unwrap_err();
    assert_eq!(errors[0].path(), "relations[0].id");
    let empty = |says| Relation { says, ..relation("own", vec![]) };
    let percent = number("5");
    assert_eq!(
        refused(empty(RelationKind::Change { figures: vec![], percent })),
        ["relations[0].figures", "relations[0].says"]
    );
    let one = Figure::value("infant-mortality-rate");
    let whole = Figure::value("neonatal-mortality-rate");
    assert_eq!(
        refused(empty(RelationKind::Sum { parts: vec![one.clone()], whole: whole.clone() })),
        ["relations[0].parts"]
    );
    assert_eq!(
        refused(empty(RelationKind::Between { total: whole, parts: vec![one] })),
        ["relations[0].parts"]
    );
}

#[test]
fn validity_in_years() {
    let between = Validity { from: Some(year(2022)), until: Some(year(2025)) };
    let holds = |valid: Validity| (2021..=2026).map(|at| valid.holds(Year::literal(at))).collect::<Vec<_>>();
    assert_eq!(holds(between), [false, true, true, true, true, false]);
    assert_eq!(holds(Validity { until: None, ..between }), [false, true, true, true, true, true]);
    assert_eq!(holds(Validity { from: None, ..between }), [true, true, true, true, true, false]);
    assert!(holds(Validity::ALWAYS).into_iter().all(|holds| holds) && Validity::ALWAYS.is_always());
    for limited in [Validity { until: None, ..between }, Validity { from: None, ..between }, between] {
        assert!(!limited.is_always());
    }
    let add = |valid| {
        let card = IndicatorCard { valid, ..coverage() };
        let target = support::goal("target", "1", &card, at_least("90"));
        Catalogue::new().add(support::plan(), vec![card], vec![target]).map_err(|errors| errors[0].path())
    };
    assert_eq!(add(between), Ok(()));
    assert_eq!(add(Validity { from: Some(year(2025)), ..between }), Ok(()), "a single year");
    assert_eq!(add(Validity { from: Some(year(2026)), ..between }), Err("indicators[0].valid".to_string()));
}

#[test]
fn words_of_calendars_and_directions() {
    let calendars = [
        Calendar::Year,
        Calendar::SchoolYear,
        Calendar::Term,
        Calendar::Every(3),
        Calendar::Survey,
        Calendar::Census,
        Calendar::Event,
    ];
    assert_eq!(
        calendars.map(|calendar| (calendar.zh(), calendar.en())),
        [
            ("年度", "calendar year"),
            ("学年", "school year"),
            ("届", "term of office"),
            ("调查年份", "year of the survey"),
            ("调查年份", "year of the survey"),
            ("普查年份", "year of the census"),
            ("事项", "event"),
        ]
    );
    let words = [
        (Qualifier::Plain, ""),
        (Qualifier::Further, "further"),
        (Qualifier::Markedly, "markedly"),
        (Qualifier::Gradually, "gradually"),
        (Qualifier::Continually, "continually"),
        (Qualifier::Steadily, "steadily"),
        (Qualifier::Sustained, "in every period"),
        (Qualifier::EachTerm, "from term to term"),
    ];
    assert!(words.iter().all(|(qualifier, en)| qualifier.en() == *en));
}
