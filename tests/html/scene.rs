//! Pages to look at, and the little that is needed to take them apart.

use dabiao::{Catalogue, Language, Report, Year};

use dabiao_tables::page::Page;
use dabiao_tables::run::{Choices, Run};

/// Everything that a page is made of.
pub(crate) struct Scene {
    pub(crate) catalogue: &'static Catalogue,
    pub(crate) choices: Choices,
    pub(crate) run: Run<'static>,
}

impl Scene {
    pub(crate) fn of(catalogue: Catalogue, choices: Choices) -> Self {
        let catalogue: &'static Catalogue = Box::leak(Box::new(catalogue));
        let run = choices.run(catalogue).unwrap();
        Self { catalogue, choices, run }
    }

    /// The embedded national figures.
    pub(crate) fn national(language: Language, year: i16) -> Self {
        let choices = Choices { language, year: Some(Year::literal(year)), ..Choices::default() };
        Self::of(Catalogue::hangjin(), choices)
    }

    /// A made-up banner whose values come as counts.
    pub(crate) fn county(language: Language, year: i16) -> Self {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/county.csv");
        let year = Some(Year::literal(year));
        let choices = Choices { language, year, file: Some(file.to_owned()), ..Choices::default() };
        Self::of(Catalogue::hangjin(), choices)
    }

    pub(crate) fn report(&self) -> &Report {
        let [report] = self.run.reports.as_slice() else { panic!("one area") };
        report
    }

    pub(crate) fn page(&self) -> Page<'_> {
        Page::new(self.catalogue, &self.choices, &self.run, self.report())
    }

    pub(crate) fn written(&self) -> String {
        self.page().write().unwrap()
    }
}

/// As text stands in the page.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// What stands between two texts, at every place where the first one does.
pub(crate) fn between<'t>(text: &'t str, from: &str, to: &str) -> Vec<&'t str> {
    text.split(from).skip(1).map(|rest| rest.split_once(to).expect("an end").0).collect()
}

/// The page's words without its tags.
pub(crate) fn words(html: &str) -> String {
    let mut parts = html.split('<');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('>').expect("an end of the tag").1)
}
