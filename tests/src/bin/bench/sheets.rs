//! Sheets of made-up people.

use std::path::PathBuf;

use zhibu_core::outside::{Office, Table};
use zhibu_tests::Program;

const SURNAMES: [&str; 20] = [
    "赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨", "朱", "秦", "欧阳",
    "诸葛",
];
const FIRST: &str = "文建国华志明玉海春秋成德立永嘉思晓子一若安";
const SECOND: &str = "平军英强芳敏静丽勇杰娟涛超秀霞飞刚桂兰红宁远帆林峰";

/// A roster of the first `count` made-up people, in the program's folder; its name.
pub(crate) fn roster(program: &Program, count: usize) -> String {
    let header = [
        "姓名",
        "公民身份证号",
        "性别",
        "民族",
        "出生日期",
        "学历",
        "人员类别",
        "加入党组织日期",
        "转为正式党员日期",
        "工作岗位",
        "手机号码",
        "党小组",
        "党内职务",
    ];
    let name = format!("名册{count}.xlsx");
    write(program, &name, &header, (0..count).map(person).collect());
    name
}

/// The table of a sign-in sheet for the first `count` people, for who makes papers from sheets.
pub(crate) fn sign_in(program: &Program, count: usize) -> PathBuf {
    let row = |n: usize| vec![(n + 1).to_string(), name(n), "正式".to_owned(), String::new(), String::new()];
    write(program, "签到表.xlsx", &["序号", "姓名", "类别", "签名", "备注"], (0..count).map(row).collect());
    program.path("签到表.xlsx")
}

fn write(program: &Program, name: &str, header: &[&str], rows: Vec<Vec<String>>) {
    let header = header.iter().map(|&title| title.to_owned()).collect();
    let table = Table { sheet: "名册".to_owned(), header, rows };
    let bytes = zhibu_documents::office::OfficeFiles.write(&table).unwrap();
    std::fs::write(program.path(name), bytes).unwrap();
}

fn person(n: usize) -> Vec<String> {
    let (year, month, day) = (1950 + n % 40, n % 12 + 1, n % 28 + 1);
    // 40, 12 and 28 repeat together after 840 people; the next in sequence begins then.
    let sequence = n / 840 * 2 + n % 2;
    let office = match n {
        0 => "书记",
        1 => "组织委员",
        2 => "宣传委员",
        _ => "",
    };
    let cells = [
        name(n),
        id_number(&format!("440300{year}{month:02}{day:02}{sequence:03}")),
        if sequence % 2 == 1 { "男" } else { "女" }.to_owned(),
        "汉族".to_owned(),
        format!("{year}-{month:02}-{day:02}"),
        "大学本科".to_owned(),
        "正式党员".to_owned(),
        format!("{}-07-01", year + 23),
        format!("{}-07-01", year + 24),
        "示例协会 干事".to_owned(),
        format!("1380000{n:04}"),
        "第一党小组".to_owned(),
        office.to_owned(),
    ];
    cells.to_vec()
}

/// A name of its own for each of ten thousand: 20 surnames, 21 × 25 given names.
fn name(n: usize) -> String {
    let (first, second): (Vec<char>, Vec<char>) = (FIRST.chars().collect(), SECOND.chars().collect());
    let given = n / SURNAMES.len();
    let (first, second) = (first[given % first.len()], second[given / first.len()]);
    format!("{}{first}{second}", SURNAMES[n % SURNAMES.len()])
}

/// The 17 digits with their check character (GB 11643).
fn id_number(body: &str) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    format!("{body}{}", char::from(b"10X98765432"[(sum % 11) as usize]))
}
