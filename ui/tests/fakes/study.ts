// Made-up study: a plan of three topics, four sessions, and what is lacking.

import type * as t from '@/ipc/types'
import { done, type Handlers } from './made'
import { members } from './roster'

const everybody = members.map((member) => member.id!)
const nameOf = (id: t.MemberId) => members.find((member) => member.id === id)!.name
const person = (member: t.MemberId): t.StudyPerson => ({ member, name: nameOf(member) })

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
  const kind: t.StudyKind = intensive ? 'course' : 'collective'
  const topic = id === 1 ? 1 : null
  const head = { id, kind, title, held_on, last_on: null, hours, place, lecturer, intensive, uncounted: false, content }
  return { ...head, topic, meeting: null, documents: [], participants, count, made_up: [], certificates: [] }
}

/** In turn what each of the members has. */
const HOURS: t.Hours[] = [0, 7.5, 15, 22.5, 30, 37.5, 45, 52.5]
const hoursOf = (index: number) => HOURS[index % HOURS.length]!
const requiredOf = (index: number) => (index === 30 ? null : index < 5 ? 56 : 32)

const studyYear = (): t.StudyYear => ({
  year: 2026,
  sessions,
  members: members.map((member, index) => ({
    member: member.id!,
    name: member.name,
    hours: hoursOf(index),
    required: requiredOf(index),
    intensive: index % 4 === 0,
  })),
  average: 21.4,
  reached: 18,
})

function view(id: t.StudySessionId): t.StudySessionView {
  const row = sessions.find((session) => session.id === id)!
  const there = [...row.participants, ...row.made_up.map(({ member }) => member)]
  const absent = everybody.filter((member) => !there.includes(member))
  return { ...row, present: there.map(person), absent: absent.map(person) }
}

const topics: t.StudyTopicRow[] = [
  topic(1, 11, '四中全会精神', [{ id: 1, held_on: '2026-11-10' }]),
  topic(2, 3, '党章', []),
  topic(3, 12, '年终小结', []),
]

function topic(id: t.StudyTopicId, month: number, title: string, learnt: t.StudyTopicSession[]): t.StudyTopicRow {
  const head = {
    id,
    year: 2026,
    month,
    title,
    kind: 'collective' as const,
    hours: 2,
    lecturer: '赵建国',
    material: '',
    documents: [],
  }
  return { ...head, sessions: learnt, is_late: learnt.length === 0 && month < 11 }
}

const plan = (): t.StudyPlan => ({
  year: 2026,
  topics: [...topics].sort((one, other) => one.month - other.month),
  hours: topics.reduce((sum, one) => sum + (one.hours ?? 0), 0),
})

const studyLacks = (): t.StudyLacks => ({
  year: 2026,
  members: members.map((member, index) => ({
    member: member.id!,
    name: member.name,
    hours: hoursOf(index),
    made_up: 0,
    required: requiredOf(index),
    lacking: Math.max(0, (requiredOf(index) ?? 0) - hoursOf(index)),
    due: '2026-12-31',
    left: false,
    topics: index < 40 ? [2] : [2, 1],
    course: index === 0 ? { is_first: true, due: '2027-01-31', taken_on: null, certificate: '' } : null,
  })),
  topics: [
    { ...topics[1]!, had: 0, members: everybody },
    { ...topics[0]!, had: 40, members: everybody.slice(40) },
  ].map(({ sessions: _, is_late: __, ...rest }) => rest),
})

const at = ({ session, member }: t.StudyPlace) => ({
  row: sessions.find(({ id }) => id === session)!,
  others: <One extends t.StudyPlace>(all: One[]) => all.filter((one) => one.member !== member),
})

export const handlers: Handlers = {
  study_year: studyYear,
  study_get: view,
  study_save: (request: t.StudySession) => {
    const row = { ...request, id: request.id ?? sessions.length + 1, count: 40, made_up: [], certificates: [] }
    const place = sessions.findIndex((session) => session.id === row.id)
    if (place >= 0) sessions[place] = row
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
  study_makeup_save: (makeup: t.StudyMakeup) => {
    const { row, others } = at(makeup)
    row.made_up = [...others(row.made_up), makeup]
    return done(view(makeup.session), ['study'], '登记补学')
  },
  study_makeup_delete: (place: t.StudyPlace) => {
    const { row, others } = at(place)
    row.made_up = others(row.made_up)
    return done(view(place.session), ['study'], '删除补学登记')
  },
  study_certificate_save: (certificate: t.StudyCertificate) => {
    const { row, others } = at(certificate)
    row.certificates = [...others(row.certificates), certificate]
    return done(view(certificate.session), ['study'], '登记结业证书')
  },
  study_certificate_delete: (place: t.StudyPlace) => {
    const { row, others } = at(place)
    row.certificates = others(row.certificates)
    return done(view(place.session), ['study'], '删除结业证书登记')
  },
  study_plan: plan,
  study_topic_save: (request: t.StudyTopic) => {
    const id = request.id ?? topics.length + 1
    const place = topics.findIndex((one) => one.id === id)
    const row = { ...request, id, sessions: topics[place]?.sessions ?? [], is_late: false }
    if (place >= 0) topics[place] = row
    else topics.push(row)
    return done(plan(), ['study'], '添加学习专题')
  },
  study_topic_delete: (id: number) => {
    topics.splice(
      topics.findIndex((one) => one.id === id),
      1,
    )
    return done(plan(), ['study'], '删除学习专题')
  },
  study_plan_copy: () => done(plan(), ['study'], '照搬上一年的学习计划'),
  study_lacks: studyLacks,
  study_export: (): t.Saved => ({ file_name: '2026年学时台账.xlsx', bytes: 9000, gaps: [] }),
}
