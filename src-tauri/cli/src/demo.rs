//! A made-up branch with a year of records, made through the same commands as any other.

use std::path::Path;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde_json::{Value, json};
use zhibu_core::outside::FileToken;
use zhibu_core::values::Quarter;

use crate::desktop::{Program, token};
use crate::failure::Failure;

/// The demo file's passphrase, said on screen.
pub(crate) const PASSPHRASE: &str = "demo-branch-2026";

/// A roster of made-up people as the national system exports it.
const ROSTER: &[u8] = include_bytes!("../demo/roster.xlsx");

/// Drawn pictures of no real place, each with what it shows.
const PHOTOS: &[(&str, &str, &[u8])] = &[
    ("会场.png", "会场", include_bytes!("../demo/room.png")),
    ("领学.png", "支部书记领学", include_bytes!("../demo/lecture.png")),
    ("社区服务.png", "会后到社区开展志愿服务", include_bytes!("../demo/community.png")),
    ("学习资料.png", "发给党员的学习资料", include_bytes!("../demo/reading.png")),
];

/// Makes the branch's file, its papers, the signed report and its verification in `folder`.
pub(crate) fn make(program: &Program, folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder)?;
    let today = program.outside().clock.today();
    let file = folder.join("示例协会支部.zhibu");
    let created = program.call(
        "vault_create",
        json!({ "file": token(&file), "passphrase": PASSPHRASE, "branch": {
            "name": "示例市行业协会党支部", "superior": "示例街道社会组织党委", "unit": "示例市行业协会",
            "phone": "0755-00000000", "has_committee": true } }),
    )?;
    program.call("recovery_confirm", json!({ "last_group": created["groups"][12] }))?;
    let (members, names) = import_roster(program, folder)?;
    let branch = Demo { program, folder, today, members, names };
    branch.set_up()?;
    branch.set_offices()?;
    branch.hold_meetings()?;
    branch.bind()?;
    branch.develop()?;
    branch.study()?;
    branch.print_roster()?;
    branch.transfer()?;
    branch.report()
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

struct Demo<'a> {
    program: &'a Program,
    folder: &'a Path,
    today: NaiveDate,
    /// Keys of the full members, in roster order: the secretary, then the committee.
    members: Vec<i64>,
    /// Their names.
    names: Vec<String>,
}

fn import_roster(program: &Program, folder: &Path) -> Result<(Vec<i64>, Vec<String>), Failure> {
    let sheet = folder.join("名册（全国系统导出）.xlsx");
    std::fs::write(&sheet, ROSTER)?;
    let preview = program.call("roster_import_preview", json!({ "file": token(&sheet) }))?;
    program.call("roster_import", json!({ "file": token(&sheet), "digest": preview["digest"] }))?;
    let page =
        program.call("roster_list", json!({ "limit": 500, "filters": [{ "by": "kind", "label": "正式党员" }] }))?;
    let rows = page["rows"].as_array().into_iter().flatten();
    Ok(rows.filter_map(|row| Some((row["id"].as_i64()?, row["name"].as_str()?.to_owned()))).unzip())
}

impl Demo<'_> {
    /// The days on which something happened: the given weekday in the given week of each month up to today.
    fn monthly(&self, weekday: Weekday, week: u8) -> impl Iterator<Item = NaiveDate> + use<> {
        let (year, today) = (self.today.year(), self.today);
        (1..=12)
            .filter_map(move |month| NaiveDate::from_weekday_of_month_opt(year, month, weekday, week))
            .filter(move |day| *day <= today)
    }

    /// Whom the branch belongs to, and how it is set up.
    fn set_up(&self) -> Result<(), Failure> {
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
            self.program.call(command, request)?;
        }
        Ok(())
    }

    fn set_offices(&self) -> Result<(), Failure> {
        let offices = ["secretary", "organization", "publicity"];
        for (i, id) in self.members.iter().enumerate() {
            let mut member = self.program.call("member_get", json!({ "id": id, "reveal": true }))?["member"].take();
            if let Some(office) = offices.get(i) {
                member["offices"] = json!([office]);
            }
            member["party_group"] = json!(if i % 2 == 0 { "第一党小组" } else { "第二党小组" });
            member["changed_since"] = json!(format!("{}-01-01", self.today.year()));
            self.program.call("member_save", member)?;
        }
        Ok(())
    }

    fn hold_meetings(&self) -> Result<(), Failure> {
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
        let mut general = None;
        for day in self.monthly(Weekday::Wed, 4).filter(|day| day.month() % 3 == 0) {
            let agenda = [
                ("报告季度工作", "书记报告本季度支部工作，党员同志讨论。"),
                ("讨论下季度计划", "与会党员提出四条意见，已记入计划。"),
            ];
            let id = self.meeting(&["general"], &format!("第{}次支部党员大会", day.month() / 3), day, &agenda)?;
            general = Some(id);
            self.add_photos(id, day, &photos)?;
            let view = self.program.call("meeting_get", json!(id))?;
            let present = view["tally"]["voting_present"].as_u64().unwrap_or_default();
            self.program.call(
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
        self.print("minutes", general, "会议记录.pdf")?;
        // One still to come, so that its sign-in sheet can be printed.
        let next = self.today + Days::new(9);
        let planned =
            self.program.call("meeting_save", self.head(&["general"], "年度工作总结大会", next, None, &[]))?;
        self.print("sign_in_sheet", planned["value"]["head"]["id"].as_i64(), "签到表.pdf")
    }

    /// Puts the photos into the folder; gives their tokens.
    fn photos(&self) -> Result<Vec<String>, Failure> {
        let folder = self.folder.join("照片");
        std::fs::create_dir_all(&folder)?;
        let mut tokens = Vec::new();
        for (name, _, bytes) in PHOTOS {
            std::fs::write(folder.join(name), bytes)?;
            tokens.push(token(&folder.join(name)));
        }
        Ok(tokens)
    }

    /// Only of the quarter that is bound: photos take their time.
    fn add_photos(&self, meeting: i64, day: NaiveDate, files: &[String]) -> Result<(), Failure> {
        if !self.last_quarter().contains(day) {
            return Ok(());
        }
        let request = json!({ "meeting": meeting, "kind": "photo", "files": files });
        let added = self.program.call("attachment_add", request)?["value"].take();
        for (row, (_, caption, _)) in added.as_array().into_iter().flatten().zip(PHOTOS) {
            self.program.call("attachment_save", json!({ "id": row["id"], "caption": caption, "position": null }))?;
        }
        Ok(())
    }

    /// The last whole quarter in one volume.
    fn bind(&self) -> Result<(), Failure> {
        let quarter = self.last_quarter();
        let parts = json!({ "minutes": true, "forms": true, "scans": true, "photos": true, "attendance": true });
        let paper = json!({ "kind": "bound_quarter", "quarter": quarter, "parts": parts });
        let file = token(&self.folder.join(format!("{}组织生活记录合订本.pdf", quarter.title())));
        self.program.call("paper_save", json!({ "paper": paper, "file": file }))?;
        Ok(())
    }

    fn last_quarter(&self) -> Quarter {
        Quarter::of(Quarter::of(self.today).first_day() - Days::new(1))
    }

    fn group_meeting(&self, group: &str, day: NaiveDate) -> Result<(), Failure> {
        let request = self.head(&["group"], &format!("{group}{}月会议", day.month()), day, Some(group), &[]);
        let id = self.held(request)?;
        self.record(id, &[("交流思想和工作", "组长主持，组员逐一交流近期思想和工作情况。")], None)
    }

    fn meeting(&self, kinds: &[&str], title: &str, day: NaiveDate, agenda: &[(&str, &str)]) -> Result<i64, Failure> {
        let id = self.held(self.head(kinds, title, day, None, &["街道党建组织员"]))?;
        self.record(id, agenda, Some("会后由组织委员整理资料存档。"))?;
        Ok(id)
    }

    /// Plans the meeting and records attendance: about one in twelve on leave, now and then somebody absent.
    fn held(&self, request: Value) -> Result<i64, Failure> {
        let view = self.program.call("meeting_save", request)?["value"].take();
        let id = view["head"]["id"].as_i64().unwrap_or_default();
        let entries: Vec<Value> = (0_i64..)
            .zip(view["attendance"].as_array().into_iter().flatten())
            .map(|(i, row)| match (i * 7 + id * 5) % 24 {
                3 | 11 => json!({ "member": row["member"], "status": "on_leave", "reason": "出差" }),
                17 => json!({ "member": row["member"], "status": "absent", "reason": null }),
                _ => json!({ "member": row["member"], "status": "present", "reason": null }),
            })
            .collect();
        self.program.call("attendance_save", json!({ "id": id, "entries": entries }))?;
        Ok(id)
    }

    fn record(&self, id: i64, agenda: &[(&str, &str)], resolution: Option<&str>) -> Result<(), Failure> {
        let agenda: Vec<Value> =
            agenda.iter().map(|(title, content)| json!({ "title": title, "content": content })).collect();
        let resolutions: Vec<Value> =
            resolution.iter().map(|text| json!({ "text": text, "responsible": null, "due": null })).collect();
        self.program.call("meeting_record_save", json!({ "id": id, "agenda": agenda, "resolutions": resolutions }))?;
        Ok(())
    }

    /// Four people on their way: an applicant whose talk is overdue, two activists, a candidate.
    fn develop(&self) -> Result<(), Failure> {
        let ago = |days: u64| (self.today - Days::new(days)).to_string();
        for Person { name, applied, steps } in PEOPLE {
            let request = json!({ "id": null, "name": name, "id_number": null, "sex": "male", "ethnicity": "汉族",
                "birth": "1994-05", "education": "大学本科", "unit_and_post": "示例市行业协会 干事", "mobile": "",
                "mentors": ["陈国国"], "sponsors": [], "note": "", "applied_on": ago(*applied) });
            let file = self.program.call("development_save", request)?["value"]["person"]["id"].take();
            for (step, days) in *steps {
                let tick = json!({ "file": file, "step": step, "entry": 1, "done_on": ago(*days), "note": "" });
                self.program.call("development_step_save", tick)?;
            }
            for code in ["1-1", "1-2"] {
                let paper =
                    json!({ "file": file, "code": code, "state": "present", "dated": ago(*applied), "note": "" });
                self.program.call("development_material_save", paper)?;
            }
        }
        Ok(())
    }

    fn study(&self) -> Result<(), Failure> {
        for (i, day) in self.monthly(Weekday::Fri, 3).enumerate() {
            let participants: Vec<i64> =
                self.members.iter().copied().filter(|id| (id + i64::from(day.month())) % 9 != 0).collect();
            self.program.call(
                "study_save",
                json!({ "id": null, "title": format!("第{}期集体学习", i + 1), "held_on": day, "hours": 2.5, "place": "协会会议室",
                    "lecturer": "支部书记", "intensive": i == 5, "content": "", "participants": participants }),
            )?;
        }
        Ok(())
    }

    /// The roster's papers: the list, how to reach everyone, the branch in numbers, and the secretary's own record.
    fn print_roster(&self) -> Result<(), Failure> {
        let query = json!({ "sort": "office" });
        let secretary = self.members.first();
        for (paper, name) in [
            (json!({ "kind": "roster", "query": query }), "党员名册.pdf"),
            (json!({ "kind": "contact_list", "query": query }), "党员通讯录.pdf"),
            (json!({ "kind": "statistics" }), "党员基本情况统计表.pdf"),
            (json!({ "kind": "member_record", "member": secretary }), "党员信息表（书记）.pdf"),
        ] {
            let file = token(&self.folder.join(name));
            self.program.call("paper_save", json!({ "paper": paper, "file": file }))?;
        }
        Ok(())
    }

    /// Two letters: one accepted, so that a member has left, and one that ran out before anybody accepted it.
    fn transfer(&self) -> Result<(), Failure> {
        let ago = |days: u64| (self.today - Days::new(days)).to_string();
        let leaving = self.members.iter().rev().zip([(60, "示例市某某商会党支部"), (100, "示例市某某社区党支部")]);
        for (member, (days, to)) in leaving {
            let letter = json!({ "id": null, "member": member, "addressee": "中共示例市示例区委组织部",
                "to_organization": to, "from_organization": "示例市行业协会党支部", "reason": "工作变动",
                "issued_on": ago(days), "valid_days": 90, "dues_paid_to": ago(days)[..7], "handled_by": self.names.get(1),
                "address": "示例市示例区示例路1号", "office_phone": "0755-00000000", "postcode": "518000" });
            let id = self.program.call("transfer_save", letter)?["value"]["id"].take();
            if days < 90 {
                self.program.call("transfer_receive", json!({ "id": id, "on": ago(days - 20) }))?;
            } else {
                let file = FileToken(token(&self.folder.join("组织关系介绍信.pdf")));
                let paper = json!({ "kind": "introduction_letter", "transfer": id });
                self.program.call("paper_save", json!({ "paper": paper, "file": file }))?;
            }
        }
        Ok(())
    }

    /// The last whole quarter, signed; verified by its own certificate and by nobody's.
    fn report(&self) -> Result<(), Failure> {
        let quarter = self.last_quarter();
        let words = json!({ "problems": "个别党员因出差请假较多，已逐一提醒并安排补学。", "plan": "一、召开年度总结大会；二、完成组织生活会准备；三、继续培养入党积极分子。" });
        self.program.call("report_words_save", json!({ "quarter": quarter, "words": words }))?;
        let version = self.program.call("report_sign", json!({ "quarter": quarter, "reason": null }))?;
        let path = self.folder.join(format!("{}报告（已签名）.pdf", quarter.title()));
        self.program.call("report_export", json!({ "id": version["value"]["id"], "file": token(&path) }))?;
        self.program.call("certificate_export", json!({ "file": token(&self.folder.join("报送签名证书.pem")) }))?;
        let enrolment =
            json!({ "paper": { "kind": "enrolment_sheet" }, "file": token(&self.folder.join("报送签名备案表.pdf")) });
        self.program.call("paper_save", enrolment)?;

        let verdict = self.program.call("report_verify", json!({ "file": token(&path) }))?;
        std::fs::write(self.folder.join("核对结果.json"), serde_json::to_string_pretty(&verdict)?)?;
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

    fn print(&self, kind: &str, meeting: Option<i64>, name: &str) -> Result<(), Failure> {
        let file = FileToken(token(&self.folder.join(name)));
        self.program.call(
            "paper_save",
            json!({ "paper": { "kind": kind, "meeting": meeting, "photos": true }, "file": file }),
        )?;
        Ok(())
    }
}
