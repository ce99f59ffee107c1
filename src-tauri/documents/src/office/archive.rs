//! ZIP archives out.

use std::fs::File;
use std::io::{self, Write};

use zhibu_core::outside::Archive;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// An archive that is being written.
pub(super) struct Zip(ZipWriter<File>);

impl Zip {
    pub(super) fn new(into: File) -> Self {
        Self(ZipWriter::new(into))
    }
}

impl Archive for Zip {
    fn put(&mut self, path: &str, bytes: &[u8]) -> io::Result<()> {
        self.0.start_file(path, SimpleFileOptions::default())?;
        self.0.write_all(bytes)
    }

    fn finish(self: Box<Self>) -> io::Result<File> {
        Ok(self.0.finish()?)
    }
}
