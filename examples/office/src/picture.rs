//! Drawings as pictures, for programs that take no SVG.

/// A picture in PNG.
#[derive(Debug, Clone)]
pub struct Picture {
    /// The file.
    pub png: Vec<u8>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What it shows, in one clause.
    pub title: String,
    /// The values in words, for whoever does not see it.
    pub description: String,
}
