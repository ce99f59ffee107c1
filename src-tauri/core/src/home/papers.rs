//! What the home page says, on paper: the branch in figures, and what is to be done.

use super::{HomeError, HomeView, HomeWhen, overview, todo};
use crate::branch;
use crate::desk::{Door, Nothing};
use crate::outside::{Block, Column, Fact, Page, Writing};
use crate::paper::{Drawn, papers};
use crate::rules::{Finding, RuleBook};
use crate::values::{Room, date_title};

papers! {
    /// The papers of the home page.
    HomePaper, HomeError;
    /// 支部情况和要办的事
    Figures {} = figures;
}

const TITLE: &str = "支部情况和要办的事";

/// It draws on every room that finds something or is counted.
const ROOMS: &[Room] = &[
    Room::Branch,
    Room::Roster,
    Room::Meetings,
    Room::Elections,
    Room::Appraisal,
    Room::Development,
    Room::Study,
    Room::Reports,
    Room::Signing,
    Room::Transfers,
    Room::Tasks,
    Room::Talks,
    Room::Home,
];

fn figures(door: &Door<'_>) -> Result<Drawn, HomeError> {
    let (view, branch) = door.desk(|desk| -> Result<_, HomeError> {
        let view = overview(desk, Nothing {})?;
        Ok((view, desk.read(branch::stored)?.name))
    })?;
    Ok(Drawn::writing(writing(&view, branch, door.rules), ROOMS))
}

fn writing(view: &HomeView, branch: String, rules: &RuleBook) -> Writing {
    let as_of = format!("截至{}，{}还剩 {} 天。", date_title(view.today), view.quarter.title(), view.days_left);
    let mut blocks = vec![Block::title([&branch, TITLE]), Block::text(as_of), facts(view)];
    blocks.extend([Block::head("本季度的组织生活"), kinds(view)]);
    blocks.extend([Block::head(format!("{}年各月到会", view.quarter.year())), months(view)]);
    blocks.push(Block::head(format!("要办的事（{} 项）", view.todo.len())));
    blocks.extend(groups(view, rules));
    Writing { title: format!("{TITLE} {}", view.today), branch, page: Page::Form, blocks }
}

fn facts(view: &HomeView) -> Block {
    let joined =
        |value: &str, note: &str| if note.is_empty() { value.to_owned() } else { format!("{value}（{note}）") };
    let figures = view.figures.iter().map(|figure| Fact::new(&figure.name, joined(&figure.value, &figure.note)));
    let stages = view.development.iter().map(|stage| Fact::new(&stage.label, format!("{} 人", stage.count)));
    let states = view.states.iter().map(|state| Fact::wide(&state.name, state.said.clone()));
    Block::Facts { facts: figures.chain(stages).chain(states).collect() }
}

fn kinds(view: &HomeView) -> Block {
    let columns = vec![
        Column::share(1.0, "会议"),
        Column::mm(20.0, "应开"),
        Column::mm(20.0, "已开"),
        Column::mm(20.0, "待开"),
        Column::mm(24.0, "应到人次"),
        Column::mm(24.0, "实到人次"),
    ];
    let row = |kind: &crate::meetings::KindCount| {
        let planned = kind.planned.saturating_sub(kind.held);
        let counts = [kind.required, kind.held, planned, kind.expected, kind.present].map(|count| count.to_string());
        std::iter::once(kind.name.clone()).chain(counts).collect()
    };
    Block::table(columns, view.meeting_kinds.iter().map(row).collect())
}

fn months(view: &HomeView) -> Block {
    let columns = vec![
        Column::mm(30.0, "月份"),
        Column::share(1.0, "应到人次").centred(),
        Column::share(1.0, "实到人次").centred(),
        Column::share(1.0, "到会率").centred(),
    ];
    let row = |rate: &super::HomeMonthRate| {
        let percent = rate.percent.map_or_else(|| "—".to_owned(), |percent| format!("{percent}%"));
        vec![format!("{}月", rate.month), rate.expected.to_string(), rate.present.to_string(), percent]
    };
    Block::table(columns, view.attendance.iter().map(row).collect())
}

/// A table for each group, under its name.
fn groups(view: &HomeView, rules: &RuleBook) -> Vec<Block> {
    if view.todo.is_empty() {
        return vec![Block::text("眼下没有要办的事。")];
    }
    let of = |when: HomeWhen| view.todo.iter().filter(move |finding| todo::when(finding, view.today) == when);
    let group = |group: &super::HomeGroup| {
        let columns = vec![Column::mm(33.0, "期限"), Column::share(2.0, "什么事"), Column::share(1.0, "依据")];
        let rows = of(group.when).map(|finding| row(finding, view, rules)).collect();
        [Block::subhead(format!("{}（{} 项）", group.when.title(), group.count)), Block::table(columns, rows)]
    };
    view.groups.iter().flat_map(group).collect()
}

fn row(finding: &Finding, view: &HomeView, rules: &RuleBook) -> Vec<String> {
    let rule = finding.rule.and_then(|id| rules.rule(id, view.today));
    let why = rule.map(|rule| format!("{} {}", rule.id, rule.place())).unwrap_or_default();
    vec![finding.due.map(date_title).unwrap_or_default(), finding.message.clone(), why]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meetings::MeetingKind;
    use crate::testing::TestFile;

    #[test]
    fn the_paper_has_the_figures_and_what_is_to_be_done_with_its_rule() {
        let mut file = TestFile::on("2026-08-20");
        file.name_branch("示例协会支部", false);
        let member = file.add_member("张三", |_| ());
        file.add_member("李四", |_| ());
        let meeting = file.add_meeting(&[MeetingKind::General], "2026-10-14");
        file.on_day("2026-11-23");
        file.attend(meeting, &[member]);
        let view = overview(&mut file.desk("home_overview"), Nothing {}).unwrap();
        let paper = writing(&view, "示例协会支部".to_owned(), &file.rules);
        let said = paper.to_string();
        for said_there in ["截至2026年11月23日", "50%", "10月主题党日没有开展", "B14 ", "还没有备份"]
        {
            assert!(said.contains(said_there), "{said_there}: {said}");
        }
        let dues = paper.rows().iter().filter(|row| row.len() == 3).count();
        assert_eq!(dues, view.todo.len());
    }
}
