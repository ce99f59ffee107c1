// What an import would do, sorted into the tabs of the wizard.

import type { ImportedRow, ImportNormalized, ImportNote, ImportPreview, ImportUpdate } from '@/ipc/types'

export interface ImportTabs {
  /** Come in as new members. */
  added: ImportedRow[]
  /** Change a member who is already there. */
  updated: ImportUpdate[]
  /** Already there, field by field. */
  unchanged: number
  /** Come in, but something is odd: one entry per row; first those that come in only when ticked. */
  doubtful: { row: ImportedRow; notes: ImportNote[] }[]
  /** Nothing of them is stored. */
  refused: ImportNote[]
}

export function importTabs(preview: ImportPreview): ImportTabs {
  const updatedRows = new Set(preview.updated.map((update) => update.row))
  const askFirst = new Set(preview.doubtful)
  // A masked cell of a known member is nothing odd: it just stays as it is.
  const notes = byRow(preview.warned.filter((note) => note.code !== 'masked' || askFirst.has(note.row)))
  const doubtful = preview.accepted.flatMap((row) => {
    const about = notes.get(row.row)
    return about ? [{ row, notes: about }] : []
  })
  return {
    added: preview.accepted.filter((row) => !updatedRows.has(row.row)),
    updated: preview.updated,
    unchanged: preview.unchanged,
    doubtful: doubtful.sort((a, b) => Number(askFirst.has(b.row.row)) - Number(askFirst.has(a.row.row))),
    refused: preview.rejected,
  }
}

/** What is said under the cells of each row, in grey: how a cell is kept, and what stays as it is. */
export function quietNotes(preview: ImportPreview) {
  const masked = preview.warned.filter((note) => note.code === 'masked')
  return { normalized: byRow<ImportNormalized>(preview.normalized), masked: byRow(masked) }
}

function byRow<Note extends { row: number }>(notes: readonly Note[]) {
  const rows = new Map<number, Note[]>()
  for (const note of notes) rows.set(note.row, [...(rows.get(note.row) ?? []), note])
  return rows
}

/** How many rows would be stored when the secretary leaves `skipped` out. */
export const rowsToStore = (preview: ImportPreview, skipped: readonly number[]) => {
  const left = new Set(skipped)
  return preview.accepted.filter((row) => !left.has(row.row)).length
}
