//! What is entered in a development file, as a table: one line for each kind of entry. From it come the timeline, the
//! forms of the window, and the values that rules and papers read.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::EntryField;
use crate::meetings::MeetingKind;
use crate::values::stored_as_text;

/// How often a kind of entry is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EntryTimes {
    /// Once.
    Once,
    /// As often as it happens.
    Again,
}

macro_rules! entries {
    ($(
        $(#[$doc:meta])*
        $name:ident $step:literal $title:literal $day:literal $times:ident $meeting:tt [$($field:ident)*];
    )+) => {
        /// A kind of entry.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum EntryKind { $( $(#[$doc])* $name, )+ }

        impl EntryKind {
            /// Every kind, in the order of the steps.
            pub const ALL: [Self; [$( $title ),+].len()] = [$( Self::$name ),+];

            /// What it is called.
            pub fn title(self) -> &'static str {
                match self { $( Self::$name => $title, )+ }
            }

            /// What its day is the day of.
            pub fn day_title(self) -> &'static str {
                match self { $( Self::$name => $day, )+ }
            }

            /// The step it belongs to, 1 to 25; 0 for what can happen at any time.
            pub fn step(self) -> u32 {
                match self { $( Self::$name => $step, )+ }
            }

            /// How often it is made.
            pub fn times(self) -> EntryTimes {
                match self { $( Self::$name => EntryTimes::$times, )+ }
            }

            /// The meeting at which it is decided: by the committee (without one by the general meeting, B06), or by the
            /// general meeting.
            pub fn meeting(self) -> Option<MeetingKind> {
                match self { $( Self::$name => entries!(@meeting $meeting), )+ }
            }

            /// What is written down beside the day, in the order of the form.
            pub fn fields(self) -> &'static [EntryField] {
                match self { $( Self::$name => &[$( EntryField::$field ),*], )+ }
            }
        }
    };
    (@meeting -) => { None };
    (@meeting $kind:ident) => { Some(MeetingKind::$kind) };
}

entries! {
    /// D01
    Application 1 "递交入党申请书" "申请书落款日期" Once - [ReceivedOn ReceivedBy];
    /// D02
    Talk 2 "党组织派人谈话" "谈话日期" Once -
        [Talkers TalkerPost Place Experience Understanding Motive Conduct FamilyState Explained BothSigned];
    /// D03
    Recommendation 3 "推荐（推优）" "推荐日期" Once - [Way Expected Present VotesFor Opinion];
    /// D03
    Activist 3 "确定为入党积极分子" "会议日期" Once Committee [Opinion];
    /// D03
    ActivistFiling 4 "上级党委备案" "备案日期" Once - [SentOn AnsweredBy];
    /// D04; who they are stands beside it
    MentorsNamed 5 "指定培养联系人" "指定日期" Once Committee [];
    /// D05
    Review 6 "半年考察" "考察日期" Again -
        [MentorOpinion GroupOpinion BranchOpinion MentorSigned SecretarySigned];
    MentorTalk 6 "培养谈话" "谈话日期" Again - [Talkers Place Content];
    ActivistTraining 6 "积极分子培训" "开始日期" Again - [EndsOn Organizer Days Hours Result];
    /// D08
    CandidateOpinions 7 "听取意见（座谈会）" "座谈日期" Once -
        [Place Host Attendees PersonPresent AllSpoke GroupOpinion MentorOpinion MembersOpinion MassesOpinion];
    /// D08
    CandidateMeeting 7 "讨论拟列为发展对象" "会议日期" Once Committee [Opinion];
    /// D08: filed (2014), agreed (2026)
    CandidateConsent 8 "上级党委备案（同意）" "答复日期" Once - [SentOn Answer AnsweredBy];
    /// D30, D41
    CandidateNotice 8 "发展对象公示" "公示开始日期" Again -
        [EndsOn NoticeAt Place Phone Contact Raised Settled SecretarySigned];
    /// D06, D08
    Candidate 8 "列为发展对象" "列为发展对象日期" Once - [];
    /// D09; who they are stands beside it
    SponsorsNamed 9 "确定入党介绍人" "确定日期" Once Committee [];
    /// D10, D41
    ReviewLetter 10 "政审函调" "发函日期" Again - [To Relation About AskedAt AnsweredOn Answered];
    /// D10
    PoliticalReview 10 "政治审查结论" "结论日期" Once -
        [Verdict Beliefs Conduct NetConduct FamilyReview Inquiry SecretarySigned Sealed];
    /// D11
    Training 11 "短期集中培训" "开始日期" Once -
        [EndsOn Organizer OrganizerKind Days Hours Held Result Certificate ExemptReason];
    /// D12
    CommitteeReview 12 "支委会审查" "会议日期" Once Committee [MembersOpinion MassesOpinion Opinion];
    /// D12, D13
    PreExamination 13 "上级党委预审" "书面答复日期" Once - [SentOn Answer AnsweredBy LeavesOn LeaveReason];
    /// D12
    ApplicationForm 14 "填写入党志愿书" "填写日期" Once - [HandedOutOn Serial];
    SponsorOpinion 14 "入党介绍人意见" "填写日期" Again - [SponsorName Opinion];
    /// D14 to D19, D37
    Admission 15 "支部大会讨论接收" "大会日期" Again General
        [Outcome Expected Present VotesFor VotesAgainst Abstained WrittenFor WrittenAgainst Ballot Issued Collected Invalid
         OwnReport ToExplain SponsorsSpoke CommitteeReported Discussed Performance SecretarySigned];
    /// D20
    SuperiorTalk 16 "上级党委派人谈话" "谈话日期" Once - [Talkers SuperiorPost Opinion TalkerSigned];
    /// D21, D34, D35
    Approval 17 "上级党委审批" "批复日期" Again -
        [Answer AnsweredBy ApproverKind ProbationFrom ProbationTo DelayReason GeneralBranchOn ToldOn AnnouncedOn];
    /// D21
    SuperiorFiling 18 "上级组织部门备案" "备案日期" Once - [];
    GroupAssignment 19 "编入党支部和党小组" "编入日期" Once - [Group];
    /// D33
    Oath 20 "入党宣誓" "宣誓日期" Once - [Place Leader Host];
    ProbationReview 21 "预备党员考察" "考察日期" Again -
        [SelfReview GroupOpinion SponsorOpinions BranchOpinion SecretarySigned];
    ConversionApplication 22 "提出转正申请" "申请书落款日期" Once - [];
    /// D38
    ConversionOpinions 23 "转正前听取意见" "日期" Once - [GroupOpinion MembersOpinion MassesOpinion];
    /// D38
    ConversionReview 23 "支委会审查（转正）" "会议日期" Once Committee [Opinion];
    /// D30
    ConversionNotice 23 "转正公示" "公示开始日期" Again - [EndsOn NoticeAt Place Phone Contact Raised Settled SecretarySigned];
    /// D24 to D26
    Conversion 23 "支部大会讨论转正" "大会日期" Again General
        [ConversionOutcome Months DelayReason Expected Present VotesFor VotesAgainst Abstained WrittenFor WrittenAgainst Ballot
         Issued Collected Invalid Performance SecretarySigned];
    /// D25, D27, D35
    ConversionApproval 24 "上级党委审批（转正）" "批复日期" Again -
        [Answer AnsweredBy ApproverKind FullFrom TalkedOn AnnouncedOn];
    /// D29
    Archive 25 "材料归档" "移交日期" Once - [Receiver ArchiveKind Pages HandedBy];
    /// D07, D28, D39
    Arrival 0 "转入接续" "转入日期" Again - [FromBranch ExaminedOn ExaminedBy MissingPapers Result];
    /// D07, D28
    Handover 0 "转出移交" "移交日期" Again - [ToBranch PapersHanded];
    Discipline 0 "违纪违法情况" "日期" Again - [Content Decision DecidedOn];
    /// For what is missing and cannot be found: nothing is dated back.
    Explanation 0 "情况说明" "说明日期" Again - [About Content SecretarySigned];
}

stored_as_text!(EntryKind);

impl EntryKind {
    /// The kind whose entry means that a step is done.
    pub fn of_step(step: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.step() == step && kind.is_the_step())
    }

    /// Whether its entry means that its step is done; others belong to a step and do not finish it.
    pub fn is_the_step(self) -> bool {
        self.step() > 0
            && !matches!(
                self,
                Self::Recommendation
                    | Self::MentorTalk
                    | Self::ActivistTraining
                    | Self::CandidateOpinions
                    | Self::CandidateNotice
                    | Self::Candidate
                    | Self::ReviewLetter
                    | Self::SponsorOpinion
                    | Self::ConversionOpinions
                    | Self::ConversionReview
                    | Self::ConversionNotice
            )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_has_the_one_kind_that_finishes_it_and_kinds_stand_in_the_order_of_steps() {
        for step in 1..=25 {
            let finishing = EntryKind::ALL.iter().filter(|kind| kind.step() == step && kind.is_the_step()).count();
            assert_eq!(finishing, 1, "{step}");
        }
        let steps: Vec<_> = EntryKind::ALL.iter().map(|kind| kind.step()).filter(|step| *step > 0).collect();
        assert!(steps.is_sorted());
        assert_eq!(EntryKind::of_step(0), None);
    }

    #[test]
    fn no_field_stands_twice_in_a_form() {
        for kind in EntryKind::ALL {
            let fields: std::collections::BTreeSet<_> = kind.fields().iter().collect();
            assert_eq!(fields.len(), kind.fields().len(), "{kind:?}");
        }
    }
}
