//! Promises about leaving and returning.

use rstest::rstest;

use crate::roster::testing::{day, file, names, refused, saved, zhang};
use crate::roster::*;

#[test]
fn a_former_member_is_kept_and_found_and_may_return() {
    let mut file = file();
    let id = saved(&mut file, MemberRecord { offices: Office::Secretary.into(), ..zhang() });
    let gone =
        MemberLeaveRequest { id, on: day("2026-02-10"), how: ExitWay::MovedOut, reason: "转往外地".to_owned() };
    let view = leave(&mut file.desk("member_leave"), gone).unwrap().value;
    assert_eq!(view.left.as_ref().map(|left| left.how), Some(ExitWay::MovedOut));
    assert!(names(&mut file, RosterQuery::default()).is_empty());
    let former = RosterQuery { former: true, ..RosterQuery::default() };
    assert_eq!(names(&mut file, former), ["张三"]);

    let back = MemberReturnRequest { id, on: day("2026-09-01"), how: EntryWay::MovedIn };
    let view = return_member(&mut file.desk("member_return"), back).unwrap().value;
    assert_eq!((view.left, view.member.offices.is_empty()), (None, true));
    let here = |on: &str| file.vault.read(|reader| members_on(reader, day(on))).unwrap().len();
    assert_eq!([here("2026-02-09"), here("2026-02-10"), here("2026-08-31"), here("2026-09-01")], [1, 0, 0, 1]);
}

#[rstest]
#[case("2026-11-24")]
#[case("2019-08-09")]
fn nobody_leaves_on_a_day_that_cannot_be(#[case] on: &str) {
    let mut file = file();
    let id = saved(&mut file, zhang());
    let request = MemberLeaveRequest { id, on: day(on), how: ExitWay::Other, reason: String::new() };
    assert_eq!(refused(leave(&mut file.desk("member_leave"), request))[0].0, "on");
}

#[test]
fn leaving_twice_or_returning_without_having_left_is_refused() {
    let mut file = file();
    let id = saved(&mut file, zhang());
    let back = MemberReturnRequest { id, on: day("2026-09-01"), how: EntryWay::MovedIn };
    assert_eq!(refused(return_member(&mut file.desk("member_return"), back.clone()))[0].0, "id");
    let gone = MemberLeaveRequest { id, on: day("2026-10-01"), how: ExitWay::Other, reason: String::new() };
    leave(&mut file.desk("member_leave"), gone.clone()).unwrap();
    assert_eq!(refused(leave(&mut file.desk("member_leave"), gone))[0].0, "id");
    assert_eq!(refused(return_member(&mut file.desk("member_return"), back))[0].0, "on");
}
