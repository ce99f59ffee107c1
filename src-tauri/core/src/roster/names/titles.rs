//! What the roster's kinds and ways are called, on screen and on paper.

use crate::roster::{EntryWay, ExitWay, MemberKind, Office, Sex, Standing};

impl MemberKind {
    /// 正式党员 / 预备党员
    pub fn title(self) -> &'static str {
        match self {
            Self::Full => "正式党员",
            Self::Probationary => "预备党员",
        }
    }
}

impl Sex {
    /// 男 / 女
    pub fn title(self) -> &'static str {
        match self {
            Self::Male => "男",
            Self::Female => "女",
        }
    }
}

impl Standing {
    /// 正常 / 停止党籍
    pub fn title(self) -> &'static str {
        match self {
            Self::Normal => "正常",
            Self::Suspended => "停止党籍",
        }
    }
}

impl Office {
    /// Every office, in the order of a list.
    pub const ALL: [Self; 6] =
        [Self::Secretary, Self::DeputySecretary, Self::Organization, Self::Publicity, Self::Discipline, Self::Member];

    /// As it is stored and sent.
    pub fn code(self) -> &'static str {
        match self {
            Self::Secretary => "secretary",
            Self::DeputySecretary => "deputy_secretary",
            Self::Organization => "organization",
            Self::Publicity => "publicity",
            Self::Discipline => "discipline",
            Self::Member => "member",
        }
    }

    /// The office of that code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|office| office.code() == code)
    }

    /// 书记, 副书记 …
    pub fn title(self) -> &'static str {
        match self {
            Self::Secretary => "书记",
            Self::DeputySecretary => "副书记",
            Self::Organization => "组织委员",
            Self::Publicity => "宣传委员",
            Self::Discipline => "纪检委员",
            Self::Member => "委员",
        }
    }
}

impl EntryWay {
    /// 原有, 发展, 转入 …
    pub fn title(self) -> &'static str {
        match self {
            Self::Original => "原有",
            Self::Admitted => "发展",
            Self::MovedIn => "转入",
            Self::Restored => "恢复党籍",
            Self::Other => "其他",
        }
    }
}

impl ExitWay {
    /// 转出, 去世, 退党 …
    pub fn title(self) -> &'static str {
        match self {
            Self::MovedOut => "转出",
            Self::Deceased => "去世",
            Self::Withdrew => "退党",
            Self::StruckOff => "除名",
            Self::Expelled => "开除党籍",
            Self::Revoked => "取消预备党员资格",
            Self::Other => "其他",
        }
    }
}
