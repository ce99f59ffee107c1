//! 个人学习记录 of a year.

use super::{branch, form, titled_table};
use crate::desk::Door;
use crate::outside::{Block, Column, Fact};
use crate::paper::Drawn;
use crate::roster::{self, MemberId};
use crate::study::year::check_year;
use crate::study::{MemberLack, MemberStudySession, StudyError, StudyTopic, lacks, ledger, store};
use crate::values::{date_title, day_title};

pub(super) fn of_member(door: &Door<'_>, member: MemberId, year: i32) -> Result<Drawn, StudyError> {
    check_year(year)?;
    let today = door.today();
    let (sessions, lacks) = door.read(|reader| {
        roster::member(reader, member)?.ok_or(StudyError::NoSuchMember)?;
        Ok::<_, StudyError>((store::sessions_of(reader, member)?, lacks::lacks_of(reader, door.rules, year, today)?))
    })?;
    let line = lacks.members.iter().find(|line| line.member == member).ok_or(StudyError::NoMemberThen(year))?;
    let of_year = |session: &&MemberStudySession| session.held_on.to_string().starts_with(&format!("{year:04}-"));
    let mut sessions: Vec<_> = sessions.iter().filter(of_year).collect();
    sessions.reverse();
    let missing = lacks.topics.iter().filter(|lack| lack.topic.id.is_some_and(|id| line.topics.contains(&id)));
    let mut blocks = vec![Block::Facts { facts: summary(line, year) }];
    blocks.extend(studied(&sessions));
    blocks.extend(diplomas(&sessions));
    blocks.extend(topics(missing.map(|lack| &lack.topic)));
    blocks.push(Block::hands(["本人", "支部书记"], None));
    let mut drawn = form(branch(door, today)?, format!("{year}年度党员学习记录"), blocks);
    drawn.title = format!("{year}年度学习记录 {}", line.name);
    Ok(drawn)
}

fn summary(line: &MemberLack, year: i32) -> Vec<Fact> {
    let required = line.required.map_or_else(|| "不作要求".to_owned(), |hours| format!("{hours} 学时"));
    vec![
        Fact::new("姓名", &line.name),
        Fact::new("年度", format!("{year}年")),
        Fact::new("应学", required),
        Fact::new("已学", format!("{} 学时，其中补学 {}", line.hours, line.made_up)),
        Fact::new("还差", format!("{} 学时", line.lacking)),
        Fact::new("集中培训", ledger::course(line)),
    ]
}

fn studied(sessions: &[&MemberStudySession]) -> Vec<Block> {
    let columns = vec![
        Column::mm(24.0, "日期"),
        Column::share(1.0, "主题"),
        Column::mm(22.0, "形式"),
        Column::mm(16.0, "学时"),
        Column::mm(34.0, "情况"),
    ];
    let rows = sessions.iter().map(|session| {
        let how = session.made_up_on.map_or_else(|| "参加".to_owned(), |on| format!("{}已补", day_title(on)));
        let note = if session.uncounted { "（不计）" } else { "" };
        let hours = format!("{}{note}", session.hours);
        vec![day_title(session.held_on), session.title.clone(), session.kind.title().to_owned(), hours, how]
    });
    titled_table("学习情况", columns, rows.collect())
}

fn diplomas(sessions: &[&MemberStudySession]) -> Vec<Block> {
    let columns = vec![
        Column::share(1.2, "学习"),
        Column::share(1.0, "证书编号"),
        Column::share(1.0, "发证单位"),
        Column::mm(34.0, "发证日期"),
    ];
    let rows = sessions.iter().filter_map(|session| {
        let one = session.certificate.as_ref()?;
        let issued = one.issued_on.map(date_title).unwrap_or_default();
        Some(vec![session.title.clone(), one.number.clone(), one.issuer.clone(), issued])
    });
    titled_table("结业证书", columns, rows.collect())
}

fn topics<'a>(missing: impl Iterator<Item = &'a StudyTopic>) -> Vec<Block> {
    let columns = vec![Column::mm(18.0, "月份"), Column::share(1.0, "专题"), Column::share(1.0, "学习材料")];
    let rows = missing.map(|topic| vec![format!("{}月", topic.month), topic.title.clone(), topic.material.clone()]);
    titled_table("还没有学的专题", columns, rows.collect())
}
