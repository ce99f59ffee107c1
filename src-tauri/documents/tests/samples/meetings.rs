//! Papers of meetings: sign-in sheets, plans, minutes, photos, report forms, notices, resolutions, attendance, and the bound quarter.

use zhibu_core::meetings::{
    AttendanceCount, AttendanceRange, AttendanceRangeQuery, AttendanceSheet, AttendanceTally, MeetingId,
    MeetingRecordForm, Minutes, MinutesAgendaItem, MinutesFollowUp, MinutesVote, Point, RangeMeeting, RangeMonth,
    RangeReason, RangeRow, Resolution, SignInRow, SignInSheet, rate,
};
use zhibu_core::outside::{Block, Captioned, Column, Page, Photo, Place, Writing};
use zhibu_core::papers::{BoundMeeting, BoundQuarter, BoundResolution, Handbook, HandbookPages, KeptFile};

use super::{BRANCH, cells, date, moment, names};

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

pub(crate) fn meeting_plan(meetings: usize) -> Writing {
    let row = |n: usize| {
        let time = format!("2026年10月{}日\n14:30", n % 28 + 1);
        let title = format!("第{}次主题党日：学习党章，参观社区服务中心", n + 1);
        let remark = if n == 0 { "已召开" } else { "" };
        cells([&(n + 1).to_string(), &time, "主题党日、党课", &title, "协会三楼会议室", "郑𬭎", remark])
    };
    let columns = vec![
        Column::mm(9.0, "序号"),
        Column::mm(29.0, "时间"),
        Column::share(1.1, "类别"),
        Column::share(1.4, "内容"),
        Column::share(1.2, "地点"),
        Column::mm(16.0, "主持人"),
        Column::mm(14.0, "备注"),
    ];
    let hands = Block::Hands {
        rows: vec![
            vec![Place::Hand("支部书记（签字）".into()), Place::Hand("上级党组织意见".into())],
            vec![Place::Told("填报日期：2026年10月5日".into()), Place::Told("（盖章处）".into())],
        ],
    };
    plan("2026年第四季度组织生活计划报备表", columns, (0..meetings).map(row).collect(), meetings, vec![hands])
}

fn plan(title: &str, columns: Vec<Column>, rows: Vec<Vec<String>>, meetings: usize, end: Vec<Block>) -> Writing {
    let branch = "中共示例市示例协会支部委员会".to_owned();
    let foot = format!("合计：主题党日 {meetings} 次，党课 {meetings} 次。");
    let table = Block::Table { columns, rows, foot, roomy: false };
    let mut blocks = vec![Block::title([&branch, title]), Block::text("上级党组织：示例街道社会组织党委")];
    blocks.push(if meetings == 0 { Block::text("本季度还没有安排。") } else { table });
    blocks.extend(end);
    Writing { title: title.to_owned(), branch, page: Page::Form, blocks }
}

/// The plan of a volume: the first `held` meetings were held.
fn plan_and_actual(meetings: usize, held: usize) -> Writing {
    let row = |n: usize| {
        let time = format!("2026年7月{}日 14:30", n % 28 + 1);
        let title = format!("第{}次主题党日：学习党章，参观社区服务中心", n + 1);
        let (at, outcome) = match n < held {
            true => (time.as_str(), "已召开"),
            false => ("—", ["没有到会记录", "已取消：因台风停止户外活动"][n % 2]),
        };
        cells([&(n + 1).to_string(), &time, at, "主题党日、党课", &title, "协会三楼会议室", "郑𬭎", outcome])
    };
    let columns = vec![
        Column::mm(12.0, "序号"),
        Column::mm(40.0, "计划时间"),
        Column::mm(40.0, "实际时间"),
        Column::mm(34.0, "类别"),
        Column::share(1.5, "内容"),
        Column::share(1.0, "地点"),
        Column::mm(24.0, "主持人"),
        Column::share(1.0, "落实情况"),
    ];
    let title = "2026年第三季度组织生活计划与落实情况";
    plan(title, columns, (0..meetings).map(row).collect(), meetings, Vec::new())
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
pub(crate) fn photos(first: u32, count: u32) -> Vec<Captioned> {
    let captions =
        ["会场", "李𬭎同志领学《中国共产党章程》并与大家交流学习体会，随后全体党员重温入党誓词", "", "重温入党誓词"];
    let photo = |n: u32| Captioned {
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
        let record = Some(minutes.writing());
        minutes.photos = photos(first, photos_each);
        BoundMeeting {
            heading: format!("{}　{}", date(&day).format("%-m月%-d日"), minutes.title),
            minutes,
            record,
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
        plan: plan_and_actual(meetings + 2, meetings),
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

/// A handbook with a part of each sort: a form, one with papers, and one without a record.
pub(crate) fn handbook() -> Handbook {
    let part =
        |name: &str, blocks: Vec<Block>, papers: Vec<Writing>| HandbookPages { name: name.into(), blocks, papers };
    let plan = plan_and_actual(3, 2);
    Handbook {
        branch: BRANCH.into(),
        superior: "中共示例市社会组织综合委员会".into(),
        unit: "示例协会".into(),
        year: 2026,
        secretary: "赵䶮".into(),
        made_on: date("2026-12-31"),
        parts: vec![
            part("一、年度计划与总结", plan.blocks.clone(), vec![plan]),
            part("二、党员大会", vec![Block::text("附后。")], vec![minutes(3).writing()]),
            part("三、谈心谈话", vec![Block::text("本年度没有登记。")], Vec::new()),
        ],
        last_pages: vec![meeting_plan(2)],
    }
}

pub(crate) fn meeting_notice() -> Writing {
    let title = "关于召开2026年第四季度支部党员大会的通知";
    let line = |text: &str, line: &str| Block::HeadWith { text: text.into(), line: line.into() };
    let blocks = vec![
        Block::title([BRANCH, title]),
        Block::Addressee { text: "全体党员：".into() },
        Block::text("现定于11月25日召开2026年第四季度支部党员大会，有关事项通知如下。"),
        line("时间", "2026年11月25日（星期三）14:30"),
        line("地点", "示例大厦12楼党群活动室"),
        Block::head("议程"),
        Block::text("1．传达学习上级文件精神\n2．讨论接收李𬭎同志为中共预备党员"),
        line("列席人员", "钱某某、阿卜杜拉·买买提"),
        Block::head("有关要求"),
        Block::text("请带《中国共产党章程》。\n因故不能到会的，请于11月24日前请假。"),
        Block::Signed { by: BRANCH.into(), role: None, on: date("2026-11-20") },
    ];
    Writing { title: title.into(), branch: BRANCH.into(), page: Page::Official, blocks }
}

/// With the branch's words, or before anybody wrote them.
pub(crate) fn vote_resolution(written: bool) -> Writing {
    let title = "关于接收李𬭎为中共预备党员的决议";
    let words = |text: &str| Block::Words { text: if written { text.to_owned() } else { String::new() } };
    let counts =
        [("党员总数", 46), ("有表决权", 44), ("应到会", 44), ("实到会", 39), ("赞成", 40), ("不赞成", 0), ("弃权", 1)];
    let blocks = vec![
        Block::title([BRANCH, title]),
        Block::text(format!("{BRANCH}于2026年11月25日召开支部党员大会，讨论李𬭎的入党问题。")),
        Block::head("主要优点"),
        words("该同志对党的认识明确，入党动机端正。\n工作踏实，群众基础好。"),
        Block::head("主要缺点"),
        words("理论学习的系统性不够，有时工作方法简单。"),
        Block::head("大会意见"),
        words("经讨论，与会党员认为该同志基本具备党员条件。"),
        Block::head("表决情况"),
        Block::text("大会采取无记名投票的方式进行表决，有表决权的党员到会和票数如下："),
        Block::table(
            counts.map(|(name, _)| Column::share(1.0, name).centred()).into(),
            vec![counts.map(|(_, count)| count.to_string()).into()],
        ),
        Block::text("上列票数含未到会有表决权党员的书面意见 2 份，其中赞成 2 份，不赞成 0 份。"),
        Block::text("赞成票超过应到会有表决权党员的半数，大会同意接收李𬭎为中共预备党员。"),
        Block::Signed { by: BRANCH.into(), role: Some("支部书记".into()), on: date("2026-11-25") },
    ];
    Writing { title: title.into(), branch: BRANCH.into(), page: Page::Official, blocks }
}

/// So many members at so many meetings.
pub(crate) fn attendance(people: usize, meetings: usize) -> AttendanceSheet {
    let marks = ["✓", "✓", "假", "✓", "✓", "✓", "缺", "✓", "不", "✓", "—"];
    let day = |at: usize| format!("2026-{:02}-{:02}T14:30:00", 7 + at % 3, at % 28 + 1);
    let row = |(at, name): (usize, String)| RangeRow {
        member: zhibu_core::roster::MemberId(1),
        attendance: AttendanceCount {
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
