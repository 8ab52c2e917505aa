//! The short form of a target: a rule as text, `≥92%` or in the words of the plan.

use alloc::string::{String, ToString};

use serde_json::{Map, Value, json};

use crate::error::{Message, message};
use crate::plan::wording::{self, Ask};
use crate::plan::{Plan, Rule};
use crate::values::Unit;

/// Writes a rule that is a text as the rule that it stands for, and the timing where the target has none.
pub(super) fn expand(
    fields: &mut Map<String, Value>,
    unit: Option<Unit>,
    plan: &Plan,
) -> Result<(), Message> {
    if let Some(rule) = fields.get_mut("rule").and_then(Value::as_object_mut) {
        whole_numbers(rule, &["value", "tolerance"]);
    }
    let Some(text) = fields.get("rule").and_then(Value::as_str).map(ToString::to_string) else {
        return Ok(());
    };
    let result = read(&text, unit, plan);
    if !fields.contains_key("timing") {
        let words = fields.get("clause").and_then(|clause| clause.get("words")).and_then(Value::as_str);
        let asks = [Some(text.as_str()), words].into_iter().flatten().map(|text| wording::read(text).asks);
        // ≥92% says nothing about time, and the words beside it may.
        let timed = asks
            .filter_map(|asks| asks.into_iter().next())
            .find(|ask| ask.timing.is_some() || ask.due.is_some());
        let timing =
            timed.map_or(json!({ "kind": "by_year", "due": plan.last }), |ask| json!(ask.timing_in(plan)));
        fields.insert("timing".to_string(), timing);
    }
    let (rule, problem) = match result {
        Ok(rule) => (rule, None),
        Err(problem) => (Rule::Monitored, Some(problem)),
    };
    fields.insert("rule".to_string(), json!(rule));
    problem.map_or(Ok(()), Err)
}

fn read(text: &str, unit: Option<Unit>, plan: &Plan) -> Result<Rule, Message> {
    let reading = wording::read(text);
    if let Some(unread) = reading.unread.first() {
        let place = unread.place.of(text);
        return Err(message(
            alloc::format!("no bound can be read from `{place}`: {}", unread.why.en()),
            alloc::format!("从“{place}”读不出界限：{}", unread.why.zh()),
        ));
    }
    let ask: &Ask = match reading.asks.as_slice() {
        [ask] => ask,
        [] => {
            return Err(message(
                alloc::format!(
                    "no rule can be read from `{text}`; write one as ≥92%, ≤12/10万, 逐步提高, 全覆盖, or with its fields"
                ),
                alloc::format!(
                    "从“{text}”读不出规则；可写作“≥92%”“≤12/10万”“逐步提高”“全覆盖”，或写明各字段"
                ),
            ));
        }
        several => {
            let count = several.len();
            return Err(message(
                alloc::format!("`{text}` asks {count} things; write a target for each"),
                alloc::format!("“{text}”提出了{count}项要求；请分别写成目标"),
            ));
        }
    };
    // The indicator itself is unknown, which is said at its own field.
    let Some(unit) = unit else { return Ok(Rule::Monitored) };
    let base = plan.first.plus(-1);
    match ask.rules(unit, base).as_slice() {
        [rule] => Ok(*rule),
        [] => Err(message(
            alloc::format!("`{}` is no rule for an indicator measured in `{}`", ask.request, unit.symbol()),
            alloc::format!("该指标以“{}”计量，“{}”不能用作它的规则", unit.symbol(), ask.request),
        )),
        _ => Err(message(
            alloc::format!("`{text}` can be read in two ways; write the rule with its fields"),
            alloc::format!("“{text}”有两种读法；请写明规则的各字段"),
        )),
    }
}

/// Whole numbers are exact in every notation, and are taken as the text that a number is.
pub(super) fn whole_numbers(fields: &mut Map<String, Value>, names: &[&str]) {
    for name in names {
        if let Some(value) = fields.get_mut(*name).filter(|value| value.is_i64() || value.is_u64()) {
            *value = Value::String(value.to_string());
        }
    }
}
