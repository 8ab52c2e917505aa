//! A plan's text taken to a plan document: each goal and measure read, each target with the words it rests on, and what has to be
//! decided by hand marked.

pub mod outline;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use dabiao::json::PlanDocument;
use dabiao::plan::wording::{self, Ask, Figure, Request};
use dabiao::plan::{Commitment, IndicatorCard, Plan, Rule};
use dabiao::values::Unit;
use dabiao::{Catalogue, Language, Year};
use serde_json::{Value, json};

use crate::{Wrong, encoding};
use outline::{Clause, Outline};

/// The longest text of a plan that is read, in bytes.
pub const MAX_BYTES: usize = 8 << 20;

/// The mark before what has to be decided by hand.
pub const MARK: &str = "# 请定：";

/// A drafted plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafted {
    /// The title of the plan.
    pub title: String,
    /// The document, in TOML.
    pub toml: String,
    /// How many goals and measures there are.
    pub clauses: usize,
    /// How many targets were drafted.
    pub targets: usize,
    /// How many things have to be decided.
    pub marks: usize,
}

/// Whether an ask becomes a target. A level of awareness or quality, and 普遍 or 定期 of what has no number, do not.
#[must_use]
pub fn is_target(ask: &Ask) -> bool {
    match ask.request {
        Request::Direction { .. } => ask.measured || ask.gap || ask.countable,
        Request::Unnumbered => ask.measured,
        Request::Bound { .. } => !(ask.names.is_empty() && ask.implied),
        _ => true,
    }
}

/// Drafts every plan of a text. `edited` holds documents of an earlier run, by title: what stands there is kept as it is, and
/// what was taken out stays out.
///
/// # Errors
/// On a text that is too long, or has no goals.
pub fn draft(text: &str, catalogue: &Catalogue, edited: &[String]) -> Result<Vec<Drafted>, Wrong> {
    if text.len() > MAX_BYTES {
        return Err(Wrong::new("文件过大，最多8 MiB", "the text is longer than the 8 MiB that are read"));
    }
    let plans = outline::plans(text);
    if plans.is_empty() {
        return Err(Wrong::new(
            "没有找到规划：需要“某县妇女发展规划（2021—2030年）”这样单独一行的标题，“主要目标”“策略措施”这样单独一行的小标题，\
             以及小标题下按1. 2. 3.或（1）（2）（3）编号、各自成行的条目",
            "no plan was found: it needs a title like 某县妇女发展规划（2021—2030年） on a line of its own, lines 主要目标 and 策略措施, \
             and under them items numbered 1. 2. 3. or （1）（2）（3）, each on its own line",
        ));
    }
    Ok(plans.iter().enumerate().map(|(place, plan)| one(plan, place, catalogue, edited)).collect())
}

/// Drafts the plans of a text, each into its own file, and says of each how much is left to be decided. What was edited in a
/// file of an earlier run is kept.
///
/// # Errors
/// As [`draft`], and a file that cannot be read or written.
pub fn write(path: &str, text: &str, out: &str, language: Language) -> Result<Vec<String>, String> {
    let name = |place: usize| match place {
        0 => out.to_owned(),
        _ => format!("{}-{}.toml", out.trim_end_matches(".toml"), place + 1),
    };
    // An earlier draft that is there and cannot be read is not written over.
    let mut edited = Vec::new();
    for file in (0..).map(name).take_while(|file| std::path::Path::new(file).exists()) {
        edited.push(encoding::read_text(&file).map_err(|wrong| wrong.message(&file, language))?);
    }
    let catalogue = Catalogue::hangjin();
    let plans = draft(text, &catalogue, &edited).map_err(|wrong| wrong.message(path, language))?;
    let mut said = Vec::new();
    for (place, plan) in plans.iter().enumerate() {
        let file = name(place);
        std::fs::write(&file, &plan.toml).map_err(|error| format!("{file}: {error}"))?;
        let Drafted { title, clauses, targets, marks, .. } = plan;
        said.push(match language {
            Language::Chinese => format!("{file}：{title}，{clauses}条，拟出{targets}个目标，{marks}处请定"),
            Language::English => {
                format!(
                    "{file}: {title}: {clauses} clauses, {targets} targets drafted, {marks} things to decide"
                )
            }
        });
        check(plan, &catalogue)?;
    }
    Ok(said)
}

/// Takes back what the catalogue refuses: a rule that does not fit its indicator is watched, and the reason is marked.
fn mend(header: &str, brought: &BTreeMap<String, Block>, blocks: &mut [Block], catalogue: &Catalogue) {
    let mut toml = header.to_owned();
    for block in brought.values().chain(&*blocks) {
        toml.push_str(&block.text);
        toml.push_str("\n\n");
    }
    let Ok(document) = crate::plan::from_toml(&toml) else { return };
    let Err(problems) = PlanDocument::add(&mut catalogue.clone(), &document) else { return };
    for problem in problems {
        let place = problem.path.strip_prefix("targets[").and_then(|rest| rest.split_once(']'));
        let Some((place, field)) =
            place.and_then(|(place, field)| Some((place.parse::<usize>().ok()?, field)))
        else {
            continue;
        };
        let Some(block) = blocks.get_mut(place) else { continue };
        let lines = block.text.lines().map(|line| match field.contains("timing") {
            true if line.starts_with("timing = ") => "timing = { kind = \"by_year\", due = 2030 }",
            false if line.starts_with("rule = ") => "rule = { kind = \"monitored\" }",
            _ => line,
        });
        let said = problem.zh();
        let reason = said.split_once('：').map_or(said.as_str(), |(_, reason)| reason);
        block.text = format!("{MARK}{reason}；先作监测\n{}", lines.collect::<Vec<_>>().join("\n"));
        block.marks += 1;
    }
}

/// What is drafted of one target.
struct Block {
    id: String,
    text: String,
    marks: usize,
}

fn one(outline: &Outline, place: usize, catalogue: &Catalogue, edited: &[String]) -> Drafted {
    let id = if place == 0 { "own".to_owned() } else { format!("own{}", place + 1) };
    let earlier = edited.iter().map(|text| Earlier::of(text)).find(|earlier| earlier.title == outline.title);
    let header = header(outline, &id, place);
    let base = plan_of(&header);
    let mut blocks: Vec<Block> = Vec::new();
    let mut brought: BTreeMap<String, Block> = BTreeMap::new();
    let mut ledger = String::from("# 台账：每条目标、措施及其指标，或没有指标的原因\n");
    for clause in &outline.clauses {
        let (ids, why) = of_clause(clause, &id, &base, catalogue, &mut blocks, &mut brought);
        let name = format!("{}-{}{}", clause.domain, if clause.goal { "" } else { "S" }, clause.item);
        let told = match (ids.is_empty(), why.starts_with("读不出")) {
            (true, _) => why,
            (false, true) => format!("{}；{why}", ids.join(" ")),
            (false, false) => ids.join(" "),
        };
        writeln!(ledger, "# {name}（第{}行）：{told}", clause.line).unwrap_or_default();
    }
    mend(&header, &brought, &mut blocks, catalogue);
    let mut toml = header;
    let mut kept: BTreeSet<String> = BTreeSet::new();
    let (mut targets, mut marks) = (0, toml.matches(MARK).count());
    let all = brought
        .into_values()
        .map(|block| (block, false))
        .chain(blocks.into_iter().map(|block| (block, true)));
    for (block, target) in all {
        if let Some(earlier) = &earlier {
            match earlier.blocks.get(&block.id) {
                Some(text) => {
                    toml.push_str(text);
                    toml.push_str("\n\n");
                    marks += text.matches(MARK).count();
                    targets += usize::from(target);
                    kept.insert(block.id);
                    continue;
                }
                // Drafted then and no longer there: it was taken out by hand.
                None if earlier.drafted.contains(&block.id) => {
                    writeln!(ledger, "# 已删去：{}", block.id).unwrap_or_default();
                    continue;
                }
                None => {}
            }
        }
        toml.push_str(&block.text);
        toml.push_str("\n\n");
        marks += block.marks;
        targets += usize::from(target);
    }
    if let Some(earlier) = &earlier {
        if !earlier.header.is_empty() {
            let rest = toml.split_once("\n\n").map_or("", |(_, rest)| rest).to_owned();
            toml = format!("{}\n\n{rest}", earlier.header);
        }
        for (id, text) in earlier.blocks.iter().filter(|(id, _)| !kept.contains(*id)) {
            let own = !earlier.drafted.contains(id);
            writeln!(ledger, "# {}：{id}", if own { "自行增加" } else { "原文已无此条" }).unwrap_or_default();
            toml.push_str(text);
            toml.push_str("\n\n");
        }
    }
    toml.push_str(&ledger);
    Drafted { title: outline.title.clone(), toml, clauses: outline.clauses.len(), targets, marks }
}

fn header(outline: &Outline, id: &str, place: usize) -> String {
    let (first, last) = outline.years.unwrap_or((2021, 2030));
    let letter = char::from(b'A'.saturating_add(u8::try_from(place).unwrap_or(25)));
    let mut text = String::from("[plan]\n");
    let mut field = |name: &str, value: &str| writeln!(text, "{name} = {value}").unwrap_or_default();
    field("id", &quoted(id));
    field("letter", &quoted(&letter.to_string()));
    field("zh", &quoted(&outline.title));
    field("en", "\"A plan\" # 请定：规划的英文名称");
    match outline.document.as_str() {
        "" => field("document", "\"文号\" # 请定：正文中没有找到文号"),
        number => field("document", &quoted(number)),
    }
    match outline.issued.as_str() {
        "" => field("issued", &format!("{first}-01-01 # 请定：正文中没有找到印发日期")),
        day => field("issued", day),
    }
    field("first", &first.to_string());
    field("last", &last.to_string());
    let domains: Vec<String> = outline.domains.iter().map(|name| quoted(name)).collect();
    field("domains", &format!("[{}]", domains.join(", ")));
    text.push('\n');
    text
}

/// The plan that a header gives; of the built-in kind where the header cannot be used yet.
fn plan_of(header: &str) -> Option<Plan> {
    let document = crate::plan::from_toml(header).ok()?;
    serde_json::from_value(document.get("plan")?.clone()).ok()
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// The targets of one clause; and why it has none.
fn of_clause(
    clause: &Clause,
    plan_id: &str,
    plan: &Option<Plan>,
    catalogue: &Catalogue,
    blocks: &mut Vec<Block>,
    brought: &mut BTreeMap<String, Block>,
) -> (Vec<String>, String) {
    let reading = wording::read(&clause.text);
    let unread: Vec<String> = reading
        .unread
        .iter()
        .map(|unread| format!("读不出：“{}”，{}", unread.place.of(&clause.text), unread.why.zh()))
        .collect();
    let mut ids = Vec::new();
    let mut of: Vec<String> = Vec::new();
    let section = if clause.goal { "goal" } else { "strategy" };
    let prefix =
        format!("{plan_id}.d{}.{}{}", clause.domain, if clause.goal { "g" } else { "s" }, clause.item);
    for ask in reading.asks.iter().filter(|ask| is_target(ask)) {
        let names = match (ask.names.is_empty(), ask.gap) {
            (true, _) => vec![String::new()],
            (false, false) => ask.names.clone(),
            // 死亡率降至…，城乡、区域差距缩小: gaps of what stands before.
            (false, true) => {
                let whole = |name: &String| format!("{}差距", name.trim_end_matches("差距"));
                let gaps: Vec<String> = ask.names.iter().map(whole).collect();
                let own = |name: &String| name.chars().count() > 6;
                match of.is_empty() || gaps.iter().any(own) {
                    true => gaps,
                    false => {
                        of.iter().flat_map(|of| gaps.iter().map(move |gap| format!("{of}{gap}"))).collect()
                    }
                }
            }
        };
        if !ask.gap {
            of.clone_from(&ask.names);
        }
        for name in &names {
            let id = format!("{prefix}.{}", ids.len() + 1);
            let mut marks: Vec<String> = Vec::new();
            let words = ask.place.of(&clause.text);
            let (indicator, unit) = indicator(name, ask, &id, catalogue, brought, &mut marks);
            let base = plan.as_ref().map_or(Year::literal(2020), |plan| plan.first.plus(-1));
            let rules = ask.rules(unit, base);
            if rules.len() > 1 {
                let others: Vec<String> = rules.iter().skip(1).map(|rule| inline(&json!(rule))).collect();
                marks.push(format!("原文有几种读法，另一种是 {}", others.join("；")));
            }
            let mut rule = rules.first().copied().unwrap_or(Rule::Monitored);
            if rules.is_empty() {
                marks.push(format!("原文要求“{}”，这里没有相应的规则，先作监测", ask.request));
            }
            if rule.has_reference()
                || matches!(rule, Rule::Improves { .. }) && ask.timing == Some(wording::When::EachTerm)
            {
                marks.push("与其他指标或上届比较：请核对参照指标和计量周期".to_owned());
                if rule.has_reference() {
                    rule = Rule::Monitored;
                }
            }
            if ask.plain {
                marks.push("数字前后没有“达到”“不低于”一类的字，按所写的界限计，请核对".to_owned());
            }
            // What the clause asks besides stands in no block, so the first one says it.
            if ids.is_empty() {
                marks.extend(unread.iter().map(|unread| format!("本条还有{unread}")));
            }
            if ask.implied {
                let none = matches!(rule, Rule::AtMost { .. });
                let mark = if none {
                    "原文没有数，按每年0起计：能否计数？"
                } else {
                    "原文没有数，按至少一个计"
                };
                marks.push(mark.to_owned());
            }
            let timing = plan.as_ref().map(|plan| ask.timing_in(plan));
            let mut text = String::from("[[targets]]\n");
            let mut line = |name: &str, value: String| writeln!(text, "{name} = {value}").unwrap_or_default();
            line("id", quoted(&id));
            let (domain, item) = (clause.domain, clause.item);
            line(
                "clause",
                format!(
                    "{{ section = \"{section}\", domain = {domain}, item = \"{item}\", words = {} }}",
                    quoted(words)
                ),
            );
            line(
                "indicator",
                format!("{} # {}", quoted(&indicator), if name.is_empty() { "未写名称" } else { name }),
            );
            line("rule", inline(&json!(rule)));
            line(
                "timing",
                timing.map_or_else(
                    || "{ kind = \"by_year\", due = 2030 }".to_owned(),
                    |timing| inline(&json!(timing)),
                ),
            );
            if let Some(each) = &ask.each {
                line("scope", format!("{{ every_unit = {} }}", quoted(each)));
                marks.push(format!("逐个“{each}”评价：单位类别请与名录一致"));
            }
            if ask.commitment != Commitment::Firm {
                line("commitment", quoted(ask.commitment.code()));
            }
            let count = marks.len();
            let notes: String = marks.iter().map(|mark| format!("{MARK}{mark}\n")).collect();
            let text = format!("{notes}{}", text.trim_end());
            blocks.push(Block { id: id.clone(), text, marks: count });
            ids.push(id);
        }
    }
    let why = match unread.is_empty() {
        false => unread.join("；"),
        true if reading.asks.is_empty() => "定性要求".to_owned(),
        true => "未点名指标".to_owned(),
    };
    (ids, why)
}

/// How near a name has to be to that of an indicator, in thousandths: below, a new one is drafted; below the second, it is marked.
const NEAR: usize = 620;
const SURE: usize = 900;

fn indicator(
    name: &str,
    ask: &Ask,
    target: &str,
    catalogue: &Catalogue,
    brought: &mut BTreeMap<String, Block>,
    marks: &mut Vec<String>,
) -> (String, Unit) {
    let base = Year::literal(2020);
    // A gap is measured by an indicator of its own.
    let fits =
        |card: &&IndicatorCard| card.gap.is_some() == ask.gap && !ask.rules(card.unit, base).is_empty();
    let near = |card: &IndicatorCard| wording::likeness(name, &card.zh);
    let best =
        catalogue.indicators().filter(fits).max_by_key(|card| near(card)).filter(|card| near(card) >= NEAR);
    if let Some(card) = best {
        if near(card) < SURE {
            marks.push(format!("指标取目录中名称最接近的“{}”，请核对", card.zh));
        }
        return (card.id.to_string(), card.unit);
    }
    let unit = unit_of(name, ask);
    let shown = if name.is_empty() { target } else { name };
    if let Some(block) =
        brought.values().find(|block| block.text.contains(&format!("zh = {}\n", quoted(shown))))
    {
        marks.push("指标为本规划新增，请核对名称和单位".to_owned());
        return (block.id.clone(), unit);
    }
    let id = format!("{target}.indicator");
    let mut text = String::from("[[indicators]]\n");
    let calendar = if ask.timing == Some(wording::When::EachTerm) { "calendar = \"term\"\n" } else { "" };
    write!(
        text,
        "id = {}\nzh = {}\nen = {}\nunit = \"{}\"\nkind = \"value_only\"\n{calendar}",
        quoted(&id),
        quoted(shown),
        quoted(&id),
        unit.code()
    )
    .unwrap_or_default();
    let text = format!(
        "{MARK}目录中没有这个指标：请核对名称、单位，有分子分母的把kind改为share或events\n{}",
        text.trim_end()
    );
    brought.insert(id.clone(), Block { id: id.clone(), text, marks: 1 });
    (id, unit)
}

/// The unit of a new indicator: that of the printed number, else per cent for what is called a rate or share, else a count.
fn unit_of(name: &str, ask: &Ask) -> Unit {
    let share = ["率", "比例", "比重", "占比"].iter().any(|end| name.ends_with(end));
    let printed = match &ask.request {
        Request::Bound { amount, .. } if matches!(amount.figure, Figure::Colon(..)) => Some(Unit::Quotient),
        Request::Bound { amount, .. } if matches!(amount.figure, Figure::Fraction(_)) => Some(Unit::Percent),
        Request::Bound { amount, .. } => amount.unit,
        Request::Change { .. } | Request::Direction { .. } if !share => Some(Unit::Count),
        _ => None,
    };
    printed.unwrap_or(match (&ask.request, share) {
        (Request::Bound { amount, .. }, false) if amount.unit_words.is_empty() => Unit::Count,
        _ => Unit::Percent,
    })
}

/// A JSON value as an inline table of TOML.
fn inline(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            // The kind first, as in the handbook.
            let kind = fields.get("kind").map(|kind| format!("kind = {kind}"));
            let others = fields.iter().filter(|(name, value)| *name != "kind" && !value.is_null());
            let parts: Vec<String> = kind
                .into_iter()
                .chain(others.map(|(name, value)| format!("{name} = {}", inline(value))))
                .collect();
            format!("{{ {} }}", parts.join(", "))
        }
        other => other.to_string(),
    }
}

/// A document of an earlier run, block by block.
#[derive(Default)]
struct Earlier {
    title: String,
    header: String,
    blocks: BTreeMap<String, String>,
    /// The ids in its ledger.
    drafted: BTreeSet<String>,
}

impl Earlier {
    fn of(text: &str) -> Self {
        let mut earlier = Self::default();
        let (body, ledger) = text.split_once("# 台账：").unwrap_or((text, ""));
        let ledger: Vec<&str> = ledger.lines().filter(|line| !line.starts_with("# 自行增加")).collect();
        earlier.drafted = ledger
            .join("\n")
            .split(|letter: char| letter.is_whitespace() || letter == '：')
            .map(str::to_owned)
            .collect();
        let indicators: Vec<String> = earlier.drafted.iter().map(|id| format!("{id}.indicator")).collect();
        earlier.drafted.extend(indicators);
        for block in body.split("\n\n").map(str::trim).filter(|block| !block.is_empty()) {
            let value = |name: &str| {
                let line =
                    block.lines().find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix('='))?;
                line.split('"').nth(1).map(str::to_owned)
            };
            if block.contains("[plan]") {
                earlier.title = value("zh").unwrap_or_default();
                block.clone_into(&mut earlier.header);
            } else if let Some(id) = value("id") {
                earlier.blocks.insert(id, block.to_owned());
            }
        }
        earlier
    }
}

/// Everything wrong with a drafted document, as [`crate::plan::add`] says it.
///
/// # Errors
/// As [`crate::plan::add`].
pub fn check(drafted: &Drafted, catalogue: &Catalogue) -> Result<Vec<String>, String> {
    let mut catalogue = catalogue.clone();
    crate::plan::add(&mut catalogue, "draft.toml", &drafted.toml, dabiao::Language::Chinese)?;
    let plan = catalogue.plans().last().map(|plan| plan.id.to_string()).unwrap_or_default();
    Ok(PlanDocument::remarks(&catalogue, &plan)
        .iter()
        .map(|remark| {
            let target = remark.cell.as_ref().map_or("", |cell| &cell.zh);
            format!("{target}：{}", remark.kind.zh())
        })
        .collect())
}
