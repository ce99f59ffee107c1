// What a cell of the year says, and what it becomes.

import type { DuesCell, DuesPayEntry, DuesRow, Fen, MemberId, Month } from '@/ipc/types'
import { DUES_STATE } from '@/ipc/words'
import { formatMoney } from '@/shared/text/format'
import { monthAt } from '../months'
import { formatYuan, readYuan, refusedYuan } from '../yuan'

/** What a hand wants to stand in a cell. */
export interface Wanted {
  row: DuesRow
  /** From 0. */
  month: number
  amount: Fen
}

export const keyOf = (member: MemberId, month: Month) => `${member} ${month}`

const cellOf = ({ row, month }: Omit<Wanted, 'amount'>) => row.cells[month] as DuesCell

/** Whether Enter takes what is owed. */
export const isDue = (cell: DuesCell) => cell.state === 'open' || cell.state === 'lacking'

export const isChange = (wanted: Wanted) => wanted.amount !== cellOf(wanted).paid

/** Neither nothing nor what is owed: it has to be said why. */
export function isOdd(wanted: Wanted) {
  const { owed } = cellOf(wanted)
  return wanted.amount !== 0 && owed !== 0 && wanted.amount !== owed
}

export const entryOf = (year: number, wanted: Wanted, note: string): DuesPayEntry => ({
  member: wanted.row.member,
  month: monthAt(year, wanted.month),
  amount: wanted.amount,
  note: isOdd(wanted) ? note : null,
})

const money = (fen: Fen) => (fen === 0 ? '0 元' : formatMoney(fen))

/** As it is read out: `张三 3月 应交 15.00 元 实交 0 元 欠交`, and what was noted. */
export function sayCell(name: string, month: number, { state, owed, paid, note }: DuesCell): string {
  const amounts = owed || paid ? `应交 ${money(owed)} 实交 ${money(paid)}` : ''
  return [name, `${month + 1}月`, amounts, DUES_STATE[state], note && `备注 ${note}`].filter(Boolean).join(' ')
}

/** One line of a cell. */
export interface CellLine {
  text: string
  tone: '' | 'muted' | 'late' | 'due'
}

/** As it is seen: what was paid; what is lacking or too much says so in words. */
export function linesOf({ state, owed, paid }: DuesCell): CellLine[] {
  const lines: CellLine[] = paid ? [{ text: formatYuan(paid), tone: '' }] : []
  if (state === 'waived') lines.push({ text: DUES_STATE[state], tone: 'muted' })
  if (state === 'unset') lines.push({ text: '未核定', tone: 'muted' })
  if (state === 'open') lines.push({ text: formatYuan(owed - paid), tone: 'muted' })
  if (state === 'lacking') lines.push({ text: `欠 ${formatYuan(owed - paid)}`, tone: 'late' })
  if (state === 'more' && owed) lines.push({ text: `多 ${formatYuan(paid - owed)}`, tone: 'due' })
  return lines
}

/** What was made of a pasted block. */
export interface Block {
  wanted: Wanted[]
  /** What cannot be read, by cell. */
  refused: Map<string, string>
  /** Why none of it can be taken, where that is so. */
  tooLarge: string | null
}

/** A block of a sheet, put down with its first field at a cell; empty fields leave what is there. */
export function readBlock(
  text: string,
  rows: readonly DuesRow[],
  year: number,
  at: { row: number; month: number },
): Block {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  const fields = lines.map((line) => line.split('\t'))
  const block: Block = { wanted: [], refused: new Map(), tooLarge: null }
  const wide = Math.max(...fields.map(({ length }) => length))
  if (lines.length > rows.length - at.row) {
    block.tooLarge = `粘贴的有 ${lines.length} 行，从这一行往下只有 ${rows.length - at.row} 人，没有登记`
  } else if (wide > 12 - at.month) {
    block.tooLarge = `粘贴的有 ${wide} 列，从 ${at.month + 1} 月起只有 ${12 - at.month} 个月，没有登记`
  }
  if (block.tooLarge) return block
  for (const [down, line] of fields.entries())
    for (const [right, typed] of line.entries()) {
      const row = rows[at.row + down]
      const month = at.month + right
      if (!row || !typed.trim()) continue
      const amount = readYuan(typed)
      if (amount === null) block.refused.set(keyOf(row.member, monthAt(year, month)), refusedYuan(typed) ?? '')
      else block.wanted.push({ row, month, amount })
    }
  return block
}
