// The plan of a whole year: what its four quarters say, in one.

import type { MeetingPlan, Quarter } from '@/ipc/types'

/** The quarters of the year in which `quarter` lies. */
export const quartersOf = (quarter: Quarter): Quarter[] =>
  [1, 2, 3, 4].map((number) => `${quarter.slice(0, 4)}Q${number}`)

/** One plan of several, in their order; the counts of a kind are added up. */
export function together(plans: readonly MeetingPlan[]): MeetingPlan | undefined {
  const [first] = plans
  if (!first) return undefined
  const kinds = new Map<string, MeetingPlan['kinds'][number]>()
  for (const line of plans.flatMap((plan) => plan.kinds)) {
    const sum = kinds.get(line.kind)
    kinds.set(line.kind, sum ? added(sum, line) : line)
  }
  return {
    quarter: first.quarter,
    kinds: [...kinds.values()],
    meetings: plans.flatMap((plan) => plan.meetings),
    proposals: plans.flatMap((plan) => plan.proposals),
    missed: plans.flatMap((plan) => plan.missed),
    workdays_unknown: plans.some((plan) => plan.workdays_unknown),
  }
}

const added = (one: MeetingPlan['kinds'][number], other: MeetingPlan['kinds'][number]) => ({
  ...one,
  required: one.required + other.required,
  planned: one.planned + other.planned,
  held: one.held + other.held,
  lacking: one.lacking + other.lacking,
  expected: one.expected + other.expected,
  present: one.present + other.present,
})
