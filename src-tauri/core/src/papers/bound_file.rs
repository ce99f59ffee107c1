//! 发展党员档案合订本: the list of a file's papers, and after it the scanned pages in the order of the list.

use super::PaperError;
use super::album::Album;
use crate::desk::Door;
use crate::development::{self, DevelopmentFileId};
use crate::outside::Block;
use crate::paper::Drawn;
use crate::values::Room;

pub(super) fn volume(door: &Door<'_>, file: DevelopmentFileId) -> Result<Drawn, PaperError> {
    let (mut writing, scans) = development::list_and_scans(door, file).map_err(PaperError::of_room)?;
    let (about, pages): (Vec<_>, Vec<_>) = scans.into_iter().map(|page| (page.paper, page.bytes)).unzip();
    let photos = Album::new(door, pages.len())?.whole_pages(&pages)?;
    writing.title = writing.title.replace("档案材料清单", "档案合订本");
    writing.blocks.extend(about.into_iter().zip(photos).map(|(about, photo)| Block::Scan { about, photo }));
    Ok(Drawn::writing(writing, &[Room::Development, Room::Branch]).disclosing("发展党员档案扫描件"))
}
