//! Papers of the roster and transfers.

use zhibu_core::papers::{
    MemberRecordSheet, RecordAppraisal, RecordAttendance, RecordEvent, RecordField, RecordSection, RecordStudy,
};
use zhibu_core::roster::{
    ContactGroup, ContactList, ContactRow, Dimension, DimensionCounts, LabelCount, RosterSheet, RosterSheetRow,
    RosterStatistics,
};
use zhibu_core::transfers::{IntroductionLetter, TransferReceipt};
use zhibu_core::values::Hours;

use super::{BRANCH, RARE_NAMES, date, names};

pub(crate) fn roster(people: usize) -> RosterSheet {
    let partial = |text: String| text.parse().ok();
    let rows: Vec<_> = names(people)
        .into_iter()
        .enumerate()
        .map(|(i, name)| RosterSheetRow {
            name,
            sex: if i % 3 == 0 { "女" } else { "男" }.into(),
            ethnicity: if i == 5 { "维吾尔族" } else { "汉族" }.into(),
            birth: (i % 7 != 0).then(|| partial(format!("{}-{:02}", 1950 + i % 50, 1 + i % 9))).flatten(),
            education: ["大学本科", "硕士研究生", "大学专科", "高中", "在职大学教育"][i % 5].into(),
            kind: if i % 23 == 22 { "预备" } else { "正式" }.into(),
            joined: partial(format!("20{:02}-07-01", i % 25)),
            converted: (i % 23 != 22).then(|| partial(format!("20{:02}-07-01", i % 25 + 1))).flatten(),
            party_group: ["第一党小组", "第二党小组", ""][i % 3].into(),
            unit: ["示例市某某行业协会", "示例市某某社会工作服务中心", ""][i % 3].into(),
            office: ["书记", "组织委员", "宣传委员"].get(i).copied().unwrap_or_default().into(),
            job_position: ["秘书长", "会员部主任", "", "财务", "副会长兼秘书长、党建工作办公室主任"][i % 5].into(),
            phone: "138****5678".into(),
            ..RosterSheetRow::default()
        })
        .collect();
    let count = |label: &str, part: fn(&RosterSheetRow) -> &str, word: &str| LabelCount {
        label: label.into(),
        count: u32::try_from(rows.iter().filter(|row| part(row) == word).count()).expect("few people"),
    };
    let kind: fn(&RosterSheetRow) -> &str = |row| &row.kind;
    let sex: fn(&RosterSheetRow) -> &str = |row| &row.sex;
    RosterSheet {
        branch: BRANCH.into(),
        on: date("2026-11-25"),
        scope: String::new(),
        former: false,
        revealed: false,
        kinds: vec![count("正式党员", kind, "正式"), count("预备党员", kind, "预备")],
        sexes: vec![count("男", sex, "男"), count("女", sex, "女")],
        rows,
    }
}

pub(crate) fn contact_list(people: usize) -> ContactList {
    let mut rows: Vec<_> = names(people)
        .into_iter()
        .enumerate()
        .map(|(i, name)| ContactRow {
            name,
            office: if i == 0 { "书记" } else { "" }.into(),
            mobile: "13812345678".into(),
            other_phones: ["0755-12345678", "0755-87654321"].map(str::to_owned)[..i % 3].to_vec(),
            workplace: ["示例市某某行业协会", "示例市某某社会工作服务中心示例街道党群服务中心", ""][i % 3].into(),
        })
        .collect();
    let mut groups = Vec::new();
    for (name, size) in [("第一党小组", people / 2), ("第二党小组", people / 3), ("", people)] {
        let rest = rows.split_off(size.min(rows.len()));
        groups.push(ContactGroup { name: name.into(), rows: std::mem::replace(&mut rows, rest) });
    }
    groups.retain(|group| !group.rows.is_empty());
    ContactList {
        branch: BRANCH.into(),
        phone: "0755-12345678".into(),
        on: date("2026-11-25"),
        scope: String::new(),
        groups,
    }
}

/// A record with every section, and with `events` in its history.
pub(crate) fn member_record(events: usize) -> MemberRecordSheet {
    let field = |(label, value): (&str, &str)| RecordField { label: label.into(), value: value.into() };
    let section = |title: &str, fields: &[(&str, &str)]| RecordSection {
        title: title.into(),
        fields: fields.iter().copied().map(field).collect(),
    };
    MemberRecordSheet {
        branch: BRANCH.into(),
        on: date("2026-11-25"),
        name: RARE_NAMES[3].into(),
        photo: None,
        sections: vec![
            section(
                "基本情况",
                &[
                    ("姓名", RARE_NAMES[3]),
                    ("性别", "男"),
                    ("民族", "汉族"),
                    ("出生日期", "1990年3月10日"),
                    ("公民身份号码", "440300199003105609"),
                    ("籍贯", "广东省示例市示例区"),
                    ("学历", "大学本科"),
                    ("学位", ""),
                    ("毕业院校", "示例大学马克思主义学院"),
                    ("所学专业", "社会工作"),
                    ("户籍所在地", "示例市示例区示例街道示例社区示例路一百二十三号"),
                ],
            ),
            section("工作", &[("工作岗位", "秘书长"), ("工作单位", ""), ("参加工作日期", "2012年7月")]),
            section(
                "党籍",
                &[("所在党支部", BRANCH), ("人员类别", "正式党员"), ("入党日期", "2012年7月1日"), ("党内职务", "书记")],
            ),
            section(
                "联系方式",
                &[
                    ("手机", "13812345678"),
                    ("电子邮箱", "zhao.yan.with.a.very.long.mailbox.name@example-association-of-trades.org.cn"),
                ],
            ),
        ],
        history: (0..events)
            .map(|i| RecordEvent {
                on: if i == 0 { String::new() } else { format!("{}年7月1日", 2011 + i) },
                title: ["编入第一党小组", "入党", "转为正式党员", "任组织委员"][i % 4].into(),
                why: if i % 4 == 3 { "支部大会选举，任期三年" } else { "" }.into(),
            })
            .collect(),
        attendance: ["2026年第一季度", "2026年第二季度", "2026年第三季度", "2026年第四季度"]
            .map(|quarter| RecordAttendance {
                quarter: quarter.into(),
                expected: 11,
                present: 10,
                on_leave: 1,
                absent: 0,
            })
            .to_vec(),
        study: (2024..=2026)
            .map(|year| RecordStudy { year, hours: Hours::from_tenths(245), required: Some(Hours::whole(32)) })
            .collect(),
        appraisals: [(2024, "预备党员，不评定等次"), (2025, "合格"), (2026, "优秀")]
            .map(|(year, result)| RecordAppraisal { year, result: result.into() })
            .into(),
    }
}

/// Statistics with so many units.
pub(crate) fn statistics(units: u32) -> RosterStatistics {
    let table = |by: Dimension, labels: Vec<(String, u32)>| DimensionCounts {
        by,
        title: by.title().into(),
        counts: labels.into_iter().map(|(label, count)| LabelCount { label, count }).collect(),
    };
    let words = |labels: &[(&str, u32)]| labels.iter().map(|(label, count)| ((*label).to_owned(), *count)).collect();
    RosterStatistics {
        branch: BRANCH.into(),
        superior: "中共示例市社会组织综合委员会".into(),
        on: date("2026-11-25"),
        total: 46,
        tables: vec![
            table(Dimension::Kind, words(&[("正式党员", 44), ("预备党员", 2)])),
            table(Dimension::Sex, words(&[("男", 27), ("女", 19)])),
            table(Dimension::Ethnicity, words(&[("汉族", 43), ("壮族", 2), ("维吾尔族", 1)])),
            table(
                Dimension::Education,
                words(&[("研究生", 6), ("大学本科", 25), ("大学专科", 11), ("中专、高中", 3), ("未填", 1)]),
            ),
            table(
                Dimension::Age,
                words(&[
                    ("30岁及以下", 6),
                    ("31–35岁", 9),
                    ("36–40岁", 11),
                    ("41–45岁", 8),
                    ("46–50岁", 7),
                    ("61–65岁", 5),
                ]),
            ),
            table(
                Dimension::PartyAge,
                words(&[("预备期", 2), ("不满1年", 3), ("1年以上不满5年", 16), ("5年以上不满10年", 25)]),
            ),
            table(Dimension::Group, words(&[("第一党小组", 24), ("第二党小组", 22)])),
            table(Dimension::Unit, (0..units).map(|i| (format!("示例市第{i}行业协会"), 46 / units)).collect()),
        ],
    }
}

pub(crate) fn introduction_letter() -> IntroductionLetter {
    IntroductionLetter {
        branch: BRANCH.into(),
        number: "2026-007".into(),
        addressee: "中共示例市示例区委组织部".into(),
        name: "王𣲘".into(),
        sex: "女".into(),
        age: Some(36),
        ethnicity: "汉".into(),
        kind: "正式".into(),
        id_number: "44030019900310562X".into(),
        from_organization: BRANCH.into(),
        to_organization: "中共示例市示例区示例街道示例社区第二支部委员会".into(),
        dues_paid_to: "贰零贰陆年壹拾壹月".into(),
        valid_days: "玖拾".into(),
        issued_on: date("2026-11-23"),
        phone: "13800001234".into(),
        address: "示例市示例区示例路1号示例大厦3楼".into(),
        office_phone: "0755-00000000".into(),
        postcode: "518000".into(),
        handled_by: "赵䶮".into(),
        receipt_to: "中共示例市社会组织综合委员会".into(),
    }
}

pub(crate) fn transfer_receipt() -> TransferReceipt {
    TransferReceipt {
        branch: BRANCH.into(),
        number: "街组 2026-118".into(),
        addressee: "中共示例市某某街道工作委员会".into(),
        name: "阿卜杜拉·买买提".into(),
        kind: "预备".into(),
        from_organization: "中共示例市某某街道某某社区支部委员会".into(),
        accepted_on: date("2026-11-15"),
        handled_by: "赵䶮".into(),
        phone: "0755-00000000".into(),
    }
}
