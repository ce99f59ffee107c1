//! What the fields are called in sheets: read by the import, written by the export.

use crate::roster::{ImportField, Particular};

/// Titles in use for each field, the surest first: where two columns could stand for a field (手机号 and 联系电话), the
/// surer one does. The first is the field's own: the national export's, where that has the field.
const TITLES: &[(ImportField, &[&str])] = &[
    (ImportField::Name, &["姓名", "党员姓名", "名字"]),
    (
        ImportField::BranchName,
        &["所在党支部", "组织关系所在党支部", "所在党组织", "所在支部", "所属党支部", "党支部名称", "党支部"],
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
        ],
    ),
    (ImportField::Sex, &["性别"]),
    (ImportField::Ethnicity, &["民族"]),
    (ImportField::Birth, &["出生日期", "出生年月日", "出生年月", "出生时间", "生日", "出生"]),
    (ImportField::Education, &["学历", "最高学历", "文化程度"]),
    (ImportField::Kind, &["人员类别", "党员类别", "党员类型", "党员身份", "类别"]),
    (
        ImportField::Joined,
        &["加入党组织日期", "入党日期", "入党时间", "加入党组织时间", "加入中共组织日期", "入党年月"],
    ),
    (ImportField::Converted, &["转为正式党员日期", "转正日期", "转正时间", "转为正式党员时间", "转正年月"]),
    (ImportField::JobPosition, &["工作岗位", "岗位", "工作单位及职务", "单位及职务"]),
    (
        ImportField::Mobile,
        &["手机号", "手机号码", "手机", "移动电话", "联系手机", "联系电话", "联系方式", "电话号码", "电话"],
    ),
    (ImportField::Landline, &["固定电话", "座机", "固话", "办公电话"]),
    (ImportField::Address, &["家庭住址", "现居住地", "家庭地址", "居住地址", "住址", "地址"]),
    (ImportField::Standing, &["党籍状态"]),
    (ImportField::IsLost, &["是否为失联党员", "是否失联党员", "是否失联", "失联党员"]),
    (ImportField::LostContactSince, &["失去联系日期", "失去联系时间", "失联日期", "失联时间"]),
    (ImportField::LostReason, &["失去联系情形", "失联情形", "失联原因"]),
    (ImportField::IsMobile, &["是否为流动党员", "是否流动党员", "是否流动", "流动党员"]),
    (ImportField::MobileSince, &["外出日期", "外出时间", "流动日期"]),
    (ImportField::MobileDestination, &["外出流向", "流动去向", "外出地点", "流向"]),
    (ImportField::PartyGroup, &["党小组", "所在党小组", "所属党小组"]),
    (ImportField::Office, &["党内职务", "支部职务", "党支部职务", "党内职务名称"]),
    (ImportField::Unit, &["所在单位", "联合支部单位名称", "联合支部所在单位", "所属单位"]),
    (ImportField::EnteredOn, &["进入支部日期", "组织关系转入时间", "转入支部日期", "转入时间"]),
    (ImportField::EnteredHow, &["进入方式", "来源", "进入本系统类型"]),
    (ImportField::PartyAgeCorrectionMonths, &["党龄校正值", "党龄校正值（月）"]),
    (ImportField::ProbationExtendedMonths, &["延长预备期时间", "延长预备期"]),
    (ImportField::AttendanceNotRequired, &["不作硬性要求", "到会不作硬性要求"]),
    (ImportField::VoteSuspended, &["停止表决权"]),
    (ImportField::Note, &["备注", "备注1"]),
];

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
