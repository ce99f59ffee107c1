// Made-up sessions of study.

import type * as t from '@/ipc/types'
import { done, type Handlers } from './made'
import { members } from './roster'

const sessions: t.StudySessionRow[] = ['二十届四中全会精神专题学习', '党章党规集中学习', '警示教育专题片'].map(
  (title, index) => ({
    id: index + 1,
    title,
    held_on: `2026-1${1 - Math.min(1, index)}-1${index}`,
    hours: [2, 3.5, 2][index]!,
    place: '协会三楼会议室',
    lecturer: '赵建国',
    intensive: index === 1,
    content: '',
    participants: members.slice(0, 40 - index * 3).map((member) => member.id!),
    count: 40 - index * 3,
  }),
)

const studyYear = (): t.StudyYear => ({
  year: 2026,
  sessions,
  members: members.map((member, index) => ({
    member: member.id!,
    name: member.name,
    hours: (index * 7.5) % 60,
    required: index === 30 ? null : index < 5 ? 56 : 32,
    intensive: index % 4 === 0,
  })),
  average: 21.4,
  reached: 18,
})

export const studyHandlers: Handlers = {
  study_year: studyYear,
  study_get: (id) => sessions.find((session) => session.id === id)!,
  study_save: (request: t.StudySessionRequest) => {
    const row = { ...request, id: request.id ?? sessions.length + 1, count: request.participants.length }
    const at = sessions.findIndex((session) => session.id === row.id)
    if (at >= 0) sessions[at] = row
    else sessions.unshift(row)
    return done(row, ['study'], '登记学习')
  },
  study_delete: (id: number) => {
    sessions.splice(
      sessions.findIndex((session) => session.id === id),
      1,
    )
    return done(null, ['study'], '删除学习')
  },
}
