//! Laws of the reader.

use dabiao::plan::wording;
use proptest::prelude::*;

/// Pieces of which plans are made, so that random texts are not all nonsense.
const PIECES: &[&str] = &[
    "孕产妇死亡率",
    "达到",
    "90",
    "%",
    "％",
    "以上",
    "以下",
    "，",
    "。",
    "和",
    "、",
    "三分之一",
    "12/10万",
    "1：3",
    "每所",
    "学校",
    "至少",
    "配备",
    "一名",
    "由",
    "2020年",
    "的",
    "60%",
    "提高到",
    "下降",
    "5",
    "个百分点",
    "分别",
    "5岁以下",
    "儿童",
    "“",
    "”",
    "以",
    "为单位",
    "与",
    "相适应",
    "不低于",
    "每年",
    "每5年",
    "后",
    "1个月",
    "内",
    "全覆盖",
    "百分之",
    "百分之九十五",
    "万",
    "千",
    "十",
    "—",
    "(",
    ")",
    "1.",
    "点",
    "逐步",
];

fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(PIECES).prop_map(str::to_owned);
    let piece = prop_oneof![4 => pieces, 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    /// Whatever the text, the reader answers, and every place it names is a place of the text.
    #[test]
    fn every_text_is_answered(text in texts()) {
        let reading = wording::read(&text);
        for place in reading.asks.iter().map(|ask| ask.place).chain(reading.unread.iter().map(|unread| unread.place)) {
            prop_assert!(place.start <= place.end && text.get(place.start..place.end).is_some(), "{place:?} of {text}");
        }
        prop_assert_eq!(wording::read(&text), reading);
    }

    /// What a sentence asks does not depend on the sentences around it.
    #[test]
    fn sentences_are_read_by_themselves(one in texts(), other in texts()) {
        prop_assume!(!one.contains(['“', '"', '「', '《']) && !other.contains(['“', '"', '「', '《']));
        let asked = |text: &str| -> Vec<String> {
            wording::read(text).asks.iter().map(|ask| format!("{:?} {:?} {:?}", ask.names, ask.request, ask.timing)).collect()
        };
        let mut apart = asked(&one);
        apart.extend(asked(&other));
        prop_assert_eq!(asked(&format!("{one}。{other}")), apart);
    }

    /// A number stands in the reading with its printed digits.
    #[test]
    fn digits_stay_as_printed(whole in 0_u32..10_000, cents in prop::option::of(0_u32..100)) {
        let number = cents.map_or_else(|| whole.to_string(), |cents| format!("{whole}.{cents:02}"));
        let reading = wording::read(&format!("巩固率达到{number}%以上"));
        prop_assert_eq!(reading.asks[0].request.to_string(), format!("≥{number}%"));
    }
}
