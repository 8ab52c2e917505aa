//! Phrases as plans of all levels print them, each with what it asks.

use std::fmt::Write as _;

use dabiao::plan::Commitment;
use dabiao::plan::wording::{self, Ask, Reading};

const PHRASES: &str = include_str!("phrases.txt");

/// `name: ≥90%, ByYear`; what belongs to several asks stands between semicolons, what is not read behind a question mark.
fn described(text: &str, reading: &Reading) -> String {
    let mut parts: Vec<String> = reading.asks.iter().map(ask).collect();
    parts.extend(
        reading.unread.iter().map(|unread| format!("? {} {}", unread.place.of(text), unread.why.zh())),
    );
    if parts.is_empty() { "nothing".to_owned() } else { parts.join("; ") }
}

fn ask(ask: &Ask) -> String {
    let mut line = format!("{}: {}", ask.names.join("+"), ask.request);
    for other in &ask.or {
        write!(line, " or {other}").expect("a string takes everything");
    }
    if let Some(when) = ask.timing {
        write!(line, ", {when:?}").expect("a string takes everything");
    }
    if let Some(each) = &ask.each {
        write!(line, ", each {each}").expect("a string takes everything");
    }
    if let Some(due) = ask.due {
        write!(line, ", due {due}").expect("a string takes everything");
    }
    if ask.commitment != Commitment::Firm {
        write!(line, ", {}", ask.commitment.code()).expect("a string takes everything");
    }
    line
}

fn told() -> impl Iterator<Item = &'static str> {
    PHRASES.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
}

fn split(line: &str) -> (&str, &str) {
    line.split_once(" => ").expect("a phrase and what it asks")
}

fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    told().map(split)
}

#[test]
fn phrases_ask_what_stands_beside_them() {
    expect(told());
}

#[test]
fn what_gives_no_bound_is_named_with_its_reason() {
    expect(NO_BOUND.iter().copied());
}

/// Two readings: of what should fall, a bare number may be what is allowed or what is demanded.
#[test]
fn a_bare_number_of_what_should_fall_has_two_readings() {
    expect([
        "文盲率达到2% => 文盲率: ≤2% or ≥2%, ByYear",
        "婴儿死亡率5‰ => 婴儿死亡率: ≤5‰ or ≥5‰",
        "婴儿死亡率降至5‰ => 婴儿死亡率: ≤5‰, ByYear",
        "妇女贫血率改善到9% => 妇女贫血率: ≤9% or ≥9%, ByYear",
        "改善妇女贫血率至9% => 妇女贫血率: ≤9% or ≥9%, ByYear",
    ]);
}

/// Numerals that count nothing, and conditions: who stays away three times is no target.
#[test]
fn words_that_ask_nothing_give_nothing() {
    expect([
        "确保一个人都不掉队 => nothing",
        "培养一批女性致富带头人 => nothing",
        "完成第4次妇女社会地位调查 => nothing",
        "消除性别歧视 => nothing",
        "小学一二年级不布置书面作业 => nothing",
        "学生旷课三次以上，及时家访劝返 => nothing",
        "妇女社会地位调查进行第五次 => nothing",
        "婴幼儿入托率+5% => nothing",
    ]);
}

/// 提高5% of a share is five per cent of it, or five points: the other reading has the words of points.
#[test]
fn the_other_reading_of_a_change_has_its_own_unit() {
    let reading = wording::read("生育保险参保率提高5%");
    let wording::Request::Change { amount, .. } = &reading.asks[0].or[0] else { panic!("no change") };
    assert_eq!(amount.unit_words, "个百分点");
}

/// 由2名专干负责 says who does it, and no value from which something rises; 提升幼儿园10所 is no rise of their number.
#[test]
fn a_number_beside_a_verb_is_no_base_and_no_change_by_itself() {
    for (text, wanted) in [("每个乡镇由2名专干负责提高参保率", "≥2名"), ("提升示范幼儿园10所", "≥10所")]
    {
        let asks = wording::read(text).asks;
        let bound = asks.iter().find(|ask| ask.request.to_string() == wanted);
        let bound = bound.map(|ask| (ask.timing, ask.plain));
        assert_eq!((asks.len(), bound), (2, Some((None, true))), "{text}");
    }
}

/// Tells every line that is read otherwise.
fn expect<'a>(lines: impl IntoIterator<Item = &'a str>) {
    let mut wrong = String::new();
    for (phrase, expected) in lines.into_iter().map(split) {
        let read = described(phrase, &wording::read(phrase));
        if read != expected {
            writeln!(wrong, "{phrase}\n  not {expected}\n  but {read}").expect("a string takes everything");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Ranges, numbers that are not exact, words that contradict each other, lists of two lengths, and a unit that may not hold.
const NO_BOUND: &[&str] = &[
    "参保率达到85%至90% => ? 85%至90% 两个数之间的范围，没有单一界限",
    "性别比在103—107之间 => ? 103—107 两个数之间的范围，没有单一界限",
    "性别比控制在103—107 => ? 103—107 两个数之间的范围，没有单一界限",
    "孕产妇死亡率在10—12/10万 => ? 10—12/10万 两个数之间的范围，没有单一界限",
    "婴儿死亡率由5‰—6‰降至4‰ => 婴儿死亡率: ≤4‰, ByYear; ? 5‰—6‰ 两个数之间的范围，没有单一界限",
    "建设示范幼儿园三四所 => ? 三四所 不是确数",
    // Too many digits for a number: not the last of them either.
    "托位数达到1234567890123456789012345678901234567890123个 => ? 1234567890123456789012345678901234567890123 不是确数",
    "参保率达到或超过977777777777777777777777777777777777777775% => ? 977777777777777777777777777777777777777775 不是确数",
    "培训妇女三四十人 => ? 三四十人 不是确数",
    "近视率下降约3个百分点 => ? 3个百分点 不是确数",
    "近视率下降3个百分点左右 => ? 3个百分点左右 不是确数",
    "接种率80%到90 => ? 80%到90 两个数之间的范围，没有单一界限",
    "近视率下降超过3个百分点 => ? 3个百分点 不是确数",
    "人均收入年递增5%左右的乡镇占比，到2030年达到80% => 人均收入年递增5%左右的乡镇占比: ≥80%, ByYear, due 2030; ? 5%左右 不是确数",
    "近视率下降不少于20%以下 => ? 20%以下 数字前后的用语相互矛盾",
    "孕产妇死亡率分别控制在8/10万、10/10万以内 => ? 8/10万、10/10万以内 数字与名称的个数不一致",
    "2025年至2030年，筛查率分别达到60%和70% => ? 60%和70% 数字与名称的个数不一致",
    "妇女、儿童贫血状况均明显改善 => ? 均明显改善 没有写明朝哪个方向变化",
    "出生人口性别比107 => ? 107 数字没有单位，也没有比较用语",
    "引进50人才 => ? 50 数字没有单位，也没有比较用语",
    "招聘30本科以上学历幼儿教师 => ? 30 数字没有单位，也没有比较用语",
    "走访10家庭 => ? 10 数字没有单位，也没有比较用语",
    "每千人口托位数达到4.5个，托育机构达到30家 => 托位数: ≥4.5/千人, ByYear; ? 30家 不清楚前面的“每所”“每千名”是否也管到这里",
    "以学校为单位，学生体质健康合格率达到92%，近视率降到38%以下 => 学生体质健康合格率: ≥92%, ByYear, each 学校; 近视率: ≤38%, ByYear; ? 近视率降到38%以下 不清楚前面的“每所”“每千名”是否也管到这里",
    "每所学校至少配备1名校医，县医院至少配备3名儿科医生 => 校医: ≥1名, each 学校; 儿科医生: ≥3名; ? 县医院至少配备3名儿科医生 不清楚前面的“每所”“每千名”是否也管到这里",
];

/// What rests on another value, or on a year that is not named: no number of these is a bound.
const RELATIVE: &[&str] = &[
    "婴儿死亡率不超过2020年的80% => ? 不超过2020年的80% 以其他地区或年份的数值为界限",
    "婴儿死亡率控制在2020年水平以下 => ? 2020年 以其他地区或年份的数值为界限",
    "接种率高于2020年5个百分点 => ? 5个百分点 以其他地区或年份的数值为界限",
    "接种率达到全国平均水平 => ? 全国平均水平 以其他地区或年份的数值为界限",
    "女代表比例较上届提高2个百分点 => ? 2个百分点 没有写明从哪一年算起",
    "女性人才占比每5年提高2个百分点 => ? 2个百分点 没有写明从哪一年算起",
    "每五年女性占比提高2个百分点 => ? 2个百分点 没有写明从哪一年算起",
    "到2025年近视率比2020年下降3个百分点，到2030年再下降2个百分点 => 近视率: -3个百分点 since 2020, ByYear, due 2025; ? 2个百分点 没有写明从哪一年算起",
    "托位数扩大到3倍 => ? 3倍 以其他地区或年份的数值为界限",
    "婴儿死亡率低于2020年水平 => ? 低于2020年 以其他地区或年份的数值为界限",
    "女性占比高于男性 => ? 高于男性 以其他地区或年份的数值为界限",
    "孕产妇死亡率降至2020年的80% => ? 的80% 以其他地区或年份的数值为界限",
    "孕产妇死亡率降至2020年水平的80% => ? 水平的80% 以其他地区或年份的数值为界限",
    "到2030年婴儿死亡率低于2020年，接种率达到90% => 接种率: ≥90%, ByYear, due 2030; ? 低于2020年 以其他地区或年份的数值为界限",
    "财政投入增长不低于 => ? 增长不低于 以其他地区或年份的数值为界限",
    "托位数达到2020年的1倍 => ? 的1倍 以其他地区或年份的数值为界限",
    "女职工离职率不高于男职工离职率 => ? 不高于男职工离职率 以其他地区或年份的数值为界限",
    "女童高中入学率不低于全省高中入学率 => ? 不低于全省高中入学率 以其他地区或年份的数值为界限",
    "居民收入增长与经济增长基本同步 => ? 增长与经济增长基本同步 以其他地区或年份的数值为界限",
];

#[test]
fn what_rests_on_another_value_is_named() {
    expect(RELATIVE.iter().copied());
}

/// Beside the bound: the characters that ask, and what the words around them say. A phrase whose one ask takes all of it and says nothing
/// more is left out.
#[test]
fn what_each_phrase_tells_beside_its_bound() {
    let mut told = String::new();
    for (phrase, _) in lines() {
        let reading = wording::read(phrase);
        let asks: Vec<String> = reading.asks.iter().map(|ask| beside(phrase, ask)).collect();
        if asks != [format!("  {phrase}")] && !asks.is_empty() {
            writeln!(told, "{phrase}\n{}", asks.join("\n")).expect("a string takes everything");
        }
    }
    insta::assert_snapshot!(told);
}

fn beside(phrase: &str, ask: &Ask) -> String {
    let words = [
        (ask.gap, "of a gap"),
        (ask.measured, "measured"),
        (ask.countable, "countable"),
        (ask.plain, "without a comparison"),
        (ask.implied, "no number printed"),
    ];
    let words: Vec<&str> = words.iter().filter(|(said, _)| *said).map(|(_, word)| *word).collect();
    let words = if words.is_empty() { String::new() } else { format!(" | {}", words.join(", ")) };
    format!("  {}{words}", ask.place.of(phrase))
}

/// A phrase is undecided if nothing is read, something is left unread, or two readings remain.
#[test]
fn few_phrases_are_undecided() {
    let undecided = lines().filter(|(phrase, _)| {
        let reading = wording::read(phrase);
        reading.asks.is_empty()
            || !reading.unread.is_empty()
            || reading.asks.iter().any(|ask| !ask.or.is_empty())
    });
    let (undecided, all) = (undecided.count(), lines().count());
    assert!(all >= 150, "{all} phrases");
    assert!(undecided * 20 <= all, "{undecided} of {all} are undecided");
}

/// Neither a third nor three per mille; and a number before it that is as large as a year hides nothing.
#[test]
fn a_fraction_with_the_sign_of_a_rate_is_no_bound() {
    for printed in ["1/3‰", "1/3%", "2030/3‰", "99999999999991/3‰", "1：3‰", "2020：95%"] {
        let text = format!("婴儿死亡率下降到{printed}以下");
        let reading = wording::read(&text);
        let unread: Vec<_> =
            reading.unread.iter().map(|unread| (unread.place.of(&text), unread.why)).collect();
        assert_eq!((reading.asks.len(), unread), (0, vec![(printed, wording::Obstacle::Range)]));
    }
    assert_eq!(wording::read("婴儿死亡率下降1/3").asks.len(), 1);
}

/// 达不到80%的乡镇 are some of them; without 的 the number is named as not read.
#[test]
fn what_falls_short_is_no_bound_and_not_lost() {
    for text in ["覆盖率达不到80%", "达不到80%", "覆盖率未达到80%"] {
        let reading = wording::read(text);
        let unread: Vec<_> = reading.unread.iter().map(|unread| unread.why).collect();
        assert_eq!((reading.asks.len(), unread), (0, vec![wording::Obstacle::UnclearDirection]), "{text}");
    }
    for text in ["达不到80%的乡镇", "未达到80%的乡镇"] {
        let reading = wording::read(text);
        assert!(reading.asks.is_empty() && reading.unread.is_empty(), "{text}");
    }
}

/// The same phrase in full-width and half-width print, and with other spaces, is the same.
#[test]
fn print_changes_nothing() {
    let wide: &[(char, char)] =
        &[('%', '％'), ('/', '／'), ('.', '．'), (':', '：'), ('(', '（'), (')', '）'), ('-', '—')];
    for (phrase, _) in lines() {
        let other: String = phrase
            .chars()
            .map(|letter| match wide.iter().find(|(narrow, _)| *narrow == letter) {
                Some((_, wide)) => *wide,
                None if letter.is_ascii_digit() => {
                    char::from_u32(u32::from(letter) - u32::from('0') + u32::from('０')).expect("a digit")
                }
                None => letter,
            })
            .collect();
        let asked = |text: &str| -> Vec<String> {
            wording::read(text)
                .asks
                .iter()
                .map(|ask| format!("{} {:?} {:?}", ask.request, ask.or, ask.timing))
                .collect()
        };
        // References keep the print of the text.
        let narrow: Vec<String> = asked(phrase);
        let plain =
            |asked: Vec<String>| asked.join(" ").replace('（', "(").replace('）', ")").replace('％', "%");
        assert_eq!(plain(asked(&other)), plain(narrow), "{phrase}");
    }
}
