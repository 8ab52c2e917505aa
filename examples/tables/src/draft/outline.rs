//! A plan's text cut into plans, domains, goals and measures.

/// One plan of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// The title.
    pub title: String,
    /// The document's number; empty where none is printed.
    pub document: String,
    /// The day of issue, `2022-08-09`; empty where none is printed.
    pub issued: String,
    /// The first and last year, where the title names them.
    pub years: Option<(i32, i32)>,
    /// The domains.
    pub domains: Vec<String>,
    /// Goals and measures, in printed order.
    pub clauses: Vec<Clause>,
}

/// A numbered goal or measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Whether it is a goal; else a strategy measure.
    pub goal: bool,
    /// The domain, from 1.
    pub domain: usize,
    /// Its number.
    pub item: u32,
    /// The line of the text on which it begins, from 1.
    pub line: usize,
    /// Its text, without the number.
    pub text: String,
}

/// The plans of a text: each begins with a line that is its title, `某县妇女发展规划（2021—2030年）`.
#[must_use]
pub fn plans(text: &str) -> Vec<Outline> {
    let (mut plans, mut current) = (Vec::new(), Outline::default());
    let (mut document, mut issued) = (String::new(), String::new());
    let mut heading = String::new();
    let mut part: Option<bool> = None;
    // How the items of a part are numbered: what is numbered otherwise inside of an item belongs to it.
    let mut style: Option<Style> = None;
    let trimmed = |line: &'_ str| {
        line.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}').to_owned()
    };
    let mut lines = text.lines().map(trimmed).enumerate().filter(|(_, line)| !line.is_empty()).peekable();
    while let Some((place, line)) = lines.next() {
        let line = line.as_str();
        if document.is_empty() {
            document = number(line).unwrap_or_default();
        }
        if issued.is_empty() {
            issued = day(line).unwrap_or_default();
        }
        // The title and its years may stand on two lines.
        let over_two = lines.peek().filter(|(_, next)| next.starts_with(['（', '('])).map(|(_, next)| format!("{line}{next}"));
        let over_two = over_two.and_then(|whole| title(&whole).map(|years| (whole, years)));
        if over_two.is_some() {
            lines.next();
        }
        if let Some((whole, years)) = over_two.or_else(|| title(line).map(|years| (line.to_owned(), years))) {
            let same = current.clauses.is_empty();
            let before = std::mem::take(&mut current);
            if !same {
                plans.push(before);
            }
            let (document, issued) = (document.clone(), issued.clone());
            current = Outline {
                title: whole.trim_matches(['《', '》']).to_owned(),
                document,
                issued,
                years: Some(years),
                ..Outline::default()
            };
            (heading, part, style) = (String::new(), None, None);
            continue;
        }
        let bare = line.trim_end_matches(['：', ':', '。']);
        let unnumbered =
            bare.trim_start_matches(|letter| "（）()一二三四五六七八九十、．.0123456789".contains(letter));
        match unnumbered {
            "主要目标" | "发展目标" | "目标" | "主要指标" | "目标任务" | "主要目标任务" | "目标要求" => {
                style = None;
                if part != Some(true) {
                    current.domains.push(std::mem::take(&mut heading));
                }
                part = Some(true);
                continue;
            }
            "策略措施" | "主要措施" | "策略和措施" | "策略与措施" | "措施" | "政策措施" | "工作措施" | "重点任务" => {
                (part, style) = (Some(false), None);
                continue;
            }
            _ => {}
        }
        if let Some(name) = headed(line) {
            // （二）妇女与教育: the heading of a domain, or of a chapter that has no goals.
            heading = name.to_owned();
            part = None;
            continue;
        }
        let Some(goal) = part else { continue };
        let domain = current.domains.len();
        let next = current.clauses.last().filter(|last| last.goal == goal && last.domain == domain);
        let expected = next.map_or(1, |last| last.item + 1);
        let numbered = numbered(line);
        let own = numbered.filter(|(item, how, _)| *item == expected && style.is_none_or(|known| known == *how));
        match own {
            Some((item, how, rest)) => {
                style = Some(how);
                current.clauses.push(Clause { goal, domain, item, line: place + 1, text: rest.to_owned() });
            }
            None => {
                if let Some(last) =
                    current.clauses.last_mut().filter(|last| last.goal == goal && last.domain == domain)
                {
                    last.text.push_str(line);
                }
            }
        }
    }
    if !current.clauses.is_empty() {
        plans.push(current);
    }
    plans
}

/// `某县妇女发展规划（2021—2030年）` as a line of its own, or `某县“十四五”妇女儿童发展规划`: the years.
fn title(line: &str) -> Option<(i32, i32)> {
    let line = line.trim_matches(['《', '》']);
    let periods = [("十三五", (2016, 2020)), ("十四五", (2021, 2025)), ("十五五", (2026, 2030))];
    let period = periods.iter().find(|(name, _)| line.contains(name));
    if let (Some((_, years)), true) = (period, line.ends_with("规划") && line.contains(['“', '"'])) {
        let short = line.chars().count() <= 30 && !line.contains(['，', '。', '：']);
        let own = short && headed(line).is_none() && (line.contains("妇女") || line.contains("儿童"));
        return own.then_some(*years);
    }
    let (name, years) = line.split_once(['（', '('])?;
    let short = line.chars().count() <= 45 && !line.starts_with(['《', '一', '二', '三', '四', '（']);
    let named = name.ends_with("规划") || name.ends_with("纲要");
    let years = years.trim_end_matches([')', '）', '年']);
    let (first, last) = years.split_once(['—', '-', '－', '–', '～', '~', '至'])?;
    let year = |text: &str| {
        text.trim_matches(['年', '—', '-']).parse::<i32>().ok().filter(|year| (1990..2100).contains(year))
    };
    (short && named).then_some(())?;
    Some((year(first)?, year(last)?))
}

/// `杭政发〔2022〕139号`.
fn number(line: &str) -> Option<String> {
    let short = line.chars().count() <= 30;
    (short && line.contains(['〔', '[', '【']) && line.ends_with('号')).then(|| line.to_owned())
}

/// `2022年8月9日` as a line of its own.
fn day(line: &str) -> Option<String> {
    let (year, rest) = line.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let day = rest.strip_suffix('日')?;
    let number = |text: &str| text.trim().parse::<u16>().ok();
    Some(format!("{:04}-{:02}-{:02}", number(year)?, number(month)?, number(day)?))
}

/// `（二）妇女与教育` or `三、组织实施`: the heading's words.
fn headed(line: &str) -> Option<&str> {
    let numeral =
        |text: &str| !text.is_empty() && text.chars().all(|letter| "一二三四五六七八九十".contains(letter));
    let short = line.chars().count() <= 40;
    let chapter = line.strip_prefix('第').and_then(|rest| rest.split_once(['章', '节', '篇', '编']));
    let part = || line.strip_prefix('第').and_then(|rest| rest.split_once("部分"));
    if let Some((_, name)) = chapter.or_else(part).filter(|(mark, _)| numeral(mark)) {
        return (short && !name.contains('。')).then(|| name.trim_matches([' ', '\u{3000}', '、', '：']));
    }
    let inside = line.strip_prefix(['（', '(']).and_then(|rest| rest.split_once(['）', ')']));
    let found = match inside {
        Some((mark, name)) if numeral(mark) => Some(name),
        _ => line.split_once('、').filter(|(mark, _)| numeral(mark)).map(|(_, name)| name),
    }?;
    (short && !found.contains('。')).then(|| found.trim())
}

/// How an item is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// `1.`
    Plain,
    /// `（1）`
    Brackets,
    /// `1）`
    Bracket,
}

/// `2.孕产妇系统管理率…` or `（2）孕产妇系统管理率…`: the number, how it stands there, and the text behind it.
fn numbered(line: &str) -> Option<(u32, Style, &str)> {
    if let Some((digits, rest)) = line.strip_prefix(['（', '(']).and_then(|rest| rest.split_once(['）', ')'])) {
        let digits = digits.trim();
        let plain = !digits.is_empty() && digits.chars().all(|letter| letter.is_ascii_digit());
        return plain.then(|| digits.parse().ok()).flatten().map(|item| (item, Style::Brackets, rest.trim_start()));
    }
    let end = line.find(|letter: char| !letter.is_ascii_digit()).filter(|end| *end > 0)?;
    let (digits, rest) = line.split_at_checked(end)?;
    let item = digits.parse().ok()?;
    match rest.strip_prefix(['）', ')']) {
        Some(rest) => Some((item, Style::Bracket, rest.trim_start())),
        None => {
            let rest = rest.strip_prefix(['.', '．', '、', ' '])?;
            Some((item, Style::Plain, rest.trim_start()))
        }
    }
}
