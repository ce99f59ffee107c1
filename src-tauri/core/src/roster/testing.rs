//! What the tests of the room share.

use chrono::NaiveDate;

use super::*;
use crate::problem::Problem;
use crate::testing::TestFile;
use crate::values::{IdNumber, PartialDate};

pub(super) fn file() -> TestFile {
    TestFile::on("2026-11-23")
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn date(text: &str) -> Option<PartialDate> {
    Some(PartialDate::read(text).unwrap())
}

/// 张三, full member since 2020-08-10.
pub(super) fn zhang() -> MemberRecord {
    let mut request = MemberRecord::new("张三", MemberKind::Full);
    request.id_number = IdNumber::parse("440300199003105609").ok();
    request.mobile = "13812345678".to_owned();
    (request.joined, request.converted) = (date("2019-08-10"), date("2020-08-10"));
    request
}

pub(super) fn saved(file: &mut TestFile, request: impl Into<MemberRequest>) -> MemberId {
    save(&mut file.desk("member_save"), request.into()).unwrap().value.member.id.unwrap()
}

pub(super) fn names(file: &mut TestFile, query: RosterQuery) -> Vec<String> {
    let page = list(&mut file.desk("roster_list"), query).unwrap();
    page.rows.into_iter().map(|row| row.name).collect()
}

/// Field and message of each field problem.
pub(super) fn refused<T: std::fmt::Debug>(result: Result<T, RosterError>) -> Vec<(String, String)> {
    let fields = Problem::from(result.unwrap_err()).fields;
    fields.into_iter().map(|field| (field.field, field.message)).collect()
}
