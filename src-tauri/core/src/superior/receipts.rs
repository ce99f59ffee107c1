//! Receipts: the branch's signed report with the committee's signature on top, a file for each branch.

use std::collections::HashSet;

use super::branches::check_kind;
use super::store::{self, Kept};
use super::{SuperiorError, SuperiorReceipts, SuperiorReceiptsRequest, SuperiorReportId};
use crate::desk::Door;
use crate::outside::Identity;
use crate::vault::Done;
use crate::{files, signing};

/// Receipts after which it is noted that they were given.
const NOTED_AT_ONCE: usize = 200;

/// Signs receipts and puts them into a folder: for one report, or for the newest version of each branch in a period.
///
/// # Errors
/// [`SuperiorError::Signing`] when the certificate cannot sign; [`SuperiorError::File`] when the folder cannot be written
/// to. What was saved before is there, and noted.
pub fn receipts(door: &Door<'_>, request: SuperiorReceiptsRequest) -> Result<Done<SuperiorReceipts>, SuperiorError> {
    door.desk(|desk| check_kind(desk))?;
    let identity = door.desk(signing::ready)?;
    let reports: Vec<SuperiorReportId> = match request.report {
        Some(report) => vec![report],
        None => {
            let rows = door.read(|reader| store::rows(reader, request.period))?;
            rows.iter().filter_map(|row| Some(row.report.as_ref()?.id)).collect()
        }
    };
    let mut names = HashSet::new();
    let mut given = Done { value: (), changes: Vec::new(), undo: None };
    let mut saved = 0;
    for some in reports.chunks(NOTED_AT_ONCE) {
        let mut noted = Vec::new();
        let outcome = some.iter().try_for_each(|report| -> Result<(), Ended> {
            door.job.step(saved, reports.len(), "正在签收").map_err(|_| Ended::Stopped)?;
            give(door, *report, &identity, &request, &mut names).map_err(Ended::Failed)?;
            noted.push(*report);
            saved += 1;
            Ok(())
        });
        given = note(door, &noted)?;
        match outcome {
            Ok(()) => {}
            Err(Ended::Stopped) => return Ok(done(given, saved, true)),
            Err(Ended::Failed(error)) => return Err(error),
        }
    }
    Ok(done(given, saved, false))
}

/// Why no more receipts are made.
enum Ended {
    Stopped,
    Failed(SuperiorError),
}

fn done(given: Done<()>, saved: usize, stopped: bool) -> Done<SuperiorReceipts> {
    let value = SuperiorReceipts { saved: u32::try_from(saved).unwrap_or(u32::MAX), stopped };
    Done { value, changes: given.changes, undo: given.undo }
}

fn give(
    door: &Door<'_>,
    report: SuperiorReportId,
    identity: &Identity,
    request: &SuperiorReceiptsRequest,
    names: &mut HashSet<String>,
) -> Result<(), SuperiorError> {
    let Kept { branch, period, version, pdf } = door.read(|reader| store::kept(reader, report))?;
    let signed = door.outside.seal.sign(&pdf, identity, "上级党组织签收", door.outside.clock.now())?;
    let name = format!("{}{}报告第{version}版（已签收）", files::safe_name(&branch), period.title());
    // Two long names can begin alike.
    let name = if names.insert(name.clone()) { name } else { format!("{name} {}", report.0) };
    Ok(files::write_into(door.outside, &request.folder, &format!("{name}.pdf"), &signed)?)
}

fn note(door: &Door<'_>, reports: &[SuperiorReportId]) -> Result<Done<()>, SuperiorError> {
    let today = door.today();
    door.desk(|desk| {
        desk.transact(format!("签收报告（{} 份）", reports.len()), |tx| {
            reports.iter().try_for_each(|report| Ok(store::note_receipt(tx, *report, today)?))
        })
    })
}
