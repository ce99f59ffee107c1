// Attendance over a period, notices and resolutions for the fake core.

import type * as t from '@/ipc/types'

const MARKS = ['✓✓✓', '假缺缺', '✓迟—']

const row = (name: string, index: number): t.RangeRow => ({
  member: index + 1,
  attendance: {
    name,
    kind: '正式',
    expected: 3,
    present: index === 1 ? 0 : 3,
    on_leave: index === 1 ? 1 : 0,
    absent: index === 1 ? 2 : 0,
    missed_three: index === 1,
  },
  rate: index === 1 ? 0 : 100,
  marks: MARKS[index] ?? '',
  reasons: index === 1 ? [{ on: '2026-10-08', reason: '因公出差' }] : [],
  away_since: index === 1 ? '2026-05-20' : null,
  away_months: index === 1 ? 6 : 0,
  away_too_long: index === 1,
  former: index === 2,
})

/** Three members at three meetings. */
export const attendanceOf = (query: t.AttendanceRangeQuery): t.AttendanceRange => ({
  query,
  as_of: query.to,
  meetings: ['2026-10-08', '2026-10-20', '2026-11-05'].map((day, index) => ({
    id: index + 1,
    at: `${day}T14:30:00`,
    title: '主题党日',
    kinds: '主题党日',
    expected: 3,
    present: 2,
  })),
  rows: ['丁一', '王二', '张三'].map(row),
  months: [
    { month: '2026-10', expected: 6, present: 4, on_leave: 1, absent: 1, rate: 67 },
    { month: '2026-11', expected: 3, present: 2, on_leave: 1, absent: 0, rate: 67 },
  ],
  legend: '✓ 到会　迟 迟到　假 请假　缺 缺席　不 不作硬性要求　？ 未登记　— 不在应到之列',
})

const done = <T>(value: T, undo: string): t.Done<T> => ({ value, changes: ['meetings'], undo })
const notice = (meeting: t.MeetingId): t.MeetingNoticeRequest => ({
  meeting,
  addressee: '',
  wishes: '',
  issued_on: null,
})

export const meetingPaperHandlers = {
  attendance_range: attendanceOf,
  attendance_export: (): t.Saved => ({ file_name: '到会统计.xlsx', bytes: 9000, gaps: [] }),
  bound_quarter_get: (quarter: t.Quarter): t.BoundQuarterView => ({
    quarter,
    held: 2,
    photos: 3,
    scans: 0,
    secretary: '赵建国',
    missing: [
      { meeting: 1, part: 'attendance', message: '9月12日“党课”没有到会记录，只列在计划表里' },
      { meeting: 2, part: 'scans', message: '9月20日“主题党日”没有签到表扫描件' },
    ],
  }),
  meeting_notice_get: (meeting: t.MeetingId): t.MeetingNoticeView => ({
    notice: notice(meeting),
    expected: '全体党员',
  }),
  meeting_notice_save: (request: t.MeetingNoticeRequest) =>
    done({ notice: request, expected: '全体党员' }, '填写会议通知'),
  vote_resolution_get: ({ meeting, id }: t.VoteRef): t.VoteResolutionView => ({
    resolution: { meeting, vote: id, person: '', merits: '', faults: '', conclusion: '' },
    people: ['江一帆'],
  }),
  vote_resolution_save: (request: t.VoteResolutionRequest) =>
    done({ resolution: request, people: ['江一帆'] }, '填写支部大会决议'),
}
