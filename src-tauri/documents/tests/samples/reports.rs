//! Papers of the signed report and what is handed out with the file.

use zhibu_core::app::RecoverySheet;
use zhibu_core::branch::{BranchSection, ReportTerm};
use zhibu_core::development::{DevelopmentSection, ReportDevelopment};
use zhibu_core::dues::DuesSection;
use zhibu_core::meetings::{AttendanceSection, MeetingsSection, ReportAttendance, ReportMeeting, ReportMeetingKind};
use zhibu_core::report_section::{ReportCount, ReportSection};
use zhibu_core::reports::{
    FindingsSection, PlanSection, ProblemsSection, QuarterlyReport, REPORT_FORMAT, ReportFinding, ReportMark,
    ReportRuleSet,
};
use zhibu_core::roster::MembersSection;
use zhibu_core::signing::{EnrolmentSheet, ReplacedCertificate};
use zhibu_core::study::{ReportStudyMember, StudySection};
use zhibu_core::values::{Fen, Hours, PeriodSpan};

use super::{BRANCH, date, names};

pub(crate) fn quarterly_report(people: usize) -> QuarterlyReport {
    let count = |label: &str, count| ReportCount { label: label.into(), count };
    let people = names(people);
    let total = u32::try_from(people.len()).expect("few people");
    let mut report = QuarterlyReport {
        format: REPORT_FORMAT,
        branch: BRANCH.into(),
        quarter: "2026Q3".parse().expect("a quarter"),
        span: PeriodSpan::Quarter,
        version: 2,
        reason: Some("补录9月主题党日到会情况。".into()),
        as_of: date("2026-09-30"),
        audit_head: "9f".repeat(32),
        rule_set: Some(ReportRuleSet { name: "全国规程 2026-11".into(), number: 1 }),
        mark: Some(ReportMark {
            signer: BRANCH.into(),
            signed_at: "2026-10-03 09:12 +08:00".into(),
            fingerprint: "0123456789ABCDEF".repeat(4),
        }),
        sections: Default::default(),
    };
    put(
        &mut report,
        &BranchSection {
            kind: "联合党支部".into(),
            superior: "中共示例市社会组织综合委员会".into(),
            unit: "示例市某某行业协会、示例市某某商会、示例市某某社会工作服务中心".into(),
            units: vec![
                count("示例市某某行业协会", 16),
                count("示例市某某商会", 9),
                count("示例市某某社会工作服务中心", 5),
            ],
            term: Some(ReportTerm { number: 3, elected_on: date("2024-06-18"), due_on: date("2027-06-18") }),
            helpers: vec!["党建组织员 何若水（示例街道社会组织党委）".into()],
            secretary: "李建国".into(),
            offices: vec!["书记 李建国".into(), "组织委员 赵䶮".into(), "宣传委员 李𬭎".into()],
            groups: vec![count("第一党小组", 16), count("第二党小组", 14)],
        },
    );
    put(
        &mut report,
        &MembersSection {
            start: total.saturating_sub(1),
            admitted: 1,
            moved_in: 1,
            other_in: 0,
            moved_out: 1,
            other_out: 0,
            end: total,
            full: total.saturating_sub(2),
            probationary: 2.min(total),
            suspended: 0,
            by_sex: vec![count("男", 17), count("女", 13)],
            by_age: vec![
                count("30岁及以下", 5),
                count("31至35岁", 6),
                count("36至40岁", 4),
                count("41至45岁", 5),
                count("46至50岁", 3),
                count("51至55岁", 2),
                count("56至60岁", 2),
                count("61岁及以上", 3),
            ],
            by_education: vec![count("研究生", 4), count("大学本科", 15), count("大学专科", 8), count("高中及以下", 3)],
        },
    );
    let kinds = [
        ("支部党员大会", 1, 1),
        ("支部委员会会议", 3, 2),
        ("党小组会", 6, 6),
        ("党课", 1, 1),
        ("主题党日", 3, 3),
        ("组织生活会", 0, 0),
    ]
    .into_iter()
    .map(|(name, required, held)| ReportMeetingKind {
        name: name.into(),
        required,
        planned: required,
        held,
        lacking: required - held,
        expected: held * 30,
        present: held * 27,
    })
    .collect();
    let meetings = (1..=12)
        .map(|i| ReportMeeting {
            on: date(&format!("2026-{:02}-{:02}", 7 + i / 5, 1 + i * 2)),
            kinds: if i % 3 == 0 { "支部党员大会、主题党日" } else { "支部委员会会议" }.into(),
            title: if i % 4 == 0 {
                "学习贯彻社会组织党建工作要求暨“我为群众办实事”主题党日活动"
            } else {
                "支部委员会会议"
            }
            .into(),
            held: i != 12,
            expected: 30,
            present: 27,
        })
        .collect();
    put(&mut report, &MeetingsSection { kinds, meetings });
    let members = people
        .iter()
        .enumerate()
        .map(|(i, name)| ReportAttendance {
            name: name.clone(),
            kind: if i % 15 == 14 { "预备" } else { "正式" }.into(),
            expected: 11,
            present: if i == 7 { 7 } else { 10 },
            on_leave: 1,
            absent: if i == 7 { 3 } else { 0 },
            missed_three: i == 7,
        })
        .collect();
    put(&mut report, &AttendanceSection { members });
    let files = vec![
        ReportDevelopment {
            name: "李晓梅".into(),
            stage: "发展对象".into(),
            step: 14,
            step_name: "上级党委预审".into(),
            next: "支部大会讨论，2026年12月5日前".into(),
            missing_materials: 2,
        },
        ReportDevelopment {
            name: "阿卜杜拉·买买提".into(),
            stage: "入党积极分子".into(),
            step: 5,
            step_name: "培养教育考察".into(),
            next: String::new(),
            missing_materials: 0,
        },
    ];
    put(&mut report, &DevelopmentSection { files });
    put(
        &mut report,
        &StudySection {
            sessions: 4,
            hours: Hours::from_tenths(95),
            reached: 6,
            not_reached: total.saturating_sub(6),
            by_member: people
                .iter()
                .enumerate()
                .map(|(i, name)| ReportStudyMember {
                    name: name.clone(),
                    quarter_hours: Hours::from_tenths(95),
                    year_hours: Hours::from_tenths(if i % 5 == 0 { 330 } else { 245 }),
                    required: Hours::whole(if i == 0 { 56 } else { 32 }),
                })
                .collect(),
        },
    );
    put(
        &mut report,
        &DuesSection {
            owing: 29.min(total),
            settled: 27.min(total),
            owed: Fen::new(523_845),
            paid: Fen::new(498_005),
            in_arrears: 2.min(total),
            lacking: Fen::new(25_840),
            handed_up: Fen::new(498_005),
            spent: Fen::yuan(368),
            without_base: 1.min(total),
        },
    );
    let findings = vec![
        ReportFinding {
            rule: Some("B11".into()),
            severity: "逾期".into(),
            message: "8月没有召开支部委员会会议，支部委员会会议一般每月召开1次".into(),
            due: Some(date("2026-08-31")),
            explanation: Some("书记外出学习，已在9月补开。".into()),
        },
        ReportFinding {
            rule: Some("E01".into()),
            severity: "提示".into(),
            message: "24名党员本年度学时未满32学时".into(),
            due: None,
            explanation: None,
        },
    ];
    put(&mut report, &FindingsSection { findings, left_out: 1 });
    put(&mut report, &ProblemsSection { text: "8月因书记外出学习，支部委员会会议没有按月召开。\n整改措施：由副书记代为召集，已在9月补开，并列入四季度计划。".into() });
    put(&mut report, &PlanSection { text: "一是召开第四季度支部党员大会，讨论接收预备党员。\n二是完成年度集中培训，补足学时。\n三是组织一次志愿服务主题党日。".into() });
    report
}

fn put<S: ReportSection>(report: &mut QuarterlyReport, section: &S) {
    report.put(section).expect("an object");
}

/// Changes a section of a report.
pub(crate) fn change<S: ReportSection>(report: &mut QuarterlyReport, change: impl FnOnce(&mut S)) {
    let mut section = report.section().expect("the section");
    change(&mut section);
    put(report, &section);
}

pub(crate) fn recovery_sheet() -> RecoverySheet {
    let groups: Vec<String> = (0..13).map(|i| format!("{}K7W{}", i % 10, (i * 7) % 10)).collect();
    RecoverySheet {
        branch: BRANCH.into(),
        file_name: "示例支部.zhibu".into(),
        qr: groups.join("-"),
        groups,
        printed_on: "2026-11-23".into(),
    }
}

pub(crate) fn enrolment_sheet() -> EnrolmentSheet {
    let fingerprint = "0123456789ABCDEF".repeat(4);
    EnrolmentSheet {
        branch: BRANCH.into(),
        superior: "中共示例市社会组织综合委员会".into(),
        unit: "示例市某某行业协会".into(),
        secretary: "李建国".into(),
        fingerprint_groups: ["0123", "4567", "89AB", "CDEF"].repeat(4).into_iter().map(Into::into).collect(),
        replaces: None,
        qr: format!("zhibu-cert:{fingerprint}"),
        valid_from: "2026-11-23".into(),
        valid_to: "2029-11-22".into(),
        printed_on: "2026-11-23".into(),
    }
}

pub(crate) fn renewed_enrolment_sheet() -> EnrolmentSheet {
    let fingerprint_groups = ["FEDC", "BA98", "7654", "3210"].repeat(4).into_iter().map(Into::into).collect();
    let replaces = Some(ReplacedCertificate { fingerprint_groups, valid_to: "2026-12-01".into() });
    EnrolmentSheet { replaces, ..enrolment_sheet() }
}
