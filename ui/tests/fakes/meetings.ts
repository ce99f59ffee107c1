// Made-up meetings, for the pages of meetings. What counts is the core's to say; this only keeps the numbers in step.

import type * as t from '@/ipc/types'
import { MEETING_KIND } from '@/ipc/words'
import { done, finding, type Handlers, needed } from './made'
import { members } from './roster'

function tallyOf(rows: t.AttendanceRow[]): t.AttendanceTally {
  const of = (state: t.AttendanceStatus | null) => rows.filter((row) => row.status === state).length
  return {
    expected: rows.length - of('not_required'),
    present: of('present'),
    late: rows.filter((row) => row.late).length,
    on_leave: of('on_leave'),
    absent: of('absent'),
    not_required: of('not_required'),
    unrecorded: of(null),
    voting_expected: rows.filter((row) => row.voting).length,
    voting_present: rows.filter((row) => row.voting && row.status === 'present').length,
  }
}

/** A meeting of all `members`. */
function meetingOf(
  members: t.MemberRequest[],
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
  const view: t.MeetingView = {
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
    tally: tallyOf(attendance),
    needs: [],
    votes: [],
    resolutions: held ? [{ id: 1, text: '同意前三季度工作报告。', responsible: '赵建国', due: '2026-12-20' }] : [],
    examinations: [],
    reported: null,
    findings: held ? [finding('B09', 'notice', '本季度的支部党员大会已召开', 'meetings', id)] : [],
  }
  view.needs = needsOf(view.tally)
  return view
}

function needsOf(tally: t.AttendanceTally): t.VoteNeeds[] {
  const half = Math.floor(tally.voting_expected / 2) + 1
  return (['ordinary', 'admission', 'conversion', 'election'] as const).map((motion) => ({
    motion,
    present_needed: half,
    votes_needed: half,
    may_start: tally.voting_present >= half,
    sentence: `须有 ${half} 名以上有表决权的党员到会(现 ${tally.voting_present} 名,${tally.voting_present >= half ? '可以开会' : '不能表决'});须有 ${half} 票赞成方可通过`,
  }))
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
  has_record: meeting.agenda.some((item) => item.content) || meeting.resolutions.length > 0,
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
  meeting.tally = tallyOf(meeting.attendance)
  meeting.needs = needsOf(meeting.tally)
  return done(meeting, ['meetings'], label)
}

export const meetingHandlers: Handlers = {
  meeting_list: ({ kind, search }: t.MeetingQuery) =>
    [...meetings.values()]
      .filter((meeting) => (!kind || meeting.head.kinds.includes(kind)) && meeting.head.title.includes(search))
      .map(meetingRow),
  meeting_get: (id: number) => needed(meetings, id),
  meeting_save: (request: t.MeetingRequest) => {
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
        Object.assign(meeting, { frozen: true, state: 'held' })
      },
      '登记到会',
    ),
  meeting_template_list: (): t.MeetingTemplate[] => [],
  attachment_list: (): t.MeetingAttachment[] => [],
  meeting_record_save: ({ id, agenda, resolutions }: t.MeetingRecordRequest) =>
    changeMeeting(id, (meeting) => Object.assign(meeting, { agenda, resolutions }), '修改会议记录'),
  vote_save: (request: t.VoteRequest) =>
    changeMeeting(
      request.meeting,
      (meeting) => {
        const vote: t.VoteView = {
          ...request,
          id: request.id ?? meeting.votes.length + 1,
          voting_expected: meeting.tally.voting_expected,
          voting_present: meeting.tally.voting_present,
          passed: request.votes_for * 2 > meeting.tally.voting_expected,
          announcement: `应到会有表决权的党员 ${meeting.tally.voting_expected} 名,实到 ${meeting.tally.voting_present} 名。表决结果:赞成 ${request.votes_for} 票,不赞成 ${request.votes_against} 票,弃权 ${request.abstained} 票。赞成票超过应到会有表决权党员的半数,予以通过。`,
        }
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
