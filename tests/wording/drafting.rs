//! From the text of a plan to a judged report; and how much of the built-in plans is found in their own text, where it is there.

use std::collections::BTreeMap;

use dabiao::plan::Section;
use dabiao::plan::wording::{self, Ask};
use dabiao::{Catalogue, Rule, Target};
use dabiao_tables::draft::{self, Drafted, MARK, outline};
use dabiao_tables::plan;

const TEXT: &str = include_str!("../../examples/data/county-plan.txt");

fn drafted(edited: &[String]) -> Drafted {
    draft::draft(TEXT, &Catalogue::hangjin(), edited).expect("a plan").remove(0)
}

fn added(toml: &str) -> Catalogue {
    let mut catalogue = Catalogue::hangjin();
    plan::add(&mut catalogue, "draft.toml", toml, dabiao::Language::Chinese).expect("a sound document");
    catalogue
}

#[test]
fn a_text_has_its_domains_goals_and_measures() {
    let plan = outline::plans(TEXT).remove(0);
    assert_eq!(plan.title, "云泽县妇女儿童发展规划（2021—2030年）");
    assert_eq!((plan.document.as_str(), plan.issued.as_str()), ("云政发〔2021〕88号", "2021-11-15"));
    assert_eq!(plan.domains, ["健康", "教育", "参与决策与保障"]);
    let goals = plan.clauses.iter().filter(|clause| clause.goal).count();
    assert_eq!((goals, plan.clauses.len()), (22, 40));
    // The item's number is no part of the number behind it.
    let clause = plan.clauses.iter().find(|clause| (clause.domain, clause.item, clause.goal) == (1, 6, true));
    assert!(clause.expect("the sixth goal").text.starts_with("6个月内婴儿"));
}

/// The draft is a document that is accepted, and its targets ask what their words ask.
#[test]
fn a_draft_is_a_sound_plan() {
    let draft = drafted(&[]);
    let catalogue = added(&draft.toml);
    let own: Vec<&Target> = catalogue.targets().filter(|target| target.plan == "own").collect();
    assert_eq!(own.len(), draft.targets);
    let asks: Vec<String> = own
        .iter()
        .map(|target| {
            let card = catalogue.indicator(&target.indicator).expect("an indicator");
            format!("{} {} {} {}", catalogue.label(target), card.zh, target.rule.code(), target.timing.code())
        })
        .collect();
    insta::assert_snapshot!(asks.join("\n"));
    // The one that could not be drafted as asked is watched, and that is remarked on.
    let remarks = vec!["own.d3.s8.1：这里写的是monitored，而原文要求~女职工比例：in_proportion".to_owned()];
    assert_eq!(draft::check(&draft, &Catalogue::hangjin()), Ok(remarks));
    // Every clause stands in the ledger, with its targets or the reason why it has none.
    let ledger = draft.toml.split_once("# 台账：").expect("a ledger").1;
    assert_eq!(ledger.lines().filter(|line| line.contains("（第")).count(), 40);
    assert!(ledger.contains("# 2-5（第48行）：定性要求"), "{ledger}");
    assert!(ledger.contains("读不出：“40％—45％”，两个数之间的范围，没有单一界限"), "{ledger}");
}

/// A second run keeps what was edited, what was added, and what was taken out.
#[test]
fn a_second_run_keeps_what_was_edited() {
    let first = drafted(&[]);
    assert_eq!(drafted(std::slice::from_ref(&first.toml)).toml, first.toml);
    let mut blocks: Vec<String> = first.toml.split("\n\n").map(str::to_owned).collect();
    let edited = blocks.iter().position(|block| block.contains("\"own.d1.g5.1\"")).expect("a target");
    blocks[edited] = blocks[edited].replace("value = \"2\"", "value = \"1.5\"").replace("# ", "# 已核对 ");
    let out = blocks.iter().position(|block| block.contains("\"own.d1.g7.1\"")).expect("a target");
    blocks.remove(out);
    let by_hand = blocks.join("\n\n");
    assert_ne!(by_hand, first.toml);
    let second = drafted(&[by_hand]);
    assert!(second.toml.contains("value = \"1.5\"") && !second.toml.contains("\"own.d1.g7.1\""));
    assert_eq!(second.targets, first.targets - 1);
    assert_eq!(drafted(std::slice::from_ref(&second.toml)).toml, second.toml);
}

/// From the text to a judged report: with a value for an indicator, its targets have a verdict.
#[test]
fn a_drafted_plan_is_judged() {
    let catalogue = added(&drafted(&[]).toml);
    let row = |indicator: &str, year: &str, value: &str| {
        let record =
            dabiao::Record { indicator, period: year, value, area: "county", ..dabiao::Record::default() };
        record.read(&catalogue).expect("a row")
    };
    let rows = [
        row("孕产妇系统管理率", "2030", "91.9"),
        row("艾滋病母婴传播率", "2030", "2"),
        row("婴儿死亡率", "2030", "4.6"),
        row("高中阶段教育毛入学率", "2030", "93"),
    ];
    let data = catalogue.data(rows);
    let own = |target: &Target| target.plan == "own";
    let evaluator = dabiao::Evaluator::new(&catalogue);
    let area = data.area("county").expect("the county");
    let report = evaluator.report_on(area, dabiao::Year::literal(2030), own).expect("a report");
    let outcome = |clause: &str, indicator: &str| {
        let row = report
            .rows
            .iter()
            .find(|row| row.clause == clause && *row.indicator.zh == *indicator)
            .expect(clause);
        row.assessment().outcome
    };
    assert_eq!(outcome("A1-3", "孕产妇系统管理率"), dabiao::Outcome::NotMet);
    assert_eq!(outcome("A1-5", "艾滋病母婴传播率"), dabiao::Outcome::Met);
    assert_eq!(outcome("A1-2", "婴儿死亡率"), dabiao::Outcome::NotMet);
    assert_eq!(outcome("A2-3", "高中阶段教育毛入学率"), dabiao::Outcome::Met);
}

#[test]
fn what_is_no_plan_is_refused() {
    let wrong = draft::draft("第一章\n1.好", &Catalogue::hangjin(), &[]).expect_err("no plan");
    assert!(wrong.zh.starts_with("没有找到规划"), "{}", wrong.zh);
}

/// The plans' text is no part of the project. Where `DABIAO_PLAN_TEXT` names it, the built-in cards are looked for in it.
#[test]
fn figures_on_the_plans_own_text() {
    let Some(path) = std::env::var_os("DABIAO_PLAN_TEXT") else {
        println!("the plans' text is not here (DABIAO_PLAN_TEXT is not set): nothing was compared");
        return;
    };
    let text = std::fs::read_to_string(&path).expect("the text that DABIAO_PLAN_TEXT names");
    let catalogue = Catalogue::hangjin();
    let mut figures = Figures::default();
    for (plan, outline) in ["women", "children"].into_iter().zip(outline::plans(&text)) {
        for clause in &outline.clauses {
            let section = if clause.goal { Section::Goal } else { Section::Strategy };
            let here = |target: &&Target| {
                target.plan == plan
                    && target.clause.section == section
                    && usize::from(target.clause.domain) == clause.domain
                    && *target.clause.item == *clause.item.to_string()
            };
            figures.compare(&catalogue, &catalogue.targets().filter(here).collect::<Vec<_>>(), &clause.text);
        }
    }
    println!("{}", figures.said());
    for plan in draft::draft(&text, &catalogue, &[]).expect("plans") {
        let Drafted { title, clauses, targets, marks, .. } = &plan;
        println!(
            "{title}: {clauses} clauses, {targets} targets, {marks} marks; {:?}",
            draft::check(&plan, &catalogue)
        );
    }
    assert!(figures.of("numbers").wrong.is_empty());
    let directions = figures.of("directions");
    let (found, missed) = (directions.found, directions.missed.len());
    assert!(
        found * 10 >= (found + missed) * 9,
        "fewer than nine of ten directions: {found} of {}",
        found + missed
    );
}

#[derive(Debug, Default)]
struct Figure {
    found: usize,
    missed: Vec<String>,
    wrong: Vec<String>,
    undecided: Vec<String>,
}

#[derive(Debug, Default)]
struct Figures(BTreeMap<&'static str, Figure>);

impl Figures {
    fn of(&mut self, class: &'static str) -> &mut Figure {
        self.0.entry(class).or_default()
    }

    /// The cards of a clause beside what its whole text is drafted to.
    fn compare(&mut self, catalogue: &Catalogue, cards: &[&Target], text: &str) {
        let reading = wording::read(text);
        let asks: Vec<&Ask> = reading.asks.iter().filter(|ask| draft::is_target(ask)).collect();
        let rules_of = |ask: &Ask, target: &Target| {
            let card = catalogue.indicator(&target.indicator).expect("an indicator");
            ask.rules(card.unit, dabiao::Year::literal(2020))
        };
        let same = |rule: &Rule, target: &Target| match (rule, &target.rule) {
            (Rule::Around { value, better, .. }, Rule::Around { value: other, better: way, .. }) => {
                value == other && better == way
            }
            (Rule::HostBound { .. }, Rule::HostBound { .. })
            | (Rule::InProportion { .. }, Rule::InProportion { .. }) => true,
            (rule, other) => rule == other,
        };
        for target in cards {
            let class = class_of(&target.rule);
            let line = format!("{}: {}", target.id, target.clause.words);
            let hits: Vec<&&Ask> = asks
                .iter()
                .filter(|ask| rules_of(ask, target).iter().any(|rule| same(rule, target)))
                .collect();
            match hits.first() {
                None => self.of(class).missed.push(line),
                Some(ask) if !ask.or.is_empty() => self.of(class).undecided.push(line),
                Some(_) => self.of(class).found += 1,
            }
        }
        // What is drafted with a number that no card of the clause has.
        for ask in &asks {
            let numeric =
                matches!(&ask.request, wording::Request::Bound { .. } | wording::Request::Change { .. })
                    && !ask.implied;
            let known =
                cards.iter().any(|target| rules_of(ask, target).iter().any(|rule| same(rule, target)));
            // The same bound as that of a goal has its target there.
            let elsewhere = catalogue.targets().any(|target| {
                let card = catalogue.indicator(&target.indicator).expect("an indicator");
                let near = ask.names.iter().any(|name| wording::likeness(name, &card.zh) >= 600);
                near && rules_of(ask, target).iter().any(|rule| same(rule, target))
            });
            if numeric && !known && !elsewhere {
                let line = format!("{} {} ({})", ask.names.join("+"), ask.request, ask.place.of(text));
                self.of("numbers").wrong.push(line);
            }
        }
        for unread in &reading.unread {
            self.of("numbers").undecided.push(format!("{} {}", unread.place.of(text), unread.why.en()));
        }
    }

    fn said(&self) -> String {
        let mut lines = Vec::new();
        for (class, figure) in &self.0 {
            let Figure { found, missed, wrong, undecided } = figure;
            lines.push(format!(
                "{class}: {found} found, {} missed, {} wrong, {} undecided",
                missed.len(),
                wrong.len(),
                undecided.len()
            ));
            let listed = [("missed", missed), ("wrong", wrong), ("undecided", undecided)];
            lines.extend(
                listed
                    .iter()
                    .flat_map(|(what, list)| list.iter().map(move |line| format!("  {what} {line}"))),
            );
        }
        lines.join("\n")
    }
}

fn class_of(rule: &Rule) -> &'static str {
    match rule {
        Rule::Improves { .. } | Rule::NotWorse { .. } | Rule::RisesSlower => "directions",
        _ if rule.number().is_some() || matches!(rule, Rule::AtLeastRatio { .. }) => "numbers",
        _ => "others",
    }
}

#[test]
fn marks_are_counted() {
    let draft = drafted(&[]);
    assert_eq!(draft.toml.matches(MARK).count(), draft.marks);
}

/// Titles over two lines, chapters, items in brackets with numbers of another kind inside; what stands behind the last measure is
/// no part of it.
#[test]
fn other_forms_of_plans_are_read() {
    const OTHER: &str = "关于印发《青禾县儿童发展规划（2021—2030年）》的通知\n青政办发〔2022〕16号\n2022年3月1日\n\
        青禾县儿童发展规划\n（2021—2030年）\n第一章 总体要求\n1.坚持儿童优先。\n第二章 主要目标和策略措施\n一、儿童与健康\n\
        （一）主要目标\n（1）婴儿死亡率降至3‰以下，\n其中：1.城镇更低；2.农村逐步降低。\n（2）女教师占比达到40％—45％，入园率达到92％。\n\
        （二）策略措施\n（1）每所学校至少配备1名校医。\n第三章 组织实施\n一、加强领导。每年召开一次会议。\n";
    let plan = outline::plans(OTHER).remove(0);
    assert_eq!((plan.title.as_str(), plan.years), ("青禾县儿童发展规划（2021—2030年）", Some((2021, 2030))));
    assert_eq!((plan.document.as_str(), plan.issued.as_str()), ("青政办发〔2022〕16号", "2022-03-01"));
    assert_eq!(plan.domains, ["儿童与健康"]);
    let clauses: Vec<(bool, u32, &str)> =
        plan.clauses.iter().map(|clause| (clause.goal, clause.item, clause.text.as_str())).collect();
    assert_eq!(
        clauses,
        [
            (true, 1, "婴儿死亡率降至3‰以下，其中：1.城镇更低；2.农村逐步降低。"),
            (true, 2, "女教师占比达到40％—45％，入园率达到92％。"),
            (false, 1, "每所学校至少配备1名校医。"),
        ]
    );
    // What a clause asks besides its targets and could not be read is marked, and stands in the ledger.
    let draft = draft::draft(OTHER, &Catalogue::hangjin(), &[]).expect("a plan").remove(0);
    assert!(draft.toml.contains("# 请定：本条还有读不出：“40％—45％”"), "{}", draft.toml);
    assert!(draft.toml.contains("# 1-2（第13行）：own.d1.g2.1；读不出：“40％—45％”"), "{}", draft.toml);
    let five = OTHER.replace("青禾县儿童发展规划\n（2021—2030年）\n", "青禾县“十四五”儿童发展规划\n");
    assert_eq!(outline::plans(&five).remove(0).years, Some((2021, 2025)));
}

/// （不含95%） behind 90% says nothing of whether 90% is included, and its number is not lost.
#[test]
fn another_number_in_brackets_is_not_lost() {
    let other = wording::read("参保率达到90%以上（不含95%）");
    let bounds = other.asks.iter().map(|ask| ask.request.to_string());
    assert_eq!(bounds.collect::<Vec<_>>(), ["≥90%", "≥95%"]);
    let own = wording::read("参保率达到95.0%以上（不含95%）");
    let bounds = own.asks.iter().map(|ask| ask.request.to_string());
    assert_eq!(bounds.collect::<Vec<_>>(), [">95.0%"]);
}
