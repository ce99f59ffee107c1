//! Meetings kind by kind, and the year's appraisal.

use super::table::{Width, dotted, titled};
use super::{Binding, Filled};
use crate::appraisal::{self, AppraisalPaper, AppraisalQuery};
use crate::meetings::{self, MeetingKind, MeetingQuery, MeetingRow, MeetingState};
use crate::outside::Block;
use crate::paper::Papers;
use crate::papers::PaperError;
use crate::papers::minutes::minutes_of;

/// The meetings of a kind: a list, and the minutes of each. A meeting of several kinds has its minutes under the first of
/// them and stands in the lists of the others with where to find it (trap 6).
pub(super) fn meetings(binding: &mut Binding<'_, '_>, kind: MeetingKind) -> Result<Filled, PaperError> {
    let query =
        MeetingQuery { from: Some(binding.first), to: Some(binding.last), kind: Some(kind), ..MeetingQuery::default() };
    let mut rows = binding.ask(|desk| meetings::list(desk, query))?;
    rows.retain(|row| row.state != MeetingState::Planned);
    rows.reverse();
    let mut filled = Filled::default();
    let columns = [
        (Width::Mm(10.0), "序号"),
        (Width::Mm(24.0), "日期"),
        (Width::Share(1.0), "会议"),
        (Width::Mm(16.0), "应到"),
        (Width::Mm(16.0), "实到"),
        (Width::Mm(46.0), "记录"),
    ];
    let lines = rows.iter().enumerate().map(|(at, row)| line(at + 1, row, kind)).collect();
    titled(&mut filled, &format!("本年度{}一览", kind.title()), &columns, lines);
    for row in rows.iter().filter(|row| row.state == MeetingState::Held && row.kinds.first() == Some(&kind)) {
        let mut minutes = binding.door.read(|reader| minutes_of(reader, row.id))?;
        if let Some(album) = &mut binding.album {
            minutes.photos = album.photos(row.id)?;
        }
        filled.papers.push(minutes.writing());
    }
    Ok(filled)
}

fn line(number: usize, row: &MeetingRow, kind: MeetingKind) -> Vec<String> {
    let count = |count: fn(&meetings::AttendanceTally) -> u32| {
        row.tally.as_ref().map(|tally| count(tally).to_string()).unwrap_or_default()
    };
    let elsewhere = row.kinds.first().filter(|first| **first != kind);
    let record = match (row.state, elsewhere) {
        (MeetingState::Cancelled, _) => "没有召开".to_owned(),
        (_, Some(first)) => format!("见“{}”", first.title()),
        _ if row.has_record => "附后".to_owned(),
        _ => "没有填写".to_owned(),
    };
    let (expected, present) = (count(|tally| tally.expected), count(|tally| tally.present));
    vec![number.to_string(), dotted(Some(row.at.date())), row.title.clone(), expected, present, record]
}

pub(super) fn appraisal(binding: &mut Binding<'_, '_>) -> Result<Filled, PaperError> {
    let mut filled = meetings(binding, MeetingKind::Appraisal)?;
    let all = binding.ask(|desk| appraisal::list(desk, AppraisalQuery { meeting: None }))?;
    for row in all.into_iter().filter(|row| row.year == binding.year) {
        filled.blocks.push(Block::text(format!("{}：{}", row.title, graded(&row))));
        let result = AppraisalPaper::AppraisalResult { appraisal: row.id }.draw(binding.door)?;
        filled.papers.extend(result.document.writing().cloned());
        filled.records += 1;
    }
    Ok(filled)
}

/// `优秀 3 人、合格 40 人`
fn graded(row: &appraisal::AppraisalRow) -> String {
    let grades: Vec<String> =
        row.grades.iter().map(|grade| format!("{} {} 人", grade.grade.title(), grade.count)).collect();
    if grades.is_empty() { "还没有评定".to_owned() } else { grades.join("、") }
}
