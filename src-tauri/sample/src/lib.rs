//! A made-up branch with a year of records, made through the same commands as any other: to try the program with
//! before there is a branch of one's own, and for the guided demo. Nobody in it exists.

mod development;
mod dues;
mod library;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde_json::{Value, json};
use zhibu_core::development::EntryKind;
use zhibu_core::problem::Problem;
use zhibu_core::values::Quarter;

pub use development::{SOUND, faulty};

/// Opens the made-up branch's file. It is no secret: nothing in the file is.
pub const PASSPHRASE: &str = "demo-branch-2026";

/// A roster of made-up people as the national system exports it.
pub const ROSTER: (&str, &[u8]) = ("名册（全国系统导出）.xlsx", include_bytes!("../data/roster.xlsx"));

/// A drawn page, for what is kept as a scan.
const READING: &[u8] = include_bytes!("../data/reading.png");

/// Drawn pictures of no real place, each with what it shows.
const PHOTOS: &[(&str, &str, &[u8])] = &[
    ("会场.png", "会场", include_bytes!("../data/room.png")),
    ("领学.png", "支部书记领学", include_bytes!("../data/lecture.png")),
    ("社区服务.png", "会后到社区开展志愿服务", include_bytes!("../data/community.png")),
    ("学习资料.png", "发给党员的学习资料", READING),
];

/// What is learnt in the months of a year.
const TOPICS: [&str; 12] = [
    "中央经济工作会议精神",
    "全面从严治党",
    "学习党章",
    "党的纪律处分条例",
    "党员教育管理工作条例",
    "党的光辉历程",
    "党史和理想信念",
    "行业法律法规",
    "支部工作条例",
    "保密和网络安全",
    "中央全会精神",
    "民主评议党员",
];

/// The program that keeps the branch, as whoever wants the sample has it.
pub trait Program {
    /// Runs a command of the table.
    ///
    /// # Errors
    /// A [`Problem`], as the command has it.
    fn call(&self, command: &str, request: Value) -> Result<Value, Problem>;

    /// Puts a file where commands can read it; gives its token.
    ///
    /// # Errors
    /// A [`Problem`] when it cannot be written.
    fn file(&self, name: &str, bytes: &[u8]) -> Result<String, Problem>;
}

/// The branch that was made, and what of it a paper can be printed for.
pub struct Sample<'a> {
    program: &'a dyn Program,
    today: NaiveDate,
    /// Keys of the full members, in roster order: the secretary, then the committee.
    pub members: Vec<i64>,
    /// Their names.
    names: Vec<String>,
    /// Key of the last general meeting that was held.
    pub held: Option<i64>,
    /// Key of the meeting that is still to come.
    pub planned: Option<i64>,
    /// Key of a letter that nobody has accepted yet.
    pub letter: Option<i64>,
    /// Key of the signed report of the [last quarter](Sample::last_quarter).
    pub report: Option<i64>,
}

/// Makes the branch in the new file `vault` (a token), as of `today`, and leaves it open.
///
/// # Errors
/// A [`Problem`] of the first command that was refused.
pub fn make<'a>(program: &'a dyn Program, vault: &str, today: NaiveDate) -> Result<Sample<'a>, Problem> {
    let created = program.call(
        "vault_create",
        json!({ "file": vault, "passphrase": PASSPHRASE, "is_sample": true, "branch": {
            "name": "示例市行业协会党支部", "superior": "示例街道社会组织党委", "unit": "示例市行业协会",
            "phone": "0755-00000000", "has_committee": true } }),
    )?;
    program.call("recovery_confirm", json!({ "last_group": created["groups"][12] }))?;
    // Nothing in it has to be kept from anybody, and whoever tries it knows no passphrase.
    program.call("settings_save", json!({ "lock_after_minutes": 0 }))?;
    let (members, names) = import_roster(program)?;
    let mut sample = Sample { program, today, members, names, held: None, planned: None, letter: None, report: None };
    sample.set_up()?;
    sample.set_offices()?;
    sample.hold_meetings()?;
    sample.develop()?;
    sample.faulty_files()?;
    sample.study()?;
    sample.library()?;
    sample.dues()?;
    sample.transfer()?;
    sample.sign_report()?;
    sample.back_up()?;
    Ok(sample)
}

/// Someone on the way to the Party: days since the application, and the steps done with days since each.
struct Person {
    name: &'static str,
    applied: u64,
    steps: &'static [(u32, u64)],
}

const PEOPLE: &[Person] = &[
    Person { name: "江一帆", applied: 45, steps: &[] },
    Person { name: "沈知远", applied: 400, steps: &[(2, 380), (3, 200), (4, 190), (5, 190)] },
    Person { name: "罗清川", applied: 900, steps: &[(2, 880), (3, 700), (4, 690), (5, 690), (6, 500)] },
    Person {
        name: "何若水",
        applied: 1200,
        steps: &[(2, 1180), (3, 900), (4, 890), (5, 890), (6, 700), (7, 100), (8, 90), (9, 80), (10, 60)],
    },
];

fn import_roster(program: &dyn Program) -> Result<(Vec<i64>, Vec<String>), Problem> {
    let sheet = program.file(ROSTER.0, ROSTER.1)?;
    let preview = program.call("roster_import_preview", json!({ "file": sheet }))?;
    program.call("roster_import", json!({ "file": sheet, "digest": preview["digest"] }))?;
    let page =
        program.call("roster_list", json!({ "limit": 500, "filters": [{ "by": "kind", "label": "正式党员" }] }))?;
    let rows = page["rows"].as_array().into_iter().flatten();
    Ok(rows.filter_map(|row| Some((row["id"].as_i64()?, row["name"].as_str()?.to_owned()))).unzip())
}

impl Sample<'_> {
    /// One backup, of the whole year, in the place of the one from before the import.
    fn back_up(&self) -> Result<(), Problem> {
        let backups = self.program.call("backup_list", json!({}))?;
        let names: Vec<&Value> = backups["backups"].as_array().into_iter().flatten().map(|one| &one["name"]).collect();
        self.program.call("backup_delete", json!({ "names": names }))?;
        self.program.call("vault_backup", Value::Null).map(drop)
    }

    /// The last whole quarter: the one that the report is of.
    pub fn last_quarter(&self) -> Quarter {
        Quarter::of(Quarter::of(self.today).first_day() - Days::new(1))
    }

    fn call(&self, command: &str, request: Value) -> Result<Value, Problem> {
        self.program.call(command, request)
    }

    /// The days on which something happened: the given weekday in the given week of each month up to today, from the
    /// beginning of the year in which the last whole quarter lies.
    fn monthly(&self, weekday: Weekday, week: u8) -> impl Iterator<Item = NaiveDate> + use<> {
        let (from, today) = (self.last_quarter().first_day().year(), self.today);
        (from..=today.year())
            .flat_map(|year| (1..=12).map(move |month| (year, month)))
            .filter_map(move |(year, month)| NaiveDate::from_weekday_of_month_opt(year, month, weekday, week))
            .filter(move |day| *day <= today)
    }

    /// Whom the branch belongs to, and how it is set up.
    fn set_up(&self) -> Result<(), Problem> {
        let elected = self.today - Days::new(900);
        for (command, request) in [
            ("branch_term_save", json!({ "number": 2, "elected_on": elected, "approval": "示社工委〔2024〕12号" })),
            ("branch_group_save", json!({ "name": "第一党小组", "leader": self.members.first() })),
            ("branch_group_save", json!({ "name": "第二党小组", "leader": self.members.get(1) })),
            (
                "branch_helper_save",
                json!({ "role": "organizer", "name": "何文清", "unit": "示例街道社会组织党委",
                "phone": "0755-00000001", "since": elected }),
            ),
            ("branch_room_save", json!({ "name": "党员活动室", "address": "协会三楼会议室", "square_metres": 60 })),
        ] {
            self.call(command, request)?;
        }
        Ok(())
    }

    fn set_offices(&self) -> Result<(), Problem> {
        let offices = ["secretary", "organization", "publicity"];
        for (i, id) in self.members.iter().enumerate() {
            let mut member = self.call("member_get", json!({ "id": id, "reveal": true }))?["member"].take();
            if let Some(office) = offices.get(i) {
                member["offices"] = json!([office]);
            }
            member["party_group"] = json!(if i % 2 == 0 { "第一党小组" } else { "第二党小组" });
            let since = format!("{}-01-01", self.last_quarter().first_day().year());
            self.call("member_save", json!({ "record": member, "changed": { "since": since, "why": "" } }))?;
        }
        Ok(())
    }

    fn hold_meetings(&mut self) -> Result<(), Problem> {
        for day in self.monthly(Weekday::Wed, 2) {
            let agenda = [
                ("学习有关文件", "领学人带领大家学习，三位同志作了交流发言。"),
                ("志愿服务", "到社区开展志愿服务两小时。"),
            ];
            self.meeting(&["theme_day"], &format!("{}月主题党日", day.month()), day, &agenda)?;
        }
        for day in self.monthly(Weekday::Tue, 1) {
            let agenda = [("研究本月工作", "听取各委员工作情况，研究本月安排。")];
            self.meeting(&["committee"], &format!("{}月支部委员会会议", day.month()), day, &agenda)?;
        }
        for group in ["第一党小组", "第二党小组"] {
            for day in self.monthly(Weekday::Thu, 3) {
                self.group_meeting(group, day)?;
            }
        }
        let photos = self.photos()?;
        for day in self.monthly(Weekday::Wed, 4).filter(|day| day.month() % 3 == 0) {
            let agenda = [
                ("报告季度工作", "书记报告本季度支部工作，党员同志讨论。"),
                ("讨论下季度计划", "与会党员提出四条意见，已记入计划。"),
            ];
            let id = self.meeting(&["general"], &format!("第{}次支部党员大会", day.month() / 3), day, &agenda)?;
            self.held = Some(id);
            self.add_photos(id, day, &photos)?;
            let view = self.call("meeting_get", json!(id))?;
            let present = view["tally"]["voting_present"].as_u64().unwrap_or_default();
            self.call(
                "vote_save",
                json!({ "meeting": id, "id": null, "subject": "通过下季度工作计划", "motion": "ordinary", "ballot": "hands",
                    "votes_for": present - 1, "votes_against": 0, "abstained": 1, "written_for": 0, "written_against": 0 }),
            )?;
        }
        for day in self.monthly(Weekday::Wed, 4).filter(|day| day.month() % 3 == 2) {
            let agenda = [("专题党课", "书记结合工作实际讲授党课，党员交流体会。")];
            let id = self.meeting(&["lecture"], "专题党课", day, &agenda)?;
            self.add_photos(id, day, &photos[..2])?;
        }
        let next = self.today + Days::new(9);
        let planned = self.call("meeting_save", self.head(&["general"], "年度工作总结大会", next, None, &[]))?;
        self.planned = planned["value"]["head"]["id"].as_i64();
        Ok(())
    }

    fn photos(&self) -> Result<Vec<String>, Problem> {
        PHOTOS.iter().map(|(name, _, bytes)| self.program.file(name, bytes)).collect()
    }

    /// Only of the quarter that is bound: photos take their time.
    fn add_photos(&self, meeting: i64, day: NaiveDate, files: &[String]) -> Result<(), Problem> {
        if !self.last_quarter().contains(day) {
            return Ok(());
        }
        let request = json!({ "owner": { "meeting": meeting }, "kind": "photo", "files": files });
        let added = self.call("attachment_add", request)?["value"].take();
        for (row, (_, caption, _)) in added.as_array().into_iter().flatten().zip(PHOTOS) {
            self.call("attachment_save", json!({ "id": row["id"], "caption": caption, "position": null }))?;
        }
        Ok(())
    }

    fn group_meeting(&self, group: &str, day: NaiveDate) -> Result<(), Problem> {
        let request = self.head(&["group"], &format!("{group}{}月会议", day.month()), day, Some(group), &[]);
        let id = self.held(request)?;
        self.record(id, &[("交流思想和工作", "组长主持，组员逐一交流近期思想和工作情况。")], None)
    }

    fn meeting(&self, kinds: &[&str], title: &str, day: NaiveDate, agenda: &[(&str, &str)]) -> Result<i64, Problem> {
        let id = self.held(self.head(kinds, title, day, None, &["街道党建组织员"]))?;
        self.record(id, agenda, Some("会后由组织委员整理资料存档。"))?;
        Ok(id)
    }

    /// Plans the meeting and records attendance: about one in twelve on leave, now and then somebody absent.
    fn held(&self, request: Value) -> Result<i64, Problem> {
        let view = self.call("meeting_save", request)?["value"].take();
        let id = view["head"]["id"].as_i64().unwrap_or_default();
        let entries: Vec<Value> = (0_i64..)
            .zip(view["attendance"].as_array().into_iter().flatten())
            .map(|(i, row)| match (i * 7 + id * 5) % 24 {
                3 | 11 => json!({ "member": row["member"], "status": "on_leave", "reason": "出差" }),
                17 => json!({ "member": row["member"], "status": "absent", "reason": null }),
                _ => json!({ "member": row["member"], "status": "present", "reason": null }),
            })
            .collect();
        self.call("attendance_save", json!({ "id": id, "entries": entries }))?;
        Ok(id)
    }

    fn record(&self, id: i64, agenda: &[(&str, &str)], resolution: Option<&str>) -> Result<(), Problem> {
        let agenda: Vec<Value> =
            agenda.iter().map(|(title, content)| json!({ "title": title, "content": content })).collect();
        let resolutions: Vec<Value> =
            resolution.iter().map(|text| json!({ "text": text, "responsible": null, "due": null })).collect();
        self.call("meeting_record_save", json!({ "id": id, "agenda": agenda, "resolutions": resolutions }))?;
        Ok(())
    }

    /// Four people on their way: an applicant whose talk is overdue, two activists, a candidate.
    fn develop(&self) -> Result<(), Problem> {
        let ago = |days: u64| (self.today - Days::new(days)).to_string();
        for Person { name, applied, steps } in PEOPLE {
            let request = json!({ "id": null, "name": name, "id_number": null, "sex": "male", "ethnicity": "汉族",
                "birth": "1994-05", "education": "大学本科", "unit_and_post": "示例市行业协会 干事", "mobile": "",
                "note": "", "applied_on": ago(*applied) });
            let file = self.call("development_save", request)?["value"]["person"]["id"].take();
            let entry = |(step, days): &(u32, u64)| {
                let kind = EntryKind::of_step(*step);
                json!({ "id": null, "kind": kind, "on": ago(*days), "values": {} })
            };
            let entries: Vec<_> = steps.iter().map(entry).collect();
            self.call("development_entries_save", json!({ "file": file, "entries": entries, "insist": true }))?;
            if let Some((_, days)) = steps.iter().find(|(step, _)| *step == 5) {
                let guide = json!({ "id": null, "role": "mentor", "name": "陈国国", "since": ago(*days) });
                self.call("development_guide_save", json!({ "file": file, "guide": guide, "insist": true }))?;
            }
            let paper = |code| json!({ "id": null, "code": code, "state": "present", "dated": ago(*applied) });
            let materials = ["1-1", "1-2"].map(paper);
            self.call("development_materials_save", json!({ "file": file, "materials": materials }))?;
        }
        Ok(())
    }

    /// Each month has a topic, which was learnt when its month came; of the last one somebody who was absent made it up.
    fn study(&self) -> Result<(), Problem> {
        let mut held = None;
        for ((i, day), title) in self.monthly(Weekday::Fri, 3).enumerate().zip(TOPICS.iter().cycle()) {
            let topic = self.topic(day, title)?;
            let is_absent = |id: &i64| (id + i64::from(day.month())) % 9 == 0;
            let participants: Vec<i64> = self.members.iter().copied().filter(|id| !is_absent(id)).collect();
            let session = self.call(
                "study_save",
                json!({ "id": null, "title": format!("第{}期集体学习", i + 1), "held_on": day, "hours": 2.5, "place": "协会会议室",
                    "lecturer": "支部书记", "intensive": i == 5, "content": "", "topic": topic, "participants": participants }),
            )?;
            held = Some((session["value"]["id"].clone(), self.members.iter().copied().find(is_absent)));
        }
        let Some((session, Some(absent))) = held else { return Ok(()) };
        let makeup = json!({ "session": session, "member": absent, "made_up_on": self.today, "material": "自学原文", "proof": "学习笔记" });
        self.call("study_makeup_save", makeup)?;
        self.keep(json!({ "makeup": { "session": session, "member": absent } }), "学习笔记.png")
    }

    /// Keeps a drawn picture with a record, under the name that a scan of its would have.
    fn keep(&self, owner: Value, name: &str) -> Result<(), Problem> {
        let scan = self.program.file(name, READING)?;
        self.call("attachment_add", json!({ "owner": owner, "files": [scan] })).map(drop)
    }

    /// Puts a topic into the plan of its year; gives its number.
    fn topic(&self, day: NaiveDate, title: &str) -> Result<Value, Problem> {
        let topic = json!({ "id": null, "year": day.year(), "month": day.month(), "title": title, "hours": 2.5,
            "lecturer": "支部书记", "material": "" });
        let plan = self.call("study_topic_save", topic)?;
        let of_month =
            |topics: &Vec<Value>| topics.iter().find(|one| one["month"] == day.month()).map(|one| one["id"].clone());
        Ok(plan["value"]["topics"].as_array().and_then(of_month).unwrap_or_default())
    }

    /// Two letters: one accepted, so that a member has left, and one that ran out before anybody accepted it.
    fn transfer(&mut self) -> Result<(), Problem> {
        let ago = |days: u64| (self.today - Days::new(days)).to_string();
        let leaving = self.members.iter().rev().zip([(60, "示例市某某商会党支部"), (100, "示例市某某社区党支部")]);
        for (member, (days, to)) in leaving {
            let letter = json!({ "id": null, "member": member, "addressee": "中共示例市示例区委组织部",
                "to_organization": to, "from_organization": "示例市行业协会党支部", "reason": "工作变动",
                "issued_on": ago(days), "valid_days": 90, "dues_paid_to": ago(days)[..7], "handled_by": self.names.get(1),
                "address": "示例市示例区示例路1号", "office_phone": "0755-00000000", "postcode": "518000" });
            let id = self.call("transfer_save", letter)?["value"]["id"].take();
            if days < 90 {
                // After the last meeting that counts the member.
                self.call("transfer_receive", json!({ "id": id, "on": ago(1) }))?;
            } else {
                self.letter = id.as_i64();
            }
        }
        Ok(())
    }

    fn sign_report(&mut self) -> Result<(), Problem> {
        let quarter = self.last_quarter();
        let words = json!({ "problems": "个别党员因出差请假较多，已逐一提醒并安排补学。",
            "plan": "一、召开年度总结大会；二、完成组织生活会准备；三、继续培养入党积极分子。" });
        self.call("report_words_save", json!({ "quarter": quarter, "words": words }))?;
        let version = self.call("report_sign", json!({ "quarter": quarter, "reason": null }))?;
        self.report = version["value"]["id"].as_i64();
        Ok(())
    }

    /// A meeting's head: from half past two to half past four.
    fn head(&self, kinds: &[&str], title: &str, day: NaiveDate, group: Option<&str>, observers: &[&str]) -> Value {
        // Of the second group the second member is the leader, of all else the secretary is in the chair.
        let at = usize::from(group == Some("第二党小组"));
        let name = |at: usize| self.names.get(at).map_or("", String::as_str);
        json!({ "id": null, "kinds": kinds, "title": title, "planned_at": format!("{day}T14:30:00"),
            "started_at": null, "ended_at": null, "place": "协会三楼会议室", "chair": name(at), "recorder": name(1 + at),
            "party_group": group, "observers": observers })
    }
}
