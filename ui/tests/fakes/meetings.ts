// Made-up meetings, for the pages of meetings. Nothing is counted here: the numbers and sentences are what the core answers
// for the meeting before anybody is ticked, and for the one that was held.

import type * as t from '@/ipc/types'
import { MEETING_KIND } from '@/ipc/words'
import { done, finding, type Handlers, needed } from './made'
import { members } from './roster'

/** Forty-six members, two of them on probation; of one it is not required to come. */
const PLANNED: Pick<t.MeetingView, 'tally' | 'needs'> = {
  tally: {
    expected: 45,
    present: 0,
    late: 0,
    on_leave: 0,
    absent: 0,
    not_required: 1,
    unrecorded: 45,
    voting_expected: 44,
    voting_present: 0,
  },
  needs: [
    {
      motion: 'ordinary',
      present_needed: 22,
      votes_needed: 23,
      may_start: false,
      sentence: '须有 22 名以上有表决权的党员到会（现 0 名，还差 22 名，不能表决）；须有 23 票赞成方可通过',
    },
    {
      motion: 'admission',
      present_needed: 23,
      votes_needed: 23,
      may_start: false,
      sentence: '须有 23 名以上有表决权的党员到会（现 0 名，还差 23 名，不能表决）；须有 23 票赞成方可通过',
    },
    {
      motion: 'conversion',
      present_needed: 23,
      votes_needed: 23,
      may_start: false,
      sentence: '须有 23 名以上有表决权的党员到会（现 0 名，还差 23 名，不能表决）；须有 23 票赞成方可通过',
    },
    {
      motion: 'election',
      present_needed: 36,
      votes_needed: 1,
      may_start: false,
      sentence: '须有 36 名以上有表决权的党员到会（现 0 名，还差 36 名，不能表决）；须有 1 票赞成方可当选',
    },
  ],
}

/** The same when two of them, who both vote, stayed away. */
const HELD: typeof PLANNED = {
  tally: {
    expected: 46,
    present: 44,
    late: 0,
    on_leave: 1,
    absent: 1,
    not_required: 0,
    unrecorded: 0,
    voting_expected: 44,
    voting_present: 42,
  },
  needs: [
    {
      motion: 'ordinary',
      present_needed: 22,
      votes_needed: 23,
      may_start: true,
      sentence: '须有 22 名以上有表决权的党员到会（现 42 名，可以开会）；须有 23 票赞成方可通过',
    },
    {
      motion: 'admission',
      present_needed: 23,
      votes_needed: 23,
      may_start: true,
      sentence: '须有 23 名以上有表决权的党员到会（现 42 名，可以开会）；须有 23 票赞成方可通过',
    },
    {
      motion: 'conversion',
      present_needed: 23,
      votes_needed: 23,
      may_start: true,
      sentence: '须有 23 名以上有表决权的党员到会（现 42 名，可以开会）；须有 23 票赞成方可通过',
    },
    {
      motion: 'election',
      present_needed: 36,
      votes_needed: 22,
      may_start: true,
      sentence: '须有 36 名以上有表决权的党员到会（现 42 名，可以开会）；须有 22 票赞成方可当选',
    },
  ],
}

/** A vote at the meeting that was held. */
const VOTE = {
  votes_for: 40,
  votes_against: 0,
  abstained: 2,
  written_for: 0,
  written_against: 0,
  voting_expected: 44,
  voting_present: 42,
  passed: true,
  announcement:
    '应到会有表决权的党员 44 名，实到 42 名。表决结果：赞成 40 票，不赞成 0 票，弃权 2 票。赞成票超过应到会有表决权党员的半数，予以通过。',
} satisfies Partial<t.VoteView>

/** A meeting of all `members`. */
function meetingOf(
  members: t.MemberRecord[],
  id: number,
  kind: t.MeetingKind,
  day: string,
  held: boolean,
): t.MeetingView {
  const attendance: t.AttendanceRow[] = members.map((member, index) => ({
    member: member.id!,
    name: member.name,
    kind: member.kind,
    party_group: member.party_group,
    voting: member.kind === 'full',
    attendance_not_required: member.attendance_not_required,
    status: held
      ? index === 12
        ? 'on_leave'
        : index === 19
          ? 'absent'
          : 'present'
      : member.attendance_not_required
        ? 'not_required'
        : null,
    reason: held && index === 12 ? '出差' : null,
    late: false,
    exclusion: null,
  }))
  return {
    head: {
      id,
      kinds: id === 3 ? [kind, 'lecture'] : [kind],
      title: id === 1 ? '十一月支部党员大会' : `${MEETING_KIND[kind]}`,
      planned_at: `${day}T14:30:00`,
      started_at: held ? `${day}T14:30:00` : null,
      ended_at: held ? `${day}T16:00:00` : null,
      place: '协会三楼会议室',
      chair: '赵建国',
      recorder: '钱伟',
      party_group: null,
      observers: id === 1 ? ['入党积极分子 林某某'] : [],
      lecturer: '',
      lecture_topic: '',
      lecture_hours: null,
      activity: '',
    },
    state: held ? 'held' : 'planned',
    cancel_reason: null,
    agenda: [
      {
        title: '通报前三季度支部工作',
        content: held ? '书记赵建国通报了前三季度组织生活、发展党员和党费交纳情况。' : '',
        points: [],
      },
      { title: '讨论接收林某某为预备党员', content: '', points: [] },
    ],
    attendance,
    order: 'pinyin',
    drift: null,
    frozen: held,
    ...structuredClone(held ? HELD : PLANNED),
    votes: [],
    resolutions: held ? [{ id: 1, text: '同意前三季度工作报告。', responsible: '赵建国', due: '2026-12-20' }] : [],
    examinations: [],
    reported: null,
    findings: held ? [finding('B09', 'notice', '本季度的支部党员大会已召开', 'meetings', id)] : [],
  }
}

const meetingRow = (meeting: t.MeetingView): t.MeetingRow => ({
  id: meeting.head.id!,
  kinds: meeting.head.kinds,
  title: meeting.head.title,
  at: meeting.head.started_at ?? meeting.head.planned_at,
  place: meeting.head.place,
  party_group: meeting.head.party_group,
  state: meeting.state,
  tally: meeting.frozen ? meeting.tally : null,
  has_record: meeting.frozen,
})

const meetings = new Map<number, t.MeetingView>(
  [
    meetingOf(members, 1, 'general', '2026-11-25', false),
    meetingOf(members, 2, 'committee', '2026-11-04', true),
    meetingOf(members, 3, 'theme_day', '2026-10-21', true),
    meetingOf(members, 4, 'general', '2026-10-14', true),
    meetingOf(members, 5, 'group', '2026-09-16', true),
  ].map((meeting) => [meeting.head.id!, meeting]),
)

function changeMeeting(id: number, change: (meeting: t.MeetingView) => void, label: string) {
  const meeting = needed(meetings, id)
  change(meeting)
  return done(meeting, ['meetings'], label)
}

export const handlers: Handlers = {
  meeting_list: ({ kind, search }: t.MeetingQuery) =>
    [...meetings.values()]
      .filter((meeting) => (!kind || meeting.head.kinds.includes(kind)) && meeting.head.title.includes(search))
      .map(meetingRow),
  meeting_get: (id: number) => needed(meetings, id),
  meeting_save: (request: t.MeetingHead) => {
    if (request.id !== null)
      return changeMeeting(request.id, (meeting) => Object.assign(meeting.head, request), '修改会议')
    const meeting = meetingOf(members, meetings.size + 1, request.kinds[0]!, request.planned_at.slice(0, 10), false)
    Object.assign(meeting.head, request, {
      id: meetings.size + 1,
      title: request.title || MEETING_KIND[request.kinds[0]!],
    })
    meeting.agenda = []
    meetings.set(meeting.head.id!, meeting)
    return done(meeting, ['meetings'], '新建会议')
  },
  meeting_cancel: ({ id, reason }: t.MeetingCancelRequest) =>
    changeMeeting(id, (meeting) => Object.assign(meeting, { state: 'cancelled', cancel_reason: reason }), '取消会议'),
  meeting_delete: (id: number) => {
    meetings.delete(id)
    return done(null, ['meetings'], '删除会议')
  },
  attendance_save: ({ id, entries }: t.AttendanceRequest) =>
    changeMeeting(
      id,
      (meeting) => {
        for (const entry of entries)
          Object.assign(meeting.attendance.find((row) => row.member === entry.member)!, entry)
        Object.assign(meeting, { frozen: true, state: 'held', ...structuredClone(HELD) })
      },
      '登记到会',
    ),
  meeting_template_list: (): t.MeetingTemplate[] => [],
  attachment_list: (): t.AttachmentRow[] => [],
  meeting_record_save: ({ id, agenda, resolutions }: t.MeetingRecordRequest) =>
    changeMeeting(id, (meeting) => Object.assign(meeting, { agenda, resolutions }), '修改会议记录'),
  vote_save: (request: t.Vote) =>
    changeMeeting(
      request.meeting,
      (meeting) => {
        const vote: t.VoteView = { ...request, ...VOTE, id: request.id ?? meeting.votes.length + 1 }
        meeting.votes = [...meeting.votes.filter((old) => old.id !== vote.id), vote]
      },
      '登记表决',
    ),
  vote_delete: ({ meeting: id, id: vote }: t.VoteRef) =>
    changeMeeting(
      id,
      (meeting) => {
        meeting.votes = meeting.votes.filter((old) => old.id !== vote)
      },
      '删除表决',
    ),
}
