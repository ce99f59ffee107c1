//! Papers of a branch that does not exist.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use zhibu_core::appraisal::{
    AppraisalBallots, AppraisalResult, AppraisalResultRow, AppraisalTallyRow, AppraisalTallySheet,
};
use zhibu_core::elections::{Ballots, ElectionReport, LetterRow, LetterSection, TallyRow, TallySheet, VotedOn};
use zhibu_core::meetings::{
    AttendanceRange, AttendanceRangeQuery, AttendanceSheet, AttendanceTally, MeetingId, MeetingKind, MeetingNotice,
    MeetingPlanSheet, MeetingRecordForm, Minutes, MinutesAgendaItem, MinutesFollowUp, MinutesVote, NoticeSection,
    PlanRow, Point, RangeMeeting, RangeMonth, RangeReason, RangeRow, Resolution, SignInRow, SignInSheet,
    VoteResolution, rate,
};
use zhibu_core::outside::{Attachment, Document};
use zhibu_core::papers::{
    BoundMeeting, BoundQuarter, BoundResolution, KeptFile, MeetingPhoto, MemberRecord, Photo, RecordAppraisal,
    RecordAttendance, RecordEvent, RecordField, RecordSection, RecordStudy,
};
use zhibu_core::reports::{
    QuarterlyReport, REPORT_FORMAT, ReportAttendance, ReportBranch, ReportCount, ReportDevelopment, ReportMark,
    ReportMeeting, ReportMeetingKind, ReportMembers, ReportStudy, ReportStudyMember, ReportTerm,
};
use zhibu_core::roster::{
    ContactGroup, ContactList, ContactRow, Dimension, DimensionCounts, LabelCount, RosterSheet, RosterSheetRow,
    RosterStatistics,
};
use zhibu_core::rules::{Finding, RuleId, Severity, Subject};
use zhibu_core::signing::EnrolmentSheet;
use zhibu_core::transfers::{IntroductionLetter, TransferReceipt};
use zhibu_core::values::Hours;
use zhibu_core::vault::{RecoverySheet, Room};

pub(crate) const BRANCH: &str = "中共示例市行业协会联合支部委员会";

/// Characters beyond GB2312, one of them twice beyond the BMP, and the separator U+00B7.
pub(crate) const RARE_NAMES: [&str; 6] = ["李𬭎", "王𣲘", "张㛃", "赵䶮", "陈𫟦", "阿卜杜拉·买买提"];

/// Would do harm if it were read as source.
pub(crate) const MARKUP: &str = "#panic() *x* _y_ <b> $a$ \\ @z // #let";

/// A picture of 5 by 7 red dots.
pub(crate) const PNG: &[u8] =
    b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x05\x00\x00\x00\x07\x08\x02\
    \x00\x00\x00\x4f\xc5\x10\xb9\x00\x00\x00\x11\x49\x44\x41\x54\x78\xda\x63\xd8\x6c\x6c\x8c\x8c\x18\x68\xcc\
    \x07\x00\x79\xd0\x26\x6c\x71\x7c\x33\xfb\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";

const SURNAMES: [&str; 10] = ["李", "王", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"];
const GIVEN: [&str; 7] = ["建国", "某", "晓梅", "志强", "秀英", "文博", "思远"];

pub(crate) fn at() -> DateTime<FixedOffset> {
    "2026-10-03T09:12:00+08:00".parse().expect("a time")
}

/// `count` people; the rare names come first.
pub(crate) fn names(count: usize) -> Vec<String> {
    let common = (0..).map(|i| format!("{}{}", SURNAMES[i % SURNAMES.len()], GIVEN[i % GIVEN.len()]));
    RARE_NAMES.iter().map(|name| (*name).to_owned()).chain(common).take(count).collect()
}

pub(crate) fn sign_in_sheet(people: usize) -> SignInSheet {
    let mut rows: Vec<_> = names(people)
        .into_iter()
        .enumerate()
        .map(|(i, name)| SignInRow {
            group: String::new(),
            name,
            kind: if i % 23 == 22 { "预备" } else { "正式" }.to_owned(),
            remark: match i % 17 {
                3 => "请假：因公出差".to_owned(),
                9 => "不作硬性要求".to_owned(),
                _ => String::new(),
            },
        })
        .collect();
    rows.push(SignInRow {
        group: String::new(),
        name: "钱某某".into(),
        kind: "列席".into(),
        remark: "街道党工委党建指导员".into(),
    });
    SignInSheet {
        branch: BRANCH.into(),
        kinds: "支部党员大会、主题党日".into(),
        title: "2026年第四季度支部党员大会".into(),
        at: moment("2026-11-25T14:30:00"),
        place: "示例大厦12楼党群活动室".into(),
        chair: "李建国".into(),
        rows,
        blank_lines: 5,
    }
}

pub(crate) fn meeting_plan(meetings: usize) -> MeetingPlanSheet {
    let row = |n: usize| PlanRow {
        at: format!("2026-10-{:02}T14:30:00", n % 28 + 1).parse().expect("a time"),
        held_at: None,
        kinds: "主题党日、党课".to_owned(),
        title: format!("第{}次主题党日：学习党章，参观社区服务中心", n + 1),
        place: "协会三楼会议室".to_owned(),
        chair: "郑𬭎".to_owned(),
        remark: if n == 0 { "已召开" } else { "" }.to_owned(),
    };
    MeetingPlanSheet {
        branch: "中共示例市示例协会支部委员会".to_owned(),
        superior: "示例街道社会组织党委".to_owned(),
        quarter: "2026年第四季度".to_owned(),
        rows: (0..meetings).map(row).collect(),
        totals: vec![format!("主题党日 {meetings} 次"), format!("党课 {meetings} 次")],
        actual: false,
        on: "2026-10-05".parse().expect("a day"),
    }
}

pub(crate) fn minutes(agenda_items: usize) -> Minutes {
    let said = "会议传达学习了上级党组织关于社会组织党建工作的有关要求。与会同志结合各自岗位谈了体会，\
                认为支部工作要与协会业务同谋划、同部署、同推进，做到“三同步”“五嵌入”，把党员的先锋模范作用体现在服务会员单位的日常工作之中。\n\
                李建国同志指出，下一步要抓好三件事：一是按时召开三会一课；二是做好流动党员的联系服务；三是按规定交纳党费。";
    Minutes {
        branch: BRANCH.into(),
        kinds: "支部党员大会、主题党日".into(),
        title: "2026年第四季度支部党员大会".into(),
        started_at: moment("2026-11-25T14:30:00"),
        ended_at: Some(moment("2026-11-25T16:10:00")),
        place: "示例大厦12楼党群活动室".into(),
        chair: "李建国".into(),
        recorder: "赵䶮".into(),
        tally: AttendanceTally {
            expected: 30,
            present: 26,
            late: 1,
            on_leave: 3,
            absent: 1,
            not_required: 1,
            unrecorded: 0,
            voting_expected: 28,
            voting_present: 25,
        },
        present: names(26),
        on_leave: vec!["杨文博（因公出差）".into(), "黄思远（住院治疗）".into(), "周某（探亲）".into()],
        absent: vec!["吴志强".into()],
        not_required: vec!["陈秀英".into()],
        observers: vec!["钱某某".into()],
        agenda: (0..agenda_items)
            .map(|i| MinutesAgendaItem {
                title: ["传达学习上级文件精神", "讨论接收李晓梅同志为中共预备党员", "通报第三季度党费交纳情况"][i % 3]
                    .into(),
                content: said.into(),
                points: vec![Point {
                    speaker: "赵䶮".into(), content: "建议把学习和志愿服务结合起来。".into()
                }],
            })
            .collect(),
        lecture: "主讲人：李建国；题目：学习党章；学时：1.5".into(),
        activity: String::new(),
        followed_up: vec![MinutesFollowUp {
            resolution: "购置学习书籍".into(),
            text: "已购 40 册，发到每名党员".into(),
            done: true,
        }],
        examinations: Vec::new(),
        votes: vec![MinutesVote {
            subject: "接收李晓梅同志为中共预备党员".into(),
            announcement:
                "应到会有表决权的党员28名，实到会25名，超过半数，可以开会。表决结果：赞成24票，不赞成0票，弃权1票。\
                           赞成票超过应到会有表决权党员的半数，同意接收李晓梅同志为中共预备党员。"
                    .into(),
        }],
        resolutions: vec![
            "同意接收李晓梅同志为中共预备党员，报上级党组织审批。（负责人：赵䶮；期限：2026年12月5日）".into(),
            "十二月主题党日赴社区开展志愿服务。".into(),
        ],
        photos: Vec::new(),
    }
}

/// A made-up photo, wide or upright.
pub(crate) fn jpeg(index: u32, wide: bool) -> Vec<u8> {
    let (width, height) = if wide { (200, 150) } else { (150, 200) };
    let shade = |part: u32, whole: u32| u8::try_from(part * 255 / whole).expect("a byte");
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([shade(x, width), shade(y, height), shade((index * 37) % 256, 256)])
    });
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 80);
    encoder.encode_image(&picture).expect("a JPEG");
    bytes
}

/// So many photos from `first` on, wide and upright ones by turns, the third of them unreadable.
pub(crate) fn photos(first: u32, count: u32) -> Vec<MeetingPhoto> {
    let captions =
        ["会场", "李𬭎同志领学《中国共产党章程》并与大家交流学习体会，随后全体党员重温入党誓词", "", "重温入党誓词"];
    let photo = |n: u32| MeetingPhoto {
        caption: match captions[n as usize % captions.len()] {
            "" => String::new(),
            caption => format!("{caption}（{}）", first + n),
        },
        photo: (n != 2).then(|| Photo { number: first + n, bytes: jpeg(first + n, n % 3 != 1) }),
    };
    (0..count).map(photo).collect()
}

/// The form of a meeting with so many items, or of one about which little was entered.
pub(crate) fn record_form(agenda_items: usize, filled: bool) -> MeetingRecordForm {
    let mut minutes = minutes(agenda_items);
    let mut resolutions = vec![
        Resolution {
            id: None,
            text: "同意接收李晓梅同志为中共预备党员，报上级党组织审批。".into(),
            responsible: Some("赵䶮".into()),
            due: Some(date("2026-12-05")),
        },
        Resolution {
            id: None, text: "十二月主题党日赴社区开展志愿服务。".into(), responsible: None, due: None
        },
    ];
    if !filled {
        (minutes.agenda, minutes.votes, minutes.observers) = Default::default();
        (minutes.lecture, minutes.chair, minutes.recorder) = Default::default();
        resolutions.clear();
    }
    MeetingRecordForm {
        title: "三会一课纪实报告表".into(),
        superior: "中共示例市社会组织综合委员会".into(),
        rate: Some(87),
        minutes,
        resolutions,
        photos: if filled { 12 } else { 0 },
    }
}

/// A volume of so many meetings of so many people, with so many photos each.
pub(crate) fn bound_quarter(meetings: usize, people: usize, photos_each: u32) -> BoundQuarter {
    let mut plan = meeting_plan(meetings + 2);
    plan.actual = true;
    plan.branch = BRANCH.into();
    plan.quarter = "2026年第三季度".into();
    for (n, row) in plan.rows.iter_mut().enumerate() {
        row.held_at = (n < meetings).then_some(row.at);
        row.remark = if n < meetings {
            "已召开"
        } else {
            ["没有到会记录", "已取消：因台风停止户外活动"][n % 2]
        }
        .into();
    }
    let each = photos_each + 1;
    let meeting = |n: usize| {
        let first = u32::try_from(n).expect("few") * each;
        let day = format!("2026-{:02}-{:02}", 7 + n * 3 / meetings, n % 28 + 1);
        let mut minutes = minutes(if n == 1 { 14 } else { 2 });
        minutes.title = format!("第{}次支部党员大会", n + 1);
        minutes.started_at = moment(&format!("{day}T14:30:00"));
        minutes.ended_at = Some(moment(&format!("{day}T16:00:00")));
        minutes.present = names(people);
        let mut form = record_form(2, true);
        form.minutes = minutes.clone();
        minutes.photos = photos(first, photos_each);
        BoundMeeting {
            heading: format!("{}　{}", date(&day).format("%-m月%-d日"), minutes.title),
            minutes,
            has_minutes: true,
            form: n.is_multiple_of(2).then_some(form),
            scans: if n.is_multiple_of(2) {
                vec![Some(Photo { number: first + photos_each, bytes: jpeg(7, false) }), None]
            } else {
                Vec::new()
            },
        }
    };
    BoundQuarter {
        branch: BRANCH.into(),
        superior: "中共示例市社会组织综合委员会".into(),
        quarter: "2026年第三季度".into(),
        compiled_by: String::new(),
        compiled_on: date("2026-10-08"),
        held: meetings,
        plan,
        meetings: (0..meetings).map(meeting).collect(),
        attendance: Some(attendance(people, meetings)),
        resolutions: (0..meetings)
            .map(|n| BoundResolution {
                on: date("2026-07-08"),
                meeting: format!("第{}次支部党员大会", n + 1),
                text: "购置学习书籍，组织党员轮流领学。".into(),
                responsible: n.is_multiple_of(2).then(|| "赵䶮".into()),
                due: n.is_multiple_of(2).then(|| date("2026-09-30")),
                notes: if n.is_multiple_of(2) {
                    vec!["9月20日 已购 40 册，发到每名党员".into()]
                } else {
                    Vec::new()
                },
                outcome: if n.is_multiple_of(2) { "9月20日办结" } else { "" }.into(),
            })
            .collect(),
        kept_files: vec![KeptFile {
            meeting: "9月20日　第2次支部党员大会".into(),
            name: "签到表扫描20260920.pdf".into(),
        }],
    }
}

/// Ballots for as many seats as leave one candidate over.
pub(crate) fn ballots(candidates: usize, copies: u32) -> Ballots {
    let seats = u32::try_from(candidates.saturating_sub(1)).expect("few");
    Ballots {
        branch: BRANCH.into(),
        title: "换届选举支部委员会委员选票".into(),
        on: date("2026-11-25"),
        of: VotedOn::People,
        candidates: names(candidates),
        blank_names: seats.min(5),
        notes: vec![
            format!("本次应选 {seats} 名，候选人 {candidates} 名，按姓氏笔画为序。"),
            "赞成的在“赞成”栏内画“○”，不赞成的在“不赞成”栏内画“○”，弃权的在“弃权”栏内画“○”；不画的按弃权计。".into(),
            "另选他人的，在“另选他人”栏内写上姓名，并在“赞成”栏内画“○”。".into(),
            format!("赞成的和另选的合计不超过 {seats} 名的，选票有效；多于 {seats} 名的，选票无效。"),
        ],
        copies,
    }
}

/// 表决票 of a motion.
pub(crate) fn motion_ballots(subject: &str, copies: u32) -> Ballots {
    Ballots {
        title: "接收预备党员表决票".into(),
        of: VotedOn::Motion,
        candidates: vec![subject.into()],
        blank_names: 0,
        notes: vec![
            "赞成的在“赞成”栏内画“○”，不赞成的在“不赞成”栏内画“○”，弃权的在“弃权”栏内画“○”；不画的按弃权计。".into(),
            "只能选一项；多选的无效。".into(),
        ],
        ..ballots(2, copies)
    }
}

/// 计票单 of a motion, before or after the vote.
pub(crate) fn motion_tally(counted: bool) -> TallySheet {
    let number = |number| counted.then_some(number);
    let counts = [("应到会有表决权人数", number(44)), ("实到会有表决权人数", number(39)), ("发出表决票", None)];
    let written = [("收回表决票", None), ("书面意见赞成", number(2)), ("书面意见不赞成", number(0))];
    TallySheet {
        title: "接收预备党员计票单".into(),
        of: VotedOn::Motion,
        seats: 0,
        counts: counts.into_iter().chain(written).map(|(name, count)| (name.to_owned(), count)).collect(),
        rows: vec![TallyRow {
            name: "接收李𬭎同志为中共预备党员".into(),
            written_in: false,
            votes_for: number(38),
            votes_against: number(0),
            abstained: number(1),
            result: if counted { "通过" } else { "" }.into(),
        }],
        result: if counted { "赞成票超过应到会有表决权党员的半数，予以通过。" } else { "" }.into(),
        ..tally_sheet()
    }
}

pub(crate) fn meeting_notice() -> MeetingNotice {
    let section = |heading: &str, paragraphs: &[&str]| NoticeSection {
        heading: heading.to_owned(),
        paragraphs: paragraphs.iter().map(|text| (*text).to_owned()).collect(),
    };
    MeetingNotice {
        branch: BRANCH.into(),
        title: "关于召开2026年第四季度支部党员大会的通知".into(),
        addressee: "全体党员".into(),
        opening: "现定于11月25日召开2026年第四季度支部党员大会，有关事项通知如下。".into(),
        sections: vec![
            section("时间", &["2026年11月25日（星期三）14:30"]),
            section("地点", &["示例大厦12楼党群活动室"]),
            section("议程", &["1．传达学习上级文件精神", "2．讨论接收李𬭎同志为中共预备党员"]),
            section("列席人员", &["钱某某、阿卜杜拉·买买提"]),
            section("有关要求", &["请带《中国共产党章程》。", "因故不能到会的，请于11月24日前请假。"]),
        ],
        on: date("2026-11-20"),
    }
}

/// With the branch's words, or before anybody wrote them.
pub(crate) fn vote_resolution(written: bool) -> VoteResolution {
    let words = |text: &str| if written { text.to_owned() } else { String::new() };
    VoteResolution {
        branch: BRANCH.into(),
        title: "关于接收李𬭎为中共预备党员的决议".into(),
        opening: format!("{BRANCH}于2026年11月25日召开支部党员大会，讨论李𬭎的入党问题。"),
        merits: words("该同志对党的认识明确，入党动机端正。\n工作踏实，群众基础好。"),
        faults: words("理论学习的系统性不够，有时工作方法简单。"),
        conclusion: words("经讨论，与会党员认为该同志基本具备党员条件。"),
        way: "大会采取无记名投票的方式进行表决，有表决权的党员到会和票数如下：".into(),
        counts: [
            ("党员总数", 46),
            ("有表决权", 44),
            ("应到会", 44),
            ("实到会", 39),
            ("赞成", 40),
            ("不赞成", 0),
            ("弃权", 1),
        ]
        .map(|(name, count)| (name.to_owned(), count))
        .into(),
        written: "上列票数含未到会有表决权党员的书面意见 2 份，其中赞成 2 份，不赞成 0 份。".into(),
        result: "赞成票超过应到会有表决权党员的半数，大会同意接收李𬭎为中共预备党员。".into(),
        on: date("2026-11-25"),
    }
}

/// So many members at so many meetings.
pub(crate) fn attendance(people: usize, meetings: usize) -> AttendanceSheet {
    let marks = ["✓", "✓", "假", "✓", "✓", "✓", "缺", "✓", "不", "✓", "—"];
    let day = |at: usize| format!("2026-{:02}-{:02}T14:30:00", 7 + at % 3, at % 28 + 1);
    let row = |(at, name): (usize, String)| RangeRow {
        member: zhibu_core::roster::MemberId(1),
        attendance: ReportAttendance {
            name,
            kind: "正式".into(),
            expected: 12,
            present: 10,
            on_leave: 1,
            absent: 1,
            missed_three: at % 9 == 8,
        },
        rate: rate(10, 12),
        marks: (0..meetings).map(|meeting| marks[(meeting * 3 + at) % marks.len()]).collect(),
        reasons: vec![RangeReason { on: date("2026-07-08"), reason: "因公出差".into() }],
        away_since: (at % 17 == 16).then(|| date("2026-01-10")),
        away_months: if at % 17 == 16 { 8 } else { 0 },
        away_too_long: at % 17 == 16,
        former: at % 23 == 22,
    };
    let meeting = |at: usize| RangeMeeting {
        id: MeetingId(1),
        at: moment(&day(at)),
        title: ["第三季度支部党员大会", "支委会", "主题党日：参观社区服务中心并慰问困难党员"][at % 3].into(),
        kinds: "主题党日".into(),
        expected: 48,
        present: 41,
    };
    AttendanceSheet {
        branch: BRANCH.into(),
        period: "2026年第三季度".into(),
        scope: String::new(),
        range: AttendanceRange {
            query: AttendanceRangeQuery { from: date("2026-07-01"), to: date("2026-09-30"), kind: None },
            as_of: date("2026-09-30"),
            meetings: (0..meetings).map(meeting).collect(),
            rows: names(people).into_iter().enumerate().map(row).collect(),
            months: [(10, 60, 52, 5, 3), (11, 40, 40, 0, 0)]
                .into_iter()
                .map(|(month, expected, present, on_leave, absent)| RangeMonth {
                    month: format!("2026-{month}"),
                    expected,
                    present,
                    on_leave,
                    absent,
                    rate: rate(present, expected),
                })
                .collect(),
            legend: "✓ 到会　迟 迟到　假 请假　缺 缺席　不 不作硬性要求　？ 未登记　— 不在应到之列".into(),
        },
    }
}

pub(crate) fn tally_sheet() -> TallySheet {
    let counts = [
        ("应到会有选举权人数", 44),
        ("实到会有选举权人数", 39),
        ("发出选票", 39),
        ("收回选票", 39),
        ("有效票", 38),
        ("无效票", 1),
    ];
    let row = |(at, name): (usize, String)| {
        let votes = 36 - u32::try_from(at).expect("few") * 4;
        TallyRow {
            name,
            written_in: false,
            votes_for: Some(votes),
            votes_against: Some(38 - votes),
            abstained: Some(0),
            result: if at < 5 { "当选" } else { "未当选" }.into(),
        }
    };
    let mut rows: Vec<_> = names(6).into_iter().enumerate().map(row).collect();
    rows.push(TallyRow {
        name: "王建国".into(),
        written_in: true,
        votes_for: Some(2),
        votes_against: None,
        abstained: None,
        result: "未当选".into(),
    });
    TallySheet {
        branch: BRANCH.into(),
        title: "换届选举支部委员会委员计票报告单".into(),
        of: VotedOn::People,
        meeting: "2026年换届选举党员大会".into(),
        on: date("2026-11-25"),
        place: "示例大厦12楼党群活动室".into(),
        seats: 5,
        counts: counts.map(|(name, count)| (name.to_owned(), Some(count))).into(),
        rows,
        result: "应到会有选举权的党员 44 名，实到 39 名。发出选票 39 张，收回 39 张，其中有效票 38 张，无效票 1 张；收回的选票没有\
                 多于发出的选票，选举有效。李𬭎、王𣲘、张㛃、赵䶮、陈𫟦赞成票超过实到会人数的半数，当选为支部委员会委员。"
            .into(),
        chief_scrutineer: "刘志强".into(),
        scrutineers: vec!["杨文博".into(), "黄思远".into()],
        counters: vec!["周某".into(), "吴晓梅".into()],
    }
}

/// Before the counting.
pub(crate) fn empty_tally_sheet() -> TallySheet {
    let mut sheet = tally_sheet();
    sheet.result.clear();
    for (_, count) in &mut sheet.counts {
        *count = None;
    }
    for row in &mut sheet.rows {
        (row.votes_for, row.votes_against, row.abstained) = (None, None, None);
        row.result.clear();
        if row.written_in {
            row.name.clear();
        }
    }
    sheet
}

pub(crate) fn election_report() -> ElectionReport {
    let section = |heading: &str, paragraphs: &[&str]| LetterSection {
        heading: heading.into(),
        paragraphs: paragraphs.iter().map(|text| (*text).to_owned()).collect(),
    };
    let elected = names(5).into_iter().zip(["书记", "副书记", "组织委员", "宣传委员", "纪检委员"]);
    ElectionReport {
        branch: BRANCH.into(),
        title: "关于支部委员会委员换届选举结果的报告".into(),
        superior: "中共示例市社会组织综合委员会".into(),
        opening:
            "根据《中国共产党章程》和《中国共产党基层组织选举工作条例》的规定，我支部于2026年11月25日召开支部党员大会，\
                  以无记名投票方式进行换届选举，应选支部委员会委员 5 名。现将选举结果报告如下。"
                .into(),
        sections: vec![
            section(
                "候选人和监票、计票人员",
                &[
                    "候选人 6 名（按姓氏笔画为序）：王𣲘、李𬭎、张㛃、陈𫟦、赵䶮、阿卜杜拉·买买提。",
                    "总监票人刘志强；监票人杨文博、黄思远；计票人周某、吴晓梅。",
                ],
            ),
            section("投票情况", &[&tally_sheet().result]),
            section(
                "选举结果",
                &[
                    "当选支部委员会委员 5 名（按姓氏笔画为序）：王𣲘、李𬭎、张㛃、陈𫟦、赵䶮。",
                    "分工：李𬭎任书记，王𣲘任副书记。",
                ],
            ),
        ],
        closing: "以上报告，请审批。".into(),
        on: date("2026-11-26"),
        elected: elected
            .map(|(name, office)| LetterRow {
                name,
                sex: "男".into(),
                ethnicity: "汉族".into(),
                birth: "1980.05".into(),
                education: "大学本科".into(),
                joined: "2005.07".into(),
                position: "秘书处干事".into(),
                office: office.into(),
                votes: 36,
            })
            .collect(),
    }
}

pub(crate) fn appraisal_ballots(people: usize, copies: u32) -> AppraisalBallots {
    AppraisalBallots {
        branch: BRANCH.into(),
        title: "2026年度民主评议党员测评票".into(),
        on: "2026-11-25".parse().expect("a day"),
        names: names(people),
        notes: vec![
            "按姓氏笔画为序。对每名党员在一个等次下画“○”；一个也不画的，对这名党员按弃权计，画了两个以上的不计。"
                .into(),
            "无记名填写，不写自己的姓名，填好后当场收回。".into(),
        ],
        copies,
    }
}

/// `counted`: else it is left to a hand.
pub(crate) fn appraisal_tally(people: usize, counted: bool) -> AppraisalTallySheet {
    let number = |number: u32| counted.then_some(number);
    AppraisalTallySheet {
        branch: BRANCH.into(),
        title: "2026年度民主评议党员测评汇总表".into(),
        meeting: "2026年度民主评议党员".into(),
        on: "2026-11-25".parse().expect("a day"),
        place: "示例大厦12楼党群活动室".into(),
        counts: vec![
            ("应到党员".into(), number(52)),
            ("实到党员".into(), number(47)),
            ("发出测评票".into(), number(47)),
            ("收回测评票".into(), number(46)),
        ],
        rows: (0_u32..)
            .zip(names(people))
            .map(|(i, name)| AppraisalTallyRow { name, counts: counted.then_some([46 - i % 40, i % 40, 0, 0]) })
            .collect(),
        is_void: false,
    }
}

pub(crate) fn appraisal_result(people: usize) -> AppraisalResult {
    let row = |(i, name): (u32, String)| {
        let probationary = i % 23 == 22;
        AppraisalResultRow {
            name,
            kind: if probationary { "预备" } else { "正式" }.into(),
            own: true,
            mutual: i != 4,
            counts: (!probationary).then_some([46 - i % 40, i % 40, 0, 0]),
            grade: match i {
                _ if probationary => "不评定",
                0..=3 => "优秀",
                5 => "基本合格",
                _ => "合格",
            }
            .into(),
            reason: if i == 5 { "半年没有参加组织生活，由书记谈话，限期改正" } else { "" }.into(),
        }
    };
    AppraisalResult {
        branch: BRANCH.into(),
        title: "2026年度民主评议党员结果表".into(),
        organ: if people > 7 { "支部委员会" } else { "支部党员大会" }.into(),
        meeting: "2026年度民主评议党员".into(),
        on: "2026-11-25".parse().expect("a day"),
        attendance: "应到党员 52 名，实到 47 名".into(),
        handed_out: Some(47),
        collected: Some(46),
        is_void: false,
        decided_on: "2026-11-28".parse().ok(),
        rows: (0..).zip(names(people)).map(row).collect(),
        totals: [("优秀", 4), ("合格", 41), ("基本合格", 1), ("不合格", 0)]
            .map(|(name, count)| (name.to_owned(), count))
            .into(),
    }
}

pub(crate) fn quarterly_report(people: usize) -> QuarterlyReport {
    let count = |label: &str, count| ReportCount { label: label.into(), count };
    let people = names(people);
    let total = u32::try_from(people.len()).expect("few people");
    QuarterlyReport {
        format: REPORT_FORMAT,
        quarter: "2026Q3".parse().expect("a quarter"),
        version: 2,
        reason: Some("补录9月主题党日到会情况。".into()),
        as_of: date("2026-09-30"),
        branch: ReportBranch {
            name: BRANCH.into(),
            kind: "联合党支部".into(),
            superior: "中共示例市社会组织综合委员会".into(),
            unit: "示例市某某行业协会、示例市某某商会、示例市某某社会工作服务中心".into(),
            units: vec![
                count("示例市某某行业协会", 16),
                count("示例市某某商会", 9),
                count("示例市某某社会工作服务中心", 5),
            ],
            term: Some(ReportTerm {
                number: 3,
                elected_on: date("2024-06-18"),
                due_on: date("2027-06-18"),
            }),
            helpers: vec!["党建组织员 何若水（示例街道社会组织党委）".into()],
            secretary: "李建国".into(),
            offices: vec!["书记 李建国".into(), "组织委员 赵䶮".into(), "宣传委员 李𬭎".into()],
            groups: vec![count("第一党小组", 16), count("第二党小组", 14)],
        },
        members: ReportMembers {
            start: total.saturating_sub(1),
            admitted: 1,
            moved_in: 1,
            other_in: 0,
            moved_out: 1,
            other_out: 0,
            end: total,
            full: total.saturating_sub(2),
            probationary: 2.min(total),
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
        meeting_kinds: [
            (MeetingKind::General, "支部党员大会", 1, 1),
            (MeetingKind::Committee, "支部委员会会议", 3, 2),
            (MeetingKind::Group, "党小组会", 6, 6),
            (MeetingKind::Lecture, "党课", 1, 1),
            (MeetingKind::ThemeDay, "主题党日", 3, 3),
            (MeetingKind::OrganizationalLife, "组织生活会", 0, 0),
        ]
        .into_iter()
        .map(|(kind, name, required, held)| ReportMeetingKind {
            kind,
            name: name.into(),
            required,
            planned: required,
            held,
            expected: held * 30,
            present: held * 27,
        })
        .collect(),
        meetings: (1..=12)
            .map(|i| ReportMeeting {
                on: date(&format!("2026-{:02}-{:02}", 7 + i / 5, 1 + i * 2)),
                kinds: if i % 3 == 0 { "支部党员大会、主题党日" } else { "支部委员会会议" }.into(),
                title: if i % 4 == 0 { "学习贯彻社会组织党建工作要求暨“我为群众办实事”主题党日活动" } else { "支部委员会会议" }
                    .into(),
                held: i != 12,
                expected: 30,
                present: 27,
            })
            .collect(),
        attendance: people
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
            .collect(),
        development: vec![
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
        ],
        study: ReportStudy {
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
        findings: vec![
            Finding {
                rule: RuleId("B11".into()),
                severity: Severity::Late,
                message: "8月没有召开支部委员会会议，支部委员会会议一般每月召开1次".into(),
                action: "去开".into(),
                due: Some(date("2026-08-31")),
                subject: Subject { room: Room::Meetings, id: None },
            },
            Finding {
                rule: RuleId("E01".into()),
                severity: Severity::Notice,
                message: "24名党员本年度学时未满32学时".into(),
                action: "查看".into(),
                due: None,
                subject: Subject { room: Room::Study, id: None },
            },
        ],
        problems: "8月因书记外出学习，支部委员会会议没有按月召开。\n整改措施：由副书记代为召集，已在9月补开，并列入四季度计划。".into(),
        plan: "一是召开第四季度支部党员大会，讨论接收预备党员。\n二是完成年度集中培训，补足学时。\n三是组织一次志愿服务主题党日。".into(),
        audit_head: "9f".repeat(32),
        mark: Some(ReportMark {
            signer: BRANCH.into(),
            signed_at: "2026-10-03 09:12 +08:00".into(),
            fingerprint: "0123456789ABCDEF".repeat(4),
        }),
    }
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
        qr: format!("zhibu-cert:{fingerprint}"),
        valid_from: "2026-11-23".into(),
        valid_to: "2029-11-22".into(),
        printed_on: "2026-11-23".into(),
    }
}

pub(crate) fn roster(people: usize) -> RosterSheet {
    let partial = |text: String| text.parse().ok();
    let rows: Vec<_> = names(people)
        .into_iter()
        .enumerate()
        .map(|(i, name)| RosterSheetRow {
            name,
            sex: if i % 3 == 0 { "女" } else { "男" }.into(),
            ethnicity: if i == 5 { "维吾尔族" } else { "汉族" }.into(),
            birth: (i % 7 != 0).then(|| partial(format!("{}-{:02}", 1950 + i % 50, 1 + i % 9))).flatten(),
            education: ["大学本科", "硕士研究生", "大学专科", "高中", "在职大学教育"][i % 5].into(),
            kind: if i % 23 == 22 { "预备" } else { "正式" }.into(),
            joined: partial(format!("20{:02}-07-01", i % 25)),
            converted: (i % 23 != 22).then(|| partial(format!("20{:02}-07-01", i % 25 + 1))).flatten(),
            party_group: ["第一党小组", "第二党小组", ""][i % 3].into(),
            unit: ["示例市某某行业协会", "示例市某某社会工作服务中心", ""][i % 3].into(),
            office: ["书记", "组织委员", "宣传委员"].get(i).copied().unwrap_or_default().into(),
            job_position: ["秘书长", "会员部主任", "", "财务", "副会长兼秘书长、党建工作办公室主任"][i % 5].into(),
            phone: "138****5678".into(),
            ..RosterSheetRow::default()
        })
        .collect();
    let count = |label: &str, part: fn(&RosterSheetRow) -> &str, word: &str| LabelCount {
        label: label.into(),
        count: u32::try_from(rows.iter().filter(|row| part(row) == word).count()).expect("few people"),
    };
    let kind: fn(&RosterSheetRow) -> &str = |row| &row.kind;
    let sex: fn(&RosterSheetRow) -> &str = |row| &row.sex;
    RosterSheet {
        branch: BRANCH.into(),
        on: date("2026-11-25"),
        scope: String::new(),
        former: false,
        revealed: false,
        kinds: vec![count("正式党员", kind, "正式"), count("预备党员", kind, "预备")],
        sexes: vec![count("男", sex, "男"), count("女", sex, "女")],
        rows,
    }
}

pub(crate) fn contact_list(people: usize) -> ContactList {
    let mut rows: Vec<_> = names(people)
        .into_iter()
        .enumerate()
        .map(|(i, name)| ContactRow {
            name,
            office: if i == 0 { "书记" } else { "" }.into(),
            mobile: "13812345678".into(),
            other_phones: ["0755-12345678", "0755-87654321"].map(str::to_owned)[..i % 3].to_vec(),
            workplace: ["示例市某某行业协会", "示例市某某社会工作服务中心示例街道党群服务中心", ""][i % 3].into(),
        })
        .collect();
    let mut groups = Vec::new();
    for (name, size) in [("第一党小组", people / 2), ("第二党小组", people / 3), ("", people)] {
        let rest = rows.split_off(size.min(rows.len()));
        groups.push(ContactGroup { name: name.into(), rows: std::mem::replace(&mut rows, rest) });
    }
    groups.retain(|group| !group.rows.is_empty());
    ContactList {
        branch: BRANCH.into(),
        phone: "0755-12345678".into(),
        on: date("2026-11-25"),
        scope: String::new(),
        groups,
    }
}

/// A record with every section, and with `events` in its history.
pub(crate) fn member_record(events: usize) -> MemberRecord {
    let field = |(label, value): (&str, &str)| RecordField { label: label.into(), value: value.into() };
    let section = |title: &str, fields: &[(&str, &str)]| RecordSection {
        title: title.into(),
        fields: fields.iter().copied().map(field).collect(),
    };
    MemberRecord {
        branch: BRANCH.into(),
        on: date("2026-11-25"),
        name: RARE_NAMES[3].into(),
        photo: None,
        sections: vec![
            section(
                "基本情况",
                &[
                    ("姓名", RARE_NAMES[3]),
                    ("性别", "男"),
                    ("民族", "汉族"),
                    ("出生日期", "1990年3月10日"),
                    ("公民身份号码", "440300199003105609"),
                    ("籍贯", "广东省示例市示例区"),
                    ("学历", "大学本科"),
                    ("学位", ""),
                    ("毕业院校", "示例大学马克思主义学院"),
                    ("所学专业", "社会工作"),
                    ("户籍所在地", "示例市示例区示例街道示例社区示例路一百二十三号"),
                ],
            ),
            section("工作", &[("工作岗位", "秘书长"), ("工作单位", ""), ("参加工作日期", "2012年7月")]),
            section(
                "党籍",
                &[("所在党支部", BRANCH), ("人员类别", "正式党员"), ("入党日期", "2012年7月1日"), ("党内职务", "书记")],
            ),
            section(
                "联系方式",
                &[
                    ("手机", "13812345678"),
                    ("电子邮箱", "zhao.yan.with.a.very.long.mailbox.name@example-association-of-trades.org.cn"),
                ],
            ),
        ],
        history: (0..events)
            .map(|i| RecordEvent {
                on: if i == 0 { String::new() } else { format!("{}年7月1日", 2011 + i) },
                title: ["编入第一党小组", "入党", "转为正式党员", "任组织委员"][i % 4].into(),
                why: if i % 4 == 3 { "支部大会选举，任期三年" } else { "" }.into(),
            })
            .collect(),
        attendance: ["2026年第一季度", "2026年第二季度", "2026年第三季度", "2026年第四季度"]
            .map(|quarter| RecordAttendance {
                quarter: quarter.into(),
                expected: 11,
                present: 10,
                on_leave: 1,
                absent: 0,
            })
            .to_vec(),
        study: (2024..=2026)
            .map(|year| RecordStudy { year, hours: Hours::from_tenths(245), required: Some(Hours::whole(32)) })
            .collect(),
        appraisals: [(2024, "预备党员，不评定等次"), (2025, "合格"), (2026, "优秀")]
            .map(|(year, result)| RecordAppraisal { year, result: result.into() })
            .into(),
    }
}

/// Statistics with so many units.
pub(crate) fn statistics(units: u32) -> RosterStatistics {
    let table = |by: Dimension, labels: Vec<(String, u32)>| DimensionCounts {
        by,
        title: by.title().into(),
        counts: labels.into_iter().map(|(label, count)| LabelCount { label, count }).collect(),
    };
    let words = |labels: &[(&str, u32)]| labels.iter().map(|(label, count)| ((*label).to_owned(), *count)).collect();
    RosterStatistics {
        branch: BRANCH.into(),
        superior: "中共示例市社会组织综合委员会".into(),
        on: date("2026-11-25"),
        total: 46,
        tables: vec![
            table(Dimension::Kind, words(&[("正式党员", 44), ("预备党员", 2)])),
            table(Dimension::Sex, words(&[("男", 27), ("女", 19)])),
            table(Dimension::Ethnicity, words(&[("汉族", 43), ("壮族", 2), ("维吾尔族", 1)])),
            table(
                Dimension::Education,
                words(&[("研究生", 6), ("大学本科", 25), ("大学专科", 11), ("中专、高中", 3), ("未填", 1)]),
            ),
            table(
                Dimension::Age,
                words(&[
                    ("30岁及以下", 6),
                    ("31–35岁", 9),
                    ("36–40岁", 11),
                    ("41–45岁", 8),
                    ("46–50岁", 7),
                    ("61–65岁", 5),
                ]),
            ),
            table(
                Dimension::PartyAge,
                words(&[("预备期", 2), ("不满1年", 3), ("1年以上不满5年", 16), ("5年以上不满10年", 25)]),
            ),
            table(Dimension::Group, words(&[("第一党小组", 24), ("第二党小组", 22)])),
            table(Dimension::Unit, (0..units).map(|i| (format!("示例市第{i}行业协会"), 46 / units)).collect()),
        ],
    }
}

pub(crate) fn introduction_letter() -> IntroductionLetter {
    IntroductionLetter {
        branch: BRANCH.into(),
        number: "2026-007".into(),
        addressee: "中共示例市示例区委组织部".into(),
        name: "王𣲘".into(),
        sex: "女".into(),
        age: Some(36),
        ethnicity: "汉".into(),
        kind: "正式".into(),
        id_number: "44030019900310562X".into(),
        from_organization: BRANCH.into(),
        to_organization: "中共示例市示例区示例街道示例社区第二支部委员会".into(),
        dues_paid_to: "贰零贰陆年壹拾壹月".into(),
        valid_days: "玖拾".into(),
        issued_on: date("2026-11-23"),
        phone: "13800001234".into(),
        address: "示例市示例区示例路1号示例大厦3楼".into(),
        office_phone: "0755-00000000".into(),
        postcode: "518000".into(),
        handled_by: "赵䶮".into(),
        receipt_to: "中共示例市社会组织综合委员会".into(),
    }
}

pub(crate) fn transfer_receipt() -> TransferReceipt {
    TransferReceipt {
        branch: BRANCH.into(),
        number: "街组 2026-118".into(),
        addressee: "中共示例市某某街道工作委员会".into(),
        name: "阿卜杜拉·买买提".into(),
        kind: "预备".into(),
        from_organization: "中共示例市某某街道某某社区支部委员会".into(),
        accepted_on: date("2026-11-15"),
        handled_by: "赵䶮".into(),
        phone: "0755-00000000".into(),
    }
}

/// One of each kind.
pub(crate) fn one_of_each() -> Vec<Document> {
    vec![
        Document::SignInSheet(sign_in_sheet(50)),
        Document::Minutes(minutes(3)),
        Document::MeetingRecordForm(record_form(3, true)),
        Document::BoundQuarter(Box::new(bound_quarter(1, 10, 2))),
        Document::MeetingNotice(meeting_notice()),
        Document::VoteResolution(vote_resolution(true)),
        Document::Attendance(attendance(50, 14)),
        Document::Ballots(ballots(4, 5)),
        Document::TallySheet(tally_sheet()),
        Document::AppraisalBallots(appraisal_ballots(50, 1)),
        Document::AppraisalTally(appraisal_tally(50, true)),
        Document::AppraisalResult(appraisal_result(50)),
        Document::ElectionReport(election_report()),
        Document::MeetingPlan(meeting_plan(12)),
        Document::QuarterlyReport(Box::new(quarterly_report(30))),
        Document::RecoverySheet(recovery_sheet()),
        Document::EnrolmentSheet(enrolment_sheet()),
        Document::Roster(roster(30)),
        Document::ContactList(contact_list(30)),
        Document::MemberRecord(member_record(6)),
        Document::Statistics(statistics(3)),
        Document::IntroductionLetter(introduction_letter()),
        Document::TransferReceipt(transfer_receipt()),
    ]
}

pub(crate) fn attachments() -> Vec<Attachment> {
    vec![
        Attachment {
            name: "report.json".into(),
            mime: "application/json".into(),
            description: "季度报告数据".into(),
            bytes: br#"{"format":1}"#.repeat(500),
        },
        Attachment {
            name: "roster.xlsx".into(),
            mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".into(),
            description: "党员名册".into(),
            bytes: (0..=255).collect(),
        },
    ]
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn moment(text: &str) -> NaiveDateTime {
    text.parse().expect("a time")
}
