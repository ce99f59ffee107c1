import { describe, expect, it } from 'vitest'
import { quartersOf, together } from '@/features/meetings/plan/plan'
import type { MeetingPlan } from '@/ipc/types'

const plan = (quarter: string, required: number, held: number): MeetingPlan => ({
  quarter,
  kinds: [
    {
      kind: 'general',
      name: '支部党员大会',
      required,
      planned: held,
      held,
      lacking: 1,
      expected: 10 * held,
      present: held,
    },
  ],
  meetings: [],
  proposals: [{ rule: 'B09', kind: 'general', party_group: null, planned_at: `${quarter}`, place: '' }],
  missed: [
    {
      rule: 'B09',
      severity: 'late',
      message: quarter,
      action: '',
      due: null,
      subject: { room: 'meetings', id: null },
      key: '',
    },
  ],
  workdays_unknown: false,
})

describe('the plan of a year', () => {
  it('has the four quarters of the one that is looked at', () => {
    expect(quartersOf('2026Q3')).toEqual(['2026Q1', '2026Q2', '2026Q3', '2026Q4'])
  })

  it('adds up what its quarters ask for and lists what they lack in their order', () => {
    const year = together(quartersOf('2026Q2').map((quarter, at) => plan(quarter, 1, at)))
    expect(year?.kinds).toEqual([
      { kind: 'general', name: '支部党员大会', required: 4, planned: 6, held: 6, lacking: 4, expected: 60, present: 6 },
    ])
    expect(year?.proposals.map((one) => one.planned_at)).toEqual(['2026Q1', '2026Q2', '2026Q3', '2026Q4'])
    expect(year?.missed.map((one) => one.message)).toEqual(['2026Q1', '2026Q2', '2026Q3', '2026Q4'])
    expect(together([])).toBeUndefined()
  })
})
