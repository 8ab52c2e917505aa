//! Try.
use dabiao_tables::run::Choices;
fn main() {
    let language = if std::env::args().nth(1).as_deref() == Some("en") {
        dabiao::Language::English
    } else {
        dabiao::Language::Chinese
    };
    let year = std::env::args().nth(2).map(|y| y.parse().unwrap());
    let file = std::env::args().nth(3);
    let choices = Choices { language, year, file, ..Choices::default() };
    let catalogue = choices.catalogue().unwrap();
    let run = choices.run(&catalogue).unwrap();
    let folder = dabiao_office::write::Folder::new("/tmp/w/office-try/out", language).unwrap();
    let works = dabiao_office::write::Works { catalogue: &catalogue, choices: &choices, run: &run };
    println!("{:?}", works.write(&run.reports[0], &folder));
}
