//! QR codes as runs of dark modules, drawn by `templates/paper.typ` as one outline: sharp at any size, and no image
//! inside the preview's SVG.

use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;
use zhibu_core::outside::TypesetError;

/// A QR code.
#[derive(Debug, Serialize)]
pub(super) struct Qr {
    /// Modules on each side.
    width: usize,
    /// Dark runs: column, row, length.
    runs: Vec<(usize, usize, usize)>,
}

impl Qr {
    /// Survives a quarter of its area being lost: paper gets folded and stamped.
    pub(super) fn new(text: &str) -> Result<Self, TypesetError> {
        let code = QrCode::with_error_correction_level(text, EcLevel::Q)
            .map_err(|error| TypesetError::Failed(error.to_string()))?;
        let width = code.width();
        let mut runs = Vec::new();
        for (y, row) in code.to_colors().chunks(width).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|a, b| a == b) {
                if run.first() == Some(&Color::Dark) {
                    runs.push((x, y, run.len()));
                }
                x += run.len();
            }
        }
        Ok(Self { width, runs })
    }
}
