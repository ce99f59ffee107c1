//! The branch's certificate over the years, whom a report is from, and whether it is what the file holds.

use chrono::{DateTime, FixedOffset};
use rstest::rstest;
use serde_json::{Value, json};
use zhibu_core::outside::{Attachment, Identity};
use zhibu_core::reports::{QuarterlyReport, REPORT_FORMAT, VerifyView, judge};
use zhibu_core::signing::{Trust, TrustedSigner};
use zhibu_tests::{Program, pyhanko};

const PASSPHRASE: &str = "晨光里的名册2026";
const BRANCH: &str = "示例协会支部";

/// A file made on a day, with its certificate.
fn founded(today: &str) -> Program {
    let program = Program::new(today);
    let branch = json!({ "name": BRANCH, "superior": "示例街道社会组织党委", "unit": "示例协会" });
    program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    program.ok("signing_get", json!({}));
    program
}

/// The same file on another day.
fn on(program: &Program, today: &str) -> Program {
    program.ok("vault_lock", json!({}));
    let later = Program::in_folder(program.folder().to_owned(), today);
    later.ok("vault_unlock", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE }));
    later
}

fn sign(program: &Program, quarter: &str, out: &str) {
    let done = program.ok("report_sign", json!({ "quarter": quarter, "reason": null }));
    program.ok("report_export", json!({ "id": done["value"]["id"], "file": out }));
}

fn own_fingerprint(program: &Program) -> String {
    program.ok("signing_get", json!({}))["own"]["fingerprint"].as_str().unwrap().to_owned()
}

fn on_home(program: &Program) -> Vec<Value> {
    let todo = program.ok("home_overview", json!({}))["todo"].as_array().unwrap().clone();
    todo.into_iter().filter(|finding| finding["subject"]["room"] == "signing").collect()
}

fn at(day: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("{day}T09:00:00+08:00")).unwrap()
}

/// What somebody says of a file who trusts this fingerprint under this name.
fn judged(program: &Program, file: &str, fingerprint: &str, name: &str, today: &str) -> VerifyView {
    let trusted: Trust =
        [TrustedSigner { fingerprint: fingerprint.to_owned(), name: name.to_owned() }].into_iter().collect();
    let bytes = std::fs::read(program.path(file)).unwrap();
    judge(file, &bytes, &trusted, zhibu_documents::outside().seal.as_ref(), at(today))
}

#[test]
fn a_certificate_is_renewed_in_time_and_the_old_one_vouches_for_it() {
    let program = founded("2026-10-03");
    let old = own_fingerprint(&program);
    assert_eq!(on_home(&program), [] as [Value; 0]);
    let program = on(&program, "2029-06-01");
    let found = on_home(&program);
    assert_eq!((found.len(), &found[0]["due"]), (1, &json!("2029-10-03")));
    assert!(found[0]["message"].as_str().unwrap().contains("请在这之前续期"), "{found:?}");
    let before = program.ok("vault_status", json!({}))["undo"].clone();
    let renewed = program.ok("certificate_renew", json!({}));
    assert_eq!((&renewed["undo"], &renewed["value"]["state"]), (&Value::Null, &json!("good")));
    assert_eq!(renewed["value"]["replaced"][0]["fingerprint"], old.as_str());
    assert_eq!(program.ok("vault_status", json!({}))["undo"], before, "it cannot be undone");
    assert_eq!(on_home(&program), [] as [Value; 0]);

    sign(&program, "2029Q1", "report.pdf");
    program.ok("certificate_export", json!({ "file": "cert.pem" }));
    let others = pyhanko(&program.path("report.pdf"), &program.path("cert.pem"));
    assert!(others.status.success(), "{}", String::from_utf8_lossy(&others.stdout));
    let view = judged(&program, "report.pdf", &old, BRANCH, "2029-06-02");
    assert!(view.valid && view.trusted, "{}", view.sentence);
    assert!(view.sentence.contains("2029年6月1日换了新的签名证书"), "{}", view.sentence);
    let stranger = judged(&program, "report.pdf", &"0".repeat(64), BRANCH, "2029-06-02");
    assert!(stranger.valid && !stranger.trusted);
    // And once more: the chain goes on.
    let program = on(&program, "2032-01-05");
    program.ok("certificate_renew", json!({}));
    sign(&program, "2031Q4", "later.pdf");
    assert!(judged(&program, "later.pdf", &old, BRANCH, "2032-01-06").trusted);
    assert_eq!(program.ok("report_verify", json!({ "file": "report.pdf" }))["trusted"], true, "its own old one");
    assert_eq!(program.ok("vault_check", json!({}))["ok"], true);
}

#[rstest]
#[case::expired("2026-10-03", "2030-01-10", "certificate_expired", "2029年10月3日到期")]
#[case::made_while_the_clock_was_ahead("2099-01-01", "2030-01-10", "certificate_not_yet_valid", "2099年1月1日起才有效")]
fn a_certificate_that_is_not_valid_now_signs_nothing_and_can_be_renewed(
    #[case] made_on: &str,
    #[case] today: &str,
    #[case] code: &str,
    #[case] said: &str,
) {
    let program = founded(made_on);
    let old = own_fingerprint(&program);
    let program = on(&program, today);
    assert_eq!(on_home(&program)[0]["severity"], "late");
    let before = program.ok("vault_dump", json!({}));
    let refused = program.problem("report_sign", json!({ "quarter": "2029Q4", "reason": null }));
    assert_eq!(refused["code"], code);
    assert!(refused["message"].as_str().unwrap().contains(said), "{refused}");
    assert!(refused["hint"].as_str().unwrap().contains("续期"), "{refused}");
    assert_eq!(program.ok("vault_dump", json!({})), before, "the quarter is not frozen");
    program.ok("certificate_renew", json!({}));
    sign(&program, "2029Q4", "report.pdf");
    // A certificate that is not valid confirms nothing: a person has to look at the new sheet.
    let view = judged(&program, "report.pdf", &old, BRANCH, today);
    assert!(view.valid && !view.trusted, "{}", view.sentence);
    assert!(view.sentence.contains("不在有效期内") && view.sentence.contains("新的备案表"), "{}", view.sentence);
    assert_eq!(view.known_as.as_deref(), Some(BRANCH));
    assert!(judged(&program, "report.pdf", &own_fingerprint(&program), BRANCH, today).trusted);
}

#[test]
fn a_branch_of_another_name_signs_with_a_certificate_of_that_name() {
    let program = founded("2026-10-03");
    let old = own_fingerprint(&program);
    let mut branch = program.ok("branch_get", json!({}))["branch"].clone();
    branch["name"] = json!("示例协会第一支部");
    program.ok("branch_save", json!({ "record": branch }));
    let refused = program.problem("report_sign", json!({ "quarter": "2026Q3", "reason": null }));
    assert_eq!(refused["code"], "certificate_of_other_name");
    program.ok("certificate_renew", json!({}));
    sign(&program, "2026Q3", "report.pdf");
    let view = judged(&program, "report.pdf", &old, BRANCH, "2026-10-03");
    assert!(view.trusted && view.sentence.contains(&format!("由“{BRANCH}”签名")), "{}", view.sentence);
    assert!(view.sentence.contains("自称“示例协会第一支部”"), "{}", view.sentence);
}

#[test]
fn a_signature_from_the_future_is_said_and_a_few_minutes_are_not() {
    let program = founded("2026-10-03");
    sign(&program, "2026Q3", "report.pdf");
    let fingerprint = own_fingerprint(&program);
    let early = judged(&program, "report.pdf", &fingerprint, BRANCH, "2026-10-02");
    assert!(early.sentence.contains("签名时间写的是2026年10月3日 09:00"), "{}", early.sentence);
    assert!(judged(&program, "report.pdf", &fingerprint, BRANCH, "2026-10-03").remarks.is_empty());
    let bytes = std::fs::read(program.path("report.pdf")).unwrap();
    let seal = zhibu_documents::outside().seal;
    let now = at("2026-10-03") - chrono::Duration::minutes(5);
    assert!(judge("a", &bytes, &Trust::default(), seal.as_ref(), now).remarks.is_empty());
}

/// A report of the file, changed, and signed by a stranger's key whose certificate bears `name`.
fn forged(program: &Program, name: &str, change: impl FnOnce(&mut QuarterlyReport, &Identity), format: u32) -> Vec<u8> {
    let outside = zhibu_documents::outside();
    let identity = outside.seal.new_identity(name, at("2026-10-03"), 3).unwrap();
    let view = program.ok("report_verify", json!({ "file": "report.pdf" }));
    let mut report: QuarterlyReport = serde_json::from_value(view["report"].clone()).unwrap();
    change(&mut report, &identity);
    let mut data = serde_json::to_value(&report).unwrap();
    data["format"] = json!(format);
    let attachment = Attachment {
        name: "report.json".into(),
        mime: "application/json".into(),
        description: "季度报告数据".into(),
        bytes: data.to_string().into_bytes(),
    };
    let pdf = outside.typeset.pdf(&report.pages(), &[attachment], at("2026-10-03")).unwrap().paper;
    outside.seal.sign(&pdf, &identity, "报告", at("2026-10-03")).unwrap()
}

#[test]
fn certificate_mark_and_branch_are_one_or_the_report_is_refused() {
    let program = founded("2026-10-03");
    sign(&program, "2026Q3", "report.pdf");
    let seal = zhibu_documents::outside().seal;
    let fault = |file: &[u8]| judge("a", file, &Trust::default(), seal.as_ref(), at("2026-10-03"));
    let own = |report: &mut QuarterlyReport, identity: &Identity| {
        let certificate = zhibu_documents::outside().seal.certificate(&identity.certificate).unwrap();
        let mark = report.mark.as_mut().unwrap();
        (mark.fingerprint, mark.signer) = (certificate.fingerprint, certificate.subject);
    };
    // The mark of the real branch under the signature of another key.
    let view = fault(&forged(&program, BRANCH, |_, _| (), REPORT_FORMAT));
    assert_eq!((view.valid, view.fault.as_deref()), (false, Some("fingerprint_differs")));
    assert!(view.report.is_none() && view.sentence.contains("指纹"), "{}", view.sentence);
    let view = fault(&forged(&program, BRANCH, |report, _| report.mark = None, REPORT_FORMAT));
    assert_eq!(view.fault.as_deref(), Some("fingerprint_differs"), "no mark is no mark of ours");
    // Another's own certificate and mark over a report of the real branch.
    let view = fault(&forged(&program, "冒名支部", own, REPORT_FORMAT));
    assert_eq!(view.fault.as_deref(), Some("name_differs"));
    assert!(view.sentence.contains(BRANCH) && view.sentence.contains("冒名支部"), "{}", view.sentence);
    let view = fault(&forged(&program, BRANCH, own, REPORT_FORMAT));
    assert!(view.valid && !view.trusted, "a namesake is only not trusted: {}", view.sentence);
}

#[test]
fn a_report_of_a_newer_program_is_valid_and_its_data_left_alone() {
    let program = founded("2026-10-03");
    sign(&program, "2026Q3", "report.pdf");
    let newer = forged(&program, BRANCH, |_, _| (), 7);
    let view = judge("a", &newer, &Trust::default(), zhibu_documents::outside().seal.as_ref(), at("2026-10-03"));
    assert!(view.valid && view.report.is_none());
    assert!(view.sentence.contains("升级"), "{}", view.sentence);
}

#[test]
fn a_section_of_a_newer_program_is_named_and_the_rest_of_the_report_is_read() {
    let program = founded("2026-10-03");
    sign(&program, "2026Q3", "report.pdf");
    let seal = zhibu_documents::outside().seal;
    let newer = forged(
        &program,
        BRANCH,
        |report, identity| {
            let certificate = zhibu_documents::outside().seal.certificate(&identity.certificate).unwrap();
            report.mark.as_mut().unwrap().fingerprint = certificate.fingerprint;
            let later = serde_json::from_value(json!({ "title": "工作经费", "paid": 3 })).unwrap();
            report.sections.insert("funds".to_owned(), later);
        },
        REPORT_FORMAT,
    );
    let view = judge("a", &newer, &Trust::default(), seal.as_ref(), at("2026-10-03"));
    assert!(view.valid && view.sentence.contains("报告里的“工作经费”出自更新版本的程序"), "{}", view.sentence);
    let said = |label: &str| view.facts.iter().find(|fact| fact.label == label).map(|fact| fact.value.clone());
    assert!(said("工作经费").is_some_and(|value| value.contains("升级")), "{:?}", view.facts);
    assert_eq!((said("支部").as_deref(), said("季度").as_deref()), (Some(BRANCH), Some("2026年第三季度 第 1 版")));
    assert_eq!(json!(view.report)["sections"]["funds"], json!({ "title": "工作经费", "paid": 3 }));
}

#[test]
fn a_running_quarter_and_open_meetings_are_said_before_signing() {
    let program = founded("2026-11-26");
    let said = |quarter: &str| {
        let view = program.ok("report_get", json!(quarter));
        view["before_signing"].as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(said("2026Q3"), [] as [String; 0]);
    let running: Vec<String> = said("2026Q4");
    assert!(running.len() == 1 && running[0].contains("还有 35 天") && running[0].contains("更正版"), "{running:?}");
    for (day, place) in [("2026-08-15", "去年"), ("2026-09-20", "会议室")] {
        let head = json!({ "id": null, "kinds": ["general"], "title": "第三季度党员大会", "planned_at": format!("{day}T14:30:00"), "place": place });
        program.ok("meeting_save", head);
    }
    let open = said("2026Q3");
    assert!(open.len() == 1 && open[0].contains("有 2 次会议") && open[0].contains("8月15日"), "{open:?}");
}

#[test]
fn after_signing_the_paper_is_the_signed_file_and_before_it_a_draft() {
    let program = founded("2026-10-03");
    let draft = program.ok("paper_preview", json!({ "room": "reports", "kind": "report", "quarter": "2026Q3" }));
    assert!(draft["title"].as_str().unwrap().contains("草稿"), "{}", draft["title"]);
    sign(&program, "2026Q3", "exported.pdf");
    let id = program.ok("report_get", json!("2026Q3"))["versions"][0]["id"].clone();
    let paper = json!({ "room": "reports", "kind": "signed_report", "version": id });
    let shown = program.ok("paper_preview", paper.clone());
    assert!(shown["title"].as_str().unwrap().contains("已签名"), "{}", shown["title"]);
    program.ok("paper_save", json!({ "paper": paper, "file": "saved.pdf" }));
    let bytes = |name: &str| std::fs::read(program.path(name)).unwrap();
    assert_eq!(bytes("saved.pdf"), bytes("exported.pdf"));
    program.ok(
        "paper_save",
        json!({ "paper": { "room": "reports", "kind": "report", "quarter": "2026Q3" }, "file": "draft.pdf" }),
    );
    let view = program.ok("report_verify", json!({ "file": "draft.pdf" }));
    assert!(view["sentence"].as_str().unwrap().contains("没有签名"), "{view}");
}

#[test]
fn a_signed_report_is_compared_with_what_the_file_holds() {
    let program = founded("2026-10-03");
    program.ok("vault_lock", json!({}));
    std::fs::copy(program.path("a.zhibu"), program.path("older.zhibu")).unwrap();
    let open = |file: &str| program.ok("vault_unlock", json!({ "file": file, "passphrase": PASSPHRASE }));
    let compare = |file: &str| {
        let view = program.ok("report_compare", json!({ "file": file }));
        (view["outcome"].as_str().unwrap().to_owned(), view["sentence"].as_str().unwrap().to_owned())
    };
    open("a.zhibu");
    sign(&program, "2026Q3", "report.pdf");
    let (outcome, sentence) = compare("report.pdf");
    assert!(outcome == "agrees" && sentence.starts_with("与档案一致"), "{sentence}");
    program.ok("report_words_save", json!({ "quarter": "2026Q3", "words": { "problems": "补充", "plan": "" } }));
    let second = program.ok("report_sign", json!({ "quarter": "2026Q3", "reason": "补充" }));
    program.ok("report_export", json!({ "id": second["value"]["id"], "file": "second.pdf" }));
    assert_eq!((compare("report.pdf").0, compare("second.pdf").0), ("agrees".into(), "agrees".into()));
    let mut bytes = std::fs::read(program.path("report.pdf")).unwrap();
    bytes[1000] ^= 1;
    std::fs::write(program.path("changed.pdf"), bytes).unwrap();
    assert_eq!(compare("changed.pdf").0, "not_valid");
    program.ok("vault_lock", json!({}));

    open("older.zhibu");
    let (outcome, sentence) = compare("report.pdf");
    assert!(outcome == "no_such_version" && sentence.starts_with("档案里没有这一版"), "{sentence}");
    let (outcome, sentence) = compare("second.pdf");
    assert!(outcome == "log_differs" && sentence.starts_with("记录链对不上"), "{sentence}");
    program.ok("vault_lock", json!({}));

    let branch = json!({ "name": BRANCH, "superior": "", "unit": "" });
    program.ok("vault_create", json!({ "file": "b.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    assert_eq!(compare("report.pdf").0, "not_ours");
}
