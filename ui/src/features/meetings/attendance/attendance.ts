// Ticking who came, by keyboard: pure functions on the rows as they stand on the screen.

import type { AttendanceRow, AttendanceStatus, AttendanceTally } from '@/ipc/types'

/** What a key does to the row with the focus. */
export const KEYS: Record<string, AttendanceStatus> = {
  ' ': 'present',
  q: 'on_leave',
  x: 'absent',
}

/** The numbers as they will be once saved, so that the counters move with the key. */
export function tallyOf(rows: readonly AttendanceRow[]): AttendanceTally {
  const count = (status: AttendanceStatus | null) => rows.filter((row) => row.status === status).length
  const voting = rows.filter((row) => row.voting && row.exclusion === null)
  return {
    expected: rows.length - count('not_required'),
    present: count('present'),
    late: rows.filter((row) => row.late).length,
    on_leave: count('on_leave'),
    absent: count('absent'),
    not_required: count('not_required'),
    unrecorded: count(null),
    voting_expected: voting.length,
    voting_present: voting.filter((row) => row.status === 'present').length,
  }
}

/** What a row can be set to: of whom it is not required, that person is never absent (B19). */
export const choicesFor = (row: AttendanceRow): AttendanceStatus[] => [
  'present',
  'on_leave',
  row.attendance_not_required ? 'not_required' : 'absent',
]

/** The row after setting `status`; the same one again takes it away. A reason belongs to a leave only. */
export function withStatus(row: AttendanceRow, status: AttendanceStatus): AttendanceRow {
  const [, , away] = choicesFor(row)
  const wanted = status === 'absent' && away ? away : status
  const unset = row.attendance_not_required ? 'not_required' : null
  const next = row.status === wanted ? unset : wanted
  const here = next === 'present'
  return {
    ...row,
    status: next,
    reason: next === 'on_leave' ? row.reason : null,
    late: here && row.late,
    exclusion: here ? null : row.exclusion,
  }
}

/** The row after the key for lateness: whoever comes late is there. */
export const withLate = (row: AttendanceRow): AttendanceRow => ({
  ...row,
  status: 'present',
  reason: null,
  late: !row.late,
  exclusion: null,
})

/** Everyone not yet recorded came. */
export const allPresent = (rows: readonly AttendanceRow[]): AttendanceRow[] =>
  rows.map((row) => (row.status === null ? { ...row, status: 'present' } : row))
