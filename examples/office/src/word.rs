//! A report for Word, by the habit of official documents (GB/T 9704): A4, the margins, typefaces and sizes of that standard,
//! numbered pages. Where a typeface is not there, the file itself names those that may stand in for it.

use std::io::Cursor;

use dabiao::Language;
use dabiao_tables::document::Block;
use dabiao_tables::visible;
use docx_rs::{
    AlignmentType, BreakType, Docx, FieldCharType, Footer, InstrPAGE, InstrText, LineSpacing,
    LineSpacingType, PageMargin, PageOrientationType, PageSize, Paragraph, Pic, Run, RunFonts, Section,
    Shading, ShdType, SpecialIndentType, Style, StyleType, Table, TableCell, TableCellMargins,
    TableLayoutType, TableRow, VAlignType, WidthType,
};

use crate::picture::Picture;

/// Twentieths of a point in a millimetre, times a hundred.
const fn twips(millimetres: u32) -> u32 {
    millimetres * 5_669 / 100
}

/// The short and the long side of A4.
const SHORT: u32 = twips(210);
const LONG: u32 = twips(297);
/// The margins: above, below, to the left and to the right.
const MARGINS: [u32; 4] = [twips(37), twips(35), twips(28), twips(26)];
/// The sizes in half points: 二号, 三号, 四号, 五号 and 小五.
const TITLE: usize = 44;
const BODY: usize = 32;
const PAGE: usize = 28;
const SMALL: usize = 21;
const LEAST: usize = 17;
/// The distance of lines of the body, 28 points.
const LINE: i32 = 560;
/// English is set smaller: its letters are wider in their lines.
const BODY_EN: usize = 24;
const LINE_EN: i32 = 360;

/// The typefaces, and those that may stand in for each.
const FACES: [(&str, &str); 5] = [
    (HEAD, "小标宋体,FZXiaoBiaoSong-B05S,STZhongsong,华文中宋,Noto Serif CJK SC,Source Han Serif SC,SimSun"),
    (
        "仿宋",
        "FangSong,仿宋_GB2312,FangSong_GB2312,STFangsong,华文仿宋,FandolFang,Noto Serif CJK SC,Source Han Serif SC",
    ),
    ("黑体", "SimHei,STHeiti,Noto Sans CJK SC,Source Han Sans SC,WenQuanYi Zen Hei"),
    ("楷体", "KaiTi,楷体_GB2312,KaiTi_GB2312,STKaiti,FandolKai,AR PL UKai CN,Noto Serif CJK SC"),
    ("宋体", "SimSun,STSong,Noto Serif CJK SC,Source Han Serif SC,AR PL UMing CN"),
];
const HEAD: &str = "方正小标宋简体";
const LATIN: &str = "Times New Roman";

/// A report as a file for Word. `picture` gives the drawing of a target, where there is one.
///
/// # Errors
/// Where the file cannot be put together.
pub fn write(
    blocks: &[Block],
    language: Language,
    picture: &mut dyn FnMut(&str) -> Option<Picture>,
) -> Result<Vec<u8>, String> {
    let mut writer =
        Writer { language, descriptions: Vec::new(), figures: 0, tables: 0, parts: 0, chapter: 0 };
    let groups = groups(blocks);
    let mut docx = styles(Docx::new(), language)
        .footer(writer.footer(AlignmentType::Right))
        .even_footer(writer.footer(AlignmentType::Left));
    for (place, (wide, group)) in groups.iter().enumerate() {
        let mut parts: Vec<Part> = Vec::new();
        for block in *group {
            writer.block(block, *wide, &mut parts, picture);
        }
        let (width, height, [top, bottom, left, right]) = page(*wide);
        let number = |length: u32| i32::try_from(length).unwrap_or(i32::MAX);
        let margins = PageMargin::new()
            .top(number(top))
            .bottom(number(bottom))
            .left(number(left))
            .right(number(right))
            .header(number(twips(15)))
            .footer(number(twips(25)));
        let orient = if *wide { PageOrientationType::Landscape } else { PageOrientationType::Portrait };
        if place + 1 == groups.len() {
            docx = docx.page_size(width, height).page_margin(margins).page_orient(orient);
            for part in parts {
                docx = match part {
                    Part::Paragraph(paragraph) => docx.add_paragraph(*paragraph),
                    Part::Table(table) => docx.add_table(*table),
                };
            }
        } else {
            let mut section = Section::new()
                .page_size(PageSize::new().size(width, height))
                .page_margin(margins)
                .page_orient(orient);
            for part in parts {
                section = match part {
                    Part::Paragraph(paragraph) => section.add_paragraph(*paragraph),
                    Part::Table(table) => section.add_table(*table),
                };
            }
            docx = docx.add_section(section);
        }
    }
    let mut package = docx.build();
    package.font_table = font_table().into_bytes();
    package.document = writer.finished(package.document)?;
    package.styles = in_language(package.styles, language)?;
    let mut file = Cursor::new(Vec::new());
    package.pack(&mut file).map_err(|error| error.to_string())?;
    Ok(file.into_inner())
}

/// A paragraph or a table.
enum Part {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

/// Width, height and margins of a page.
const fn page(wide: bool) -> (u32, u32, [u32; 4]) {
    let [top, bottom, left, right] = MARGINS;
    match wide {
        false => (SHORT, LONG, MARGINS),
        // Turned, with the top to the binding.
        true => (LONG, SHORT, [left, right, bottom, top]),
    }
}

/// The blocks by the page that they need: a chapter with a wide table has pages of its own.
fn groups(blocks: &[Block]) -> Vec<(bool, &[Block])> {
    let mut starts: Vec<usize> = vec![0];
    let headings = blocks.iter().enumerate().filter(|(_, block)| matches!(block, Block::Heading(_)));
    starts.extend(headings.map(|(place, _)| place).filter(|place| *place > 0));
    let ends = starts.iter().skip(1).copied().chain([blocks.len()]);
    let mut groups: Vec<(bool, usize, usize)> = Vec::new();
    for (start, end) in starts.iter().copied().zip(ends) {
        let part = blocks.get(start..end).unwrap_or_default();
        let wide = part.iter().any(|block| matches!(block, Block::Table { wide: true, .. }));
        match groups.last_mut().filter(|(known, ..)| *known == wide) {
            Some((_, _, last)) => *last = end,
            None => groups.push((wide, start, end)),
        }
    }
    groups.into_iter().map(|(wide, start, end)| (wide, blocks.get(start..end).unwrap_or_default())).collect()
}

fn fonts(face: &str, language: Language) -> RunFonts {
    let fonts = RunFonts::new().ascii(LATIN).hi_ansi(LATIN).cs(LATIN).east_asia(face);
    match language {
        // Signs that both scripts have, such as quotation marks, are Chinese ones.
        Language::Chinese => fonts.hint("eastAsia"),
        Language::English => fonts,
    }
}

/// The styles, so that an office can change the look in one place.
fn styles(docx: Docx, language: Language) -> Docx {
    let (body, line) = match language {
        Language::Chinese => (BODY, LINE),
        Language::English => (BODY_EN, LINE_EN),
    };
    let exact = |line: i32| LineSpacing::new().line_rule(LineSpacingType::Exact).line(line);
    let indent = |style: Style| {
        style.first_line_chars(200).indent(
            None,
            Some(SpecialIndentType::FirstLine(i32::try_from(body * 20).unwrap_or(0))),
            None,
            None,
        )
    };
    let style = |id: &str, name: &str, face: &str, size: usize| {
        let style = Style::new(id, StyleType::Paragraph).name(name).fonts(fonts(face, language));
        style.size(size).line_spacing(exact(line))
    };
    let heading = |style: Style, level: usize| {
        let mut style = indent(style).outline_lvl(level);
        style.paragraph_property = style.paragraph_property.keep_next(true);
        style
    };
    let title = if language == Language::Chinese { TITLE } else { 36 };
    let small = |id: &str, name: &str, size: usize| {
        let spacing = LineSpacing::new().line_rule(LineSpacingType::Auto).line(240);
        Style::new(id, StyleType::Paragraph)
            .name(name)
            .fonts(fonts("宋体", language))
            .size(size)
            .line_spacing(spacing)
    };
    docx.default_fonts(fonts("仿宋", language))
        .default_size(body)
        .add_style(
            style("Title", "Title", HEAD, title)
                .align(AlignmentType::Center)
                .line_spacing(exact(line * 3 / 2).after(u32::try_from(line).unwrap_or(0))),
        )
        .add_style(heading(style("Heading1", "heading 1", "黑体", body), 0))
        .add_style(heading(style("Heading2", "heading 2", "楷体", body), 1))
        .add_style(indent(style("Body", "Body Text", "仿宋", body)))
        .add_style(indent(style("Detail", "Body Text 2", "楷体", body)))
        .add_style(small("Cell", "Table Text", SMALL))
        .add_style(small("CellSmall", "Table Text Small", LEAST))
        .add_style(small("Caption", "caption", SMALL).align(AlignmentType::Center))
        .add_style(small("Note", "Note Text", SMALL))
}

struct Writer {
    language: Language,
    /// What the pictures show, in their order.
    descriptions: Vec<String>,
    figures: usize,
    tables: usize,
    /// The chapter, and the parts of it that were numbered.
    chapter: usize,
    parts: usize,
}

/// The height that marks the first row of a table, until it is written as one that is repeated on every page.
const HEADER_MARK: &str = "<w:trHeight w:val=\"7\" w:hRule=\"atLeast\" />";

impl Writer {
    fn in_words<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }

    /// — 1 —
    fn footer(&self, side: AlignmentType) -> Footer {
        let run = || Run::new().size(PAGE).fonts(fonts("宋体", self.language));
        let number = run()
            .add_field_char(FieldCharType::Begin, false)
            .add_instr_text(InstrText::PAGE(InstrPAGE::new()))
            .add_field_char(FieldCharType::Separate, false)
            .add_text("1")
            .add_field_char(FieldCharType::End, false);
        let space = i32::try_from(PAGE * 10).unwrap_or(0);
        let paragraph = Paragraph::new().align(side).indent(Some(space), None, Some(space), None);
        let (before, behind) = (run().add_text("— "), run().add_text(" —"));
        Footer::new().add_paragraph(paragraph.add_run(before).add_run(number).add_run(behind))
    }

    fn block(
        &mut self,
        block: &Block,
        wide: bool,
        parts: &mut Vec<Part>,
        picture: &mut dyn FnMut(&str) -> Option<Picture>,
    ) {
        let text = |style: &str, text: &str| {
            let run = Run::new().add_text(visible(text).into_owned());
            Part::Paragraph(Box::new(Paragraph::new().style(style).add_run(run)))
        };
        match block {
            Block::Title(words) => {
                let mut paragraph = Paragraph::new().style("Title");
                for (place, line) in lines(words).into_iter().enumerate() {
                    let run = Run::new();
                    let run = if place > 0 { run.add_break(BreakType::TextWrapping) } else { run };
                    paragraph = paragraph.add_run(run.add_text(visible(line).into_owned()));
                }
                parts.push(Part::Paragraph(Box::new(paragraph)));
            }
            Block::Heading(words) => {
                (self.chapter, self.parts) = (self.chapter + 1, 0);
                parts.push(text("Heading1", words));
            }
            // What ends with a colon or a full stop is a sentence, and no title.
            Block::Subheading(words) if words.ends_with(['：', ':', '。', '.']) => {
                parts.push(text("Body", words));
            }
            Block::Subheading(words) => {
                self.parts += 1;
                let number = match self.language {
                    Language::Chinese => format!("（{}）", chinese(self.parts)),
                    Language::English => format!("({}) ", self.parts),
                };
                parts.push(text("Heading2", &format!("{number}{words}")));
            }
            Block::Paragraph(words) | Block::Item(words) if !wide => parts.push(text("Body", words)),
            Block::Paragraph(words) | Block::Item(words) => parts.push(text("Note", words)),
            Block::Detail(words) => parts.push(text("Detail", words)),
            Block::Names(words) | Block::Verbatim(words) => parts.push(text("Note", words)),
            Block::Table { header, rows, wide } => {
                self.tables += 1;
                parts.push(Part::Table(Box::new(self.table(header, rows, *wide))));
                parts.push(text("Note", ""));
            }
            Block::Chart(target) => {
                let Some(picture) = picture(target) else { return };
                self.figures += 1;
                self.descriptions.push(format!("{} {}", picture.title, picture.description));
                let (width, height) = (twips(100) * 635, twips(100) * 635 / picture.width * picture.height);
                let pic = Pic::new_with_dimensions(picture.png, picture.width, picture.height);
                let run = Run::new().add_image(pic.size(width, height));
                let drawing = Paragraph::new().style("Caption").keep_next(true).add_run(run);
                parts.push(Part::Paragraph(Box::new(drawing)));
                let name = self.in_words("图", "Figure ");
                parts.push(text("Caption", &format!("{name}{}  {}", self.figures, picture.title)));
            }
        }
    }

    fn table(&self, header: &[String], rows: &[Vec<String>], wide: bool) -> Table {
        let style = if wide { "CellSmall" } else { "Cell" };
        let (width, _, [_, _, left, right]) = page(wide);
        let room = usize::try_from(width - left - right).unwrap_or(0);
        // Half an em, in twentieths of a point, and a little for wide and bold letters.
        let letter = if wide { LEAST * 5 + 10 } else { SMALL * 5 + 10 };
        let widths = widths(header, rows, room, letter);
        let cell = |text: &str, width: usize, head: bool| {
            let run = Run::new().add_text(visible(text).into_owned());
            let run = if head { run.bold() } else { run };
            // Numbers stand to the right.
            let side = match (head || text == "—", is_number(text)) {
                (true, _) => AlignmentType::Center,
                (false, true) => AlignmentType::Right,
                (false, false) => AlignmentType::Left,
            };
            let paragraph = Paragraph::new().style(style).align(side).add_run(run);
            let cell = TableCell::new().width(width, WidthType::Dxa).vertical_align(VAlignType::Center);
            let cell = cell.add_paragraph(paragraph);
            match head {
                true => cell.shading(Shading::new().shd_type(ShdType::Clear).color("auto").fill("EEF1F4")),
                false => cell,
            }
        };
        let row = |cells: &[String], head: bool| {
            let cells = cells.iter().zip(&widths).map(|(text, width)| cell(text, *width, head)).collect();
            let row = TableRow::new(cells).cant_split();
            if head { row.row_height(7.0).height_rule(docx_rs::HeightRule::AtLeast) } else { row }
        };
        let all = [row(header, true)].into_iter().chain(rows.iter().map(|cells| row(cells, false)));
        Table::new(all.collect())
            .set_grid(widths.clone())
            .layout(TableLayoutType::Fixed)
            .width(widths.iter().sum(), WidthType::Dxa)
            .margins(TableCellMargins::new().margin(20, 60, 20, 60))
    }

    /// The document with what the library does not write: titles of tables on every page, and words beside pictures.
    fn finished(&self, document: Vec<u8>) -> Result<Vec<u8>, String> {
        let text = String::from_utf8(document).map_err(|error| error.to_string())?;
        let found = text.matches(HEADER_MARK).count();
        if found != self.tables {
            return Err(format!("{} tables, {found} of them with a title row", self.tables));
        }
        let text = text.replace(HEADER_MARK, "<w:tblHeader />").replace(FOOTERS, "");
        // Every section has the same two footers, and they stand first in it.
        let text = text.replace("<w:sectPr>", &format!("<w:sectPr>{FOOTERS}"));
        let mut parts = text.split(PICTURE_MARK);
        let mut whole = parts.next().unwrap_or_default().to_owned();
        let mut described = self.descriptions.iter();
        for (number, part) in (1..).zip(parts) {
            let words = described.next().map_or("", String::as_str);
            let words = escaped(&visible(words));
            whole +=
                &format!("<wp:docPr id=\"{number}\" name=\"Figure {number}\" descr=\"{words}\" />{part}");
        }
        Ok(whole.into_bytes())
    }
}

/// The footers of odd and even pages, as the library numbers them.
const FOOTERS: &str = "<w:footerReference w:type=\"default\" r:id=\"rIdFooter1\" /><w:footerReference w:type=\"even\" r:id=\"rIdFooter2\" />";
const PICTURE_MARK: &str = "<wp:docPr id=\"1\" name=\"Figure\" />";

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Says which language the text is in, so that a program checks its spelling as that.
fn in_language(styles: Vec<u8>, language: Language) -> Result<Vec<u8>, String> {
    let text = String::from_utf8(styles).map_err(|error| error.to_string())?;
    // Latin letters and digits are of no Chinese text: a number is not broken at the end of a line.
    let main = if language == Language::Chinese { "en-US" } else { "en-GB" };
    let lang = format!("<w:lang w:val=\"{main}\" w:eastAsia=\"zh-CN\" /></w:rPr></w:rPrDefault>");
    Ok(text.replacen("</w:rPr></w:rPrDefault>", &lang, 1).into_bytes())
}

fn font_table() -> String {
    let mut fonts = String::new();
    for (name, others) in FACES {
        fonts += &format!(
            "<w:font w:name=\"{name}\"><w:altName w:val=\"{others}\" /><w:charset w:val=\"86\" /></w:font>"
        );
    }
    fonts += &format!(
        "<w:font w:name=\"{LATIN}\"><w:altName w:val=\"Liberation Serif\" /><w:charset w:val=\"00\" /><w:family w:val=\"roman\" /></w:font>"
    );
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:fonts \
         xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{fonts}</w:fonts>"
    )
}

/// The width of each column: room for its longest Latin word, which is not broken, and the rest as its longest cell asks.
fn widths(header: &[String], rows: &[Vec<String>], room: usize, letter: usize) -> Vec<usize> {
    let length = |text: &str| text.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum::<usize>();
    let column = |place: usize| {
        let cells = || rows.iter().filter_map(move |row| row.get(place));
        let words = cells().chain(header.get(place)).flat_map(|text| text.split_whitespace());
        let word = words.filter(|word| word.is_ascii()).map(str::len).max().unwrap_or(0);
        let longest = cells().map(|text| length(text)).max().unwrap_or(0);
        // A long text may take several lines, a title two.
        let title = header.get(place).map_or(0, |title| length(title).div_ceil(2));
        let least = word.clamp(4, 14) + 2;
        (least, longest.min(30).max(title).max(least) + 3 - least)
    };
    let columns: Vec<(usize, usize)> = (0..header.len()).map(column).collect();
    let least = columns.iter().map(|(least, _)| least * letter).sum::<usize>();
    let more = columns.iter().map(|(_, more)| more).sum::<usize>().max(1);
    match room.checked_sub(least) {
        Some(rest) => columns.iter().map(|(least, part)| least * letter + rest * part / more).collect(),
        None => columns.iter().map(|(part, _)| room * part * letter / least.max(1)).collect(),
    }
}

/// A title in two lines, broken before the year.
fn lines(title: &str) -> Vec<&str> {
    let breaks = title.char_indices().zip(title.chars().skip(1)).filter(|((_, sign), next)| match sign {
        '）' => next.is_ascii_digit(),
        ':' => *next == ' ',
        _ => false,
    });
    match breaks.last().and_then(|((place, sign), _)| title.split_at_checked(place + sign.len_utf8())) {
        Some((first, second)) => vec![first, second.trim_start()],
        None => vec![title],
    }
}

fn is_number(text: &str) -> bool {
    let mut signs = text.chars();
    let first = signs.next();
    first.is_some_and(|sign| sign.is_ascii_digit() || "+-−—".contains(sign))
        && signs.all(|sign| sign.is_ascii_digit() || ".%‰/ ()（）万".contains(sign))
}

/// A number up to 99 in Chinese.
fn chinese(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |place: usize| DIGITS.get(place).copied().unwrap_or_default();
    match (number / 10, number % 10) {
        (0, ones) => digit(ones).to_owned(),
        (1, ones) => format!("十{}", digit(ones)),
        (tens @ 2..=9, ones) => format!("{}十{}", digit(tens), digit(ones)),
        _ => number.to_string(),
    }
}
