import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { isAbout, ROOMS } from '@/app/places'
import FollowUpSection from '@/features/meetings/FollowUpSection.vue'
import TasksPage from '@/features/tasks/TasksPage.vue'
import { meetingGet } from '@/ipc/commands'
import type { Room } from '@/ipc/types'
import { answerNext, calls, refuseNext } from '../fakeCall'
import { TODAY } from '../fakes/made'

const stubs = { 'router-link': { props: ['to'], template: '<a :href="to"><slot /></a>' } }
const last = (name: string) => calls.filter((call) => call.name === name).at(-1)?.request
const scroll = vi.fn()
Element.prototype.scrollIntoView = scroll
beforeEach(() => scroll.mockClear())

async function page(id: number | null = null) {
  const wrapper = mount(TasksPage, { props: { id }, attachTo: document.body, global: { stubs } })
  await flushPromises()
  return wrapper
}

async function press(wrapper: VueWrapper, text: string) {
  await wrapper
    .findAll('button')
    .find((button) => button.text() === text)!
    .trigger('click')
  await flushPromises()
}

async function write(wrapper: VueWrapper, text: string) {
  await press(wrapper, '登记落实情况')
  await wrapper.get('textarea').setValue(text)
  await wrapper.get('form').trigger('submit')
  await flushPromises()
}

const texts = (wrapper: VueWrapper) => wrapper.findAll('strong.task-text').map((text) => text.text())

describe('the page of tasks', () => {
  it('lists what is open, marks what is late and says who, by when and from which meeting', async () => {
    const wrapper = await page()
    expect(texts(wrapper)).toEqual(['购置学习书籍', '走访困难党员'])
    const late = wrapper.get('[data-task="11"]')
    expect(late.get('.tag').classes()).toContain('late')
    expect(late.text()).toContain('赵建国落实')
    expect(late.get('a').attributes('href')).toBe('/meetings/4')
    expect(late.findAll('ol .task-text').map((note) => note.text())).toEqual(['书单已报理事会', '理事会已同意'])
    expect(wrapper.get('[data-task="12"] .tag').classes()).not.toContain('late')
  })

  it('names the year of a day', async () => {
    const wrapper = await page()
    expect(wrapper.get('[data-task="12"]').text()).toContain('2027年1月15日以前')
  })

  it('lists what is closed too when asked', async () => {
    const wrapper = await page()
    await wrapper.get('input[type=checkbox]').setValue(true)
    await flushPromises()
    expect(texts(wrapper)).toContain('更新宣传栏')
  })

  it('goes to the task that a finding speaks of, and not again after a change', async () => {
    const wrapper = await page(12)
    expect(wrapper.get('.asked').text()).toContain('走访困难党员')
    expect(scroll.mock.contexts).toEqual([wrapper.get('[data-task="12"]').element])
    await write(wrapper, '书已订')
    expect(wrapper.text()).toContain('书已订')
    expect(scroll).toHaveBeenCalledTimes(1)
  })

  it('begins a note with today', async () => {
    await write(await page(), '书已到')
    const note = { resolution: 11, noted_on: TODAY, meeting: null, text: '书已到', done: false }
    expect(last('task_note_save')).toEqual(note)
  })

  it('says why a note was refused, and keeps what was written', async () => {
    const wrapper = await page()
    refuseNext('task_note_save', { fields: [{ field: 'noted_on', message: '日期不能晚于今天' }] })
    await write(wrapper, '写好的话')
    expect(wrapper.get('.faulty').text()).toContain('日期不能晚于今天')
    expect(wrapper.get('textarea').element.value).toBe('写好的话')
  })

  it('says why a note could not be deleted', async () => {
    const wrapper = await page()
    refuseNext('task_note_delete', { message: '找不到这条落实记录，可能已被删除' })
    await wrapper.get('[aria-label=删除这条落实记录]').trigger('click')
    await flushPromises()
    expect(last('task_note_delete')).toBe(1)
    expect(wrapper.get('[data-test=problem]').text()).toContain('找不到这条落实记录')
  })

  it('says where tasks come from when there is none', async () => {
    answerNext('task_list', [])
    const wrapper = await page()
    expect(wrapper.get('[data-test=empty]').text()).toContain('会议决议里写了谁落实或者什么时候以前的')
  })

  it('counts beside 组织生活 in the sidebar', () => {
    const meetings = ROOMS.find(({ path }) => path === '/meetings')
    const counted = (room: Room) => meetings && isAbout(room, meetings)
    expect([counted('tasks'), counted('talks'), counted('roster')]).toEqual([true, true, false])
  })
})

describe('following up at a meeting', () => {
  const section = async () => {
    const meeting = await meetingGet(2)
    const wrapper = mount(FollowUpSection, { props: { meeting }, attachTo: document.body, global: { stubs } })
    await flushPromises()
    return wrapper
  }

  it('notes at this meeting, on its day', async () => {
    const wrapper = await section()
    expect(last('task_list')).toEqual({ closed: false, at: 2 })
    await write(wrapper, '会上通报')
    expect(last('task_note_save')).toMatchObject({ noted_on: '2026-11-04', meeting: 2, text: '会上通报' })
  })

  it('says that nothing is open only when nothing is', async () => {
    answerNext('task_list', [])
    expect((await section()).text()).toContain('以前的决议没有待办的')
    refuseNext('task_list', { message: '读不出来' })
    const refused = await section()
    expect(refused.text()).toContain('读不出来')
    expect(refused.text()).not.toContain('没有待办的')
  })
})
