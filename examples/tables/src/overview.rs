//! A year in a few numbers: the parts of the plans apart, and the two rates that published reports give.

use dabiao::{
    Language, Outcome, Report, Standing,
    ahead::Reaches,
    plan::Commitment,
    report::{Part, Row, Tally},
    values::Ratio,
};

/// The counts of some targets.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    /// By outcome.
    pub tally: Tally,
    /// Of those not met, the ones that have years to go; the others should have held by now.
    pub not_yet: usize,
    /// Met, or on the way and seen to reach the target.
    pub on_track: usize,
    /// On the way with too few years to see where it leads.
    pub not_known: usize,
    /// Without a value for the year.
    pub no_data: usize,
}

impl Counts {
    /// Counts targets. Those that the plan only strives for stand outside where the roll-up leaves them out.
    #[must_use]
    pub fn of<'r>(report: &Report, rows: impl IntoIterator<Item = &'r Row>) -> Self {
        let every = report.rollup.total.total == report.rows.len();
        let mut counts = Self::default();
        for row in rows {
            if !every && row.target.commitment == Commitment::Aspiration {
                continue;
            }
            let (outcome, standing) = (row.assessment().outcome, row.judgement.standing);
            counts.tally.count(outcome);
            counts.not_yet += usize::from(is_not_yet(row));
            let reaches = row.judgement.outlook.as_ref().map(|outlook| outlook.reaches);
            let expected = standing == Standing::Expected && outcome == Outcome::NotMet;
            let seen = reaches == Some(Reaches::Yes);
            counts.on_track += usize::from(outcome == Outcome::Met || (expected && seen));
            counts.not_known += usize::from(expected && reaches == Some(Reaches::NotKnown));
            counts.no_data += usize::from(standing == Standing::NoData);
        }
        counts
    }

    /// How many could be judged.
    #[must_use]
    pub const fn judged(&self) -> usize {
        self.tally.met + self.tally.not_met
    }

    /// 达标率 and 进展顺利率 in per cent with one decimal; a dash where nothing could be judged.
    #[must_use]
    pub fn rates(&self) -> [String; 2] {
        [self.tally.met, self.on_track].map(|part| self.percent(part))
    }

    fn percent(&self, part: usize) -> String {
        let count = |count: usize| i128::try_from(count).unwrap_or(i128::MAX);
        match Ratio::new(100 * count(part), count(self.judged())) {
            Ok(percent) => percent.rounded(1) + "%",
            Err(_) => "—".to_owned(),
        }
    }
}

/// The year in one sentence, on main goals alone.
#[must_use]
pub fn sentence(report: &Report, language: Language) -> String {
    let goals = || report.rows.iter().filter(|row| Part::of(&row.target) == Part::Goals);
    let counts = Counts::of(report, goals());
    let (tally, [met, well], judged) = (counts.tally, counts.rates(), counts.judged());
    let difficult = goals().filter(|row| row.judgement.standing == Standing::Difficult).count();
    // What there is none of is not told.
    let not_yet = match (counts.not_yet, language) {
        (0, _) => String::new(),
        (count, Language::Chinese) => {
            let hard = if difficult > 0 { format!("（其中预计达标困难{difficult}项）") } else { String::new() };
            format!("，{}{count}项{hard}", not_yet_words(report, language))
        }
        (count, Language::English) => {
            let hard = if difficult > 0 { format!(" ({difficult} of them hard to reach)") } else { String::new() };
            format!(", {count} {}{hard}", not_yet_words(report, language))
        }
    };
    let missed = tally.not_met.saturating_sub(counts.not_yet);
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
    "Missed: should hold by now. Not yet: years to go. Later: nothing due. Other: not judged or not applicable. Met, %: of those \
     judged. On track: met, or projected to reach the target.",
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
