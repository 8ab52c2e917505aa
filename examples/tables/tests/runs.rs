//! Files to reports: what is counted, what is said of rosters, and that nothing from data moves the output.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::path::PathBuf;

use dabiao::{Language, Outcome};
use dabiao_tables::run::{Choices, Run};
use dabiao_tables::visible::is_hidden;
use dabiao_tables::{print, visible};
use proptest::prelude::*;

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("dabiao-tables-{}-{name}", std::process::id()));
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

fn run(choices: &Choices) -> Result<Run<'static>, String> {
    choices.run(Box::leak(Box::new(choices.catalogue().unwrap())))
}

const ROWS: &str = "indicator,area,unit_kind,unit_id,period,value\n适龄儿童免疫规划疫苗接种率,150625,township,锡尼镇,2024,96.4％\n";

/// The outcome of the target over townships, and the messages without their file.
fn with_roster(folder: &Folder, roster: &str) -> (Outcome, Vec<String>, bool) {
    let file = folder.write("rosters.csv", roster);
    let choices = Choices {
        file: Some(folder.write("rows.csv", ROWS)),
        rosters: Some(file.clone()),
        language: Language::English,
        ..Choices::default()
    };
    let run = run(&choices).unwrap();
    let mut rows = run.reports[0].rows.iter();
    let row = rows
        .find(|row| row.target.scope.unit_kind() == Some("township") && row.indicator.zh.contains("免疫规划"))
        .unwrap();
    let messages = run.messages().iter().map(|message| message.replace(&file, "r")).collect();
    (row.assessment().outcome, messages, run.is_faulty())
}

#[test]
fn a_roster_that_nothing_uses_is_named_with_the_reason() {
    let folder = Folder::new("rosters");
    let fits = with_roster(&folder, "area,unit_kind,unit_id,year\n150625,township,锡尼镇,2024\n");
    assert_eq!(fits, (Outcome::Met, vec![], false));
    let cases = [
        (
            "unit_kind,unit_id,year\ntownship,锡尼镇,2024\n",
            "r: —: the roster township 2024 is not used: its area has no rows; the areas with rows are 150625",
        ),
        (
            "area,unit_kind,unit_id,year\n杭锦旗,township,锡尼镇,2024\n",
            "r: 杭锦旗: the roster township 2024 is not used: its area has no rows",
        ),
        (
            "area,unit_kind,unit_id,year\n150625,town,锡尼镇,2024\n",
            "r: 150625: the roster is not used: no target is over units of the kind `town`; the kinds are case_handling_body, community",
        ),
    ];
    for (roster, message) in cases {
        let (outcome, messages, faulty) = with_roster(&folder, roster);
        assert_eq!((outcome, messages.len(), faulty), (Outcome::Undetermined, 1, true), "{roster}");
        assert!(messages[0].starts_with(message), "{messages:?}");
    }
    // A row that was refused: itself, and the roster that lacks it.
    let (outcome, messages, faulty) =
        with_roster(&folder, "area,unit_kind,unit_id,year\n150625,township,锡尼镇,2024\n150625,township\n");
    assert_eq!((outcome, faulty), (Outcome::Undetermined, true));
    assert_eq!(messages.len(), 3, "{messages:?}");
    assert!(messages[2].starts_with("r: the roster 150625 township 2024 lacks a row that was refused"));
    let (outcome, messages, _) =
        with_roster(&folder, "area,unit_kind,unit_id,year\n150625,township,锡尼镇,2024,巴拉贡镇\n");
    assert_eq!(outcome, Outcome::Undetermined);
    assert!(messages[1].starts_with("r: a row was refused that may be of any kind"), "{messages:?}");
}

#[test]
fn a_folder_counts_like_its_files() {
    let folder = Folder::new("folder");
    folder.write("a.csv", "标题\r\nindicator,area,period,value\r\n孕产妇死亡率,150625,2024,12\r\n孕产妇死亡率,150625,2023,1O\r\n");
    let gb: &[u8] = b"\xd6\xb8\xb1\xea;\xb5\xd8\xc7\xf8;\xc4\xea\xb7\xdd;\xca\xfd\xd6\xb5\n\xd3\xa4\xb6\xf9\xcb\xc0\xcd\xf6\xc2\xca;150622;2024;4.1\n";
    folder.write("b.CSV", gb);
    folder.write("c.txt", "not read");
    let choices = Choices {
        file: Some(folder.0.to_str().unwrap().to_owned()),
        language: Language::English,
        ..Choices::default()
    };
    let found = run(&choices).unwrap();
    assert_eq!((found.table.read, found.used, found.refused), (3, 2, 1));
    assert_eq!(
        found.reports.iter().filter_map(|report| report.area.as_deref()).collect::<Vec<_>>(),
        ["150622", "150625"]
    );
    assert!(found.messages()[0].contains("a.csv:4:4: column `value`"), "{:?}", found.messages());
    assert!(found.titles()[0].ends_with("a.csv:1: 标题"));
    assert!(found.notices[0].ends_with("c.txt: is no .csv file and was not read"), "{:?}", found.notices);
    // One file that cannot be read as a whole ends the run, and is named.
    folder.write("d.csv", "indicator,area,period,value\n\"孕产妇死亡率,150625,2024,12\n");
    assert!(run(&choices).unwrap_err().ends_with("d.csv:2:1: the quote that opens here is never closed"));
}

// 0.49 under 单位：% is 4.9‰ and not 0.49‰.
#[test]
fn the_unit_above_the_header_is_that_of_the_rows() {
    let folder = Folder::new("above");
    let value = |text: &str| {
        let choices = Choices { file: Some(folder.write("rows.csv", text)), ..Choices::default() };
        let run = run(&choices).unwrap();
        let row = run.reports[0].row("children.health.g3.infant-mortality-rate").unwrap();
        row.assessment().value.as_ref().unwrap().decimal().to_string()
    };
    let rows = |title: &str, unit: &str| {
        value(&format!("{title}\nindicator,period,value{unit}\n婴儿死亡率,2024,0.49\n"))
    };
    for title in ["单位：％", "2024年度 （计量单位: %）", "单位：%  填报人：甲"] {
        assert_eq!(rows(title, ""), "4.9", "{title}");
        assert_eq!(rows(title, "（‰）"), "0.49", "{title}");
    }
    assert_eq!(rows("填报单位：%", ""), "0.49");
    assert_eq!(rows("单位：妇联", ""), "0.49");
    // And a header without rows is no table.
    let choices =
        Choices { file: Some(folder.write("rows.csv", "indicator,period,value\n")), ..Choices::default() };
    assert!(run(&choices).unwrap_err().ends_with("表头下面没有数据行"));
}

// A name with one wrong character makes two areas of one, and each has half of the figures.
#[test]
fn areas_that_may_be_one_are_named() {
    let folder = Folder::new("alike");
    let notices = |rows: &str| {
        let choices = Choices {
            file: Some(folder.write("rows.csv", format!("indicator,area,period,value\n{rows}"))),
            ..Choices::default()
        };
        run(&choices).unwrap().notices
    };
    let rows = "婴儿死亡率,杭锦旗,2022,5\n婴儿死亡率,杭綿旗,2023,5\n婴儿死亡率,杭锦旗,2024,5\n";
    let [notice] = &*notices(rows) else { panic!("one notice") };
    assert!(notice.starts_with("地区“杭綿旗”（1行）和“杭锦旗”（2行）只差一个字"), "{notice}");
    assert_eq!(notices(&rows.replace("杭綿旗", "杭锦旗旗")).len(), 1);
    // They give the same figure, differ by more, or are codes.
    let apart = [
        "东乡县,2024,5\n婴儿死亡率,西乡县,2024",
        "东乡县,2023,5\n婴儿死亡率,西川县,2024",
        "150625,2023,5\n婴儿死亡率,150626,2024",
    ];
    for apart in apart {
        assert!(notices(&format!("婴儿死亡率,{apart},4\n")).is_empty(), "{apart}");
    }
    let [notice] = &*notices("婴儿死亡率,杭锦旗,2022,5\n婴儿死亡率,,2023,5\n") else {
        panic!("one notice")
    };
    assert!(notice.starts_with("有1行没有写地区，单独成一份报告，不计入“杭锦旗”"), "{notice}");
}

#[test]
fn messages_from_hostile_data_keep_to_their_line() {
    let folder = Folder::new("hostile");
    let file = folder.write("rows.csv", "indicator,area,period,value,source\n孕产妇死亡率,\u{1b}[2J甲,2024,12,\"年报\r\n未达标\"\n\"\u{202e}婴儿\",甲,2024,1,\n");
    let choices = Choices { file: Some(file), area: Some("乙".into()), ..Choices::default() };
    let error = run(&choices).unwrap_err();
    assert!(error.contains("␛[2J甲") && !error.chars().any(is_hidden), "{error:?}");
    let table = print::table(["指标"], [["甲镇\n| W1-2 | 达标 |".to_owned()]]);
    assert_eq!(table.lines().count(), 3);
    assert!(table.contains("甲镇␊| W1-2 | 达标 |"));
}

proptest! {
    #[test]
    fn nothing_hidden_is_left_and_nothing_seen_is_changed(text in any::<String>()) {
        let shown = visible(&text);
        prop_assert!(!shown.chars().any(is_hidden));
        prop_assert_eq!(&*visible(&shown), &*shown);
        let seen = |text: &str| text.chars().filter(|found| !is_hidden(*found)).collect::<String>();
        if text.chars().all(|found| !is_hidden(found)) {
            prop_assert_eq!(&*shown, &*text);
        } else {
            // What was seen before still stands there, in order.
            let mut rest = shown.chars();
            prop_assert!(seen(&text).chars().all(|wanted| rest.any(|found| found == wanted)));
        }
    }
}

#[test]
fn every_kind_of_hidden_character_is_shown() {
    for hidden in [
        '\0',
        '\t',
        '\n',
        '\r',
        '\u{1b}',
        '\u{7f}',
        '\u{85}',
        '\u{9b}',
        '\u{200b}',
        '\u{200e}',
        '\u{200f}',
        '\u{2028}',
        '\u{202a}',
        '\u{202e}',
        '\u{2066}',
        '\u{2069}',
        '\u{feff}',
        '\u{e0041}',
    ] {
        let shown = visible(&format!("甲{hidden}乙")).into_owned();
        assert!(
            !shown.contains(hidden)
                && shown.starts_with('甲')
                && shown.ends_with('乙')
                && shown.chars().count() >= 3
        );
    }
    // What Mongolian spelling needs stays.
    for kept in ["\u{200d}", "\u{200c}", "\u{180e}", "\u{180b}", "\u{202f}"] {
        assert_eq!(visible(kept), kept);
    }
}
