//! Bytes to text: UTF-8, UTF-16 with its mark, and GB18030 as Excel in Chinese writes it.

use std::io::Read as _;

use encoding_rs::{DecoderResult, Encoding, GB18030};

use crate::wrong::Wrong;

/// The longest file that is read: 64 MiB.
pub const MAX_BYTES: u64 = 64 << 20;

/// What a file should be, so that a message can say how to save it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A table.
    Table,
    /// The text of a plan, or a plan as data.
    Text,
}

impl Kind {
    /// How to save it, in Chinese and English.
    const fn saved(self) -> (&'static str, &'static str) {
        match self {
            Self::Table => ("CSV UTF-8", "CSV UTF-8"),
            Self::Text => ("UTF-8编码的文本文件", "a text file in UTF-8"),
        }
    }

    const fn called(self) -> (&'static str, &'static str) {
        match self {
            Self::Table => ("文本表格", "text table"),
            Self::Text => ("文本文件", "text file"),
        }
    }
}

/// The text of a table's file.
///
/// # Errors
/// A file that cannot be opened, that is too long, or that is no text.
pub fn read(path: &str) -> Result<String, Wrong> {
    read_as(Kind::Table, path)
}

/// The text of a file that is no table.
///
/// # Errors
/// A file that cannot be opened, that is too long, or that is no text.
pub fn read_text(path: &str) -> Result<String, Wrong> {
    read_as(Kind::Text, path)
}

fn read_as(kind: Kind, path: &str) -> Result<String, Wrong> {
    let wrong = |error: std::io::Error| Wrong::new(format!("无法读取文件：{error}"), error.to_string());
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(wrong)?;
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(wrong)?;
    decode_as(kind, &bytes)
}

/// The text of a table's bytes, without a byte order mark.
///
/// A mark decides. Without one, what is UTF-8 is taken for UTF-8, and what is not for GB18030, unless it is plainly UTF-8 with
/// a damaged place, which is an error with its line.
///
/// ```
/// use dabiao_tables::encoding::decode;
/// assert_eq!(decode(b"\xd6\xb8\xb1\xea,2024\r\n").unwrap(), "指标,2024\r\n");
/// assert_eq!(decode(b"\xff\xfe\x07\x63\x07\x68").unwrap(), "指标");
/// ```
///
/// # Errors
/// What is too long, in no known encoding, or a file of another kind.
pub fn decode(bytes: &[u8]) -> Result<String, Wrong> {
    decode_as(Kind::Table, bytes)
}

/// The same of a file of this kind.
///
/// ```
/// use dabiao_tables::encoding::{Kind, decode_as};
/// let wrong = decode_as(Kind::Text, b"PK\x03\x04").unwrap_err();
/// assert_eq!(wrong.en, "this is a workbook, a Word file or an archive, not a text file; save it as a text file in UTF-8");
/// ```
///
/// # Errors
/// What is too long, in no known encoding, or a file of another kind.
pub fn decode_as(kind: Kind, bytes: &[u8]) -> Result<String, Wrong> {
    let ((saved_zh, saved), (called_zh, called)) = (kind.saved(), kind.called());
    if bytes.len() as u64 > MAX_BYTES {
        let most = MAX_BYTES >> 20;
        return Err(Wrong::new(
            format!("文件超过{most} MiB；请分成几个文件"),
            format!("the file is longer than {most} MiB; split it"),
        ));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Wrong::new(
            format!("这是工作簿、Word文件或压缩文件，不是{called_zh}；请另存为{saved_zh}"),
            format!("this is a workbook, a Word file or an archive, not a {called}; save it as {saved}"),
        ));
    }
    let text = text(kind, bytes)?;
    if let Some((before, _)) = text.split_once('\0') {
        return Err(Wrong::new(
            format!("文件含空字符，不是{called_zh}（UTF-16文件应带有字节序标记）；请另存为{saved_zh}"),
            format!("the file holds NUL characters and is no {called} (UTF-16 needs its byte order mark); save it as {saved}"),
        )
        .at(lines(before), 0));
    }
    Ok(text)
}

fn text(kind: Kind, bytes: &[u8]) -> Result<String, Wrong> {
    let (saved_zh, saved) = kind.saved();
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let name = encoding.name();
        return strict(encoding, bytes.get(length..).unwrap_or_default()).map_err(|before| {
            Wrong::new(
                format!("文件标明为{name}编码，但此处不是；请重新另存"),
                format!("the file says that it is {name} and is not, here; save it again"),
            )
            .at(lines(&before), 0)
        });
    }
    let valid = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(text.to_owned()),
        Err(error) => String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default()),
    };
    let first = lines(&valid);
    // Chinese in UTF-8 with a torn character would read as other Chinese in GB18030.
    let whole = String::from_utf8_lossy(bytes);
    let torn = whole.chars().filter(|found| *found == char::REPLACEMENT_CHARACTER).count();
    let wide = whole.chars().filter(|found| !found.is_ascii()).count() - torn;
    if wide > torn * 10 {
        return Err(Wrong::new(
            format!("这一行有字符不是UTF-8编码；请另存为{saved_zh}"),
            format!("a character on this line is not UTF-8; save the file as {saved}"),
        )
        .at(first, 0));
    }
    strict(GB18030, bytes).map_err(|before| {
        Wrong::new(
            format!("文件既不是UTF-8编码（从第{first}行起），也不是GB18030；请另存为{saved_zh}"),
            format!("neither UTF-8 (wrong from line {first} on) nor GB18030; save the file as {saved}"),
        )
        .at(lines(&before), 0)
    })
}

/// The text, or what could be read before the first place that is wrong.
fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, String> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(bytes.len());
    let mut text = String::with_capacity(room);
    match decoder.decode_to_string_without_replacement(bytes, &mut text, true).0 {
        DecoderResult::InputEmpty => Ok(text),
        _ => Err(text),
    }
}

/// The line, from 1, on which a text ends.
fn lines(before: &str) -> u32 {
    crate::rows::breaks(before) + 1
}
