import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import BallotSection from '@/features/appraisal/BallotSection.vue'
import { ballotsOf, requestOf } from '@/features/appraisal/ballots'
import OrganizationSection from '@/features/appraisal/OrganizationSection.vue'
import OwnSection from '@/features/appraisal/OwnSection.vue'
import type { AppraisalGradesRequest, AppraisalOwnRequest, AppraisalTallyRequest } from '@/ipc/types'
import { calls } from '../fakeCall'
import { countedAppraisal, resetAppraisal } from '../fakes/appraisal'

const requests = <T>(name: string) => calls.filter((call) => call.name === name).map((call) => call.request as T)

async function pause() {
  await vi.advanceTimersByTimeAsync(1000)
  await flushPromises()
}

beforeEach(() => {
  calls.length = 0
  document.body.innerHTML = ''
  vi.useFakeTimers()
})

describe('a tally, by keyboard alone', () => {
  async function form() {
    const wrapper = mount(BallotSection, { props: { appraisal: resetAppraisal() }, attachTo: document.body })
    // Nobody types in the moment in which a form appears.
    await vi.advanceTimersByTimeAsync(1)
    const cell = (row: number, column: number) =>
      wrapper.get<HTMLInputElement>(`input[data-row="${row}"][data-column="${column}"]`)
    async function type(text: string, key = 'Enter') {
      const input = document.activeElement as HTMLInputElement
      input.value = text
      input.dispatchEvent(new Event('input', { bubbles: true }))
      input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      await flushPromises()
    }
    return { wrapper, cell, type }
  }

  it('goes on with Enter; what stays blank is none, and who is on probation has no line', async () => {
    const { wrapper, cell, type } = await form()
    expect(cell(0, 0).element.value).toBe('4')
    cell(0, 1).element.focus()
    await type('4')
    expect(document.activeElement).toBe(cell(1, 0).element)
    await type('1')
    await type('3')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    const [saved] = requests<AppraisalTallyRequest>('appraisal_tally_save')
    expect(saved).toEqual({
      appraisal: 1,
      handed_out: 4,
      collected: 4,
      lines: [{ member: 1, excellent: 1, qualified: 3, basically_qualified: 0, unqualified: 0 }],
    })
    expect(wrapper.findAll('[data-test=ballot-line]').map((line) => line.get('th').text())).toEqual([
      '丁一',
      '王二',
      '张三',
    ])
  })

  it('says at the line that its votes are more than the ballots, also when lines above stay blank', async () => {
    const { wrapper, cell, type } = await form()
    cell(0, 1).element.focus()
    await type('4')
    cell(2, 0).element.focus()
    await type('5')
    await pause()
    const lines = wrapper.findAll('[data-test=ballot-line]')
    expect(lines[1]!.text()).toContain('多于收回的 4 张')
    expect(lines[0]!.text()).not.toContain('多于')
    expect(cell(2, 0).attributes('aria-invalid')).toBe('true')
  })

  it('says at the field that more were collected than handed out', async () => {
    const { wrapper, cell, type } = await form()
    cell(0, 1).element.focus()
    await type('5')
    await pause()
    expect(wrapper.get('.ballot-heads').text()).toContain('这次测评无效')
  })
})

it('a line of which nothing was typed is no line', () => {
  expect(requestOf(1, ballotsOf(resetAppraisal())).lines).toEqual([])
})

describe('grades', () => {
  const page = () => mount(OrganizationSection, { props: { appraisal: countedAppraisal() }, attachTo: document.body })

  it('stand in the order of the tally, none is proposed, and a key gives one and goes on', async () => {
    const wrapper = page()
    const rows = wrapper.findAll('[data-person]')
    expect(rows.map((row) => row.get('strong').text())).toEqual(['张三', '丁一', '王二'])
    expect(wrapper.findAll('[aria-pressed=true]')).toHaveLength(0)
    await rows[0]!.trigger('keydown', { key: '1' })
    await flushPromises()
    expect(document.activeElement).toBe(rows[1]!.element)
    await pause()
    const [saved] = requests<AppraisalGradesRequest>('appraisal_grades_save')
    expect(saved!.entries).toEqual([{ member: 4, grade: 'excellent', reason: '' }])
  })

  it('below 合格 asks for the reason, and more 优秀 than as a rule are marked, not stopped', async () => {
    const wrapper = page()
    await wrapper.findAll('[data-person]')[0]!.trigger('keydown', { key: '4' })
    await flushPromises()
    expect((document.activeElement as HTMLElement).getAttribute('aria-label')).toBe('张三 理由和帮助措施')
    for (const row of [1, 2]) await wrapper.findAll('[data-person]')[row]!.trigger('keydown', { key: '1' })
    expect(wrapper.get('[data-test=grade-counts] .late').text()).toBe('优秀一般不超过 1 名')
    await pause()
    expect(requests<AppraisalGradesRequest>('appraisal_grades_save')[0]!.entries).toHaveLength(3)
  })
})

it('a tick is saved by itself, and no day is made up', async () => {
  const wrapper = mount(OwnSection, { props: { appraisal: resetAppraisal() }, attachTo: document.body })
  await wrapper.findAll<HTMLInputElement>('input[type=checkbox]')[0]!.setValue(true)
  await pause()
  const [saved] = requests<AppraisalOwnRequest>('appraisal_own_save')
  expect(saved!.entries).toEqual([{ member: 1, done: true, on: null, text: '', on_paper: false }])
})
