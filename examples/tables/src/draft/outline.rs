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
    for (place, line) in text.lines().enumerate() {
        let line = line.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
        if line.is_empty() {
            continue;
        }
        if document.is_empty() {
            document = number(line).unwrap_or_default();
        }
        if issued.is_empty() {
            issued = day(line).unwrap_or_default();
        }
        if let Some(years) = title(line) {
            let same = current.clauses.is_empty();
            let before = std::mem::take(&mut current);
            if !same {
                plans.push(before);
            }
            let (document, issued) = (document.clone(), issued.clone());
            current = Outline {
                title: line.to_owned(),
                document,
                issued,
                years: Some(years),
                ..Outline::default()
            };
            (heading, part) = (String::new(), None);
            continue;
        }
        let bare = line.trim_end_matches(['：', ':', '。']);
        let unnumbered =
            bare.trim_start_matches(|letter| "（）()一二三四五六七八九十、．.0123456789".contains(letter));
        match unnumbered {
            "主要目标" | "发展目标" | "目标" | "主要指标" => {
                if part != Some(true) {
                    current.domains.push(std::mem::take(&mut heading));
                }
                part = Some(true);
                continue;
            }
            "策略措施" | "主要措施" | "策略和措施" | "措施" => {
                part = Some(false);
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
        match numbered(line).filter(|(item, _)| *item == expected) {
            Some((item, rest)) => {
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

/// `某县妇女发展规划（2021—2030年）` as a line of its own: the years.
fn title(line: &str) -> Option<(i32, i32)> {
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
    let inside = line.strip_prefix(['（', '(']).and_then(|rest| rest.split_once(['）', ')']));
    let found = match inside {
        Some((mark, name)) if numeral(mark) => Some(name),
        _ => line.split_once('、').filter(|(mark, _)| numeral(mark)).map(|(_, name)| name),
    }?;
    (short && !found.contains('。')).then(|| found.trim())
}

/// `2.孕产妇系统管理率…`: the number and the text behind it.
fn numbered(line: &str) -> Option<(u32, &str)> {
    let end = line.find(|letter: char| !letter.is_ascii_digit()).filter(|end| *end > 0)?;
    let (digits, rest) = line.split_at_checked(end)?;
    let rest = rest.strip_prefix(['.', '．', '、', ' '])?;
    Some((digits.parse().ok()?, rest.trim_start()))
}
