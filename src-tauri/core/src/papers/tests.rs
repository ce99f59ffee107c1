use crate::roster::RosterPaper;
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::any::Any;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

use super::member_record::member_record_of;
use super::*;
use crate::attachments::{self, AttachmentAddRequest, AttachmentKind, AttachmentOwner, AttachmentSaveRequest};
use crate::desk::{Desk, Job, Progress};
use crate::meetings::{MeetingKind, MeetingRecordForm};
use crate::outside::{
    Attachment, Block, Desktop, Document, Made, Picture, PictureError, PrintedBy, Typeset, TypesetError, Writing,
};
use crate::problem::Problem;
use crate::roster::{self, Office, Particular, ParticularKind, RosterFilter, RosterQuery};
use crate::study::{self, StudySession};
use crate::testing::{Folder, TestFile};
use crate::values::Hours;
use crate::{app, meetings, tasks};

/// Makes empty pages and prints into nothing.
struct Press;

impl Typeset for Press {
    fn svg_pages(&self, _: &dyn Document) -> Result<Made<Vec<String>>, TypesetError> {
        Ok(Made { paper: vec!["<svg/>".to_owned()], gaps: Vec::new() })
    }
    fn pdf(&self, _: &dyn Document, _: &[Attachment], _: DateTime<FixedOffset>) -> Result<Made<Vec<u8>>, TypesetError> {
        Ok(Made { paper: b"%PDF".to_vec(), gaps: Vec::new() })
    }
    fn unprintable(&self, _: &str) -> Vec<char> {
        Vec::new()
    }
}

impl Desktop for Press {
    fn path(&self, _: &FileToken, _: crate::outside::FileUse) -> Option<std::path::PathBuf> {
        None
    }
    fn print(&self, _: &str, _: &[u8]) -> Result<PrintedBy, String> {
        Ok(PrintedBy::Queue)
    }
}

fn file() -> TestFile {
    let mut file = TestFile::on("2026-11-25");
    file.outside.typeset = Arc::new(Press);
    file.outside.desktop = Arc::new(Press);
    file.name_branch("示例党支部", true);
    file
}

fn newest_entry(file: &mut TestFile) -> String {
    let query = crate::vault::AuditQuery { before: None, limit: 1, member: None };
    app::audit_list(&mut file.desk("audit_list"), query).unwrap().remove(0).label
}

#[test]
fn printing_numbers_in_full_leaves_a_line_in_the_log() {
    let mut file = file();
    let member = file.add_member("张三", |_| ());
    let query = RosterQuery::default;
    for (paper, line) in [
        (Paper::Roster(RosterPaper::Roster { query: query(), reveal: false }), "新增党员"),
        (Paper::Roster(RosterPaper::Statistics { on: None }), "新增党员"),
        (
            Paper::Roster(RosterPaper::Roster { query: query(), reveal: true }),
            "打印党员名册 2026-11-25（含完整电话和身份证号）",
        ),
        (Paper::Roster(RosterPaper::ContactList { query: query() }), "打印党员通讯录 2026-11-25（含完整电话）"),
        (Paper::Shared(SharedPaper::MemberRecord { member }), "打印党员信息表 张三（含本人全部信息）"),
    ] {
        preview(&file.door("paper_preview"), paper.clone()).unwrap();
        print(&file.door("paper_print"), paper).unwrap();
        let entry = newest_entry(&mut file);
        assert!(entry.starts_with(line), "{entry} is not {line}");
    }
}

#[test]
fn a_list_that_no_paper_can_hold_is_refused() {
    let mut file = file();
    file.desk("test")
        .transact("导入", |tx| {
            for i in 0..2001 {
                tx.insert(
                    "INSERT INTO member (name, branch_name, ethnicity, education, kind, job_position, mobile, landline,
                        address, entered_how, note, sort_key, search_key)
                     VALUES (?1, '', '', '', 'full', '', '', '', '', 'original', '', ?1, '')",
                    [format!("党员{i}")],
                )?;
            }
            Ok::<_, crate::vault::VaultError>(())
        })
        .unwrap();
    let paper = |filters| {
        Paper::Roster(RosterPaper::Roster { query: RosterQuery { filters, ..RosterQuery::default() }, reveal: false })
    };
    let refused = preview(&file.door("paper_preview"), paper(Vec::new())).unwrap_err();
    let problem = Problem::from(refused);
    assert_eq!((problem.code.as_str(), problem.hint.is_some()), ("too_many", true));
    assert_eq!(problem.message, "这份名单有 2001 人，一次最多打印 2000 人");
    let part = RosterFilter { by: roster::Dimension::Sex, label: "女".to_owned() };
    assert!(preview(&file.door("paper_preview"), paper(vec![part])).is_ok());
}

fn record(file: &TestFile, member: MemberId) -> MemberRecordSheet {
    let today: NaiveDate = file.outside.clock.today();
    file.vault.read(|reader| member_record_of(reader, &file.rules, member, today)).unwrap()
}

#[test]
fn a_members_record_says_everything_that_is_known() {
    let mut file = file();
    let member = file.add_member("张三", |member| {
        member.joined = "2019-08-10".parse().ok();
        member.converted = "2020-08-10".parse().ok();
        member.offices = Office::Secretary.into();
        member.note = "备注文字".to_owned();
        for &particular in Particular::ALL {
            let text = match particular.kind() {
                ParticularKind::Date => "2010-05",
                ParticularKind::YesNo => "否",
                ParticularKind::Text | ParticularKind::Choice => particular.title(),
            };
            member.particulars.set(particular, text);
        }
    });

    let record = record(&file, member);

    let fields: Vec<_> = record.sections.iter().flat_map(|section| &section.fields).collect();
    for particular in Particular::ALL {
        let found: Vec<_> = fields.iter().filter(|field| field.label == particular.title()).collect();
        assert_eq!(found.len(), 1, "{} once", particular.title());
        assert!(!found[0].value.is_empty());
    }
    let value = |label: &str| fields.iter().find(|field| field.label == label).map(|field| field.value.as_str());
    assert_eq!(value("备注"), Some("备注文字"));
    assert_eq!(value("入团日期"), Some("2010年5月"));
    assert_eq!(value("党龄"), Some("6年3个月"));
    assert_eq!(value("公民身份号码"), Some(""), "to be filled in by hand");
    assert_eq!(value("流动党员"), None);
    let history: Vec<_> = record.history.iter().map(|event| (event.on.as_str(), event.title.as_str())).collect();
    assert_eq!(history, [("", "任书记"), ("2019年8月10日", "入党"), ("2020年8月10日", "转为正式党员")]);
}

#[test]
fn a_members_record_has_the_photo() {
    let mut file = file();
    let member = file.add_member("张三", |_| ());
    assert_eq!(record(&file, member).photo, None);
    file.desk("test")
        .transact("照片", |tx| {
            let photo = "INSERT INTO member_photo (member_id, mime, bytes) VALUES (?1, 'image/jpeg', ?2)";
            tx.insert(photo, (member.0, b"jpeg"))
        })
        .unwrap();
    assert_eq!(record(&file, member).photo, Some(crate::outside::Photo { number: 0, bytes: b"jpeg".to_vec() }));
}

#[test]
fn a_members_record_counts_four_quarters_and_the_years_with_hours() {
    let mut file = file();
    let member = file.add_member("张三", |member| member.joined = "2019-08-10".parse().ok());
    let other = file.add_member("李四", |_| ());
    for (held_on, hours) in [("2024-05-01", 10), ("2026-05-01", 4)] {
        let session = StudySession {
            title: "集体学习".to_owned(),
            held_on: held_on.parse().unwrap(),
            hours: Hours::whole(hours),
            participants: vec![member],
            ..StudySession::default()
        };
        study::save(&mut file.desk("study_save"), session).unwrap();
    }
    let head: meetings::MeetingHead = serde_json::from_value(serde_json::json!({
        "id": null, "kinds": ["general"], "title": "党员大会", "planned_at": "2026-03-04T14:30:00", "place": "",
        "chair": "", "recorder": "", "observers": []
    }))
    .unwrap();
    let meeting = meetings::save(&mut file.desk("meeting_save"), head).unwrap().value.head.id.unwrap();
    let entries = serde_json::from_value(serde_json::json!({ "id": meeting, "entries": [
        { "member": member, "status": "present", "reason": null },
        { "member": other, "status": "absent", "reason": null } ] }))
    .unwrap();
    meetings::save_attendance(&mut file.desk("attendance_save"), entries).unwrap();

    let record = record(&file, member);

    let quarters = record.attendance.iter().map(|line| (line.quarter.as_str(), line.expected, line.present));
    assert_eq!(
        quarters.collect::<Vec<_>>(),
        [("2026年第一季度", 1, 1), ("2026年第二季度", 0, 0), ("2026年第三季度", 0, 0), ("2026年第四季度", 0, 0)]
    );
    let years: Vec<_> = record.study.iter().map(|line| (line.year, line.hours, line.required)).collect();
    let required = Some(Hours::whole(32));
    assert_eq!(
        years,
        [(2024, Hours::whole(10), required), (2025, Hours::whole(0), required), (2026, Hours::whole(4), required)]
    );
}

/// Leaves pictures as they are; a torn one was whole when it came in.
struct Frame;

impl Picture for Frame {
    fn shrink(&self, bytes: &[u8], edge: u32) -> Result<Vec<u8>, PictureError> {
        match bytes {
            b"torn" if edge <= 1000 => Err(PictureError::NotAPicture),
            whole if whole.starts_with(b"%PDF") => Err(PictureError::NotAPicture),
            whole => Ok(whole.to_vec()),
        }
    }

    /// Two of each, of a thick one many; a locked one has none.
    fn pages(&self, pdf: &[u8], _: u32, _: &AtomicBool) -> Result<Vec<Vec<u8>>, PictureError> {
        match pdf {
            b"%PDF" => Ok(vec![b"page 1".to_vec(), b"page 2".to_vec()]),
            b"%PDF thick" => Ok(vec![b"page".to_vec(); 150]),
            _ => Err(PictureError::Failed("locked".to_owned())),
        }
    }
}

/// A branch of three on 2026-10-08, with a folder of files.
fn album() -> TestFile {
    let mut file = TestFile::on("2026-10-08");
    let folder = Folder::with("whole.jpg", b"whole");
    for (name, content) in [
        ("torn.jpg", "torn"),
        ("scan.jpg", "signatures"),
        ("scan.pdf", "%PDF"),
        ("locked.PDF", "%PDF locked"),
        ("thick.pdf", "%PDF thick"),
        ("scan.doc", "%PDF inside"),
    ] {
        std::fs::write(folder.0.path().join(name), content).unwrap();
    }
    file.outside.typeset = Arc::new(Press);
    file.outside.desktop = Arc::new(folder);
    file.outside.picture = Arc::new(Frame);
    file.name_branch("示例党支部", true);
    file.add_member("张三", |member| member.offices = Office::Secretary.into());
    file.add_member("李四", |_| ());
    file.add_member("王五", |_| ());
    file
}

fn attach(file: &mut TestFile, meeting: MeetingId, kind: AttachmentKind, names: &[&str]) {
    let files = names.iter().map(|name| FileToken((*name).to_owned())).collect();
    let request = AttachmentAddRequest { owner: AttachmentOwner::Meeting(meeting), kind, files, keep_originals: false };
    let rows = attachments::add(&mut file.desk("attachment_add"), request).unwrap().value;
    for row in rows {
        let request = AttachmentSaveRequest { id: row.id, caption: format!("说明 {}", row.name), position: None };
        attachments::save(&mut file.desk("attachment_save"), request).unwrap();
    }
}

fn made<T: Document>(file: &mut TestFile, paper: &Paper) -> T {
    let document: Box<dyn Any> = paper.clone().draw(&file.door("paper_preview")).unwrap().document;
    *document.downcast().unwrap()
}

#[test]
fn photos_go_with_the_minutes_where_asked_and_one_that_cannot_be_read_keeps_its_place() {
    let mut file = album();
    let meeting = file.add_meeting(&[MeetingKind::General], "2026-09-20");
    file.attend(meeting, &[]);
    attach(&mut file, meeting, AttachmentKind::Photo, &["whole.jpg", "torn.jpg", "whole.jpg"]);
    attach(&mut file, meeting, AttachmentKind::SignInScan, &["scan.jpg"]);

    let minutes: Writing = made(&mut file, &Paper::Shared(SharedPaper::Minutes { meeting, photos: true }));
    let Some(Block::Photos { photos, .. }) = minutes.blocks.last() else { unreachable!("{minutes}") };
    let shown = photos.iter().map(|photo| (photo.caption.as_str(), photo.photo.as_ref().map(|one| one.number)));
    assert_eq!(
        shown.collect::<Vec<_>>(),
        [("说明 whole.jpg", Some(0)), ("说明 torn.jpg", None), ("说明 whole.jpg", Some(1))]
    );
    assert_eq!(minutes.photos().len(), 2);

    let plain: Writing = made(&mut file, &Paper::Shared(SharedPaper::Minutes { meeting, photos: false }));
    assert_eq!(plain.photos(), Vec::<&crate::outside::Photo>::new());
    assert!(!plain.to_string().contains("说明 whole.jpg"));
}

/// Four meetings: held with everything, held with little, called off, and one nobody recorded.
fn quarter(file: &mut TestFile) -> [MeetingId; 4] {
    let quarter = [
        file.add_meeting(&[MeetingKind::General], "2026-07-08"),
        file.add_meeting(&[MeetingKind::ThemeDay, MeetingKind::Lecture], "2026-09-20"),
        file.add_meeting(&[MeetingKind::ThemeDay], "2026-08-12"),
        file.add_meeting(&[MeetingKind::Lecture], "2026-09-12"),
    ];
    let [full, little, cancelled, _] = quarter;
    file.attend(full, &[]);
    file.attend(little, &[]);
    let record = serde_json::from_value(serde_json::json!({ "id": full, "agenda": [
        { "title": "学习", "content": "学习党章" } ], "resolutions": [
        { "text": "购书", "responsible": "张三", "due": "2026-09-30" }, { "text": "存档", "responsible": null, "due": null } ] }))
    .unwrap();
    let written = meetings::save_record(&mut file.desk("meeting_record_save"), record).unwrap().value;
    let note = tasks::TaskNoteRequest {
        resolution: written.resolutions[0].id.unwrap(),
        noted_on: "2026-09-20".parse().unwrap(),
        meeting: None,
        text: "已购 40 册".to_owned(),
        done: true,
    };
    tasks::save_note(&mut file.desk("task_note_save"), note).unwrap();
    let off = meetings::MeetingCancelRequest { id: cancelled, reason: "台风".to_owned() };
    meetings::cancel(&mut file.desk("meeting_cancel"), off).unwrap();
    attach(file, full, AttachmentKind::Photo, &["whole.jpg"]);
    attach(file, full, AttachmentKind::SignInScan, &["scan.pdf", "scan.jpg", "locked.PDF", "scan.doc"]);
    attach(file, little, AttachmentKind::Photo, &["whole.jpg"]);
    quarter
}

const ALL: BoundParts = BoundParts { minutes: true, forms: true, scans: true, photos: true, attendance: true };

fn volume(parts: BoundParts) -> Paper {
    Paper::Shared(SharedPaper::BoundQuarter {
        quarter: "2026Q3".parse().unwrap(),
        parts,
        compiled_by: " 张三 ".to_owned(),
    })
}

#[test]
fn a_bound_quarter_holds_what_was_held_by_time_and_lists_the_rest_on_the_plan() {
    let mut file = album();
    quarter(&mut file);

    let volume: BoundQuarter = made(&mut file, &volume(ALL));

    assert_eq!((volume.quarter.as_str(), volume.held, volume.compiled_by.as_str()), ("2026年第三季度", 2, "张三"));
    let headings: Vec<_> = volume.meetings.iter().map(|meeting| meeting.heading.as_str()).collect();
    assert_eq!(headings, ["7月8日　支部党员大会", "9月20日　主题党日（党课）"]);
    let numbers: Vec<_> = volume.photos().iter().map(|photo| (photo.number, photo.bytes.as_slice())).collect();
    assert_eq!(
        numbers,
        [(3, b"whole".as_slice()), (0, b"page 1"), (1, b"page 2"), (2, b"signatures"), (4, b"whole")],
        "each under its own number"
    );
    assert!(volume.meetings.iter().all(|meeting| meeting.record.is_some() && meeting.form.is_some()));
    assert_eq!(
        volume.meetings[0].form.as_ref().map(|form| (form.title.as_str(), form.photos)),
        Some(("三会一课纪实报告表", 1))
    );
    let kept: Vec<_> = volume.kept_files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(kept, ["scan.doc", "locked.PDF"]);
    let plan: Vec<_> = volume.plan.rows().into_iter().map(|row| (row[2] != "—", row[7].clone())).collect();
    let outcomes = [(true, "已召开"), (false, "已取消：台风"), (false, "没有到会记录"), (true, "已召开")];
    assert_eq!(plan, outcomes.map(|(held, outcome)| (held, outcome.to_owned())));
    assert_eq!(volume.attendance.as_ref().map(|sheet| sheet.range.meetings.len()), Some(2));
    let resolutions: Vec<_> =
        volume.resolutions.iter().map(|one| (one.text.as_str(), one.notes.concat(), one.outcome.as_str())).collect();
    assert_eq!(resolutions, [("购书", "9月20日 已购 40 册".to_owned(), "9月20日办结"), ("存档", String::new(), "")]);
}

#[test]
fn more_pictures_than_a_volume_can_hold_are_refused() {
    let mut file = album();
    let [full, ..] = quarter(&mut file);
    attach(&mut file, full, AttachmentKind::SignInScan, &["thick.pdf", "thick.pdf", "thick.pdf"]);
    let refused = preview(&file.door("paper_preview"), volume(ALL)).unwrap_err();
    let problem = Problem::from(refused);
    assert_eq!(problem.message, "照片和扫描件超过 400 张，一册装不下");
    assert!(preview(&file.door("paper_preview"), volume(BoundParts { scans: false, ..ALL })).is_ok());
}

#[test]
fn minutes_say_what_was_reported_on_earlier_resolutions() {
    let mut file = album();
    let [full, little, ..] = quarter(&mut file);
    let resolution = file.vault.read(|reader| meetings::stored(reader, full)).unwrap().resolutions[0].id.unwrap();
    let note = tasks::TaskNoteRequest {
        resolution,
        noted_on: "2026-09-20".parse().unwrap(),
        meeting: Some(little),
        text: "书已到".to_owned(),
        done: true,
    };
    tasks::save_note(&mut file.desk("task_note_save"), note).unwrap();
    let minutes: Writing = made(&mut file, &Paper::Shared(SharedPaper::Minutes { meeting: little, photos: false }));
    assert!(minutes.to_string().contains("：书已到"), "{minutes}");
    let form: MeetingRecordForm = made(&mut file, &Paper::Shared(SharedPaper::MeetingRecordForm { meeting: little }));
    assert_eq!(form.minutes.followed_up.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), ["书已到"]);
}

#[test]
fn a_bound_quarter_holds_only_the_parts_that_were_asked_for() {
    let mut file = album();
    quarter(&mut file);

    let volume: BoundQuarter = made(&mut file, &volume(BoundParts::default()));

    assert!(volume.photos().is_empty() && volume.attendance.is_none() && volume.kept_files.is_empty());
    assert!(volume.meetings.iter().all(|meeting| meeting.record.is_none() && meeting.form.is_none()));
}

#[test]
fn what_a_bound_quarter_lacks_is_said_before_it_is_made() {
    let mut file = album();
    let [full, little, _, unrecorded] = quarter(&mut file);

    let view = bound_quarter(&mut file.desk("bound_quarter_get"), "2026Q3".parse().unwrap()).unwrap();

    assert_eq!((view.held, view.photos, view.scans, view.secretary.as_deref()), (2, 2, 4, Some("张三")));
    let missing: Vec<_> = view.missing.iter().map(|lack| (lack.meeting, lack.part, lack.message.as_str())).collect();
    assert_eq!(
        missing,
        [
            (full, BoundPart::Scans, "7月8日“支部党员大会”有 1 份签到表扫描件不是图片或 PDF，只列出文件名"),
            (unrecorded, BoundPart::Attendance, "9月12日“党课”没有到会记录，只列在计划表里"),
            (little, BoundPart::Minutes, "9月20日“主题党日”没有填写会议记录"),
            (little, BoundPart::Scans, "9月20日“主题党日”没有签到表扫描件"),
        ]
    );
}

#[test]
fn binding_a_quarter_says_how_far_it_is_and_can_be_stopped() {
    let mut file = album();
    quarter(&mut file);
    let said = Mutex::new(Vec::new());
    let report = |progress: Progress| said.lock().unwrap().push((progress.done, progress.total, progress.label));
    let (go_on, stop) = (AtomicBool::new(false), AtomicBool::new(true));
    let mut make = |cancelled| {
        let job = Job { report: &report, cancelled };
        let (vault, outside, rules) = (&mut file.vault, &file.outside, &file.rules);
        let desk = Desk { vault, outside, rules, job: &job, command: "paper_preview" };
        preview(&Door::of_test(desk, crate::branch::letterhead_on), volume(ALL))
    };

    assert!(make(&go_on).is_ok());
    assert_eq!(Problem::from(make(&stop).unwrap_err()).code, "cancelled");

    let said: Vec<_> =
        said.lock().unwrap().iter().map(|(done, total, label)| format!("{label} {done}/{total}")).collect();
    assert_eq!(
        said,
        ["正在准备照片和扫描件 0/5", "正在准备照片和扫描件 3/5", "正在准备照片和扫描件 4/5", "正在排版 0/0"]
    );
}

/// Sets pages only after it was told that the program answered something else meanwhile.
struct SlowPress {
    begun: Mutex<std::sync::mpsc::Sender<()>>,
    answered: Mutex<std::sync::mpsc::Receiver<()>>,
}

impl Typeset for SlowPress {
    fn svg_pages(&self, _: &dyn Document) -> Result<Made<Vec<String>>, TypesetError> {
        self.begun.lock().unwrap().send(()).unwrap();
        let minute = std::time::Duration::from_secs(60);
        let answered = self.answered.lock().unwrap().recv_timeout(minute);
        answered.map_err(|_| TypesetError::Failed("nobody was answered".to_owned()))?;
        Ok(Made { paper: Vec::new(), gaps: Vec::new() })
    }
    fn pdf(&self, _: &dyn Document, _: &[Attachment], _: DateTime<FixedOffset>) -> Result<Made<Vec<u8>>, TypesetError> {
        Ok(Made { paper: Vec::new(), gaps: Vec::new() })
    }
    fn unprintable(&self, _: &str) -> Vec<char> {
        Vec::new()
    }
}

#[test]
fn while_pages_are_set_everything_else_is_answered() {
    let ((begin, begun), (answer, answered)) = (std::sync::mpsc::channel(), std::sync::mpsc::channel());
    let TestFile { vault, mut outside, rules, .. } = file();
    outside.typeset = Arc::new(SlowPress { begun: Mutex::new(begin), answered: Mutex::new(answered) });
    let app = app::App::new(outside, rules);
    *app.vault() = Some(vault);
    let call = |name: &str, request| crate::commands::dispatch(&app, name, request, &Job::unwatched());
    std::thread::scope(|scope| {
        let paper = serde_json::json!({ "room": "roster", "kind": "statistics" });
        let preview = scope.spawn(move || call("paper_preview", paper));
        begun.recv().unwrap();
        call("branch_get", serde_json::Value::Null).unwrap();
        let settings = call("settings_get", serde_json::Value::Null).unwrap();
        call("settings_save", settings).unwrap();
        answer.send(()).unwrap();
        preview.join().unwrap().unwrap();
    });
}
