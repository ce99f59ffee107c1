//! What the fields are called in sheets: read by the import, written by the export.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::cells::words::is_about_others;
use crate::roster::{ImportField, Particular};
use crate::values::half_width;

/// Titles in use for each field, the surest first: where two columns could stand for a field (手机号 and 联系电话), the
/// surer one does. The first is the field's own: the national export's, where that has the field.
const TITLES: &[(ImportField, &[&str])] = &[
    (
        ImportField::Name,
        &[
            "姓名",
            "党员姓名",
            "名字",
            "本人姓名",
            "人员姓名",
            "员工姓名",
            "职工姓名",
            "学生姓名",
            "教师姓名",
            "姓名1",
            "姓名一",
            "姓名2",
            "姓名二",
        ],
    ),
    (
        ImportField::BranchName,
        &[
            "所在党支部",
            "组织关系所在党支部",
            "所在党组织",
            "所在支部",
            "所属党支部",
            "党支部名称",
            "党支部",
            "所属支部",
            "所属党组织",
            "所属党组织名称",
        ],
    ),
    (
        ImportField::IdNumber,
        &[
            "公民身份证号",
            "公民身份号码",
            "公民身份证号码",
            "身份证号码",
            "身份证号",
            "居民身份证号码",
            "居民身份证号",
            "证件号码",
            "身份证",
            "身份证件号码",
            "证件号",
        ],
    ),
    (ImportField::Sex, &["性别", "男/女"]),
    (ImportField::Ethnicity, &["民族", "族别"]),
    (ImportField::Birth, &["出生日期", "出生年月日", "出生年月", "出生时间", "生日", "出生", "生年月日", "出生年份"]),
    (
        ImportField::Education,
        &["学历", "最高学历", "文化程度", "现学历", "全日制学历", "学历层次", "文化水平", "受教育程度"],
    ),
    (
        ImportField::Kind,
        &[
            "人员类别",
            "党员类别",
            "党员类型",
            "党员身份",
            "类别",
            "预/正",
            "正/预",
            "预备/正式",
            "正式/预备",
            "党员性质",
            "发展阶段",
            "政治面貌",
            "面貌",
            "党员状态",
            "党籍状态",
            "党派",
            "政治身份",
            "党内身份",
        ],
    ),
    (
        ImportField::Joined,
        &[
            "加入党组织日期",
            "入党日期",
            "入党时间",
            "加入党组织时间",
            "加入中共组织日期",
            "入党年月",
            "何时入党",
            "入党",
        ],
    ),
    (
        ImportField::Converted,
        &["转为正式党员日期", "转正日期", "转正时间", "转为正式党员时间", "转正年月", "何时转正", "转正"],
    ),
    (
        ImportField::JobPosition,
        &[
            "工作岗位",
            "岗位",
            "工作单位及职务",
            "单位及职务",
            "岗位职务",
            "单位职务",
            "行政职务",
            "现任职务",
            "职务",
            "职业",
        ],
    ),
    (
        ImportField::Mobile,
        &["手机号", "手机号码", "手机", "移动电话", "联系手机", "移动电话号码", "手机电话", "本人手机", "手机联系电话"],
    ),
    (
        ImportField::Landline,
        &[
            "固定电话",
            "座机",
            "固话",
            "办公电话",
            "单位电话",
            "办公室电话",
            "宅电",
            "家庭电话",
            "住宅电话",
            "固定电话号码",
        ],
    ),
    (
        ImportField::Address,
        &[
            "家庭住址",
            "现居住地",
            "家庭地址",
            "居住地址",
            "住址",
            "地址",
            "现住址",
            "现居住地址",
            "居住地",
            "常住地址",
            "通讯地址",
            "联系地址",
            "通信地址",
            "详细地址",
            "家庭详细住址",
        ],
    ),
    (ImportField::Standing, &["党籍状态", "党员状态", "党籍情况", "党籍"]),
    (ImportField::IsLost, &["是否为失联党员", "是否失联党员", "是否失联", "失联党员"]),
    (ImportField::LostContactSince, &["失去联系日期", "失去联系时间", "失联日期", "失联时间"]),
    (ImportField::LostReason, &["失去联系情形", "失联情形", "失联原因"]),
    (ImportField::IsMobile, &["是否为流动党员", "是否流动党员", "是否流动", "流动党员"]),
    (ImportField::MobileSince, &["外出日期", "外出时间", "流动日期"]),
    (ImportField::MobileDestination, &["外出流向", "流动去向", "外出地点", "流向"]),
    (ImportField::PartyGroup, &["党小组", "所在党小组", "所属党小组", "党小组名称"]),
    (
        ImportField::Office,
        &[
            "党内职务",
            "支部职务",
            "党支部职务",
            "党内职务名称",
            "党内任职",
            "支委职务",
            "党组织职务",
            "党务职务",
            "现任党内职务",
        ],
    ),
    (ImportField::Unit, &["所在单位", "联合支部单位名称", "联合支部所在单位", "所属单位"]),
    (ImportField::EnteredOn, &["进入支部日期", "组织关系转入时间", "转入支部日期", "转入时间"]),
    (ImportField::EnteredHow, &["进入方式", "来源", "进入本系统类型"]),
    (ImportField::PartyAgeCorrectionMonths, &["党龄校正值", "党龄校正值（月）"]),
    (ImportField::ProbationExtendedMonths, &["延长预备期时间", "延长预备期"]),
    (ImportField::AttendanceNotRequired, &["不作硬性要求", "到会不作硬性要求"]),
    (ImportField::VoteSuspended, &["停止表决权"]),
    (ImportField::Note, &["备注", "备注1"]),
];

/// Titles of telephones of any kind: only the contents tell which (see [`super::cells::phones`]).
pub(super) const ANY_PHONE: &[&str] = &[
    "联系电话",
    "联系方式",
    "电话号码",
    "电话",
    "联系电话号码",
    "本人电话",
    "本人联系电话",
    "本人联系方式",
    "党员本人联系电话",
    "个人电话",
    "常用电话",
    "通讯电话",
    "联络电话",
    "联系号码",
    "通讯方式",
    "联络方式",
    "TEL",
];

/// A title without blanks, line breaks, asterisks, colons, a number before it, English behind it, and what stands in
/// brackets: `*入党日期 (必填)`, `3、姓名`, `姓名 Name`.
pub(crate) fn normal(title: &str) -> String {
    let title = half_width(title)
        .replace(['【', '〔', '［', '<', '《', '{', '['], "(")
        .replace(['】', '〕', '］', '>', '》', '}', ']'], ")");
    let mut outside = String::new();
    let mut depth = 0_u32;
    for c in title.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 && !c.is_whitespace() && !"*:★☆".contains(c) => outside.push(c),
            _ => {}
        }
    }
    let number = outside.trim_start_matches(|c: char| c.is_ascii_digit());
    let plain = number.strip_prefix(['.', '、', '-']).filter(|_| number.len() < outside.len()).unwrap_or(&outside);
    let plain = plain.trim_end_matches("必填").trim_end_matches("选填");
    // As programs tell columns of one name apart: 姓名.1.
    let plain = match plain.rsplit_once(['.', '_']) {
        Some((title, count)) if !title.is_empty() && !count.is_empty() && count.chars().all(|c| c.is_ascii_digit()) => {
            title
        }
        _ => plain,
    };
    let chinese = plain.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '/');
    if chinese.is_empty() { plain.to_owned() } else { chinese.to_owned() }
}

/// The field that a title stands for, also where it says so in words of its own: 接收预备党员日期, 成为正式党员时间.
pub(crate) fn field_of(title: &str) -> Option<ImportField> {
    static FIELDS: LazyLock<HashMap<&str, ImportField>> = LazyLock::new(|| {
        let mut fields: HashMap<_, _> = ANY_PHONE.iter().map(|title| (*title, ImportField::Mobile)).collect();
        let known: Vec<_> = all_titles().collect();
        // Of two fields under one title the first.
        for (field, titles) in known.into_iter().rev() {
            fields.extend(titles.into_iter().map(|title| (title, field)));
        }
        fields
    });
    if title.is_empty() {
        return None;
    }
    let title = normal(title);
    let by_title = FIELDS.get(title.as_str()).copied().or_else(|| in_other_words(&title));
    by_title.or_else(|| is_any_phone(&title).then_some(ImportField::Mobile))
}

/// See [`field_of`]; the title is a [normal](normal) one.
pub(super) fn in_other_words(title: &str) -> Option<ImportField> {
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    if title.chars().count() > 16 || is_about_others(title) {
        return None;
    }
    if has(&["日期", "时间", "年月", "年份"]) {
        // Steps of the same files, which are something else.
        const STEPS: &[&str] = &[
            "申请",
            "公示",
            "谈话",
            "审批",
            "批准",
            "宣誓",
            "志愿",
            "积极",
            "发展对象",
            "延长",
            "延期",
            "考察",
            "公布",
            "入团",
            "预审",
            "备案",
            "培训",
            "材料",
            "上报",
            "讨论",
            "期满",
            "到期",
            "取消",
            "转出",
            "转入",
        ];
        if has(STEPS) {
            return None;
        }
        if has(&["转正", "正式党员", "转为正式", "转正式"]) {
            return Some(ImportField::Converted);
        }
        if has(&["入党", "预备党员", "加入中国共产党", "加入中共", "加入共产党", "加入党组织"])
        {
            return Some(ImportField::Joined);
        }
    }
    let is_document =
        has(&["照片", "复印", "附件", "扫描", "地址", "住址", "有效", "是否", "签发", "类型", "正面", "反面"]);
    if has(&["身份证", "身份号码"]) && !is_document {
        return Some(ImportField::IdNumber);
    }
    if has(&["手机", "移动电话", "手機", "移动号码", "手提电话"]) && !has(NOT_A_NUMBER) {
        return Some(ImportField::Mobile);
    }
    None
}

/// Whether a title is that of a person's own name.
pub(super) fn is_name_title(title: &str) -> bool {
    field_of(title) == Some(ImportField::Name)
}

/// Titles that speak of telephones and hold no number of the person's own.
const NOT_A_NUMBER: &[&str] = &["型号", "品牌", "费", "紧急", "短号", "套餐", "是否"];

/// Whether a title is that of a telephone of any kind, also in words of its own: 党员联系电话, 常用联系方式, 电话1, Phone.
pub(super) fn is_any_phone(title: &str) -> bool {
    const WORDS: &[&str] = &["电话", "联系方式", "電話", "联络方式", "通讯方式", "联系号码"];
    const FOREIGN: &[&str] =
        &["tel", "phone", "mobile", "cell", "mobilephone", "cellphone", "phonenumber", "telephone"];
    if ANY_PHONE.contains(&title) {
        return true;
    }
    let of_others = is_about_others(title)
        || ["单位", "办公", "公司", "学校", "传真", "固定", "座机", "固话"].iter().any(|word| title.contains(word));
    let plain: String = title.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    let named =
        WORDS.iter().any(|word| title.contains(word)) || (title.is_ascii() && FOREIGN.contains(&plain.as_str()));
    named && !of_others && !NOT_A_NUMBER.iter().any(|word| title.contains(word)) && title.chars().count() <= 12
}

/// The titles of every field: of those that rules read, then of the particulars.
pub(super) fn all_titles() -> impl Iterator<Item = (ImportField, Vec<&'static str>)> {
    let particulars = Particular::ALL.iter().map(|particular| {
        let titles = std::iter::once(particular.title()).chain(particular.other_titles().iter().copied());
        (ImportField::Particular(*particular), titles.collect())
    });
    TITLES.iter().map(|(field, titles)| (*field, titles.to_vec())).chain(particulars)
}

/// Every field with what it is called.
pub(in crate::roster) fn field_titles() -> impl Iterator<Item = (ImportField, &'static str)> {
    ImportField::all().map(|field| (field, field.title()))
}

impl ImportField {
    /// Every field, in the order of a form.
    pub fn all() -> impl Iterator<Item = Self> {
        all_titles().map(|(field, _)| field)
    }

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Self::Particular(particular) => particular.title(),
            _ => TITLES.iter().find(|(field, _)| *field == self).map_or("", |(_, titles)| titles[0]),
        }
    }
}
