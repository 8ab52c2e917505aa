//! From the cells of a figure to an observation, a reason why there is none, a refusal, or a question.

use dabiao::{
    Catalogue, Language, Number, Observation, Record,
    data::{Datum, Mark},
    plan::IndicatorCard,
    values::{End, Interval, Unit, Value, cell},
};

use super::answers::{Answers, EVERYWHERE, Meaning, Question, Questions, REASONS, reason};
use super::book::{At, Sheet, Stored, address};
use super::counts::Counted;
use super::format::{Shown, shown, times_hundred};
use super::layout::{Entry, Known, pick};

/// What became of a figure.
#[derive(Debug, Clone)]
pub(crate) enum Fate {
    Used(Observation),
    Missing(Observation),
    /// Why, and the cell that was reported all the same, where that much can be read.
    Refused(String, Option<Box<Observation>>),
    Asked,
    /// Its indicator is left out, as answered.
    Skipped,
    /// A blank in a year in which nothing need be measured: elections, surveys, a census.
    NotDue,
}

/// A cell's text for [`Record`], with what is left to say of it.
enum Said {
    /// Text in print: a number with its sign, or whatever else stands there.
    Text {
        text: String,
        bare_number: bool,
    },
    /// A reason why there is no value.
    Missing(String),
    /// More than nothing and less than this.
    Below(String),
    Refused(String),
    Asked,
}

pub(crate) struct Context<'a> {
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) known: &'a Known<'a>,
    pub(crate) sheets: &'a [Sheet],
    pub(crate) answers: &'a Answers,
    pub(crate) language: Language,
}

impl Entry {
    /// The cells that hold the figure; where all are blank, the one that should.
    pub(crate) fn cells(&self) -> Vec<At> {
        let standing: Vec<At> =
            [self.value, self.numerator, self.denominator].into_iter().flatten().collect();
        if standing.is_empty() { vec![self.at] } else { standing }
    }
}

impl Context<'_> {
    pub(crate) fn read(&self, entry: &Entry, questions: &mut Questions) -> Fate {
        let Some(sheet) = self.sheets.get(entry.sheet) else { return Fate::Asked };
        let name = self.answers.indicators.get(&entry.name).unwrap_or(&entry.name);
        if name == "skip" {
            return Fate::Skipped;
        }
        let Some(card) = self.known.card(name) else {
            self.ask_name(sheet, entry, name, questions);
            // What its marks mean is asked for at once, and not in a second round.
            if let Some(at) = entry.value
                && let Stored::Text(text) = sheet.cell(at)
                && !cell::folded(text).chars().any(|found| found.is_ascii_digit())
            {
                self.mark(sheet, at, text.trim(), &entry.texts.status, questions);
            }
            return Fate::Asked;
        };
        let texts = &entry.texts;
        let yearly = card.calendar.interval() == Some(1);
        if !yearly
            && entry.of_grid
            && entry.cells().iter().all(|at| *sheet.cell(*at) == Stored::Blank)
            && texts.status.is_empty()
            && !self.answers.cells.contains_key(&format!("{}!{}", sheet.name, address(entry.at)))
        {
            return Fate::NotDue;
        }
        let mut unit = texts.unit.clone();
        let mut status = texts.status.clone();
        let (mut value, mut below) = (String::new(), None);
        let source = match texts.source.as_str() {
            "" => format!("{}!{}", sheet.name, address(entry.at)),
            source => format!("{}!{} {source}", sheet.name, address(entry.at)),
        };
        let place = Record {
            indicator: name,
            area: &texts.area,
            unit_kind: &texts.unit_kind,
            unit_id: &texts.unit_id,
            residence: &texts.residence,
            sex: &texts.sex,
            age: &texts.age,
            period: &texts.period,
            source: &source,
            ..Record::default()
        };
        let refused = |why: String| Fate::Refused(why, place.cell(self.catalogue).map(Box::new));
        let counted = entry.numerator.is_some() || entry.denominator.is_some();
        let counts = [entry.numerator, entry.denominator].map(|at| {
            let Some(at) = at else { return Ok(String::new()) };
            match self.said(sheet, at, &status, questions) {
                Said::Text { text, .. } => Ok(text),
                Said::Missing(why) => Err(Said::Missing(why)),
                Said::Below(_) => Err(Said::Refused(match self.language {
                    Language::Chinese => format!("{}：不足一个单位的数不是例数", address(at)),
                    Language::English => format!("{}: a count below one unit is no count", address(at)),
                })),
                other => Err(other),
            }
        });
        let [numerator, denominator] = match counts {
            [Ok(numerator), Ok(denominator)] => [numerator, denominator],
            // One side is missing for a reason: so is the quotient.
            [Err(said), _] | [_, Err(said)] => match said {
                Said::Missing(why) if entry.value.is_none() => {
                    status = why;
                    [String::new(), String::new()]
                }
                Said::Refused(why) => return refused(why),
                Said::Asked => return Fate::Asked,
                _ => {
                    let why = self.pick(
                        "分子、分母缺一个，旁边又有数值；请只留一种",
                        "one side of the quotient is missing and a value stands beside it; keep one of the two",
                    );
                    return refused(why.to_owned());
                }
            },
        };
        if entry.value.is_some() || !counted {
            let at = entry.value.unwrap_or(entry.at);
            let said = match self.minus(sheet, at, card, &status, questions) {
                Some(said) => said,
                None => self.said(sheet, at, &status, questions),
            };
            match said {
                Said::Text { text, bare_number } => {
                    value = text;
                    if lacks_unit(&value) {
                        match self.unit(
                            sheet,
                            entry,
                            at,
                            &value,
                            bare_number,
                            card.unit,
                            &mut unit,
                            questions,
                        ) {
                            Some(scaled) => value = scaled,
                            None => return Fate::Asked,
                        }
                    }
                }
                Said::Missing(why) if status.is_empty() => status = why,
                Said::Missing(_) => {}
                Said::Below(number) => {
                    value = format!("<{number}");
                    below = number.parse::<Number>().ok();
                    if !card.unit.is_whole() && unit.is_empty() {
                        match self.unit(sheet, entry, at, &value, false, card.unit, &mut unit, questions) {
                            Some(_) => {}
                            None => return Fate::Asked,
                        }
                    }
                }
                Said::Refused(why) => return refused(why),
                Said::Asked => return Fate::Asked,
            }
        }
        let record = Record {
            value: &value,
            unit: &unit,
            numerator: &numerator,
            denominator: &denominator,
            status: &status,
            break_before: &texts.break_before,
            ..place
        };
        match record.read(self.catalogue) {
            Ok(mut observation) => {
                if let (Some(_), Datum::Value(Value::Interval(interval))) = (below, observation.datum) {
                    let nothing = Some(End { number: Number::ZERO, included: false });
                    match Interval::new(nothing, interval.high()) {
                        Ok(between) => observation.datum = Datum::Value(Value::Interval(between)),
                        Err(error) => return refused(error.to_string()),
                    }
                }
                match observation.datum {
                    Datum::Missing(_) => Fate::Missing(observation),
                    Datum::Value(_) => Fate::Used(observation),
                }
            }
            Err(errors) => {
                let said = |error: &dabiao::data::RecordError| match self.language {
                    Language::Chinese if error.column() == "value" => error.error().zh(),
                    Language::Chinese => error.zh(),
                    Language::English => error.to_string(),
                };
                refused(errors.iter().map(said).collect::<Vec<_>>().join(self.pick("；", "; ")))
            }
        }
    }

    /// A row of counts that are one side of rates (活产数), as a cell of each rate; `None` where it is none.
    pub(crate) fn counts(
        &self,
        entry: &Entry,
        questions: &mut Questions,
    ) -> Option<Result<Vec<Counted>, Fate>> {
        let sheet = self.sheets.get(entry.sheet)?;
        if self.answers.indicators.contains_key(&entry.name) || self.known.card(&entry.name).is_some() {
            return None;
        }
        let rates = self.known.counts(&entry.name);
        let at = entry.value.filter(|_| !rates.is_empty())?;
        let text = match self.said(sheet, at, &entry.texts.status, questions) {
            Said::Text { text, .. } => text,
            Said::Asked => return Some(Err(Fate::Asked)),
            // Nothing is known of this year.
            Said::Missing(_) | Said::Below(_) => return Some(Ok(Vec::new())),
            Said::Refused(why) => return Some(Err(Fate::Refused(why, None))),
        };
        let written = match text.parse::<cell::Cell>() {
            // The column's unit stands where the cell's would, before any note mark.
            Ok(cell::Cell { unit: None, notes, .. }) => {
                format!("{}{}", text.strip_suffix(&*notes).unwrap_or(&text), entry.texts.unit)
            }
            _ => text,
        };
        let count = match Record::count(&written) {
            Ok(count) => count,
            Err(error) => {
                let why = match self.language {
                    Language::Chinese => format!("“{}”：{}", entry.name, error.zh()),
                    Language::English => format!("`{}`: {error}", entry.name),
                };
                return Some(Err(Fate::Refused(why, None)));
            }
        };
        let source = format!("{}!{}", sheet.name, address(at));
        let texts = &entry.texts;
        let cell = |card: &IndicatorCard| {
            Record {
                indicator: &card.id,
                area: &texts.area,
                unit_kind: &texts.unit_kind,
                unit_id: &texts.unit_id,
                residence: &texts.residence,
                sex: &texts.sex,
                age: &texts.age,
                period: &texts.period,
                status: "not_reported",
                ..Record::default()
            }
            .read(self.catalogue)
        };
        let counted = rates.iter().filter_map(|(card, side)| {
            let mut cell = cell(card).ok()?;
            if let Ok(Mark::Status(status)) = texts.status.parse() {
                cell.status = status;
            }
            Some(Counted { cell, side: *side, count, source: source.clone() })
        });
        Some(Ok(counted.collect()))
    }

    const fn pick<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        pick(self.language, zh, en)
    }

    /// Asks once for a name that the catalogue does not have, with the three names that are nearest to it.
    fn ask_name(&self, sheet: &Sheet, entry: &Entry, name: &str, questions: &mut Questions) {
        let cells: Vec<String> = entry.cells().into_iter().map(address).collect();
        if questions.name_again(&entry.name, &sheet.name, &cells) {
            return;
        }
        let mut near: Vec<(usize, &str)> = self
            .catalogue
            .indicators()
            .map(|card| {
                let shown: &str = if self.language == Language::Chinese { &card.zh } else { &card.id };
                (dabiao::plan::wording::likeness(name, &card.zh), shown)
            })
            .collect();
        near.sort_by(|left, right| right.0.cmp(&left.0).then(left.1.cmp(right.1)));
        // A name that is far from all others is more likely none of them.
        let best = near.first().filter(|(likeness, _)| *likeness >= NEAR).map_or("skip", |(_, shown)| *shown);
        let near: Vec<&str> = near.into_iter().map(|(_, shown)| shown).take(3).collect();
        let skip = self.pick("skip（这个指标不用）", "skip");
        let question = Question {
            sheet: sheet.name.clone(),
            cells,
            found: name.to_owned(),
            question: self
                .pick(
                    "目录里没有这个名称；它是哪个指标？",
                    "the catalogue has no indicator of this name; which is it?",
                )
                .to_owned(),
            answers: near.iter().map(|near| (*near).to_owned()).chain([skip.to_owned()]).collect(),
            settle: format!("[indicators] {} = \"{best}\"", quoted(&entry.name)),
            matter: 0,
        };
        questions.ask_name(&entry.name, question);
    }

    /// A whole number below nothing where the indicator has none: often a code for *no value* (-1, -2, -99), so it is treated as a mark.
    fn minus(
        &self,
        sheet: &Sheet,
        at: At,
        card: &IndicatorCard,
        status: &str,
        questions: &mut Questions,
    ) -> Option<Said> {
        let text = match sheet.cell(at) {
            Stored::Number { digits, .. } if !digits.starts_with('-') => return None,
            Stored::Number { digits, .. } => digits.to_string(),
            Stored::Text(text) => cell::folded(text.trim()),
            _ => return None,
        };
        let is_code = text.strip_prefix('-').is_some_and(|rest| {
            (1..=4).contains(&rest.len()) && rest.chars().all(|found| found.is_ascii_digit())
        });
        let possible = card.floor < Number::ZERO;
        let answered = || self.answers.cells.contains_key(&format!("{}!{}", sheet.name, address(at)));
        (is_code && !possible && !answered()).then(|| self.mark(sheet, at, &text, status, questions))
    }

    fn said(&self, sheet: &Sheet, at: At, status: &str, questions: &mut Questions) -> Said {
        let key = format!("{}!{}", sheet.name, address(at));
        if let Some(answer) = self.answers.cells.get(&key) {
            return match reason(answer) {
                Some(_) => Said::Missing(answer.clone()),
                None => Said::Text { text: answer.clone(), bare_number: false },
            };
        }
        let ask = |found: &str, question: &str, answers: &[&str], settle: String| Question {
            sheet: sheet.name.clone(),
            cells: vec![address(at)],
            found: found.to_owned(),
            question: question.to_owned(),
            answers: answers.iter().map(|answer| (*answer).to_owned()).collect(),
            settle,
            matter: 0,
        };
        match sheet.cell(at) {
            Stored::Blank => self.mark(sheet, at, "", status, questions),
            Stored::Text(text) => {
                let folded = cell::folded(text.trim());
                // Marks hold no digits; `Record` knows those that mean one thing everywhere.
                if folded.chars().any(|found| found.is_ascii_digit()) {
                    // Excel writes 95.1％ into a CSV as 0.951 where the cell has no format.
                    let bare_number = folded.parse::<Number>().is_ok();
                    return Said::Text { text: text.trim().to_owned(), bare_number };
                }
                if folded.starts_with("Err:") {
                    return Said::Missing("error".into());
                }
                self.mark(sheet, at, text.trim(), status, questions)
            }
            Stored::Raised { text, base } => {
                let base = base.trim();
                let without = self.pick("不带注释号的数值", "the value without the mark");
                let answer = if base.is_empty() { without } else { base };
                questions.ask(ask(
                    text,
                    self.pick(
                        "文字中有上标或下标，可能是注释号；数值是多少？",
                        "a part of this text is raised or lowered, perhaps a note mark; what is the value?",
                    ),
                    &[answer],
                    format!(
                        "[cells] {} = {}",
                        quoted(&key),
                        quoted(if base.is_empty() { "…" } else { base })
                    ),
                ));
                Said::Asked
            }
            Stored::Number { digits, formula: true, .. }
                if &**digits == "0" && self.answers.formulas.is_none() =>
            {
                questions.ask(ask(
                    "0",
                    self.pick(
                        "公式的结果是0；没有经表格软件计算过的公式也显示0。真的是0吗？",
                        "a formula gives 0, which is also what stands there if no program has calculated it; is it 0?",
                    ),
                    &["0", self.pick("没有数的原因：", "a reason: "), REASONS],
                    self.pick(
                        "formulas = \"calculated\" # 用表格软件打开并保存过；否则在 [cells] 下逐格写明",
                        "formulas = \"calculated\" # once a spreadsheet program has opened and saved the book; or [cells] for each",
                    )
                    .into(),
                ));
                Said::Asked
            }
            Stored::Number { digits, format, .. } => {
                match shown(format.as_deref().unwrap_or("General"), &**digits == "0") {
                    Shown::Number { before, hundreds, behind } => {
                        let text = format!("{before}{}{behind}", times_hundred(digits, hundreds));
                        Said::Text { text, bare_number: before.is_empty() && behind.is_empty() }
                    }
                    Shown::Text(text) => {
                        let question = self.pick(
                            "单元格存的是数，格式却只显示这几个字；这个数算吗？",
                            "the number format shows this instead of the number; does the number count?",
                        );
                        let shown = match self.language {
                            Language::Chinese => format!("{digits}，显示为“{text}”"),
                            Language::English => format!("{digits} shown as {text}"),
                        };
                        questions.ask(ask(
                            &shown,
                            question,
                            &[digits, self.pick("没有数的原因：", "a reason: "), REASONS],
                            format!("[cells] \"{key}\" = \"{digits}\""),
                        ));
                        Said::Asked
                    }
                    Shown::Distorted(why) => {
                        questions.ask(ask(
                            digits,
                            &match self.language {
                                Language::Chinese => format!("{}；数值是多少？", why.0),
                                Language::English => format!("{}; what is the value?", why.1),
                            },
                            &[self.pick("数值连同单位", "the value with its unit")],
                            format!("[cells] \"{key}\" = \"{digits}\""),
                        ));
                        Said::Asked
                    }
                }
            }
            Stored::Date(date) => Said::Refused(match self.language {
                Language::Chinese => {
                    format!(
                        "这里应是数，却是日期（{date}）；表格软件会把5-12、1/10当作日期，请改写为数或文字"
                    )
                }
                Language::English => format!(
                    "a date ({date}) stands where a number is meant, as when a program takes 5-12 or 1/10 for one; write the number, or text"
                ),
            }),
            Stored::Error(_) => Said::Missing("error".into()),
            Stored::Uncalculated => Said::Missing("error".into()),
            Stored::Logical(truth) => Said::Refused(match self.language {
                Language::Chinese => format!("这里应是数，却是“{truth}”；请写数"),
                Language::English => {
                    format!("`{truth}` stands where a number is meant; write the number")
                }
            }),
        }
    }

    /// A mark that means different things in different books.
    fn mark(&self, sheet: &Sheet, at: At, text: &str, status: &str, questions: &mut Questions) -> Said {
        // With a status beside it there is nothing to ask; words that mean one thing everywhere are read as they stand.
        if !status.is_empty() {
            return Said::Text { text: text.to_owned(), bare_number: false };
        }
        if reason(text).is_some() {
            return Said::Missing(text.to_owned());
        }
        let folded = cell::folded(text);
        if folded.starts_with('#') || text == "******" {
            return Said::Text { text: folded, bare_number: false };
        }
        let meaning = self.answers.marks.get(text).or_else(|| self.answers.marks.get(&folded));
        let question = match meaning {
            Some(Meaning::Below { below }) => return Said::Below(below.clone()),
            Some(Meaning::Qualifier(word)) if word == "below_unit" => self.pick(
                "这个符号表示不足一个单位；一个单位是多少？",
                "the mark means less than one unit of the table; how much is that?",
            ),
            Some(Meaning::Qualifier(word)) => return Said::Missing(word.clone()),
            None if text.is_empty() => {
                self.pick("单元格是空的；为什么没有数？", "the cell is blank; why is there no value?")
            }
            None if text.starts_with('-') && text.len() > 1 => self.pick(
                "这个指标没有负数；这是表示没有数的代码吗？是什么原因？",
                "the indicator has no negative values; is this a code for a missing value, and why is it missing?",
            ),
            None => self.pick(
                "这个符号各家含义不同；这里是什么意思？",
                "the mark means different things in different books; which is meant here?",
            ),
        };
        let settle = match meaning {
            Some(_) => format!("[marks] \"{text}\" = {{ below = \"0.1\" }}"),
            None => {
                let profiles = super::answers::profile_names().replace(", ", "|");
                match self.language {
                    Language::Chinese => format!(
                        "[marks] \"{text}\" = \"not_reported\" # 全部表格；只说一格时写在 [cells] 下：\"表名!格\" = \"…\"；或用 --profile {profiles}"
                    ),
                    Language::English => format!(
                        "[marks] \"{text}\" = \"not_applicable\" # for the whole book; [cells] \"<sheet>!<cell>\" = \"…\" for one; or --profile {profiles}"
                    ),
                }
            }
        };
        questions.ask(Question {
            sheet: sheet.name.clone(),
            cells: vec![address(at)],
            found: text.to_owned(),
            question: question.to_owned(),
            answers: REASONS
                .split(", ")
                .map(|code| match (self.language, reason(code)) {
                    (Language::Chinese, Some(why)) => format!("{code}（{}）", why.zh()),
                    _ => code.to_owned(),
                })
                .chain(["{ below = \"0.1\" } (0 < x < 0.1)".to_owned()])
                .collect(),
            settle,
            matter: 0,
        });
        Said::Asked
    }

    /// Settles the unit and the scale of a number that shows neither; the text to read, or `None` where it was asked for.
    #[expect(clippy::too_many_arguments, reason = "one call; a struct for it would be longer")]
    fn unit(
        &self,
        sheet: &Sheet,
        entry: &Entry,
        at: At,
        text: &str,
        bare_number: bool,
        own: Unit,
        unit: &mut String,
        questions: &mut Questions,
    ) -> Option<String> {
        let letters: String = address((0, at.1)).trim_end_matches('1').to_owned();
        let column = format!("{}!{letters}", sheet.name);
        let keys = [entry.name.as_str(), &column, &sheet.name, EVERYWHERE];
        let scale = keys.into_iter().find_map(|key| self.answers.scales.get(key));
        let scale = scale.map(String::as_str);
        if unit.is_empty() {
            let given = [entry.name.as_str(), &sheet.name, EVERYWHERE];
            let given = given.into_iter().find_map(|key| self.answers.units.get(key));
            match given.map(String::as_str) {
                Some(AS_IN_CATALOGUE) => own.symbol().clone_into(unit),
                Some(given) => given.clone_into(unit),
                None => {}
            }
        }
        let hidden = matches!(sheet.cell(at), Stored::Number { format: None, .. });
        let plain = cell::folded(text);
        // Whether it is a fraction says that it is a percentage, too.
        let asks_scale = scale.is_none() && bare_number && may_be_fraction(&plain, hidden);
        let asks_unit =
            unit.is_empty() && !own.is_whole() && !(own == Unit::Percent && (scale.is_some() || asks_scale));
        if asks_unit {
            questions.lacks_unit(&sheet.name, &entry.name, own.symbol(), at, text);
        }
        let in_percent = match unit.as_str() {
            "" => own == Unit::Percent,
            written => cell::folded(written).parse() == Ok(Unit::Percent),
        };
        if !in_percent {
            return (!asks_unit).then(|| text.to_owned());
        }
        match scale {
            // 92.5 among fractions is no fraction: it would be 9250%.
            Some("fraction") if plain == "0" || may_be_fraction(&plain, true) => {
                Some(times_hundred(&plain, 1))
            }
            Some("fraction") => {
                questions.ask(Question {
                    sheet: sheet.name.clone(),
                    cells: vec![address(at)],
                    found: text.to_owned(),
                    question: self
                        .pick(
                            "这里应是小数，这个数却不在0到2之间；数值是多少？",
                            "fractions stand here, and this is none from 0 to 2; what is the value?",
                        )
                        .into(),
                    answers: vec![self.pick("数值连同单位", "the value with its unit").into()],
                    settle: format!("[cells] \"{}!{}\" = \"{text}%\"", sheet.name, address(at)),
                    matter: 0,
                });
                None
            }
            Some(_) => Some(text.to_owned()),
            None if asks_scale => {
                questions.lacks_scale(&sheet.name, &entry.name, at, text, hidden);
                None
            }
            None => {
                if bare_number && plain != "0" {
                    questions.shows_percent(&sheet.name);
                }
                (!asks_unit).then(|| text.to_owned())
            }
        }
    }
}

/// The answer that all units of a sheet are those of the catalogue.
pub(super) const AS_IN_CATALOGUE: &str = "catalogue";

/// Whether a text is a number, or an interval, that names no unit itself.
fn lacks_unit(text: &str) -> bool {
    match text.parse::<cell::Cell>() {
        Ok(cell) => cell.unit.is_none() && matches!(cell.value, Value::Number(_) | Value::Interval(_)),
        Err(_) => false,
    }
}

/// Whether a number in a column of percentages may be stored as a fraction: up to 1 where the format is seen, up to 2
/// (200％) where it is not. 0 is 0 either way.
fn may_be_fraction(digits: &str, hidden: bool) -> bool {
    let limit = Number::from(if hidden { 2_u32 } else { 1_u32 });
    digits.parse::<Number>().is_ok_and(|number| number > Number::ZERO && number <= limit)
}

/// How near a name has to be to another to be offered first, in thousandths.
const NEAR: usize = 620;

/// A name as the answers file writes it, line breaks and quotation marks included.
pub(super) fn quoted(name: &str) -> String {
    serde_json::Value::from(name).to_string()
}
