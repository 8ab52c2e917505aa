//! What the office page asks of the library: files are laid on a desk, and reports are made of what lies there.
//!
//! A message is four bytes with the length of a JSON text, lowest first, the text, and behind it what files hold. The desk
//! keeps what was read, so that an answer to a question does not read the books anew.

mod boundary;
mod message;

use std::collections::BTreeMap;

use dabiao::judge::Method;
use dabiao::{Catalogue, Language, Report, Year};
use dabiao_office::File;
use dabiao_office::picture::Picture;
use dabiao_office::plan;
use dabiao_office::workbook::{self, Answers, Book, Question};
use dabiao_office::write::{Names, Works};
use dabiao_tables::overview;
use dabiao_tables::run::{Choices, Input, Run};
use serde::Deserialize;
use serde_json::{Value, json};

pub use message::{Message, Part};

/// What the page asks for.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Request {
    /// Reads a file, whose bytes stand behind the text, and lays it on the desk.
    Add {
        /// Its number; files are read in the order of their numbers.
        id: u32,
        /// Its name.
        name: String,
        /// The language of what is wrong with it.
        language: Tongue,
    },
    /// Takes a file away.
    Remove {
        /// Its number.
        id: u32,
    },
    /// Judges what lies there.
    Report {
        /// What to judge, and how.
        settings: Settings,
        /// The answers given on the page, as in an answers file.
        given: Value,
    },
    /// The names of all indicators that are built in.
    Names,
    /// The drawings that the report for Word has, to be painted by the browser.
    Charts,
    /// The report for Word, with the pictures whose bytes stand behind the text, one after another.
    Word {
        /// The pictures.
        pictures: Vec<Painted>,
    },
}

/// Chinese or English.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tongue {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl From<Tongue> for Language {
    fn from(tongue: Tongue) -> Self {
        match tongue {
            Tongue::Zh => Self::Chinese,
            Tongue::En => Self::English,
        }
    }
}

/// What to judge, and how; an empty text is no choice.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The language of the reports.
    pub language: Tongue,
    /// The assessed year.
    pub year: String,
    /// The one area.
    pub area: String,
    /// The one plan.
    pub plan: String,
    /// Whether values are rounded before they are compared (修约值比较法).
    pub rounded: bool,
}

/// A drawing that the browser painted.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Painted {
    /// The target.
    pub target: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// How many bytes it has.
    pub length: usize,
}

/// A file on the desk.
#[derive(Debug)]
enum Laid {
    Book(Book),
    Plan(File),
    Answers(File),
}

/// What the last report was made from.
#[derive(Debug)]
struct Judged {
    catalogue: Catalogue,
    choices: Choices,
    input: Input,
}

/// The files that were read, and what the last report was made from.
#[derive(Debug, Default)]
pub struct Desk {
    files: BTreeMap<u32, (String, Laid)>,
    judged: Option<Judged>,
}

/// The letters of the drawings: what systems have, those of the page first.
const FONTS: &str = "system-ui, 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

impl Desk {
    /// Does what a message asks for. What is wrong is told under `error`, a line each, and changes nothing.
    pub fn answer(&mut self, message: &[u8]) -> Vec<u8> {
        let answer = Message::read(message).and_then(|(request, bytes)| self.serve(request, bytes));
        answer.unwrap_or_else(|lines| Message::error(&lines)).write()
    }

    fn serve(&mut self, request: Request, bytes: &[u8]) -> Result<Message, Vec<String>> {
        match request {
            Request::Add { id, name, language } => {
                let file = File { name: name.clone(), bytes: bytes.to_vec() };
                let (laid, told) = lay(file, language.into()).map_err(|error| lines(&error))?;
                self.files.insert(id, (name, laid));
                Ok(told.into())
            }
            Request::Remove { id } => {
                self.files.remove(&id);
                Ok(json!({}).into())
            }
            Request::Report { settings, given } => self.report(&settings, &given),
            Request::Names => {
                let catalogue = Catalogue::hangjin();
                let names: Vec<&str> = catalogue.indicators().map(|card| &*card.zh).collect();
                Ok(json!({ "names": names }).into())
            }
            Request::Charts => self.charts(),
            Request::Word { pictures } => self.word(&pictures, bytes),
        }
    }

    fn report(&mut self, settings: &Settings, given: &Value) -> Result<Message, Vec<String>> {
        let language = Language::from(settings.language);
        let said = |error: String| lines(&error);
        self.judged = None;
        let mut catalogue = Catalogue::hangjin();
        let (mut books, mut plans, mut names, mut answered) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (name, laid) in self.files.values() {
            match laid {
                Laid::Book(book) => {
                    names.push(name.as_str());
                    books.push(book.clone());
                }
                Laid::Plan(file) => plans.push(file),
                Laid::Answers(file) => answered.push(file.clone()),
            }
        }
        let wrong: Vec<String> =
            plans.into_iter().filter_map(|file| plan::add(&mut catalogue, file, language).err()).collect();
        if !wrong.is_empty() {
            return Err(wrong.iter().flat_map(|error| lines(error)).collect());
        }
        answered.push(File { name: "答案.json".to_owned(), bytes: given.to_string().into_bytes() });
        let answers = Answers::read(&answered, None, language).map_err(said)?;
        let choices = choices(settings, &catalogue, names.join("、")).map_err(said)?;
        let mut books = workbook::read(books, &catalogue, &answers, language);
        let questions: Vec<Value> =
            books.questions.all().iter().map(|question| asked(question, language)).collect();
        let (told, saved) = (books.told.clone(), answers.to_toml().map_err(said)?);
        let mut answer = json!({ "questions": questions, "told": told, "answers": saved });
        let mut parts = Vec::new();
        if !questions.is_empty() {
            let form = books.questions.workbook(language).map_err(said)?;
            parts.push(Part { key: "form", name: Names::of(language).form, bytes: form });
        }
        if let Some(nothing) = books.nothing_read(&names.join("、"), language) {
            put(&mut answer, "nothing", json!(nothing));
            return Ok(Message { text: answer, parts });
        }
        let input = std::mem::take(&mut books.input);
        let run = choices.judge(&catalogue, input.clone()).map_err(said)?;
        let areas: Vec<&str> = run.data.areas().filter_map(dabiao::data::AreaData::name).collect();
        put(&mut answer, "areas", json!(areas));
        let [report] = run.reports.as_slice() else {
            return Ok(Message { text: answer, parts });
        };
        let findings = report.findings.iter().map(|found| match language {
            Language::Chinese => found.zh(),
            Language::English => found.to_string(),
        });
        put(&mut answer, "findings", findings.collect());
        put(&mut answer, "refused", json!(run.messages()));
        put(&mut answer, "counted", json!(books.counted(run.data.findings()).message(language)));
        put(&mut answer, "sentence", json!(overview::sentence(report, language)));
        put(&mut answer, "year", json!(report.year.to_string()));
        let works = Works { catalogue: &catalogue, choices: &choices, run: &run };
        let keys = ["page", "annex", "table", "audit"];
        for (key, (name, bytes)) in keys.into_iter().zip(works.others(report).map_err(said)?) {
            parts.push(Part { key, name, bytes });
        }
        drop(run);
        self.judged = Some(Judged { catalogue, choices, input });
        Ok(Message { text: answer, parts })
    }

    fn charts(&self) -> Result<Message, Vec<String>> {
        let mut charts: Vec<Value> = Vec::new();
        self.works(|works, report| {
            let mut keep = |target: &str, chart: &dabiao_tables::page::Chart| {
                charts.push(json!({ "target": target, "svg": chart.svg(FONTS) }));
                Err("to be painted".to_owned())
            };
            works.word(report, &mut keep).map(drop)
        })?;
        Ok(json!({ "charts": charts }).into())
    }

    fn word(&self, pictures: &[Painted], bytes: &[u8]) -> Result<Message, Vec<String>> {
        let mut painted: BTreeMap<&str, (&Painted, &[u8])> = BTreeMap::new();
        let mut rest = bytes;
        for picture in pictures {
            let Some((png, behind)) = rest.split_at_checked(picture.length) else {
                return Err(vec!["the pictures are cut short".to_owned()]);
            };
            painted.insert(&picture.target, (picture, png));
            rest = behind;
        }
        let (mut file, mut failed, mut name) = (Vec::new(), None, "");
        self.works(|works, report| {
            let mut paint = |target: &str, chart: &dabiao_tables::page::Chart| {
                let (picture, png) = painted.get(target).ok_or("the browser painted none")?;
                let (title, description) = (chart.title.clone(), chart.description.clone());
                Ok(Picture {
                    png: png.to_vec(),
                    width: picture.width,
                    height: picture.height,
                    title,
                    description,
                })
            };
            (file, failed) = works.word(report, &mut paint)?;
            name = Names::of(works.choices.language).word;
            Ok(())
        })?;
        Ok(Message {
            text: json!({ "failed": failed }),
            parts: vec![Part { key: "word", name, bytes: file }],
        })
    }

    /// Judges anew what the last report was made from; that takes a moment, and nothing has to be kept that borrows.
    fn works(&self, work: impl FnOnce(&Works<'_>, &Report) -> Result<(), String>) -> Result<(), Vec<String>> {
        let said = |error: String| lines(&error);
        let judged = self.judged.as_ref().ok_or_else(|| vec!["there is no report yet".to_owned()])?;
        let Judged { catalogue, choices, input } = judged;
        let run: Run<'_> = choices.judge(catalogue, input.clone()).map_err(said)?;
        let report = run.reports.first().ok_or_else(|| vec!["there is no report yet".to_owned()])?;
        work(&Works { catalogue, choices, run: &run }, report).map_err(said)
    }
}

/// Reads a file and finds out what it is for: figures, a plan of one's own, or answers.
fn lay(file: File, language: Language) -> Result<(Laid, Value), String> {
    let ending = file.name.rsplit_once('.').map(|(_, end)| end.to_lowercase());
    let plan = |file: File| {
        plan::add(&mut Catalogue::hangjin(), &file, language)?;
        Ok((Laid::Plan(file), json!({ "kind": "plan" })))
    };
    if let Some("toml" | "json") = ending.as_deref() {
        let text = String::from_utf8_lossy(&file.bytes);
        // A plan document names its targets; an answers file has tables of answers.
        let is_plan = text.contains("[[targets]]") || text.contains("\"targets\"");
        if is_plan {
            return plan(file);
        }
        Answers::read(std::slice::from_ref(&file), None, language)?;
        return Ok((Laid::Answers(file), json!({ "kind": "answers" })));
    }
    let book = Book::read(file.clone(), language)?;
    if Answers::are_in(&book) {
        Answers::read(std::slice::from_ref(&file), None, language)?;
        return Ok((Laid::Answers(file), json!({ "kind": "answers" })));
    }
    if plan::is_table(&book) {
        return plan(file);
    }
    let sheets: Vec<String> = book.sheets().map(str::to_owned).collect();
    Ok((Laid::Book(book), json!({ "kind": "book", "sheets": sheets })))
}

fn choices(settings: &Settings, catalogue: &Catalogue, files: String) -> Result<Choices, String> {
    let language = Language::from(settings.language);
    let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let year = some(&settings.year).map(|year| {
        year.parse::<Year>().map_err(|_| match language {
            Language::Chinese => {
                format!("评价年度“{year}”不是年份；请写2021到2030之间的年份，如2024，或留空")
            }
            Language::English => {
                format!(
                    "`{year}` is no year to be judged; write one from 2021 to 2030, such as 2024, or none"
                )
            }
        })
    });
    let plan = some(&settings.plan);
    if let Some(id) = &plan {
        catalogue.plan(id).map_err(|error| match language {
            Language::Chinese => error.zh(),
            Language::English => error.to_string(),
        })?;
    }
    Ok(Choices {
        file: Some(files),
        year: year.transpose()?,
        area: some(&settings.area),
        plan,
        method: if settings.rounded { Method::Rounded } else { Method::FullValue },
        language,
        ..Choices::default()
    })
}

/// A question as the page shows it.
fn asked(question: &Question, language: Language) -> Value {
    json!({
        "sheet": question.sheet,
        "cells": question.places(language),
        "found": question.found,
        "question": question.question,
        "settle": question.settle,
        "form": question.form(language),
    })
}

fn put(answer: &mut Value, key: &str, value: Value) {
    if let Some(fields) = answer.as_object_mut() {
        fields.insert(key.to_owned(), value);
    }
}

fn lines(error: &str) -> Vec<String> {
    error.lines().map(|line| dabiao_tables::visible(line).into_owned()).collect()
}
