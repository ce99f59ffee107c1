//! Dues in the real window: a month entered with one key a person, a payment that is not what was owed, what was handed up, and
//! the papers of it.

use serde_json::{Value, json};
use zhibu_tests::{Home, Outcome, Program, Window};

const PASSPHRASE: &str = "晨光里的名册2026";
const TODAY: &str = "2026-11-23";
const PEOPLE: usize = 6;

#[tokio::test]
async fn dues_of_a_month_are_entered_with_one_key_a_person() -> Outcome {
    let home = Home::new()?;
    branch(&home);
    let window = Window::open_file(&home, "文档/支部.zhibu", PASSPHRASE, TODAY).await?;
    window.click_text("党费").await?;
    window.wait_text("欠交").await?;
    window.screenshot("dues-01-year").await?;

    // November is the eleventh month; the hand begins at the first person.
    window.wait_value("(() => { const cell = document.querySelector('[data-month=\"10\"]'); cell?.focus(); return cell ? true : null })()").await?;
    for _ in 1..PEOPLE {
        window.press("Enter").await?;
    }
    window.type_text("50").await?;
    window.press("Enter").await?;
    window.wait_text("为什么").await?;
    window.screenshot("dues-02-why").await?;
    window.type_text("月底补齐").await?;
    window.press("Enter").await?;
    window.wait_quiet().await?;
    window.screenshot("dues-03-entered").await?;

    window.click_text("收支和公布").await?;
    window.wait_text("结余").await?;
    window.screenshot("dues-04-ledger").await?;
    window.close().await?;
    what_was_entered(&home);
    Ok(())
}

/// Six members, each owing 150 yuan a month from October on.
fn branch(home: &Home) {
    let program = Program::in_folder(home.path("文档"), TODAY);
    let branch = json!({ "name": "示例协会党支部", "superior": "示例街道党委" });
    program.ok("vault_create", json!({ "file": "支部.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    let member = |number: usize| {
        let record = json!({ "id": null, "name": format!("党员{number}"), "kind": "full", "joined": "2010-01-05",
            "converted": "2011-01-05", "id_number": null, "sex": null, "birth": null, "lost_contact_since": null,
            "entered_on": null });
        program.ok("member_save", json!({ "record": record }))["value"]["member"]["id"].clone()
    };
    let base =
        |member: Value| json!({ "id": null, "member": member, "kind": "salary", "from": "2026-10", "base": 1_000_000 });
    let bases: Vec<_> = (1..=PEOPLE).map(member).map(base).collect();
    program.ok("dues_bases_save", json!({ "bases": bases }));
    program.ok("vault_lock", json!({}));
}

fn what_was_entered(home: &Home) {
    let program = Program::in_folder(home.path("文档"), TODAY);
    program.ok("vault_unlock", json!({ "file": "支部.zhibu", "passphrase": PASSPHRASE }));
    let year = program.ok("dues_year", json!({ "year": 2026 }));
    let november = &year["months"][10];
    assert_eq!((&november["owing"], &november["settled"]), (&json!(PEOPLE), &json!(PEOPLE - 1)));
    assert_eq!(november["paid"], json!(15_000 * (PEOPLE - 1) + 5_000));
    assert_eq!(year["months"][9]["paid"], 0, "no other month was touched");
    let last = year["rows"].as_array().and_then(|rows| rows.last()).map(|row| row["member"].clone());
    let member = program.ok("dues_member", last.unwrap_or_default());
    assert_eq!(member["payments"][0]["note"], "月底补齐");
}
