import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import ArrivalForm from '@/features/transfers/ArrivalForm.vue'
import LetterForm from '@/features/transfers/LetterForm.vue'
import TransferPanel from '@/features/transfers/TransferPanel.vue'
import TransfersPage from '@/features/transfers/TransfersPage.vue'
import { transferDraft, transferGet } from '@/ipc/commands'
import type { Finding, Letter } from '@/ipc/types'
import { answerNext, calls, refuseNext } from '../fakeCall'

vi.mock('vue-router', () => ({ useRouter: () => ({ push: () => {} }) }))

const stubs = { 'router-link': { template: '<a><slot /></a>' } }
const last = (name: string) => calls.filter((call) => call.name === name).at(-1)?.request

async function panel(id: number) {
  const wrapper = mount(TransferPanel, { props: { id }, attachTo: document.body, global: { stubs } })
  await flushPromises()
  const press = async (text: string) => {
    await wrapper
      .findAll('button')
      .find((button) => button.text() === text)!
      .trigger('click')
    await flushPromises()
  }
  const pick = async (day: string) => {
    wrapper.getComponent({ name: 'DateField' }).vm.$emit('update:modelValue', day)
    await flushPromises()
  }
  return { wrapper, press, pick }
}

describe('the page of transfers', () => {
  it('counts the letters by how far they are, and opens each number as a list', async () => {
    const props = { id: null, adding: null, member: null, replaces: null }
    const wrapper = mount(TransfersPage, { props, attachTo: document.body, global: { stubs } })
    await flushPromises()
    const chips = wrapper.findAll('.chip')
    const expired = chips.find((chip) => chip.text() === '已过期 1')!
    await expired.trigger('click')
    expect(wrapper.findAll('.el-table__row').map((row) => row.text())).toEqual([expect.stringContaining('冯志强')])
  })
})

describe('a letter', () => {
  it('is issued with the number, the validity and the branch that the core proposes', async () => {
    const { letter } = await transferDraft({ member: 3, replaces: null })
    const wrapper = mount(LetterForm, { props: { letter }, attachTo: document.body })
    await flushPromises()
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    const sent = last('transfer_save') as Letter
    expect([sent.number, sent.valid_days, sent.member]).toEqual(['2026-008', 90, 3])
    expect(wrapper.emitted('saved')).toHaveLength(1)
  })

  it('that is refused says why at its field', async () => {
    const { letter } = await transferDraft({ member: 3, replaces: null })
    const wrapper = mount(LetterForm, { props: { letter }, attachTo: document.body })
    await flushPromises()
    refuseNext('transfer_save', { fields: [{ field: 'issued_on', message: '开具日期早于入党日期' }] })
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(wrapper.get('.faulty').text()).toContain('开具日期早于入党日期')
    expect(wrapper.emitted('saved')).toBeUndefined()
  })

  it('leaves the member here until the receipt is recorded', async () => {
    const { wrapper, press, pick } = await panel(7)
    expect(wrapper.get('[data-test=transfer-steps]').text()).toContain('等待回执')
    await press('登记回执…')
    expect(wrapper.get('[data-test=receive-form]').text()).toContain('党员从这一天起转出')
    await pick('2026-11-20')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(last('transfer_receive')).toEqual({ id: 7, on: '2026-11-20' })
    expect(wrapper.get('.tag').text()).toBe('已转出')
  })

  it('that ran out is issued again before anything else', async () => {
    const { wrapper } = await panel(5)
    const texts = wrapper.findAll('a, button').map((each) => each.text())
    expect(texts.filter((text) => ['重新开具…', '登记回执…'].includes(text))[0]).toBe('重新开具…')
  })

  it('gives the day of a step that was written down wrong, and says what follows', async () => {
    const { wrapper, press, pick } = await panel(4)
    await press('更正日期')
    expect(wrapper.get('[data-test=correct-form]').text()).toContain('党员离开本支部的日期一并更正')
    expect(wrapper.getComponent({ name: 'DateField' }).props('modelValue')).toBe('2026-11-12')
    await pick('2026-11-11')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(last('transfer_correct')).toEqual({ id: 4, day: 'ended', on: '2026-11-11' })
  })

  it('says what stays blank on the paper', async () => {
    const { wrapper, press } = await panel(5)
    await press('打印介绍信')
    expect(wrapper.text()).toContain('印出来是空白的：民族')
    expect(last('paper_preview')).toEqual({ room: 'transfers', kind: 'introduction_letter', transfer: 5 })
  })
})

describe('a letter that came in', () => {
  it('takes its date from the paper, not from today', async () => {
    const { arrival } = await transferDraft({ member: null, replaces: null })
    const wrapper = mount(ArrivalForm, { props: { arrival }, attachTo: document.body })
    const save = wrapper.findAll('button').find((button) => button.text() === '保存')!
    expect(save.attributes('disabled')).toBeDefined()
  })

  it('names the day by which its receipt goes back, as the core gave it', async () => {
    const letter = await transferGet({ id: 9, reveal: false })
    const finding: Finding = {
      ...letter.findings[0]!,
      rule: 'E12',
      due: '2026-12-15',
      message: '许文静已于2026年11月15日接收，回执应在2026年12月15日前寄回',
    }
    answerNext('transfer_get', { ...letter, state: 'accepted', findings: [finding] })
    const { wrapper, press } = await panel(9)
    await press('登记寄回…')
    expect(wrapper.get('form').text()).toContain('回执应在2026年12月15日前寄回党员原所在的基层党委。')
  })

  it('offers the former member of the same id number first', async () => {
    const { wrapper, press, pick } = await panel(9)
    await press('接收…')
    expect(wrapper.get('[data-test=accept-form]').text()).toContain('身份证号相同')
    await pick('2026-11-15')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(last('transfer_in_accept')).toEqual({ id: 9, on: '2026-11-15', member: 3 })
  })
})
