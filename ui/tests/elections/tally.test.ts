import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import ResultSection from '@/features/elections/ResultSection.vue'
import TallyForm from '@/features/elections/TallyForm.vue'
import { requestOf, restOf, type Tally, validBallots } from '@/features/elections/tally'
import type { ElectionApproveRequest, ElectionConcludeRequest, ElectionRound } from '@/ipc/types'
import { readCount } from '@/shared/fields/count'
import { calls, refuseNext } from '../fakeCall'
import { resetElection } from '../fakes/elections'

const line = (votes_for: number | null, votes_against: number | null, abstained: number | null) => ({
  member: 1,
  name: '丁一',
  votes_for,
  votes_against,
  abstained,
})
const tally = (change: Partial<Tally> = {}): Tally => ({
  voters_expected: 9,
  voters_present: 9,
  handed_out: 9,
  collected: 9,
  invalid: 1,
  lines: [],
  written: [],
  ...change,
})

const requests = <T>(name: string) => calls.filter((call) => call.name === name).map((call) => call.request as T)

async function form() {
  const wrapper = mount(TallyForm, {
    props: { election: resetElection(), round: null },
    attachTo: document.body,
  })
  // Nobody types in the moment in which a form appears.
  await vi.advanceTimersByTimeAsync(1)
  await flushPromises()
  const cell = (row: number, column: number) =>
    wrapper.get<HTMLInputElement>(`input[data-row="${row}"][data-column="${column}"]`)
  /** Types into the field with the focus and presses a key. */
  async function type(text: string, key = 'Enter') {
    const input = document.activeElement as HTMLInputElement
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await flushPromises()
    input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await flushPromises()
  }
  const judged = async () => {
    await vi.advanceTimersByTimeAsync(300)
    await flushPromises()
  }
  return { wrapper, cell, type, judged }
}

beforeEach(() => {
  calls.length = 0
  document.body.innerHTML = ''
  vi.useFakeTimers()
})

describe('a tally, by keyboard alone', () => {
  it('begins where something is to be typed, Enter goes on, and the abstentions follow', async () => {
    const { wrapper, cell, type, judged } = await form()
    expect(document.activeElement).toBe(cell(0, 3).element)
    await type('9')
    await type('0')
    expect(wrapper.get('[data-test=valid]').text()).toBe('9')
    for (const votes of ['9', '8', '7', '2']) {
      await type(votes)
      await type(String(9 - Number(votes)))
      await type((document.activeElement as HTMLInputElement).value)
    }
    await judged()
    expect(wrapper.get('[data-test=outcome]').text()).toMatch(
      /^应到会有选举权的党员 9 名，.*丁一、王二、李四赞成票超过实到会人数的半数，当选为支部委员会委员。$/,
    )
    expect((document.activeElement as HTMLElement).textContent).toContain('保存计票')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    const [saved] = requests<ElectionRound>('election_round_save')
    expect(saved).toMatchObject({ election: 1, number: null, handed_out: 9, collected: 9, invalid: 0 })
    expect(saved!.candidates[3]).toEqual({ member: 4, votes_for: 2, votes_against: 7, abstained: 0 })
  })

  it('goes up and down among the candidates with the arrows', async () => {
    const { cell, type } = await form()
    cell(1, 1).element.focus()
    await type('1', 'ArrowDown')
    expect(document.activeElement).toBe(cell(2, 1).element)
    await type('1', 'ArrowUp')
    expect(document.activeElement).toBe(cell(1, 1).element)
  })

  it('says beside a candidate that the votes are more than the ballots, before anything is saved', async () => {
    const { wrapper, cell, type, judged } = await form()
    await type('9')
    await type('1')
    cell(1, 0).element.focus()
    await type('9')
    await judged()
    expect(wrapper.findAll('[data-test=tally-line]')[0]!.text()).toContain('多于有效票 8 张')
    expect(cell(1, 0).attributes('aria-invalid')).toBe('true')
    expect(requests('election_round_save')).toEqual([])
  })

  it('shows what the core refuses at its field', async () => {
    const { wrapper } = await form()
    const fields = [{ field: 'handed_out', message: '发出的选票多于实到' }]
    refuseNext('election_round_save', { message: '有 1 处填写需要改正', fields })
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(wrapper.get('.tally-heads').text()).toContain('发出的选票多于实到')
    expect(wrapper.emitted('done')).toBeUndefined()
  })

  it('takes a written-in name for the member of that name, and for nobody when there is none', async () => {
    const { wrapper } = await form()
    const add = async (index: number, name: string) => {
      await wrapper
        .findAll('button')
        .find((one) => one.text().startsWith('选票上另选'))!
        .trigger('click')
      await flushPromises()
      const field = wrapper.findAll('.written .tally-name')[index]!
      expect(document.activeElement).toBe(field.element)
      await field.setValue(name)
      await field.trigger('keydown', { key: 'Enter' })
      expect(document.activeElement?.getAttribute('aria-label')).toBe(`另选他人 ${index + 1} 得票`)
    }
    await add(0, '赵五')
    await add(1, '外人')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    const [saved] = requests<ElectionRound>('election_round_save')
    expect(saved!.write_ins).toEqual([
      { member: 5, name: '赵五', votes: 0 },
      { member: null, name: '外人', votes: 0 },
    ])
  })
})

describe('numbers of a tally', () => {
  it.each([
    ['３８', 38],
    [' 38 张', 38],
    ['', null],
    ['三', null],
  ])('「%s」 is read as %s', (typed, count) => {
    expect(readCount(typed)).toBe(count)
  })

  it('know the valid ballots and who abstained once they are there', () => {
    expect(validBallots(tally())).toBe(8)
    expect(validBallots(tally({ invalid: null }))).toBeNull()
    expect(restOf(tally(), line(5, 2, null))).toBe(1)
    expect(restOf(tally(), line(5, null, null))).toBeNull()
    expect(restOf(tally(), line(9, 2, null))).toBeNull()
  })

  it('a written line of which nothing was typed is no line', () => {
    const written = [
      { member: null, name: ' ', votes: null },
      { member: null, name: ' 外人 ', votes: 1 },
    ]
    expect(requestOf(1, null, tally({ written })).write_ins).toEqual([{ member: null, name: '外人', votes: 1 }])
  })
})

describe('concluding', () => {
  it('asks for the office of each who was elected, and ends those before as proposed', async () => {
    const elected = [{ person: { member: 1, name: '丁一' }, round: 1, votes: 9 }]
    const wrapper = mount(ResultSection, {
      props: {
        election: resetElection({
          state: 'decided',
          election: { ...resetElection().election, seats: 1 },
          elected,
          next: null,
        }),
      },
    })
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    const [asked] = requests<ElectionConcludeRequest>('election_conclude')
    expect(asked!.offices).toEqual([
      { member: 1, offices: [] },
      { member: 5, offices: [] },
    ])
  })

  it('asks for the approval once concluded, and shows it', async () => {
    const election = resetElection({
      state: 'concluded',
      elected: [{ person: { member: 1, name: '丁一' }, round: 1, votes: 9 }],
      approval: { on: '2026-11-23', number: '示工委复9号' },
    })
    const wrapper = mount(ResultSection, { props: { election: { ...election, approval: null } } })
    await wrapper.get('[data-test=approval-form]').trigger('submit')
    await flushPromises()
    expect(requests<ElectionApproveRequest>('election_approve')[0]!.approval).toEqual({ on: '', number: '' })
    await wrapper.setProps({ election })
    expect(wrapper.get('[data-test=approval]').text()).toContain('2026年11月23日批复（示工委复9号）')
  })
})
