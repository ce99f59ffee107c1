// Entering a tally: numbers that are typed, the rest that follows, and what is asked of the core.

import type { ElectionId, ElectionRound, ElectionWriteIn, MemberId } from '@/ipc/types'
import type { Typed } from '@/shared/fields/count'

/** One candidate's line. */
export interface TallyLine {
  member: MemberId
  name: string
  votes_for: Typed
  votes_against: Typed
  abstained: Typed
}

/** A line for a name that is not on the ballot. */
export interface WrittenLine {
  member: MemberId | null
  name: string
  votes: Typed
}

/** The whole tally as it stands on the screen. */
export interface Tally {
  voters_expected: Typed
  voters_present: Typed
  handed_out: Typed
  collected: Typed
  invalid: Typed
  lines: TallyLine[]
  written: WrittenLine[]
}

/** Valid ballots, once both numbers are there. */
export const validBallots = (tally: Tally): Typed =>
  tally.collected === null || tally.invalid === null ? null : Math.max(0, tally.collected - tally.invalid)

/** Who neither agreed nor disagreed: offered when the third number is not typed yet. */
export function restOf(tally: Tally, line: TallyLine): Typed {
  const valid = validBallots(tally)
  if (valid === null || line.votes_for === null || line.votes_against === null) return null
  const rest = valid - line.votes_for - line.votes_against
  return rest >= 0 ? rest : null
}

/** Every ballot and every candidate has its numbers. */
export const isComplete = (tally: Tally): boolean =>
  [tally.voters_expected, tally.voters_present, tally.handed_out, tally.collected, tally.invalid].every(
    (count) => count !== null,
  ) &&
  tally.lines.every((line) => line.votes_for !== null && line.votes_against !== null && line.abstained !== null) &&
  tally.written.every((line) => line.name.trim() === '' || line.votes !== null)

/** What is asked of the core; a line of which nothing was typed is no line. */
export function requestOf(election: ElectionId, number: number | null, tally: Tally): ElectionRound {
  const write_ins: ElectionWriteIn[] = tally.written
    .filter((line) => line.name.trim() !== '' || line.votes !== null)
    .map(({ member, name, votes }) => ({ member, name: name.trim(), votes: votes ?? 0 }))
  return {
    election,
    number,
    voters_expected: tally.voters_expected ?? 0,
    voters_present: tally.voters_present ?? 0,
    handed_out: tally.handed_out ?? 0,
    collected: tally.collected ?? 0,
    invalid: tally.invalid ?? 0,
    candidates: tally.lines.map(({ member, votes_for, votes_against, abstained }) => ({
      member,
      votes_for: votes_for ?? 0,
      votes_against: votes_against ?? 0,
      abstained: abstained ?? 0,
    })),
    write_ins,
  }
}
