import type { MemberRow, RosterColumn } from '@/ipc/types'
import type { TableColumn } from '@/shared/layout/DataTable.vue'
import { preference, setPreference } from '@/shared/session/preferences'
import { formatDate, formatMonths } from '@/shared/text/format'
import { EXIT_WAYS, MEMBER_KINDS, officesText, SEXES } from '@/shared/text/words'

type Column = Omit<TableColumn<MemberRow>, 'key'>

/** Every column of the list, in the order in which they stand. */
export const COLUMNS: Record<RosterColumn, Column> = {
  kind: { label: '类别', width: 105, text: (row) => MEMBER_KINDS[row.kind] },
  sex: { label: '性别', width: 65, text: (row) => row.sex && SEXES[row.sex] },
  ethnicity: { label: '民族', width: 100, text: (row) => row.ethnicity },
  birth: { label: '出生日期', width: 150, text: (row) => formatDate(row.birth) },
  age: { label: '年龄', width: 70, align: 'right', text: (row) => row.age },
  education: { label: '学历', width: 130, text: (row) => row.education },
  party_group: { label: '党小组', width: 140, text: (row) => row.party_group },
  unit: { label: '所在单位', text: (row) => row.unit },
  office: { label: '职务', width: 120, text: (row) => officesText(row.offices) },
  job_position: { label: '工作岗位', text: (row) => row.job_position },
  joined: { label: '入党日期', width: 150, text: (row) => formatDate(row.joined) },
  converted: { label: '转正日期', width: 150, text: (row) => formatDate(row.converted) },
  party_age: { label: '党龄', width: 130, align: 'right', text: (row) => formatMonths(row.party_age_months) },
  mobile: { label: '手机', width: 140, text: (row) => row.mobile_masked },
  states: { label: '情况', width: 180, text: (row) => row.states.join('、') },
  completeness: { label: '完整度', width: 145 },
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

/** The name and what was chosen beside it. */
export const tableColumns = (chosen: RosterColumn[]): TableColumn<MemberRow>[] => [
  NAME,
  ...inOrder(chosen).map((key) => ({ key, ...COLUMNS[key] })),
]

/** Of those who have left, what matters is when, how and where to. */
export const FORMER_COLUMNS: TableColumn<MemberRow>[] = [
  NAME,
  ...(['kind', 'sex'] as const).map((key) => ({ key, ...COLUMNS[key] })),
  { key: 'left_on', label: '离开日期', width: 160, text: (row) => formatDate(row.left?.on) },
  { key: 'left_how', label: '离开方式', width: 160, text: (row) => row.left && EXIT_WAYS[row.left.how] },
  { key: 'left_reason', label: '去向或原因', text: (row) => row.left?.reason },
]

/** In whichever order they were ticked, they stand in the usual one. */
export const inOrder = (chosen: RosterColumn[]) =>
  (Object.keys(COLUMNS) as RosterColumn[]).filter((column) => chosen.includes(column))

const KEY = 'roster-columns'

/** What was chosen last. */
export function rememberedColumns(): RosterColumn[] {
  const kept = preference(KEY)
  return kept === null ? USUAL : inOrder(kept.split(',') as RosterColumn[])
}

export const rememberColumns = (chosen: RosterColumn[]) => setPreference(KEY, chosen.join(','))
