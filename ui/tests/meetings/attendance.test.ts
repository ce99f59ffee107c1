import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import AttendanceSection from '@/features/meetings/attendance/AttendanceSection.vue'
import { allPresent, tallyOf, withLate, withStatus } from '@/features/meetings/attendance/attendance'
import { meetingGet } from '@/ipc/commands'
import type { AttendanceRequest, AttendanceRow } from '@/ipc/types'
import { calls, refuseNext } from '../fakeCall'

const row = (member: number, status: AttendanceRow['status'], voting = true): AttendanceRow => ({
  member,
  name: `党员${member}`,
  kind: voting ? 'full' : 'probationary',
  party_group: '',
  voting,
  attendance_not_required: false,
  status,
  reason: null,
  late: false,
  exclusion: null,
})

/** As it stands before anyone was ticked. */
const planned = await meetingGet(1)
const stubs = { 'router-link': true }

function page() {
  const wrapper = mount(AttendanceSection, {
    props: { meeting: structuredClone(planned) },
    attachTo: document.body,
    global: { stubs },
  })
  const at = (index: number) => wrapper.findAll('[data-person]')[index]!
  const press = async (index: number, key: string, init = {}) => {
    await at(index).trigger('keydown', { key, ...init })
    await flushPromises()
  }
  const pressed = (index: number) => wrapper.findAll('.person-row')[index]!.find('[aria-pressed=true]')
  const saved = () =>
    calls.filter((call) => call.name === 'attendance_save').map((call) => call.request as AttendanceRequest)
  return { wrapper, at, press, pressed, saved }
}

beforeEach(() => {
  calls.length = 0
  document.body.innerHTML = ''
})

describe('ticking who came, by keyboard', () => {
  it.each([
    [' ', '到会'],
    ['q', '请假'],
    ['X', '缺席'],
  ])('「%s」 means %s', async (key, word) => {
    const { press, pressed } = page()
    await press(0, key)
    expect(pressed(0).text()).toBe(word)
  })

  it('goes down the list, and the arrows move without ticking', async () => {
    const { press, at, pressed } = page()
    await press(0, ' ')
    expect(document.activeElement).toBe(at(1).element)
    await press(1, 'ArrowDown')
    expect(document.activeElement).toBe(at(2).element)
    await press(2, 'ArrowUp')
    expect(document.activeElement).toBe(at(1).element)
    expect(pressed(1).exists()).toBe(false)
  })

  it('asks for the reason of a leave, and Enter goes on to the next person', async () => {
    const { press, wrapper, at } = page()
    await press(0, 'q')
    const reason = wrapper.get('input[aria-label$="请假原因"]')
    expect(document.activeElement).toBe(reason.element)
    await reason.trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(document.activeElement).toBe(at(1).element)
  })

  it('leaves the shortcuts of the window and the input method alone', async () => {
    const { press, pressed } = page()
    await press(0, 'x', { ctrlKey: true })
    await press(0, 'q', { isComposing: true })
    expect(pressed(0).exists()).toBe(false)
  })

  it('counts at once', async () => {
    const { press, wrapper } = page()
    await press(0, ' ')
    await press(1, 'x')
    expect(wrapper.get('[data-test=counts]').text().replace(/\s+/g, ' ')).toContain('实到 1 请假 0 缺席 1')
  })

  it('saves what was ticked, and nobody else, so that only then the list is frozen', async () => {
    vi.useFakeTimers()
    const { press, saved } = page()
    await press(0, ' ')
    await vi.runAllTimersAsync()
    expect(saved()).toHaveLength(1)
    const statuses = saved()[0]!.entries.map((entry) => entry.status)
    expect(statuses).toContain('present')
    expect(statuses).not.toContain(null)
    vi.useRealTimers()
  })

  it('says so when it could not be saved', async () => {
    vi.useFakeTimers()
    const { press, wrapper } = page()
    refuseNext('attendance_save', { message: '文件已锁定。' })
    await press(0, ' ')
    await vi.runAllTimersAsync()
    expect(wrapper.text()).toContain('文件已锁定。')
    expect(wrapper.get('[data-test=save-state]').text()).toBe('还没有保存')
    vi.useRealTimers()
  })
})

describe('the numbers of a meeting', () => {
  it('leave those of whom it is not required out of the expected', () => {
    const rows = [row(1, 'present'), row(2, 'on_leave'), row(3, 'absent'), row(4, 'not_required'), row(5, null, false)]
    expect(tallyOf(rows)).toEqual({
      expected: 4,
      present: 1,
      late: 0,
      on_leave: 1,
      absent: 1,
      not_required: 1,
      unrecorded: 1,
      voting_expected: 4,
      voting_present: 1,
    })
  })

  it('whoever comes late is there, and whoever is excluded leaves the voting members expected', () => {
    expect(tallyOf([withLate(row(1, null)), row(2, 'present')])).toMatchObject({ present: 2, late: 1 })
    expect(withLate(withLate(row(1, null)))).toMatchObject({ status: 'present', late: false })
    expect(withStatus(withLate(row(1, null)), 'absent')).toMatchObject({ status: 'absent', late: false })
    const exclusion = { ground: 'bedridden', consent: '某文号', decision: '11月2日' } as const
    const excluded = { ...row(3, 'on_leave'), exclusion }
    expect(tallyOf([row(1, 'present'), excluded])).toMatchObject({ expected: 2, voting_expected: 1 })
    expect(withStatus(excluded, 'present').exclusion).toBeNull()
  })

  it('a probationary member who came is present and does not vote', () => {
    expect(tallyOf([row(1, 'present', false)])).toMatchObject({ present: 1, voting_expected: 0, voting_present: 0 })
  })

  it('the same key again takes the tick away, and a reason belongs to a leave only', () => {
    const leave = { ...row(1, 'on_leave'), reason: '出差' }
    expect(withStatus(leave, 'on_leave').status).toBeNull()
    expect(withStatus(leave, 'present').reason).toBeNull()
  })

  it('of whom it is not required, that person is never absent', () => {
    const old = { ...row(1, 'not_required'), attendance_not_required: true }
    expect(withStatus({ ...old, status: 'present' }, 'absent').status).toBe('not_required')
    expect(withStatus({ ...old, status: 'present' }, 'present').status).toBe('not_required')
    expect(withStatus(old, 'present').status).toBe('present')
  })

  it('「全部到会」 leaves what is recorded as it is', () => {
    expect(allPresent([row(1, null), row(2, 'absent')]).map(({ status }) => status)).toEqual(['present', 'absent'])
  })
})
