// What an import would do, sorted into the tabs of the wizard.

import type { ImportedRow, ImportNote, ImportPreview, ImportUpdate } from '@/ipc/types'

export interface ImportTabs {
  /** Come in as new members. */
  added: ImportedRow[]
  /** Change a member who is already there. */
  updated: ImportUpdate[]
  /** Already there, field by field. */
  unchanged: number
  /** Come in, but something is odd: one entry per row. */
  doubtful: { row: ImportedRow; notes: ImportNote[] }[]
  /** Nothing of them is stored. */
  refused: ImportNote[]
}

export function importTabs(preview: ImportPreview): ImportTabs {
  const updatedRows = new Set(preview.updated.map((update) => update.row))
  const notes = new Map<number, ImportNote[]>()
  for (const note of preview.warned) notes.set(note.row, [...(notes.get(note.row) ?? []), note])
  return {
    added: preview.accepted.filter((row) => !updatedRows.has(row.row)),
    updated: preview.updated,
    unchanged: preview.unchanged,
    doubtful: preview.accepted.flatMap((row) => {
      const about = notes.get(row.row)
      return about ? [{ row, notes: about }] : []
    }),
    refused: preview.rejected,
  }
}

/** How many rows would be stored when the secretary leaves `skipped` out. */
export const rowsToStore = (preview: ImportPreview, skipped: readonly number[]) =>
  preview.accepted.filter((row) => !skipped.includes(row.row)).length
