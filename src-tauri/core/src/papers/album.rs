//! Pictures on their way to paper: made as small as the paper needs them, and numbered.

use super::PaperError;
use crate::attachments::{self, Scan};
use crate::desk::Door;
use crate::meetings::MeetingId;
use crate::outside::{Captioned, Photo, Picture};

/// Pixels along the longer side where four stand on a page: some 300 to the inch.
const QUARTER_PAGE: u32 = 1000;
/// Where one fills a page: every signature can be read.
const WHOLE_PAGE: u32 = 1800;
/// Made small side by side: a tenth of a second each, as is each page of a PDF.
const AT_A_TIME: usize = 4;
/// Pictures of one paper at most. The typesetter has to hold all of them at once.
const MOST: usize = 400;

/// The pictures of one paper.
pub(super) struct Album<'a, 'd> {
    door: &'a Door<'d>,
    /// How many have their number.
    numbered: u32,
    /// How many were looked at, of how many in all.
    seen: usize,
    total: usize,
}

impl<'a, 'd> Album<'a, 'd> {
    /// An album for about `total` pictures.
    ///
    /// # Errors
    /// [`PaperError::TooManyPictures`].
    pub(super) fn new(door: &'a Door<'d>, total: usize) -> Result<Self, PaperError> {
        if total > MOST {
            return Err(PaperError::TooManyPictures(MOST));
        }
        Ok(Self { door, numbered: 0, seen: 0, total })
    }

    /// A meeting's photos in their order.
    ///
    /// # Errors
    /// [`PaperError::Cancelled`], [`PaperError::TooManyPictures`].
    pub(super) fn photos(&mut self, meeting: MeetingId) -> Result<Vec<Captioned>, PaperError> {
        let photos = self.door.read(|reader| attachments::photos_of(reader, meeting))?;
        let small = self.each(&photos, |picture, (_, bytes)| picture.shrink(bytes, QUARTER_PAGE).ok())?;
        let photos = photos.into_iter().zip(small);
        photos.map(|((caption, _), small)| Ok(Captioned { caption, photo: self.numbered(small)? })).collect()
    }

    /// The pages of a meeting's scans in their order, and the names of the files that no page can show.
    ///
    /// # Errors
    /// As [`Self::photos`].
    pub(super) fn scans(&mut self, meeting: MeetingId) -> Result<(Vec<Option<Photo>>, Vec<String>), PaperError> {
        let scans = self.door.read(|reader| attachments::scans_of(reader, meeting))?;
        let (printable, files): (Vec<_>, Vec<_>) = scans.into_iter().partition(Scan::is_printable);
        let mut files: Vec<_> = files.into_iter().map(|scan| scan.name).collect();
        let (mut numbered, cancelled) = (Vec::new(), self.door.job.cancelled);
        // Some at a time, so that the pages of many thick files are never held at once.
        for some in printable.chunks(AT_A_TIME) {
            let pages = self.each(some, |picture, scan| {
                if scan.is_picture {
                    return Some(vec![picture.shrink(&scan.bytes, WHOLE_PAGE).ok()]);
                }
                let pages = picture.pages(&scan.bytes, WHOLE_PAGE, cancelled).ok()?;
                Some(pages.into_iter().map(Some).collect())
            })?;
            for (scan, pages) in some.iter().zip(pages) {
                match pages {
                    Some(pages) => {
                        for page in pages {
                            numbered.push(self.numbered(page)?);
                        }
                    }
                    None => files.push(scan.name.clone()),
                }
            }
        }
        Ok((numbered, files))
    }

    /// Scanned pages, each as large as a page holds.
    ///
    /// # Errors
    /// As [`Self::photos`].
    pub(super) fn whole_pages(&mut self, pages: &[Vec<u8>]) -> Result<Vec<Option<Photo>>, PaperError> {
        let small = self.each(pages, |picture, bytes| picture.shrink(bytes, WHOLE_PAGE).ok())?;
        small.into_iter().map(|small| self.numbered(small)).collect()
    }

    /// What `make` makes of each, some at a time.
    fn each<T: Sync, R: Send>(
        &mut self,
        all: &[T],
        make: impl Fn(&dyn Picture, &T) -> Option<R> + Sync,
    ) -> Result<Vec<Option<R>>, PaperError> {
        let mut made = Vec::new();
        let (picture, make) = (self.door.outside.picture.as_ref(), &make);
        for some in all.chunks(AT_A_TIME) {
            self.door.job.step(self.seen, self.total.max(self.seen), "正在准备照片和扫描件")?;
            self.seen += some.len();
            made.extend(std::thread::scope(|scope| {
                let workers: Vec<_> = some.iter().map(|one| scope.spawn(move || make(picture, one))).collect();
                workers.into_iter().map(|worker| worker.join().ok().flatten()).collect::<Vec<_>>()
            }));
        }
        // What was stopped in the middle counts as unread: it must not get onto a paper.
        self.door.job.go_on()?;
        Ok(made)
    }

    /// The next picture of the paper; `None` stays the place of one that cannot be read.
    fn numbered(&mut self, bytes: Option<Vec<u8>>) -> Result<Option<Photo>, PaperError> {
        let Some(bytes) = bytes else { return Ok(None) };
        let number = self.numbered;
        if number as usize >= MOST {
            return Err(PaperError::TooManyPictures(MOST));
        }
        self.numbered += 1;
        Ok(Some(Photo { number, bytes }))
    }
}
