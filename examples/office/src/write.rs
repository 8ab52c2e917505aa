//! All that an office hands out about one area and year, written into a folder.

use std::fs;
use std::path::{Path, PathBuf};

use dabiao::{Catalogue, Language, Report};
#[cfg(feature = "paint")]
use dabiao_tables::compare::Comparison;
use dabiao_tables::document::Document;
use dabiao_tables::page::{Chart, Page};
use dabiao_tables::run::{Choices, Run};

use crate::annex::{Annex, csv};
#[cfg(feature = "paint")]
use crate::painter::Painter;
use crate::picture::Picture;
use crate::workbook::Questions;
use crate::{excel, word};

/// What is written, and what the files are called.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    /// The page.
    pub page: &'static str,
    /// The report for Word.
    pub word: &'static str,
    /// The annex for Excel.
    pub annex: &'static str,
    /// The long table.
    pub table: &'static str,
    /// The audit: what was refused, and what was odd about the data.
    pub audit: &'static str,
    /// What the books do not say, as a text to be answered.
    pub questions: &'static str,
    /// The same as a workbook.
    pub form: &'static str,
    /// The areas side by side.
    pub areas: &'static str,
}

impl Names {
    /// The names in a language.
    #[must_use]
    pub const fn of(language: Language) -> Self {
        match language {
            Language::Chinese => Self {
                page: "报告.html",
                word: "报告.docx",
                annex: "附表.xlsx",
                table: "目标明细.csv",
                audit: "数据审核.csv",
                questions: "待答问题.toml",
                form: "待答问题.xlsx",
                areas: "地区对比.html",
            },
            Language::English => Self {
                page: "report.html",
                word: "report.docx",
                annex: "annex.xlsx",
                table: "targets.csv",
                audit: "audit.csv",
                questions: "questions.toml",
                form: "questions.xlsx",
                areas: "areas.html",
            },
        }
    }
}

/// A folder that can be written to.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    /// Makes the folder where it is not there, and tries it, before any work is done.
    ///
    /// # Errors
    /// A folder that cannot be made or written to.
    pub fn new(path: &str, language: Language) -> Result<Self, String> {
        let said = |error: std::io::Error| match language {
            Language::Chinese => format!("--out {path}：不能写入这个文件夹（{error}）；请换一个文件夹"),
            Language::English => {
                format!("--out {path}: the folder cannot be written to ({error}); choose another")
            }
        };
        fs::create_dir_all(path).map_err(said)?;
        let probe = Path::new(path).join(".dabiao-probe");
        fs::write(&probe, b"").and_then(|()| fs::remove_file(&probe)).map_err(said)?;
        Ok(Self(PathBuf::from(path)))
    }

    /// A folder inside, for one area; signs that a path cannot hold are left away.
    ///
    /// # Errors
    /// A folder that cannot be made.
    pub fn inside(&self, area: &str, others: &[Self], language: Language) -> Result<Self, String> {
        let plain: String = area
            .chars()
            .map(|sign| if sign.is_control() || "/\\:*?\"<>|".contains(sign) { '_' } else { sign })
            .take(60)
            .collect();
        let plain = plain.trim_matches([' ', '.']);
        let plain = match (plain, language) {
            ("", Language::Chinese) => "未写地区",
            ("", Language::English) => "no area",
            (plain, _) => plain,
        };
        let taken = |path: &Path| others.iter().any(|other| other.0 == path);
        // Two names may differ in those signs alone.
        let names = std::iter::once(plain.to_owned()).chain((2..).map(|number| format!("{plain}-{number}")));
        let mut paths = names.map(|name| self.0.join(name));
        let path = paths.find(|path| !taken(path)).unwrap_or_else(|| self.0.join(plain));
        fs::create_dir_all(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self(path))
    }

    /// Writes one file; its path.
    ///
    /// # Errors
    /// A file that cannot be written, such as one that is open in Excel.
    pub fn write(&self, name: &str, content: &[u8]) -> Result<PathBuf, String> {
        let path = self.0.join(name);
        fs::write(&path, content).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(path)
    }

    /// Takes away a file of an earlier run, where there is one.
    ///
    /// # Errors
    /// A file that cannot be taken away.
    pub fn remove(&self, name: &str) -> Result<(), String> {
        let path = self.0.join(name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(format!("{}: {error}", path.display()))
            }
            _ => Ok(()),
        }
    }
}

impl Folder {
    /// Writes the open questions, as a text and as a workbook, or takes away those of an earlier run; the paths.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn questions(&self, questions: &Questions, language: Language) -> Result<Vec<PathBuf>, String> {
        let names = Names::of(language);
        if questions.all().is_empty() {
            self.remove(names.questions)?;
            self.remove(names.form)?;
            return Ok(Vec::new());
        }
        Ok(vec![
            self.write(names.questions, questions.form(language).as_bytes())?,
            self.write(names.form, &questions.workbook(language)?)?,
        ])
    }
}

/// Makes the picture of a target's drawing, or says why there is none.
pub type Paint<'p> = dyn FnMut(&str, &Chart) -> Result<Picture, String> + 'p;

/// What the reports of one run are written from.
#[derive(Debug, Clone, Copy)]
pub struct Works<'a> {
    /// The catalogue that was judged by.
    pub catalogue: &'a Catalogue,
    /// What was asked for.
    pub choices: &'a Choices,
    /// The rows and the verdicts.
    pub run: &'a Run<'a>,
}

impl Works<'_> {
    /// The page.
    ///
    /// # Errors
    /// A report of another catalogue.
    pub fn page(&self, report: &Report) -> Result<String, String> {
        let page = Page::new(self.catalogue, self.choices, self.run, report);
        page.write().map_err(|error| error.to_string())
    }

    /// The report for Word, and a line where drawings had to be left out.
    ///
    /// # Errors
    /// A report of another catalogue.
    pub fn word(&self, report: &Report, paint: &mut Paint<'_>) -> Result<(Vec<u8>, Option<String>), String> {
        let language = self.choices.language;
        let document = Document { catalogue: self.catalogue, run: self.run, language };
        let mut blocks = document.of(report, None);
        // What has to be known first stands behind the title.
        blocks.splice(1..1, document.before());
        blocks.extend(document.data());
        let page = Page::new(self.catalogue, self.choices, self.run, report);
        let entries = page.entries().map_err(|error| error.to_string())?;
        let mut failed: Option<String> = None;
        let mut picture = |target: &str| {
            let entry = entries.iter().find(|entry| entry.row.target.id == target)?;
            match paint(target, &page.chart(entry)?) {
                Ok(picture) => Some(picture),
                Err(error) => {
                    failed = Some(error);
                    None
                }
            }
        };
        let file = word::write(&blocks, language, &mut picture)?;
        let failed = failed.map(|error| match language {
            Language::Chinese => format!("报告中的图未能画出（{error}）：请安装中文字体后重新生成"),
            Language::English => {
                format!("drawings were left out of the report ({error}): install a font that has them")
            }
        });
        Ok((file, failed))
    }

    /// All but the report for Word, each with its name: the page, the annex, the long table, the audit.
    ///
    /// # Errors
    /// A report of another catalogue, or one that does not fit into a sheet.
    pub fn others(&self, report: &Report) -> Result<[(&'static str, Vec<u8>); 4], String> {
        let names = Names::of(self.choices.language);
        let (catalogue, run, language) = (self.catalogue, self.run, self.choices.language);
        let annex = Annex { catalogue, run, report, language };
        Ok([
            (names.page, self.page(report)?.into_bytes()),
            (names.annex, excel::write(&annex.sheets())?),
            (names.table, csv(&annex.targets())?),
            (names.audit, csv(&annex.audit())?),
        ])
    }

    /// Writes everything on the reports of a run: on one of them into the folder itself, on several each into a folder of its own, and
    /// beside them the areas side by side; the paths, and what could not be done.
    ///
    /// # Errors
    /// A file that cannot be written.
    #[cfg(feature = "paint")]
    pub fn write_all(
        &self,
        comparison: Option<&Comparison<'_>>,
        folder: &Folder,
    ) -> Result<(Vec<PathBuf>, Vec<String>), String> {
        let (mut written, mut failed) = (Vec::new(), Vec::new());
        if let Some(comparison) = comparison {
            let page = dabiao_tables::page::compare::write(self.catalogue, comparison);
            written.push(folder.write(Names::of(self.choices.language).areas, page.as_bytes())?);
        }
        let mut folders: Vec<Folder> = Vec::new();
        for report in &self.run.reports {
            let own = match self.run.reports.len() {
                1 => folder.clone(),
                _ => folder.inside(
                    report.area.as_deref().unwrap_or_default(),
                    &folders,
                    self.choices.language,
                )?,
            };
            let (files, lines) = self.write(report, &own)?;
            written.extend(files);
            // What is wrong with the fonts is told once.
            failed.extend(lines);
            failed.dedup();
            folders.push(own);
        }
        Ok((written, failed))
    }

    /// Writes everything on a report into a folder; the paths, and what could not be done.
    ///
    /// # Errors
    /// A file that cannot be written.
    #[cfg(feature = "paint")]
    pub fn write(&self, report: &Report, folder: &Folder) -> Result<(Vec<PathBuf>, Vec<String>), String> {
        let painter = Painter::default();
        let (word, failed) = self.word(report, &mut |_, chart| painter.paint(chart))?;
        let mut files = self.others(report)?.to_vec();
        files.insert(1, (Names::of(self.choices.language).word, word));
        let written = files.iter().map(|(name, content)| folder.write(name, content));
        Ok((written.collect::<Result<_, _>>()?, failed.into_iter().collect()))
    }
}
