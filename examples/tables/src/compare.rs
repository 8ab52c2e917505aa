//! Several areas side by side, in words and in tables: what a prefecture reports over its counties.

use dabiao::{
    Catalogue, Language, Report,
    report::{AreaComparison, AreaSummary, AreaVerdict, Counts, Part, ReportKind, Row, TargetComparison},
    text,
    values::Ratio,
};

use crate::print;
use crate::tone::Tone;

/// How many targets the list of large differences names.
const DIFFERENCES: usize = 10;

/// The comparison and the reports that it was made of, ready to be told.
#[derive(Debug, Clone, Copy)]
pub struct Comparison<'a> {
    /// The facts.
    pub facts: &'a AreaComparison,
    /// The reports, in the order of the areas.
    pub reports: &'a [Report],
    /// The language.
    pub language: Language,
}

/// A target in which the areas lie far apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The clause and the indicator.
    pub name: String,
    /// What is asked.
    pub asks: String,
    /// The area with the best value, and the value.
    pub best: String,
    /// The area with the worst value, and the value.
    pub worst: String,
    /// How far they lie apart, in hundredths of the target value.
    pub spread: String,
}

impl Comparison<'_> {
    const fn of<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }

    /// The name of an area; figures without a name are those of the whole.
    fn area<'s>(&'s self, summary: &'s AreaSummary) -> &'s str {
        summary.area.as_deref().unwrap_or_else(|| self.of("（未写地区）", "(no area named)"))
    }

    /// The row of a target in the first report that has it.
    fn row(&self, target: &TargetComparison) -> Option<&Row> {
        self.reports.iter().find_map(|report| report.row(&target.target).ok())
    }

    /// The clause and the indicator of a target.
    #[must_use]
    pub fn name(&self, target: &TargetComparison) -> String {
        let row = self.row(target);
        let name = row.map(|row| self.of(&row.indicator.zh, &row.indicator.en)).unwrap_or_default();
        format!("{} {name}", target.clause)
    }

    /// What a target asks.
    #[must_use]
    pub fn asks(&self, target: &TargetComparison) -> String {
        self.row(target).map(|row| text::asks(row, self.language)).unwrap_or_default()
    }

    /// What a reader has to know first, in two or three sentences.
    #[must_use]
    pub fn summary(&self) -> String {
        let facts = self.facts;
        let missing = facts.not_reported.join(self.of("、", ", "));
        let not_reported = facts.areas.iter().filter_map(|area| area.area.as_ref());
        let not_reported = not_reported.filter(|area| facts.not_reported.contains(area)).count();
        let reported = facts.areas.len() - not_reported;
        let all = facts.areas.len() + facts.not_reported.len() - not_reported;
        let mut told = match (self.language, missing.is_empty()) {
            (Language::Chinese, true) => format!("{}年，{all}个地区均有数据。", facts.year),
            (Language::Chinese, false) => {
                format!("{}年，{all}个地区中{reported}个有数据；未报送：{missing}。", facts.year)
            }
            (Language::English, true) => format!("In {}, all {all} areas have reported. ", facts.year),
            (Language::English, false) => {
                format!(
                    "In {}, {reported} of {all} areas have reported; not reported: {missing}. ",
                    facts.year
                )
            }
        };
        let rate = |area: &AreaSummary| area.goals.as_ref().and_then(|goals| goals.rate.clone());
        let rated = || facts.areas.iter().filter_map(|area| rate(area).map(|rate| (area, rate)));
        let (high, low) = (rated().map(|(_, rate)| rate).max(), rated().map(|(_, rate)| rate).min());
        if let (Some(high), Some(low)) = (high, low) {
            let with = |wanted: &Ratio| {
                let names = rated().filter(|(_, rate)| rate == wanted).map(|(area, _)| self.area(area));
                self.listed(&names.collect::<Vec<_>>())
            };
            let (best, worst, most, least) = (with(&high), with(&low), percent(&high), percent(&low));
            told += &match (self.language, high == low) {
                (Language::Chinese, true) => format!("各地区主要目标达标率均为{most}。"),
                (Language::Chinese, false) => {
                    format!("主要目标达标率最高的是{best}（{most}），最低的是{worst}（{least}）。")
                }
                (Language::English, true) => {
                    format!("Every area meets {most} of the main-goal targets that can be judged.")
                }
                (Language::English, false) => format!(
                    "The share of main-goal targets met, among those that can be judged, is highest in {best} ({most}) and lowest \
                     in {worst} ({least})."
                ),
            };
        }
        let unmet = |target: &&TargetComparison| target.part == Part::Goals && target.tally.not_met > 0;
        let hardest =
            facts.targets.iter().filter(unmet).min_by_key(|target| usize::MAX - target.tally.not_met);
        if let Some(target) = hardest.filter(|target| target.tally.not_met > 1) {
            let (name, count) = (self.name(target), target.tally.not_met);
            told += &match self.language {
                Language::Chinese => format!("未达到目标值的地区最多的目标是{name}（{count}个）。"),
                Language::English => {
                    format!(" The target value that most areas are short of is {name} ({count}).")
                }
            };
        }
        told
    }

    /// Names in a sentence: three of them and how many there are.
    fn listed(&self, names: &[&str]) -> String {
        const NAMED: usize = 3;
        let first: Vec<&str> = names.iter().take(NAMED).copied().collect();
        let first = first.join(self.of("、", ", "));
        match (names.len() > NAMED, self.language) {
            (false, _) => first,
            (true, Language::Chinese) => format!("{first}等{}个", names.len()),
            (true, Language::English) => format!("{first} and {} more", names.len() - NAMED),
        }
    }

    /// The header and the lines of the table of areas.
    #[must_use]
    pub fn areas(&self) -> ([&'static str; 10], Vec<[String; 10]>) {
        let header = match self.language {
            Language::Chinese => [
                "序号",
                "地区",
                "达标",
                "未达标",
                "尚未达到",
                "暂无法评价",
                "达标率",
                "进展顺利率",
                "警告以上",
                "缺数",
            ],
            Language::English => [
                "no.",
                "area",
                "met",
                "missed",
                "not yet",
                "open",
                "met %",
                "on track %",
                "warned",
                "no data",
            ],
        };
        let line = |(place, area): (usize, &AreaSummary)| {
            let goals = area.goals.as_ref();
            let count = |of: fn(&Counts) -> usize| {
                goals.map_or_else(|| "—".to_owned(), |goals| of(goals).to_string())
            };
            let rate = |rate: Option<&Ratio>| rate.map_or_else(|| "—".to_owned(), percent);
            [
                (place + 1).to_string(),
                self.area(area).to_owned(),
                count(|goals| goals.tally.met),
                count(|goals| goals.missed()),
                count(|goals| goals.not_yet),
                count(|goals| goals.tally.undetermined),
                rate(goals.and_then(|goals| goals.rate.as_ref())),
                rate(goals.and_then(|goals| goals.on_track.as_ref())),
                area.warned.to_string(),
                area.no_data.to_string(),
            ]
        };
        (header, self.facts.areas.iter().enumerate().map(line).collect())
    }

    /// The targets that an area has a verdict or a value of, of one part.
    pub fn told(&self, part: Part) -> impl Iterator<Item = &TargetComparison> {
        let something = |verdict: &AreaVerdict| {
            verdict.value.is_some() || !matches!(Tone::of(verdict.standing), Tone::Open | Tone::Aside)
        };
        let told = move |target: &&TargetComparison| target.verdicts.iter().flatten().any(something);
        self.facts.targets.iter().filter(move |target| target.part == part).filter(told)
    }

    /// The letters of a target, one for each area.
    #[must_use]
    pub fn letters(&self, target: &TargetComparison) -> Vec<&'static str> {
        let letter = |verdict: &Option<AreaVerdict>| match verdict {
            Some(verdict) => Tone::of(verdict.standing).look(self.language).0,
            None => Tone::Aside.look(self.language).0,
        };
        target.verdicts.iter().map(letter).collect()
    }

    /// What the letters mean.
    #[must_use]
    pub fn legend(&self) -> String {
        let one = |tone: Tone| {
            let (letter, name, _) = tone.look(self.language);
            format!("{letter} {name}")
        };
        Tone::ALL.map(one).join(self.of("，", ", "))
    }

    /// The targets in which the areas lie furthest apart, measured by the target value.
    #[must_use]
    pub fn differences(&self) -> Vec<Difference> {
        let mut apart: Vec<(&Ratio, &TargetComparison)> =
            self.facts.targets.iter().filter_map(|target| Some((target.spread.as_ref()?, target))).collect();
        apart.sort_by(|one, other| other.0.cmp(one.0));
        let told = |(spread, target): &(&Ratio, &TargetComparison)| {
            Some(Difference {
                name: self.name(target),
                asks: self.asks(target),
                best: self.value_at(target, target.best?)?,
                worst: self.value_at(target, target.worst?)?,
                spread: percent(spread),
            })
        };
        let mut differences: Vec<Difference> = Vec::new();
        for one in apart.iter().filter_map(told) {
            // What both plans ask of one indicator is told once, with both clauses.
            let name = |one: &Difference| one.name.split_once(' ').map(|(_, name)| name.to_owned());
            let same = |known: &&mut Difference| {
                name(known) == name(&one)
                    && (&known.asks, &known.best, &known.worst) == (&one.asks, &one.best, &one.worst)
            };
            match (differences.iter_mut().find(same), one.name.split_once(' ')) {
                (Some(known), Some((clause, _))) => {
                    known.name = known.name.replacen(' ', &format!("{}{clause} ", self.of("、", ", ")), 1)
                }
                _ => differences.push(one),
            }
        }
        differences.truncate(DIFFERENCES);
        differences
    }

    /// How the list of large differences is to be read.
    #[must_use]
    pub const fn differences_note(&self) -> &'static str {
        match self.language {
            Language::Chinese => "相差＝最好与最差之差÷目标值。小样本的值年度波动大，不宜据此排名。",
            Language::English => {
                "Apart: the difference between best and worst as a share of the target value. Values that rest on few cases vary \
                 from year to year by chance; do not rank areas by them."
            }
        }
    }

    /// The header of the list of large differences.
    #[must_use]
    pub const fn differences_header(&self) -> [&'static str; 5] {
        match self.language {
            Language::Chinese => ["目标", "要求", "最好", "最差", "相差"],
            Language::English => ["target", "asks", "best", "worst", "apart"],
        }
    }

    /// The names of the areas.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.facts.areas.iter().map(|area| self.area(area))
    }

    /// The area and its value, and whether the value rests on few cases.
    fn value_at(&self, target: &TargetComparison, place: usize) -> Option<String> {
        let area = self.area(self.facts.areas.get(place)?);
        let row = self.reports.get(place)?.row(&target.target).ok()?;
        let value = text::value(row, self.language)?;
        let small = target.verdicts.get(place)?.as_ref()?.small;
        let few = if small { self.of("（小样本）", " (few cases)") } else { "" };
        Some(format!("{area} {value}{few}"))
    }

    /// The whole as text, no wider than so many columns.
    #[must_use]
    pub fn text(&self, title: &str, width: usize) -> String {
        let mut told = print::wrapped(title, width, "") + "\n" + &print::wrapped(&self.summary(), width, "");
        let heading = |zh, en| format!("\n{}\n", self.of(zh, en));
        told += &heading(
            "一、各地区（主要目标；警告以上和缺数按全部目标计）",
            "1. The areas (main goals; warnings and missing data of all targets)",
        );
        let (header, lines) = self.areas();
        told += &print::table_within(header, lines, width);
        told += &heading("二、各目标", "2. The targets");
        told += &print::wrapped(&self.legend(), width, "");
        // Beside the letters stand the target, what it asks and the counts.
        let at_once = ((width.saturating_sub(60)) / 3).max(5);
        for part in Part::ALL {
            let targets: Vec<&TargetComparison> = self.told(part).collect();
            let mut from = 0;
            while from < self.facts.areas.len() && !targets.is_empty() {
                let to = (from + at_once).min(self.facts.areas.len());
                let numbers: Vec<String> = (from + 1..=to).map(|number| format!("{number:<2}")).collect();
                let numbers = numbers.join(" ");
                let name = self.of(part.zh(), part.en());
                let header =
                    [name, self.of("要求", "asks"), self.of("达标/可评价", "met/judged"), numbers.trim_end()];
                let lines = targets.iter().map(|target| {
                    let letters = self.letters(target);
                    let shown: Vec<String> = letters
                        .iter()
                        .skip(from)
                        .take(to - from)
                        .map(|letter| {
                            if self.language == Language::English {
                                format!("{letter} ")
                            } else {
                                (*letter).to_owned()
                            }
                        })
                        .collect();
                    let judged = target.tally.met + target.tally.not_met;
                    [
                        self.name(target),
                        self.asks(target),
                        format!("{}/{judged}", target.tally.met),
                        shown.join(" ").trim_end().to_owned(),
                    ]
                });
                told += &print::table_within(header, lines, width);
                from = to;
            }
        }
        let differences = self.differences();
        if !differences.is_empty() {
            told += &heading("三、差距最大的目标", "3. Where the areas lie furthest apart");
            told += &print::wrapped(self.differences_note(), width, "");
            let header = self.differences_header();
            let lines =
                differences.into_iter().map(|one| [one.name, one.asks, one.best, one.worst, one.spread]);
            told += &print::table_within(header, lines, width);
        }
        told
    }
}

fn percent(share: &Ratio) -> String {
    (share * Ratio::whole(100)).rounded(1) + "%"
}

/// The title of a comparison.
#[must_use]
pub fn title(catalogue: &Catalogue, facts: &AreaComparison, language: Language) -> String {
    let judged = |plan: &&dabiao::plan::Plan| {
        facts
            .targets
            .iter()
            .any(|target| catalogue.target(&target.target).is_ok_and(|card| card.plan == plan.id))
    };
    let plans: Vec<&str> = catalogue
        .plans()
        .filter(judged)
        .map(|plan| match language {
            Language::Chinese => &*plan.zh,
            Language::English => &*plan.en,
        })
        .collect();
    match language {
        Language::Chinese => {
            // 年度监测 has its 年 from the kind.
            let word = if facts.kind == ReportKind::Annual { "" } else { "年" };
            format!("{}：{}{word}{}，各地区对照", plans.join("、"), facts.year, facts.kind.zh())
        }
        Language::English => {
            format!("{}: {} {}, the areas compared", plans.join(", "), facts.kind.en(), facts.year)
        }
    }
}
