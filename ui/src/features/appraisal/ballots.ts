// Entering the tally of an appraisal: numbers that are typed, and what is asked of the core.

import type { AppraisalCounts, AppraisalId, AppraisalTallyRequest, AppraisalView, MemberId } from '@/ipc/types'
import type { Typed } from '@/shared/fields/count'

export const GRADES = ['excellent', 'qualified', 'basically_qualified', 'unqualified'] as const

/** One member's line; what stays blank counts as none. */
export type BallotLine = { member: MemberId; name: string } & Record<(typeof GRADES)[number], Typed>

/** The whole tally as it stands on the screen. */
export interface Ballots {
  handed_out: Typed
  collected: Typed
  lines: BallotLine[]
}

/** As stored; before anything was counted as many are handed out as have come. */
export const ballotsOf = (view: AppraisalView): Ballots => ({
  handed_out: view.handed_out ?? (view.held ? view.present : null),
  collected: view.collected,
  lines: view.people
    .filter(({ kind }) => kind === 'full')
    .map(({ member, name, counts }) => ({
      member,
      name,
      excellent: counts?.excellent ?? null,
      qualified: counts?.qualified ?? null,
      basically_qualified: counts?.basically_qualified ?? null,
      unqualified: counts?.unqualified ?? null,
    })),
})

const isTyped = (line: BallotLine) => GRADES.some((grade) => line[grade] !== null)

/** What is asked of the core; a line of which nothing was typed is no line. */
export function requestOf(appraisal: AppraisalId, ballots: Ballots): AppraisalTallyRequest {
  const lines: AppraisalCounts[] = ballots.lines.filter(isTyped).map((line) => ({
    member: line.member,
    excellent: line.excellent ?? 0,
    qualified: line.qualified ?? 0,
    basically_qualified: line.basically_qualified ?? 0,
    unqualified: line.unqualified ?? 0,
  }))
  return { appraisal, handed_out: ballots.handed_out, collected: ballots.collected, lines }
}

/** Where a line stands in the request, for the problems that come back under its place there. */
export const placeInRequest = (ballots: Ballots, line: BallotLine) => ballots.lines.filter(isTyped).indexOf(line)
