// A made-up appraisal for the fake core: three members and one on probation.

import type * as t from '@/ipc/types'

const NAMES = ['丁一', '王二', '冯预备', '张三']

const person = (name: string, index: number): t.AppraisalPerson => ({
  member: index + 1,
  name,
  kind: index === 2 ? 'probationary' : 'full',
  status: 'present',
  own: { member: index + 1, done: false, on: null, text: '', on_paper: false },
  mutual: { member: index + 1, done: false, text: '' },
  counts: null,
  verdict: { member: index + 1, grade: null, reason: '' },
})

const STEPS = { own: '个人自评', mutual: '党员互评', ballot: '民主测评', organization: '组织评定' } as const

const base: t.AppraisalView = {
  appraisal: { id: 1, year: 2026, meeting: 9 },
  title: '2026年度民主评议党员',
  meeting_title: '民主评议党员',
  on: '2026-11-20',
  organ: '支部委员会',
  held: true,
  expected: 4,
  present: 4,
  attendance: '应到党员 4 名，实到 4 名',
  people: NAMES.map(person),
  order: [4, 1, 2],
  handed_out: null,
  collected: null,
  is_void: false,
  excellent_at_most: 1,
  decided_on: null,
  steps: (Object.keys(STEPS) as (keyof typeof STEPS)[]).map((kind) => ({
    kind,
    name: STEPS[kind],
    done: 0,
    of: kind === 'own' || kind === 'mutual' ? 4 : 3,
  })),
  findings: [],
}

/** The appraisal as it stands; tests set it back with `resetAppraisal`. */
let appraisal = structuredClone(base)
export const resetAppraisal = (change: Partial<t.AppraisalView> = {}) => {
  appraisal = { ...structuredClone(base), ...change }
  return structuredClone(appraisal)
}

const done = <T>(value: T): t.Done<T> => ({ value, changes: ['appraisal'], undo: '登记民主评议' })

const saved = (change: (person: t.AppraisalPerson) => Partial<t.AppraisalPerson>) =>
  done(Object.assign(appraisal, { people: appraisal.people.map((one) => ({ ...one, ...change(one) })) }))
const of = <T extends { member: number }>(entries: T[], { member }: t.AppraisalPerson) =>
  entries.find((entry) => entry.member === member)

/** Only what the page shows; the rules live in the core. */
function judged({ handed_out, collected, lines }: t.AppraisalTallyRequest): t.AppraisalTallyView {
  const sum = (line: t.AppraisalCounts) => line.excellent + line.qualified + line.basically_qualified + line.unqualified
  const is_void = (collected ?? 0) > (handed_out ?? 0)
  return {
    is_void,
    problems: lines.flatMap((line, index) =>
      sum(line) > (collected ?? 0)
        ? [{ field: `lines.${index}.excellent`, message: `多于收回的 ${collected} 张` }]
        : [],
    ),
    remarks: is_void ? [{ field: 'collected', message: '这次测评无效' }] : [],
  }
}

export const appraisalHandlers = {
  appraisal_list: (query: t.AppraisalQuery): t.AppraisalRow[] =>
    query.meeting !== null && query.meeting !== appraisal.appraisal.meeting
      ? []
      : [
          {
            id: 1,
            year: 2026,
            title: appraisal.title,
            meeting: 9,
            on: appraisal.on,
            steps: appraisal.steps,
            grades: [{ grade: 'excellent', count: 1 }],
          },
        ],
  appraisal_get: () => appraisal,
  appraisal_save: (request: t.AppraisalRequest) => done(Object.assign(appraisal, { appraisal: { ...request, id: 1 } })),
  appraisal_delete: () => done(null),
  appraisal_own_save: ({ entries }: t.AppraisalOwnRequest) =>
    saved((one) => ({ own: of(entries, one) ?? person(one.name, one.member - 1).own })),
  appraisal_mutual_save: ({ entries }: t.AppraisalMutualRequest) =>
    saved((one) => ({ mutual: of(entries, one) ?? person(one.name, one.member - 1).mutual })),
  appraisal_tally_judge: judged,
  appraisal_tally_save: ({ handed_out, collected, lines }: t.AppraisalTallyRequest) => {
    Object.assign(appraisal, { handed_out, collected })
    return saved((one) => ({ counts: of(lines, one) ?? null }))
  },
  appraisal_grades_save: ({ decided_on, entries }: t.AppraisalGradesRequest) => {
    Object.assign(appraisal, { decided_on })
    return saved((one) => ({ verdict: of(entries, one) ?? person(one.name, one.member - 1).verdict }))
  },
  member_appraisals: (): t.MemberAppraisal[] => [],
}
