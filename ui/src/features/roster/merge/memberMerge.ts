// Which of two records is followed, part by part.

import type { MergeChoice, MergePart } from '@/ipc/types'

export type Side = 'keep' | 'drop'

/** At first the record that stays, and where it says nothing, the other one. */
export const firstSides = (choices: readonly MergeChoice[]): Side[] =>
  choices.map(({ keep }) => (keep ? 'keep' : 'drop'))

/** What is taken from the other record. */
export const taken = (choices: readonly MergeChoice[], sides: readonly Side[]): MergePart[] =>
  choices.filter((_, index) => sides[index] === 'drop').map(({ part }) => part)
