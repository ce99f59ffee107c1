// Made-up sessions of study.

import type * as t from '@/ipc/types'
import { done, type Handlers } from './made'
import { members } from './roster'

const everybody = members.map((member) => member.id!)
const sessions: t.StudySessionRow[] = [
  session(1, '二十届四中全会精神专题学习', '2026-11-10', 2, everybody.slice(0, 40), 40),
  session(2, '党章党规集中学习', '2026-10-11', 3.5, everybody.slice(0, 37), 37),
  session(3, '警示教育专题片', '2026-10-12', 2, everybody.slice(0, 34), 34),
]

function session(
  id: t.StudySessionId,
  title: string,
  held_on: string,
  hours: t.Hours,
  participants: t.MemberId[],
  count: number,
): t.StudySessionRow {
  const [place, lecturer, intensive, content] = ['协会三楼会议室', '赵建国', id === 2, '']
  return { id, title, held_on, hours, place, lecturer, intensive, content, participants, count }
}

/** In turn what each of the members has. */
const HOURS: t.Hours[] = [0, 7.5, 15, 22.5, 30, 37.5, 45, 52.5]

const studyYear = (): t.StudyYear => ({
  year: 2026,
  sessions,
  members: members.map((member, index) => ({
    member: member.id!,
    name: member.name,
    hours: HOURS[index % HOURS.length]!,
    required: index === 30 ? null : index < 5 ? 56 : 32,
    intensive: index % 4 === 0,
  })),
  average: 21.4,
  reached: 18,
})

export const handlers: Handlers = {
  study_year: studyYear,
  study_get: (id) => sessions.find((session) => session.id === id)!,
  study_save: (request: t.StudySession) => {
    const row = { ...request, id: request.id ?? sessions.length + 1, count: 40 }
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
