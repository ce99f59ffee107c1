//! What a member's record has beside what rules read: one line of the table for each, from which come the form, the
//! import's columns and the export's.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The texts of a record that no rule reads. An empty one is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct Particulars(pub BTreeMap<Particular, String>);

/// How a particular is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ParticularKind {
    /// Free text.
    Text,
    /// A date, perhaps without day or month.
    Date,
    /// 是 or 否.
    YesNo,
    /// One of the usual answers, or free text.
    Choice,
}

macro_rules! particulars {
    ($( $name:ident $kind:ident $title:literal [$($other:literal),* $(,)?] [$($choice:literal),* $(,)?]; )+) => {
        /// One of them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum Particular { $( #[doc = $title] $name, )+ }

        impl Particular {
            /// Every one, in the order of the form.
            pub const ALL: &[Self] = &[$( Self::$name, )+];

            /// What it is called.
            pub fn title(self) -> &'static str {
                match self { $( Self::$name => $title, )+ }
            }

            /// What else it is called in sheets.
            pub(super) fn other_titles(self) -> &'static [&'static str] {
                match self { $( Self::$name => &[$($other),*], )+ }
            }

            /// How it is filled in.
            pub fn kind(self) -> ParticularKind {
                match self { $( Self::$name => ParticularKind::$kind, )+ }
            }

            /// The usual answers.
            pub fn choices(self) -> &'static [&'static str] {
                match self { $( Self::$name => &[$($choice),*], )+ }
            }
        }
    };
}

particulars! {
    NativePlace Text "籍贯" [] [];
    Household Text "户籍所在地" ["户口所在地"] [];
    MaritalStatus Choice "婚姻状况" ["婚姻"] ["未婚", "已婚", "丧偶", "离婚"];
    Taiwanese YesNo "是否台湾省籍" ["台湾省籍"] [];
    Degree Choice "学位" ["最高学位"] ["博士", "硕士", "学士"];
    School Text "毕业院校" ["毕业学校", "毕业院校系"] [];
    Major Text "所学专业" ["专业"] [];
    Workplace Text "工作单位" ["所在单位名称"] [];
    WorkBegan Date "参加工作日期" ["参加工作时间"] [];
    TechnicalTitle Choice "专业技术职务" ["技术职称", "从事专业技术职务", "从事专业技术服务", "职称"] ["高级", "中级", "初级"];
    NewStratum Choice "新社会阶层类型" ["新社会阶层", "新的社会阶层"] [
        "民营科技企业创业人员和技术人员", "受聘于外资企业管理技术人员", "个体劳动者", "私营企业主", "中介组织从业人员", "自由职业人员"];
    FrontLine Text "一线情况" [] [];
    MigrantWorker YesNo "是否农民工" ["农民工"] [];
    StaffNumber Text "人员编号" ["学工号", "工号", "集团员工编码", "员工编号"] [];
    FileKeeper Text "档案所在单位" ["党员档案所在单位", "人事档案所在单位"] [];
    AdmissionType Choice "入党类型" [] ["本组织发展", "重新入党", "追认为党员"];
    JoinedBranch Text "入党时所在支部" ["入党时所在党支部"] [];
    Sponsors Text "入党介绍人" ["介绍人"] [];
    ConversionState Choice "转正情况" [] ["按期转正", "延长预备期后转正", "取消预备党员资格"];
    ConvertedBranch Text "转正时所在支部" ["转正时所在党支部"] [];
    LeagueJoined Date "入团日期" ["入团时间"] [];
    PartyAwards Text "党内奖励" [] [];
    OtherAwards Text "其他奖励" ["奖励"] [];
    Training Text "培训情况" [] [];
    OtherPhones Text "其他电话" ["备用电话", "备用手机", "另一电话", "其他联系方式"] [];
    Email Text "电子邮箱" ["邮箱", "电子邮件"] [];
}

impl Particular {
    /// As it is stored and sent.
    pub fn code(self) -> String {
        serde_json::to_value(self).ok().and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default()
    }
}

impl Particulars {
    /// The text; empty when there is none.
    pub fn get(&self, particular: Particular) -> &str {
        self.0.get(&particular).map_or("", String::as_str)
    }

    /// Sets a text; an empty one is taken out.
    pub fn set(&mut self, particular: Particular, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            self.0.remove(&particular);
        } else {
            self.0.insert(particular, text.to_owned());
        }
    }
}

impl rusqlite::ToSql for Particulars {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        let text = serde_json::to_string(&self.0).map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))?;
        Ok(text.into())
    }
}

impl rusqlite::types::FromSql for Particulars {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        match value.as_str()? {
            "{}" => Ok(Self::default()), // nearly always, and quicker
            text => serde_json::from_str(text).map(Self).map_err(|e| rusqlite::types::FromSqlError::Other(e.into())),
        }
    }
}
