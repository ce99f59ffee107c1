// The roster's page over made-up rows: enough of counting and filtering for the pages to be looked at.

import type * as t from '@/ipc/types'
import { MEMBER_KIND, OFFICE, SEX } from '@/ipc/words'

export const statesOf = (member: t.MemberRequest) =>
  [member.is_mobile && '流动党员', member.is_lost && '失联党员', !member.address && '资料不完整'].filter(
    (state) => state !== false,
  )

const LABELS: [t.Dimension, string, (row: t.MemberRow) => string[]][] = [
  ['kind', '人员类别', (row) => [MEMBER_KIND[row.kind]]],
  ['state', '情况', (row) => row.states],
  ['group', '党小组', (row) => [row.party_group || '未编组']],
  ['unit', '所在单位', (row) => [row.unit || '未填']],
  ['office', '党内职务', (row) => (row.offices.length ? row.offices.map((office) => OFFICE[office]) : ['无职务'])],
  ['sex', '性别', (row) => [row.sex ? SEX[row.sex] : '未填']],
  ['education', '学历', (row) => [row.education]],
]

function countsOf(rows: t.MemberRow[]): t.DimensionCounts[] {
  return LABELS.map(([by, title, labels]) => {
    const counted = new Map<string, number>()
    for (const label of rows.flatMap(labels)) counted.set(label, (counted.get(label) ?? 0) + 1)
    return { by, title, counts: [...counted].map(([label, count]) => ({ label, count })) }
  })
}

export function rosterPage(rows: t.MemberRow[], query: t.RosterQuery, today: string): t.RosterPage {
  const [current, former] = [rows.filter((row) => !row.left), rows.filter((row) => row.left)]
  const all = query.former ? former : current
  const listed = all
    .filter((row) => row.name.includes(query.search))
    .filter((row) =>
      query.filters.every(({ by }) => {
        const labels = LABELS.find(([one]) => one === by)?.[2](row)
        return query.filters.some((filter) => filter.by === by && labels?.includes(filter.label))
      }),
    )
  return {
    rows: listed.slice(query.offset, query.offset + (query.limit || 100)),
    total: listed.length,
    on: query.on ?? today,
    current: current.length,
    former: former.length,
    completeness: 96,
    counts: countsOf(all),
  }
}
