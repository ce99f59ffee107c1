//! Mentors and sponsors: appoints, corrects, replaces them, and says who may not be one.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{
    DevelopmentError, DevelopmentFile, DevelopmentFileView, Guide, GuideId, GuideRequest, GuideRole, GuideView, store,
    view,
};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::roster::{self, Member, MemberKind};
use crate::values::as_it_looks;
use crate::vault::Done;

/// Adds, corrects or ends a mentor or a sponsor.
///
/// # Errors
/// [`DevelopmentError::Invalid`] without a name or with days that cannot be; [`DevelopmentError::Unlikely`] for one who may not
/// be it or is it already, unless the request insists; [`DevelopmentError::NotFound`].
pub fn save_guide(desk: &mut Desk<'_>, request: GuideRequest) -> Result<Done<DevelopmentFileView>, DevelopmentError> {
    let (rules, today) = (desk.rules, desk.today());
    let GuideRequest { file: id, guide, insist } = request;
    let text = |text: &str| as_it_looks(text).trim().to_owned();
    let mut guide = Guide { name: text(&guide.name), why: text(&guide.why), ..guide };
    desk.transact(format!("登记{}", guide.role.title()), |tx| {
        let file = store::file(tx, id)?;
        let mut invalid = Invalid::default();
        let member = guide.member.map(|member| roster::member(tx, member)).transpose()?.flatten();
        match &member {
            Some(member) => guide.name.clone_from(&member.record.name),
            None if guide.member.is_some() => invalid.add("guide.member", "名册里找不到这名党员"),
            None if guide.name.is_empty() => invalid.add("guide.name", "请从名册里选，或者填写姓名"),
            None => {}
        }
        if [guide.since, guide.until].into_iter().flatten().any(|day| day > today) {
            invalid.add("guide.since", "日期不能晚于今天");
        }
        if guide.since.zip(guide.until).is_some_and(|(since, until)| until <= since) {
            invalid.add("guide.until", "结束日期应晚于开始日期");
        }
        if guide.id.is_some() && !file.guides.iter().any(|known| known.id == guide.id) {
            return Err(DevelopmentError::NotFound);
        }
        invalid.into_result()?;
        let mut unlikely = Invalid::default();
        let is_same = |known: &Guide| {
            known.id != guide.id
                && known.role == guide.role
                && known.until.is_none()
                && guide.until.is_none()
                && (known.member.is_some() && known.member == guide.member || known.name == guide.name)
        };
        if file.guides.iter().any(is_same) {
            unlikely.add("guide.name", format!("{}已经是{}，同一个人不能算两名", guide.name, guide.role.title()));
        }
        if let Some(why) = member.as_ref().and_then(|member| unfit(member, guide.role, guide.since.unwrap_or(today))) {
            unlikely.add("guide.name", why);
        }
        if file.person.name == guide.name {
            unlikely.add("guide.name", format!("本人不能做自己的{}", guide.role.title()));
        }
        if !insist && !unlikely.0.is_empty() {
            return Err(DevelopmentError::Unlikely(unlikely.0));
        }
        store::save_guide(tx, id, &guide)?;
        view::file_view(tx, rules, today, id)
    })
}

/// Takes out a mentor or a sponsor who was entered by mistake.
///
/// # Errors
/// [`DevelopmentError::NotFound`].
pub fn delete_guide(desk: &mut Desk<'_>, id: GuideId) -> Result<Done<DevelopmentFileView>, DevelopmentError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.transact("删去培养联系人或介绍人", |tx| {
        let file = store::delete_guide(tx, id)?.ok_or(DevelopmentError::NotFound)?;
        view::file_view(tx, rules, today, file)
    })
}

/// Why a member may not be a mentor (D04) or a sponsor (D09) from a day on.
pub(super) fn unfit(member: &Member, role: GuideRole, day: NaiveDate) -> Option<String> {
    let name = &member.record.name;
    if member.kind_on(day) != MemberKind::Full {
        Some(format!("{name}当时是预备党员，{}应是正式党员", role.title()))
    } else if member.is_suspended_on(day) {
        Some(format!("{name}当时已停止党籍"))
    } else if role == GuideRole::Sponsor && member.is_member_on(day) && !member.can_vote_on(day) {
        Some(format!("{name}当时停止了表决权（如受留党察看处分），不能做入党介绍人"))
    } else {
        None
    }
}

/// A file's mentors and sponsors as the window shows them.
pub(super) fn views(file: &DevelopmentFile, today: NaiveDate) -> Vec<GuideView> {
    let view = |(guide, member): (&Guide, &Option<Arc<Member>>)| {
        let day = guide.since.unwrap_or(today);
        let unfit = member.as_ref().and_then(|member| unfit(member, guide.role, day));
        GuideView { guide: guide.clone(), unfit }
    };
    file.guides.iter().zip(&file.guide_members).map(view).collect()
}
