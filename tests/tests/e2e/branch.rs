//! The branch in the real window: an office passes from one to another in one step; and in the largest letters the names of
//! the roster stay in sight while the list is scrolled sideways. Pictures are left in `target/e2e`.

use serde_json::json;
use zhibu_tests::{Home, Outcome, Program, Window};

const PASSPHRASE: &str = "晨光里的名册2026";
const TODAY: &str = "2026-11-23";

#[tokio::test]
async fn a_secretary_is_followed_by_another_in_one_step() -> Outcome {
    let home = Home::new()?;
    let window = opened(&home, &branch_of(&home, 8)).await?;
    window.click_text("支部").await?;
    window.click_text("组织设置").await?;
    window.wait_text("班子成员").await?;
    window.wait_quiet().await?;
    window.screenshot("branch-01-committee").await?;
    // The second holds two offices and stands on both seats.
    let seats =
        "[...document.querySelectorAll('[aria-label=班子成员列表] tbody tr')].map((row) => row.innerText).join()";
    let seats = window.run(&format!("return {seats}"), &[]).await?;
    assert_eq!(seats.as_str().unwrap_or_default().matches("党员甲乙").count(), 2, "{seats}");
    window.click_text("书记党员甲甲换任").await?;
    window.wait_text("现任书记是党员甲甲").await?;
    window.choose("新任", "党员甲乙").await?;
    window.fill("从哪天起", "2026-11-10").await?;
    window.press("Tab").await?;
    window.wait_text("任职到2026年11月9日").await?;
    window.wait_text("改任书记，不再任副书记、组织委员").await?;
    window.click_text("上级任命").await?;
    window.wait_quiet().await?;
    window.screenshot("branch-02-hand-over").await?;
    window.click_text("保存").await?;
    window.wait_text("书记已换任").await?;
    window.click_text("看历任（3 条）").await?;
    window.wait_quiet().await?;
    window.screenshot("branch-03-handed-over").await?;
    window.press("Control+z").await?;
    window.wait_gone("看历任").await?;
    window.close().await
}

/// Few members stand in the plain table, many in the one that draws only what is seen.
#[tokio::test]
async fn names_stay_in_sight_in_the_largest_letters() -> Outcome {
    for (members, table) in [(30, "plain"), (230, "virtual")] {
        let home = Home::new()?;
        let window = opened(&home, &branch_of(&home, members)).await?;
        for _ in 0..4 {
            window.click_text("A+").await?;
        }
        window.wait_value("document.documentElement.style.fontSize === '20px' || null").await?;
        window.click_text("党员名册").await?;
        window.wait_text(&format!("现有 {members}")).await?;
        window.click_text("栏目").await?;
        for column in ["出生日期", "入党日期", "工作岗位"] {
            window.click_text(column).await?;
        }
        window.press("Escape").await?;
        window.wait_quiet().await?;
        window.screenshot(&format!("roster-20px-{table}-1")).await?;
        let scrolled = window.run(SCROLL, &[]).await?;
        assert_eq!(scrolled, true, "the {table} list is wider than its place");
        window.wait_quiet().await?;
        window.screenshot(&format!("roster-20px-{table}-2")).await?;
        assert_eq!(window.run(IN_SIGHT, &[]).await?, json!([true, true]), "tick and name in the {table} list");
        window.close().await?;
    }
    Ok(())
}

/// Scrolls whatever can be scrolled sideways to its end.
const SCROLL: &str = "const list = document.querySelector('[data-test=table]');
    const wide = [...list.querySelectorAll('*')].filter((one) => one.scrollWidth > one.clientWidth + 50
        && ['auto', 'scroll', 'hidden'].includes(getComputedStyle(one).overflowX));
    const moved = wide.filter((one) => { one.scrollLeft = 10000; return one.scrollLeft > 100 });
    return moved.length > 0";

/// Whether the first tick and the first name can be seen and clicked where they stand.
const IN_SIGHT: &str = "const list = document.querySelector('[data-test=table]');
    const seen = (one) => {
        const box = one.getBoundingClientRect();
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return one.contains(top) || top?.contains(one) && top.tagName === 'LABEL';
    };
    const boxes = [...list.querySelectorAll('input[type=checkbox]')].filter((one) => one.ariaLabel !== '全选');
    return [seen(boxes[0]), seen(list.querySelector('button.link-button'))]";

/// A branch of so many, the first of whom is the secretary.
fn branch_of(home: &Home, members: usize) -> Program {
    let program = Program::in_folder(home.path("文档"), TODAY);
    let branch =
        json!({ "name": "中共示例市示例协会支部委员会", "superior": "示例街道社会组织党委", "has_committee": true });
    program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    let signs: Vec<char> = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳".chars().collect();
    for at in 0..members {
        let name: String = ["党员".to_owned(), [signs[at / 16], signs[at % 16]].iter().collect()].concat();
        let offices: &[&str] = match at {
            0 => &["secretary"],
            1 => &["deputy_secretary", "organization"],
            _ => &[],
        };
        program.ok(
            "member_save",
            json!({ "record": { "id": null, "name": name, "kind": "full", "id_number": null, "sex": "male",
                "birth": "1980-05-03", "joined": "2010-07-01", "converted": "2011-07-01", "lost_contact_since": null,
                "offices": offices, "entered_on": null, "mobile": "13800000002",
                "party_group": "第一党小组", "job_position": "项目管理" },
                "changed": { "since": "2024-06-18", "why": "" } }),
        );
    }
    program
}

/// The window with the program's file.
async fn opened(home: &Home, program: &Program) -> Outcome<Window> {
    program.ok("vault_lock", json!({}));
    Window::open_file(home, "文档/a.zhibu", PASSPHRASE, TODAY).await
}
