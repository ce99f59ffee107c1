//! Pictures: photos of any size and scanned pages in, small upright JPEGs out.
//!
//! Nothing of a file is believed: a photo is measured before it is unpacked, a PDF is drawn by a process that may die, and
//! what comes out holds pixels only.

mod child;
mod kind;
mod measure;
mod pages;

pub use child::drawing_asked;

use std::io::Cursor;
use std::panic::{UnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, GrayImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use zhibu_core::outside::{Picture, PictureError};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use kind::Kind;

/// Bytes of a file.
const MAX_FILE: usize = 32 << 20;
/// Bytes that unpacking may take.
const MAX_UNPACKED: u64 = 260 << 20;
/// Of a JPEG; faces stay faces.
const QUALITY: u8 = 85;

/// Shrinks pictures and has scanned pages drawn.
#[derive(Debug, Clone)]
pub struct Pictures {
    drawer: PathBuf,
}

impl Pictures {
    /// `drawer` draws scanned pages: a program that calls [`drawing_asked`] first.
    pub const fn drawn_by(drawer: PathBuf) -> Self {
        Self { drawer }
    }
}

impl Picture for Pictures {
    fn shrink(&self, bytes: &[u8], edge: u32) -> Result<Vec<u8>, PictureError> {
        guarded(|| write(&on_white(&within(read(bytes)?, edge))))
    }

    fn pages(&self, pdf: &[u8], edge: u32, cancelled: &AtomicBool) -> Result<Vec<Vec<u8>>, PictureError> {
        child::pages(&self.drawer, pdf, u16::try_from(edge).unwrap_or(u16::MAX), cancelled)
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
    let kind = kind::of(bytes)?;
    measure::admit(kind, bytes)?;
    let (mut picture, orientation) = match kind {
        Kind::Jpeg => jpeg(bytes)?,
        Kind::Png => decoded(ImageFormat::Png, &measure::bare_png(bytes)?)?,
        Kind::WebP => decoded(ImageFormat::WebP, bytes)?,
    };
    // A camera held on its side writes that down beside the pixels.
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// A JPEG by the letter: one that ends too early, or is spoilt in the middle, would else come out half grey.
fn jpeg(bytes: &[u8]) -> Result<(DynamicImage, Orientation), PictureError> {
    let spoilt = |_| PictureError::Failed("画面不完整".into());
    let options = DecoderOptions::default().set_strict_mode(true).set_max_width(usize::MAX).set_max_height(usize::MAX);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(spoilt)?;
    let grey = decoder.input_colorspace() == Some(ColorSpace::Luma);
    let colours = if grey { ColorSpace::Luma } else { ColorSpace::RGB };
    decoder.set_options(decoder.options().jpeg_set_out_colorspace(colours));
    let pixels = decoder.decode().map_err(spoilt)?;
    let side = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let (width, height) = decoder.dimensions().map(|(width, height)| (side(width), side(height))).unwrap_or_default();
    let picture = if grey {
        GrayImage::from_raw(width, height, pixels).map(DynamicImage::from)
    } else {
        RgbImage::from_raw(width, height, pixels).map(DynamicImage::from)
    };
    let orientation = decoder.exif().and_then(|exif| Orientation::from_exif_chunk(exif));
    let picture = picture.ok_or_else(|| PictureError::Failed("画面不完整".into()))?;
    Ok((picture, orientation.unwrap_or(Orientation::NoTransforms)))
}

fn decoded(format: ImageFormat, bytes: &[u8]) -> Result<(DynamicImage, Orientation), PictureError> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_UNPACKED);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(failed)?;
    if decoder.total_bytes() > MAX_UNPACKED {
        let (width, height) = decoder.dimensions();
        return Err(PictureError::TooLarge(format!("{width} × {height} 像素")));
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    Ok((DynamicImage::from_decoder(decoder).map_err(failed)?, orientation))
}

/// The picture no wider and no higher than `edge`. From a large one roughly first: that takes little memory.
fn within(picture: DynamicImage, edge: u32) -> DynamicImage {
    let longer = picture.width().max(picture.height());
    if longer <= edge {
        return picture;
    }
    let rough = edge.saturating_mul(2);
    let picture = if longer > rough { picture.thumbnail(rough, rough) } else { picture };
    picture.resize(edge, edge, FilterType::Triangle)
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
        _ => PictureError::Failed("画面不完整".into()),
    }
}
