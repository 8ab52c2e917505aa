//! A year in a few numbers: the parts of the plans apart, and the two rates that published reports give.

use dabiao::{
    Language, Outcome, Report, Standing,
    report::{Counts, Part, Row},
    values::Ratio,
};

/// 达标率 and 进展顺利率 in per cent with one decimal; a dash where nothing could be judged.
#[must_use]
pub fn rates(counts: &Counts) -> [String; 2] {
    let percent = |rate: &Ratio| (rate * Ratio::whole(100)).rounded(1) + "%";
    [&counts.rate, &counts.on_track].map(|rate| rate.as_ref().map_or_else(|| "—".to_owned(), percent))
}

/// Why targets cannot be judged, where there is another reason than a missing value.
#[must_use]
pub fn open(counts: &Counts, language: Language) -> Option<String> {
    let (no_data, all) = (counts.no_data, counts.tally.undetermined);
    let other = all.checked_sub(no_data).filter(|other| *other > 0)?;
    Some(match language {
        Language::Chinese => {
            format!("暂无法评价的{all}项目标中，本年缺数{no_data}项，缺基期数、名录或数据有矛盾{other}项。")
        }
        Language::English => format!(
            "Of the {all} that cannot be judged, {no_data} lack a value for the year; for {other}, the baseline or the list of \
             reporting units is missing, or the data contradict each other."
        ),
    })
}

/// The year in one sentence, on main goals alone.
#[must_use]
pub fn sentence(report: &Report, language: Language) -> String {
    let goals = || report.counted().filter(|row| Part::of(&row.target) == Part::Goals);
    let counts = Counts::of(goals());
    let (tally, [met, well], judged) = (counts.tally, rates(&counts), counts.judged());
    let difficult = goals().filter(|row| row.judgement.standing == Standing::Difficult).count();
    // What there is none of is not told.
    let not_yet = match (counts.not_yet, language) {
        (0, _) => String::new(),
        (count, Language::Chinese) => {
            let hard = if difficult > 0 {
                format!("（其中预计达标困难{difficult}项）")
            } else {
                String::new()
            };
            format!("，{}{count}项{hard}", not_yet_words(report, language))
        }
        (count, Language::English) => {
            let hard =
                if difficult > 0 { format!(" ({difficult} of them hard to reach)") } else { String::new() };
            format!(", {count} {}{hard}", not_yet_words(report, language))
        }
    };
    let missed = counts.missed();
    match language {
        Language::Chinese => format!(
            "{}年，{}项主要目标中可评价{judged}项：已达标{}项，未达标{missed}项{not_yet}；达标率{met}，进展顺利率{well}；{}项暂无法评价\
             （本年缺数{}项），{}项尚未到期。",
            report.year, tally.total, tally.met, tally.undetermined, counts.no_data, tally.not_due
        ),
        Language::English => format!(
            "In {}, {judged} of {} main-goal targets can be judged: {} met, {missed} missed{not_yet}. Of those judged, {met} are met, and \
             {well} are met or on track. {} cannot be judged ({} for lack of a value for the year); {} {} not yet due.",
            report.year,
            tally.total,
            tally.met,
            tally.undetermined,
            counts.no_data,
            tally.not_due,
            if tally.not_due == 1 { "is" } else { "are" }
        ),
    }
}

fn is_not_yet(row: &Row) -> bool {
    row.assessment().outcome == Outcome::NotMet && row.judgement.standing != Standing::Missed
}

/// What is said of targets that are not met and have years to go, with the year where it is one for all of them.
#[must_use]
pub fn not_yet_words(report: &Report, language: Language) -> String {
    let mut due: Vec<i32> = report
        .rows
        .iter()
        .filter(|row| is_not_yet(row))
        .map(|row| row.target.timing.due().number())
        .collect();
    due.dedup();
    match (due.as_slice(), language) {
        ([year], Language::Chinese) => format!("尚未达到{year}年目标"),
        (_, Language::Chinese) => "尚未达到目标".to_owned(),
        ([year], Language::English) => format!("not yet at the target value of {year}"),
        (_, Language::English) => "not yet at their target value".to_owned(),
    }
}

/// What the columns of the counts mean, in Chinese and English.
pub const LEGEND: (&str, &str) = (
    "未达标：应在本年达到而没有达到；尚未达到：离目标年份还有时间。达标率＝达标÷可评价；进展顺利率（顺利率）＝（达标＋预期可达标且推算能达标）\
     ÷可评价。",
    "Missed: should hold by now. Not yet: years to go. Open: cannot be judged. Later: nothing due. Other: not judged or not \
     applicable. Met, %: of those judged. On track: met, or projected to reach the target.",
);

/// Whether a row has something to show: a value of its own, or units that reported.
#[must_use]
pub fn has_value(row: &Row) -> bool {
    let assessment = row.assessment();
    let units = assessment.units.as_ref();
    let reported = units.is_some_and(|units| {
        units.passed + units.failed.len() + units.undetermined.len() + units.not_applicable > 0
    });
    assessment.value.is_some()
        || matches!(assessment.outcome, Outcome::Met | Outcome::NotMet)
        || (assessment.units.is_none() && !assessment.evidence.is_empty())
        || reported
}
