// Bound quarters and resolutions for the fake core.

import type * as t from '@/ipc/types'
import { done, type Handlers } from './made'

const notice = (meeting: t.MeetingId): t.MeetingNoticeRequest => ({
  meeting,
  addressee: '',
  wishes: '',
  issued_on: null,
})

export const handlers: Handlers = {
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
    done({ notice: request, expected: '全体党员' }, ['meetings'], '填写会议通知'),
  vote_resolution_get: ({ meeting, id }: t.VoteRef): t.VoteResolutionView => ({
    resolution: { meeting, vote: id, person: '', merits: '', faults: '', conclusion: '' },
    people: ['江一帆'],
  }),
  vote_resolution_save: (request: t.VoteResolutionRequest) =>
    done({ resolution: request, people: ['江一帆'] }, ['meetings'], '填写支部大会决议'),
}
