//! The syntax of a PDF: one value at a time, out of a stranger's bytes.
//!
//! Written by hand because every reader at hand takes a whole file in at once, and a file can be made of which that costs
//! gigabytes. Here nothing is read but what is asked for: nesting is bounded, and every byte is passed over at most a few
//! times, so that the length of the slice bounds time and memory.

use lopdf::{Dictionary, Object, StringFormat};

use super::fault::Fault;

/// Arrays and dictionaries within each other; a report has five.
const MAX_DEPTH: usize = 24;

/// Reads from a place in a slice on.
pub(super) struct Scanner<'a> {
    bytes: &'a [u8],
    /// The next byte to be read.
    pub(super) at: usize,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// What has not been read.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Passes `mark`, if it comes next.
    pub(super) fn pass(&mut self, mark: &[u8]) -> bool {
        let is_next = self.rest().starts_with(mark);
        if is_next {
            self.at += mark.len();
        }
        is_next
    }

    /// Passes white space and comments.
    pub(super) fn skip(&mut self) {
        loop {
            self.take_while(is_blank);
            if self.rest().first() != Some(&b'%') {
                return;
            }
            self.take_while(|byte| byte != b'\r' && byte != b'\n');
        }
    }

    /// Passes blanks, then the word, which must be whole.
    pub(super) fn word(&mut self, word: &[u8]) -> Result<(), Fault> {
        self.skip();
        if self.take_while(is_regular) == word { Ok(()) } else { Err(Fault::Malformed) }
    }

    /// Blanks, then a number of digits only.
    pub(super) fn unsigned(&mut self) -> Result<u64, Fault> {
        self.skip();
        let digits = self.take_while(is_regular);
        let plain = digits.len() <= 18 && digits.iter().all(u8::is_ascii_digit);
        let text = std::str::from_utf8(digits).ok().filter(|_| plain);
        text.and_then(|text| text.parse().ok()).ok_or(Fault::Malformed)
    }

    /// Blanks, then a value that is no stream.
    pub(super) fn value(&mut self) -> Result<Object, Fault> {
        self.nested(MAX_DEPTH)
    }

    fn nested(&mut self, depth: usize) -> Result<Object, Fault> {
        let depth = depth.checked_sub(1).ok_or(Fault::TooLarge)?;
        self.skip();
        match *self.rest() {
            [b'<', b'<', ..] => self.dictionary(depth).map(Object::Dictionary),
            [b'<', ..] => self.hexadecimal(),
            [b'(', ..] => self.literal(),
            [b'[', ..] => self.array(depth),
            [b'/', ..] => self.name().map(Object::Name),
            [b'0'..=b'9', ..] => match self.reference() {
                Some(reference) => Ok(reference),
                None => self.number(),
            },
            [b'+' | b'-' | b'.', ..] => self.number(),
            _ => match self.take_while(is_regular) {
                b"true" => Ok(Object::Boolean(true)),
                b"false" => Ok(Object::Boolean(false)),
                b"null" => Ok(Object::Null),
                _ => Err(Fault::Malformed),
            },
        }
    }

    fn array(&mut self, depth: usize) -> Result<Object, Fault> {
        self.at += 1;
        let mut values = Vec::new();
        loop {
            self.skip();
            if self.pass(b"]") {
                return Ok(Object::Array(values));
            }
            values.push(self.nested(depth)?);
        }
    }

    fn dictionary(&mut self, depth: usize) -> Result<Dictionary, Fault> {
        self.at += 2;
        let mut dictionary = Dictionary::new();
        loop {
            self.skip();
            if self.pass(b">>") {
                return Ok(dictionary);
            }
            let key = self.name()?;
            // Programs do not agree which of two they take: one could be shown to the eye, the other to the check.
            if dictionary.has(&key) {
                return Err(Fault::Malformed);
            }
            dictionary.set(key, self.nested(depth)?);
        }
    }

    fn name(&mut self) -> Result<Vec<u8>, Fault> {
        if !self.pass(b"/") {
            return Err(Fault::Malformed);
        }
        let mut written = self.take_while(is_regular);
        let mut name = Vec::with_capacity(written.len());
        while let Some((byte, rest)) = written.split_first() {
            written = rest;
            match (byte, rest.first_chunk::<2>().and_then(|digits| hex::decode(digits).ok())) {
                (b'#', Some(decoded)) => {
                    name.extend(decoded);
                    written = rest.get(2..).unwrap_or_default();
                }
                (byte, _) => name.push(*byte),
            }
        }
        Ok(name)
    }

    /// `12 0 R`, if that is what comes next.
    fn reference(&mut self) -> Option<Object> {
        let start = self.at;
        let mut read = || {
            let number = u32::try_from(self.unsigned().ok()?).ok()?;
            let generation = u16::try_from(self.unsigned().ok()?).ok()?;
            self.word(b"R").ok()?;
            Some(Object::Reference((number, generation)))
        };
        let reference = read();
        if reference.is_none() {
            self.at = start;
        }
        reference
    }

    fn number(&mut self) -> Result<Object, Fault> {
        let digits = self.take_while(is_regular);
        let text = std::str::from_utf8(digits).map_err(|_| Fault::Malformed)?;
        let plain = text.len() <= 40 && text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.".contains(&byte));
        let text = Some(text).filter(|_| plain).ok_or(Fault::Malformed)?;
        let integer = text.parse().map(Object::Integer);
        integer.or_else(|_| text.parse().map(Object::Real)).map_err(|_| Fault::Malformed)
    }

    fn hexadecimal(&mut self) -> Result<Object, Fault> {
        self.at += 1;
        let written = self.take_while(|byte| byte != b'>');
        let mut digits: Vec<u8> = written.iter().copied().filter(|byte| !is_blank(*byte)).collect();
        if !self.pass(b">") {
            return Err(Fault::Malformed);
        }
        if digits.len() % 2 == 1 {
            digits.push(b'0');
        }
        let bytes = hex::decode(digits).map_err(|_| Fault::Malformed)?;
        Ok(Object::String(bytes, StringFormat::Hexadecimal))
    }

    fn literal(&mut self) -> Result<Object, Fault> {
        let mut text = Vec::new();
        let mut open = 0_usize;
        loop {
            let byte = *self.rest().first().ok_or(Fault::Malformed)?;
            self.at += 1;
            match byte {
                b'(' => {
                    open += 1;
                    if open == 1 {
                        continue;
                    }
                }
                b')' => {
                    open -= 1;
                    if open == 0 {
                        return Ok(Object::String(text, StringFormat::Literal));
                    }
                }
                b'\\' => {
                    text.extend(self.escaped()?);
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
    }

    /// What stands for itself behind a backslash; nothing for the end of a line.
    fn escaped(&mut self) -> Result<Option<u8>, Fault> {
        if self.pass(b"\r\n") {
            return Ok(None);
        }
        let byte = *self.rest().first().ok_or(Fault::Malformed)?;
        if (b'0'..=b'7').contains(&byte) {
            let digits = self.rest().iter().take(3).take_while(|byte| (b'0'..=b'7').contains(*byte)).count();
            let value = self.rest().iter().take(digits).fold(0_u32, |value, digit| value * 8 + u32::from(digit - b'0'));
            self.at += digits;
            // Three digits can be more than a byte holds; what is above is ignored.
            return Ok(Some(value.to_le_bytes()[0]));
        }
        self.at += 1;
        Ok(match byte {
            b'\r' | b'\n' => None,
            b'n' => Some(b'\n'),
            b'r' => Some(b'\r'),
            b't' => Some(b'\t'),
            b'b' => Some(8),
            b'f' => Some(12),
            other => Some(other),
        })
    }

    fn take_while(&mut self, fits: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = self.rest();
        let length = rest.iter().position(|byte| !fits(*byte)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_blank(byte) && !b"()<>[]{}/%".contains(&byte)
}
