//! Promises about what changes with time.

use chrono::NaiveDate;
use rstest::rstest;

use crate::roster::testing::{date, day, file, refused, saved, zhang};
use crate::roster::*;
use crate::rules::RuleId;
use crate::values::Changed;

#[rstest]
#[case::another_office(Aspect::Office, "publicity", true)]
#[case::the_end(Aspect::Office, "", true)]
#[case::an_end_of_nothing(Aspect::PartyGroup, "", true)]
#[case::the_first_of_its_kind(Aspect::PartyGroup, "第一党小组", false)]
fn a_change_needs_its_day_and_only_a_beginning_may_lack_it(
    #[case] aspect: Aspect,
    #[case] value: &str,
    #[case] needs: bool,
) {
    let mut file = file();
    let id = saved(&mut file, zhang());
    let request = |aspect, value: &str, since| FactsRequest {
        members: vec![id],
        aspect,
        value: value.to_owned(),
        detail: String::new(),
        since,
        why: String::new(),
    };
    let office = request(Aspect::Office, "organization", date("2024-03-01"));
    save_facts(&mut file.desk("member_facts_save"), office).unwrap();
    let answer = save_facts(&mut file.desk("member_facts_save"), request(aspect, value, None));
    if needs {
        assert_eq!(refused(answer), [("since".to_owned(), "请填写从哪天起".to_owned())]);
    } else {
        assert_eq!(answer.unwrap().value, 1);
    }
    let view = get(&mut file.desk("member_get"), MemberGetRequest { id, reveal: false }).unwrap();
    assert_eq!(view.member.offices, Office::Organization.into());
}

#[test]
fn the_day_of_going_away_does_not_move_behind_an_earlier_end_in_silence() {
    let mut file = file();
    let id = saved(&mut file, MemberRecord { is_mobile: true, mobile_since: date("2024-01"), ..zhang() });
    let home = MemberRecord { id: Some(id), ..zhang() };
    let changed = Changed { since: date("2025-06-01"), ..Changed::default() };
    saved(&mut file, MemberRequest { changed, ..home.into() });
    let away = |since| MemberRecord { id: Some(id), is_mobile: true, mobile_since: date(since), ..zhang() };
    saved(&mut file, away("2026-03-01"));
    let problems = refused(save(&mut file.desk("member_save"), away("2025-01-01").into()));
    assert_eq!(problems[0].0, "mobile_since");
    assert!(problems[0].1.contains("2025年6月1日"), "{}", problems[0].1);
    let view = save(&mut file.desk("member_save"), away("2025-07-01").into()).unwrap().value;
    assert_eq!((view.member.is_mobile, view.member.mobile_since), (true, date("2025-07-01")));
}

#[test]
fn a_changed_office_or_group_keeps_what_was_before() {
    let mut file = file();
    let id = saved(&mut file, MemberRecord { party_group: "第一党小组".to_owned(), ..zhang() });
    let moved = MemberRecord { id: Some(id), party_group: "第二党小组".to_owned(), ..zhang() };
    let changed = Changed { since: date("2026-06-01"), why: "调整分组".to_owned() };
    let moved = MemberRequest { changed, ..moved.into() };
    let view = save(&mut file.desk("member_save"), moved.clone()).unwrap().value;
    assert_eq!(view.member.party_group, "第二党小组");
    assert_eq!((view.timeline[0].title.as_str(), view.timeline[0].why.as_str()), ("编入第二党小组", "调整分组"));
    assert_eq!(view.timeline[0].recorded_on, Some(day("2026-11-23")));
    let group = |on: &str| file.vault.read(|reader| members_on(reader, day(on))).unwrap()[0].record.party_group.clone();
    assert_eq!([group("2026-05-31"), group("2026-06-01")], ["第一党小组", "第二党小组"]);

    let third = MemberRecord { party_group: "第三党小组".to_owned(), ..moved.record };
    let changed = Changed { since: date("2026-05-01"), ..moved.changed };
    let earlier = MemberRequest { changed, ..third.into() };
    assert_eq!(refused(save(&mut file.desk("member_save"), earlier))[0].0, "changed_since");
}

#[test]
fn saving_the_same_again_writes_nothing_into_the_history() {
    let mut file = file();
    let request = MemberRecord {
        is_lost: true,
        lost_contact_since: date("2024-05"),
        lost_reason: "工作单位改变".to_owned(),
        offices: Office::Publicity.into(),
        ..zhang()
    };
    let id = saved(&mut file, request.clone());
    let again = save(&mut file.desk("member_save"), MemberRecord { id: Some(id), ..request.clone() }.into()).unwrap();
    assert!(again.changes.is_empty());
    let corrected = MemberRecord { id: Some(id), lost_contact_since: date("2024-03"), ..request };
    let view = save(&mut file.desk("member_save"), corrected.into()).unwrap().value;
    assert_eq!(view.timeline.iter().filter(|entry| entry.title == "失去联系").count(), 1);
    assert_eq!(view.member.lost_contact_since, date("2024-03"));
}

#[test]
fn a_fact_entered_by_mistake_is_taken_out_and_what_was_before_holds_again() {
    let mut file = file();
    let id = saved(&mut file, zhang());
    let view = save(
        &mut file.desk("member_save"),
        MemberRecord { id: Some(id), offices: Office::Secretary.into(), ..zhang() }.into(),
    );
    let fact = view.unwrap().value.timeline.iter().find_map(|entry| entry.fact).unwrap();
    let view = delete_fact(&mut file.desk("member_fact_delete"), fact).unwrap().value;
    assert!(view.member.offices.is_empty());
}

#[rstest]
#[case::out_of_touch(Aspect::Lost, "yes", "2026-05-23", RuleId::E04)]
#[case::suspended(Aspect::Standing, "suspended", "2024-11-23", RuleId::E04)]
#[case::away(Aspect::Mobile, "yes", "2026-05-23", RuleId::E07)]
fn the_clocks_of_a_member_run_in_calendar_months(
    #[case] aspect: Aspect,
    #[case] value: &str,
    #[case] since: &str,
    #[case] rule: RuleId,
) {
    let findings = |since: NaiveDate| {
        let mut file = file();
        let id = saved(&mut file, zhang());
        let (value, detail, why) = (value.to_owned(), String::new(), String::new());
        let request = FactsRequest { members: vec![id], aspect, value, detail, since: Some(since.into()), why };
        save_facts(&mut file.desk("member_facts_save"), request).unwrap();
        let view = get(&mut file.desk("member_get"), MemberGetRequest { id, reveal: false }).unwrap();
        view.findings.into_iter().map(|finding| finding.rule.unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(findings(day(since)), [rule]);
    assert!(findings(day(since) + chrono::Days::new(1)).is_empty());
}
