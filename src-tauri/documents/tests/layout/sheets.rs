//! Ballots and letters: what is cut apart.

use super::*;

#[rstest]
#[case::four_to_a_sheet(4, 2)]
#[case::two_to_a_sheet(6, 4)]
#[case::one_to_a_sheet(12, 7)]
fn there_are_as_many_ballots_as_were_asked_for_and_all_are_alike(#[case] candidates: usize, #[case] sheets: usize) {
    let copies = 7;
    let pdf = print(&format!("ballots_of_{candidates}"), &samples::ballots(candidates, copies), &[]);

    assert_eq!(info(&pdf, "Pages"), sheets.to_string());
    let text: String = text(&pdf).split_whitespace().collect();
    for shown in ["换届选举支部委员会委员选票", "李𬭎", "弃权的在", "2026年11月25日"] {
        assert_eq!(text.matches(shown).count(), copies as usize, "{shown}");
    }
    assert!(!text.contains("No.") && !text.contains("编号"));
}

#[rstest]
#[case::four_to_a_sheet(3, 2)]
#[case::two_to_a_sheet(14, 4)]
#[case::one_to_a_sheet(15, 7)]
#[case::a_whole_branch(56, 7)]
#[case::more_than_a_page_holds(60, 14)]
fn appraisal_ballots_are_all_alike_and_each_has_every_name_once(#[case] people: usize, #[case] sheets: usize) {
    let copies = 7;
    let ballots = samples::appraisal_ballots(people, copies);
    let name = format!("appraisal_ballots_of_{people}");
    let pdf = print(&name, &ballots, &[]);

    assert_eq!(info(&pdf, "Pages"), sheets.to_string());
    let text: String = text(&pdf).split_whitespace().collect();
    for shown in ["民主评议党员测评票", "李𬭎", "无记名填写", "2026年11月25日"] {
        assert_eq!(text.matches(shown).count(), copies as usize, "{shown}");
    }
    assert!(!text.contains("No.") && !text.contains("编号"));
}

/// Stub, letter and receipt each bear the number, and the number stands over both seams.
#[test]
fn a_letter_can_be_cut_into_its_three_parts() {
    let pdf = print("letter_in_parts", &samples::introduction_letter(), &[]);

    let text: String = text(&pdf).split_whitespace().collect();

    assert_eq!(text.matches("2026-007").count(), 5, "{text}");
    assert_eq!(text.matches("骑缝章").count(), 2);
    for part in ["介绍信存根", "介绍信回执联", "贴回执联处", "（有效期玖拾天）", "44030019900310562X"]
    {
        assert!(text.contains(part), "{part} in {text}");
    }
}

/// What nobody entered is left for the hand.
#[test]
fn a_letter_of_which_little_is_known_or_much_keeps_to_its_sheet() {
    let mut blank = samples::introduction_letter();
    (blank.sex, blank.age, blank.ethnicity, blank.id_number) = Default::default();
    (blank.dues_paid_to, blank.phone, blank.address, blank.office_phone, blank.postcode) = Default::default();
    let mut long = samples::introduction_letter();
    long.name = "阿卜杜热合曼·".repeat(8);
    for text in [&mut long.from_organization, &mut long.to_organization, &mut long.addressee, &mut long.address] {
        *text = "中共示例市示例区示例街道示例行业示例协会示例商会联合支部委员会".into();
    }

    for (name, letter) in [("blank_letter", blank), ("long_letter", long)] {
        let pdf = print(name, &letter, &[]);
        assert_eq!(info(&pdf, "Pages"), "1", "{name}");
    }
}
