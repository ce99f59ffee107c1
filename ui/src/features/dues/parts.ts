// For which months how much, while it is typed.

import type { DuesPart, Fen, Month } from '@/ipc/types'

export interface TypedPart {
  month: Month
  /** `null` as long as it is not typed. */
  amount: Fen | null
}

export const totalOf = (parts: readonly TypedPart[]): Fen => parts.reduce((sum, { amount }) => sum + (amount ?? 0), 0)

/** What is not typed is nothing: the core says so at its field. */
export const partsOf = (parts: readonly TypedPart[]): DuesPart[] =>
  parts.map(({ month, amount }) => ({ month, amount: amount ?? 0 }))
