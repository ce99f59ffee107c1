import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import DevelopmentPage from '@/features/development/DevelopmentPage.vue'
import FilePage from '@/features/development/FilePage.vue'
import { developmentGet, developmentList } from '@/ipc/commands'
import type { RosterAct } from '@/ipc/types'
import { answerNext, calls, refuseNext } from '../fakeCall'
import { resetDevelopment } from '../fakes/development'
import { last, openPage, press, submit } from '../hand'

type Page = Awaited<ReturnType<typeof openPage>>

const ALL = { search: '', include_closed: false }
const scroll = vi.fn()
Element.prototype.scrollIntoView = scroll

const file = (id: number, address = `/development/${id}`) => openPage(FilePage, address, { id })
const step = (wrapper: Page, number: number) => wrapper.get(`[data-test=step-${number}]`)
const onDay = async (wrapper: Page, day: string) => {
  wrapper.get('form').getComponent({ name: 'DateField' }).vm.$emit('update:modelValue', day)
  await flushPromises()
}

beforeEach(() => {
  calls.length = 0
  resetDevelopment()
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
    expect(card.get('[data-test=audit-counts]').text()).toBe('错误 1提醒 2')
    expect(under('预备党员').get('[data-test=audit-counts]').text()).toBe('提醒 2')
    expect(wrapper.get('a[href="/development/audit"]').text()).toBe('体检全部档案')
  })

  it('shows one stage alone when a figure leads there, and all again', async () => {
    const wrapper = await openPage(DevelopmentPage, '/development?stage=candidate')
    const list = wrapper.get('[aria-label=发展档案]')
    expect(list.text()).toContain('何思齐')
    expect(list.text()).not.toContain('林晓梅')
    await press(wrapper, '只看发展对象 1')
    expect(wrapper.get('[data-test=board]').text()).toContain('林晓梅')
  })

  it('opens the form for a new file when its address says so', async () => {
    const wrapper = await openPage(DevelopmentPage, '/development?new=1')
    expect(wrapper.get('[data-test=side-panel]').text()).toContain('新建发展档案')
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
    const more = wrapper.get('[data-test=more-fields]')
    expect(wrapper.find('[data-entry-field=native_place]').exists()).toBe(false)
    await more.trigger('click')
    await wrapper.get('[data-entry-field=native_place] input').setValue('江苏苏州')
    await wrapper.get('[data-entry-field=mobile] input[value=yes]').setValue()
    await submit(wrapper)
    const person = { id: null, name: '江一帆', applied_on: '2026-10-01', id_number: null, mobile: '' }
    const details = { native_place: '江苏苏州', mobile: 'yes' }
    expect(last('development_save')).toMatchObject({ ...person, details })
    expect(wrapper.router.currentRoute.value.path).toMatch(/^\/development\/\d+$/)
  })
})

describe('a file', () => {
  it('opens at the step to be done now, and says by when', async () => {
    const wrapper = await file(2)
    const now = step(wrapper, 6)
    expect(now.attributes('aria-current')).toBe('step')
    expect(now.get('[data-test=state]').text()).toBe('现在办')
    expect(now.get('[data-test=day-allowed]').text()).toContain('2026年9月10日起可以办，2026年11月18日前办完')
    expect(now.get('[data-test=day-allowed]').text()).toContain('每半年一次')
    expect(scroll.mock.contexts).toEqual([now.element])
    expect(wrapper.get('[data-test=findings]').text()).toContain('已超 5 天')
    expect(wrapper.findAll('[data-test=caveat]')).toHaveLength(1)
    expect(wrapper.get('[data-test=audit-counts]').element.closest('a')?.getAttribute('href')).toBe(
      '/development/2/audit',
    )
  })

  it('opens at the step that the address asks for', async () => {
    const wrapper = await file(2, '/development/2?step=3')
    expect(scroll.mock.contexts).toEqual([step(wrapper, 3).element])
  })

  it('tells by a word how each step stands', async () => {
    const view = await developmentGet(2)
    view.steps[2]!.state = 'skipped'
    view.steps[5]!.state = 'late'
    answerNext('development_get', view)
    const wrapper = await file(2)
    const said = (number: number) => step(wrapper, number).get('[data-test=state]').text()
    expect([1, 3, 6, 7].map(said)).toEqual(['已办', '没有登记', '已过期限', '以后办'])
  })

  it('keeps apart what is allowed, what is meant and what was', async () => {
    const wrapper = await file(2)
    const day = (number: number, which: string) => step(wrapper, number).get(`[data-test=day-${which}]`).text()
    expect(day(1, 'actual')).toBe('2026年3月12日')
    expect(day(6, 'actual')).toBe('—')
    expect(day(6, 'intended')).toBe('推算 2026年12月20日')
    await press(step(wrapper, 6), '第 6 步打算办理的日期：推算 2026年12月20日')
    const field = step(wrapper, 6).get('.days').getComponent({ name: 'DateField' })
    field.vm.$emit('update:modelValue', '2026-12-01')
    field.vm.$emit('change', '2026-12-01')
    await flushPromises()
    expect(last('development_intention_save')).toEqual({ file: 2, step: 6, on: '2026-12-01' })
    expect(day(6, 'intended')).toBe('2026年12月1日')
    expect(day(6, 'actual')).toBe('—')
  })

  it('sets off where the law changed, above that step only', async () => {
    const wrapper = await file(3)
    expect(wrapper.findAll('[data-test=law-change]')).toHaveLength(1)
    expect(step(wrapper, 13).get('[data-test=law-change]').text()).toContain('按2026年修订的细则办理')
  })

  it.each<[RosterAct, string]>([
    [{ act: 'admit', joined: '2026-05-20' }, '2026年5月20日入党'],
    [{ act: 'extend', months: 6 }, '延长 6 个月'],
    [{ act: 'convert', on: '2026-05-20' }, '从2026年5月20日起'],
    [{ act: 'revoke', on: '2026-05-20' }, '资格已经取消'],
  ])('says what the roster should say: %o', async (act, said) => {
    answerNext('development_get', { ...(await developmentGet(4)), roster_act: act })
    const wrapper = await file(4)
    expect(wrapper.get('[data-test=roster-act]').text()).toContain(said)
    await press(wrapper, '登记到名册')
    expect(last('development_to_roster')).toBe(4)
    expect(wrapper.find('[data-test=roster-act]').exists()).toBe(false)
  })

  it('takes what can happen at any time', async () => {
    const wrapper = await file(2)
    const others = wrapper.get('[data-test=others]')
    expect(others.findAll('[data-test^=kind-]').map((one) => one.attributes('data-test'))).toEqual([
      'kind-arrival',
      'kind-handover',
      'kind-discipline',
      'kind-explanation',
    ])
    await press(others, '登记“情况说明”')
    await onDay(wrapper, '2026-11-01')
    await submit(wrapper)
    expect(last('development_entries_save')).toMatchObject({ entries: [{ kind: 'explanation', on: '2026-11-01' }] })
    expect(wrapper.get('[data-test=others]').text()).toContain('2026年11月1日')
  })

  it('is closed under a day, a way and a reason, and stays to be opened again', async () => {
    const wrapper = await file(5)
    await press(wrapper, '结束培养…')
    await onDay(wrapper, '2026-11-01')
    expect(wrapper.get('form .el-button--primary').attributes('disabled')).toBeDefined()
    await wrapper.get('input[value=withdrawn]').setValue()
    await wrapper.get('[data-field="closed.reason"] textarea').setValue('本人撤回')
    await submit(wrapper)
    const closed = { on: '2026-11-01', how: 'withdrawn', reason: '本人撤回' }
    expect(last('development_close')).toEqual({ id: 5, closed })
    expect(wrapper.get('[data-test=closed]').text()).toBe('2026年11月1日 已结束（本人撤回申请）：本人撤回')
    await press(wrapper, '重新打开')
    expect(last('development_close')).toEqual({ id: 5, closed: null })
  })

  it('says why it could not be closed, at the field', async () => {
    const wrapper = await file(5)
    await press(wrapper, '结束培养…')
    await onDay(wrapper, '2026-11-01')
    await wrapper.get('input[value=other]').setValue()
    refuseNext('development_close', { fields: [{ field: 'closed.reason', message: '请填写原因' }] })
    await submit(wrapper)
    expect(wrapper.get('[data-field="closed.reason"]').text()).toContain('请填写原因')
  })
})
