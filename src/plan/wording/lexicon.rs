//! The words that decide what a clause asks.

use crate::plan::{Better, Commitment, Qualifier};

/// How a number is compared with a value.
///
/// ```
/// use dabiao::plan::wording::{self, Comparator, Request};
/// let reading = wording::read("不低于90%");
/// assert!(matches!(reading.asks[0].request, Request::Bound { comparator: Comparator::AtLeast, .. }));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparator {
    /// 以上, 不低于, 至少: the number included.
    AtLeast,
    /// 以下, 以内, 不超过: the number included.
    AtMost,
    /// 超过, 高于: the number excluded.
    MoreThan,
    /// 低于, 不足: the number excluded.
    LessThan,
    /// 左右, 约; which way is better follows from the words beside it.
    About(Better),
}

/// A verb that leads to a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// 达到.
    Reach,
    /// 提高到, 增至.
    RiseTo,
    /// 下降到, 降至.
    FallTo,
    /// 控制在.
    Cap,
    /// 保持在, 稳定在.
    Keep,
    /// 达到并保持在.
    ReachAndKeep,
    /// 确保, 保证, 保障.
    Hold,
    /// 占, 有, 拥有.
    Have,
    /// 建设, 设立, 配备.
    Build,
    /// 召开, 开展: something that happens.
    Happen,
}

/// What a word of the plan stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Lead(Lead),
    /// A direction.
    Turn(Better),
    /// 不低于 before a number.
    Before(Comparator),
    /// 以上 behind a number.
    After(Comparator),
    /// 左右 behind a number; which way is better is not known yet.
    Around,
    /// 约 before a number.
    Roughly,
    Quality(Qualifier),
    Soft(Commitment),
    /// 全覆盖, 应建尽建.
    All,
    /// 应保尽保: every one of them, in every year.
    AllAlways,
    /// 分别.
    InOrder,
    /// 均.
    Both,
    /// 、 和 及 与.
    And,
    /// 差距.
    Gap,
    /// 上升趋势减缓.
    Slower,
    /// 不得, 杜绝.
    Never,
    /// 消除: never, where it can be counted.
    Remove,
    /// 零发生, 清零.
    Zero,
    /// 合理比例, 普遍.
    Watch,
    /// 一定数量的: at least one.
    AFew,
    /// 合理控制, 不降低: not worse than it was.
    HoldBack(Better),
    /// 国家考核指标.
    GivenBound,
    /// 相适应.
    InProportion,
    /// 翻一番, and so many per cent.
    Doubled(u8),
    /// 过半.
    Majority,
    /// 由, 从: a number behind it is where the value was.
    From,
    /// 比, 较, 以, 与: a year behind it is the base.
    Than,
    /// 后: a time behind an event.
    AfterEvent,
    /// Looks like one of the words above and is none.
    Plain,
}

use Comparator::{AtLeast, AtMost, LessThan, MoreThan};
use Sign::*;

/// The words of each sign, set apart by spaces. Whichever word is the longest at a place is taken; the words of `Plain` only
/// stand there to be longer than another.
const WORDS: &[(Sign, &str)] = &[
    (Lead(Lead::Reach), "达到 达 实现 完成 占到"),
    (Lead(Lead::ReachAndKeep), "达到并保持在 达到并稳定在 达到并保持 达到且保持在"),
    (
        Lead(Lead::RiseTo),
        "提高到 提高至 提升到 提升至 提升为 提高为 增加到 增加至 增至 增长到 增长至 上升到 增为 \
         增加为 升为 上升为 扩大为 上升至 升至 升到 扩大到 扩大至 延长到 延长至 发展到 增强到",
    ),
    (
        Lead(Lead::FallTo),
        "下降到 下降至 下降为 降低到 降低至 降低为 降到 降至 降为 减为 减少为 缩小为 缩短为 减少到 减少至 减至 缩小到 缩小至 缩短到 缩短至 \
         压缩到 压缩至 压减到 压减至",
    ),
    (Lead(Lead::Cap), "控制在 控制到 控制为 限制在"),
    (Lead(Lead::Keep), "保持在 稳定在 维持在 巩固在 稳定保持在 持续保持在 始终保持在 保持"),
    (Lead(Lead::Hold), "确保 保证 保障"),
    (Lead(Lead::Have), "占 有 为 拥有"),
    (
        Lead(Lead::Build),
        "设有 建有 配有 建设 建成 建立 新建 创建 组建 打造 设立 设置 开设 开通 开办 配备 配齐 \
         配置 培养 培育 新增",
    ),
    (Lead(Lead::Happen), "召开 举办 开展 组织 进行 接受 报送 报告 提交 参加"),
    (
        Turn(Better::Higher),
        "提高 巩固提高 提升 巩固提升 增加 增多 增长 递增 增收 延长 扩大 上升 壮大 增强 改善",
    ),
    (Turn(Better::Lower), "降低 下降 递减 减少 减轻 缩短 缩小 压减 压缩 减退"),
    (
        Before(AtLeast),
        "不低于 不少于 不小于 不得少于 不得低于 不应低于 应不低于 至少 最少 最低 大于等于 \
         大于或等于 高于或等于 等于或大于 等于或高于 达到或超过 达到或高于 达到和超过 ≥ >= ≮",
    ),
    (
        Before(AtMost),
        "不超过 不得超过 不突破 不高于 不得高于 不大于 不多于 不得多于 最多 至多 最高 小于等于 \
         小于或等于 低于或等于 等于或小于 等于或低于 ≤ <= ≯",
    ),
    (Before(MoreThan), "超过 高于 大于 多于 突破 超出 >"),
    (Before(LessThan), "低于 小于 少于 不足 不满 未满 不到 不及 <"),
    (Roughly, "约 大约"),
    (After(AtLeast), "以上 及以上 或以上 之上"),
    (After(AtMost), "以下 及以下 或以下 之下 以内 之内 内"),
    (Around, "左右 上下"),
    (Quality(Qualifier::Gradually), "逐步 逐渐"),
    (Quality(Qualifier::Continually), "不断"),
    (Quality(Qualifier::Steadily), "稳步 稳定"),
    (Quality(Qualifier::Sustained), "持续 逐年"),
    (Quality(Qualifier::EachTerm), "逐届"),
    (Quality(Qualifier::Markedly), "明显 显著 大幅 大幅度 较大幅度"),
    (Quality(Qualifier::Further), "进一步"),
    (Quality(Qualifier::Plain), "有所 全面 有效 切实 合理"),
    (Soft(Commitment::Aspiration), "争取 力争"),
    (Soft(Commitment::InPrinciple), "原则上"),
    (Soft(Commitment::Generally), "一般"),
    (Soft(Commitment::Nearly), "基本 基本建成"),
    (Soft(Commitment::Promote), "推进"),
    (Soft(Commitment::Advance), "推动"),
    (Soft(Commitment::Foster), "促进"),
    (
        All,
        "全覆盖 全面覆盖 全部 全员 所有 应建尽建 应配尽配 应设尽设 应改尽改 应检尽检 应筛尽筛 应治尽治 \
         应接尽接 应种尽种 应入尽入",
    ),
    (AllAlways, "应保尽保 应养尽养 应救尽救 应帮尽帮 应助尽助 应纳尽纳 应享尽享 应援尽援"),
    (InOrder, "分别"),
    (Both, "均 都"),
    (And, "、 和 及 与 以及 及其"),
    (Gap, "差距"),
    (
        Slower,
        "上升趋势减缓 上升趋势趋缓 上升趋势放缓 上升趋势得到减缓 上升趋势得到控制 \
         上升趋势得到有效控制 上升趋势得到遏制 上升趋势得到有效遏制 上升势头得到遏制 \
         上升势头得到有效遏制 增长趋势减缓 增长趋势得到遏制 增长趋势得到有效控制 上升速度减缓 \
         增长速度减缓 上升幅度减缓",
    ),
    (Never, "不得 杜绝 禁止 严禁"),
    (Remove, "消除 消灭"),
    (Zero, "零发生 零报告 清零 归零 为零 为0 降为零 降为0 控制在零 保持在零"),
    (Watch, "合理比例 适当比例 一定比例 合理结构 适当数量 合理水平 普遍 定期 随时"),
    (AFew, "一定数量"),
    (HoldBack(Better::Lower), "合理控制 有效控制 不上升 不升高 不反弹 不回升 不增加 零增长"),
    (HoldBack(Better::Higher), "不降低 不下降 不减少"),
    (GivenBound, "考核指标 考核目标 考核要求 下达指标 下达目标 下达的目标 下达的指标 约束性指标"),
    (InProportion, "相适应 相匹配 相当"),
    (Doubled(1), "翻一番 翻番 翻倍 翻一倍"),
    (Doubled(3), "翻两番"),
    (Majority, "过半 过半数"),
    (From, "由 从"),
    (Than, "比 较 以"),
    (AfterEvent, "后"),
    (
        Plain,
        "性别比 生师比 师生比 医护比 床护比 平均 达不到 找不到 得不到 做不到 全部或 全部或者 新增劳动力 新增就业 健全 全面健身 增加值 增长率 增长点 增强型 提高班 比例 比重 占比 \
         比较 较高 较低 较大 较好 较为 计较 以下简称 以来 以期 可以 予以 难以 参与 给与 普及 \
         涉及 可及 及时 及早 和谐 和睦 和平 共和国 温和 作为 成为 行为 认为 称为 视为 为主 为辅 \
         为重点 为单位 为核心 为基础 为基数 为依托 为载体 为导向 为目标 有关 有序 有利 有力 \
         有条件 有需求 有困难 有针对性 有机 有意愿 有害 有毒 有偿 有益 有限 国有 公有 享有 具有 \
         没有 还有 签约 占用 占有 约束 约谈 节约 公约 预约 契约 违约 制约 通达 表达 发达 达标 下达 \
         转达 传达 首都 成都 人均 年均 户均 日均 均等 均衡 从业 从事 从严 服从 自由 理由 缘由 \
         由于 城市内 内容 内部 国内 区域内 区内 县内 旗内 市内 县域内 校内 室内 院内 内蒙 境内 \
         产后 课后 术后 生育后 先后 落后 前后 后续 事后 基本公共 基本医疗 基本养老 基本生活 \
         基本保障 基本国策 基本权 基本服务 基本型 基本康复 基本避孕 基本殡葬 基本工资 基本辅助 \
         基本方法 基本知识 基本技能 基本功 一般公共 一般工商 一般工业 稳定性 合理用药 合理膳食 \
         合理化 全面健康 全面发展 全面二孩 可持续 持续时间 配置达标率 配备率 建成率 建设率 \
         开展率 设置率 参加率 报告率 报告发病率 报告死亡率 覆盖率 保障性 保障房 社会保障 \
         医疗保障 保障水平 保障卡 消除率 下降率 提高率 组织书记 组织成员 党组织 社会组织 \
         经济组织 服务组织 队组织 组织建设 组织工作 工会组织 妇联组织 组织化 设置标准 建设标准 \
         配备标准 建设水平",
    ),
];

/// What turns 超过 and 低于 round: 不应超过 is at most.
const NOT: &[&str] = &[
    "不",
    "未",
    "没",
    "不得",
    "不应",
    "不应该",
    "不应当",
    "不宜",
    "不能",
    "不可",
    "不可以",
    "不准",
    "不许",
    "不允许",
    "不要",
    "不会",
    "不再",
    "没有",
    "未能",
];

/// 不得超过, 不应低于: the number included, whichever of the words stands there; and what is a word right before a number only.
fn turned(letters: &super::letters::Letters<'_>, place: usize) -> Option<(Sign, usize)> {
    let behind = |not: &&&str| {
        let next = place + not.chars().count();
        let turn = |(sign, words): &(Sign, &'static str)| match sign {
            Before(MoreThan) => Some((Before(AtMost), *words)),
            Before(LessThan) => Some((Before(AtLeast), *words)),
            _ => None,
        };
        let compared = WORDS.iter().filter_map(turn);
        let mut words = compared.flat_map(|(sign, words)| words.split(' ').map(move |word| (sign, word)));
        words.find(|(_, word)| letters.is(next, word)).map(|(sign, word)| (sign, next + word.chars().count()))
    };
    // 超六成, 逾30%: a comparison only right before a number.
    let tenths = |at| super::numbers::numeral(letters, at).is_some_and(|(_, end)| letters.is(end, "成"));
    let beyond = |at: usize| match letters.at(at) {
        Some('超' | '逾') => tenths(at + 1) || letters.at(at + 1).is_some_and(|next| next.is_ascii_digit()),
        Some('过') => tenths(at + 1),
        _ => false,
    };
    // 每年至少降0.5个百分点, 净增5000人.
    let verb = place + usize::from(letters.at(place) == Some('净'));
    let counted = letters.at(verb + 1).is_some_and(|next| next.is_ascii_digit());
    match letters.at(verb) {
        Some('降' | '减') if counted => return Some((Turn(Better::Lower), verb + 1)),
        Some('升' | '增') if counted => return Some((Turn(Better::Higher), verb + 1)),
        _ => {}
    }
    if beyond(place) {
        return Some((Before(MoreThan), place + 1));
    }
    if letters.at(place) == Some('不') && beyond(place + 1) {
        return Some((Before(AtMost), place + 2));
    }
    NOT.iter().filter(|not| letters.is(place, not)).find_map(|not| behind(&not))
}

/// The longest word at a place, and the place after it.
pub(super) fn word(letters: &super::letters::Letters<'_>, place: usize) -> Option<(Sign, usize)> {
    if let Some(found) = turned(letters, place) {
        return Some(found);
    }
    let all = WORDS.iter().flat_map(|(sign, words)| words.split(' ').map(move |word| (*sign, word)));
    let here = all.filter(|(_, word)| letters.is(place, word));
    let (sign, word) = here.max_by_key(|(_, word)| word.len())?;
    Some((sign, place + word.chars().count()))
}
