//! Power loss without pulling a plug: what a program does to its files is written down (`tests/recorder`), and the disk is
//! built as it may have been at any moment in between, when only what was flushed is sure to be there.
#![allow(clippy::unwrap_used, clippy::panic)] // a test helper: its failures are the test's

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use sha2::{Digest, Sha256};
use tempfile::TempDir;

/// What became of what had not been flushed.
#[derive(Debug, Clone, Copy)]
pub enum Unflushed {
    /// All of it is lost.
    Lost,
    /// Names are as they were last, contents are not.
    NamesOnly,
    /// Contents are as they were last, names are not.
    ContentsOnly,
    /// Some of it is there, in no order, writes torn at a sector; which, by a number.
    Some(u64),
}

/// What a program did below a folder, and how the folder was before.
pub struct Recording {
    root: PathBuf,
    before: BTreeMap<PathBuf, Option<Vec<u8>>>,
    events: Vec<Event>,
}

struct Event {
    kind: String,
    path: PathBuf,
    to: PathBuf,
    number: usize,
    bytes: Vec<u8>,
}

impl Recording {
    /// Runs `command`, which works below `root`; kills it once it has said `lines` lines, if that is given.
    pub fn of(command: &mut Command, root: &Path, lines: Option<usize>) -> Self {
        let scratch = TempDir::new().unwrap();
        let (library, record) = (scratch.path().join("recorder.so"), scratch.path().join("record"));
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/recorder/recorder.c");
        let compiled =
            Command::new("cc").args(["-shared", "-fPIC", "-o"]).arg(&library).arg(source).arg("-ldl").status().unwrap();
        assert!(compiled.success());
        let before = tree(root);
        command.env("LD_PRELOAD", &library).env("RECORD_ROOT", root).env("RECORD_TO", &record);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        if let Some(lines) = lines {
            use std::io::{BufRead, BufReader};
            let said = BufReader::new(child.stdout.take().unwrap()).lines();
            assert_eq!(said.take(lines).filter(Result::is_ok).count(), lines);
            child.kill().unwrap();
            child.wait().unwrap();
        } else {
            let output = child.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        }
        let record = fs::read_to_string(record).unwrap();
        // A program that was killed may have been so in the middle of a line.
        let whole = record.rsplit_once('\n').map(|(whole, _)| whole).unwrap_or_default();
        Self { root: root.to_owned(), before, events: whole.lines().map(Event::read).collect() }
    }

    /// Moments at which the power may fail: after so many of what it did.
    pub fn moments(&self) -> usize {
        self.events.len()
    }

    /// What it had said by a moment.
    pub fn said(&self, moment: usize) -> String {
        let said = self.events[..moment].iter().filter(|event| event.kind == "said");
        String::from_utf8(said.flat_map(|event| event.bytes.clone()).collect()).unwrap()
    }

    /// The folder as the disk may hold it after the power failed at a moment; `None` when `seen` holds it already.
    pub fn disk(&self, moment: usize, unflushed: Unflushed, seen: &mut Vec<[u8; 32]>) -> Option<TempDir> {
        let mut disk = Disk::of(&self.before);
        self.events[..moment].iter().for_each(|event| disk.take(event));
        let files = disk.after(unflushed);
        let digest: [u8; 32] = Sha256::digest(format!("{files:?}")).into();
        if seen.contains(&digest) {
            return None;
        }
        seen.push(digest);
        let folder = TempDir::new().unwrap();
        for (path, content) in files {
            let path = folder.path().join(path.strip_prefix(&self.root).unwrap());
            match content {
                None => fs::create_dir_all(path).unwrap(),
                // A file whose folder did not reach the disk is not there either.
                Some(bytes) if path.parent().unwrap().is_dir() => fs::write(path, bytes).unwrap(),
                Some(_) => {}
            }
        }
        Some(folder)
    }
}

impl Event {
    fn read(line: &str) -> Self {
        let fields: Vec<&str> = line.split('\t').collect();
        let [kind, path, to, number, bytes] = fields[..] else { panic!("{line}") };
        Self {
            kind: kind.to_owned(),
            path: path.into(),
            to: to.into(),
            number: number.parse().unwrap(),
            bytes: hex::decode(bytes).unwrap(),
        }
    }
}

/// Every folder (`None`) and file below `root`.
fn tree(root: &Path) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(tree(&path));
            found.insert(path, None);
        } else {
            let bytes = fs::read(&path).unwrap();
            found.insert(path, Some(bytes));
        }
    }
    found
}

/// A disk that keeps what is sure to be on it apart from what is not.
#[derive(Default)]
struct Disk {
    files: Vec<File>,
    /// Where a name leads now.
    names: BTreeMap<PathBuf, usize>,
    /// Where it leads for sure.
    sure: BTreeMap<PathBuf, usize>,
    /// Changes of names since: each with the folder that has to be flushed.
    renamed: Vec<Renamed>,
}

#[derive(Default, Clone)]
struct File {
    is_folder: bool,
    sure: Vec<u8>,
    written: Vec<Written>,
}

#[derive(Clone)]
enum Written {
    At(usize, Vec<u8>),
    Cut(usize),
}

#[derive(Clone)]
struct Renamed {
    folder: PathBuf,
    /// Each name, and where it leads from then on.
    names: Vec<(PathBuf, Option<usize>)>,
}

impl Disk {
    fn of(before: &BTreeMap<PathBuf, Option<Vec<u8>>>) -> Self {
        let mut disk = Self::default();
        for (path, content) in before {
            disk.files.push(File {
                is_folder: content.is_none(),
                sure: content.clone().unwrap_or_default(),
                written: Vec::new(),
            });
            disk.names.insert(path.clone(), disk.files.len() - 1);
        }
        disk.sure = disk.names.clone();
        disk
    }

    fn take(&mut self, event: &Event) {
        let file = self.names.get(&event.path).copied();
        match event.kind.as_str() {
            "create" | "mkdir" => {
                self.files.push(File { is_folder: event.kind == "mkdir", ..File::default() });
                self.name(vec![(event.path.clone(), Some(self.files.len() - 1))]);
            }
            "unlink" => self.name(vec![(event.path.clone(), None)]),
            "link" => self.name(vec![(event.to.clone(), file)]),
            "rename" => self.name(vec![(event.path.clone(), None), (event.to.clone(), file)]),
            "write" => self.files[file.unwrap()].written.push(Written::At(event.number, event.bytes.clone())),
            "truncate" => self.files[file.unwrap()].written.push(Written::Cut(event.number)),
            "sync" => match file {
                Some(file) if !self.files[file].is_folder => self.files[file].flush(),
                _ => self.flush_folder(&event.path.clone()),
            },
            "said" => {}
            other => panic!("{other}"),
        }
    }

    fn name(&mut self, names: Vec<(PathBuf, Option<usize>)>) {
        for (path, file) in &names {
            match file {
                Some(file) => self.names.insert(path.clone(), *file),
                None => self.names.remove(path),
            };
        }
        let folder = names.last().unwrap().0.parent().unwrap().to_owned();
        self.renamed.push(Renamed { folder, names });
    }

    fn flush_folder(&mut self, folder: &Path) {
        let (flushed, others) = self.renamed.drain(..).partition::<Vec<_>, _>(|renamed| renamed.folder == folder);
        flushed.iter().for_each(|renamed| renamed.apply(&mut self.sure));
        self.renamed = others;
    }

    fn after(mut self, unflushed: Unflushed) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
        let (names, contents) = match unflushed {
            Unflushed::Lost => (false, false),
            Unflushed::NamesOnly => (true, false),
            Unflushed::ContentsOnly => (false, true),
            Unflushed::Some(_) => (true, true),
        };
        let mut chance = Chance(match unflushed {
            Unflushed::Some(number) => Some(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1),
            _ => None,
        });
        for renamed in self.renamed.iter().filter(|_| names && chance.take()) {
            renamed.apply(&mut self.sure);
        }
        for file in &mut self.files {
            for write in std::mem::take(&mut file.written) {
                if contents && chance.take() {
                    file.apply(chance.tear(write));
                }
            }
        }
        let content = |file: &File| (!file.is_folder).then(|| file.sure.clone());
        self.sure.iter().map(|(path, file)| (path.clone(), content(&self.files[*file]))).collect()
    }
}

impl Renamed {
    fn apply(&self, names: &mut BTreeMap<PathBuf, usize>) {
        for (path, file) in &self.names {
            match file {
                Some(file) => names.insert(path.clone(), *file),
                None => names.remove(path),
            };
        }
    }
}

impl File {
    fn flush(&mut self) {
        std::mem::take(&mut self.written).into_iter().for_each(|write| self.apply(write));
    }

    fn apply(&mut self, write: Written) {
        match write {
            Written::At(place, bytes) => {
                let end = place + bytes.len();
                self.sure.resize(self.sure.len().max(end), 0);
                self.sure[place..end].copy_from_slice(&bytes);
            }
            Written::Cut(length) => self.sure.resize(length, 0),
        }
    }
}

/// Decides at random, the same for the same number; without one, everything.
struct Chance(Option<u64>);

impl Chance {
    fn next(&mut self) -> u64 {
        let Some(state) = &mut self.0 else { return 0 };
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        *state >> 11
    }

    fn take(&mut self) -> bool {
        self.next().is_multiple_of(2)
    }

    /// A write of which only the first sectors reached the disk, now and then.
    fn tear(&mut self, write: Written) -> Written {
        match write {
            Written::At(place, bytes) if self.0.is_some() && bytes.len() > 512 && self.next().is_multiple_of(3) => {
                let sectors = usize::try_from(self.next()).unwrap() % (bytes.len() / 512) + 1;
                Written::At(place, bytes[..sectors * 512].to_vec())
            }
            write => write,
        }
    }
}
