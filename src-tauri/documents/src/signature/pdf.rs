//! A PDF that a stranger sent, read as far as a check needs it and no further: the cross-reference as it is written,
//! then single objects. Nothing is repaired. Every count is bounded before anything is kept.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::fault::Fault;
use super::syntax::Scanner;

/// Entries of all cross-references together, repeated ones too; a report has about a thousand objects.
const MAX_ENTRIES: usize = 200_000;
/// Cross-references, one for each revision.
const MAX_SECTIONS: usize = 64;
/// Bytes of syntax that one check reads, contents of streams aside. A value takes up to some 150 bytes in memory for two
/// that are read.
const MAX_SYNTAX: usize = 1 << 20;
/// Bytes that one cross-reference stream or object stream unpacks to.
const MAX_STREAM: usize = 2 << 20;
/// Object streams that one check unpacks.
const MAX_STREAMS: usize = 32;

/// Where an object is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Nowhere any more.
    Free,
    /// In the file, from this byte on.
    At { offset: usize, generation: u16 },
    /// The so-many-th in an object stream.
    Within { container: u32, index: usize },
}

/// An object of the file, with its data if it is a stream.
struct Found<'a> {
    value: Object,
    data: Option<&'a [u8]>,
}

/// A PDF, or its first revisions.
pub(super) struct Pdf<'a> {
    bytes: &'a [u8],
    places: BTreeMap<u32, Place>,
    /// Entries read so far.
    entries: usize,
    /// Of the newest revision.
    pub(super) trailer: Dictionary,
    /// Bytes of syntax that may still be read.
    left: Cell<usize>,
    unpacked: RefCell<BTreeMap<u32, Rc<Vec<u8>>>>,
}

impl<'a> Pdf<'a> {
    /// Reads the cross-references of a file, the newest first.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, Fault> {
        let mut pdf = Self {
            bytes,
            places: BTreeMap::new(),
            entries: 0,
            trailer: Dictionary::new(),
            left: Cell::new(MAX_SYNTAX),
            unpacked: RefCell::default(),
        };
        let mut next = Some(newest_section(bytes)?);
        for section in 0..MAX_SECTIONS {
            let Some(offset) = next else { return Ok(pdf) };
            let is_table = bytes.get(offset..).is_some_and(|from| from.starts_with(b"xref"));
            let trailer = if is_table { pdf.table(offset)? } else { pdf.stream_section(offset)? };
            if trailer.has(b"Encrypt") {
                return Err(Fault::Encrypted);
            }
            // A file with both kinds shows different programs different objects.
            if trailer.has(b"XRefStm") {
                return Err(Fault::Malformed);
            }
            next = match trailer.get(b"Prev") {
                Ok(&Object::Integer(offset)) => Some(usize::try_from(offset).map_err(|_| Fault::Malformed)?),
                Ok(_) => return Err(Fault::Malformed),
                Err(_) => None,
            };
            if section == 0 {
                pdf.trailer = trailer;
            }
        }
        if next.is_none() { Ok(pdf) } else { Err(Fault::TooLarge) }
    }

    /// The objects of `old`, an earlier revision of this file, that were written anew since.
    pub(super) fn rewritten_since(&self, old: &Self) -> Vec<u32> {
        let was = |number: &u32| old.places.get(number).copied().filter(|place| *place != Place::Free);
        let rewritten = self.places.iter().filter(|(number, place)| was(number).is_some_and(|old| old != **place));
        rewritten.map(|(number, _)| *number).collect()
    }

    /// The document's own dictionary.
    pub(super) fn catalog(&self) -> Result<Dictionary, Fault> {
        self.dictionary(&self.trailer, b"Root")?.ok_or(Fault::Malformed)
    }

    /// The dictionary under `key`, if there is anything.
    pub(super) fn dictionary(&self, owner: &Dictionary, key: &[u8]) -> Result<Option<Dictionary>, Fault> {
        match self.get(owner, key)? {
            Object::Null => Ok(None),
            Object::Dictionary(dictionary) => Ok(Some(dictionary)),
            _ => Err(Fault::Malformed),
        }
    }

    /// The array under `key`; empty if there is nothing.
    pub(super) fn array(&self, owner: &Dictionary, key: &[u8]) -> Result<Vec<Object>, Fault> {
        match self.get(owner, key)? {
            Object::Null => Ok(Vec::new()),
            Object::Array(array) => Ok(array),
            _ => Err(Fault::Malformed),
        }
    }

    /// What stands under `key`, or what it refers to; `Null` if there is nothing.
    pub(super) fn get(&self, owner: &Dictionary, key: &[u8]) -> Result<Object, Fault> {
        owner.get(key).map_or(Ok(Object::Null), |object| self.resolve(object))
    }

    /// The object itself, or the one it refers to.
    pub(super) fn resolve(&self, object: &Object) -> Result<Object, Fault> {
        let Object::Reference(id) = object else {
            // A copy costs as much as reading it did.
            return Ok(object.clone());
        };
        let found = self.object(*id)?;
        if found.data.is_some() { Err(Fault::Malformed) } else { Ok(found.value) }
    }

    /// The dictionary and the unpacked data of the stream that `object` refers to, `limit` bytes at most.
    pub(super) fn stream(&self, object: &Object, limit: usize) -> Result<(Dictionary, Vec<u8>), Fault> {
        let id = object.as_reference().map_err(|_| Fault::Malformed)?;
        match self.object(id)? {
            Found { value: Object::Dictionary(dictionary), data: Some(data) } => {
                let unpacked = unpack(&dictionary, data, limit)?;
                Ok((dictionary, unpacked))
            }
            _ => Err(Fault::Malformed),
        }
    }

    fn object(&self, id: ObjectId) -> Result<Found<'a>, Fault> {
        let found = match self.places.get(&id.0) {
            None | Some(Place::Free) => Found { value: Object::Null, data: None },
            Some(&Place::At { offset, generation }) if generation == id.1 => self.at(offset, Some(id))?,
            Some(&Place::Within { container, index }) if id.1 == 0 => {
                Found { value: self.within(container, index, id.0)?, data: None }
            }
            Some(_) => return Err(Fault::Malformed),
        };
        // An object that only refers to another leads astray, perhaps in circles.
        if matches!(found.value, Object::Reference(_)) { Err(Fault::Malformed) } else { Ok(found) }
    }

    /// The object that begins at `offset`.
    fn at(&self, offset: usize, expected: Option<ObjectId>) -> Result<Found<'a>, Fault> {
        let (found, end) = self.bounded(self.bytes, offset, |scanner| {
            let number = u32::try_from(scanner.unsigned()?).map_err(|_| Fault::Malformed)?;
            let generation = u16::try_from(scanner.unsigned()?).map_err(|_| Fault::Malformed)?;
            scanner.word(b"obj")?;
            if expected.is_some_and(|id| id != (number, generation)) {
                return Err(Fault::Malformed);
            }
            let value = scanner.value()?;
            scanner.skip();
            Ok((value, scanner.rest().starts_with(b"stream")))
        })?;
        let (value, is_stream) = found;
        let data = match &value {
            Object::Dictionary(dictionary) if is_stream => Some(self.data(dictionary, end)?),
            _ => None,
        };
        Ok(Found { value, data })
    }

    /// The data of a stream whose word `stream` stands at `at`.
    fn data(&self, dictionary: &Dictionary, at: usize) -> Result<&'a [u8], Fault> {
        let length = match dictionary.get(b"Length") {
            Ok(&Object::Integer(length)) => length,
            Ok(&Object::Reference(id)) => self.length(id)?,
            _ => return Err(Fault::Malformed),
        };
        let behind = self.bytes.get(at + b"stream".len()..).unwrap_or_default();
        let behind = behind.strip_prefix(b"\r\n").or_else(|| behind.strip_prefix(b"\n")).ok_or(Fault::Malformed)?;
        let length = usize::try_from(length).map_err(|_| Fault::Malformed)?;
        let (data, end) = behind.split_at_checked(length).ok_or(Fault::Malformed)?;
        let end = end.strip_prefix(b"\r\n").or_else(|| end.strip_prefix(b"\n")).unwrap_or(end);
        if end.starts_with(b"endstream") { Ok(data) } else { Err(Fault::Malformed) }
    }

    /// A length that is an object of its own: a number that lies in the file itself, or else it could lead in circles.
    fn length(&self, id: ObjectId) -> Result<i64, Fault> {
        let Some(&Place::At { offset, generation }) = self.places.get(&id.0) else { return Err(Fault::Malformed) };
        let (number, _) = self.bounded(self.bytes, offset, |scanner| {
            let found = (scanner.unsigned()?, scanner.unsigned()?);
            scanner.word(b"obj")?;
            Ok(scanner.unsigned().ok().filter(|_| found == (id.0.into(), id.1.into())))
        })?;
        number.filter(|_| generation == id.1).and_then(|number| i64::try_from(number).ok()).ok_or(Fault::Malformed)
    }

    /// The object `number`, the `index`-th of an object stream.
    fn within(&self, container: u32, index: usize, number: u32) -> Result<Object, Fault> {
        let content = self.container(container)?;
        let (start, _) = self.bounded(&content.1, 0, |scanner| {
            for _ in 0..index {
                scanner.unsigned()?;
                scanner.unsigned()?;
            }
            if scanner.unsigned()? != u64::from(number) {
                return Err(Fault::Malformed);
            }
            scanner.unsigned()
        })?;
        let start =
            usize::try_from(start).ok().and_then(|start| start.checked_add(content.0)).ok_or(Fault::Malformed)?;
        let (value, _) = self.bounded(&content.1, start, Scanner::value)?;
        Ok(value)
    }

    /// Where the objects of an object stream begin, and its content.
    fn container(&self, number: u32) -> Result<(usize, Rc<Vec<u8>>), Fault> {
        let Some(&Place::At { offset, generation }) = self.places.get(&number) else { return Err(Fault::Malformed) };
        let found = self.at(offset, Some((number, generation)))?;
        let (Object::Dictionary(dictionary), Some(data)) = (found.value, found.data) else {
            return Err(Fault::Malformed);
        };
        let first =
            dictionary.get(b"First").and_then(Object::as_i64).ok().and_then(|first| usize::try_from(first).ok());
        let first = first.filter(|_| dictionary.has_type(b"ObjStm")).ok_or(Fault::Malformed)?;
        let known = self.unpacked.borrow().get(&number).cloned();
        if let Some(known) = known {
            return Ok((first, known));
        }
        if self.unpacked.borrow().len() >= MAX_STREAMS {
            return Err(Fault::TooLarge);
        }
        let content = Rc::new(unpack(&dictionary, data, MAX_STREAM)?);
        self.unpacked.borrow_mut().insert(number, content.clone());
        Ok((first, content))
    }

    /// A cross-reference table and the trailer behind it.
    fn table(&mut self, offset: usize) -> Result<Dictionary, Fault> {
        let mut rest = self.bytes.get(offset..).unwrap_or_default();
        rest = rest.strip_prefix(b"xref").unwrap_or_default();
        loop {
            let mut scanner = Scanner::new(rest.get(..rest.len().min(64)).unwrap_or_default());
            let (Ok(first), Ok(count)) = (scanner.unsigned(), scanner.unsigned()) else { break };
            scanner.skip();
            rest = rest.get(scanner.at..).unwrap_or_default();
            self.count()?;
            let first = u32::try_from(first).map_err(|_| Fault::Malformed)?;
            for index in 0..u32::try_from(count).map_err(|_| Fault::TooLarge)? {
                let (entry, behind) = rest.split_at_checked(20).ok_or(Fault::Malformed)?;
                rest = behind;
                self.put(first.checked_add(index).ok_or(Fault::Malformed)?, entry_of_table(entry)?)?;
            }
        }
        let start = self.bytes.len() - rest.len();
        let (trailer, _) = self.bounded(self.bytes, start, |scanner| {
            scanner.word(b"trailer")?;
            scanner.value()
        })?;
        if let Object::Dictionary(trailer) = trailer { Ok(trailer) } else { Err(Fault::Malformed) }
    }

    /// A cross-reference stream; its dictionary is the trailer.
    fn stream_section(&mut self, offset: usize) -> Result<Dictionary, Fault> {
        let found = self.at(offset, None)?;
        let (Object::Dictionary(dictionary), Some(data)) = (found.value, found.data) else {
            return Err(Fault::Malformed);
        };
        if !dictionary.has_type(b"XRef") {
            return Err(Fault::Malformed);
        }
        let numbers = |key: &[u8]| {
            let array = dictionary.get(key).and_then(Object::as_array).ok();
            let number = |value: &Object| value.as_i64().ok().and_then(|number| u32::try_from(number).ok());
            array.map(|array| array.iter().map(number).collect::<Option<Vec<_>>>().ok_or(Fault::Malformed)).transpose()
        };
        let widths = numbers(b"W")?.filter(|widths| widths.len() == 3 && widths.iter().all(|width| *width <= 8));
        let widths: Vec<usize> = widths.ok_or(Fault::Malformed)?.into_iter().map(|width| width as usize).collect();
        let whole = |size| vec![0, size];
        let size = dictionary.get(b"Size").and_then(Object::as_i64).ok().and_then(|size| u32::try_from(size).ok());
        let ranges = numbers(b"Index")?.map_or_else(|| size.map(whole).ok_or(Fault::Malformed), Ok)?;

        let content = unpack(&dictionary, data, MAX_STREAM)?;
        let mut rest = content.as_slice();
        for range in ranges.chunks(2) {
            let [first, count] = *range else { return Err(Fault::Malformed) };
            self.count()?;
            for index in 0..count {
                let place = entry_of_stream(&mut rest, &widths)?;
                self.put(first.checked_add(index).ok_or(Fault::Malformed)?, place)?;
            }
        }
        Ok(dictionary)
    }

    /// Notes where an object is; a newer revision has said so already.
    fn put(&mut self, number: u32, place: Place) -> Result<(), Fault> {
        self.places.entry(number).or_insert(place);
        self.count()
    }

    /// Counts an entry, or the head of a group of them.
    fn count(&mut self) -> Result<(), Fault> {
        self.entries += 1;
        if self.entries > MAX_ENTRIES { Err(Fault::TooLarge) } else { Ok(()) }
    }

    /// Lets `read` scan `bytes` from `offset` on, no further than what may still be read; gives where it ended.
    fn bounded<'b, T>(
        &self,
        bytes: &'b [u8],
        offset: usize,
        read: impl FnOnce(&mut Scanner<'b>) -> Result<T, Fault>,
    ) -> Result<(T, usize), Fault> {
        let left = self.left.get();
        let end = offset.saturating_add(left).min(bytes.len());
        let mut scanner = Scanner::new(bytes.get(offset..end).ok_or(Fault::Malformed)?);
        let outcome = read(&mut scanner);
        self.left.set(left - scanner.at);
        if scanner.at == left {
            return Err(Fault::TooLarge);
        }
        Ok((outcome?, offset + scanner.at))
    }
}

/// Where the file says that its newest cross-reference is.
fn newest_section(bytes: &[u8]) -> Result<usize, Fault> {
    let tail = bytes.get(bytes.len().saturating_sub(1024)..).unwrap_or_default();
    let (_, behind) = super::coverage::split_after_last(tail, b"startxref").ok_or(Fault::Malformed)?;
    usize::try_from(Scanner::new(behind).unsigned()?).map_err(|_| Fault::Malformed)
}

/// `0000000017 00000 n` and the end of the line.
fn entry_of_table(entry: &[u8]) -> Result<Place, Fault> {
    let mut scanner = Scanner::new(entry);
    let (offset, generation) = (scanner.unsigned()?, scanner.unsigned()?);
    scanner.skip();
    match scanner.rest().first() {
        Some(b'f') => Ok(Place::Free),
        Some(b'n') => Ok(Place::At {
            offset: usize::try_from(offset).map_err(|_| Fault::Malformed)?,
            generation: u16::try_from(generation).map_err(|_| Fault::Malformed)?,
        }),
        _ => Err(Fault::Malformed),
    }
}

fn entry_of_stream(rest: &mut &[u8], widths: &[usize]) -> Result<Place, Fault> {
    let mut fields = [1_u64, 0, 0];
    for (field, width) in fields.iter_mut().zip(widths) {
        let (number, behind) = rest.split_at_checked(*width).ok_or(Fault::Malformed)?;
        *rest = behind;
        if *width > 0 {
            *field = number.iter().fold(0, |value, byte| value << 8 | u64::from(*byte));
        }
    }
    let [kind, second, third] = fields;
    let malformed = |_| Fault::Malformed;
    Ok(match kind {
        0 => Place::Free,
        1 => Place::At {
            offset: usize::try_from(second).map_err(malformed)?,
            generation: u16::try_from(third).map_err(malformed)?,
        },
        2 => Place::Within {
            container: u32::try_from(second).map_err(malformed)?,
            index: usize::try_from(third).map_err(malformed)?,
        },
        _ => return Err(Fault::Malformed),
    })
}

/// The data of a stream as it was before it was packed, in the one way a report is packed.
fn unpack(dictionary: &Dictionary, data: &[u8], limit: usize) -> Result<Vec<u8>, Fault> {
    let mut packed = Dictionary::new();
    for key in [&b"Filter"[..], b"DecodeParms"] {
        if let Ok(value) = dictionary.get(key) {
            packed.set(key, value.clone());
        }
    }
    let stream = Stream::new(packed, data.to_vec());
    if !matches!(stream.filters().unwrap_or_default()[..], [] | [b"FlateDecode"]) {
        return Err(Fault::Malformed);
    }
    stream.get_plain_content_with_limit(limit).map_err(|error| match error {
        lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => Fault::TooLarge,
        _ => Fault::Malformed,
    })
}
