//! The papers of a secret vote: on people or on a motion.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::outside::{Block, Column, Fact, Page, Place, Writing, document};
use crate::values::date_title;

/// Ballots printed at once.
pub(crate) const COPIES_AT_MOST: u32 = 500;

/// What a ballot or a tally sheet is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VotedOn {
    /// Those who stand for election.
    People,
    /// A motion of a meeting.
    Motion,
}

/// 选票, or 表决票 of a motion: all alike, without a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballots {
    pub branch: String,
    /// `换届选举支部委员会委员选票`
    pub title: String,
    /// The day of the vote.
    pub on: NaiveDate,
    /// What is voted on.
    pub of: VotedOn,
    /// Candidates by strokes; of a motion its subject.
    pub candidates: Vec<String>,
    /// 另选他人: blank lines.
    pub blank_names: u32,
    /// How to mark it.
    pub notes: Vec<String>,
    pub copies: u32,
}

document!(Ballots, "ballots");

/// 计票报告单 of one round, or 计票单 of a motion. What a hand is to fill in is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TallySheet {
    pub branch: String,
    /// `换届选举支部委员会委员计票报告单`
    pub title: String,
    /// What was voted on.
    pub of: VotedOn,
    /// The meeting's title.
    pub meeting: String,
    pub on: NaiveDate,
    pub place: String,
    /// Seats of this round.
    pub seats: u32,
    /// Voters and ballots, each with its name.
    pub counts: Vec<(String, Option<u32>)>,
    /// Candidates by strokes, then the written-in names; of a motion its subject.
    pub rows: Vec<TallyRow>,
    /// The sentence that was read out; empty before the counting.
    pub result: String,
    /// 总监票人
    pub chief_scrutineer: String,
    /// 监票人
    pub scrutineers: Vec<String>,
    /// 计票人
    pub counters: Vec<String>,
}

impl TallySheet {
    /// The paper.
    pub fn writing(&self) -> Writing {
        let mut blocks = vec![
            Block::title([&self.branch, &self.title]),
            Block::Facts {
                facts: vec![
                    Fact::wide("会议名称", &self.meeting),
                    Fact::new("时间", date_title(self.on)),
                    Fact::new("地点", &self.place),
                ],
            },
            Block::Facts {
                facts: self.counts.iter().map(|(name, count)| Fact::new(name, counted(name, *count))).collect(),
            },
        ];
        let of = match self.of {
            VotedOn::People => {
                blocks.push(Block::text(format!("应选 {} 名，得票如下：", self.seats)));
                "姓名"
            }
            VotedOn::Motion => "表决事项",
        };
        let columns = vec![
            Column::mm(14.0, "序号"),
            Column::share(1.0, of).centred(),
            Column::mm(22.0, "赞成"),
            Column::mm(22.0, "不赞成"),
            Column::mm(22.0, "弃权"),
            Column::mm(28.0, "结果"),
        ];
        let rows = self.rows.iter().enumerate().map(|(index, row)| row.cells(index + 1)).collect();
        blocks.push(Block::Table { columns, rows, foot: String::new(), roomy: true });
        if !self.result.is_empty() {
            blocks.push(Block::Boxed { head: "宣布结果".to_owned(), text: self.result.clone() });
        }
        blocks.push(Block::Hands {
            rows: vec![
                vec![signs("总监票人", std::slice::from_ref(&self.chief_scrutineer))],
                vec![signs("监票人", &self.scrutineers)],
                vec![signs("计票人", &self.counters)],
                vec![Place::Told(date_title(self.on))],
            ],
        });
        let title = format!("{} {}", self.title, self.on);
        Writing { title, branch: self.branch.clone(), page: Page::Form, blocks }
    }
}

/// A number with its unit; what is not counted yet is left to a hand.
fn counted(name: &str, count: Option<u32>) -> String {
    let unit = match name {
        _ if name.ends_with("人数") => "人",
        _ if name.starts_with("书面") => "份",
        _ => "张",
    };
    count.map(|count| format!("{count} {unit}")).unwrap_or_default()
}

/// A place to sign for those who were appointed.
fn signs(role: &str, names: &[String]) -> Place {
    let names: Vec<_> = names.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
    let named = if names.is_empty() { String::new() } else { format!("（{}）", names.join("、")) };
    Place::Hand(format!("{role}{named}签字"))
}

/// One line of a tally sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TallyRow {
    /// Name; empty to be filled in.
    pub name: String,
    /// 另选他人
    pub written_in: bool,
    /// 赞成
    pub votes_for: Option<u32>,
    /// 不赞成
    pub votes_against: Option<u32>,
    /// 弃权
    pub abstained: Option<u32>,
    /// 当选, 未当选, 再次投票
    pub result: String,
}

impl TallyRow {
    /// The line with its number from 1; a written-in name cannot be voted against.
    fn cells(&self, number: usize) -> Vec<String> {
        let count = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
        let against = |votes| if self.written_in { "／".to_owned() } else { count(votes) };
        let name = match (self.written_in, self.name.as_str()) {
            (true, "") => "　　　　　　　　（另选）".to_owned(),
            (true, name) => format!("{name}（另选）"),
            (false, name) => name.to_owned(),
        };
        vec![
            number.to_string(),
            name,
            count(self.votes_for),
            against(self.votes_against),
            against(self.abstained),
            self.result.clone(),
        ]
    }
}
