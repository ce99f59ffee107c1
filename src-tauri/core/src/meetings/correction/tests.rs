//! Promises about meetings that a signed report counts.

use crate::meetings::testing::{attend, code, entry, fields, get, members, plan, record, save};
use crate::meetings::*;
use crate::testing::TestFile;

#[test]
fn a_meeting_that_was_signed_for_is_changed_only_with_a_reason() {
    let mut file = TestFile::on("2026-10-08");
    let ids = members(&mut file, 3);
    let id = save(&mut file, plan(MeetingKind::General, "2026-09-16"));
    let present = |file: &mut TestFile| attend(file, id, vec![entry(ids[0], AttendanceStatus::Present)]);
    present(&mut file).unwrap();
    file.sign_third_quarter(1);

    assert_eq!(code(present(&mut file)), "meeting_reported");
    assert_eq!(code(save_record(&mut file.desk("meeting_record_save"), record(id))), "meeting_reported");
    let head = get(&mut file, id).head;
    assert_eq!(code(crate::meetings::save(&mut file.desk("meeting_save"), head)), "meeting_reported");

    let begin = |file: &mut TestFile, reason: &str| {
        let request = MeetingCorrectRequest { id, reason: reason.into() };
        correct(&mut file.desk("meeting_correct"), request).map(|done| done.value.reported.unwrap())
    };
    assert_eq!(fields(begin(&mut file, " ")), ["reason"]);
    let reported = begin(&mut file, "漏记一人到会").unwrap();
    assert_eq!((reported.version, reported.reason.as_deref()), (1, Some("漏记一人到会")));
    present(&mut file).unwrap();

    file.sign_third_quarter(2);
    assert_eq!(code(present(&mut file)), "meeting_reported", "the next version closes it again");
    let other = save(&mut file, plan(MeetingKind::General, "2026-10-07"));
    let needless = MeetingCorrectRequest { id: other, reason: "甲".into() };
    assert_eq!(code(correct(&mut file.desk("meeting_correct"), needless)), "meeting_not_reported");

    attend(&mut file, other, vec![entry(ids[0], AttendanceStatus::Present)]).unwrap();
    let mut moved = get(&mut file, other).head;
    moved.planned_at = "2026-09-25T14:00:00".parse().unwrap();
    assert_eq!(fields(crate::meetings::save(&mut file.desk("meeting_save"), moved)), ["planned_at"]);
}

#[test]
fn a_plan_of_what_will_be_done_can_be_deleted_but_not_in_a_quarter_that_was_signed_for() {
    let mut file = TestFile::on("2026-10-08");
    let mut head = plan(MeetingKind::ThemeDay, "2026-09-25");
    head.activity = "参观展览".into();
    let (one, other) = (save(&mut file, head.clone()), save(&mut file, head));
    delete(&mut file.desk("meeting_delete"), one).unwrap();
    file.sign_third_quarter(1);
    assert_eq!(code(delete(&mut file.desk("meeting_delete"), other)), "meeting_reported");
}
