//! Twenty development files of made-up people, each with one typical fault: to see what an examination finds. Each begins as
//! the same sound file (`data/development.json`) and is changed at one place.

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use zhibu_core::problem::Problem;

use super::Sample;

/// A sound file, from the application to the archive, under the text of 2014.
pub const SOUND: &str = include_str!("../data/development.json");

/// So many days later, a whole number of weeks, the same file is decided under the text of 2026.
const UNDER_2026: u64 = 1421;
const A_YEAR: u64 = 364;

/// A person, and what is wrong with the file.
struct Faulty {
    name: &'static str,
    /// The check that finds it.
    check: &'static str,
    /// By how many days it comes after the sound one.
    days_later: u64,
    /// The file as it was on this day; a whole one otherwise.
    until: Option<&'static str>,
    alter: fn(&mut File),
}

/// What each of them did besides, so that nobody's review reads like another's.
const TASKS: [&str; FAULTY.len()] = [
    "编写行业年度统计报告",
    "春季走访会员企业",
    "组织青年会员读书会",
    "教社区长者使用智能手机",
    "征集行业标准的意见",
    "筹备年度会员大会",
    "给乡村小学捐赠图书",
    "编辑协会的公众号",
    "高温天慰问一线劳动者",
    "调查中小企业用工需求",
    "承办行业职业技能竞赛",
    "整理和公开会费收支",
    "普法宣传周的现场讲解",
    "调配防汛应急物资",
    "行业展览会的志愿讲解",
    "推介对口帮扶的农产品",
    "把协会旧档案录入电脑",
    "调解会员之间的纠纷",
    "给新会员做入会培训",
    "组织无偿献血活动",
];

/// The end of a file that was broken off while the person was an activist, and as a candidate.
const AS_ACTIVIST: &str = "2022-06-20";
const AS_CANDIDATE: &str = "2022-10-13";

const FAULTY: [Faulty; 20] = [
    Faulty::broken_off("白若云", "KA04", AS_ACTIVIST, |file| file.person("birth", "2003-03-02")),
    Faulty::broken_off("曹知行", "KA05", AS_ACTIVIST, |file| {
        file.on("talk", "2021-04-02");
        file.paper("1-2", "dated", json!("2021-04-02"));
    }),
    Faulty::broken_off("邓远舟", "KA02", AS_ACTIVIST, |file| file.paper("1-1", "is_signed", json!(false))),
    Faulty::broken_off("冯清和", "KB10", AS_ACTIVIST, |file| file.on("activist_filing", "2021-06-18")),
    Faulty::broken_off("高明远", "KB12", AS_ACTIVIST, |file| file.without_mentor()),
    Faulty::broken_off("顾临川", "KB16", AS_ACTIVIST, |file| file.remove("review", 1)),
    Faulty::broken_off("韩以南", "KB18", AS_ACTIVIST, |file| file.value("review", "mentor_opinion", "")),
    Faulty::broken_off("贺兰舟", "KC01", AS_CANDIDATE, |file| {
        file.remove("candidate_opinions", 0);
        file.on("candidate_meeting", "2022-06-17");
        file.paper("3-2", "dated", json!("2022-06-17"));
    }),
    Faulty::broken_off("黄景行", "KC18", AS_CANDIDATE, |file| file.without_sponsor()),
    Faulty::broken_off("蒋思源", "KC25", AS_CANDIDATE, |file| {
        file.on("political_review", "2022-08-18");
        file.paper("3-9", "dated", json!("2022-08-18"));
    }),
    Faulty::broken_off("孔令仪", "KC35", AS_CANDIDATE, |file| {
        file.value("training", "days", "2");
        file.value("training", "hours", "16");
    }),
    Faulty::whole("梁启明", "KD12", 0, |file| {
        file.value("admission", "votes_for", "10");
        file.value("admission", "votes_against", "8");
    }),
    Faulty::whole("陆时雨", "KD27", 0, |file| {
        file.remove("superior_talk", 0);
        file.without_paper("4-6a");
    }),
    Faulty::whole("孟知秋", "KD31", 0, |file| {
        file.on("approval", "2023-02-13");
        file.paper("4-6", "dated", json!("2023-02-13"));
        for (kind, on) in
            [("superior_filing", "2023-02-20"), ("group_assignment", "2023-02-15"), ("oath", "2023-03-01")]
        {
            file.on(kind, on);
        }
        file.value("approval", "told_on", "2023-02-15");
        file.value("approval", "announced_on", "2023-02-20");
    }),
    Faulty::whole("任家宁", "KF17", A_YEAR, |file| {
        file.value("approval", "probation_to", "2024-11-08");
        file.value("conversion_approval", "full_from", "2024-11-09");
        file.on("conversion", "2024-11-06");
        for code in ["5-5", "5-5a"] {
            file.paper(code, "dated", json!("2024-11-06"));
        }
    }),
    Faulty::whole("宋望舒", "KF24", A_YEAR, |file| {
        file.value("approval", "probation_to", "2024-11-08");
        // From the reply instead of from the end of the probation.
        file.value("conversion_approval", "full_from", "2024-12-04");
    }),
    Faulty::running("唐予安", "KC07", "2026-06-23", |file| {
        file.remove("candidate_consent", 0);
        file.without_paper("3-5a");
    }),
    Faulty::running("汪清越", "KC10", "2026-06-17", |file| file.value("candidate_notice", "ends_on", "2026-06-12")),
    Faulty::running("吴思齐", "KC16", "2026-06-17", |file| {
        file.value("candidate_notice", "notice_at", "");
        file.value("candidate_notice", "place", "");
    }),
    Faulty::running("余知微", "KC28", "2026-07-20", |file| file.value("political_review", "net_conduct", "")),
];

impl Faulty {
    /// From the application to the archive, so many days after the sound one.
    const fn whole(name: &'static str, check: &'static str, days_later: u64, alter: fn(&mut File)) -> Self {
        Self { name, check, days_later, until: None, alter }
    }

    /// The person withdrew on a day.
    const fn broken_off(name: &'static str, check: &'static str, on: &'static str, alter: fn(&mut File)) -> Self {
        Self { name, check, days_later: 0, until: Some(on), alter }
    }

    /// Under the text of 2026, as it stood on a day.
    const fn running(name: &'static str, check: &'static str, on: &'static str, alter: fn(&mut File)) -> Self {
        Self { name, check, days_later: UNDER_2026, until: Some(on), alter }
    }
}

/// The people of the faulty files, each with the check that finds the one fault.
pub fn faulty() -> impl Iterator<Item = (&'static str, &'static str)> {
    FAULTY.iter().map(|one| (one.name, one.check))
}

/// A file before it is entered.
struct File(Value);

impl File {
    fn list(&mut self, name: &str) -> impl Iterator<Item = &mut Value> {
        self.0[name].as_array_mut().into_iter().flatten()
    }

    fn person(&mut self, field: &str, text: &str) {
        self.0["person"][field] = text.into();
    }

    /// The first entry of a kind on another day.
    fn on(&mut self, kind: &str, day: &str) {
        if let Some(entry) = self.list("entries").find(|entry| entry["kind"] == kind) {
            entry["on"] = day.into();
        }
    }

    /// A value of the first entry of a kind.
    fn value(&mut self, kind: &str, field: &str, text: &str) {
        if let Some(entry) = self.list("entries").find(|entry| entry["kind"] == kind) {
            entry["values"][field] = text.into();
        }
    }

    /// Without the entry of a kind, by its place among them.
    fn remove(&mut self, kind: &str, place: usize) {
        let mut at = 0;
        if let Some(entries) = self.0["entries"].as_array_mut() {
            entries.retain(|entry| {
                let is_kind = entry["kind"] == kind;
                at += usize::from(is_kind);
                !(is_kind && at == place + 1)
            });
        }
    }

    fn paper(&mut self, code: &str, field: &str, value: Value) {
        if let Some(paper) = self.list("materials").find(|paper| paper["code"] == code) {
            paper[field] = value;
        }
    }

    fn without_paper(&mut self, code: &str) {
        if let Some(papers) = self.0["materials"].as_array_mut() {
            papers.retain(|paper| paper["code"] != code);
        }
    }

    fn without_mentor(&mut self) {
        if let Some(guides) = self.0["guides"].as_array_mut() {
            guides.retain(|guide| guide["role"] != "mentor");
        }
    }

    /// One sponsor where there should be two.
    fn without_sponsor(&mut self) {
        if let Some(guides) = self.0["guides"].as_array_mut() {
            guides.pop();
        }
        let mut opinions = 0;
        if let Some(entries) = self.0["entries"].as_array_mut() {
            entries.retain(|entry| {
                opinions += usize::from(entry["kind"] == "sponsor_opinion");
                entry["kind"] != "sponsor_opinion" || opinions < 2
            });
        }
    }

    /// Only what had happened by the end of a day; thought reports go on until today.
    fn until(&mut self, day: &str, today: &str) {
        for (list, field) in [("entries", "on"), ("materials", "dated"), ("guides", "since")] {
            if let Some(list) = self.0[list].as_array_mut() {
                list.retain(|one| {
                    let last = if one["code"] == "2-5" { today } else { day };
                    one[field].as_str().is_none_or(|on| on <= last)
                });
            }
        }
    }
}

/// Every day in a value so many days later.
fn later(value: &mut Value, days: u64) {
    match value {
        Value::String(text) => {
            // `1-2-1` is a paper.
            if let Some(day) = text.parse::<NaiveDate>().ok().filter(|_| text.len() == 10) {
                *text = (day + Days::new(days)).to_string();
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|value| later(value, days)),
        Value::Object(fields) => fields.values_mut().for_each(|value| later(value, days)),
        _ => {}
    }
}

impl Sample<'_> {
    /// Enters the faulty files, those whose days are not still to come.
    pub(super) fn faulty_files(&self) -> Result<(), Problem> {
        let [mentor, sponsor] = self.old_members()?;
        for (place, faulty) in FAULTY.iter().enumerate() {
            let text = SOUND.replace("@mentor", &mentor.1).replace("@sponsor", &sponsor.1);
            let mut file = File(serde_json::from_str(&text).unwrap_or_default());
            for list in ["entries", "materials", "guides"] {
                later(&mut file.0[list], faulty.days_later);
            }
            let whole = faulty.until.is_none() && self.today.to_string().as_str() < "2025-01-01";
            if whole {
                continue;
            }
            if let Some(day) = faulty.until {
                file.until(day, &self.today.to_string());
                if day > self.today.to_string().as_str() {
                    continue;
                }
            }
            file.person("name", faulty.name);
            file.value("application_form", "serial", &format!("示例2022-{:04}", place + 1));
            Self::own_words(&mut file, TASKS[place]);
            (faulty.alter)(&mut file);
            let id = self.enter(&mut file)?;
            if let Some(day) = faulty.until.filter(|_| faulty.days_later == 0) {
                let closed = json!({ "on": day, "how": "withdrawn", "reason": "本人撤回申请" });
                self.call("development_close", json!({ "id": id, "closed": closed }))?;
            }
        }
        Ok(())
    }

    /// Puts words of the person's own into what would read like another's.
    fn own_words(file: &mut File, task: &str) {
        for entry in file.list("entries") {
            let Some(values) = entry["values"].as_object_mut() else { continue };
            for field in ["mentor_opinion", "self_review", "beliefs", "experience", "understanding"] {
                if let Some(text) = values.get_mut(field) {
                    *text = format!("{}近来做的一件事：{task}，从头到尾认真负责。", text.as_str().unwrap_or_default())
                        .into();
                }
            }
        }
    }

    /// Two who have been full members for long: a mentor and a sponsor.
    fn old_members(&self) -> Result<[(i64, String); 2], Problem> {
        let mut old = Vec::new();
        for (id, name) in self.members.iter().zip(&self.names) {
            let member = self.call("member_get", json!({ "id": id, "reveal": false }))?["member"].take();
            let converted = member["converted"].as_str().unwrap_or("9999");
            if converted < "2019" {
                old.push((*id, name.clone()));
            }
        }
        let mut old = old.into_iter();
        Ok([(); 2].map(|()| old.next().unwrap_or_default()))
    }

    fn enter(&self, file: &mut File) -> Result<Value, Problem> {
        let mut person = file.0["person"].take();
        person["id_number"] = Value::Null;
        person["applied_on"] = Value::Null;
        let id = self.call("development_save", person)?["value"]["person"]["id"].take();
        for guide in file.list("guides") {
            guide["id"] = Value::Null;
            self.call("development_guide_save", json!({ "file": id, "guide": guide, "insist": true }))?;
        }
        let mut entries: Vec<Value> = file.list("entries").map(|entry| entry.take()).collect();
        for entry in &mut entries {
            entry["id"] = Value::Null;
            self.meet(entry)?;
        }
        let request = json!({ "file": id, "entries": entries, "insist": true, "roster": true });
        let view = self.call("development_entries_save", request)?["value"].take();
        if !view["roster_act"].is_null() {
            self.call("development_to_roster", id.clone())?;
        }
        let mut materials: Vec<Value> = file.list("materials").map(|paper| paper.take()).collect();
        for paper in &mut materials {
            paper["id"] = Value::Null;
        }
        self.call("development_materials_save", json!({ "file": id, "materials": materials }))?;
        Ok(id)
    }

    /// A decision of the time of which the branch has its minutes names its meeting there.
    fn meet(&self, entry: &mut Value) -> Result<(), Problem> {
        let (kinds, title) = match entry["kind"].as_str() {
            Some("candidate_meeting") => (["committee"], "讨论发展对象人选"),
            Some("committee_review") => (["committee"], "审查发展对象"),
            _ => return Ok(()),
        };
        let Some(day) = entry["on"].as_str().and_then(|on| on.parse::<NaiveDate>().ok()) else { return Ok(()) };
        let begun = self.monthly(chrono::Weekday::Tue, 1).next().is_some_and(|first| first <= day);
        if begun {
            let agenda = [(title, "与会委员逐一发表意见，一致同意。")];
            entry["meeting"] = self.meeting(&kinds, &format!("支委会（{title}）"), day, &agenda)?.into();
        }
        Ok(())
    }
}
