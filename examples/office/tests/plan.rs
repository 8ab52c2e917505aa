//! Plans from Word files and tables.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::PathBuf;

use dabiao::{Catalogue, Language};
use dabiao_office::plan::{document_of, text_of};
use dabiao_office::workbook::Book;
use dabiao_tables::draft;
use std::io::Write as _;

use docx_rs::{Docx, IndentLevel, NumberingId, Paragraph, Run, Table, TableCell, TableRow};

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("dabiao-office-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn book(path: &str) -> Book {
    Book::open(path, Language::Chinese).unwrap()
}

fn line(text: &str) -> Paragraph {
    Paragraph::new().add_run(Run::new().add_text(text))
}

fn word(docx: Docx) -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    docx.build().pack(&mut file).unwrap();
    file.into_inner()
}

const PLAN: [&str; 8] = [
    "虚构县妇女发展规划（2021—2030年）",
    "第二章 发展领域、主要目标与策略措施",
    "一、妇女与健康",
    "主要目标：",
    "1.孕产妇死亡率下降到10/10万以下。",
    "2.妇女常见病筛查率达到85%以上。",
    "策略措施：",
    "1.完善服务体系。",
];

#[test]
fn a_word_file_drafts_what_its_text_drafts() {
    let folder = Folder::new("draft");
    let docx = PLAN.iter().fold(Docx::new(), |docx, text| docx.add_paragraph(line(text)));
    let path = folder.write("plan.docx", word(docx));
    let text = text_of(&path, Language::Chinese).unwrap();
    assert_eq!(text.lines().collect::<Vec<_>>(), PLAN);
    let plans = draft::draft(&text, &Catalogue::hangjin(), &[]).unwrap();
    assert_eq!((plans.len(), plans[0].targets), (1, 2), "{}", plans[0].toml);
    assert!(plans[0].toml.contains("孕产妇死亡率下降到10/10万以下"), "{}", plans[0].toml);
}

#[test]
fn tables_and_numbers_of_lists_are_read() {
    let folder = Folder::new("parts");
    let row = |texts: [&str; 2]| {
        TableRow::new(texts.map(|text| TableCell::new().add_paragraph(line(text))).to_vec())
    };
    let item = |text: &str| line(text).numbering(NumberingId::new(2), IndentLevel::new(0));
    let docx = Docx::new()
        .add_paragraph(item("孕产妇死亡率下降到10/10万以下。"))
        .add_paragraph(item("婴儿死亡率下降到4‰以下。"))
        .add_table(Table::new(vec![row(["指标", "目标"]), row(["新生儿死亡率", "3‰以下"])]));
    let text = text_of(&folder.write("parts.docx", word(docx)), Language::Chinese).unwrap();
    let wanted = [
        "1. 孕产妇死亡率下降到10/10万以下。",
        "2. 婴儿死亡率下降到4‰以下。",
        "指标\t目标",
        "新生儿死亡率\t3‰以下",
    ];
    assert_eq!(text.lines().collect::<Vec<_>>(), wanted);
}

// 列表编号: the number stands in the style of the paragraph; one that says 0 has none.
#[test]
fn numbers_of_a_style_are_read() {
    let folder = Folder::new("styles");
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let paragraph = |properties: &str, text: &str| {
        format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let styled = r#"<w:pStyle w:val="Item"/>"#;
    let body = [
        paragraph(styled, "孕产妇死亡率下降到10/10万以下。"),
        paragraph("", "说明"),
        paragraph(&format!(r#"{styled}<w:numPr><w:numId w:val="0"/></w:numPr>"#), "不编号的一段"),
        paragraph(styled, "婴儿死亡率下降到4‰以下。"),
    ];
    let document =
        format!(r#"<w:document xmlns:w="{space}"><w:body>{}</w:body></w:document>"#, body.concat());
    let styles = format!(
        r#"<w:styles xmlns:w="{space}"><w:style w:styleId="Item"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style></w:styles>"#
    );
    let mut file = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, xml) in [("word/document.xml", document), ("word/styles.xml", styles)] {
        file.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        file.write_all(xml.as_bytes()).unwrap();
    }
    let path = folder.write("styles.docx", file.finish().unwrap().into_inner());
    let text = text_of(&path, Language::Chinese).unwrap();
    let wanted =
        ["1. 孕产妇死亡率下降到10/10万以下。", "说明", "不编号的一段", "2. 婴儿死亡率下降到4‰以下。"];
    assert_eq!(text.lines().collect::<Vec<_>>(), wanted);
}

#[test]
fn a_broken_file_is_a_clear_error() {
    let folder = Folder::new("broken");
    let whole = word(PLAN.iter().fold(Docx::new(), |docx, text| docx.add_paragraph(line(text))));
    let cases = [
        (folder.write("half.docx", &whole[..whole.len() / 2]), "不是完好的 .docx 文件"),
        (folder.write("text.docx", "虚构县妇女发展规划"), "不是完好的 .docx 文件"),
        (folder.write("old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"), "旧格式（.doc）或加密"),
        (folder.write("empty.docx", word(Docx::new())), "文件里没有文字"),
    ];
    for (path, wanted) in cases {
        let error = text_of(&path, Language::Chinese).unwrap_err();
        assert!(error.contains(wanted) && error.contains(&path), "{error}");
        assert!(!text_of(&path, Language::English).unwrap_err().contains(wanted));
    }
    assert!(text_of("no-such-file.docx", Language::Chinese).is_err());
}

const FACTS: &str = "代码,county,,\n字母,Y,,\n名称,虚构县妇女儿童发展规划,,\n英文名称,A county's plan (made up),,\n\
    文号,虚构〔2021〕1号,,\n印发日期,2021-06-01,,\n起始年,2021,,\n终止年,2030,,\n领域,健康,教育,\n";

#[test]
fn a_table_with_a_row_for_each_target_is_a_plan() {
    let folder = Folder::new("table");
    let header = "领域,条目,原文,指标,计量单位,要求,到期年\n";
    let rows = "健康,1,孕产妇死亡率下降到10/10万以下,孕产妇死亡率,,,2030\n健康,2,产后访视率达到95%以上,产后访视率,％,≥95%,2030\n\
        教育,1,高中阶段教育毛入学率达到93%以上,高中阶段教育毛入学率,,达到93%以上,2030\n";
    let mut catalogue = Catalogue::hangjin();
    let path = folder.write("plan.csv", format!("{FACTS}{header}{rows}"));
    let document = document_of(&book(&path), &catalogue, Language::Chinese).unwrap();
    dabiao::json::PlanDocument::add(&mut catalogue, &document).unwrap();
    let rule = |id: &str| serde_json::to_value(catalogue.target(id).unwrap().rule).unwrap();
    assert_eq!(rule("county.d1.g1"), serde_json::json!({ "kind": "at_most", "value": "10" }));
    assert_eq!(rule("county.d1.g2"), serde_json::json!({ "kind": "at_least", "value": "95" }));
    assert_eq!(rule("county.d2.g3"), serde_json::json!({ "kind": "at_least", "value": "93" }));
    assert_eq!(catalogue.plan("county").unwrap().domains.len(), 2);

    // The words say whether a bound is kept until its year, and a column which units it is over.
    let header_kinds = "领域,条目,原文,指标,要求,到期年,单位类别\n";
    let kept = "健康,1,孕产妇死亡率保持在10/10万以下,孕产妇死亡率,,2029年,\n健康,2,接种率以苏木镇为单位达到95%以上,\
        适龄儿童免疫规划疫苗接种率,≥95%,2030,苏木镇\n";
    let path = folder.write("kept.csv", format!("{FACTS}{header_kinds}{kept}"));
    let document = document_of(&book(&path), &Catalogue::hangjin(), Language::Chinese).unwrap();
    assert_eq!(
        document["targets"][0]["timing"],
        serde_json::json!({ "kind": "kept", "from": 2021, "due": 2029 })
    );
    assert_eq!(document["targets"][1]["timing"], serde_json::json!({ "kind": "by_year", "due": 2030 }));
    assert_eq!(document["targets"][1]["scope"], serde_json::json!({ "every_unit": "township" }));
    let late = "健康,1,孕产妇死亡率下降到10/10万以下,孕产妇死亡率,,,三〇年\n";
    let path = folder.write("late.csv", format!("{FACTS}{header}{late}"));
    let error = document_of(&book(&path), &Catalogue::hangjin(), Language::Chinese).unwrap_err();
    assert!(error.contains("late!11：“到期年”一列写的是“三〇年”；请写年份，如2030"), "{error}");

    // Everything wrong is listed, with its row.
    let wrong =
        "保健,1,孕产妇死亡率下降到10/10万以下,孕产妇死亡率,,,2030\n健康,2,甲率达到95%以上,甲率,,≥95%,2030\n";
    let path = folder.write("wrong.csv", format!("{FACTS}{header}{wrong}"));
    let error = document_of(&book(&path), &catalogue, Language::Chinese).unwrap_err();
    assert!(error.contains("wrong!11：领域“保健”不在规划的领域之中"), "{error}");
    assert!(error.contains("wrong!12：目录里没有指标“甲率”；新指标请在“计量单位”一列写明单位"), "{error}");
    let unread = "健康,1,孕产妇死亡率控制得好,孕产妇死亡率,,,2030\n";
    let path = folder.write("unread.csv", format!("{FACTS}{header}{unread}"));
    let error = document_of(&book(&path), &catalogue, Language::Chinese).unwrap_err();
    assert!(error.starts_with("unread!11: "), "{error}");
    let error = document_of(&book(&folder.write("none.csv", "甲,乙\n1,2\n")), &catalogue, Language::Chinese)
        .unwrap_err();
    assert!(error.contains("没有找到目标"), "{error}");
}
