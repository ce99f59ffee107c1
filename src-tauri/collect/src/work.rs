//! What a worker does: it goes through the folder's files, some at a time, takes hold of those that nobody has, judges them on
//! all cores, and stores what came of it in the transaction that holds them. Killed at any moment it leaves nothing half done.

use std::collections::HashSet;
use std::time::Duration;
use std::{iter, thread};

use postgres::Client;
use serde_json::{Value, json};
use zhibu_core::outside::{Clock, Seal};
use zhibu_core::parallel::on_all_cores;
use zhibu_core::signing::TrustedSigner;
use zhibu_core::superior::{Judge, Judged, SuperiorRefusal};

use crate::error::CollectError;
use crate::folder::{Content, Folder};
use crate::inbox::{self, Settled, Why};
use crate::reports;

/// Files, and bytes of files, that are claimed, judged and stored at once.
const FILES: usize = 16;
const BYTES: usize = 16 << 20;

/// How long a worker waits for what others hold before it looks again.
const PAUSE: Duration = Duration::from_millis(200);

/// Takes the reports of the folder together with whoever else does, and says what became of all of them.
pub(crate) fn collect(
    db: &mut Client,
    folder: &Folder,
    trust: Vec<TrustedSigner>,
    seal: &dyn Seal,
    clock: &dyn Clock,
) -> Result<Value, CollectError> {
    let inbox = inbox::name(&trust);
    reports::add_branches(db, trust.iter().map(|signer| &*signer.name).filter(|name| !name.is_empty()))?;
    let judge = judge_of(db, trust, seal, clock)?;
    let contents: Vec<&Content> = folder.contents.values().collect();
    inbox::register(db, &inbox, &contents)?;
    let mut taken = 0;
    let open = loop {
        let open = inbox::open(db, &inbox, &contents)?;
        let waits = |content: &&Content| matches!(open.get(&content.sha256), Some(None));
        let waiting: Vec<&Content> = contents.iter().copied().filter(waits).collect();
        if waiting.is_empty() {
            break open;
        }
        let mut held_by_others = true;
        for some in batches(&waiting) {
            if let Some(now) = batch(db, &inbox, some, &judge, clock)? {
                taken += now;
                held_by_others = false;
            }
        }
        if held_by_others {
            thread::sleep(PAUSE);
        }
    };
    let mut refusals = folder.unreadable.clone();
    for content in contents {
        if let Some(Some(Why { code, sentence })) = open.get(&content.sha256) {
            let refusal =
                |file: &String| SuperiorRefusal { file: file.clone(), code: code.clone(), sentence: sentence.clone() };
            refusals.extend(content.names.iter().map(refusal));
        }
    }
    refusals.sort_unstable();
    let (refused, sums) = (refusals.len(), reports::sums(db)?);
    // Whatever is neither new nor refused was taken before, by others, or is there twice.
    let known = folder.files() - taken - refused;
    Ok(json!({ "taken": taken, "known": known, "refused": refused, "refusals": refusals, "sums": sums }))
}

/// What files are held against, as it stands now.
fn judge_of<'a>(
    db: &mut Client,
    listed: Vec<TrustedSigner>,
    seal: &'a dyn Seal,
    clock: &dyn Clock,
) -> Result<Judge<'a>, CollectError> {
    let on_record = reports::trusted(db)?;
    Ok(Judge {
        seal,
        names: reports::branches(db)?.into_iter().collect(),
        // The name on record counts where a fingerprint stands in both.
        trust: listed.into_iter().chain(on_record).collect(),
        // The inbox knows them.
        known: HashSet::new(),
        period: None,
        now: clock.now(),
    })
}

/// Parts of the files that are small enough to be held in memory.
fn batches<'a, 'b>(contents: &'a [&'b Content]) -> impl Iterator<Item = &'a [&'b Content]> {
    let mut left = contents;
    iter::from_fn(move || {
        let mut bytes = 0;
        let fits = |content: &&&Content| {
            bytes += content.bytes;
            bytes <= BYTES
        };
        let count = left.iter().take(FILES).take_while(fits).count().max(1).min(left.len());
        let (some, rest) = left.split_at(count);
        left = rest;
        (!some.is_empty()).then_some(some)
    })
}

/// Claims, judges and stores; gives how many reports were taken, or nothing when others have all of these files.
fn batch(
    db: &mut Client,
    inbox: &str,
    some: &[&Content],
    judge: &Judge<'_>,
    clock: &dyn Clock,
) -> Result<Option<usize>, CollectError> {
    let mut tx = db.transaction()?;
    let claimed = inbox::claim(&mut tx, inbox, some)?;
    if claimed.is_empty() {
        return Ok(None);
    }
    let judged = on_all_cores(&claimed, |content| content.judged(judge));
    let mut settled = Vec::new();
    let mut found = Vec::new();
    for (content, judged) in claimed.iter().zip(judged) {
        match judged {
            Judged::Report(report) => found.push((content.sha256.clone(), report)),
            Judged::Known => settled.push(Settled { sha256: content.sha256.clone(), refused: None }),
            Judged::Refused(refusal) => settled.push(refused(content.sha256.clone(), refusal)),
        }
    }
    // In one order, like everybody, so that no two workers wait for each other.
    found.sort_by_cached_key(|(_, report)| reports::place(report));
    let kept = reports::keep(&mut tx, &found.iter().map(|(_, report)| &**report).collect::<Vec<_>>(), clock.today())?;
    for (sha256, report) in &found {
        let place = reports::place(report);
        let there = match kept.get(&place) {
            Some(hash) => Some(hash.clone()),
            None => reports::hash_at(&mut tx, &place)?,
        };
        settled.push(match there {
            Some(there) if there != report.sha256 => refused(sha256.clone(), report.other_content()),
            _ => Settled { sha256: sha256.clone(), refused: None },
        });
    }
    inbox::settle(&mut tx, inbox, &settled)?;
    tx.commit()?;
    Ok(Some(kept.len()))
}

fn refused(sha256: String, refusal: SuperiorRefusal) -> Settled {
    let SuperiorRefusal { code, sentence, .. } = refusal;
    Settled { sha256, refused: Some(Why { code, sentence }) }
}
