//! The made-up banner from its files to the report: few questions, nothing lost without a word.

use crate::support::banner::{CLERK, Cell, book, row, sheets, through};
use crate::support::{Folder, assert_same, run, said};

/// A sheet as Excel saves it as CSV: GB18030, CRLF, percentages as they are shown.
fn csv(rows: &[Vec<Cell>]) -> Vec<u8> {
    let cell = |cell: &Cell| match cell {
        Cell::Text(text) => (*text).to_owned(),
        Cell::Number(number) => number.to_string(),
        Cell::Percent(number) => format!("{:.1}%", number * 100.0),
        Cell::Blank => String::new(),
    };
    let line = |row: &Vec<Cell>| row.iter().map(cell).collect::<Vec<_>>().join(",") + "\r\n";
    let text: String = rows.iter().map(line).collect();
    let (bytes, _, lossy) = encoding_rs::GB18030.encode(&text);
    assert!(!lossy);
    bytes.into_owned()
}

#[test]
fn a_clerk_gets_the_report_with_few_questions_from_every_form_of_file() {
    let folder = Folder::new("banner");
    let path = folder.file("监测表.xlsx");
    book(&path);
    let (asked, wanted) = through(&folder, "xlsx", &[&path], &CLERK);
    // Three marks are one matter, and five names another.
    assert_eq!(asked, 2);
    let of = |target: &str| wanted.iter().find(|line| line.starts_with(&format!("\"{target}\""))).unwrap();
    for (target, outcome) in [
        ("women.health.g2.maternal-mortality-ratio", "not_met"),
        ("women.health.g2.maternal-systematic-management-rate", "met"),
        ("children.health.g3.infant-mortality-rate", "not_met"),
        ("children.health.g6.immunisation-coverage", "not_met"),
        ("children.education.g2.preschool-gross-enrolment-rate", "met"),
    ] {
        assert!(of(target).contains(&format!("\"{outcome}\"")), "{}", of(target));
    }
    let [(_, women), (_, children)] = sheets();
    let files = [folder.write("妇女.csv", csv(&women)), folder.write("儿童.csv", csv(&children))];
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let (asked, same) = through(&folder, "csv", &files, &CLERK);
    assert_eq!(asked, 2);
    assert_same(&same, &wanted);
}

#[test]
fn the_report_says_what_was_left_out_and_why() {
    let folder = Folder::new("left-out");
    let path = folder.file("监测表.xlsx");
    book(&path);
    through(&folder, "结果", &[&path], &CLERK);
    let page = std::fs::read_to_string(folder.file("结果/报告.html")).unwrap();
    let word = crate::out::word(&folder.file("结果/报告.docx"));
    for (kind, text) in [("page", &page), ("Word", &word)] {
        for wanted in [
            // The township that fails is a warning, and the one that is silent is named.
            "吉日嘎朗图镇未达标",
            "呼和木独镇",
            // What was answered, what was not read, what follows from the births.
            "“婚前医学检查率”：不用",
            "“全社会就业人员女性比重”：就业人员中的女性比例",
            "“—”：未统计",
            "妇女!J3",
            "孕产妇死亡率2024年142.5/10万，分母702：1例",
        ] {
            assert!(text.contains(wanted), "{kind}: {wanted}");
        }
    }
}

// A second run asks only what is new, and the answers for one county do for the next.
#[test]
fn answers_are_kept_for_the_next_run_and_the_next_county() {
    let folder = Folder::new("again");
    let path = folder.file("监测表.xlsx");
    book(&path);
    through(&folder, "结果", &[&path], &CLERK);
    let answers = folder.file("结果-答好.xlsx");
    // The next year's book has one more mark and one more name: these alone are asked about.
    let [(_, mut women), (_, children)] = sheets();
    women.insert(
        6,
        row(
            9.0,
            "农村妇女参加培训率",
            "%",
            [Cell::Text("×"), Cell::Blank, Cell::Blank, Cell::Blank, Cell::Percent(0.2)],
            "",
        ),
    );
    let files = [folder.write("妇女.csv", csv(&women)), folder.write("儿童.csv", csv(&children))];
    let out = folder.file("下一年");
    let (code, stdout, stderr) =
        said(&run(&[&files[0], &files[1], "--lang", "zh", "--answers", &answers, "--out", &out]));
    assert_eq!(code, Some(0), "{stdout}{stderr}");
    let form = std::fs::read_to_string(folder.file("下一年/待答问题.toml")).unwrap();
    assert!(form.contains("农村妇女参加培训率") && form.contains("“×”"), "{form}");
    assert!(!form.contains("婚前医学检查率") && !form.contains("“—”"), "{form}");
    let next = folder.file("乌审旗.xlsx");
    book(&next);
    let out = folder.file("下一旗");
    let (code, stdout, stderr) = said(&run(&[&next, "--lang", "zh", "--answers", &answers, "--out", &out]));
    assert_eq!((code, stderr.as_str()), (Some(0), ""), "{stdout}");
    assert!(!std::path::Path::new(&folder.file("下一旗/待答问题.xlsx")).exists());
}
