//! The branch itself: what it is, who is in it, what it planned, and who handed over to whom.

use super::table::{Width, dotted, titled};
use super::{Binding, Filled};
use crate::branch::{self, BranchView};
use crate::desk::Nothing;
use crate::meetings::MeetingPaper;
use crate::outside::{Block, Fact};
use crate::paper::Papers;
use crate::papers::PaperError;
use crate::reports;
use crate::roster::{self, Dimension, MemberRow, RosterFilter, RosterQuery};
use crate::study::StudyPaper;
use crate::values::{PartialDate, Quarter};

pub(super) fn branch(binding: &mut Binding<'_, '_>) -> Result<Filled, PaperError> {
    let view = binding.ask(|desk| branch::get(desk, Nothing {}))?;
    let mut filled = Filled { blocks: vec![Block::Facts { facts: facts(&view) }], records: 1, ..Filled::default() };
    let since = |day: Option<PartialDate>| day.map(PartialDate::title).unwrap_or_default();
    let seats = view.committee.iter();
    let seats = seats.map(|seat| vec![seat.office.title().to_owned(), seat.name.clone(), since(seat.since)]);
    let columns = [(Width::Share(1.0), "职务"), (Width::Share(1.0), "姓名"), (Width::Share(1.0), "任职时间")];
    titled(&mut filled, "支部班子", &columns, seats.collect());
    let groups = view.groups.iter().filter(|group| group.group.until.is_none()).map(|group| {
        vec![group.group.name.clone(), group.leader_name.clone().unwrap_or_default(), group.members.to_string()]
    });
    let columns = [(Width::Share(1.0), "党小组"), (Width::Share(1.0), "组长"), (Width::Share(1.0), "党员数")];
    titled(&mut filled, "党小组", &columns, groups.collect());
    let units = view.units.iter().filter(|unit| unit.unit.is_covered_on(binding.last)).map(|unit| {
        let people = unit.unit.employees.map(|people| people.to_string()).unwrap_or_default();
        let charter = if unit.unit.in_charter { "已写入" } else { "" };
        let unit_row = &unit.unit;
        vec![unit_row.name.clone(), unit_row.credit_code.clone(), people, unit.members.to_string(), charter.to_owned()]
    });
    let columns = [
        (Width::Share(1.0), "社会组织"),
        (Width::Mm(42.0), "统一社会信用代码"),
        (Width::Mm(20.0), "从业人数"),
        (Width::Mm(18.0), "党员数"),
        (Width::Mm(24.0), "党建入章程"),
    ];
    titled(&mut filled, "所在社会组织", &columns, units.collect());
    let helpers = view.helpers.iter().filter(|helper| helper.until.is_none()).map(|helper| {
        vec![helper.role.title().to_owned(), helper.name.clone(), helper.unit.clone(), since(helper.since)]
    });
    let columns = [
        (Width::Mm(34.0), "身份"),
        (Width::Mm(28.0), "姓名"),
        (Width::Share(1.0), "所在单位"),
        (Width::Mm(36.0), "从何时起"),
    ];
    titled(&mut filled, "上级选派的人员", &columns, helpers.collect());
    let rooms = view.rooms.iter().map(|room| {
        let size = room.square_metres.map(|metres| format!("{metres} 平方米")).unwrap_or_default();
        vec![room.name.clone(), room.address.clone(), size]
    });
    let columns = [(Width::Share(1.0), "活动场所"), (Width::Share(2.0), "地址"), (Width::Mm(30.0), "面积")];
    titled(&mut filled, "活动场所", &columns, rooms.collect());
    Ok(filled)
}

fn facts(view: &BranchView) -> Vec<Fact> {
    let branch = &view.branch;
    let term = view.terms.iter().find(|term| term.running);
    let term = term.map(|term| format!("第{}届，{}届满", term.term.number, dotted(Some(term.due_on))));
    let facts = [
        Fact::wide("支部全称", branch.name.clone()),
        Fact::wide("上级党组织", branch.superior.clone()),
        Fact::new("成立日期", branch.founded_on.map(PartialDate::title).unwrap_or_default()),
        Fact::new("批准文号", branch.approval.clone()),
        Fact::new("党员人数", format!("{}（正式 {}，预备 {}）", view.members, view.full, view.probationary)),
        Fact::new("本届任期", term.unwrap_or_default()),
        Fact::new("联系电话", branch.phone.clone()),
        Fact::new("地址", branch.address.clone()),
        Fact::wide("备注", branch.note.clone()),
    ];
    facts.into_iter().filter(|fact| fact.name != "备注" || !fact.is_empty()).collect()
}

pub(super) fn roster(binding: &mut Binding<'_, '_>) -> Result<Filled, PaperError> {
    let on = Some(binding.last);
    let mut filled = Filled::default();
    let all = binding.ask(|desk| roster::list(desk, RosterQuery { on, limit: u32::MAX, ..RosterQuery::default() }))?;
    let columns = [
        (Width::Mm(10.0), "序号"),
        (Width::Mm(22.0), "姓名"),
        (Width::Mm(11.0), "性别"),
        (Width::Mm(24.0), "出生日期"),
        (Width::Mm(24.0), "入党日期"),
        (Width::Mm(24.0), "转正日期"),
        (Width::Mm(26.0), "党小组"),
        (Width::Share(1.0), "职务和情况"),
    ];
    let rows = all.rows.iter().enumerate().map(|(at, row)| listed(at + 1, row)).collect();
    titled(&mut filled, &format!("党员名册（{}）", dotted(on)), &columns, rows);
    let mobile = RosterQuery {
        on,
        limit: u32::MAX,
        filters: vec![RosterFilter { by: Dimension::State, label: "流动党员".to_owned() }],
        ..RosterQuery::default()
    };
    let mobile = binding.ask(|desk| roster::list(desk, mobile))?;
    let rows = mobile.rows.iter().map(|row| vec![row.name.clone(), row.party_group.clone(), row.unit.clone()]);
    let columns = [(Width::Share(1.0), "姓名"), (Width::Share(1.0), "党小组"), (Width::Share(2.0), "所在单位")];
    titled(&mut filled, "流动党员", &columns, rows.collect());
    filled.records = all.rows.len();
    Ok(filled)
}

fn listed(number: usize, row: &MemberRow) -> Vec<String> {
    let day = |day: Option<PartialDate>| day.map(|day| day.to_string().replace('-', ".")).unwrap_or_default();
    let mut told: Vec<String> = Some(row.offices.titles()).filter(|titles| !titles.is_empty()).into_iter().collect();
    if row.converted.is_none() && row.kind == roster::MemberKind::Probationary {
        told.push(row.kind.title().to_owned());
    }
    told.extend(row.states.iter().cloned());
    vec![
        number.to_string(),
        row.name.clone(),
        row.sex.map(|sex| sex.title().to_owned()).unwrap_or_default(),
        day(row.birth),
        day(row.joined),
        day(row.converted),
        row.party_group.clone(),
        told.join("、"),
    ]
}

/// The plans, and for the summary what the secretary wrote for the reports of the year; else lines for a hand.
pub(super) fn plan_and_summary(binding: &mut Binding<'_, '_>) -> Result<Filled, PaperError> {
    let (door, year) = (binding.door, binding.year);
    let mut filled = Filled::default();
    let plan = MeetingPaper::MeetingPlan { quarter: Quarter::of(binding.first), whole_year: true };
    filled.papers.extend(plan.draw(door)?.document.writing().cloned());
    let plan = StudyPaper::StudyPlanSheet { year }.draw(door).map_err(PaperError::of_room)?;
    filled.papers.extend(plan.document.writing().cloned());
    filled.blocks.push(Block::head("年度总结"));
    let mut told = false;
    for quarter in Quarter::all_of(year) {
        let words = door.read(|reader| reports::words(reader, quarter.into()))?;
        for (name, text) in [("存在问题与整改", words.problems), ("下季度计划", words.plan)] {
            if !text.trim().is_empty() {
                told = true;
                filled.records += 1;
                filled.blocks.extend([Block::subhead(format!("{}{name}", quarter.title())), Block::text(text)]);
            }
        }
    }
    if !told {
        filled.blocks.push(Block::Words { text: String::new() });
    }
    filled.records += filled.papers.len();
    Ok(filled)
}

pub(super) fn hand_over(binding: &mut Binding<'_, '_>) -> Result<Filled, PaperError> {
    let view = binding.ask(|desk| branch::get(desk, Nothing {}))?;
    let mut filled = Filled::default();
    let ended =
        view.former_offices.iter().filter(|held| held.until.is_some_and(|until| binding.is_in(until.earliest())));
    let rows = ended.map(|held| {
        let title = |day: Option<PartialDate>| day.map(PartialDate::title).unwrap_or_default();
        vec![held.office.title().to_owned(), held.name.clone(), title(held.since), title(held.until)]
    });
    let columns = [
        (Width::Share(1.0), "职务"),
        (Width::Share(1.0), "姓名"),
        (Width::Share(1.0), "任职时间"),
        (Width::Share(1.0), "卸任时间"),
    ];
    titled(&mut filled, "本年度换任", &columns, rows.collect());
    Ok(filled)
}
