//! Taking the reports in a folder. All cores judge at once; one hand stores what they found, some hundreds at a time, so that
//! a crash or a stop keeps what was confirmed, the window is answered between two of them, and no more than a few files are
//! in memory. Done again it changes nothing.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use super::branches::check_kind;
use super::columns::summed;
use super::judge::{Found, Judge, Judged};
use super::{SuperiorBranch, SuperiorCollectRequest, SuperiorCollected, SuperiorError, SuperiorRefusal, store};
use crate::desk::Door;
use crate::files;
use crate::signing::{self, Trust, TrustedSigner, listed_signer};
use crate::vault::{Done, Reader, Tx};

/// Reports that are stored in one transaction, and the bytes from which on it is made sooner.
const REPORTS: usize = 250;
const BYTES: usize = 16 << 20;

/// Files that were judged and wait to be stored.
const WAITING: usize = 4;

/// Takes the reports in a folder. What cannot be taken is said, file by file, and stops nothing.
///
/// # Errors
/// [`SuperiorError::File`] when the folder cannot be read; [`SuperiorError::Vault`] when the file of records cannot be
/// written; what was stored before is kept.
pub fn collect(door: &Door<'_>, request: SuperiorCollectRequest) -> Result<Done<SuperiorCollected>, SuperiorError> {
    door.desk(|desk| check_kind(desk))?;
    let files = files::pdfs_of_folder(door.outside.desktop.as_ref(), &request.folder)?;
    let judge = door.read(|reader| judge_of(reader, door, &request))?;
    let mut intake = Intake::new(door);
    each_judged(&files, &judge, |done, judged| {
        intake.put(judged)?;
        let label = format!("正在核验（已核验 {done} 份）");
        Ok(door.job.step(done, files.len(), &label).is_ok())
    })
    .map(|all_done| intake.collected.stopped = !all_done)?;
    intake.finish(&request)
}

/// What files are held against, as it stands now.
fn judge_of<'a>(
    reader: &Reader<'_>,
    door: &Door<'a>,
    request: &SuperiorCollectRequest,
) -> Result<Judge<'a>, SuperiorError> {
    let on_record = signing::trusted(reader)?;
    let beside: Vec<TrustedSigner> = request.trust.iter().filter_map(|line| listed_signer(line)).collect();
    let branches = store::branches(reader)?.into_iter().map(|view| view.branch.name);
    let signers = on_record.iter().chain(&beside).map(|signer| signer.name.clone());
    Ok(Judge {
        seal: door.outside.seal.as_ref(),
        names: signers.chain(branches).filter(|name| !name.is_empty()).collect(),
        // The name on record counts where a fingerprint stands in both.
        trust: beside.into_iter().chain(on_record).collect::<Trust>(),
        known: store::known(reader)?,
        period: request.period,
        now: door.outside.clock.now(),
    })
}

/// Has every file judged, as many at once as there are cores, and hands over what each is, in the order in which they get
/// done, with how many that makes; until `take` says that it is enough. Gives whether all were judged.
fn each_judged(
    files: &[(String, PathBuf)],
    judge: &Judge<'_>,
    mut take: impl FnMut(usize, Judged) -> Result<bool, SuperiorError>,
) -> Result<bool, SuperiorError> {
    let (next, enough) = (AtomicUsize::new(0), AtomicBool::new(false));
    let work = |done: SyncSender<Judged>| {
        while !enough.load(Ordering::Relaxed) {
            let Some((name, path)) = files.get(next.fetch_add(1, Ordering::Relaxed)) else { break };
            // Nobody takes it any more: the work was stopped.
            if done.send(judge.file(name, path)).is_err() {
                break;
            }
        }
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let (sender, judged) = sync_channel(WAITING);
        for _ in 0..cores.min(files.len()) {
            let sender = sender.clone();
            scope.spawn(|| work(sender));
        }
        drop(sender);
        for (done, one) in (1..).zip(judged) {
            let goes_on = take(done, one);
            if !matches!(goes_on, Ok(true)) {
                enough.store(true, Ordering::Relaxed);
                return goes_on;
            }
        }
        Ok(true)
    })
}

/// What was judged, on its way into the file.
struct Intake<'a, 'd> {
    door: &'a Door<'d>,
    waiting: Vec<Found>,
    bytes: usize,
    collected: SuperiorCollected,
}

impl<'a, 'd> Intake<'a, 'd> {
    fn new(door: &'a Door<'d>) -> Self {
        let collected = SuperiorCollected {
            taken: 0,
            corrections: 0,
            known: 0,
            refused: 0,
            stopped: false,
            refusals: Vec::new(),
            period: None,
            sums: std::collections::BTreeMap::new(),
        };
        Self { door, waiting: Vec::new(), bytes: 0, collected }
    }

    fn put(&mut self, judged: Judged) -> Result<(), SuperiorError> {
        match judged {
            Judged::Known => self.collected.known += 1,
            Judged::Refused(refusal) => self.collected.refusals.push(refusal),
            Judged::Report(found) => {
                self.bytes += found.bytes.len();
                self.waiting.push(*found);
                if self.waiting.len() >= REPORTS || self.bytes >= BYTES {
                    let done = self.store(|_, _| Ok(()))?;
                    self.count(done.value);
                }
            }
        }
        Ok(())
    }

    /// Stores what waits, and whatever else belongs to it, in one transaction.
    fn store(
        &mut self,
        beside: impl FnOnce(&Tx<'_>, &[Stored]) -> Result<(), SuperiorError>,
    ) -> Result<Done<Vec<Stored>>, SuperiorError> {
        let waiting = std::mem::take(&mut self.waiting);
        self.bytes = 0;
        let today = self.door.today();
        self.door.desk(|desk| {
            let label = match waiting.len() {
                0 => "核验收件文件夹".to_owned(),
                reports => format!("收取下级支部报告（{reports} 份）"),
            };
            desk.transact(label, |tx| {
                let stored = waiting.into_iter().map(|found| keep(tx, found, today)).collect::<Result<Vec<_>, _>>()?;
                beside(tx, &stored)?;
                Ok(stored)
            })
        })
    }

    fn count(&mut self, stored: Vec<Stored>) {
        for one in stored {
            match one {
                Stored::Taken { version } => {
                    self.collected.taken += 1;
                    self.collected.corrections += u32::from(version > 1);
                }
                Stored::Known => self.collected.known += 1,
                Stored::Refused(refusal) => self.collected.refusals.push(refusal),
            }
        }
    }

    /// Stores the rest and what was refused, and says what became of all.
    fn finish(mut self, request: &SuperiorCollectRequest) -> Result<Done<SuperiorCollected>, SuperiorError> {
        let earlier = self.collected.refusals.clone();
        let done = self.store(|tx, stored| {
            let now =
                stored.iter().filter_map(|one| if let Stored::Refused(refusal) = one { Some(refusal) } else { None });
            let refusals: Vec<_> = earlier.into_iter().chain(now.cloned()).collect();
            Ok(store::put_refusals(tx, &refusals)?)
        })?;
        self.count(done.value);
        let (period, columns) = self.door.read(|reader| -> Result<_, SuperiorError> {
            let period = request.period.or(store::periods(reader)?.first().copied());
            let rows = period.map(|period| store::rows(reader, period)).transpose()?;
            Ok((period, summed(&rows.unwrap_or_default())))
        })?;
        let mut collected = self.collected;
        collected.refusals.sort_unstable();
        collected.refused = u32::try_from(collected.refusals.len()).unwrap_or(u32::MAX);
        collected.period = period;
        collected.sums = columns.into_iter().map(|column| (column.key, column.sum)).collect();
        Ok(Done { value: collected, changes: done.changes, undo: done.undo })
    }
}

/// What became of a report that could be taken.
enum Stored {
    Taken { version: u32 },
    Known,
    Refused(SuperiorRefusal),
}

/// Keeps a report, its branch and its certificate, unless it is there already.
fn keep(tx: &Tx<'_>, found: Found, today: chrono::NaiveDate) -> Result<Stored, SuperiorError> {
    let branch = match store::named(tx, &found.branch)? {
        Some(branch) => branch,
        None => store::put_branch(tx, &SuperiorBranch::new(&found.branch))?,
    };
    if let Some(there) = store::version(tx, branch, found.period, found.version)? {
        return Ok(if there == found.sha256 { Stored::Known } else { Stored::Refused(found.other_content()) });
    }
    store::add_report(tx, branch, &found, today)?;
    signing::put_trusted(tx, &TrustedSigner { fingerprint: found.fingerprint, name: found.branch })?;
    Ok(Stored::Taken { version: found.version })
}
