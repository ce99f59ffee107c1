//! Pictures: photos of any size and scanned pages in, small upright JPEGs out.
//!
//! Nothing of a file is believed: a photo is measured before it is unpacked, a PDF before it is drawn, and what comes out
//! holds pixels only.

mod pages;

use std::io::Cursor;
use std::panic::{UnwindSafe, catch_unwind};

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use zhibu_core::outside::{Picture, PictureError};

/// Bytes of a file.
const MAX_FILE: usize = 32 << 20;
/// Pixels of a picture; the largest telephone cameras give 108 million.
const MAX_PIXELS: u64 = 110_000_000;
/// Pixels along one side.
const MAX_SIDE: u32 = 30_000;
/// Bytes that unpacking may take.
const MAX_UNPACKED: u64 = 512 << 20;
/// Of a JPEG; faces stay faces.
const QUALITY: u8 = 85;

/// Shrinks pictures and draws scanned pages.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pictures;

impl Picture for Pictures {
    fn shrink(&self, bytes: &[u8], edge: u32) -> Result<Vec<u8>, PictureError> {
        guarded(|| {
            let picture = read(bytes)?;
            let fits = picture.width() <= edge && picture.height() <= edge;
            let small = if fits { picture } else { picture.resize(edge, edge, FilterType::Triangle) };
            write(&on_white(&small))
        })
    }

    fn pages(&self, pdf: &[u8], edge: u32) -> Result<Vec<Vec<u8>>, PictureError> {
        guarded(|| pages::pages(pdf, u16::try_from(edge).unwrap_or(u16::MAX)))
    }
}

/// Other people's code on a stranger's file; where it panics, the file is at fault.
fn guarded<T>(work: impl FnOnce() -> Result<T, PictureError> + UnwindSafe) -> Result<T, PictureError> {
    catch_unwind(work).unwrap_or_else(|_| Err(PictureError::Failed("内部结构不合规范".into())))
}

/// The picture, upright.
fn read(bytes: &[u8]) -> Result<DynamicImage, PictureError> {
    if bytes.len() > MAX_FILE {
        return Err(PictureError::TooLarge(format!("超过 {} MB", MAX_FILE >> 20)));
    }
    let mut reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| PictureError::NotAPicture)?;
    if !matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png)) {
        return Err(PictureError::NotAPicture);
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_UNPACKED);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(failed)?;
    let (width, height) = decoder.dimensions();
    if width.max(height) > MAX_SIDE || u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(PictureError::TooLarge(format!("{width} × {height} 像素")));
    }
    // A camera held on its side writes that down beside the pixels.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(failed)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// What can be seen through shows white paper.
fn on_white(picture: &DynamicImage) -> RgbImage {
    let pixels = picture.to_rgba8();
    RgbImage::from_fn(pixels.width(), pixels.height(), |x, y| {
        let [red, green, blue, alpha] = pixels.get_pixel(x, y).0.map(u32::from);
        let over = |colour: u32| u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX);
        Rgb([over(red), over(green), over(blue)])
    })
}

fn write(picture: &RgbImage) -> Result<Vec<u8>, PictureError> {
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode_image(picture).map_err(failed)?;
    Ok(jpeg)
}

fn failed(error: image::ImageError) -> PictureError {
    match error {
        image::ImageError::Limits(_) => PictureError::TooLarge("像素太多".into()),
        other => PictureError::Failed(other.to_string()),
    }
}
