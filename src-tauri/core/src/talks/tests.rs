//! Who talked with whom, and who did not.

use super::*;
use crate::problem::Problem;
use crate::testing::TestFile;

#[test]
fn a_talk_counts_for_both_and_the_others_are_named_from_october_on() {
    let mut file = TestFile::on("2026-11-23");
    let ids: Vec<_> = ["张三", "李四", "王五"].map(|name| file.add_member(name, |_| ())).into();
    let talk = TalkRecord {
        id: None,
        held_on: "2026-11-20".parse().unwrap(),
        first: ids[0],
        second: ids[1],
        place: String::new(),
        content: String::new(),
    };
    let saved = save(&mut file.desk("talk_save"), talk.clone()).unwrap().value;
    assert_eq!((saved.first_name.as_str(), saved.second_name.as_str()), ("张三", "李四"));
    let of_year = year(&mut file.desk("talk_year"), TalkYearRequest { year: 2026 }).unwrap();
    assert_eq!((of_year.talks.len(), of_year.without.len()), (1, 1));
    assert_eq!(of_year.without[0].name, "王五");

    let found = |day| file.watched(watch, day, &["2026Q4", "2026Q3"]);
    assert_eq!(found("2026-09-30"), []);
    assert_eq!(found("2026-10-01").len(), 1);
    assert_eq!(found("2026-11-23")[0].message, "王五今年还没有谈心谈话记录");
    assert_eq!(found("2027-01-05")[0].message, "王五去年没有谈心谈话记录");
    assert_eq!((file.watched(watch, "2027-01-05", &["2027Q1"]), found("2027-04-01")), (Vec::new(), Vec::new()));

    let alone = TalkRecord { second: ids[0], ..talk.clone() };
    let fields = Problem::from(save(&mut file.desk("talk_save"), alone).unwrap_err()).fields;
    assert_eq!(fields[0].field, "second");
    delete(&mut file.desk("talk_delete"), saved.talk.id.unwrap()).unwrap();
    assert_eq!(Problem::from(delete(&mut file.desk("talk_delete"), TalkId(9)).unwrap_err()).code, "no_such_talk");
}
