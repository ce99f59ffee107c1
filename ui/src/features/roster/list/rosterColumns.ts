import type { MemberRow, RosterColumn } from '@/ipc/types'
import { EXIT_WAY, MEMBER_KIND, ROSTER_COLUMN, SEX } from '@/ipc/words'
import type { TableColumn } from '@/shared/layout/DataTable.vue'
import { preference, setPreference } from '@/shared/session/preferences'
import { formatDate, formatMonths } from '@/shared/text/format'
import { officesText } from '@/shared/text/words'

type Column = Omit<TableColumn<MemberRow>, 'key' | 'label'>

/** Every column of the list, in the order in which they stand. */
export const COLUMNS: Record<RosterColumn, Column> = {
  kind: { width: 105, text: (row) => MEMBER_KIND[row.kind] },
  sex: { width: 65, text: (row) => row.sex && SEX[row.sex] },
  ethnicity: { width: 100, text: (row) => row.ethnicity },
  birth: { width: 150, text: (row) => formatDate(row.birth) },
  age: { width: 70, align: 'right', text: (row) => row.age },
  education: { width: 130, text: (row) => row.education },
  party_group: { width: 140, text: (row) => row.party_group },
  unit: { text: (row) => row.unit },
  office: { width: 120, text: (row) => officesText(row.offices) },
  job_position: { text: (row) => row.job_position },
  joined: { width: 150, text: (row) => formatDate(row.joined) },
  converted: { width: 150, text: (row) => formatDate(row.converted) },
  party_age: { width: 130, align: 'right', text: (row) => formatMonths(row.party_age_months) },
  mobile: { width: 140, text: (row) => row.mobile_masked },
  states: { width: 180, text: (row) => row.states.join('、') },
  completeness: { width: 145 },
}

export const USUAL: RosterColumn[] = [
  'kind',
  'sex',
  'party_group',
  'office',
  'age',
  'party_age',
  'mobile',
  'completeness',
]

const NAME: TableColumn<MemberRow> = { key: 'name', label: '姓名', text: (row) => row.name }

const columnOf = (key: RosterColumn) => ({ key, label: ROSTER_COLUMN[key], ...COLUMNS[key] })

/** The name and what was chosen beside it. */
export const tableColumns = (chosen: RosterColumn[]): TableColumn<MemberRow>[] => [
  NAME,
  ...inOrder(chosen).map(columnOf),
]

/** Of those who have left, what matters is when, how and where to. */
export const FORMER_COLUMNS: TableColumn<MemberRow>[] = [
  NAME,
  ...(['kind', 'sex'] as const).map(columnOf),
  { key: 'left_on', label: '离开日期', width: 160, text: (row) => formatDate(row.left?.on) },
  { key: 'left_how', label: '离开方式', width: 160, text: (row) => row.left && EXIT_WAY[row.left.how] },
  { key: 'left_reason', label: '去向或原因', text: (row) => row.left?.reason },
]

/** In whichever order they were ticked, they stand in the usual one. */
export const inOrder = (chosen: RosterColumn[]) =>
  (Object.keys(ROSTER_COLUMN) as RosterColumn[]).filter((column) => chosen.includes(column))

const KEY = 'roster-columns'

/** What was chosen last. */
export function rememberedColumns(): RosterColumn[] {
  const kept = preference(KEY)
  return kept === null ? USUAL : inOrder(kept.split(',') as RosterColumn[])
}

export const rememberColumns = (chosen: RosterColumn[]) => setPreference(KEY, chosen.join(','))
