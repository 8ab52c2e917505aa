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
    let with = |standing| goals().filter(|row| row.judgement.standing == standing).count();
    let (missed, difficult) = (with(Standing::Missed), with(Standing::Difficult));
    // What there is none of is not told.
    let parts = [("未达标", "missed", missed), ("预计达标困难", "hard to reach", difficult)];
    let worst: Vec<String> = parts
        .iter()
        .filter(|(.., count)| *count > 0)
        .map(|(zh, en, count)| match language {
            Language::Chinese => format!("{zh}{count}项"),
            Language::English => format!("{count} {en}"),
        })
        .collect();
    let worst = match (worst.is_empty(), language) {
        (true, _) => String::new(),
        (_, Language::Chinese) => format!("（其中{}）", worst.join("、")),
        (_, Language::English) => format!(" ({})", worst.join(", ")),
    };
    match language {
        Language::Chinese => format!(
            "{}年，{}项主要目标中可评价{judged}项：已达标{}项，尚未达标{}项{worst}；达标率{met}，进展顺利率{well}；{}项暂无法评价\
             （本年缺数{}项），{}项尚未到期。",
            report.year,
            tally.total,
            tally.met,
            tally.not_met,
            tally.undetermined,
            counts.no_data,
            tally.not_due
        ),
        Language::English => format!(
            "In {}, {judged} of {} main-goal targets can be judged: {} met and {} not yet met{worst}. Of those judged, {met} are met, and \
             {well} are met or on track. {} cannot be judged ({} for lack of a value for the year); {} {} not yet due.",
            report.year,
            tally.total,
            tally.met,
            tally.not_met,
            tally.undetermined,
            counts.no_data,
            tally.not_due,
            if tally.not_due == 1 { "is" } else { "are" }
        ),
    }
}

/// The standings of what is not met or at risk, in the order in which a report tells them.
pub const AT_RISK: [Standing; 5] =
    [Standing::Missed, Standing::Difficult, Standing::Lagging, Standing::Slowing, Standing::AtRisk];

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
