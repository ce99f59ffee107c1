import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import MemberPanel from '@/features/dues/member/MemberPanel.vue'
import type { DuesBasesRequest } from '@/ipc/types'
import { calls, refuseNext } from '../fakeCall'
import { OWED, payment, resetDues, UNSET, WAIVED } from '../fakes/dues'
import { last, openPage, press, submit } from '../hand'

const open = (member: number) => openPage(MemberPanel, '/', { member })
type Page = Awaited<ReturnType<typeof open>>

const fields = (wrapper: Page) => wrapper.findAll('form [data-field]').map((one) => one.attributes('data-field'))
const input = (wrapper: Page, name: string) => wrapper.get<HTMLInputElement>(`[data-field="${name}"] input`)
const base = () => (last('dues_bases_save') as DuesBasesRequest).bases[0]!

beforeEach(() => {
  calls.length = 0
  resetDues()
  document.body.innerHTML = ''
})

describe('the panel of a member', () => {
  it('tells bases, payments, names, and up to when everything is paid', async () => {
    const wrapper = await open(1)
    expect(wrapper.get('[data-test=paid-to]').text()).toBe('2026年9月')
    expect(wrapper.get('[data-test=bases]').text()).toContain('2025年1月起 按月领取工资 3,000.00 元')
    expect(wrapper.findAll('[data-test=payments] li')).toHaveLength(9)
    expect(wrapper.get('[data-test=payments] li').text()).toContain('2026年9月10日 15.00 元 现金 2026年9月')
    expect(wrapper.get('[data-test=aliases]').text()).toContain('平安是福')
  })

  it('says of a relief until when it is, why, and who has agreed', async () => {
    const wrapper = await open(WAIVED)
    const text = wrapper.get('[data-test=bases] li').text()
    for (const part of ['2026年1月至12月', '免交', '生活困难', '支部研究 2026年2月10日', '上级批准还没有登记'])
      expect(text).toContain(part)
  })

  it('takes out a base and a payment, and forgets a name', async () => {
    const wrapper = await open(1)
    await press(wrapper, '删除2025年1月起的基数')
    expect(last('dues_base_delete')).toBe(1)
    await press(wrapper, '删除2026年9月10日的交款')
    expect(last('dues_payment_delete')).toBe(108)
    expect(wrapper.findAll('[data-test=payments] li')).toHaveLength(8)
    await press(wrapper, '忘记“平安是福”')
    expect(last('dues_alias_forget')).toBe('平安是福')
    expect(wrapper.find('[data-test=aliases]').exists()).toBe(false)
  })

  it('prints the receipt of a payment', async () => {
    const wrapper = await open(1)
    await press(wrapper, '收据…：2026年9月10日的交款')
    const paper = wrapper.getComponent({ name: 'PaperDialog' }).props('paper')
    expect(paper).toEqual({ room: 'dues', kind: 'dues_receipt', payment: 108 })
  })
})

describe('the form of a base', () => {
  const RELIEF = ['bases.0.to', 'bases.0.branch_agreed_on', 'bases.0.superior_agreed_on']
  it.each([
    ['salary', ['bases.0.base']],
    ['yearly_salary', ['bases.0.base']],
    ['retired', ['bases.0.base']],
    ['fixed', []],
    ['farmer', ['bases.0.monthly']],
    ['reduced', ['bases.0.monthly', ...RELIEF]],
    ['waived', RELIEF],
  ])('asks of %s for what belongs to it', async (kind, wanted) => {
    const wrapper = await open(1)
    await press(wrapper, '核定一次')
    await wrapper.get('[data-test=base-kind]').setValue(kind)
    expect(fields(wrapper)).toEqual(['bases.0.kind', 'bases.0.from', ...wanted, 'bases.0.note'])
  })

  it('sends nothing that belongs to another kind', async () => {
    const wrapper = await open(WAIVED)
    await press(wrapper, '修改2026年1月至12月的基数')
    await wrapper.get('[data-test=base-kind]').setValue('salary')
    await input(wrapper, 'bases.0.base').setValue('4,000')
    await submit(wrapper)
    expect(base()).toEqual({
      id: 99,
      member: WAIVED,
      kind: 'salary',
      from: '2026-01',
      to: null,
      base: 400_000,
      monthly: null,
      branch_agreed_on: null,
      superior_agreed_on: null,
      note: '生活困难',
    })
    expect(wrapper.find('form').exists()).toBe(false)
  })

  it('says what a month owes while it is typed, as the core has it', async () => {
    vi.useFakeTimers()
    const wrapper = await open(UNSET)
    await press(wrapper, '核定一次')
    await input(wrapper, 'bases.0.base').setValue('5000')
    await input(wrapper, 'bases.0.base').setValue('6000')
    await vi.advanceTimersByTimeAsync(300)
    vi.useRealTimers()
    await flushPromises()
    const asked = calls.filter(({ name }) => name === 'dues_rate').map(({ request }) => request)
    expect(asked).toEqual([{ kind: 'salary', base_fen: 600_000, on: '2026-11-01' }])
    expect(wrapper.get('[data-test=rate]').text()).toContain('每月应交 30.00 元')
  })

  it('is not sent with an amount that is none, and says at the field what the core refused', async () => {
    const wrapper = await open(1)
    await press(wrapper, '核定一次')
    await input(wrapper, 'bases.0.base').setValue('三千')
    await submit(wrapper)
    expect(last('dues_bases_save')).toBeUndefined()
    expect(wrapper.get('[data-field="bases.0.base"]').text()).toContain('“三千”不是金额')
    await input(wrapper, 'bases.0.base').setValue('3000')
    refuseNext('dues_bases_save', { fields: [{ field: 'bases.0.from', message: '2025年1月起已经核定过' }] })
    await submit(wrapper)
    expect(wrapper.get('[data-field="bases.0.from"]').text()).toContain('2025年1月起已经核定过')
  })
})

describe('the form of a payment', () => {
  it('begins with the next month, and takes several with an amount each', async () => {
    const wrapper = await open(1)
    await press(wrapper, '登记一笔交款')
    const months = wrapper.getComponent({ name: 'MonthsField' })
    expect(months.text()).toContain('2026年10月')
    await months.get('[aria-label="2026年10月交了多少"]').setValue('15')
    await months.get('[aria-label=几个月]').setValue('3')
    await months.get('[aria-label="2026年12月交了多少"]').setValue('20')
    expect(months.text()).toContain('合计 50.00 元')
    await input(wrapper, 'receipt').setValue('0012')
    await submit(wrapper)
    expect(last('dues_payment_save')).toEqual({
      ...payment(0, 1, [
        { month: '2026-10', amount: OWED },
        { month: '2026-11', amount: OWED },
        { month: '2026-12', amount: 2000 },
      ]),
      id: null,
      paid_on: '2026-11-23',
      receipt: '0012',
    })
  })

  it('asks why it was brought by somebody else, and says of which month something was refused', async () => {
    const wrapper = await open(1)
    await press(wrapper, '修改2026年9月10日的交款')
    expect(wrapper.get('[data-field=note]').text()).not.toContain('为什么代交')
    await input(wrapper, 'payer').setValue('李四')
    expect(wrapper.get('[data-field=note]').text()).toContain('为什么代交')
    refuseNext('dues_payment_save', { fields: [{ field: 'months.0.amount', message: '请填写这个月交了多少元' }] })
    await submit(wrapper)
    expect(last('dues_payment_save')).toMatchObject({ id: 108, payer: '李四' })
    expect(wrapper.get('[data-test=months]').text()).toContain('请填写这个月交了多少元')
  })
})
