//! Workbooks as offices keep them, read cell by cell. Nothing is guessed: what the books do not say is asked for.

mod answers;
mod areas;
mod beside;
mod binary;
pub(crate) mod book;
mod choices;
mod counts;
mod format;
pub(crate) mod layout;
mod read;

use std::collections::{BTreeMap, BTreeSet};

use dabiao::data::{Effect, Finding};
use dabiao::judge::Owner;
use dabiao::{Catalogue, Language};
use dabiao_tables::observations::Table;
use dabiao_tables::rosters::Rosters;
use dabiao_tables::run::Input;
use dabiao_tables::{Refusal, Wrong};

pub use answers::{Answers, Question, Questions};
pub use book::Book;
pub use choices::{Choice, Form, Other};

use areas::Shown;
use book::{At, Sheet, address};
use counts::Counted;
use layout::{Known, Layout, pick};
use read::{Context, Fate};

/// How many cells there were, and what became of them.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// All that hold a figure, or should.
    pub read: usize,
    /// Those with a value that was used.
    pub used: usize,
    /// Those with a reason why there is no value.
    pub missing: usize,
    /// Those that were refused.
    pub refused: usize,
    /// Those that a question is open about.
    pub asked: usize,
    /// Those left out, as answered.
    pub left_out: usize,
}

impl Count {
    /// The counts in one line.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let Self { read, used, missing, refused, asked, left_out } = self;
        let mut parts = match language {
            Language::Chinese => {
                format!("读入{read}格＝采用{used}格＋注明原因的缺数{missing}格＋拒收{refused}格")
            }
            Language::English => {
                format!(
                    "{read} cells read = {used} used + {missing} missing with a reason + {refused} refused"
                )
            }
        };
        for (count, zh, en) in
            [(asked, "待答", "with an open question"), (left_out, "按答复不用", "left out as answered")]
        {
            if *count > 0 {
                parts += &match language {
                    Language::Chinese => format!("＋{zh}{count}格"),
                    Language::English => format!(" + {count} {en}"),
                };
            }
        }
        parts
    }
}

/// Books that were read.
#[derive(Debug, Default)]
pub struct Books {
    /// Observations, rosters and refusals.
    pub input: Input,
    /// What the books do not say.
    pub questions: Questions,
    /// How many cells there were.
    pub count: Count,
    /// How each sheet was taken, what was left out, and which rows hold no figures: a title, and its lines.
    pub told: Vec<(String, Vec<String>)>,
    /// The source of each value that was used, with its cells.
    used: Vec<(String, usize)>,
}

/// Reads books, one after another.
pub fn read(files: Vec<Book>, catalogue: &Catalogue, answers: &Answers, language: Language) -> Books {
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut file_of: Vec<String> = Vec::new();
    for file in files {
        file_of.extend(file.sheets.iter().map(|_| file.name.clone()));
        sheets.extend(file.sheets);
    }
    tell_apart(&mut sheets, &file_of);
    let mut books = Books { input: Input { figures: true, ..Input::default() }, ..Books::default() };
    let mut told = Told { answered: answers.told(language), ..Told::default() };
    let mut counted = Vec::new();
    let known = Known::new(catalogue, answers);
    let context = Context { catalogue, known: &known, sheets: &sheets, answers, language };
    let mut layouts: Vec<(usize, Layout)> = Vec::new();
    let mut owners: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (number, sheet) in sheets.iter().enumerate() {
        if let Some(found) =
            layout::roster(catalogue, sheet, language).filter(|_| !answers.skips(&sheet.name))
        {
            books.roster(sheet, found, &mut told, language);
            continue;
        }
        let skipped = answers.skips(&sheet.name);
        // What a hidden sheet holds that is no table of figures is nobody's question.
        let mut unasked = Questions::default();
        let questions = if sheet.hidden.sheet { &mut unasked } else { &mut books.questions };
        match layout::read(number, sheet, &known, language, questions) {
            Some(layout) => layouts.push((number, layout)),
            None if skipped => {
                let skipped = pick(language, "：不读（按答复）", ": skipped, as answered");
                told.sheets.push(format!("{}{skipped}", sheet.name));
            }
            None if sheet.hidden.sheet && sheet.rows > 0 => {
                let hidden = pick(
                    language,
                    "：隐藏的表，没有找到表头，未读",
                    ": a hidden sheet without a row of headers, not read",
                );
                told.sheets.push(format!("{}{hidden}", sheet.name));
            }
            None => {}
        }
    }
    areas::settle(&mut layouts, &sheets, &file_of, answers, language, &mut books.questions, &mut told.sheets);
    for (number, mut layout) in layouts {
        let Some(sheet) = sheets.get(number) else { continue };
        for (at, why) in &layout.refused {
            (books.count.read, books.count.refused) = (books.count.read + 1, books.count.refused + 1);
            books.refuse(&format!("{}!{}", sheet.name, address(*at)), why);
        }
        let merged = areas::merged(&layout, sheet);
        let figures = layout.entries.len();
        // What was read of an entry is no longer needed once it is an observation.
        for entry in &mut std::mem::take(&mut layout.entries) {
            let entry = &std::mem::take(entry);
            let cells = entry.cells().len();
            books.count.read += cells;
            if let Some((first, last)) = entry.cells().iter().find_map(|at| merged.get(at)) {
                books.count.refused += cells;
                let region = format!("{}:{}", address(*first), address(*last));
                let why = match language {
                    Language::Chinese => format!(
                        "几个数合用一个合并单元格（{region}），不能知道是哪一个的；请拆开合并，各写各的数"
                    ),
                    Language::English => format!(
                        "several figures share one merged cell ({region}), and which of them the number is cannot be known; split it"
                    ),
                };
                books.refuse(&format!("{}!{} {}", sheet.name, address(entry.at), entry.name), &why);
                continue;
            }
            match areas::shown(entry, sheet, answers, language, &mut books.questions) {
                Shown::Read => {}
                Shown::Asked => {
                    books.count.asked += cells;
                    continue;
                }
                Shown::LeftOut => {
                    books.count.left_out += cells;
                    continue;
                }
            }
            if let Some(found) = context.counts(entry, &mut books.questions) {
                match found {
                    Ok(found) if found.is_empty() => books.count.missing += cells,
                    Ok(found) => counted.extend(found),
                    Err(Fate::Refused(why, _)) => {
                        books.count.refused += cells;
                        books.refuse(&format!("{}!{} {}", sheet.name, address(entry.at), entry.name), &why);
                    }
                    Err(_) => books.count.asked += cells,
                }
                continue;
            }
            match context.read(entry, &mut books.questions) {
                Fate::Used(observation) => {
                    books.count.used += cells;
                    books.used.push((observation.source.as_deref().unwrap_or_default().to_owned(), cells));
                    books.input.table.observations.push(observation);
                }
                Fate::Missing(observation) => {
                    books.count.missing += cells;
                    books.input.table.observations.push(observation);
                }
                Fate::Refused(why, cell) => {
                    books.input.table.unread.extend(cell.map(|cell| *cell));
                    books.count.refused += cells;
                    books.refuse(&format!("{}!{} {}", sheet.name, address(entry.at), entry.name), &why);
                }
                Fate::Asked => books.count.asked += cells,
                Fate::Skipped => books.count.left_out += cells,
                Fate::NotDue => {
                    books.count.read -= cells;
                    told.not_due.push(format!("{}!{} {}", sheet.name, address(entry.at), entry.name));
                }
            }
        }
        for (name, bodies) in &layout.owners {
            let name = answers.indicators.get(name).unwrap_or(name);
            if let Some(card) = known.card(name) {
                owners.entry(card.id.to_string()).or_insert_with(|| bodies.clone());
            }
        }
        told.sheets.push(match language {
            Language::Chinese => format!("{}：{}，{figures}个数", sheet.name, named(layout.kind)),
            Language::English => format!("{}: {}, {figures} figures", sheet.name, layout.kind),
        });
        told.left_out.extend(layout.left_out);
        told.headings.extend(layout.headings);
    }
    books.questions.close(language);
    told.hidden = areas::hidden(&sheets, answers, language);
    books.join(&counted, catalogue, &mut told, language);
    books.told = told.lists(language);
    books.input.told.clone_from(&books.told);
    let owner = |(of, bodies): (String, Vec<String>)| Owner {
        of: of.into(),
        bodies: bodies.into_iter().map(Into::into).collect(),
    };
    books.input.owners = owners.into_iter().map(owner).collect();
    books.input.table.read = books.count.read;
    let open = books.questions.many();
    if open > 0 {
        let cells = books.count.asked;
        books.input.notices.push(match language {
            Language::Chinese => {
                format!("尚有{open}个问题未答，涉及的{cells}个数未采用；答完后请重新生成，下面的结论可能改变。")
            }
            Language::English => format!(
                "{open} questions are open; the {cells} figures that they are about were not used. Answer them and run again: what \
                 is said below may change."
            ),
        });
    }
    books
}

/// How a layout is called in Chinese.
fn named(kind: &str) -> &'static str {
    match kind {
        "long" => "每行一个数",
        "wide" => "指标为行、年份为列",
        "down" => "年份为行、指标为列",
        "places" => "地区或单位为行",
        _ => "多种排法",
    }
}

/// Sheets of one name in several books are called by their book as well.
fn tell_apart(sheets: &mut [Sheet], files: &[String]) {
    let names: Vec<String> = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    for (sheet, file) in sheets.iter_mut().zip(files) {
        if names.iter().filter(|name| **name == sheet.name).count() > 1 {
            let stem = std::path::Path::new(file).file_stem().and_then(|stem| stem.to_str()).unwrap_or(file);
            sheet.name = format!("{stem}·{}", sheet.name);
        }
    }
}

/// What is said of the sheets.
#[derive(Debug, Default)]
struct Told {
    sheets: Vec<String>,
    left_out: Vec<String>,
    headings: Vec<String>,
    worked_out: Vec<String>,
    hidden: Vec<String>,
    answered: Vec<String>,
    not_due: Vec<String>,
}

impl Told {
    fn lists(self, language: Language) -> Vec<(String, Vec<String>)> {
        let lists = [
            (pick(language, "各表的读法：", "sheets:"), self.sheets),
            (pick(language, "未读的列：", "columns left out:"), self.left_out),
            (pick(language, "没有数的行：", "rows without figures:"), self.headings),
            (pick(language, "隐藏的行、列、表和透视表：", "hidden parts and pivot tables:"), self.hidden),
            (
                pick(
                    language,
                    "按届、按调查或普查计量的指标，空格视为当年没有这项数：",
                    "blanks of indicators that elections, surveys or a census give, taken for years without one:",
                ),
                self.not_due,
            ),
            (pick(language, "按答复：", "as answered:"), self.answered),
            (
                pick(language, "由率和分母推出的例数：", "cases worked out from a rate and its denominator:"),
                self.worked_out,
            ),
        ];
        let some = lists.into_iter().filter(|(_, lines)| !lines.is_empty());
        some.map(|(title, lines)| (title.to_owned(), lines)).collect()
    }
}

impl Books {
    fn refuse(&mut self, place: &str, why: &str) {
        let refusal = Refusal { file: place.to_owned(), line: 0, wrongs: vec![Wrong::new(why, why)] };
        self.input.table.refused.push(refusal);
    }

    /// Puts counts that stand in rows of their own beside the rates that they belong to.
    fn join(&mut self, counted: &[Counted], catalogue: &Catalogue, told: &mut Told, language: Language) {
        let joined = counts::join(catalogue, counted, &self.input.table.observations, language);
        let places: BTreeSet<&str> = counted.iter().map(|counted| counted.source.as_str()).collect();
        for place in places {
            if joined.used.contains(place) {
                self.count.used += 1;
            } else {
                self.count.left_out += 1;
                told.left_out.push(match language {
                    Language::Chinese => format!("{place}（没有要用它作分子或分母的率）"),
                    Language::English => {
                        format!("{place} (no rate needs it as its numerator or denominator)")
                    }
                });
            }
        }
        let many = joined.worked_out.len();
        if many > 0 {
            self.input.notices.push(match language {
                Language::Chinese => format!(
                    "{many}个率由表中的分母（如活产数）推出例数，逐一列在读表说明里：四舍五入后得出该率的整数例数只有一个。"
                ),
                Language::English => format!(
                    "for {many} rates the number of cases was worked out from the denominator in the book (such as live births): only one \
                     whole number gives the printed rate. Each is listed with what was read."
                ),
            });
        }
        self.input.notices.extend(joined.at_odds.iter().cloned());
        told.worked_out = joined.worked_out;
        self.input.table.observations.extend(joined.observations);
    }

    fn roster(&mut self, sheet: &Sheet, found: layout::RosterSheet, told: &mut Told, language: Language) {
        let units = found.rosters.iter().map(|roster| roster.members.len()).sum::<usize>();
        told.sheets.push(match language {
            Language::Chinese => format!("{}：名录，{units}个单位", sheet.name),
            Language::English => format!("{}: {units} units on rosters", sheet.name),
        });
        let (refused, rows) = (found.refused.len(), units + found.refused.len());
        (self.count.read, self.count.refused) = (self.count.read + refused, self.count.refused + refused);
        let said = |(at, why): &(At, String)| (format!("{}!{}", sheet.name, address(*at)), why.clone());
        let refusals = found.refused.iter().map(said).map(|(file, why)| Refusal {
            file,
            line: 0,
            wrongs: vec![Wrong::new(why.clone(), why)],
        });
        let rosters: &mut Rosters = &mut self.input.rosters;
        rosters.refused.extend(refusals);
        rosters.read += rows;
        for why in &found.unused {
            rosters.refused.push(Refusal {
                file: sheet.name.clone(),
                line: 0,
                wrongs: vec![Wrong::new(why, why)],
            });
        }
        rosters.rosters.extend(found.rosters);
    }

    /// The counts once the figures were judged: what the findings refuse was not used.
    #[must_use]
    pub fn counted(&self, findings: &[Finding]) -> Count {
        let refused: BTreeSet<&str> = findings
            .iter()
            .filter(|finding| finding.kind.effect() == Effect::Refused)
            .filter_map(|finding| finding.source.as_deref())
            .collect();
        let mut count = self.count;
        for (_, cells) in self.used.iter().filter(|(source, _)| refused.contains(source.as_str())) {
            (count.used, count.refused) = (count.used - cells, count.refused + cells);
        }
        count
    }

    /// What is to be said where no figure was read: that, and every refusal; none where there is one.
    #[must_use]
    pub fn nothing_read(&self, files: &str, language: Language) -> Option<Vec<String>> {
        if !self.table().observations.is_empty() {
            return None;
        }
        let first = match language {
            Language::Chinese => format!("{files}：没有读到数"),
            Language::English => format!("{files}: no figure was found"),
        };
        let refused = self.table().refused.iter().flat_map(|refusal| refusal.lines(language));
        Some(std::iter::once(first).chain(refused).collect())
    }

    /// The figures.
    #[must_use]
    pub const fn table(&self) -> &Table {
        &self.input.table
    }
}
