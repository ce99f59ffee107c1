// Made-up dues of the year: what is owed is written down, nobody's rate is reckoned here.

import type * as t from '@/ipc/types'
import { done, type Handlers, needed, TODAY } from './made'
import { members } from './roster'

export const OWED = 1500
const YEAR = 2026
/** Whose months stand out. */
export const BEHIND = 2
export const WAIVED = 3
export const UNSET = 4
export const NEWCOMER = 5
export const PARTLY = 6

const twoDigits = (number: number) => String(number).padStart(2, '0')
const monthAt = (index: number): t.Month => `${YEAR}-${twoDigits(index + 1)}`
const nameOf = (member: t.MemberId) => members[member - 1]!.name

const NOTHING = { to: null, base: null, monthly: null, branch_agreed_on: null, superior_agreed_on: null, note: '' }
const salary = (id: number, member: t.MemberId, from: t.Month, base: t.Fen): t.DuesBase => ({
  ...NOTHING,
  id,
  member,
  kind: 'salary',
  from,
  base,
})

let bases: t.DuesBase[] = []
let payments: t.DuesPayment[] = []
let entries: t.DuesEntryRow[] = []
let aliases: t.DuesAlias[] = []
let published: t.DuesPublication | null = null

export const payment = (id: number, member: t.MemberId, months: t.DuesPart[]): t.DuesPayment => ({
  id,
  member,
  paid_on: '2026-09-10',
  way: 'cash',
  payer: '',
  received_by: '',
  receipt: '',
  transaction: '',
  note: '',
  months,
})

/** As it was before anything was entered. */
export function resetDues() {
  const owing = members.filter(({ id }) => ![WAIVED, UNSET].includes(id!))
  bases = owing.map(({ id }) => salary(id!, id!, '2025-01', 300_000))
  const agreed = { branch_agreed_on: '2026-02-10', superior_agreed_on: null, note: '生活困难' }
  bases.push({ ...NOTHING, ...agreed, id: 99, member: WAIVED, kind: 'waived', from: '2026-01', to: '2026-12' })
  payments = owing.flatMap(({ id }) =>
    Array.from({ length: 9 }, (_, month) => month)
      .filter((month) => !(id === BEHIND && month > 5) && !(id === NEWCOMER && month < 5))
      .map((month) => {
        const amount = id === PARTLY && month === 8 ? 1000 : OWED
        return payment(id! * 100 + month, id!, [{ month: monthAt(month), amount }])
      }),
  )
  entries = [
    entry(2, { on: '2026-10-08', kind: 'spent', amount: 20_000, spent_for: 'training', meeting: 1, note: '党课教材' }),
    entry(1, { on: '2026-04-02', kind: 'handed_up', from: '2026-01', to: '2026-03', amount: 60_000, party: '区委' }),
  ]
  aliases = [{ alias: '平安是福', member: 1 }]
  published = null
}

function entry(id: number, more: Partial<t.DuesEntryRow>): t.DuesEntryRow {
  const none = { from: null, to: null, spent_for: null, meeting: null, party: '', voucher: '', note: '' }
  const row = {
    ...none,
    id,
    on: TODAY,
    kind: 'spent' as const,
    amount: 0,
    meeting_title: '',
    files: 0,
    balance: 50_000,
  }
  return { ...row, ...more }
}

resetDues()

function cellOf(member: t.MemberId, index: number): t.DuesCell {
  const parts = payments.filter((one) => one.member === member).flatMap(({ months }) => months)
  const mine = parts.filter(({ month }) => month === monthAt(index))
  const paid = mine.reduce((sum, { amount }) => sum + amount, 0)
  const notes = payments.filter(
    (one) => one.member === member && one.months.some(({ month }) => month === monthAt(index)),
  )
  const note = notes.map((one) => one.note).join('')
  const is = (state: t.DuesState, owed: number): t.DuesCell => ({ state, owed, paid, payments: mine.length, note })
  if (member === NEWCOMER && index < 5) return is('outside', 0)
  if (member === WAIVED) return is('waived', 0)
  if (!bases.some((base) => base.member === member)) return is(paid ? 'more' : 'unset', 0)
  if (paid > OWED) return is('more', OWED)
  if (paid === OWED) return is('settled', OWED)
  return is(index < 10 ? 'lacking' : 'open', OWED)
}

function rowOf({ id, name, kind }: t.MemberRecord): t.DuesRow {
  const cells = Array.from({ length: 12 }, (_, index) => cellOf(id!, index))
  const lacking = cells.filter(({ state }) => state === 'lacking')
  const sum = (of: (cell: t.DuesCell) => number, some = cells) => some.reduce((all, cell) => all + of(cell), 0)
  return {
    member: id!,
    name,
    kind,
    has_left: false,
    base: bases.filter((base) => base.member === id).at(-1) ?? null,
    ended: null,
    cells,
    owed: sum(({ owed }) => owed),
    paid: sum(({ paid }) => paid),
    lacking: sum(({ owed, paid }) => owed - paid, lacking),
    lacking_months: lacking.length,
  }
}

function sumOf(rows: t.DuesRow[], from: number, to: number): t.DuesSum {
  const cells = rows.flatMap((row) => row.cells.slice(from, to))
  const sum = (of: (cell: t.DuesCell) => number) => cells.reduce((all, cell) => all + of(cell), 0)
  return { owed: sum(({ owed }) => owed), paid: sum(({ paid }) => paid), owing: 44, settled: 40 }
}

function yearOf({ year, search, lacking }: t.DuesYearRequest): t.DuesYear {
  const all = members.map(rowOf)
  const rows = all.filter((row) => row.name.includes(search) && (!lacking || row.lacking > 0))
  return {
    year,
    rows,
    total: rows.length,
    months: Array.from({ length: 12 }, (_, index) => sumOf(all, index, index + 1)),
    quarters: Array.from({ length: 4 }, (_, index) => sumOf(all, index * 3, index * 3 + 3)),
    whole: sumOf(all, 0, 12),
    without_base: all.filter(({ base }) => base === null).length,
    in_arrears: all.filter((row) => row.lacking > 0).length,
    lacking: all.reduce((sum, row) => sum + row.lacking, 0),
  }
}

function pay({ entries, paid_on, way }: t.DuesPayRequest) {
  for (const { member, month, amount, note } of entries) {
    const isThis = (one: t.DuesPayment) => one.member === member && one.months.some((part) => part.month === month)
    payments = payments.filter((one) => !isThis(one))
    if (amount)
      payments.unshift({
        ...payment(payments.length + 9000, member, [{ month, amount }]),
        paid_on,
        way,
        note: note ?? '',
      })
  }
  return done(null, ['dues'], '登记党费')
}

const importRow = (row: number, party: string, more: Partial<t.DuesImportRow>): t.DuesImportRow => ({
  row,
  paid_on: '2026-11-02',
  party,
  note: '转账',
  amount: 4500,
  transaction: `10000${row}`,
  member: null,
  name: '',
  months: [],
  doubt: '',
  ...more,
})

const thirds: t.DuesPart[] = [9, 10, 11].map((month) => ({ month: `2026-${twoDigits(month)}`, amount: OWED }))

export const statement = (): t.DuesImportPreview => ({
  file_name: '微信支付账单.xlsx',
  sheet: '账单',
  sheets: ['账单', '说明'],
  way: 'wechat',
  header: ['交易时间', '交易对方', '收/支', '金额(元)', '当前状态', '交易单号'],
  columns: {
    header: 16,
    time: 0,
    party: 1,
    amount: 3,
    direction: 2,
    status: 4,
    transaction: 5,
    note: null,
    goods: null,
    kind: null,
  },
  unread: '',
  matched: [importRow(18, '平安是福', { member: 1, name: nameOf(1), months: thirds })],
  doubtful: [
    importRow(19, '云淡风轻', { doubt: '不知道“云淡风轻”是谁' }),
    importRow(20, nameOf(6), { member: 6, name: nameOf(6), amount: 2000, doubt: '金额和应交的对不上' }),
  ],
  ignored: 7,
  known: 2,
})

export const handlers: Handlers = {
  dues_year: yearOf,
  dues_member: (member: t.MemberId): t.DuesMember => ({
    member,
    name: nameOf(member),
    bases: bases.filter((base) => base.member === member).reverse(),
    payments: payments.filter((one) => one.member === member).reverse(),
    aliases: aliases.filter((one) => one.member === member).map(({ alias }) => alias),
    paid_to: member === UNSET ? null : '2026-09',
  }),
  dues_rate: ({ kind, base_fen }: t.DuesRateRequest): t.DuesRate => ({
    fen: kind === 'waived' ? 0 : kind === 'fixed' ? 20 : Math.round(base_fen / 200),
    rule: 'F01',
  }),
  dues_bases_save: (request: t.DuesBasesRequest) => {
    for (const base of request.bases) {
      bases = bases.filter(({ id }) => base.id === null || id !== base.id)
      bases.push({ ...base, id: base.id ?? bases.length + 1000 })
    }
    return done(null, ['dues'], '核定党费基数')
  },
  dues_base_delete: (id: t.DuesBaseId) => {
    bases = bases.filter((base) => base.id !== id)
    return done(null, ['dues'], '删除党费基数')
  },
  dues_pay: pay,
  dues_payment_save: (request: t.DuesPayment) => {
    const id = request.id ?? payments.length + 9000
    payments = [...payments.filter((one) => one.id !== id), { ...request, id }]
    return done(id, ['dues'], '登记党费交款')
  },
  dues_payment_delete: (id: t.DuesPaymentId) => {
    payments = payments.filter((one) => one.id !== id)
    return done(null, ['dues'], '删除党费交款')
  },
  dues_ledger: ({ year }: t.DuesLedgerRequest): t.DuesLedger => ({
    year,
    entries: year === YEAR ? entries : [],
    before: 12_000,
    paid_in: 588_000,
    handed_up: 60_000,
    returned: 0,
    other_income: 0,
    spent: 20_000,
    balance: 520_000,
    uses: year === YEAR ? [{ spent_for: 'training', amount: 20_000 }] : [],
    published: published?.year === year ? published : null,
  }),
  dues_entry_save: (request: t.DuesEntry) => {
    const id = request.id ?? entries.length + 10
    entries = [entry(id, { ...request, id }), ...entries.filter((one) => one.id !== id)]
    return done(null, ['dues'], '登记党费收支')
  },
  dues_entry_delete: (id: t.DuesEntryId) => {
    needed(new Map(entries.map((one) => [one.id, one])), id)
    entries = entries.filter((one) => one.id !== id)
    return done(null, ['dues'], '删除党费收支')
  },
  dues_publish: (request: t.DuesPublication) => {
    published = request
    return done(null, ['dues'], '登记党费公布')
  },
  dues_unpublish: () => {
    published = null
    return done(null, ['dues'], '撤回党费公布')
  },
  dues_export: () => ({ file_name: '2026年党费.xlsx', bytes: 9000, gaps: [] }),
  dues_import_preview: statement,
  dues_import: (request: t.DuesImportRequest) => {
    payments.push(...request.payments.map((one, index) => ({ ...one, id: 8000 + index })))
    aliases.push(...request.aliases)
    const amount = request.payments.flatMap(({ months }) => months).reduce((sum, part) => sum + part.amount, 0)
    return done({ payments: request.payments.length, amount }, ['dues'], '读入党费')
  },
  dues_alias_forget: (alias: string) => {
    aliases = aliases.filter((one) => one.alias !== alias)
    return done(null, ['dues'], '忘记一个付款昵称')
  },
}
