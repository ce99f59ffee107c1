//! Whose meeting it is: an event of several kinds has one circle of people who are expected.

use super::{MeetingHead, MeetingKind};

/// Who is expected at a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Circle {
    /// The whole branch.
    Branch,
    /// Those who hold an office.
    Committee,
    /// One party group.
    Group,
}

impl Circle {
    /// Of an event of these kinds. The leading one decides; but a 支部党员大会 is everyone's, wherever it stands among
    /// them: its quorum and its votes are counted of the whole branch (B10).
    pub fn of(kinds: &[MeetingKind]) -> Self {
        match kinds.first() {
            _ if kinds.contains(&MeetingKind::General) => Self::Branch,
            Some(MeetingKind::Committee) => Self::Committee,
            Some(MeetingKind::Group) => Self::Group,
            _ => Self::Branch,
        }
    }
}

impl MeetingHead {
    /// Who is expected.
    pub fn circle(&self) -> Circle {
        Circle::of(&self.kinds)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use MeetingKind::{Committee, General, Group, Lecture, ThemeDay};

    #[rstest]
    #[case(&[General], Circle::Branch)]
    #[case(&[Committee], Circle::Committee)]
    #[case(&[Group, Lecture], Circle::Group)]
    #[case(&[ThemeDay, Committee], Circle::Branch)]
    #[case(&[Committee, General], Circle::Branch)]
    #[case(&[Group, General], Circle::Branch)]
    fn a_general_meeting_is_everyones_wherever_it_stands_among_the_kinds(
        #[case] kinds: &[MeetingKind],
        #[case] circle: Circle,
    ) {
        assert_eq!(Circle::of(kinds), circle);
    }
}
