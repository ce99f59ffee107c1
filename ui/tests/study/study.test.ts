import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import StudyPage from '@/features/study/StudyPage.vue'
import { meetingGet, studyYear } from '@/ipc/commands'
import { answerNext, calls, refuseNext } from '../fakeCall'
import { last, openPage, press, submit } from '../hand'

type Page = Awaited<ReturnType<typeof openPage>>

const field = (wrapper: Page, name: string) => wrapper.get<HTMLInputElement>(`[data-field=${name}] input`)
const titles = (wrapper: Page) => wrapper.findAll('.study-session .link-button').map((title) => title.text())

/** A lecture of this day and name was held, with three who came. */
async function lecture(title: string, day: string) {
  const meeting = await meetingGet(1)
  const came = meeting.attendance.slice(0, 3)
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
  it('lists the sessions of this year, and who has how many hours of how many', async () => {
    const wrapper = await openPage(StudyPage)
    expect(last('study_year')).toEqual({ year: 2026 })
    const { sessions, members, average, reached } = await studyYear({ year: 2026 })
    expect(titles(wrapper)).toEqual(sessions.map(({ title }) => title))
    const asked = members.filter(({ required }) => required !== null).length
    expect(wrapper.text()).toContain(`人均 ${average} 学时 · 达标 ${reached} / ${asked} 人`)
    const hours = wrapper.get('[data-test=hours]')
    expect(hours.text()).toContain('7.5 / 56')
    expect(hours.text()).toContain('不作要求')
  })

  it('turns to the year before', async () => {
    const wrapper = await openPage(StudyPage)
    await press(wrapper, '上一年')
    expect(last('study_year')).toEqual({ year: 2025 })
  })

  it('says how to begin where nothing was entered, and where nobody is in the roster', async () => {
    answerNext('study_year', { ...(await studyYear({ year: 2026 })), sessions: [], members: [] })
    const wrapper = await openPage(StudyPage)
    expect(wrapper.get('[data-test=sessions]').text()).toContain('这一年还没有学习记录')
    expect(wrapper.get('[data-test=hours] a').attributes('href')).toBe('/roster/import')
  })

  it('takes a session with half an hour', async () => {
    const wrapper = await openPage(StudyPage, '/?new=1')
    await field(wrapper, 'title').setValue('支委会前的学习')
    wrapper.getComponent({ name: 'DateField' }).vm.$emit('update:modelValue', '2026-11-20')
    await field(wrapper, 'hours').setValue('2.5')
    await field(wrapper, 'hours').trigger('change')
    await submit(wrapper)
    const session = { id: null, title: '支委会前的学习', held_on: '2026-11-20', hours: 2.5, participants: [] }
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
    const { count, ...entered } = session
    await submit(wrapper)
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
    const session = { id: null, title: '学习党章', held_on: '2026-09-18', hours: 1.5, participants: came }
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
    const { title, held_on } = (await studyYear({ year: 2026 })).sessions[0]!
    await lecture(title, held_on)
    const wrapper = await openPage(StudyPage, '/?lecture=1')
    expect(wrapper.get('.note.due').text()).toContain('学时会重复计算')
  })
})
