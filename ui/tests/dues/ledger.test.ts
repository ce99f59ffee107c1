import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import LedgerPage from '@/features/dues/LedgerPage.vue'
import { calls, refuseNext } from '../fakeCall'
import { resetDues } from '../fakes/dues'
import { last, openPage, press, submit } from '../hand'

type Page = Awaited<ReturnType<typeof openPage>>

const fields = (wrapper: Page) => wrapper.findAll('form [data-field]').map((one) => one.attributes('data-field'))
const input = (wrapper: Page, name: string) => wrapper.get<HTMLInputElement>(`[data-field="${name}"] input`)
const NONE = { from: null, to: null, spent_for: null, meeting: null, party: '', voucher: '', note: '' }

async function add(kind: string) {
  const wrapper = await openPage(LedgerPage)
  await press(wrapper, '登记收支')
  await wrapper.get('[data-test=entry-kind]').setValue(kind)
  return wrapper
}

beforeEach(() => {
  calls.length = 0
  resetDues()
  document.body.innerHTML = ''
})

describe('what came in and went out', () => {
  it('stands with its sums and what is left', async () => {
    const wrapper = await openPage(LedgerPage)
    expect(last('dues_ledger')).toEqual({ year: 2026 })
    const figures = wrapper.get('[data-test=figures]').text()
    for (const part of ['年初结余120.00 元', '收缴5,880.00 元', '上缴600.00 元', '使用200.00 元', '结余5,200.00 元'])
      expect(figures).toContain(part)
    expect(wrapper.get('[data-test=uses]').text()).toBe('使用：培训党员 200.00 元')
    const table = wrapper.get('[data-test=table]').text()
    for (const part of ['2026年1月至3月 · 区委', '培训党员 · 党课教材', '−600.00']) expect(table).toContain(part)
    await press(wrapper, '上一年')
    expect(last('dues_ledger')).toEqual({ year: 2025 })
    expect(wrapper.get('[data-test=empty]').text()).toContain('期初结余')
  })

  it.each([
    ['opening', []],
    ['handed_up', ['party', 'from', 'to']],
    ['returned', ['party']],
    ['other_income', ['party']],
    ['spent', ['party', 'spent_for', 'meeting']],
  ])('%s asks for what belongs to it', async (kind, wanted) => {
    const wrapper = await add(kind)
    expect(fields(wrapper)).toEqual(['kind', 'on', 'amount', ...wanted, 'voucher', 'note'])
  })

  it('is spent for one of five, by the decision of a meeting of the year before', async () => {
    const wrapper = await add('spent')
    await flushPromises()
    expect(last('meeting_list')).toEqual({ from: '2025-11-23', to: '2026-11-23', kind: null, search: '' })
    expect(wrapper.findAll('[data-test=entry-use] option')).toHaveLength(6)
    await input(wrapper, 'amount').setValue('120.5')
    await wrapper.get('[data-test=entry-use]').setValue('hardship')
    wrapper.getComponent({ name: 'ElSelect' }).vm.$emit('update:modelValue', 2)
    await input(wrapper, 'note').setValue('慰问')
    await submit(wrapper)
    const entry = { ...NONE, id: null, on: '2026-11-23', kind: 'spent', amount: 12_050 }
    expect(last('dues_entry_save')).toEqual({ ...entry, spent_for: 'hardship', meeting: 2, note: '慰问' })
    expect(wrapper.find('form').exists()).toBe(false)
  })

  it('leaves out what was typed for another kind', async () => {
    const wrapper = await add('handed_up')
    await input(wrapper, 'amount').setValue('600')
    await input(wrapper, 'party').setValue('区委')
    for (const month of wrapper.findAllComponents({ name: 'MonthField' }))
      month.vm.$emit('update:modelValue', '2026-03')
    await wrapper.get('[data-test=entry-kind]').setValue('opening')
    await submit(wrapper)
    expect(last('dues_entry_save')).toEqual({ ...NONE, id: null, on: '2026-11-23', kind: 'opening', amount: 60_000 })
  })

  it('says at its field what was refused, and is taken out again', async () => {
    const wrapper = await openPage(LedgerPage)
    await press(wrapper, '2026年4月2日')
    refuseNext('dues_entry_save', { fields: [{ field: 'amount', message: '账上只有 12.00元' }] })
    await submit(wrapper)
    expect(last('dues_entry_save')).toMatchObject({ id: 1, from: '2026-01', to: '2026-03', party: '区委' })
    expect(last('dues_entry_save')).not.toHaveProperty('balance')
    expect(wrapper.get('[data-field=amount]').text()).toContain('账上只有 12.00元')
    await press(wrapper, '删除')
    expect(last('dues_entry_delete')).toBe(1)
    expect(wrapper.get('[data-test=table]').text()).not.toContain('区委')
  })
})

describe('the publication', () => {
  it('is noted with its day and place, and taken back', async () => {
    const wrapper = await openPage(LedgerPage)
    const section = () => wrapper.get('[data-test=publication]')
    expect(section().text()).toContain('还没有登记公布')
    await press(wrapper, '登记公布')
    await input(wrapper, 'place').setValue('支部公布栏')
    await submit(wrapper)
    const publication = { year: 2026, published_on: '2026-11-23', place: '支部公布栏', note: '' }
    expect(last('dues_publish')).toEqual(publication)
    expect(section().text()).toContain('已于 2026年11月23日 在支部公布栏公布')
    await press(wrapper, '撤回公布')
    expect(last('dues_unpublish')).toEqual({ year: 2026 })
    expect(section().text()).toContain('还没有登记公布')
  })

  it.each([
    ['打印公布表…', 'dues_publication_sheet'],
    ['打印报上级的收支表…', 'dues_statement'],
  ])('%s shows its paper', async (button, kind) => {
    const wrapper = await openPage(LedgerPage)
    await press(wrapper, button)
    expect(wrapper.getComponent({ name: 'PaperDialog' }).props('paper')).toEqual({ room: 'dues', kind, year: 2026 })
  })
})
