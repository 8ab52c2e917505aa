//! A case against the library, field by field.

use crate::case::{BASE, Calendar, Case, FIRST, Gap, Outcome, Q, Scope, Timing, printed};
use crate::cells::Reading;
use crate::chance::Label;
use crate::judge::Judge;
use crate::outlook::{CaseGap, Reaches};
use crate::standing::Standing;
use crate::warning::{Clearing, Kindof, Signal, headline};
use crate::wire::{self, Row};
use num_bigint::BigInt;
use num_traits::{Signed as _, Zero as _};
use std::collections::BTreeMap;

/// What the library answers to one case: its row, or why there is none. The short answer has to say the same.
pub fn ask(case: &Case) -> Result<Row, String> {
    let mut request = wire::request(case);
    let answer = |request: &serde_json::Value| -> Result<serde_json::Value, String> {
        let answer = dabiao::json::evaluate(request.to_string().as_bytes());
        Ok(serde_json::from_str(&answer.map_err(|refusal| refusal.to_string())?).expect("JSON"))
    };
    let report = answer(&request)?;
    request["brief"] = true.into();
    let brief = answer(&request)?;
    let row = report.pointer("/rows/0").cloned().ok_or("no row")?;
    let headline =
        row["warnings"].as_array().into_iter().flatten().find(|warning| warning["headline"] == true);
    for (column, inside) in [
        ("targets", row.pointer("/target/id")),
        ("outcomes", row.pointer("/assessment/outcome")),
        ("standings", row.pointer("/standing")),
        ("values", row.pointer("/assessment/value")),
        ("bounds", row.pointer("/assessment/bound/limit")),
        ("margins", row.pointer("/assessment/margin")),
        ("signals", headline.and_then(|headline| headline.pointer("/signal/kind"))),
        ("severities", headline.and_then(|headline| headline.pointer("/severity"))),
    ] {
        let (short, full) = (&brief[column][0], inside.unwrap_or(&serde_json::Value::Null));
        if short != full {
            return Err(format!("the short answer says {column} {short}, the report {full}"));
        }
    }
    Ok(Row(row))
}

/// A difference: which field, and both answers.
pub type Difference = (String, String, String);

#[derive(Default)]
struct Found(Vec<Difference>);

impl Found {
    fn same(&mut self, field: &str, ours: impl ToString, theirs: impl ToString) {
        let (ours, theirs) = (ours.to_string(), theirs.to_string());
        if ours != theirs {
            self.0.push((field.to_owned(), ours, theirs));
        }
    }

    /// Equal, or as near as printed digits can tell.
    fn number(&mut self, field: &str, ours: Option<Q>, theirs: Option<&Q>) {
        let near = match (&ours, theirs) {
            (None, None) => true,
            (Some(ours), Some(theirs)) => {
                let off = (ours - theirs).abs();
                off.is_zero() || off * BigInt::from(10).pow(11) < theirs.abs() || {
                    (ours - theirs).abs() < Q::new(1.into(), BigInt::from(10).pow(11))
                }
            }
            _ => false,
        };
        if !near {
            let text = |q: Option<&Q>| q.map_or_else(|| "none".to_owned(), |q| q.to_string());
            self.0.push((
                field.to_owned(),
                ours.map_or_else(|| "none".to_owned(), |q| printed(&q, 0)),
                text(theirs),
            ));
        }
    }
}

fn text<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(|| "none".to_owned(), |value| value.to_string())
}

/// Everything in which the library and the reading differ; `Err`: the library refuses the case.
pub fn differences(case: &Case) -> Result<Vec<Difference>, String> {
    let row = ask(case)?;
    let mut found = Found::default();
    let judge = Judge::new(case);
    let year = case.at();
    let outcome = judge.verdict(year);
    found.same("outcome", text(row.text("/assessment/outcome")), wire::outcome(outcome));
    if outcome == Outcome::Undetermined {
        found.same("reasons", !row.list("/assessment/reasons").is_empty(), true);
    }
    let standings = judge.standing(year);
    let standing = text(row.text("/standing"));
    if !standings.iter().any(|one| wire::standing(*one) == standing) {
        found.same("standing", standing, wire::standing(standings[0]));
    }
    if outcome == Outcome::NotApplicable {
        found.same("value", row.has("/assessment/value"), false);
        found.same("margin", row.has("/assessment/margin"), false);
    }
    if matches!(outcome, Outcome::Met | Outcome::NotMet) {
        numbers(case, &judge, year, outcome, &row, &mut found);
    }
    if standings == [Standing::Holding] && matches!(case.timing, Timing::Kept { .. }) {
        let notes = row.list("/assessment/notes");
        let said = row.flag("/first_met") == Some(true) || notes.iter().any(|note| note.0 == "first_met");
        found.same("first met", said, judge.first_met(year));
    }
    beside(case, &judge, year, outcome, &row, &mut found);
    warnings(case, &judge, year, &row, &mut found);
    Ok(found.0)
}

/// What is said beside a verdict: the other method, a later baseline, the units that fail or are silent.
fn beside(case: &Case, judge: &Judge, year: i32, outcome: Outcome, row: &Row, found: &mut Found) {
    if year >= case.due || case.counts_events() {
        return;
    }
    let notes = row.list("/assessment/notes");
    if matches!(outcome, Outcome::Met | Outcome::NotMet) && judge.single() && !judge.broken_for_good(year) {
        let other = Case { rounds: !case.rounds, ..case.clone() };
        let other = Judge::new(&other).year(year);
        let said = notes.iter().find_map(|note| note.text("/other_method").map(str::to_owned));
        let differs = (other != judge.year(year)).then(|| wire::outcome(other));
        found.same("other method", text(said), text(differs));
        if case.is_direction() && case.calendar != Calendar::Term {
            let base = judge.line().baseline(case, judge.line().stands(case, year).of);
            let moved = base.map(|(base, _)| base).filter(|base| *base != BASE);
            let said = notes.iter().find_map(|note| note.whole("/baseline_moved"));
            found.same("baseline moved", text(said), text(moved));
        }
    }
    if !judge.single() && matches!(outcome, Outcome::Met | Outcome::NotMet | Outcome::Undetermined) {
        let list = |path: &str| {
            let mut names: Vec<String> =
                row.list(path).iter().filter_map(|name| name.0.as_str().map(str::to_owned)).collect();
            names.sort();
            names.join(" ")
        };
        let listed = judge.roster(year).unwrap_or_else(|| case.known_units(year).cloned().collect());
        let mut failing: Vec<String> =
            listed.iter().filter(|name| judge.unit_year(name, year) == Outcome::NotMet).cloned().collect();
        failing.sort();
        found.same("failing units", list("/assessment/units/failed"), failing.join(" "));
        let not_reported = |name: &&String| {
            judge.unit_silent(name, year) && judge.unit_year(name, year) == Outcome::Undetermined
        };
        let mut not_reported: Vec<String> = listed.iter().filter(not_reported).cloned().collect();
        not_reported.sort();
        found.same("silent units", list("/assessment/units/not_reported"), not_reported.join(" "));
    }
}

fn numbers(case: &Case, judge: &Judge, year: i32, outcome: Outcome, row: &Row, found: &mut Found) {
    if !judge.single() || case.counts_events() {
        return;
    }
    let line = judge.line();
    let standing = line.stands(case, year);
    let own = judge.year(year);
    // The year's own value may say something else than a verdict that an earlier year settled.
    let Some(value) = standing.reading.exact() else {
        if own == outcome && !judge.broken_for_good(year) {
            found.same("margin", row.has("/assessment/margin"), false);
        }
        return;
    };
    // Without a bound of the host in the due year there may be nothing to show.
    if own == Outcome::NotJudged {
        return;
    }
    found.number("value", row.number("/assessment/value"), Some(value));
    if case.is_direction() {
        return;
    }
    let Some(bound) = judge.bound(line, year) else { return };
    found.number("bound", row.number("/assessment/bound/limit"), Some(&bound.limit));
    found.same(
        "bound better",
        text(row.text("/assessment/bound/better")),
        if bound.higher { "higher" } else { "lower" },
    );
    found.same("bound included", text(row.flag("/assessment/bound/included")), bound.included);
    found.number("margin", row.number("/assessment/margin"), Some(&bound.margin(value)));
    if own == outcome
        && let Some(label) = judge.label(line, standing.of, &bound, crate::case::ALPHA)
    {
        let word = match label {
            Label::MetConfirmed => "met_confirmed",
            Label::MetUnconfirmed => "met_unconfirmed",
            Label::MetUnconfirmable => "met_unconfirmable",
            Label::MissedConfirmed => "missed_confirmed",
            Label::MissedWithinChance => "missed_within_chance",
        };
        found.same("label", text(row.text("/small_numbers/label")), word);
        let counts = line.counts(standing.of).expect("counts");
        let ours = if row.text("/small_numbers/gap") == Some("cannot_be_reached") {
            "never".to_owned()
        } else if let Some(fewer) = row.whole("/small_numbers/gap/fewer") {
            format!("{fewer} fewer")
        } else {
            row.whole("/small_numbers/gap/more")
                .map_or_else(|| "none".to_owned(), |more| format!("{more} more"))
        };
        let theirs = match judge.case_gap(counts, &bound) {
            CaseGap::Fewer(n) => format!("{n} fewer"),
            CaseGap::More(n) => format!("{n} more"),
            CaseGap::Never => "never".to_owned(),
        };
        // A verdict that no count could change may be left out.
        if !(theirs == "never" && ours == "none") {
            found.same("gap in cases", ours, theirs);
        }
    }
    on_the_way(case, judge, year, row, found);
}

fn on_the_way(case: &Case, judge: &Judge, year: i32, row: &Row, found: &mut Found) {
    let Some(outlook) = judge.outlook(year) else { return };
    let latest_is_own = outlook.latest.0 == judge.line().stands(case, year).of;
    if year >= case.due || !latest_is_own || matches!(case.timing, Timing::EveryYear { .. }) {
        return;
    }
    if !row.has("/outlook") {
        found.same("outlook", "none", "some");
        return;
    }
    found.same("would break", text(row.flag("/outlook/would_break")), outlook.would_break);
    found.same("few cases", text(row.flag("/outlook/few_cases")), outlook.few);
    let number = |name: &str| row.number(&format!("/outlook/{name}"));
    let mut both = vec![
        ("last_change", outlook.last_change.as_ref()),
        ("slope", outlook.slope.as_ref()),
        ("projection", outlook.projection.as_ref()),
    ];
    let slope = outlook.slope.clone();
    if outlook.has_path {
        both.extend([
            ("path_value", Some(&outlook.path)),
            ("distance", Some(&outlook.distance)),
            ("share_done", outlook.share_done.as_ref()),
            ("share_of_time", outlook.share_of_time.as_ref()),
            ("pace", outlook.pace.as_ref()),
            ("required", outlook.required.as_ref()),
            ("best_change", outlook.best.as_ref()),
        ]);
    }
    for (name, theirs) in both {
        // A slope's sign is the raw one or the good one; the page asks for both.
        if name == "slope" && !case.higher() {
            let turned = slope.as_ref().map(|slope| -slope);
            found.number(name, number(name), turned.as_ref());
        } else {
            found.number(name, number(name), theirs);
        }
    }
    if judge.year(year) == Outcome::NotMet {
        if outlook.has_path {
            let reaches = match outlook.reaches {
                Reaches::Yes => "yes",
                Reaches::No => "no",
                Reaches::NotKnown => "not_known",
            };
            let ours = row
                .text("/outlook/reaches")
                .map_or_else(|| text(row.flag("/outlook/reaches")), str::to_owned);
            found.same("reaches", ours, reaches);
        }
        found.same("expected year", text(row.whole("/outlook/expected_year")), text(outlook.expected_year));
    } else {
        found.same(
            "years to breach",
            text(row.whole("/outlook/years_to_breach")),
            text(outlook.years_to_breach),
        );
    }
}

/// Signals that the page does not settle for this case.
fn left_open(case: &Case, judge: &Judge, kind: Kindof) -> bool {
    match kind {
        // A gap whose parts have counts: which test its series takes is not said.
        Kindof::Reversal | Kindof::SuddenChange | Kindof::Fluctuation | Kindof::LatestYear => {
            case.gap != Gap::None && judge.line().gap_on_counts
        }
        // A closed window that is still owed while another is open; one part of a gap without the other.
        // Units silent in part in a due year that earlier ones have settled.
        // Whether a year in which nobody had to report ends a run of silent ones.
        Kindof::NotReported if case.rosters.values().any(Vec::is_empty) => true,
        Kindof::NotReported if judge.does_not_apply_to_some(case.at()) => true,
        Kindof::NotReported if !case.counts_events() => {
            let year = case.at();
            let settled = judge.verdict(year) != Outcome::Undetermined;
            settled && judge.year(year) == Outcome::Undetermined && case.scope != Scope::Area
                || case.gap != Gap::None
                    && (FIRST..=case.at())
                        .any(|y| judge.line().readings.get(&y) == Some(&Reading::PartMissing))
        }
        Kindof::NotReported => {
            matches!(case.timing, Timing::EachWindow { .. })
                && judge
                    .windows()
                    .iter()
                    .any(|w| w.1 < case.at() && judge.window_at(*w, w.1) == Outcome::Undetermined)
        }
        _ => false,
    }
}

fn warnings(case: &Case, judge: &Judge, year: i32, row: &Row, found: &mut Found) {
    let theirs = judge.signals(year);
    let open = |kind: Kindof| left_open(case, judge, kind);
    let said = row.list("/warnings");
    let mut ours: BTreeMap<String, &Row> = BTreeMap::new();
    for warning in &said {
        let kind = text(warning.text("/signal/kind"));
        if ours.insert(kind.clone(), warning).is_some() {
            found.same("signal twice", &kind, "once");
        }
    }
    ours.remove("within_chance");
    if said.iter().any(|w| w.text("/signal/kind") == Some("within_chance")) {
        let tested = [Kindof::Fluctuation, Kindof::LatestYear];
        if theirs.iter().any(|signal| tested.contains(&signal.kind)) {
            found.same("remark of chance", "beside a signal that passed its test", "not there");
        }
    }
    for signal in &theirs {
        let kind = wire::signal(signal.kind);
        let warning = ours.remove(kind);
        if open(signal.kind) {
            continue;
        }
        let severity = text(signal.severity.map(wire::severity));
        let Some(warning) = warning else {
            if signal.severity.is_some() {
                found.same(kind, "none", severity);
            }
            continue;
        };
        found.same(kind, text(warning.text("/severity")), severity);
        if let Some(sure) = signal.sure {
            found.same(&format!("{kind} sure"), text(warning.flag("/sure")), sure);
        }
        if signal.kind == Kindof::Inherited {
            found.same("inherited from", text(warning.whole("/signal/year")), text(signal.year));
            found.same(
                "inherited headline",
                text(warning.text("/signal/headline")),
                text(signal.carried.map(wire::signal)),
            );
        } else if signal.kind == Kindof::Missed {
            found.same("settled in", text(warning.whole("/signal/year")), text(signal.year));
        }
    }
    for (kind, warning) in ours {
        let is_open = [
            Kindof::Reversal,
            Kindof::SuddenChange,
            Kindof::Fluctuation,
            Kindof::LatestYear,
            Kindof::NotReported,
        ]
        .into_iter()
        .any(|one| wire::signal(one) == kind && open(one));
        if !is_open && warning.has("/severity") {
            found.same(&kind, text(warning.text("/severity")), "none");
        }
    }
    let all = [
        Kindof::Reversal,
        Kindof::SuddenChange,
        Kindof::Fluctuation,
        Kindof::LatestYear,
        Kindof::NotReported,
    ];
    let there = |kind: Kindof| {
        theirs.iter().any(|signal| signal.kind == kind)
            || said.iter().any(|warning| warning.text("/signal/kind") == Some(wire::signal(kind)))
    };
    if !all.into_iter().any(|kind| open(kind) && there(kind)) {
        head(judge, year, &theirs, &said, found);
    }
}

fn head(judge: &Judge, year: i32, theirs: &[Signal], said: &[Row], found: &mut Found) {
    let head = headline(theirs);
    let mut flagged = said.iter().filter(|warning| warning.flag("/headline") == Some(true));
    let ours = flagged.next();
    found.same(
        "headline",
        text(ours.and_then(|warning| warning.text("/signal/kind"))),
        text(head.map(|signal| wire::signal(signal.kind))),
    );
    if flagged.next().is_some() {
        found.same("headlines", 2, 1);
    }
    let (Some(ours), Some(head)) = (ours, head) else { return };
    if ours.text("/signal/kind") != Some(wire::signal(head.kind)) {
        return;
    }
    let said = ours.text("/clearing/kind");
    match judge.clearing(year, &head) {
        Clearing::Never => found.same("clearing", text(said), "never"),
        Clearing::Report => found.same("clearing", text(said), "report"),
        Clearing::NextValue { value: theirs, higher, included } => {
            found.same("clearing", text(said), "next_value");
            if said == Some("next_value") {
                found.number("clearing value", ours.number("/clearing/value"), Some(&theirs));
                let better = if higher { "higher" } else { "lower" };
                found.same("clearing better", text(ours.text("/clearing/better")), better);
                found.same("clearing included", text(ours.flag("/clearing/included")), included);
            }
        }
        // A bound of next year that is not known yet: the present one may be named.
        Clearing::Met => {
            if !matches!(said, Some("met" | "next_value")) {
                found.same("clearing", text(said), "met");
            }
        }
        Clearing::Open => {}
    }
}
