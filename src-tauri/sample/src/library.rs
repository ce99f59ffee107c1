//! A small library: what the branch works by and learns from. None of it is anybody's text.

use chrono::{Datelike, Days};
use serde_json::{Value, json};
use zhibu_core::problem::Problem;

use super::Sample;

/// A made-up document: kind, title, issuer, number, days since, key words, what the secretary noted.
struct Document {
    kind: &'static str,
    title: &'static str,
    issuer: &'static str,
    number: &'static str,
    days: u64,
    keywords: &'static str,
    text: &'static str,
    /// A file that comes with it.
    file: Option<(&'static str, &'static str)>,
}

const DOCUMENTS: &[Document] = &[
    Document {
        kind: "directive",
        title: "关于做好年度集中学习的通知",
        issuer: "示例街道社会组织党委",
        number: "示社党〔示例〕3号",
        days: 290,
        keywords: "集中学习 学时 计划",
        text: "要点：年初排计划，每月集中学习一次；缺席的一个月内补学，留下笔记。",
        file: Some((
            "集中学习通知.txt",
            "各党支部：\n请在三月底前排好全年学习计划。流动党员可以用线上方式参加，由党小组长登记。\n学习记录由支部保存，上级党组织年底抽查。\n（示例文字，不是真实文件）",
        )),
    },
    Document {
        kind: "regulation",
        title: "支部学习考勤和补学办法",
        issuer: "示例市行业协会党支部",
        number: "",
        days: 240,
        keywords: "考勤 请假 补学",
        text: "因事不能参加的，事先向党小组长请假；一个月内补学，由支部书记当面考查。",
        file: Some((
            "学习考勤和补学办法.txt",
            "第一条 集中学习须签到。\n第二条 请假由党小组长同意，报支部书记。\n第三条 补学须有学习笔记或者线上学习记录。\n（示例文字）",
        )),
    },
    Document {
        kind: "material",
        title: "党章学习提纲",
        issuer: "支部宣传委员",
        number: "",
        days: 200,
        keywords: "党章 党员义务 党员权利",
        text: "一、先读总纲。二、逐条对照党员的义务和权利。三、联系本职工作谈体会。",
        file: None,
    },
    Document {
        kind: "speech",
        title: "在年度工作会议上的讲话（示例）",
        issuer: "示例街道社会组织党委",
        number: "",
        days: 45,
        keywords: "社会组织 党建",
        text: "记下三点：抓实组织生活；关心流动党员；把学习和行业自律结合起来。",
        file: None,
    },
];

impl Sample<'_> {
    /// The library, and what of it the newest sessions learnt.
    pub(super) fn library(&self) -> Result<(), Problem> {
        let mut ids = Vec::new();
        for document in DOCUMENTS {
            ids.push(self.document(document)?);
        }
        let year = self.call("study_year", json!({ "year": self.today.year() }))?;
        for (session, document) in year["sessions"].as_array().into_iter().flatten().zip([&ids[3], &ids[0], &ids[2]]) {
            let mut session = session.clone();
            session["documents"] = json!([document]);
            self.call("study_save", session)?;
        }
        Ok(())
    }

    fn document(&self, document: &Document) -> Result<Value, Problem> {
        let Document { kind, title, issuer, number, days, keywords, text, file } = document;
        let issued_on = self.today - Days::new(*days);
        let request = json!({ "id": null, "kind": kind, "title": title, "issuer": issuer, "number": number,
            "issued_on": issued_on, "keywords": keywords, "text": text });
        let id = self.call("library_save", request)?["value"]["id"].take();
        if let Some((name, content)) = file {
            let file = self.program.file(name, content.as_bytes())?;
            self.call("attachment_add", json!({ "owner": { "document": id }, "files": [file] }))?;
        }
        Ok(id)
    }
}
