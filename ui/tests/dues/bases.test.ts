import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import BasesPage from '@/features/dues/BasesPage.vue'
import type { DuesBase, DuesBasesRequest, DuesYear } from '@/ipc/types'
import { question } from '@/shared/forms/unsaved'
import { answer } from '../fake'
import { answerNext, calls, refuseNext } from '../fakeCall'
import { resetDues, UNSET, WAIVED } from '../fakes/dues'
import { buttons, last, openPage, press, submit } from '../hand'

type Page = Awaited<ReturnType<typeof openPage>>

const row = (wrapper: Page, member: number) => wrapper.findAll('[data-test=base-row]')[member - 1]!
const amount = (wrapper: Page, member: number) => row(wrapper, member).get<HTMLInputElement>('input[data-row]')
const sent = () => (last('dues_bases_save') as DuesBasesRequest).bases
const savesSaid = (wrapper: Page) => wrapper.get('[data-test=save-bases]').text()

beforeEach(() => {
  calls.length = 0
  resetDues()
  document.body.innerHTML = ''
})

describe('the bases of a year', () => {
  it('are those that hold now; a relief is changed elsewhere', async () => {
    const wrapper = await openPage(BasesPage)
    expect(wrapper.findAll('[data-test=base-row]')).toHaveLength(46)
    expect(row(wrapper, 1).text()).toContain('按月领取工资 3,000.00 元2025年1月起')
    expect(amount(wrapper, 1).element.value).toBe('3,000.00')
    expect(row(wrapper, UNSET).text()).toContain('没有核定')
    expect(row(wrapper, WAIVED).find('input').exists()).toBe(false)
    expect(wrapper.get('[data-test=save-bases]').attributes('disabled')).toBeDefined()
  })

  it('are set in one request: those that were typed, and those that stay', async () => {
    const wrapper = await openPage(BasesPage)
    await amount(wrapper, 1).setValue('3500')
    await amount(wrapper, UNSET).setValue('6000')
    await row(wrapper, UNSET).get('select').setValue('retired')
    await row(wrapper, 5).get('select').setValue('fixed')
    await row(wrapper, 6).get('input[type=checkbox]').setValue(true)
    expect(savesSaid(wrapper)).toBe('核定 4 人')
    await submit(wrapper)
    expect(calls.filter(({ name }) => name === 'dues_bases_save')).toHaveLength(1)
    const said = sent().map(({ id, member, kind, from, base }) => [id, member, kind, from, base])
    expect(said).toEqual([
      [null, 1, 'salary', '2026-01', 350_000],
      [null, UNSET, 'retired', '2026-01', 600_000],
      [null, 5, 'fixed', '2026-01', null],
      [null, 6, 'salary', '2026-01', 300_000],
    ])
    expect(row(wrapper, 6).text()).toContain('已核定')
    expect(savesSaid(wrapper)).toBe('核定 0 人')
  })

  it('stay as they are for all others with one click', async () => {
    const wrapper = await openPage(BasesPage)
    await amount(wrapper, 1).setValue('3500')
    await wrapper.get('[data-test=keep-all]').trigger('click')
    await submit(wrapper)
    expect(sent()).toHaveLength(44)
    expect(sent().map(({ member }) => member)).not.toContain(WAIVED)
    expect(sent()[1]).toMatchObject({ id: null, member: 2, from: '2026-01', base: 300_000 })
  })

  it('offer a relief that has ended again, for as long as before and without who agreed to it', async () => {
    const year = answer('dues_year', { year: 2026, search: '', lacking: false, page: 0 }, {}) as DuesYear
    const waived = year.rows[WAIVED - 1]!
    const ended: DuesBase = { ...waived.base!, from: '2025-07', to: '2025-12' }
    answerNext('dues_year', { ...year, rows: [{ ...waived, base: null, ended }], total: 1 })
    const wrapper = await openPage(BasesPage)
    expect(wrapper.get('[data-test=renew]').text()).toBe('免交照旧，到2026年6月')
    expect(savesSaid(wrapper)).toBe('核定 0 人')
    await wrapper.get('[data-test=renew] input').setValue(true)
    expect(savesSaid(wrapper)).toBe('核定 1 人')
    await submit(wrapper)
    const agreed = { branch_agreed_on: null, superior_agreed_on: null, note: '生活困难' }
    expect(sent()).toMatchObject([{ id: null, kind: 'waived', from: '2026-01', to: '2026-06', ...agreed }])
  })

  it('that begin in the same month are corrected, not set twice', async () => {
    const wrapper = await openPage(BasesPage)
    wrapper.getComponent({ name: 'MonthField' }).vm.$emit('update:modelValue', '2025-01')
    await flushPromises()
    expect(row(wrapper, 1).find('input[type=checkbox]').exists()).toBe(false)
    await amount(wrapper, 1).setValue('3500')
    await submit(wrapper)
    expect(sent()).toMatchObject([{ id: 1, member: 1, from: '2025-01', base: 350_000 }])
  })

  it('say in their row why they were refused', async () => {
    const wrapper = await openPage(BasesPage)
    await amount(wrapper, 2).setValue('3500')
    await amount(wrapper, 7).setValue('99999999')
    refuseNext('dues_bases_save', { fields: [{ field: 'bases.1.base', message: '基数太大，请核对' }] })
    await submit(wrapper)
    expect(row(wrapper, 7).get('.field-error').text()).toBe('基数太大，请核对')
    expect(row(wrapper, 2).find('.field-error').exists()).toBe(false)
    expect(amount(wrapper, 2).element.value).toBe('3500')
  })

  it('are typed down the table with Enter, and a month beside them is asked of the core', async () => {
    vi.useFakeTimers()
    const wrapper = await openPage(BasesPage)
    await vi.advanceTimersByTimeAsync(300)
    expect(row(wrapper, 1).get('[data-test=row-rate]').text()).toBe('15.00 元')
    amount(wrapper, 1).element.focus()
    await amount(wrapper, 1).setValue('4000')
    await vi.advanceTimersByTimeAsync(300)
    expect(row(wrapper, 1).get('[data-test=row-rate]').text()).toBe('20.00 元')
    expect(last('dues_rate')).toEqual({ kind: 'salary', base_fen: 400_000, on: '2026-01-01' })
    await amount(wrapper, 1).trigger('keydown', { key: 'Enter' })
    expect(document.activeElement).toBe(amount(wrapper, 2).element)
    expect(last('dues_bases_save')).toBeUndefined()
    vi.useRealTimers()
  })

  it('of another year are shown only when what was typed may go', async () => {
    const wrapper = await openPage(BasesPage)
    await amount(wrapper, 1).setValue('3500')
    await press(wrapper, '下一年')
    expect(question.value?.labels).toEqual(['核定党费基数'])
    expect(last('dues_year')).toMatchObject({ year: 2026 })
    question.value?.answer('drop')
    await flushPromises()
    expect(last('dues_year')).toMatchObject({ year: 2027 })
    expect(amount(wrapper, 1).element.value).toBe('3,000.00')
  })
})

describe('how dues are collected here', () => {
  it('is set from this page, and leaves all other settings', async () => {
    const wrapper = await openPage(BasesPage)
    await press(wrapper, '收缴规则…')
    const form = () => wrapper.get('[data-test=dues-settings]')
    expect(form().find('[data-field="dues.rounding_from"]').exists()).toBe(false)
    await form().get('input[type=radio][value=jiao]').setValue()
    form().getComponent({ name: 'MonthField' }).vm.$emit('update:modelValue', '2026-07')
    await form().get('input[type=checkbox]').setValue(true)
    await form().get('[data-field="dues.source"] input').setValue(' 区委组织部通知 ')
    await submit(wrapper, '党费收缴规则')
    const dues = { rounding: 'jiao', rounding_from: '2026-07', quarterly: true, source: '区委组织部通知' }
    expect(last('settings_save')).toMatchObject({ dues, lock_after_minutes: 15 })
    expect(buttons(wrapper)).toContain('收缴规则…')
    expect(wrapper.find('[data-test=dues-settings]').exists()).toBe(false)
  })

  it('has no first month where nothing is rounded', async () => {
    const wrapper = await openPage(BasesPage)
    await press(wrapper, '收缴规则…')
    await wrapper.get('[data-test=dues-settings] input[type=radio][value=fen]').setValue()
    await submit(wrapper, '党费收缴规则')
    expect(last('settings_save')).toMatchObject({ dues: { rounding: 'fen', rounding_from: null, quarterly: true } })
  })
})
