//! Carrying out what was typed.

use std::io::{Read, Write};
use std::path::Path;

use serde_json::{Value, json};
use zhibu_core::files;
use zhibu_core::outside::{FileToken, Seal};
use zhibu_core::problem::Problem;
use zhibu_core::reports::judge;
use zhibu_core::signing::{Trust, TrustedSigner, plain_fingerprint, trust_list};
use zhibu_core::values::Period;

use crate::arguments::{Action, Arguments, Kind, Paper};
use crate::demo;
use crate::demo_reports;
use crate::desktop::{Program, token};
use crate::development;
use crate::dues;
use crate::failure::Failure;
use crate::rules;

/// Carries it out; gives the exit code.
pub(crate) fn run(arguments: Arguments) -> Result<u8, Failure> {
    let program = Program::new(arguments.today)?;
    match arguments.action {
        Action::New { file, branch, kind, superior, unit } => {
            let request = json!({
                "file": token(&file),
                "passphrase": passphrase()?,
                "kind": if kind == Kind::Superior { "superior" } else { "branch" },
                "branch": { "name": branch, "superior": superior, "unit": unit },
            });
            let reply = program.call("vault_create", request)?;
            let groups = reply.get("groups").cloned().unwrap_or_default();
            if arguments.json {
                print(&json!({ "file": token(&file), "recovery_code": groups }))?;
            } else {
                let groups: Vec<&str> = groups.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
                line(&format!(
                    "已建立档案 {}\n恢复码（请抄写或打印，与电脑分开保管）:\n{}",
                    file.display(),
                    groups.join("-")
                ))?;
            }
        }
        Action::ImportRoster { file, sheet, tab, dry_run, without_doubtful } => {
            unlock(&program, &file, arguments.json)?;
            let request = json!({ "file": token(&sheet), "sheet": tab });
            let mut preview = program.call("roster_import_preview", request.clone())?;
            if dry_run {
                let keys =
                    ["accepted", "warned", "rejected", "updated", "unchanged", "doubtful", "normalized", "notes"];
                print(&keys.iter().map(|key| ((*key).to_owned(), preview[*key].take())).collect::<Value>())?;
            } else {
                let skipped = if without_doubtful { preview["doubtful"].take() } else { json!([]) };
                let mut request = request;
                request["digest"] = preview["digest"].take();
                request["skip_rows"] = skipped;
                print(&program.call("roster_import", request)?["value"])?;
            }
        }
        Action::ExportRoster { file, out, reveal, on } => {
            unlock(&program, &file, arguments.json)?;
            let request = json!({ "query": { "on": on }, "layout": "national", "reveal": reveal, "file": token(&out) });
            print(&program.call("roster_export", request)?)?;
        }
        Action::Fill { file, template, out, reveal } => {
            unlock(&program, &file, arguments.json)?;
            let request = json!({ "template": token(&template), "reveal": reveal, "file": token(&out) });
            print(&program.call("return_fill_file", request)?)?;
        }
        Action::ImportPayments { file, sheet, tab, dry_run } => {
            unlock(&program, &file, arguments.json)?;
            print(&dues::import(&program, &sheet, tab.as_deref(), dry_run)?)?;
        }
        Action::Call { file, command, request } => {
            let request: Value = match request.as_deref() {
                None => json!({}),
                Some("-") => {
                    let mut text = String::new();
                    std::io::stdin().read_to_string(&mut text)?;
                    serde_json::from_str(&text)?
                }
                Some(text) => serde_json::from_str(text)?,
            };
            unlock(&program, &file, arguments.json)?;
            print(&program.call(&command, request)?)?;
        }
        Action::Commands => {
            if arguments.json {
                print(&serde_json::to_value(zhibu_core::commands::table())?)?;
            } else {
                for command in zhibu_core::commands::table() {
                    line(&format!(
                        "{}({}) -> {}\n    {}",
                        command.name, command.request, command.reply, command.about
                    ))?;
                }
            }
        }
        Action::Print { file, paper: Paper::Development, person, form, out, .. } => {
            unlock(&program, &file, arguments.json)?;
            print(&development::print(&program, person.as_deref(), form.as_deref(), &out)?)?;
        }
        Action::Print { file, paper: paper @ (Paper::Dues | Paper::DuesPublication), year, out, .. } => {
            unlock(&program, &file, arguments.json)?;
            print(&dues::print(&program, paper == Paper::DuesPublication, year.unwrap_or_default(), &out)?)?;
        }
        Action::Print { file, paper: Paper::Handbook, year, out, .. } => {
            unlock(&program, &file, arguments.json)?;
            let parts = program.call("settings_get", json!({}))?["handbook"].take();
            let paper = json!({ "room": "shared", "kind": "handbook", "year": year, "parts": parts, "photos": true });
            print(&program.call("paper_save", json!({ "paper": paper, "file": token(&out) }))?)?;
        }
        Action::Print { file, paper, meeting, vote, out, .. } => {
            unlock(&program, &file, arguments.json)?;
            let (room, kind) = match paper {
                Paper::SignInSheet => ("meetings", "sign_in_sheet"),
                Paper::Minutes => ("shared", "minutes"),
                Paper::RecordForm => ("shared", "meeting_record_form"),
                Paper::Notice => ("meetings", "meeting_notice"),
                Paper::Resolution | Paper::Development | Paper::Dues | Paper::DuesPublication | Paper::Handbook => {
                    ("meetings", "vote_resolution")
                }
            };
            let is_word = out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("docx"));
            let paper = match vote {
                Some(vote) => json!({ "room": room, "kind": kind, "meeting": meeting, "vote": vote }),
                None => json!({ "room": room, "kind": kind, "meeting": meeting, "photos": true }),
            };
            let format = if is_word { "docx" } else { "pdf" };
            let request = json!({ "paper": paper, "format": format, "file": token(&out) });
            print(&program.call("paper_save", request)?)?;
        }
        Action::Audit { file, person, out } => {
            unlock(&program, &file, arguments.json)?;
            print(&development::audit(&program, person.as_deref(), out.as_deref())?)?;
        }
        Action::Package { file, from, to, out } => {
            std::fs::create_dir_all(&out)?;
            unlock(&program, &file, arguments.json)?;
            print(&program.call("package_make", json!({ "from": from, "to": to, "folder": token(&out) }))?)?;
        }
        Action::Report { file, period, out, unsigned, reason } => {
            unlock(&program, &file, arguments.json)?;
            let reply = if unsigned {
                let paper = json!({ "room": "reports", "kind": "report", "period": period });
                program.call("paper_save", json!({ "paper": paper, "file": token(&out) }))?
            } else {
                // Whoever types the command is not asked again, but told.
                let view = program.call("report_get", json!(period))?;
                for sentence in view["before_signing"].as_array().into_iter().flatten().filter_map(Value::as_str) {
                    writeln!(std::io::stderr(), "{sentence}")?;
                }
                let done = program.call("report_sign", json!({ "period": period, "reason": reason }))?;
                let version = done["value"].clone();
                program.call("report_export", json!({ "id": version["id"], "file": token(&out) }))?;
                version
            };
            print(&reply)?;
        }
        Action::Verify { files, trust } => {
            let seal = program.outside().seal.as_ref();
            let trusted = trust.iter().map(|one| signer(one, seal)).collect::<Result<Trust, Failure>>()?;
            let now = program.outside().clock.now();
            let mut code = 0;
            for file in files {
                let desktop = program.outside().desktop.as_ref();
                let (_, bytes) = files::read(desktop, &FileToken(token(&file))).map_err(Problem::from)?;
                let view = judge(&token(&file), &bytes, &trusted, seal, now);
                code = match (view.valid, view.trusted) {
                    (false, _) => 1,
                    (true, false) if code != 1 => 3,
                    _ => code,
                };
                line(&serde_json::to_string(&view)?)?;
            }
            return Ok(code);
        }
        Action::Compare { file, report } => {
            unlock(&program, &file, arguments.json)?;
            let view = program.call("report_compare", json!({ "file": token(&report) }))?;
            print(&view)?;
            return Ok(u8::from(view["outcome"] != "agrees"));
        }
        Action::RulesExport { file, dir } => {
            unlock(&program, &file, arguments.json)?;
            print(&rules::export(&program, &dir)?)?;
        }
        Action::RulesSign { file, dir, name, number, changes, holds_from, out } => {
            unlock(&program, &file, arguments.json)?;
            let holds_from = holds_from.unwrap_or_else(|| program.outside().clock.today());
            let head = json!({ "name": name, "number": number, "changes": changes, "holds_from": holds_from });
            print(&rules::sign(&program, &dir, head, &out)?)?;
        }
        Action::Dump { file } => {
            unlock(&program, &file, arguments.json)?;
            print(&program.call("vault_dump", json!({}))?)?;
        }
        Action::Check { file } => {
            unlock(&program, &file, arguments.json)?;
            let view = program.call("vault_check", json!({}))?;
            print(&view)?;
            return Ok(u8::from(view["ok"] != true));
        }
        Action::Collect { folder, into, trust, quarter } => {
            unlock(&program, &into, arguments.json)?;
            print(&collect(&program, &folder, trust.as_deref(), quarter)?)?;
        }
        Action::DemoReports { folder, count, quarter } => {
            demo_reports::make(program.outside(), &folder, count, quarter)?;
        }
        Action::Demo { folder } => demo::make(&program, &folder)?,
    }
    // Closing on purpose rather than by dropping: a clean close leaves one file.
    program.call("vault_lock", json!({}))?;
    Ok(0)
}

/// Takes the reports in a folder; what came of it, with the sums.
fn collect(program: &Program, folder: &Path, trust: Option<&Path>, quarter: Option<Period>) -> Result<Value, Failure> {
    let text = trust.map(std::fs::read_to_string).transpose()?.unwrap_or_default();
    let trust = trust_list(&text).map_err(Problem::from)?;
    let lines: Vec<String> = trust.iter().map(|signer| format!("{} {}", signer.fingerprint, signer.name)).collect();
    let request = json!({ "folder": token(folder), "quarter": quarter, "trust": lines });
    let mut collected = program.call("superior_collect", request)?["value"].take();
    let keys = ["taken", "known", "refused", "refusals", "sums"];
    Ok(keys.iter().map(|key| ((*key).to_owned(), collected[*key].take())).collect())
}

fn unlock(program: &Program, file: &Path, json: bool) -> Result<(), Failure> {
    let status = program.call("vault_unlock", json!({ "file": token(file), "passphrase": passphrase()? }))?;
    // Whoever reads JSON finds what went wrong there and nothing else.
    let say = |text: &str| if json { Ok(()) } else { writeln!(std::io::stderr(), "{text}") };
    if let Some(notice) = status["notice"].as_str() {
        say(notice)?;
    }
    // A full disk or a read-only stick must not keep anybody from the records.
    if status["backup_due"] == true
        && let Err(failure) = program.call("vault_backup", json!({}))
    {
        say(&failure.text(false))?;
    }
    Ok(())
}

fn passphrase() -> Result<String, Failure> {
    if let Ok(passphrase) = std::env::var("ZHIBU_PASSPHRASE") {
        return Ok(passphrase);
    }
    Ok(rpassword::prompt_password("密码: ")?)
}

/// Whom to trust: a fingerprint or a certificate file, before it perhaps the name to be said: `示例支部=cert.pem`. Without
/// a name, a certificate's own is taken, and for a fingerprint none.
fn signer(trust: &str, seal: &dyn Seal) -> Result<TrustedSigner, Failure> {
    if let Some(fingerprint) = plain_fingerprint(trust) {
        return Ok(TrustedSigner { fingerprint, name: String::new() });
    }
    let unknown = |message: String| Failure::new("not_a_certificate", message);
    match (std::fs::read(trust), trust.split_once('=')) {
        (Ok(bytes), _) => {
            let certificate = seal.certificate(&bytes).map_err(|error| unknown(error.to_string()))?;
            Ok(TrustedSigner { fingerprint: certificate.fingerprint, name: certificate.subject })
        }
        (Err(_), Some((name, rest))) => Ok(TrustedSigner { name: name.to_owned(), ..signer(rest, seal)? }),
        (Err(_), None) => Err(unknown(format!("“{trust}”既不是证书指纹，也不是能读的证书文件"))),
    }
}

fn print(value: &Value) -> Result<(), Failure> {
    line(&serde_json::to_string_pretty(value)?)
}

fn line(text: &str) -> Result<(), Failure> {
    Ok(writeln!(std::io::stdout(), "{text}")?)
}
