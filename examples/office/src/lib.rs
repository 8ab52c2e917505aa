//! What offices use, on top of `dabiao`: workbooks read cell by cell, reports written for Word and Excel.

pub mod annex;
pub mod excel;
mod file;
#[cfg(feature = "paint")]
pub mod painter;
pub mod picture;
pub mod plan;
pub mod word;
pub mod workbook;
pub mod write;

pub use file::File;
