//! What a clause asks something of: the names in it, and whether they name something that is measured.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// What the names of measured quantities end in.
const MEASURES: &[&str] = &[
    "率",
    "比例",
    "比重",
    "占比",
    "比值",
    "之比",
    "收入比",
    "数量",
    "人数",
    "总数",
    "次数",
    "床位数",
    "总量",
    "排放量",
    "用量",
    "保有量",
    "年限",
    "寿命",
    "时长",
    "时间",
    "收入",
    "素养水平",
    "素养",
    "科学素质水平",
    "指数",
    "面积",
    "参保人数",
    "数",
    "床位",
    "托位",
    "学位",
    "巩固水平",
    "浓度",
];

/// What ends like a measured quantity and is none.
const NO_MEASURES: &[&str] = &[
    "效率",
    "多数",
    "少数",
    "概率",
    "算数",
    "质量",
    "力量",
    "能量",
    "含量",
    "大数",
    "媒介素养",
    "道德素养",
    "文化素养",
    "思想素养",
];

/// What can be counted although no rate or number is named.
const COUNTED: &[&str] = &[
    "死亡",
    "残疾",
    "致残",
    "贫血",
    "妊娠",
    "传播",
    "伤害",
    "犯罪",
    "事故",
    "病例",
    "发生",
    "场所",
    "机构",
    "组织",
    "设施",
    "床位",
    "托位",
    "队伍",
    "中心",
    "站",
    "园",
    "学校",
    "流产",
    "辍学",
    "溺水",
    "案件",
    "肥胖",
    "超重",
    "近视",
    "龋齿",
    "缺陷",
    "感染",
    "大班额",
    "大班额问题",
    "辍学现象",
    "大班",
    "床位供给",
    "水质",
    "待遇水平",
    "卫生费标准",
    "津贴标准",
    "补助标准",
    "医疗保障水平",
    "职业教育的水平",
    "的投入",
];

/// What falls when things go well.
const FALLS: &[&str] = &[
    "死亡率",
    "死亡比",
    "患病率",
    "发病率",
    "发生率",
    "贫血率",
    "感染率",
    "近视率",
    "超重率",
    "肥胖率",
    "龋齿率",
    "龋患率",
    "迟缓率",
    "文盲率",
    "辍学率",
    "流失率",
    "传播率",
    "剖宫产率",
    "流产率",
    "失业率",
    "犯罪率",
    "吸烟率",
    "返贫率",
    "致残率",
    "低体重率",
    "缺陷率",
    "重新犯罪率",
    "未婚率",
    "差距",
    "排放量",
    "排放总量",
    "浓度",
    "收入比",
    "时长",
    "作业时间",
    "人数占未成年人人口数量的比重",
    "低出生体重率",
];

/// What institutions and places are called, of which one can be built or opened.
const PLACES: &[&str] = &[
    "中心",
    "机构",
    "站",
    "站点",
    "热线",
    "公园",
    "学校",
    "医院",
    "馆",
    "基地",
    "台账",
    "仲裁庭",
    "法庭",
    "专线",
    "门诊",
    "病房",
    "母婴室",
    "园",
    "厕所",
    "卫生间",
    "之家",
    "室",
    "点",
    "广场",
    "法院",
    "工作室",
    "卫生院",
    "劳务市场",
    "零工市场",
    "孵化载体",
    "创业园区",
    "热线平台",
    "调解委员会",
    "友好城市",
    "友好型城市",
    "友好社区",
];

/// Whether a name is that of a measured quantity.
pub(super) fn is_measure(name: &str) -> bool {
    let name = trimmed(name);
    MEASURES.iter().any(|end| name.ends_with(end)) && !NO_MEASURES.iter().any(|end| name.ends_with(end))
}

/// Whether a name is of things or events that can be counted.
pub(super) fn is_counted(name: &str) -> bool {
    let name = trimmed(name);
    COUNTED.iter().any(|end| name.ends_with(end))
}

/// Whether less of it is better.
pub(super) fn falls(name: &str) -> bool {
    let name = trimmed(name);
    FALLS.iter().any(|end| name.ends_with(end))
}

/// Whether it is something of which one can be built.
pub(super) fn is_place(name: &str) -> bool {
    let name = trimmed(name);
    PLACES.iter().any(|end| name.ends_with(end))
}

fn trimmed(name: &str) -> &str {
    let name = name.trim_end_matches(['的', '”', '"', '」', '）', ')']);
    match name.rfind(['（', '(']) {
        // 巩固率（%）: what stands in brackets behind it is no part of the name.
        Some(open) if name.get(open..).is_some_and(|rest| !rest.contains(['）', ')'])) => {
            name.get(..open).unwrap_or(name)
        }
        _ => name,
    }
}

/// The names in a list, each with the ending that the last one has for all: 新生儿、婴儿和5岁以下儿童死亡率.
pub(super) fn listed(text: &str) -> Vec<String> {
    let text = text.trim();
    let mut parts: Vec<String> = Vec::new();
    let mut part = String::new();
    let mut letters = text.chars().peekable();
    let mut depth = 0_u32;
    while let Some(letter) = letters.next() {
        match letter {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let breaks = depth == 0
            && match letter {
                '、' => true,
                '和' => !matches!(letters.peek(), Some('谐' | '睦' | '平')) && !part.ends_with(['共', '温']),
                '及' => {
                    !part.ends_with(['普', '涉', '可', '以'])
                        && !matches!(letters.peek(), Some('时' | '早' | '其' | '以'))
                }
                _ => false,
            };
        match breaks {
            true => parts.push(core::mem::take(&mut part)),
            false => part.push(letter),
        }
    }
    parts.push(part);
    parts.retain(|part| !part.trim().is_empty());
    let Some(last) = parts.last().filter(|last| is_measure(last)) else { return parts };
    let tail = tail(last).to_owned();
    for part in &mut parts {
        if !is_measure(part) {
            part.push_str(&tail);
        }
    }
    parts
}

/// 死亡率 of 5岁以下儿童死亡率: the ending that other names of the list share.
fn tail(name: &str) -> &str {
    // 人大代表、政协委员中的女性比例.
    let of_women = ["中的女", "中女性", "中妇女"].iter().find_map(|word| name.rfind(word));
    if let Some(start) = of_women {
        return name.get(start..).unwrap_or_default();
    }
    const LONG: &[&str] = &[
        "人群筛查率",
        "平均预期寿命",
        "人均预期寿命",
        "预期寿命",
        "系统管理率",
        "健康管理率",
        "检测率",
        "治疗率",
        "死亡率",
        "患病率",
        "发病率",
        "覆盖率",
        "普及率",
        "参保率",
        "参保人数",
        "接种率",
        "感染率",
        "筛查率",
        "数量",
        "人数",
        "总量",
        "比例",
        "比重",
        "合格率",
        "入学率",
        "素养水平",
    ];
    let known = LONG.iter().find(|tail| name.ends_with(**tail));
    let end = MEASURES.iter().find(|tail| name.ends_with(**tail));
    let start = known.or(end).map_or(0, |tail| name.len() - tail.len());
    name.get(start..).unwrap_or_default()
}

/// Whether 改善 of it could mean a rise as well as a fall.
pub(super) fn has_no_good_side(name: &str) -> bool {
    const BAD: &[&str] = &[
        "贫血", "不良", "肥胖", "超重", "近视", "疾病", "污染", "缺陷", "缺乏", "失衡", "暴力", "龋", "贫困",
    ];
    BAD.iter().any(|word| name.contains(word)) || trimmed(name).ends_with('比')
}

/// The name behind a word that holds something back: 遏制儿童肥胖率.
pub(super) fn curbed(name: &str) -> Option<&str> {
    const CURBS: &[&str] =
        &["遏制", "减缓", "放缓", "抑制", "扭转", "控制", "防止", "避免", "预防", "延缓", "遏止"];
    CURBS.iter().find_map(|word| name.strip_prefix(word)).filter(|rest| !rest.is_empty())
}

/// The name without what only leads to it.
pub(super) fn cleaned(text: &str) -> String {
    const LEADS: &[&str] = &[
        "使得",
        "把",
        "将",
        "让",
        "其中",
        "并",
        "且",
        "应当",
        "应",
        "要",
        "需",
        "在",
        "到",
        "至",
        "全县",
        "全旗",
        "全市",
        "全区",
        "全省",
        "全国",
        "全州",
        "的",
        "、",
        "和",
        "及",
        "与",
        "其",
        "本地区",
        "各级各类",
        "我县",
        "我旗",
        "我市",
        "年底",
        "年",
    ];
    // 接种率（以乡镇为单位）达到: the bracket's signs are left on both sides of what stood in it.
    let mut text = text
        .trim_matches([' ', '，', '、', '\u{3000}'])
        .trim_start_matches(['）', ')'])
        .trim_end_matches(['（', '(']);
    // …（高中毛入学率达到92%）: the bracket's other sign stands behind the number.
    if !text.contains(['）', ')']) {
        text = text.trim_start_matches(['（', '(']);
    }
    if !text.contains('“') {
        text = text.trim_end_matches('”');
    }
    while let Some(rest) =
        LEADS.iter().find_map(|lead| text.strip_prefix(lead)).filter(|rest| !rest.is_empty())
    {
        text = rest;
    }
    if LEADS.contains(&text) {
        return String::new();
    }
    let text =
        text.trim_end_matches(['的', '应', '要', '并', '、', '“', '和', '及', '与', '是', '呈', '至', '到']);
    // 按照每年7%的速度增长.
    text.strip_suffix("按照").or_else(|| text.strip_suffix('按')).unwrap_or(text).to_string()
}

/// How near two names are, in thousandths: the pairs of neighbouring characters that both have.
pub(super) fn likeness(one: &str, other: &str) -> usize {
    let pairs = |name: &str| -> Vec<(char, char)> {
        let letters =
            || name.chars().filter(|letter| !matches!(letter, '的' | '“' | '”' | '（' | '）' | '、'));
        letters().zip(letters().skip(1)).collect()
    };
    let (one, other) = (pairs(one), pairs(other));
    let shared = one.iter().filter(|pair| other.contains(pair)).count();
    (2_000 * shared).checked_div(one.len() + other.len()).unwrap_or(0)
}
