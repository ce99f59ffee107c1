//! Making the package: file by file into the folder and into the ZIP beside them, so that only one is in memory at a time.

use sha2::{Digest, Sha256};

use super::gather::{Piece, Span, What};
use super::index::{self, Placed};
use super::items::usual_name;
use super::{PackageMade, PackageMakeRequest, ordered, span};
use crate::desk::Door;
use crate::disk;
use crate::files::{self, FileError, FilledFolder};
use crate::outside::Archive;
use crate::papers::PaperError;
use crate::settings;
use crate::{attachments, reports, signing};

/// The names of what the package has beside the material.
const INDEX: &str = "00 目录（已签名）.pdf";
const INDEX_UNSIGNED: &str = "00 目录.pdf";
const SHEET: &str = "00 目录.xlsx";
const LACKS: &str = "支部自查：还缺什么（不随材料交）.pdf";
const ARCHIVE: &str = "迎检材料.zip";

/// Characters of a file's title at most: some programs cannot open what lies under a long path.
const LONGEST_TITLE: usize = 48;

/// Puts a package into a folder in which there is nothing yet. When it fails or is stopped, nothing of it stays there.
///
/// # Errors
/// [`PaperError::Invalid`], [`PaperError::File`], [`PaperError::Cancelled`], and whatever keeps a paper from being drawn.
pub fn make(door: &Door<'_>, request: PackageMakeRequest) -> Result<PackageMade, PaperError> {
    let span = span(door, request.from, request.to)?;
    let folder = files::empty_folder(door.outside, &request.folder)?;
    let chosen = if request.items.is_empty() { door.read(settings::stored)?.package } else { request.items };
    let mut items = Vec::new();
    let mut lacking = Vec::new();
    for (choice, gather) in ordered(&chosen).into_iter().filter(|(choice, _)| !choice.left_out) {
        door.job.begin("正在清点材料")?;
        let gathered = gather(&span)?;
        let name = Some(choice.name.trim()).filter(|name| !name.is_empty()).unwrap_or(usual_name(choice.item));
        if !gathered.lacks.is_empty() {
            lacking.push((name.to_owned(), gathered.lacks));
        }
        if !gathered.pieces.is_empty() {
            items.push((name.to_owned(), gathered.pieces));
        }
    }
    let total = items.iter().map(|(_, pieces)| pieces.len()).sum::<usize>();
    let mut packing = Packing::begin(door, folder)?;
    for (number, (item, pieces)) in (1..).zip(items) {
        let into = format!("{number:02} {}", files::safe_name(&item));
        for (place, piece) in (1..).zip(pieces) {
            door.job.step(packing.placed.len(), total, "正在整理材料")?;
            let number = format!("{number:02}-{place:02}");
            packing.place(&item, &into, number, piece)?;
        }
    }
    packing.finish(&span, &lacking)
}

/// A package on its way into its folder.
struct Packing<'a, 'd> {
    door: &'a Door<'d>,
    /// Before the folder, so that it is closed when the folder is cleared.
    archive: Box<dyn Archive>,
    folder: FilledFolder,
    placed: Vec<Placed>,
    /// What the log has to say of papers that carry out what lists mask.
    disclosed: Vec<&'static str>,
}

impl<'a, 'd> Packing<'a, 'd> {
    fn begin(door: &'a Door<'d>, mut folder: FilledFolder) -> Result<Self, PaperError> {
        let archive = door.outside.office.archive(folder.begin(ARCHIVE)?);
        Ok(Self { door, folder, archive, placed: Vec::new(), disclosed: Vec::new() })
    }

    fn place(&mut self, item: &str, folder: &str, number: String, piece: Piece) -> Result<(), PaperError> {
        let (bytes, ending) = self.bytes(piece.what)?;
        let title: String = files::safe_name(&piece.title).chars().take(LONGEST_TITLE).collect();
        let ending = if ending.is_empty() { String::new() } else { format!(".{}", files::safe_name(&ending)) };
        let name = format!("{number} {}{ending}", title.trim_end());
        self.put(folder, &name, &bytes)?;
        self.placed.push(Placed {
            number,
            item: item.to_owned(),
            title: piece.title,
            path: format!("{folder}/{name}"),
            bytes: bytes.len(),
            sha256: hex::encode(Sha256::digest(&bytes)),
        });
        Ok(())
    }

    /// What stands in the file, and its ending.
    fn bytes(&mut self, what: What) -> Result<(Vec<u8>, String), PaperError> {
        let door = self.door;
        Ok(match what {
            What::Paper(document, discloses) => {
                self.disclosed.extend(discloses);
                let made = door.outside.typeset.pdf(document.as_ref(), &[], door.outside.clock.now())?;
                (made.paper, "pdf".to_owned())
            }
            What::Attachment(id, ending) => {
                (door.read(|reader| attachments::bytes_of(reader, id))?.unwrap_or_default(), ending)
            }
            What::Report(id) => {
                (door.read(|reader| reports::signed_file(reader, id))?.unwrap_or_default(), "pdf".to_owned())
            }
        })
    }

    /// Puts a file both into the folder and into the archive.
    fn put(&mut self, folder: &str, name: &str, bytes: &[u8]) -> Result<(), PaperError> {
        self.folder.put(folder, name, bytes)?;
        let path = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        let put = self.archive.put(&path, bytes);
        Ok(put.map_err(|error| FileError::Unwritable(ARCHIVE.to_owned(), error))?)
    }

    /// Adds index and hashes, signs the index, and leaves the lines in the log.
    fn finish(mut self, span: &Span<'_, '_>, lacking: &[(String, Vec<String>)]) -> Result<PackageMade, PaperError> {
        let door = self.door;
        door.job.begin("正在编目录")?;
        let now = door.outside.clock.now();
        let branch = span.branch()?;
        let hashes = index::hashes(&self.placed);
        let writing = index::index(&branch, span.first, span.last, door.today(), &self.placed);
        let plain = door.outside.typeset.pdf(&writing, std::slice::from_ref(&hashes), now)?.paper;
        let identity = door.desk(signing::ready);
        let unsigned = identity.as_ref().err().map(ToString::to_string);
        let (name, bytes) = match identity {
            Ok(identity) => {
                (INDEX, door.outside.seal.sign(&plain, &identity, "迎检材料目录", now).map_err(PaperError::of_room)?)
            }
            Err(_) => (INDEX_UNSIGNED, plain),
        };
        self.put("", name, &bytes)?;
        let sheet = door.outside.office.write(&index::sheet(&self.placed)).map_err(PaperError::of_room)?;
        self.put("", SHEET, &sheet)?;
        self.put("", index::HASHES, &hashes.bytes)?;
        let own = index::lacks(&branch, door.today(), lacking);
        let own = door.outside.typeset.pdf(&own, &[], now)?.paper;
        self.folder.put("", LACKS, &own)?;
        let Self { archive, folder, placed, mut disclosed, .. } = self;
        let closed = archive.finish().and_then(|file| disk::settle(&file));
        closed.map_err(|error| FileError::Unwritable(ARCHIVE.to_owned(), error))?;
        disclosed.sort_unstable();
        disclosed.dedup();
        let carried = if disclosed.is_empty() { String::new() } else { format!("（{}）", disclosed.join("、")) };
        door.desk(|desk| desk.note(format!("整理迎检材料（{} 份）{carried}", placed.len())))?;
        folder.keep();
        Ok(PackageMade {
            files: u32::try_from(placed.len()).unwrap_or(u32::MAX),
            bytes: placed.iter().map(|file| file.bytes as u64).sum(),
            lacking: u32::try_from(lacking.iter().map(|(_, sentences)| sentences.len()).sum::<usize>())
                .unwrap_or(u32::MAX),
            unsigned,
        })
    }
}
