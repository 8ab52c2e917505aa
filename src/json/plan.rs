//! A plan of your own as a document; all errors are reported at once.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::placed::by_name;
use super::placed::typed;
use super::strict::Strict;
use super::{IntoMessage, Problem, short};
use crate::data::{Finding, FindingKind};
use crate::error::{Errors, InvalidError, Message, message, name};
use crate::plan::{
    Bilingual, Calendar, Catalogue, IndicatorCard, IndicatorKind, Plan, Qualifier, Relation, Rule, Target,
    catalogue::Card, wording,
};
use crate::values::{Number, Text, Unit};

/// A plan with the indicators it brings and the targets it sets.
///
/// In a document three things may be left out that the types ask for: a target's `plan`, the `ceiling` of a share (the whole),
/// and all that has a usual value (`floor` 0, `calendar` every year, `scope` the area, `commitment` firm). A rule may be written
/// as a text, `≥92%` or in the plan's own words; then the timing may be left out too, and follows from the words.
///
/// ```
/// use dabiao::{json::PlanDocument, Catalogue};
/// let document = serde_json::json!({
///     "plan": { "id": "city", "level": "city", "letter": "X", "zh": "某市规划", "en": "A city's plan", "document": "某政发〔2021〕1号",
///               "issued": "2021-06-01", "first": 2021, "last": 2030, "domains": ["健康"] },
///     "targets": [{ "id": "city.mmr", "clause": { "section": "goal", "domain": 1, "item": "1", "words": "10/10万以下" },
///                   "indicator": "maternal-mortality-ratio", "rule": { "kind": "at_most", "value": "10" },
///                   "timing": { "kind": "by_year", "due": 2030 } }]
/// });
/// let mut catalogue = Catalogue::hangjin();
/// PlanDocument::add(&mut catalogue, &document).unwrap();
/// assert_eq!(catalogue.target("city.mmr").unwrap().plan, "city");
///
/// let mut odd = document.clone();
/// odd["targets"][0]["rule"]["kind"] = "at_mots".into();
/// odd["plan"]["first"] = 12.into();
/// let problems = PlanDocument::add(&mut Catalogue::hangjin(), &odd).unwrap_err();
/// let paths: Vec<&str> = problems.iter().map(|problem| &*problem.path).collect();
/// assert_eq!(paths, ["plan.first", "targets[0].rule.kind"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanDocument {
    /// The plan.
    pub plan: Plan,
    /// The indicators that no other plan has brought.
    #[serde(default)]
    pub indicators: Vec<IndicatorCard>,
    /// The targets.
    #[serde(default)]
    pub targets: Vec<Target>,
    /// Relations between its figures, and with those of the catalogue.
    #[serde(default)]
    pub relations: Vec<Relation>,
}

impl PlanDocument {
    /// Adds a plan to a catalogue. A document in another notation (TOML, YAML) is first read into a [`Value`].
    ///
    /// # Errors
    /// Everything that is wrong with it, each with its place in the document; nothing is added then.
    pub fn add(catalogue: &mut Catalogue, document: &Value) -> Result<(), Errors<Problem>> {
        let (grown, problems) = Self::add_all(catalogue, document, "");
        Errors::check(problems).map(|()| *catalogue = grown)
    }

    /// Adds a plan from JSON text; no field may stand there twice.
    ///
    /// # Errors
    /// As [`add`](Self::add), and on a text that is no JSON.
    pub fn add_text(catalogue: &mut Catalogue, text: &str) -> Result<(), Errors<Problem>> {
        match serde_json::from_str::<Strict>(text) {
            Ok(Strict(document)) => Self::add(catalogue, &document),
            Err(error) => Errors::check(alloc::vec![Problem::of_text(String::new(), &error)]),
        }
    }

    /// What the targets of a plan ask and the words beside them do not say: 0.9 beside 90％, 500‰ beside 500/10万. The plan can be
    /// used all the same; each finding names the field (`targets[0].rule.value`) and what the words ask.
    ///
    /// ```
    /// use dabiao::{json::PlanDocument, Catalogue};
    /// let document = serde_json::json!({
    ///     "plan": { "id": "city", "letter": "X", "zh": "某市规划", "en": "A city's plan", "document": "某政发〔2021〕1号",
    ///               "issued": "2021-06-01", "first": 2021, "last": 2030, "domains": ["健康"] },
    ///     "targets": [{ "id": "city.care", "clause": { "section": "goal", "domain": 1, "item": "1", "words": "达到90％以上" },
    ///                   "indicator": "maternal-systematic-management-rate", "rule": { "kind": "at_least", "value": "0.9" },
    ///                   "timing": { "kind": "by_year", "due": 2030 } }]
    /// });
    /// let mut catalogue = Catalogue::hangjin();
    /// PlanDocument::add(&mut catalogue, &document).unwrap();
    /// let remarks = PlanDocument::remarks(&catalogue, "city");
    /// assert_eq!(remarks[0].source.as_deref(), Some("targets[0].rule.value"));
    /// assert_eq!(remarks[0].kind.zh(), "这里写的是0.9，而原文要求≥90%：90");
    /// ```
    #[must_use]
    pub fn remarks(catalogue: &Catalogue, plan: &str) -> Vec<Finding> {
        let before = catalogue.targets().take_while(|target| target.plan != plan).count();
        let own = catalogue.targets().filter(|target| target.plan == plan).count();
        Self::remarks_on(catalogue, before, own, "")
    }

    /// The remarks on so many targets behind the first so many.
    pub(super) fn remarks_on(catalogue: &Catalogue, before: usize, own: usize, base: &str) -> Vec<Finding> {
        let mut remarks = Vec::new();
        for (place, target) in catalogue.targets().skip(before).take(own).enumerate() {
            let Ok(card) = catalogue.indicator(&target.indicator) else { continue };
            // Words from which nothing is read contradict nothing.
            for doubt in
                wording::doubts(target, card).into_iter().filter(|doubt| doubt.field != "clause.words")
            {
                let field = doubt.field;
                remarks.push(Finding {
                    kind: FindingKind::OtherThanWords {
                        message: doubt.to_string(),
                        message_zh: doubt.zh().to_string(),
                    },
                    area: None,
                    indicator: Some(target.indicator.clone()),
                    period: None,
                    cell: Some(Bilingual::alike(target.id.clone())),
                    source: Some(alloc::format!("{base}targets[{place}].{field}").into()),
                    owners: Vec::new(),
                });
            }
        }
        remarks
    }

    /// The catalogue with the plan, and what is wrong with it. Cards that cannot be used are there too, mended, so that what
    /// refers to them is not called wrong.
    pub(super) fn add_all(catalogue: &Catalogue, document: &Value, base: &str) -> (Catalogue, Vec<Problem>) {
        let mut reader = Reader { base, problems: Vec::new() };
        let Some(fields) = reader.object("", document) else { return (catalogue.clone(), reader.problems) };
        for (name, _) in by_name(fields)
            .into_iter()
            .filter(|(name, _)| !["plan", "indicators", "targets", "relations"].contains(&name.as_str()))
        {
            reader.say(
                name,
                message(
                    "there is no such field; a plan has `plan`, `indicators`, `targets` and `relations`",
                    "没有这个字段；规划有plan、indicators、targets、relations四部分",
                ),
            );
        }
        let empty = Value::Object(Map::new());
        let given = fields.get("plan").unwrap_or_else(|| {
            reader.say("plan", missing());
            &empty
        });
        let (plan, plan_mended) = match fields.contains_key("plan") {
            true => reader.card::<Plan>("plan", given.clone(), &plan_template()),
            false => (
                template_card(&plan_template()),
                ["id", "first", "last", "domains"].map(String::from).to_vec(),
            ),
        };
        let Some(plan) = plan else { return (catalogue.clone(), reader.problems) };
        let mut indicators: Vec<(IndicatorCard, Mended)> = Vec::new();
        for (place, card) in reader.array("indicators", fields).iter().enumerate() {
            let at = alloc::format!("indicators[{place}]");
            let mut card = card.clone();
            if let Some(fields) = card.as_object_mut() {
                short::whole_numbers(fields, &["floor", "ceiling"]);
            }
            let (card, mended) = reader.card(&at, with_ceiling(card), &indicator_template());
            indicators.extend(card.map(|card| (card, mended)));
        }
        for (place, (card, mended)) in indicators.iter().enumerate() {
            if !matches!(card.kind, IndicatorKind::Share | IndicatorKind::Stock)
                || holds(mended, &["kind", "unit", "ceiling"])
            {
                continue;
            }
            let whole = card.unit.per().map(Number::from);
            // What is only counted has no whole: so many institutions, so many cases.
            if whole.is_none() && card.kind == IndicatorKind::Stock {
                continue;
            }
            if whole.is_none() {
                let at = alloc::format!("indicators[{place}].unit");
                reader.say(
                    &at,
                    InvalidError::new(
                        "unit",
                        card.unit,
                        message("a share is measured in %, ‰, /万 or /10万", "占比以%、‰、/万或/10万计量"),
                    ),
                );
            } else if let Some(ceiling) =
                card.ceiling.filter(|ceiling| whole.is_some_and(|whole| *ceiling > whole))
            {
                let at = alloc::format!("indicators[{place}].ceiling");
                let remedy = message(
                    "a share is at most the whole; where numerator and denominator count different things, the kind is bare",
                    "占比不大于全部；分子分母所计不同的，kind写bare",
                );
                reader.say(&at, InvalidError::new("ceiling", ceiling, remedy));
            }
        }
        let mut targets: Vec<(Target, Mended)> = Vec::new();
        for (place, card) in reader.array("targets", fields).iter().enumerate() {
            let at = alloc::format!("targets[{place}]");
            let mut card = card.clone();
            let mut short = Mended::new();
            if let Some(fields) = card.as_object_mut() {
                fields.entry("plan").or_insert_with(|| plan.id.to_string().into());
                let unit = fields.get("indicator").and_then(Value::as_str).and_then(|name| {
                    let own = indicators
                        .iter()
                        .map(|(card, _)| card)
                        .find(|card| card.id == name || card.zh == name);
                    own.or_else(|| catalogue.indicator(name).ok()).map(|card| card.unit)
                });
                if let Some(scope @ ("every_unit" | "pooled")) = fields.get("scope").and_then(Value::as_str) {
                    let remedy = message(
                        alloc::format!(
                            "name the kind of unit with it, in an object: the field `{scope}` with `township`"
                        ),
                        alloc::format!("请写成对象，一并写明单位类别：字段`{scope}`，值如`township`"),
                    );
                    reader.say(&alloc::format!("{at}.scope"), InvalidError::new("scope", scope, remedy));
                    fields.remove("scope");
                    short.push(String::from("scope"));
                }
                if let Err(wrong) = short::expand(fields, unit, &plan) {
                    reader.say(&alloc::format!("{at}.rule"), wrong);
                    short.push(String::from("rule"));
                }
            }
            let (card, mut mended) = reader.card(&at, card, &target_template(&plan));
            mended.extend(short);
            targets.extend(card.map(|card| (card, mended)));
        }
        for (place, (target, mended)) in targets.iter().enumerate() {
            if holds(mended, &["rule", "indicator"]) {
                continue;
            }
            reader.look_twice(&alloc::format!("targets[{place}]"), target, |name| {
                let own = indicators.iter().find(|(card, _)| [&card.id, &card.zh].contains(&name));
                match own {
                    Some((card, mended)) => Some(card).filter(|_| mended.is_empty()),
                    None => catalogue.card(name),
                }
            });
        }
        let cards =
            (indicators.iter().map(|(card, _)| card.clone()), targets.iter().map(|(card, _)| card.clone()));
        let plan_first = plan.first;
        let (grown, errors) = catalogue.grown(plan, cards.0.collect(), cards.1.collect());
        // The fields of own indicators that could not be read, by id and name.
        let unread: BTreeMap<&str, &Mended> = (indicators.iter().filter(|(_, mended)| !mended.is_empty()))
            .flat_map(|(card, mended)| [(&*card.id, mended), (&*card.zh, mended)])
            .collect();
        for error in errors {
            let (mended, on_unread) = match error.card {
                Card::Plan => (Some(&plan_mended), false),
                Card::Indicator(place) => {
                    let card = indicators.get(place);
                    let of = card.and_then(|(card, _)| unread.get(&*card.gap.as_ref()?.of));
                    let of_unread =
                        error.field == "unit" && of.is_some_and(|mended| holds(mended, &["unit"]));
                    (card.map(|(_, mended)| mended), of_unread)
                }
                // Relations are checked when the cards are in.
                Card::Relation(_) => (None, false),
                Card::Target(place) => {
                    let target = targets.get(place).map(|(target, _)| target);
                    let names = target
                        .into_iter()
                        .flat_map(|target| [Some(&target.indicator), target.reference.as_ref()]);
                    let on_unread = names
                        .flatten()
                        .filter_map(|name| unread.get(&**name))
                        .any(|mended| holds(mended, rests_on_card(error.field)));
                    (targets.get(place).map(|(_, mended)| mended), on_unread)
                }
            };
            // A mended field is not reported again, nor is what may only follow from it.
            let of_plan: &[&str] = match (error.field, error.card) {
                ("clause.domain", _) => &["domains"],
                ("plan", _) => &["id"],
                ("timing.due", Card::Target(place)) => match targets.get(place) {
                    Some((target, _)) if target.timing.due() < plan_first => &["first"],
                    _ => &["last"],
                },
                _ => &[],
            };
            let follows = mended.is_some_and(|mended| holds(mended, rests_on(error.field)))
                || on_unread
                || holds(&plan_mended, of_plan);
            if !follows {
                reader.problems.push(Problem::new(alloc::format!("{base}{}", error.path()), error.error()));
            }
        }
        let mut relations: Vec<(Relation, Mended)> = Vec::new();
        for (place, relation) in reader.array("relations", fields).iter().enumerate() {
            let at = alloc::format!("relations[{place}]");
            let (relation, mended) = reader.card(&at, relation.clone(), &relation_template());
            relations.extend(relation.map(|relation| (relation, mended)));
        }
        let own = relations.iter().map(|(relation, _)| relation.clone()).collect();
        let (grown, errors) = grown.with_relations(own);
        for error in errors {
            let Card::Relation(place) = error.card else { continue };
            // What was mended is not held against the relation again, nor what rests on a card that could not be read.
            let follows = relations.get(place).is_some_and(|(relation, mended)| {
                let on_unread =
                    || relation.says.figures().any(|(_, figure)| unread.contains_key(figure.indicator()));
                !mended.is_empty() || on_unread()
            });
            if !follows {
                reader.problems.push(Problem::new(alloc::format!("{base}{}", error.path()), error.error()));
            }
        }
        (grown, reader.problems)
    }
}

/// The fields of its own card that a check looks at.
fn rests_on(field: &str) -> &'static [&'static str] {
    // From when a change counts is held against the due year; otherwise a rule and a timing are two slips, and are named together.
    if field == "rule.since" {
        return &["rule", "timing"];
    }
    match field.split('.').next().unwrap_or_default() {
        "id" => &["id"],
        "zh" => &["zh"],
        "en" => &["en"],
        "domains_en" => &["domains", "domains_en"],
        "plan" => &["plan"],
        "clause" => &["clause"],
        "indicator" => &["indicator"],
        "rule" => &["rule"],
        "last" => &["first", "last"],
        "ceiling" => &["floor", "ceiling"],
        "unit" => &["unit", "gap"],
        "calendar" => &["calendar"],
        "gap" => &["gap"],
        "reference" => &["reference", "rule"],
        "scope" => &["scope"],
        "timing" => &["timing"],
        "valid" => &["valid"],
        // And whatever is checked one day: rather told in the next round than told wrongly.
        _ => &["rule", "indicator", "timing", "reference", "scope", "unit", "kind"],
    }
}

/// The fields of its indicator, or of the one that it refers to, that a check of a target looks at.
fn rests_on_card(field: &str) -> &'static [&'static str] {
    match field {
        "rule.value" => &["unit", "kind", "floor", "ceiling"],
        // What stands in for a unit is a quotient, and for a calendar one without events: neither makes a rule wrong.
        "rule.tolerance" | "reference" | "scope" => &["unit"],
        "timing" => &["calendar"],
        _ => &[],
    }
}

/// Whether one of these fields was mended.
fn holds(mended: &Mended, fields: &[&str]) -> bool {
    mended.iter().any(|field| fields.contains(&&**field))
}

/// The fields of a card that could not be read and stand there from the template.
type Mended = Vec<String>;

struct Reader<'a> {
    base: &'a str,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn say(&mut self, at: &str, message: impl IntoMessage) {
        let path = alloc::format!("{}{at}", self.base);
        self.problems.push(Problem::new(path.trim_end_matches('.'), message));
    }

    fn object<'v>(&mut self, at: &str, value: &'v Value) -> Option<&'v Map<String, Value>> {
        if !value.is_object() {
            self.say(at, message("an object with named fields is needed here", "此处应为带字段名的对象"));
        }
        value.as_object()
    }

    fn array<'v>(&mut self, name: &str, fields: &'v Map<String, Value>) -> &'v [Value] {
        match fields.get(name) {
            None => &[],
            Some(Value::Array(parts)) => parts,
            Some(_) => {
                self.say(name, message("an array is needed here", "此处应为数组"));
                &[]
            }
        }
    }

    /// What a card may say by itself and nobody means: a bound that no value can pass, a word that compares terms of office for an
    /// indicator without terms.
    fn look_twice<'c>(
        &mut self,
        at: &str,
        target: &Target,
        indicator: impl FnOnce(&Text) -> Option<&'c IndicatorCard>,
    ) {
        let Some(card) = indicator(&target.indicator) else { return };
        let remedy = match target.rule {
            Rule::LessThan { value } if value == card.floor => {
                Some(message("no value of its indicator is less", "该指标没有更小的数值"))
            }
            Rule::MoreThan { value } if Some(value) == card.ceiling => {
                Some(message("no value of its indicator is more", "该指标没有更大的数值"))
            }
            _ => None,
        };
        if let (Some(value), Some(remedy)) = (target.rule.number(), remedy) {
            self.say(
                &alloc::format!("{at}.rule.value"),
                InvalidError::new(name("bound", "界限"), value, remedy),
            );
        }
        let by_terms = matches!(target.rule, Rule::Improves { qualifier: Qualifier::EachTerm, .. });
        if by_terms && card.calendar != Calendar::Term {
            let remedy = message("the indicator is not measured by terms of office", "该指标不按届计量");
            self.say(
                &alloc::format!("{at}.rule.qualifier"),
                InvalidError::new("qualifier", "each_term", remedy),
            );
        }
    }

    /// Reads a card and says everything that is wrong with its fields: each wrong field is named, mended from the template,
    /// and the card read again. With the fields that were mended.
    fn card<T: DeserializeOwned>(
        &mut self,
        at: &str,
        mut value: Value,
        template: &Value,
    ) -> (Option<T>, Mended) {
        let mut mended = Mended::new();
        let model = template.as_object().map(by_name).into_iter().flatten();
        if self.object(at, &value).is_none() {
            mended.extend(model.map(|(name, _)| name.clone()));
            return (template_card(template), mended);
        }
        for (name, usual) in model.clone() {
            if let Some(fields) = value.as_object_mut().filter(|fields| !fields.contains_key(name)) {
                fields.insert(name.clone(), usual.clone());
                mended.push(name.clone());
                self.say(&alloc::format!("{at}.{name}"), missing());
            }
        }
        // Each round names a field and takes it out of the way.
        let rounds = value.as_object().map_or(0, Map::len);
        for _ in 0..=rounds {
            let mut wrong = Vec::new();
            let Some(Problem { path: place, message, message_zh, .. }) = ({
                match typed("", Some(&value), &mut wrong) {
                    Some(card) => return (Some(card), mended),
                    None => wrong.pop(),
                }
            }) else {
                break;
            };
            let place = inner::<T>(&value, &place, &message).unwrap_or(place);
            let field = place.split(['.', '[']).next().unwrap_or_default().to_string();
            let here = if place.is_empty() { at.to_string() } else { alloc::format!("{at}.{place}") };
            self.problems
                .push(Problem { message_zh, ..Problem::new(alloc::format!("{}{here}", self.base), message) });
            mended.push(field.clone());
            let Some(fields) = value.as_object_mut().filter(|_| !field.is_empty()) else { break };
            match template.get(&field) {
                Some(usual) => fields.insert(field, usual.clone()),
                None => fields.remove(&field),
            };
        }
        mended.extend(model.map(|(name, _)| name.clone()));
        (template_card(template), mended)
    }
}

/// The field inside an object of several forms that was read wrongly: without it something else is said. Such an object is read as
/// a whole once its kind is known, so that its reader cannot tell the place itself.
fn inner<T: DeserializeOwned>(card: &Value, place: &str, message: &str) -> Option<String> {
    let fields = card.get(place)?.as_object().filter(|fields| fields.contains_key("kind"))?;
    let culprit = by_name(fields).into_iter().map(|(name, _)| name).find(|name| {
        let mut without = card.clone();
        let Some(Value::Object(fields)) = without.get_mut(place) else { return false };
        fields.remove(*name);
        let mut rest = Vec::new();
        typed::<T>("", Some(&without), &mut rest);
        *name != "kind" && rest.iter().all(|problem| problem.path != place || problem.message != message)
    })?;
    Some(alloc::format!("{place}.{culprit}"))
}

fn missing() -> Message {
    message("the field is missing", "缺少此字段")
}

/// A share without a ceiling is at most the whole.
fn with_ceiling(mut card: Value) -> Value {
    let code = card.get("unit").and_then(Value::as_str);
    let unit = Unit::ALL.iter().copied().find(|unit| code == Some(unit.code()));
    let whole = unit
        .and_then(Unit::per)
        .filter(|_| [json!("share"), json!("stock")].iter().any(|kind| card.get("kind") == Some(kind)));
    if let (Some(whole), Some(fields)) = (whole, card.as_object_mut()) {
        fields.entry("ceiling").or_insert_with(|| whole.to_string().into());
    }
    card
}

fn template_card<T: DeserializeOwned>(template: &Value) -> Option<T> {
    typed("", Some(template), &mut Vec::new())
}

fn plan_template() -> Value {
    json!({ "id": "?", "letter": "?", "zh": "?", "en": "?", "document": "?", "issued": "2021-01-01", "first": 2021,
            "last": 2030, "domains": [] })
}

fn indicator_template() -> Value {
    json!({ "id": "?", "zh": "?", "en": "?", "unit": "percent", "kind": "value_only" })
}

fn target_template(plan: &Plan) -> Value {
    json!({ "id": "?", "plan": plan.id, "clause": { "section": "goal", "domain": 1, "item": "1", "words": "?" }, "indicator": "?",
            "rule": { "kind": "monitored" }, "timing": { "kind": "by_year", "due": plan.last } })
}

fn relation_template() -> Value {
    json!({ "id": "?", "says": { "same": { "figures": [] } }, "level": "should", "zh": "?", "en": "?" })
}
