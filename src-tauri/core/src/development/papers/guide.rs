//! What a hand copies into the 志愿书, page by page. The booklet itself is printed by the state and has a number of its own: it
//! is never drawn here.

use super::ROOMS;
use super::draft::{Draft, Source};
use super::parts::{Counts, from_to, grid, guides, person};
use crate::desk::Door;
use crate::development::entries::{EntryField as F, EntryKind};
use crate::development::{DevelopmentError, DevelopmentFileId, GuideRole};
use crate::outside::{Block, Fact, Page, Writing};
use crate::paper::Drawn;
use crate::values::date_title;

/// What stands where nothing is known: the person has to say whether there is nothing.
const UNKNOWN: &str = "（没有登记；确实没有的，写“无”）";
/// What somebody else writes.
const NOT_OURS: &str = "（由上级党组织填写）";

pub(super) fn paper(door: &Door<'_>, file: DevelopmentFileId) -> Result<Drawn, DevelopmentError> {
    let writing = door.read::<_, DevelopmentError>(|reader| {
        let source = Source::of(door, reader, file)?;
        let draft = source.draft(reader, 14, None)?;
        let title = "《入党志愿书》填写参考";
        let lines = [draft.letter.branch.as_str(), title].into_iter().filter(|line| !line.is_empty());
        let mut blocks = vec![Block::Title { lines: lines.map(str::to_owned).collect() }];
        blocks.extend(pages(&draft));
        let title = format!("入党志愿书填写参考 {}", draft.name());
        Ok(Writing { title, branch: draft.letter.branch, page: Page::Form, blocks })
    })?;
    Ok(Drawn::writing(writing, ROOMS))
}

fn pages(draft: &Draft<'_>) -> Vec<Block> {
    vec![
        Block::text(
            "填写要求：用黑色或蓝黑色墨水的钢笔、签字笔书写，字迹清楚。日期用公历，数字用阿拉伯数字。\
             每一栏都要填，没有内容的写“无”，不留空栏。写不下时可以加附页。志愿书由本人手写，不用复印件代替；\
             各项意见由有关的人自己写，签自己的名，日期写实际签字的那一天。\n\
             以下是本支部已经登记的内容，抄写前请逐项核对。",
        ),
        grid(basics(draft)),
        grid(own(draft)),
        grid(others(draft)),
    ]
}

/// A cell of the guide.
fn told(name: &str, text: impl Into<String>) -> Fact {
    let text = text.into();
    Fact::wide(name, if text.is_empty() { UNKNOWN.to_owned() } else { text })
}

fn basics(draft: &Draft<'_>) -> Vec<Fact> {
    let own = |field: F| told(field.title(), draft.file.person.details.spoken(field));
    let mut facts = vec![told("志愿书编号", draft.text(EntryKind::ApplicationForm, F::Serial))];
    facts.extend(person(draft).into_iter().map(|fact| told(&fact.name, fact.parts.concat())));
    facts.extend([F::FormerName, F::NativePlace, F::Residence].map(own));
    facts
}

fn own(draft: &Draft<'_>) -> Vec<Fact> {
    let own = |name: &str, field: F| told(name, draft.file.person.details.text(field));
    vec![
        Fact::wide("入党志愿", "（由本人写自己的认识和愿望，不照抄范文）"),
        own("本人经历", F::Resume),
        own("家庭主要成员", F::Family),
        own("主要社会关系", F::Relations),
        own("奖惩情况", F::Awards),
        told("需要向党组织说明的问题", draft.text(EntryKind::Admission, F::ToExplain)),
    ]
}

fn others(draft: &Draft<'_>) -> Vec<Fact> {
    let sponsors: Vec<_> = draft.file.all(EntryKind::SponsorOpinion).collect();
    let names = guides(draft, GuideRole::Sponsor);
    let opinion = |at: usize| match sponsors.get(at) {
        Some(entry) => {
            format!(
                "{}　{}\n{}",
                entry.values.text(F::SponsorName),
                date_title(entry.on),
                entry.values.text(F::Opinion)
            )
        }
        None => names.get(at).map(|name| format!("{name}（由介绍人自己写）")).unwrap_or_default(),
    };
    let decided = |kind| match draft.one(kind) {
        Some(entry) => {
            let performance = entry.values.text(F::Performance);
            format!("{performance}\n{}\n{}", Counts::of(draft, entry).sentence(), date_title(entry.on))
                .trim()
                .to_owned()
        }
        None => String::new(),
    };
    let approved = draft.one(EntryKind::Approval);
    let period = |field| approved.and_then(|entry| entry.values.day(field));
    let answered = |kind, more: String| match draft.one(kind) {
        Some(entry) => format!("{NOT_OURS}批复日期 {}　{more}", date_title(entry.on)),
        None => NOT_OURS.to_owned(),
    };
    let general = draft.text(EntryKind::Approval, F::GeneralBranchOn);
    let from = draft.text(EntryKind::ConversionApproval, F::FullFrom);
    let talked = match draft.one(EntryKind::SuperiorTalk) {
        Some(talk) => format!("{NOT_OURS}{}　{}", talk.values.text(F::Talkers), date_title(talk.on)),
        None => NOT_OURS.to_owned(),
    };
    vec![
        told("介绍人意见（一）", opinion(0)),
        told("介绍人意见（二）", opinion(1)),
        told("支部大会接收决议", decided(EntryKind::Admission)),
        Fact::wide("上级派人谈话", talked),
        Fact::wide("党总支审议", if general.is_empty() { NOT_OURS.to_owned() } else { format!("{NOT_OURS}{general}") }),
        Fact::wide(
            "基层党委审批",
            answered(EntryKind::Approval, from_to(period(F::ProbationFrom), period(F::ProbationTo))),
        ),
        told("支部大会转正决议", decided(EntryKind::Conversion)),
        Fact::wide("基层党委审批转正", answered(EntryKind::ConversionApproval, from)),
    ]
}
