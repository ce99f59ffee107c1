//! What the roster's kinds and ways are called, on screen and on paper.

use crate::roster::{EntryWay, ExitWay, MemberKind, Office, Standing};
use crate::values::titled;

titled! { MemberKind { Full => "正式党员", Probationary => "预备党员" } }

titled! { Standing { Normal => "正常", Suspended => "停止党籍" } }

titled! { Office {
    Secretary => "书记",
    DeputySecretary => "副书记",
    Organization => "组织委员",
    Publicity => "宣传委员",
    Discipline => "纪检委员",
    Member => "委员",
} }

impl Office {
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
}

titled! { EntryWay {
    Original => "建档时已在支部",
    Admitted => "本支部发展",
    MovedIn => "组织关系转入",
    Restored => "恢复党籍",
    Other => "其他",
} }

titled! { ExitWay {
    MovedOut => "组织关系转出",
    Deceased => "去世",
    Withdrew => "退党",
    StruckOff => "除名",
    Expelled => "开除党籍",
    Revoked => "取消预备党员资格",
    Other => "其他",
} }
