//! The only place that knows how a case is asked and a report looks as JSON.

use crate::case::{
    BASE, Calendar, Case, Cell, Gap, Kind, Outcome, Q, Qualifier, Rule, Scope, Table, Timing, Unit, Value,
    dec, printed,
};
use crate::standing::Standing;
use crate::warning::{Kindof, Severity};
use serde_json::{Map, Value as Json, json};

fn number(q: &Q) -> String {
    printed(q, 0)
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent => "percent",
        Unit::PerMille => "per_mille",
        Unit::Per100k => "per_100k",
        Unit::Per1000 => "per_1000",
        Unit::Years => "years",
        Unit::Hours => "hours_per_day",
        Unit::Minutes => "minutes",
        Unit::Count => "count",
        Unit::Yuan => "yuan",
        Unit::Ratio => "ratio",
    }
}

fn better(higher: bool) -> &'static str {
    if higher { "higher" } else { "lower" }
}

fn rule(case: &Case) -> Json {
    let bound = |q: &Q| printed(q, case.places);
    let with_tolerance = |mut rule: Json, tolerance: &Option<Q>| {
        if let Some(tolerance) = tolerance {
            rule["tolerance"] = json!(number(tolerance));
        }
        rule
    };
    match &case.rule {
        Rule::AtLeast(q) => json!({ "kind": "at_least", "value": bound(q) }),
        Rule::AtMost(q) => json!({ "kind": "at_most", "value": bound(q) }),
        Rule::MoreThan(q) => json!({ "kind": "more_than", "value": bound(q) }),
        Rule::LessThan(q) => json!({ "kind": "less_than", "value": bound(q) }),
        Rule::Around { value, tolerance, higher } => with_tolerance(
            json!({ "kind": "around", "value": bound(value), "better": better(*higher) }),
            tolerance,
        ),
        Rule::AtLeastRatio(p, w) => json!({ "kind": "at_least_ratio", "value": format!("{p}/{w}") }),
        Rule::All => json!({ "kind": "all" }),
        Rule::ChangedBy { part, as_fraction, higher, since } => {
            let mut rule = json!({ "kind": "changed_by", "better": better(*higher), "since": since });
            if *as_fraction {
                rule["value"] = json!(format!("{}/{}", part.numer(), part.denom()));
            } else {
                rule["value"] = json!(number(&(part * crate::case::whole(100))));
            }
            rule
        }
        Rule::ChangedEachYear { step, higher, since } => {
            json!({ "kind": "changed_each_year", "value": number(step), "better": better(*higher), "since": since })
        }
        Rule::Improves { higher, qualifier } => {
            let qualifier = match qualifier {
                Qualifier::Plain => "plain",
                Qualifier::Gradually => "gradually",
                Qualifier::Steadily => "steadily",
                Qualifier::Sustained => "sustained",
                Qualifier::EachTerm => "each_term",
            };
            json!({ "kind": "improves", "better": better(*higher), "qualifier": qualifier })
        }
        Rule::NotWorse { higher } => json!({ "kind": "not_worse", "better": better(*higher) }),
        Rule::RisesSlower => json!({ "kind": "rises_slower" }),
        Rule::NotBelow => json!({ "kind": "not_below" }),
        Rule::InProportion(tolerance) => with_tolerance(json!({ "kind": "in_proportion" }), tolerance),
        Rule::HostBound { higher } => json!({ "kind": "host_bound", "better": better(*higher) }),
        Rule::Monitored => json!({ "kind": "monitored" }),
    }
}

fn timing(case: &Case) -> Json {
    let due = case.due;
    match case.timing {
        Timing::ByYear => json!({ "kind": "by_year", "due": due }),
        Timing::Kept { from } => json!({ "kind": "kept", "from": from, "due": due }),
        Timing::EveryYear { from } => json!({ "kind": "every_year", "from": from, "due": due }),
        Timing::ReachedAndKept => json!({ "kind": "reached_and_kept", "due": due }),
        Timing::EveryTerm { from } => json!({ "kind": "every_term", "from": from, "due": due }),
        Timing::EachWindow { from, years } => {
            json!({ "kind": "each_window", "from": from, "years": years, "due": due })
        }
        Timing::Once { from } => json!({ "kind": "once", "from": from, "due": due }),
    }
}

fn indicator(case: &Case, id: &str) -> Json {
    let kind = match case.kind {
        Kind::Events => "events",
        Kind::Share => "share",
        Kind::Stock => "stock",
        Kind::ValueOnly => "value_only",
    };
    let calendar = match case.calendar {
        Calendar::Year => json!("year"),
        Calendar::Every(n) => json!({ "every": n }),
        Calendar::Term => json!("term"),
        Calendar::Named => json!("survey"),
        Calendar::Event => json!("event"),
    };
    let mut card = json!({
        "id": id, "zh": format!("指标{id}"), "en": id, "unit": unit(case.unit), "kind": kind,
        "floor": number(&case.floor), "calendar": calendar,
    });
    if let Some(ceiling) = &case.ceiling {
        card["ceiling"] = json!(number(ceiling));
    }
    if case.rural {
        card["disaggregation"] = json!({ "residence": "rural", "sex": "total" });
    }
    card
}

fn indicators(case: &Case) -> Vec<Json> {
    let mut cards = vec![indicator(case, "x")];
    if case.has_reference() {
        cards.push(indicator(case, "r"));
    }
    let measure = match case.gap {
        Gap::None => return cards,
        Gap::Difference => "difference",
        Gap::Ratio => "ratio",
    };
    let unit = match (case.gap, case.unit) {
        (Gap::Ratio, _) => "ratio",
        (_, Unit::Percent) => "percentage_points",
        (_, Unit::PerMille) => "per_mille_points",
        (_, other) => unit(other),
    };
    let floor = if case.gap == Gap::Ratio { "1" } else { "0" };
    let mut gap = json!({ "of": "x", "between": "urban_rural", "measure": measure });
    if case.gap_over_units {
        gap["between"] = json!("units");
        gap["unit_kind"] = json!("town");
    }
    cards.push(json!({
        "id": "g", "zh": "差距", "en": "gap", "unit": unit, "kind": "value_only", "floor": floor, "gap": gap,
    }));
    cards
}

/// The rows that put one cell in: two for a conflict, or for a value that has been replaced.
fn rows(
    case: &Case,
    id: &str,
    of_unit: Option<&str>,
    residence: Option<&str>,
    table: &Table,
    out: &mut Vec<Json>,
) {
    for (year, cell) in table {
        let mut base = Map::new();
        base.insert("indicator".into(), json!(id));
        base.insert(
            "period".into(),
            if case.calendar == Calendar::Term { json!(format!("term:{year}")) } else { json!(year) },
        );
        if let Some(name) = of_unit {
            base.insert("unit_kind".into(), json!("town"));
            base.insert("unit_id".into(), json!(name));
        }
        if let Some(residence) = residence {
            base.insert("residence".into(), json!(residence));
        } else if case.rural && cell.names_part {
            base.insert("residence".into(), json!("rural"));
        }
        if cell.new_definition {
            base.insert("break".into(), json!(true));
        }
        let mut push = |fields: Json| {
            let mut row = base.clone();
            if let Json::Object(fields) = fields {
                row.extend(fields);
            }
            out.push(Json::Object(row));
        };
        cell_rows(case, cell, &mut push);
    }
}

fn cell_rows(case: &Case, cell: &Cell, push: &mut dyn FnMut(Json)) {
    let status = if cell.provisional { "provisional" } else { "final" };
    if let Some(old) = &cell.replaced {
        push(json!({ "value": number(old), "unit": unit(case.unit), "status": "provisional" }));
    }
    match &cell.value {
        Value::Point(q) => push(json!({ "value": number(q), "unit": unit(case.unit), "status": status })),
        Value::Counts(k, n) => push(json!({ "numerator": k, "denominator": n, "status": status })),
        Value::Interval { low, high } => {
            let end = |end: &Option<(Q, bool)>| {
                end.as_ref().map(|(q, included)| json!({ "number": number(q), "included": included }))
            };
            let interval = json!({ "low": end(low), "high": end(high) });
            push(json!({ "interval": interval, "unit": unit(case.unit), "status": status }));
        }
        Value::Missing => push(json!({ "missing": "not_reported" })),
        Value::NotApplicable => push(json!({ "missing": "not_applicable" })),
        Value::Conflict => {
            for value in ["1", "2"] {
                push(json!({ "value": value, "unit": unit(case.unit) }));
            }
        }
    }
}

pub fn request(case: &Case) -> Json {
    let mut observations = Vec::new();
    let parts = if case.gap == Gap::None || case.gap_over_units {
        [None, None]
    } else {
        [Some("urban"), Some("rural")]
    };
    rows(case, "x", None, parts[0], &case.area, &mut observations);
    rows(case, "x", None, parts[1], &case.other, &mut observations);
    rows(case, "r", None, None, &case.reference, &mut observations);
    for (name, table) in &case.units {
        rows(case, "x", Some(name), None, table, &mut observations);
    }
    for (name, table) in &case.unit_references {
        rows(case, "r", Some(name), None, table, &mut observations);
    }
    for (year, value) in &case.whole_rows {
        observations.push(json!({
            "indicator": "x", "period": year, "residence": "total", "value": number(value), "unit": unit(case.unit),
        }));
    }
    if observations.is_empty() {
        // An area without a single row would be an error.
        observations.push(json!({ "indicator": "x", "period": 2000, "missing": "not_reported" }));
    }
    let rosters: Vec<Json> = case
        .rosters
        .iter()
        .map(|(year, members)| {
            let members: Vec<Json> = members
                .iter()
                .map(|(name, size)| {
                    size.map_or_else(|| json!({ "id": name }), |size| json!({ "id": name, "size": size }))
                })
                .collect();
            json!({ "kind": "town", "year": year, "members": members })
        })
        .collect();
    let host_bounds: Vec<Json> = case
        .host_bounds
        .iter()
        .map(|(year, value)| {
            json!({ "target": "t", "year": year, "value": printed(value, case.places), "better": better(case.higher()) })
        })
        .collect();
    let mut settings = json!({
        "method": if case.rounds { "rounded" } else { "full_value" },
        "baseline": BASE,
        "host_bounds": host_bounds,
    });
    if !case.milestones.is_empty() {
        let milestones: Vec<Json> = case
            .milestones
            .iter()
            .map(|(year, value)| json!({ "target": "t", "year": year, "value": number(value) }))
            .collect();
        settings["outlook"] = json!({ "milestones": milestones });
    }
    if let Some(years) = case.broken_years {
        settings["broken_years"] = json!(years);
    }
    let scope = match case.scope {
        Scope::Area => json!("area"),
        Scope::EveryUnit => json!({ "every_unit": "town" }),
        Scope::Pooled => json!({ "pooled": "town" }),
    };
    let mut target = json!({
        "id": "t",
        "clause": { "section": "goal", "domain": 1, "item": "1", "words": "字" },
        "indicator": if case.gap == Gap::None { "x" } else { "g" },
        "rule": rule(case),
        "timing": timing(case),
        "scope": scope,
    });
    if case.has_reference() {
        target["reference"] = json!("r");
    }
    json!({
        "year": case.year,
        "catalogue": "none",
        "languages": [],
        "plans": [{
            "plan": {
                "id": "p", "letter": "M", "zh": "虚拟规划", "en": "a made-up plan", "document": "1",
                "issued": "2021-01-01", "first": crate::case::FIRST, "last": 2030, "domains": ["领域"],
            },
            "indicators": indicators(case),
            "targets": [target],
        }],
        "observations": observations,
        "rosters": rosters,
        "settings": settings,
    })
}

/// One row of a report.
pub struct Row(pub Json);

impl Row {
    fn at(&self, path: &str) -> Option<&Json> {
        self.0.pointer(path).filter(|value| !value.is_null())
    }

    pub fn text(&self, path: &str) -> Option<&str> {
        self.at(path)?.as_str()
    }

    pub fn number(&self, path: &str) -> Option<Q> {
        self.text(path).map(dec)
    }

    pub fn whole(&self, path: &str) -> Option<i64> {
        self.at(path)?.as_i64()
    }

    pub fn flag(&self, path: &str) -> Option<bool> {
        self.at(path)?.as_bool()
    }

    pub fn list(&self, path: &str) -> Vec<Row> {
        self.at(path).and_then(Json::as_array).into_iter().flatten().cloned().map(Row).collect()
    }

    pub fn has(&self, path: &str) -> bool {
        self.at(path).is_some()
    }
}

pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "met",
        Outcome::NotMet => "not_met",
        Outcome::Undetermined => "undetermined",
        Outcome::NotApplicable => "not_applicable",
        Outcome::NotDue => "not_due",
        Outcome::NotJudged => "not_judged",
    }
}

pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Attained => "attained",
        Standing::MetEarly => "met_early",
        Standing::Holding => "holding",
        Standing::Recovered => "recovered",
        Standing::AtRisk => "at_risk",
        Standing::Expected => "expected",
        Standing::Slowing => "slowing",
        Standing::Lagging => "lagging",
        Standing::Difficult => "difficult",
        Standing::Missed => "missed",
        Standing::Pending => "pending",
        Standing::NoData => "no_data",
        Standing::Undetermined => "undetermined",
        Standing::NotApplicable => "not_applicable",
        Standing::NotJudged => "not_judged",
    }
}

pub fn signal(kind: Kindof) -> &'static str {
    match kind {
        Kindof::Missed => "missed",
        Kindof::Difficult => "difficult",
        Kindof::Slowing => "slowing",
        Kindof::Lagging => "lagging",
        Kindof::Relapse => "relapse",
        Kindof::RelapseRisk => "relapse_risk",
        Kindof::Reversal => "reversal",
        Kindof::SuddenChange => "sudden_change",
        Kindof::Stagnation => "stagnation",
        Kindof::Fluctuation => "fluctuation",
        Kindof::LatestYear => "latest_year",
        Kindof::NotReported => "not_reported",
        Kindof::Inherited => "inherited",
    }
}

pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Notice => "notice",
        Severity::Watch => "watch",
        Severity::Warning => "warning",
        Severity::Critical => "critical",
    }
}
