//! Tables as a workbook for Excel: numbers as numbers, titles that stay in sight and stand on every printed page.

use dabiao_tables::visible;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::annex::{Cell, Sheet};

/// How many letters a cell of Excel takes.
const MOST: usize = 32_767;
/// A4.
const PAPER: u8 = 9;

/// The tables as one workbook, a sheet for each.
///
/// # Errors
/// A table that does not fit into a sheet.
pub fn write(sheets: &[Sheet]) -> Result<Vec<u8>, String> {
    let mut book = Workbook::new();
    let base = || Format::new().set_font_name("宋体").set_font_size(10).set_border(FormatBorder::Thin);
    let head = base()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(Color::RGB(0x00EE_F1F4));
    let words = base().set_text_wrap().set_align(FormatAlign::Top);
    for sheet in sheets {
        let put = |page: &mut Worksheet| -> Result<(), XlsxError> {
            page.set_name(sheet.name)?;
            for (column, (title, width)) in (0_u16..).zip(&sheet.columns) {
                page.set_column_width(column, *width)?;
                page.write_string_with_format(0, column, *title, &head)?;
            }
            for (row, cells) in (1_u32..).zip(&sheet.rows) {
                for (column, cell) in (0_u16..).zip(cells) {
                    match cell {
                        Cell::Empty => page.write_blank(row, column, &words)?,
                        Cell::Text(text) => {
                            let text: String = visible(text).chars().take(MOST).collect();
                            page.write_string_with_format(row, column, text, &words)?
                        }
                        Cell::Number(digits) => match digits.parse::<f64>() {
                            Ok(number) => {
                                let format = base().set_num_format(shown(digits)).set_align(FormatAlign::Top);
                                page.write_number_with_format(row, column, number, &format)?
                            }
                            Err(_) => page.write_string_with_format(row, column, digits, &words)?,
                        },
                    };
                }
            }
            let last_row = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
            let last_column = u16::try_from(sheet.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
            page.autofilter(0, 0, last_row, last_column)?;
            page.set_freeze_panes(1, 0)?;
            page.set_repeat_rows(0, 0)?;
            // A wide table goes on in further pages beside the first.
            let width: u16 = sheet.columns.iter().map(|(_, width)| width).sum();
            page.set_paper_size(PAPER).set_landscape().set_print_fit_to_pages(width.div_ceil(150).max(1), 0);
            page.set_footer("&C&P / &N");
            Ok(())
        };
        put(book.add_worksheet()).map_err(|error| format!("{}: {error}", sheet.name))?;
    }
    book.save_to_buffer().map_err(|error| error.to_string())
}

/// A number format with as many digits behind the point as the number has.
fn shown(digits: &str) -> String {
    match digits.split_once('.') {
        Some((_, behind)) => format!("0.{}", "0".repeat(behind.len())),
        None => "0".to_owned(),
    }
}
