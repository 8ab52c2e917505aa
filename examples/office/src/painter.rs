//! Makes the pictures with the fonts of this machine: the same drawings that the page shows.

use dabiao_tables::page::Chart;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use skrifa::{FontRef, MetadataProvider as _};

use crate::picture::Picture;

/// How many pixels a unit of the drawing takes.
const SCALE: u16 = 4;

/// Families that are looked at first; the letters of a drawing are without serifs.
const FAMILIES: [&str; 8] = [
    "Microsoft YaHei",
    "SimHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "DejaVu Sans",
];

/// Makes pictures with the fonts of this machine.
#[derive(Debug)]
pub struct Painter {
    options: Options<'static>,
    /// The families of this machine, those that are looked at first before the others.
    families: Vec<(String, fontdb::ID)>,
}

impl Default for Painter {
    fn default() -> Self {
        let mut options = Options::default();
        options.fontdb_mut().load_system_fonts();
        let place = |family: &str| FAMILIES.iter().position(|known| *known == family).unwrap_or(usize::MAX);
        let mut families: Vec<(String, fontdb::ID)> = options
            .fontdb
            .faces()
            .filter(|face| face.style == fontdb::Style::Normal && face.weight == fontdb::Weight::NORMAL)
            .filter_map(|face| Some((face.families.first()?.0.clone(), face.id)))
            .collect();
        families.sort_by(|left, right| (place(&left.0), &left.0).cmp(&(place(&right.0), &right.0)));
        Self { options, families }
    }
}

impl Painter {
    /// Paints a drawing.
    ///
    /// # Errors
    /// Where no font of this machine has all its letters: a picture without them would say something else.
    pub fn paint(&self, chart: &Chart) -> Result<Picture, String> {
        let bare = chart.svg("");
        let family = self.family(&letters(&bare)).ok_or("no font has all letters of the drawing")?;
        let tree = Tree::from_str(&chart.svg(&format!("\"{family}\"")), &self.options)
            .map_err(|error| error.to_string())?;
        let size = tree.size().to_int_size();
        let (width, height) = (size.width() * u32::from(SCALE), size.height() * u32::from(SCALE));
        let mut map = Pixmap::new(width, height).ok_or("the drawing has no size")?;
        map.fill(resvg::tiny_skia::Color::WHITE);
        let scale = f32::from(SCALE);
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut map.as_mut());
        let png = map.encode_png().map_err(|error| error.to_string())?;
        let (title, description) = (chart.title.clone(), chart.description.clone());
        Ok(Picture { png, width, height, title, description })
    }

    /// The first family that has all of some letters.
    fn family(&self, letters: &str) -> Option<&str> {
        let has_all = |id: fontdb::ID| {
            let found = self.options.fontdb.with_face_data(id, |data, index| {
                let font = FontRef::from_index(data, index).ok()?;
                let map = font.charmap();
                Some(letters.chars().all(|letter| map.map(letter).is_some()))
            });
            found.flatten().unwrap_or(false)
        };
        self.families.iter().find(|(_, id)| has_all(*id)).map(|(family, _)| family.as_str())
    }
}

/// What is written in the drawing itself: the texts between its tags, without title and description.
fn letters(svg: &str) -> String {
    let texts = svg.split("<text").skip(1).filter_map(|rest| rest.split_once('>'));
    let texts = texts.filter_map(|(_, rest)| rest.split_once('<')).map(|(text, _)| text);
    let mut letters: Vec<char> = texts.flat_map(str::chars).collect();
    letters.sort_unstable();
    letters.dedup();
    letters.into_iter().collect()
}
