//! The same thresholds in each engine, prepared once, the record in the engine's own form.

use std::sync::Arc;

use crate::record::{Answer, Cell, Threshold60};

/// Judges the record it was made with, once a call.
pub type Way = Box<dyn FnMut(&mut [Answer])>;
/// A way, or why the record cannot even be written down for it.
pub type Made = Result<Way, String>;

fn json(cell: Cell) -> Option<serde_json::Value> {
    match cell {
        Cell::Absent => None,
        Cell::Null => Some(serde_json::Value::Null),
        Cell::Text(text) => Some(text.into()),
        // What `serde_json` makes of it: NaN becomes null.
        Cell::Float(value) => Some(value.into()),
        Cell::Number(number) => Some(serde_json::from_str(&number.to_string()).expect("a number")),
    }
}

fn json_record(rules: &[Threshold60], record: &[Cell]) -> serde_json::Value {
    let fields = rules.iter().zip(record).filter_map(|(rule, cell)| Some((rule.name.clone(), json(*cell)?)));
    serde_json::Value::Object(fields.collect())
}

/// `v07 >= 98.0`, for languages with floating-point literals.
fn expression(rule: &Threshold60) -> String {
    format!("{} {} {}", rule.name, rule.operator(), rule.float_literal())
}

fn list(rules: &[Threshold60]) -> String {
    format!("[{}]", rules.iter().map(expression).collect::<Vec<_>>().join(", "))
}

fn one<E>(answer: Result<Option<bool>, E>) -> Answer {
    match answer {
        Ok(Some(met)) => Answer::from_bool(met),
        Ok(None) => Answer::NoBool,
        Err(_) => Answer::Error,
    }
}

/// Writes the answers of a program that gives all of them together.
fn all<E>(answers: &mut [Answer], given: Result<impl Iterator<Item = Option<bool>>, E>) {
    match given {
        Ok(given) => {
            answers.iter_mut().zip(given).for_each(|(answer, met)| *answer = one(Ok::<_, E>(met)));
        }
        Err(_) => answers.fill(Answer::Lost),
    }
}

pub fn datalogic(rules: &[Threshold60], record: &[Cell]) -> Made {
    let engine: &'static datalogic_rs::Engine = Box::leak(Box::new(datalogic_rs::Engine::new()));
    let text = json_record(rules, record).to_string();
    let data = datalogic_rs::ParsedData::from_json(&text).map_err(|error| error.to_string())?;
    let compile = |rule: &Threshold60| {
        let rule = format!(r#"{{"{}": [{{"var": "{}"}}, {}]}}"#, rule.operator(), rule.name, rule.bound);
        engine.compile(rule.as_str()).expect("a rule")
    };
    let programs: Vec<_> = rules.iter().map(compile).collect();
    let mut session = engine.session();
    Ok(Box::new(move |answers| {
        for (program, answer) in programs.iter().zip(answers) {
            *answer = one(session.eval_borrowed(program, &data).map(|value| value.as_bool()));
        }
        session.reset();
    }))
}

pub fn datalogic_list(rules: &[Threshold60], record: &[Cell]) -> Made {
    let engine: &'static datalogic_rs::Engine = Box::leak(Box::new(datalogic_rs::Engine::new()));
    let text = json_record(rules, record).to_string();
    let data = datalogic_rs::ParsedData::from_json(&text).map_err(|error| error.to_string())?;
    let rule = |rule: &Threshold60| {
        format!(r#"{{"{}": [{{"var": "{}"}}, {}]}}"#, rule.operator(), rule.name, rule.bound)
    };
    let program = format!("[{}]", rules.iter().map(rule).collect::<Vec<_>>().join(","));
    let program = engine.compile(program.as_str()).expect("a rule");
    let mut session = engine.session();
    Ok(Box::new(move |answers| {
        let given = session.eval_borrowed(&program, &data);
        let list = given.map(|value| value.as_array().unwrap_or_default().iter().map(|one| one.as_bool()));
        all(answers, list);
        session.reset();
    }))
}

pub fn zen(rules: &[Threshold60], record: &[Cell]) -> Made {
    let scope = zen_expression::Scope::new(json_record(rules, record).into());
    let compile = |rule: &Threshold60| {
        let text = format!("{} {} {}", rule.name, rule.operator(), rule.bound);
        zen_expression::compile_expression(&text).expect("an expression")
    };
    let programs: Vec<_> = rules.iter().map(compile).collect();
    let mut vm = zen_expression::vm::VM::new();
    Ok(Box::new(move |answers| {
        for (program, answer) in programs.iter().zip(answers) {
            *answer = one(program.evaluate_with_scope(&scope, &mut vm).map(|value| value.as_bool()));
        }
    }))
}

pub fn zen_list(rules: &[Threshold60], record: &[Cell]) -> Made {
    let scope = zen_expression::Scope::new(json_record(rules, record).into());
    let text = rules.iter().map(|rule| format!("{} {} {}", rule.name, rule.operator(), rule.bound));
    let text = format!("[{}]", text.collect::<Vec<_>>().join(", "));
    let program = zen_expression::compile_expression(&text).expect("an expression");
    let mut vm = zen_expression::vm::VM::new();
    Ok(Box::new(move |answers| {
        let given = program.evaluate_with_scope(&scope, &mut vm);
        let list = given.map(|value| {
            let list = value.as_array().map(|list| list.borrow().clone()).unwrap_or_default();
            list.into_iter().map(|one| one.as_bool())
        });
        all(answers, list);
    }))
}

fn cel_context(rules: &[Threshold60], record: &[Cell], env: Arc<cel::Env>) -> cel::Context<'static, 'static> {
    let mut context = cel::Context::with_env(env);
    for (rule, cell) in rules.iter().zip(record) {
        let value = match *cell {
            Cell::Absent => continue,
            Cell::Null => cel::Value::Null,
            Cell::Text(text) => text.into(),
            Cell::Float(value) => cel::Value::Float(value),
            Cell::Number(number) => cel::Value::Float(number.to_ratio().to_f64()),
        };
        context.add_variable_from_value(rule.name.clone(), value);
    }
    context
}

const fn cel_bool(value: &cel::Value) -> Option<bool> {
    match value {
        cel::Value::Bool(met) => Some(*met),
        _ => None,
    }
}

pub fn cel(rules: &[Threshold60], record: &[Cell]) -> Made {
    let env = Arc::new(cel::Env::stdlib());
    let programs: Vec<_> =
        rules.iter().map(|rule| env.compile(&expression(rule)).expect("an expression")).collect();
    let context = cel_context(rules, record, env);
    Ok(Box::new(move |answers| {
        for (program, answer) in programs.iter().zip(answers) {
            *answer = one(program.execute(&context).map(|value| cel_bool(&value)));
        }
    }))
}

pub fn cel_list(rules: &[Threshold60], record: &[Cell]) -> Made {
    let env = Arc::new(cel::Env::stdlib());
    let program = env.compile(&list(rules)).expect("an expression");
    let context = cel_context(rules, record, env);
    Ok(Box::new(move |answers| {
        let given = program.execute(&context);
        let list = given.as_ref().map(|value| {
            let list = if let cel::Value::List(list) = value { list.as_slice() } else { &[] };
            list.iter().map(cel_bool)
        });
        all(answers, list);
    }))
}

fn rego(rules: &[Threshold60]) -> String {
    let rule = |(place, rule): (usize, &Threshold60)| {
        format!("met contains {place} if input.{} {} {}\n", rule.name, rule.operator(), rule.bound)
    };
    format!("package peers\nimport rego.v1\n{}", rules.iter().enumerate().map(rule).collect::<String>())
}

const REGO_RULE: &str = "data.peers.met";

/// The numbers in the set are those that are met; nothing tells the others apart.
fn mark<E>(answers: &mut [Answer], set: Result<regorus::Value, E>) {
    match set.as_ref().map(regorus::Value::as_set) {
        Ok(Ok(set)) => {
            answers.fill(Answer::NotMet);
            for place in set.iter() {
                let place = place.as_u64().ok().and_then(|place| usize::try_from(place).ok());
                if let Some(answer) = place.and_then(|place| answers.get_mut(place)) {
                    *answer = Answer::Met;
                }
            }
        }
        _ => answers.fill(Answer::Lost),
    }
}

pub fn regorus_interpreter(rules: &[Threshold60], record: &[Cell]) -> Made {
    let mut engine = regorus::Engine::new();
    engine.add_policy("peers.rego".to_owned(), rego(rules)).expect("a policy");
    let input = regorus::Value::from(json_record(rules, record));
    Ok(Box::new(move |answers| {
        engine.set_input(input.clone());
        mark(answers, engine.eval_rule(REGO_RULE.to_owned()));
    }))
}

pub fn regorus_compiled(rules: &[Threshold60], record: &[Cell]) -> Made {
    let mut engine = regorus::Engine::new();
    engine.add_policy("peers.rego".to_owned(), rego(rules)).expect("a policy");
    let policy = engine.compile_with_entrypoint(&REGO_RULE.into()).expect("a policy");
    let program = regorus::languages::rego::compiler::Compiler::compile_from_policy(&policy, &[REGO_RULE]);
    let mut vm = regorus::rvm::vm::RegoVM::new_with_policy(policy);
    vm.load_program(program.expect("a program"));
    let input = regorus::Value::from(json_record(rules, record));
    Ok(Box::new(move |answers| {
        vm.set_input(input.clone());
        mark(answers, vm.execute());
    }))
}

fn rhai_scope(rules: &[Threshold60], record: &[Cell]) -> rhai::Scope<'static> {
    let mut scope = rhai::Scope::new();
    for (rule, cell) in rules.iter().zip(record) {
        let value = match *cell {
            Cell::Absent => continue,
            Cell::Null => rhai::Dynamic::UNIT,
            Cell::Text(text) => text.into(),
            Cell::Float(value) => value.into(),
            Cell::Number(number) => number.to_ratio().to_f64().into(),
        };
        scope.push_dynamic(rule.name.clone(), value);
    }
    scope
}

pub fn rhai(rules: &[Threshold60], record: &[Cell]) -> Made {
    let engine = rhai::Engine::new();
    let programs: Vec<_> = rules
        .iter()
        .map(|rule| engine.compile_expression(expression(rule)).expect("an expression"))
        .collect();
    let mut scope = rhai_scope(rules, record);
    Ok(Box::new(move |answers| {
        for (program, answer) in programs.iter().zip(answers) {
            let given = engine.eval_ast_with_scope::<rhai::Dynamic>(&mut scope, program);
            *answer = one(given.map(|value| value.as_bool().ok()));
        }
    }))
}

pub fn rhai_list(rules: &[Threshold60], record: &[Cell]) -> Made {
    let engine = rhai::Engine::new();
    let program = engine.compile_expression(list(rules)).expect("an expression");
    let mut scope = rhai_scope(rules, record);
    Ok(Box::new(move |answers| {
        let given = engine.eval_ast_with_scope::<rhai::Array>(&mut scope, &program);
        all(answers, given.map(|list| list.into_iter().map(|value| value.as_bool().ok())));
    }))
}
