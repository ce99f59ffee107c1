//! The pages of a scanned PDF as pictures: a volume that is PDF/A can hold no pages of another PDF.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use image::RgbImage;
use zhibu_core::outside::PictureError;

use super::write;

/// Pages of a scan.
const MAX_PAGES: usize = 20;

/// Hands over every page, its longer side `edge` pixels, until `take` wants no more.
pub(super) fn pages(bytes: Vec<u8>, edge: u16, mut take: impl FnMut(Vec<u8>) -> bool) -> Result<(), PictureError> {
    let pdf = Pdf::new(Arc::new(bytes)).map_err(|error| match error {
        LoadPdfError::Decryption(_) => PictureError::Failed("设有打开密码".into()),
        LoadPdfError::Invalid => PictureError::NotAPicture,
    })?;
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(PictureError::NotAPicture);
    }
    if pages.len() > MAX_PAGES {
        return Err(PictureError::TooLarge(format!("{} 页", pages.len())));
    }
    let cache = RenderCache::new();
    for page in pages.iter() {
        if !take(write(&drawn(page, &cache, edge)?)?) {
            break;
        }
    }
    Ok(())
}

/// The page as it prints. What would be missing on it is an error: a blank page is no scan.
fn drawn<'a>(page: &'a Page<'a>, cache: &RenderCache<'a>, edge: u16) -> Result<RgbImage, PictureError> {
    let (width, height) = page.render_dimensions();
    let scale = f32::from(edge) / width.max(height);
    let odd = || PictureError::Failed("页面大小不合规范".into());
    if !scale.is_normal() {
        return Err(odd());
    }
    let lacks = Arc::new(AtomicBool::new(false));
    let noted = Arc::clone(&lacks);
    let settings = InterpreterSettings {
        warning_sink: Arc::new(move |_| noted.store(true, Ordering::Relaxed)),
        ..InterpreterSettings::default()
    };
    let whole = RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..RenderSettings::default() };
    let pixels = render(page, cache, &settings, &whole);
    if lacks.load(Ordering::Relaxed) {
        return Err(PictureError::Failed("页面上有画不出来的内容".into()));
    }
    let (width, height) = (u32::from(pixels.width()), u32::from(pixels.height()));
    // On white nothing can be seen through.
    let colours = pixels.data_as_u8_slice().chunks_exact(4).flat_map(|pixel| pixel.iter().take(3).copied());
    RgbImage::from_raw(width, height, colours.collect()).ok_or_else(odd)
}
