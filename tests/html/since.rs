//! Two reports in, a list of what changed out.

use dabiao::{Catalogue, Language};
use dabiao_tables::{run::Choices, since};

use crate::scene::Scene;

/// A report on two indicators of one year.
fn told(name: &str, language: Language, rows: &str) -> Scene {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, format!("indicator,area,period,value\n{rows}")).unwrap();
    let file = Some(path.to_string_lossy().into_owned());
    Scene::of(Catalogue::hangjin(), Choices { file, language, ..Choices::default() })
}

#[test]
fn each_change_is_told_with_its_reason() {
    let before = "孕产妇系统管理率,示例旗,2024,91\n新生儿死亡率,示例旗,2024,2.5\n";
    let now = "孕产妇系统管理率,示例旗,2024,89\n婴儿死亡率,示例旗,2024,4.1\n";
    let old = told("since-before.csv", Language::Chinese, before);
    let new = told("since-now.csv", Language::Chinese, now);
    let changes = since::changes(old.report(), new.report(), Language::Chinese);
    assert_eq!(changes.len(), 3, "{changes:?}");
    let said = |name: &str| changes.iter().find(|change| change.contains(name)).expect("a sentence");
    let corrected = said("孕产妇系统管理率");
    assert!(corrected.contains("由91%更正为89%") && corrected.contains("变为“"), "{corrected}");
    assert!(said("婴儿死亡率").contains("新报4.1‰，由“无数据”变为“"), "{changes:?}");
    let gone = said("新生儿死亡率");
    assert!(gone.contains("2.5‰已撤回或缺数") && gone.contains("变为“无数据”"), "{gone}");
    let english = since::changes(old.report(), new.report(), Language::English);
    assert!(english.iter().any(|change| change.contains("corrected from 91% to 89%")), "{english:?}");
    // The same report twice has nothing to tell.
    assert_eq!(since::changes(new.report(), new.report(), Language::Chinese), Vec::<String>::new());
}
