import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import DevelopmentPage from '@/features/development/DevelopmentPage.vue'
import FilePage from '@/features/development/FilePage.vue'
import { developmentGet, developmentList } from '@/ipc/commands'
import { answerNext, calls, refuseNext } from '../fakeCall'
import { last, openPage, press, submit } from '../hand'

type Page = Awaited<ReturnType<typeof openPage>>

const ALL = { search: '', include_closed: false }
const scroll = vi.fn()
Element.prototype.scrollIntoView = scroll

const file = (id: number) => openPage(FilePage, `/development/${id}`, { id })
const step = (wrapper: Page, number: number) => wrapper.get(`[data-test=step-${number}]`)
const onDay = async (wrapper: Page, day: string) => {
  wrapper.get('form').getComponent({ name: 'DateField' }).vm.$emit('update:modelValue', day)
  await flushPromises()
}

beforeEach(() => {
  calls.length = 0
  scroll.mockClear()
})

describe('the page of development', () => {
  it('stands everybody under his stage, with the next step and the way to his file', async () => {
    const wrapper = await openPage(DevelopmentPage)
    const under = (stage: string) => wrapper.get(`.board-stage[aria-label=${stage}]`)
    expect(under('入党申请人').text()).toContain('林晓梅')
    expect(under('发展对象').text()).toContain('何思齐')
    expect(under('预备党员').text()).toContain('吴文静')
    const card = under('入党申请人').get('a')
    expect(card.attributes('href')).toBe('/development/1')
    expect(card.text()).toContain('第 1 / 25 步')
    expect(card.text()).toContain('下一步：')
    expect(card.text()).toContain('1 个月内谈话')
  })

  it('looks for a person, and says where else he may be', async () => {
    const wrapper = await openPage(DevelopmentPage)
    answerNext('development_list', [])
    await wrapper.get('[aria-label=查找发展档案]').setValue(' 林 ')
    await flushPromises()
    expect(last('development_list')).toEqual({ search: '林', include_closed: false })
    expect(wrapper.get('[data-test=empty]').text()).toContain('也看已结束和已转正的')
  })

  it('shows those who are through only when asked, and then as a list', async () => {
    const rows = await developmentList(ALL)
    answerNext('development_list', [{ ...rows[0]!, closed: true }])
    const wrapper = await openPage(DevelopmentPage)
    expect(wrapper.get('[data-test=board]').text()).not.toContain('林晓梅')
    answerNext('development_list', [{ ...rows[0]!, closed: true }])
    await wrapper.get('input[type=checkbox]').setValue(true)
    await flushPromises()
    expect(last('development_list')).toEqual({ search: '', include_closed: true })
    expect(wrapper.get('[aria-label=发展档案]').text()).toContain('已结束')
  })

  it('opens a file from the day of the application, and leads there', async () => {
    const wrapper = await openPage(DevelopmentPage)
    await press(wrapper, '新建发展档案')
    await wrapper.get('[data-field=name] input').setValue('江一帆')
    await onDay(wrapper, '2026-10-01')
    await wrapper.get('[data-field="mentors.1"] input').setValue(' 赵建国 ')
    await submit(wrapper)
    const person = { id: null, name: '江一帆', applied_on: '2026-10-01', id_number: null, mentors: ['赵建国'] }
    expect(last('development_save')).toMatchObject(person)
    expect(wrapper.router.currentRoute.value.path).toMatch(/^\/development\/\d+$/)
  })
})

describe('a file', () => {
  it('opens at the step to be done now, and says by when', async () => {
    const wrapper = await file(2)
    const now = step(wrapper, 6)
    expect(now.attributes('aria-current')).toBe('step')
    expect(now.text()).toContain('现在办')
    expect(now.text()).toContain('2026年11月18日 前办完')
    expect(scroll.mock.contexts).toEqual([now.element])
    expect(wrapper.get('[data-test=findings]').text()).toContain('已超 5 天')
  })

  it('takes the day of a step, and not before there is one', async () => {
    const wrapper = await file(2)
    await press(wrapper, '登记第 6 步')
    expect(wrapper.get('form .el-button--primary').attributes('disabled')).toBeDefined()
    await onDay(wrapper, '2026-11-12')
    await submit(wrapper)
    expect(last('development_step_save')).toEqual({ file: 2, step: 6, entry: null, done_on: '2026-11-12', note: '' })
    expect(step(wrapper, 6).text()).toContain('2026年11月12日')
  })

  it('offers a further time only of what comes again, and then leaves the others as they are', async () => {
    const view = await developmentGet(3)
    const [once, again] = ['once', 'periodic'].map(
      (kind) =>
        view.steps.find((one) => one.entries.length && (one.kind === 'periodic') === (kind === 'periodic'))!.step,
    )
    const wrapper = await file(3)
    expect(step(wrapper, once!).text()).not.toContain('登记')
    await press(step(wrapper, again!), `登记第 ${again} 步`)
    expect(step(wrapper, again!).text()).toContain('已有 1 次，都保留')
    await onDay(wrapper, '2026-11-20')
    await submit(wrapper)
    expect(last('development_step_save')).toMatchObject({ step: again, entry: null })
    expect(step(wrapper, again!).text()).toContain('第 2 次 2026年11月20日')
  })

  it('corrects an entry, and takes it out', async () => {
    const wrapper = await file(4)
    const entry = (await developmentGet(4)).steps[0]!.entries[0]!
    const correct = () => step(wrapper, 1).get('button[aria-label^=修改第]').trigger('click')
    await correct()
    await wrapper.get('[data-field=note] input').setValue('书记经办')
    await submit(wrapper)
    const saved = { file: 4, step: 1, entry: 1, done_on: entry.done_on, note: '书记经办' }
    expect(last('development_step_save')).toEqual(saved)
    await correct()
    await press(wrapper, '取消这次登记')
    expect(last('development_step_save')).toMatchObject({ entry: 1, done_on: null })
    expect(step(wrapper, 1).find('.plain-list').exists()).toBe(false)
  })

  it('says at its field why a day was refused', async () => {
    const wrapper = await file(2)
    await press(wrapper, '登记第 7 步')
    await onDay(wrapper, '2020-01-01')
    refuseNext('development_step_save', { fields: [{ field: 'done_on', message: '不能早于上一步' }] })
    await submit(wrapper)
    expect(wrapper.get('.faulty').text()).toContain('不能早于上一步')
  })

  it('marks a paper that is late, and takes it as there', async () => {
    const wrapper = await file(6)
    const paper = step(wrapper, 1).get('.material')
    expect(paper.get('.tag').classes()).toContain('late')
    await paper.get('button').trigger('click')
    await paper.get('input[value=present]').setValue()
    await flushPromises()
    expect(last('development_material_save')).toMatchObject({ file: 6, code: '1-1', state: 'present' })
    expect(step(wrapper, 1).get('.material .tag').classes()).toContain('good')
  })

  it('is closed under a day and a reason, and stays to be opened again', async () => {
    const wrapper = await file(5)
    await press(wrapper, '结束培养…')
    await onDay(wrapper, '2026-11-01')
    await wrapper.get('[data-field=reason] input').setValue('本人撤回')
    await submit(wrapper)
    expect(last('development_close')).toEqual({ id: 5, on: '2026-11-01', reason: '本人撤回' })
    expect(wrapper.get('.note').text()).toBe('2026年11月1日 已结束：本人撤回')
    await press(wrapper, '重新打开')
    expect(last('development_close')).toEqual({ id: 5, on: null, reason: '' })
  })
})
