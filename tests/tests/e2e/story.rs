//! The story: what a secretary does in the first week with the program and at the quarter's end, in the real window,
//! and what other people's programs then say about the report.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use zhibu_tests::{Home, Outcome, Window, binary, pyhanko};

const PASSPHRASE: &str = "晨光里的名册2026";
const BRANCH: &str = "中共示例市示例协会支部委员会";
/// The Wednesday on which the meeting is planned, and the one on which it is held.
const PLANNING: &str = "2026-09-23";
const MEETING: &str = "2026-09-30";
/// Names that only a font with rare characters can show, all of the imported roster.
const RARE_NAMES: [&str; 4] = ["郑𬭎", "欧阳𣲘", "马𫟦", "阿卜杜拉·买买提"];
/// Rows of the list of those expected.
const ROWS: &str =
    "[...document.querySelectorAll('[data-test=attendance] [data-person] strong')].map((one) => one.innerText)";

#[tokio::test]
async fn a_roster_comes_in_a_meeting_is_held_and_a_signed_report_goes_out() -> Outcome {
    let home = Home::new()?;
    home.install("lp", "cat > \"$HOME/printed.pdf\"")?;

    let window = Window::open(&home, PLANNING).await?;
    first_run(&window).await?;
    import(&window, &home).await?;
    plan_a_meeting(&window).await?;
    sign_in_sheet(&window, &home).await?;
    window.close().await?;

    home.forget_choices()?;
    let window = Window::open(&home, MEETING).await?;
    unlock(&window).await?;
    attendance(&window).await?;
    record(&window).await?;
    vote(&window).await?;
    minutes(&window, &home).await?;
    development(&window).await?;
    study(&window).await?;
    report(&window, &home).await?;
    verify_in_the_window(&window, &home).await?;
    take_back(&window).await?;
    lock_and_unlock(&window).await?;
    let reached = connections(&home)?;
    assert!(reached.is_empty(), "the program is connected to {reached:?}");
    window.close().await?;

    papers_name_everybody(&home)?;
    the_report_is_valid_until_a_byte_changes(&home)
}

async fn first_run(window: &Window) -> Outcome {
    window.wait_text("这是哪个支部？").await?;
    window.fill("支部名称", BRANCH).await?;
    window.fill("上级党组织", "示例街道社会组织党委").await?;
    window.fill("所在社会组织", "示例市示例协会").await?;
    window.screenshot("story-01-branch").await?;
    window.click_text("下一步").await?;

    window.fill("密码", PASSPHRASE).await?;
    window.fill("再输一次密码", PASSPHRASE).await?;
    window.wait_text(&format!("{BRANCH}.zhibu")).await?;
    window.screenshot("story-02-passphrase").await?;
    window.click_text("建立文件").await?;

    let code = window.wait_value("document.querySelector('.recovery-groups li:last-child')?.innerText").await?;
    window.wait_text("共 1 页").await?;
    window.screenshot("story-03-recovery-code").await?;
    window.fill("请照着纸上抄写最后一组", code.as_str().ok_or("no code")?).await?;
    window.click_text("核对并完成").await?;
    window.wait_text("导入党员名册").await?;
    window.wait_quiet().await?;
    window.screenshot("story-04-home").await.map(drop)
}

async fn import(window: &Window, home: &Home) -> Outcome {
    home.choose(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/rosters/national-export.xlsx")))?;
    window.click_text("党员名册").await?;
    window.wait_quiet().await?;
    window.screenshot("story-05-empty-roster").await?;
    window.click_text("导入名册…").await?;
    window.wait_text("选一个名册文件").await?;
    window.screenshot("story-06-import").await?;
    window.click_text("选文件…").await?;
    window.wait_text("导入 46 人").await?;
    window.click_text("改栏目和表头…").await?;
    window.wait_text("表头在第").await?;
    window.screenshot("story-07-columns").await?;
    window.click_text("对好了，看名单").await?;
    window.wait_text("导入 46 人").await?;
    window.screenshot("story-08-review").await?;
    window.click_text("导入 46 人").await?;
    window.wait_text("已导入 46 人").await?;
    window.screenshot("story-09-imported").await?;
    window.click_text("看名册").await?;
    window.wait_text("郑𬭎").await?;
    window.screenshot("story-10-roster").await.map(drop)
}

async fn plan_a_meeting(window: &Window) -> Outcome {
    window.click_text("组织生活").await?;
    window.wait_text("还没有会议").await?;
    window.screenshot("story-11-no-meetings").await?;
    window.click_text("新建会议").await?;
    window.fill("计划日期", MEETING).await?;
    window.press("Tab").await?;
    window.fill("计划时间", "1430").await?;
    window.fill("地点", "协会三楼会议室").await?;
    window.fill("主持人", "郑𬭎").await?;
    window.fill("记录人", "于平").await?;
    window.screenshot("story-12-new-meeting").await?;
    window.click_text("建立会议").await?;
    window.wait_text("2026年9月30日 星期三 14:30").await?;
    window.wait_quiet().await?;
    window.screenshot("story-13-meeting").await.map(drop)
}

async fn sign_in_sheet(window: &Window, home: &Home) -> Outcome {
    window.click_text("打印签到表或记录").await?;
    window.wait_text("共 3 页").await?;
    window.screenshot("story-14-sign-in-sheet").await?;
    home.choose(&home.path("文档/签到表"))?;
    window.click_text("保存为 PDF…").await?;
    window.wait_text("已保存为「签到表.pdf」").await?;
    // The first one is in the index of the page.
    window.click_nth("打印", 1).await?;
    window.wait_text("已送往打印机").await?;
    window.screenshot("story-15-printed").await?;
    assert!(fs::read(home.path("printed.pdf"))?.starts_with(b"%PDF"));
    Ok(())
}

async fn unlock(window: &Window) -> Outcome {
    window.wait_text(&format!("{BRANCH}.zhibu")).await?;
    window.screenshot("story-16-unlock").await?;
    window.fill("密码", PASSPHRASE).await?;
    window.press("Enter").await?;
    window.wait_text("组织生活").await?;
    window.wait_quiet().await?;
    window.screenshot("story-17-home").await.map(drop)
}

/// The third is on leave, the fourth absent; everyone else came.
async fn attendance(window: &Window) -> Outcome {
    window.click_text("组织生活").await?;
    window.wait_text("未召开").await?;
    window.screenshot("story-18-meetings").await?;
    window.click_text("支部党员大会").await?;
    window.wait_text("未登记 46").await?;
    let rows = window.wait_value(ROWS).await?;
    let first = rows[0].as_str().ok_or("nobody is expected")?;
    window.click_text(first).await?;
    window.press("Space").await?;
    window.press("Space").await?;
    window.press("q").await?;
    window.type_text("出差在外").await?;
    window.press("Enter").await?;
    window.press("x").await?;
    window.wait_text("应到 46 实到 2 请假 1 缺席 1 · 未登记 42").await?;
    window.screenshot("story-19-attendance").await?;
    window.click_text("全部到会").await?;
    window.wait_text("实到 44 请假 1 缺席 1").await?;
    window.wait_text("应到名单已按开会时的名册固定").await?;
    window.screenshot("story-20-everyone").await.map(drop)
}

async fn record(window: &Window) -> Outcome {
    window.click_text("加一个议题").await?;
    window.fill("议题 1", "讨论接收预备党员事宜").await?;
    window.fill("议题 1 的记录", "郑𬭎：介绍第三季度工作。阿卜杜拉·买买提：建议增加联系群众的活动。").await?;
    window.screenshot("story-21-agenda").await?;
    window.click_text("加一条决议").await?;
    window.fill("决议 1", "十月组织一次走访困难群众的主题党日。").await?;
    window.fill("谁落实", "欧阳𣲘").await?;
    window.fill("什么时候以前", "2026-10-20").await?;
    window.press("Tab").await?;
    window.screenshot("story-22-resolution").await.map(drop)
}

async fn vote(window: &Window) -> Outcome {
    window.click_text("登记表决").await?;
    window.fill("表决事项", "通过支部第四季度工作计划").await?;
    window.wait_text("须有").await?;
    window.screenshot("story-23-vote").await?;
    window.fill("赞成", "42").await?;
    window.fill("不赞成", "0").await?;
    window.fill("弃权", "1").await?;
    window.click_text("保存表决").await?;
    window.wait_gone("保存表决").await?;
    window.wait_text("赞成 42 票").await?;
    window.screenshot("story-24-voted").await.map(drop)
}

async fn minutes(window: &Window, home: &Home) -> Outcome {
    window.click_text("打印签到表或记录").await?;
    window.wait_text("共 2 页").await?;
    window.wait_quiet().await?;
    window.screenshot("story-25-minutes").await?;
    home.choose(&home.path("文档/会议记录"))?;
    window.click_text("保存为 PDF…").await?;
    window.wait_text("已保存为「会议记录.pdf」").await
}

async fn development(window: &Window) -> Outcome {
    window.click_text("发展党员").await?;
    window.wait_text("还没有发展档案").await?;
    window.click_text("新建发展档案").await?;
    window.fill("姓名", "陈䶮").await?;
    window.fill("递交入党申请书日期", "2026-08-20").await?;
    window.press("Tab").await?;
    window.screenshot("story-26-applicant").await?;
    window.click_text("建立档案").await?;
    window.wait_text("第 1 / 25 步").await?;
    window.wait_quiet().await?;
    window.screenshot("story-27-development").await?;
    window.wait_text("2026年9月20日").await?;
    window.click_text("登记“党组织派人谈话”").await?;
    window.fill("谈话日期", "2026-09-10").await?;
    window.press("Tab").await?;
    window.fill("谈话人", "郑𬭎").await?;
    window.screenshot("story-28-step").await?;
    window.click_text("保存").await?;
    window.wait_text("第 2 / 25 步").await?;
    window.wait_text("现在办").await?;
    window.wait_text("材料 0 / 5").await?;
    window.wait_quiet().await?;
    window.screenshot("story-29-next-step").await.map(drop)
}

async fn study(window: &Window) -> Outcome {
    window.click_text("学习教育").await?;
    window.wait_text("这一年还没有学习记录").await?;
    window.click_text("记一次学习").await?;
    window.fill("主题", "学习党章").await?;
    window.fill("日期", "2026-09-16").await?;
    window.press("Tab").await?;
    window.fill("每人学时", "2.5").await?;
    window.click_text("全选").await?;
    window.wait_text("已选 46 人").await?;
    window.screenshot("story-30-study").await?;
    window.click_text("保存").await?;
    window.wait_text("2.5 学时 · 46 人").await?;
    window.wait_quiet().await?;
    window.screenshot("story-31-studied").await.map(drop)
}

async fn report(window: &Window, home: &Home) -> Outcome {
    window.click_text("报告报送").await?;
    window.wait_text("2026年第三季度").await?;
    window.fill("存在问题与整改", "党课次数偏少，十月补上。").await?;
    window.fill("下季度计划", "开展主题党日一次，完成发展对象谈话。").await?;
    window.press("Tab").await?;
    let pages = "document.querySelectorAll('.report-preview .paper-page')[1]?.complete";
    window.wait_value(pages).await?;
    window.wait_quiet().await?;
    window.screenshot("story-32-report").await?;
    window.run("document.querySelectorAll('.report-preview .paper-page')[1].scrollIntoView()", &[]).await?;
    window.screenshot("story-33-report-page-2").await?;
    window.click_text("签名并冻结…").await?;
    window.wait_text("不能修改，也不能撤销").await?;
    window.wait_quiet().await?;
    window.screenshot("story-34-sign").await?;
    window.click_text("勾选没有说明的").await?;
    window.click_text("写说明…").await?;
    window.fill("写一句说明，随报告报送", "档案九月才建，以前的会议记在纸质记录本上。").await?;
    window.click_text("保存").await?;
    window.wait_text("都已说明").await?;
    // The quarter ends today.
    window.click_text("我知道，仍然现在签名").await?;
    window.fill("档案的密码", PASSPHRASE).await?;
    window.wait_quiet().await?;
    window.screenshot("story-34b-explained").await?;
    window.click_text("签名并冻结").await?;
    window.wait_text("第 1 版 已签名").await?;
    home.choose(&home.path("文档/三季度报告"))?;
    window.click_text("保存签名的报告 第 1 版").await?;
    window.wait_text("已保存为「三季度报告.pdf」").await?;
    window.screenshot("story-35-signed").await?;

    window.click_nth("签名证书", 0).await?;
    window.wait_text("本支部的证书").await?;
    home.choose(&home.path("文档/证书"))?;
    window.click_text("保存证书文件…").await?;
    window.wait_text("已保存为「证书").await?;
    window.screenshot("story-36-certificate").await.map(drop)
}

async fn verify_in_the_window(window: &Window, home: &Home) -> Outcome {
    window.click_text("报告报送").await?;
    window.click_text("核验报告文件…").await?;
    window.wait_text("这份报告是真的吗？").await?;
    window.screenshot("story-37-verify").await?;
    home.choose(&home.path("文档/三季度报告.pdf"))?;
    window.click_text("选文件…").await?;
    window.wait_text("签名有效").await?;
    window.screenshot("story-38-verified").await.map(drop)
}

/// Once by the button and once by the keys.
async fn take_back(window: &Window) -> Outcome {
    window.click_text("学习教育").await?;
    window.click_text("学习党章").await?;
    window.fill("主题", "学习党章和准则").await?;
    window.click_text("保存").await?;
    window.click_text("学习党章和准则").await?;
    window.fill("地点", "图书室").await?;
    window.click_text("保存").await?;
    window.wait_text("46 人 · 图书室").await?;
    window.screenshot("story-39-toast").await?;
    window.click_text("撤销").await?;
    window.wait_gone("46 人 · 图书室").await?;
    window.press("Control+z").await?;
    window.wait_gone("学习党章和准则\n").await?;
    window.wait_quiet().await?;
    window.screenshot("story-40-undone").await.map(drop)
}

async fn lock_and_unlock(window: &Window) -> Outcome {
    window.click_text("锁定").await?;
    window.fill("密码", "不是这个密码").await?;
    window.press("Enter").await?;
    window.wait_text("密码不对").await?;
    window.screenshot("story-41-wrong-passphrase").await?;
    window.fill("密码", PASSPHRASE).await?;
    window.press("Enter").await?;
    window.wait_text("学习教育").await?;
    window.wait_quiet().await?;
    window.screenshot("story-42-unlocked").await.map(drop)
}

fn papers_name_everybody(home: &Home) -> Outcome {
    for (paper, names) in [("签到表.pdf", &RARE_NAMES[..]), ("会议记录.pdf", &RARE_NAMES[..2]), ("三季度报告.pdf", &[])]
    {
        let text = text_of(&Command::new("pdftotext").arg("-layout").arg(paper_path(home, paper)).arg("-").output()?);
        assert!(text.contains("示例"), "{paper}: {text}");
        for name in names {
            assert!(text.contains(name), "{name} is not in {paper}: {text}");
        }
    }
    Ok(())
}

fn the_report_is_valid_until_a_byte_changes(home: &Home) -> Outcome {
    let (report, certificate) = (paper_path(home, "三季度报告.pdf"), paper_path(home, "证书.pem"));
    let poppler = || Ok::<_, std::io::Error>(text_of(&Command::new("pdfsig").arg("-nocert").arg(&report).output()?));
    let ours = |arguments: &[&Path]| -> Outcome<Option<i32>> {
        Ok(Command::new(binary("zhibu-cli")?).arg("verify").arg(&report).args(arguments).output()?.status.code())
    };
    let trusted = [Path::new("--trust"), &certificate];

    assert!(poppler()?.contains("Signature is Valid"), "{}", poppler()?);
    let judged = pyhanko(&report, &certificate);
    assert!(judged.status.success(), "{}", text_of(&judged));
    assert_eq!((ours(&trusted)?, ours(&[])?), (Some(0), Some(3)));

    let mut bytes = fs::read(&report)?;
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&report, bytes)?;
    assert!(!poppler()?.contains("Signature is Valid"));
    assert!(!pyhanko(&report, &certificate).status.success());
    assert_eq!(ours(&trusted)?, Some(1));
    Ok(())
}

fn paper_path(home: &Home, name: &str) -> PathBuf {
    home.path("文档").join(name)
}

fn text_of(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Whom the program and the engine's processes that live in `home` are connected to, other than this machine (the
/// driver's own connection is one with this machine).
fn connections(home: &Home) -> Outcome<Vec<String>> {
    let lives_here = format!("HOME={}\0", home.path("").to_string_lossy().trim_end_matches('/'));
    let of_home = |process: &Path| {
        fs::read(process.join("environ")).is_ok_and(|all| String::from_utf8_lossy(&all).contains(&lives_here))
    };
    let processes = fs::read_dir("/proc")?.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let mut sockets = Vec::new();
    for process in processes.filter(|process| of_home(process)) {
        for file in fs::read_dir(process.join("fd"))?.flatten() {
            let target = fs::read_link(file.path()).unwrap_or_default();
            if let Some(inode) =
                target.to_string_lossy().strip_prefix("socket:[").and_then(|rest| rest.strip_suffix(']'))
            {
                sockets.push(inode.to_owned());
            }
        }
    }
    assert!(!sockets.is_empty(), "the program was not found");
    let mut found = Vec::new();
    for protocol in ["tcp", "tcp6", "udp", "udp6"] {
        for line in fs::read_to_string(format!("/proc/net/{protocol}"))?.lines().skip(1) {
            let fields: Vec<&str> = line.split_whitespace().collect();
            let (Some(own), Some(inode)) = (fields.get(1), fields.get(9)) else { continue };
            // 127.0.0.1, as the kernel writes it.
            if sockets.iter().any(|socket| socket == inode) && !own.starts_with("0100007F:") {
                found.push(format!("{protocol} {own} {}", fields.get(2).unwrap_or(&"")));
            }
        }
    }
    Ok(found)
}
