import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import StudyPage from '@/features/study/StudyPage.vue'
import { meetingGet, studyGet, studyLacks, studyYear } from '@/ipc/commands'
import { answerNext, calls, refuseNext } from '../fakeCall'
import { everything, last, openPage, press, submit } from '../hand'

type Page = Awaited<ReturnType<typeof openPage>>

const field = (wrapper: Page, name: string) => wrapper.get<HTMLInputElement>(`[data-field=${name}] input`)
const titles = (wrapper: Page) => wrapper.findAll('.study-session .link-button').map((title) => title.text())

/** A lecture of this day and name was held, with three who came. */
async function lecture(title: string, day: string) {
  const meeting = await meetingGet(1)
  const came = meeting.attendance.slice(0, 3)
  meeting.head.kinds = ['lecture']
  meeting.head.lecture_topic = title
  meeting.head.lecture_hours = 1.5
  meeting.head.started_at = `${day}T14:30:00`
  meeting.attendance = meeting.attendance.map((row) => ({ ...row, status: came.includes(row) ? 'present' : 'absent' }))
  answerNext('meeting_get', meeting)
  return came.map(({ member }) => member)
}

beforeEach(() => {
  calls.length = 0
})

describe('the page of study', () => {
  it('lists the sessions of this year, and how many have their hours', async () => {
    const wrapper = await openPage(StudyPage)
    expect(last('study_year')).toEqual({ year: 2026 })
    const { sessions, members, average, reached } = await studyYear({ year: 2026 })
    expect(titles(wrapper)).toEqual(sessions.map(({ title }) => title))
    const asked = members.filter(({ required }) => required !== null).length
    expect(wrapper.text()).toContain(`人均 ${average} 学时 · 达标 ${reached} / ${asked} 人`)
  })

  it('turns to the year before', async () => {
    const wrapper = await openPage(StudyPage)
    await press(wrapper, '上一年')
    expect(last('study_year')).toEqual({ year: 2025 })
  })

  it('says how to begin where nothing was entered', async () => {
    answerNext('study_year', { ...(await studyYear({ year: 2026 })), sessions: [], members: [] })
    const wrapper = await openPage(StudyPage)
    expect(wrapper.get('[data-test=sessions]').text()).toContain('这一年还没有学习记录')
  })

  it('takes a session with half an hour', async () => {
    const wrapper = await openPage(StudyPage, '/?new=1')
    await field(wrapper, 'title').setValue('支委会前的学习')
    wrapper.findAllComponents({ name: 'DateField' })[0]!.vm.$emit('update:modelValue', '2026-11-20')
    await field(wrapper, 'hours').setValue('2.5')
    await field(wrapper, 'hours').trigger('change')
    await submit(wrapper)
    const session = { id: null, kind: 'collective', title: '支委会前的学习', hours: 2.5, participants: [] }
    expect(last('study_save')).toMatchObject({ held_on: '2026-11-20', last_on: null, topic: null, meeting: null })
    expect(last('study_save')).toMatchObject(session)
    expect(wrapper.find('form').exists()).toBe(false)
    expect(titles(wrapper)).toContain('支委会前的学习')
  })

  it('says at its field why a session was refused, and keeps what was typed', async () => {
    const wrapper = await openPage(StudyPage, '/?new=1')
    await field(wrapper, 'title').setValue('写好的主题')
    refuseNext('study_save', { fields: [{ field: 'held_on', message: '请填写日期' }] })
    await submit(wrapper)
    expect(wrapper.get('.faulty').text()).toContain('请填写日期')
    expect(field(wrapper, 'title').element.value).toBe('写好的主题')
  })

  it('opens a session as it was entered, and takes it out', async () => {
    const wrapper = await openPage(StudyPage)
    const { sessions } = await studyYear({ year: 2026 })
    const session = sessions.find(({ title }) => title === '警示教育专题片')!
    await press(wrapper, session.title)
    const { count, made_up: _, certificates: __, ...entered } = session
    await submit(wrapper, '学习记录')
    expect(last('study_save')).toEqual(entered)
    expect(count).toBe(entered.participants.length)
    await press(wrapper, session.title)
    await press(wrapper, '删除')
    expect(last('study_delete')).toBe(session.id)
    expect(titles(wrapper)).not.toContain(session.title)
  })
})

describe('a lecture that was held', () => {
  it('is proposed as a session with whoever came, and stored only when that is saved', async () => {
    const came = await lecture('学习党章', '2026-09-18')
    const wrapper = await openPage(StudyPage, '/?lecture=1')
    expect(last('study_save')).toBeUndefined()
    expect(wrapper.find('.note.due').exists()).toBe(false)
    await submit(wrapper)
    const head = { id: null, kind: 'lecture', meeting: 1, title: '学习党章', held_on: '2026-09-18' }
    const session = { ...head, hours: 1.5, participants: came }
    expect(last('study_save')).toMatchObject(session)
    await flushPromises()
    expect(wrapper.router.currentRoute.value.fullPath).toBe('/')
  })

  it('shows the year in which it was', async () => {
    await lecture('去年的党课', '2025-12-30')
    await openPage(StudyPage, '/?lecture=1')
    expect(last('study_year')).toEqual({ year: 2025 })
  })

  it('is said to be entered already where it is, for its hours would count twice', async () => {
    const { sessions } = await studyYear({ year: 2026 })
    const { title, held_on } = sessions.find(({ id }) => id === 1)!
    answerNext('study_year', { ...(await studyYear({ year: 2026 })), sessions: sessions.filter(({ id }) => id === 1) })
    await lecture(title, held_on)
    const wrapper = await openPage(StudyPage, '/?lecture=1')
    expect(wrapper.get('.note.due').text()).toContain('学时会重复计算')
  })
})

describe('a meeting whose hours were recorded', () => {
  it('opens the session that is there instead of proposing another', async () => {
    const year = await studyYear({ year: 2026 })
    await lecture('学习党章', '2026-09-18')
    answerNext('study_year', { ...year, sessions: [{ ...year.sessions[1]!, meeting: 1 }] })
    const wrapper = await openPage(StudyPage, '/?lecture=1')
    expect(wrapper.get('[data-test=side-panel]').attributes('aria-label')).toBe(year.sessions[1]!.title)
  })
})

describe('the hours of a session', () => {
  it('are taken from the table of hours, for each of its days', async () => {
    const wrapper = await openPage(StudyPage, '/?new=1')
    const [from, to] = wrapper.findAllComponents({ name: 'DateField' })
    from!.vm.$emit('update:modelValue', '2026-11-18')
    to!.vm.$emit('update:modelValue', '2026-11-20')
    await flushPromises()
    await press(wrapper, '按学时表：一天 × 3 天 24')
    await submit(wrapper)
    expect(last('study_save')).toMatchObject({ held_on: '2026-11-18', last_on: '2026-11-20', hours: 24 })
  })
})

describe('what is learnt alone', () => {
  it('does not count unless its tick is taken away', async () => {
    const wrapper = await openPage(StudyPage, '/?new=1')
    wrapper.findComponent({ name: 'ElSelect' }).vm.$emit('update:modelValue', 'self_study')
    wrapper.findComponent({ name: 'ElSelect' }).vm.$emit('change', 'self_study')
    await submit(wrapper)
    expect(last('study_save')).toMatchObject({ kind: 'self_study', uncounted: true })
  })
})

describe('a topic of the plan', () => {
  it('is proposed as a session of today, and as a makeup for those who lack it', async () => {
    const wrapper = await openPage(StudyPage, '/?topic=1&makeup=1')
    await submit(wrapper)
    const { members } = (await studyLacks({ year: 2026 })).topics.find(({ id }) => id === 1)!
    const session = { title: '四中全会精神（补学）', topic: 1, hours: 2, lecturer: '赵建国', participants: members }
    expect(last('study_save')).toMatchObject(session)
    await openPage(StudyPage, '/?topic=1')
    await submit(everything, '学习记录')
    expect(last('study_save')).toMatchObject({ title: '四中全会精神', participants: [] })
  })
})

describe('those who were absent', () => {
  it('are named, make it up with day, material and proof, and can be taken back', async () => {
    const wrapper = await openPage(StudyPage)
    await press(wrapper, '二十届四中全会精神专题学习')
    const person = (await studyGet(1)).absent[0]!
    await press(wrapper, `补学：${person.name}`)
    const form = everything.get('[data-test=makeup-form]')
    await form.get('[data-field=proof] input').setValue('学习笔记')
    await submit(everything, '补学')
    const makeup = { session: 1, member: person.member, material: '二十届四中全会精神专题学习', proof: '学习笔记' }
    expect(last('study_makeup_save')).toMatchObject(makeup)
    expect(wrapper.get('[data-test=made-up]').text()).toContain('已补')
    await press(wrapper, `删除${person.name}的补学`)
    expect(last('study_makeup_delete')).toEqual({ session: 1, member: person.member })
    expect(wrapper.find('[data-test=made-up]').exists()).toBe(false)
  })

  it('are told at the field why a makeup was refused', async () => {
    const wrapper = await openPage(StudyPage)
    await press(wrapper, '二十届四中全会精神专题学习')
    await press(wrapper, `补学：${(await studyGet(1)).absent[0]!.name}`)
    refuseNext('study_makeup_save', { fields: [{ field: 'made_up_on', message: '补学日期不能晚于今天' }] })
    await submit(everything, '补学')
    expect(everything.get('[data-test=makeup-form] .faulty').text()).toContain('补学日期不能晚于今天')
  })
})

describe('certificates', () => {
  it('are entered for those who took a course', async () => {
    const wrapper = await openPage(StudyPage)
    await press(wrapper, '党章党规集中学习')
    const person = (await studyGet(2)).present[0]!
    await press(wrapper, `登记证书：${person.name}`)
    await everything.get('[data-test=certificate-form] [data-field=number] input').setValue('证〔2026〕1号')
    await submit(everything, '结业证书')
    expect(last('study_certificate_save')).toMatchObject({ session: 2, member: person.member, number: '证〔2026〕1号' })
    expect(wrapper.get('[data-test=certificates]').text()).toContain('证〔2026〕1号')
    await press(wrapper, `删除${person.name}的证书`)
    expect(last('study_certificate_delete')).toEqual({ session: 2, member: person.member })
  })
})
