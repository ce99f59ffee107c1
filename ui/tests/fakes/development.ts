// Made-up development files, for the pages of development. How far one is and what it lacks is written down, not counted.

import type * as t from '@/ipc/types'
import { forms, type StepFact, steps } from './developmentForms'
import { done, finding, type Handlers, needed, TODAY } from './made'

/** What the core says of a file. */
interface Standing {
  stage: t.DevelopmentStage
  last_step: number
  materials_present: number
  materials_required: number
  completeness: number
}

const BEGUN: Standing = {
  stage: 'applicant',
  last_step: 1,
  materials_present: 0,
  materials_required: 2,
  completeness: 0,
}

/** In the order of the files. */
const STANDINGS: Standing[] = [
  BEGUN,
  { stage: 'activist', last_step: 5, materials_present: 4, materials_required: 6, completeness: 67 },
  { stage: 'candidate', last_step: 12, materials_present: 11, materials_required: 13, completeness: 85 },
  { stage: 'probationary', last_step: 20, materials_present: 19, materials_required: 21, completeness: 90 },
  { stage: 'activist', last_step: 4, materials_present: 3, materials_required: 5, completeness: 60 },
  { stage: 'applicant', last_step: 0, materials_present: 0, materials_required: 1, completeness: 0 },
]
/** A file that was made since stands as the first. */
const standingOf = (id: t.DevelopmentFileId) => STANDINGS[id - 1] ?? BEGUN

let ids = 0
const entry = (kind: t.EntryKind, on: string, values: t.Values = {}): t.Entry => ({
  id: ++ids,
  kind,
  on,
  meeting: null,
  vote: null,
  values,
  note: '',
})

const kindsOf = (step: number) => forms.kinds.filter((form) => form.step === step)

function guide(role: t.GuideRole, member: number | null, name: string): t.GuideView {
  const said = { since: '2025-03-12', until: null, why: '' }
  return { guide: { id: ++ids, role, member, name, ...said }, unfit: null }
}

function stepOf(step: StepFact, last: number): t.StepView {
  const number = step.step
  const kinds = kindsOf(number)
  const finishing = kinds.find(({ finishes }) => finishes)!
  const isNow = number === last + 1
  return {
    ...step,
    state: number <= last ? 'done' : isNow ? 'current' : 'coming',
    article: `2026年修订的细则第${number}条`,
    law_change: isNow && last === 12 ? '从这一步起按2026年修订的细则办理' : null,
    kinds: kinds.map(({ kind }) => kind),
    entries: number <= last ? [entry(finishing.kind, '2026-03-12')] : [],
    not_before: isNow ? '2026-09-10' : null,
    due: isNow ? '2026-11-18' : null,
    planned: isNow || number === last + 2 ? '2026-12-20' : null,
    intended: null,
    materials: [
      material(
        `${step.stage}-${number}`,
        number === 1 ? '入党申请书' : `${step.name}材料`,
        number,
        step.stage,
        number < last,
      ),
      ...(number === 2 ? [material('1-2-1', '入党申请人有关事项报告表', 2, 1, false)] : []),
      ...(number === 6 ? [{ ...material('2-6-1', '思想汇报', 6, 2, false), comes_again: true }] : []),
      ...(number === 3 ? [{ ...material('L-1', '推优名册', 3, 2, false), local: true, to_seal: false }] : []),
    ],
  }
}

function fileOf(id: number, name: string): t.DevelopmentFileView {
  const { completeness: _, ...standing } = standingOf(id)
  const last = standing.last_step
  return {
    person: {
      id,
      name,
      id_number: null,
      sex: 'female',
      ethnicity: '汉族',
      birth: '1995-08-12',
      education: '大学本科',
      unit_and_post: '示例市示例协会 会员部干事',
      mobile: '13800002222',
      details: {},
      note: '',
      applied_on: '2026-08-10',
    },
    ...standing,
    steps: steps.map((step) => stepOf(step, last)),
    others: [],
    guides: [
      ...(last >= 5 ? [guide('mentor', 1, '赵建国'), guide('mentor', null, '周外明')] : []),
      ...(last >= 9 ? [guide('sponsor', 1, '赵建国')] : []),
    ],
    stage_materials: [material('9-1', '中国共产党入党志愿书', null, 4, false)],
    findings: [finding('D02', 'late', `${name}递交申请后应在 1 个月内谈话,已超 5 天`, 'development', id)],
    audit: { errors: id % 2, warnings: 2, notices: 0 },
    closed: null,
    member: null,
    roster_act: null,
    caveat: '2027年的放假安排还没有公布，涉及工作日的日期以后可能有变化。',
  }
}

function material(code: string, name: string, step: number | null, stage: number, present: boolean): t.MaterialView {
  return {
    code,
    name,
    step,
    stage,
    need: 'required',
    issuer: '支部',
    to_sign: true,
    to_seal: true,
    local: false,
    overdue: !present && step !== null && step <= 2,
    comes_again: false,
    records: present ? [record(code, '2026-03-12')] : [],
    scans: 0,
    form: step === 2,
  }
}

const record = (code: string, dated: string): t.MaterialRecord => ({
  id: ++ids,
  code,
  state: 'present',
  dated,
  pages: null,
  is_copy: null,
  is_signed: null,
  is_sealed: null,
  correction: null,
  kept_at: '',
  note: '',
})

const fileRow = (file: t.DevelopmentFileView): t.DevelopmentRow => ({
  id: file.person.id!,
  name: file.person.name,
  stage: file.stage,
  last_step: file.last_step,
  next_step: file.steps.find((step) => step.state === 'current')?.name ?? '',
  finding: file.person.id! % 2 ? (file.findings[0] ?? null) : null,
  audit: file.audit,
  completeness: standingOf(file.person.id!).completeness,
  closed: file.closed !== null,
})

const made = () =>
  new Map<number, t.DevelopmentFileView>(
    [
      fileOf(1, '林晓梅'),
      fileOf(2, '黄志远'),
      fileOf(3, '何思齐'),
      fileOf(4, '吴文静'),
      fileOf(5, '马向东'),
      fileOf(6, '罗一鸣'),
    ].map((file) => [file.person.id!, file]),
  )
let files = made()

/** The pages of each file, in order; those of one paper stand together. */
let scans = new Map<number, t.ScanPage[]>()
const scansOf = (file: number) => scans.get(file) ?? []

/** A file has these scans from now on. */
export function putScans(file: number, pages: t.ScanPage[]) {
  const codes = [...new Set(pages.map(({ code }) => code))].sort()
  scans.set(
    file,
    codes.flatMap((code) => pages.filter((page) => page.code === code)),
  )
  for (const material of materialsOf(needed(files, file)))
    material.scans = pages.filter(({ code }) => code === material.code).length
}

function changeScans(id: number, change: (pages: t.ScanPage[], page: t.ScanPage) => t.ScanPage[]) {
  const [file, pages] = [...scans].find(([, all]) => all.some((page) => page.id === id))!
  const page = pages.find((one) => one.id === id)!
  putScans(
    file,
    change(
      pages.filter((one) => one !== page),
      page,
    ),
  )
  return done(scansOf(file), ['development'])
}

const SCAN = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 80" width="600" height="800"><rect width="60" height="80" fill="#fff"/><path d="M8 12h44M8 22h44M8 32h44M8 42h30" stroke="#999"/></svg>',
)}`

/** As at first. */
export function resetDevelopment() {
  ids = 0
  scans = new Map()
  files = made()
}

const placeOf = (file: t.DevelopmentFileView, kind: t.EntryKind) =>
  file.steps.find(({ kinds }) => kinds.includes(kind))?.entries ?? file.others
const placesOf = (file: t.DevelopmentFileView) => [file.others, ...file.steps.map(({ entries }) => entries)]
const materialsOf = (file: t.DevelopmentFileView) => [
  ...file.stage_materials,
  ...file.steps.flatMap(({ materials }) => materials),
]

/** Takes out the one with this id, wherever it stands. */
function takeOut<T extends { id: number | null }>(lists: (file: t.DevelopmentFileView) => T[][], id: number) {
  for (const file of files.values())
    for (const list of lists(file)) {
      const at = list.findIndex((one) => one.id === id)
      if (at < 0) continue
      list.splice(at, 1)
      return done(file, ['development'])
    }
  throw new Error('没有这条记录')
}

function put<T extends { id: number | null }>(list: T[], one: T) {
  const at = list.findIndex(({ id }) => id !== null && id === one.id)
  if (at >= 0) list[at] = one
  else list.push({ ...one, id: ++ids })
}

/** One fault of the first file as most have them, and one beside each other kind. */
function faultOf(
  id: string,
  severity: t.AuditSeverity,
  text: t.LawText,
  step: number,
  name: string,
  material: string | null = null,
): t.AuditFinding {
  const message = `${name}：两个日期不符`
  return {
    id,
    name,
    rule: 'D02',
    text,
    severity,
    article: '第七条',
    message,
    dates: ['2026-03-12', '2026-04-20'],
    step,
    material,
    action: '请核对原件。',
  }
}

export const faults = {
  talk: faultOf('KA03', 'error', 'dev-2026', 2, '谈话期限', '1-2'),
  application: faultOf('KA01', 'warn', 'dev-2014', 1, '申请书落款'),
  seal: faultOf('KA20', 'notice', 'practice', 0, '归档次序'),
  reports: faultOf('KB09', 'warn', 'local', 5, '思想汇报份数'),
  ledger: faultOf('KZ01', 'warn', 'practice', 0, '发展党员台账'),
}

const audited = (id: number, findings: t.AuditFinding[]): t.AuditedFile => {
  const { person, stage } = needed(files, id)
  return { file: id, person: person.name, stage, count: countOf(findings), findings }
}
const countOf = (findings: t.AuditFinding[]): t.AuditCount => ({
  errors: findings.filter(({ severity }) => severity === 'error').length,
  warnings: findings.filter(({ severity }) => severity === 'warn').length,
  notices: findings.filter(({ severity }) => severity === 'notice').length,
})

const check = (id: string, name: string, scope: t.AuditScope, usual: number | null = null): t.AuditCheckView => ({
  id,
  name,
  scope,
  source: '某市组织部检查要点',
  unanswered: null,
  off: false,
  number: usual === null ? null : { usual, set: null },
})

export const handlers: Handlers = {
  development_list: () => [...files.values()].map(fileRow),
  development_get: (id: number) => needed(files, id),
  development_forms: () => forms,
  development_save: (request: t.DevelopmentPerson) => {
    const file = request.id === null ? fileOf(files.size + 1, request.name) : needed(files, request.id)
    Object.assign(file.person, request, { id: file.person.id })
    files.set(file.person.id!, file)
    return done(file, ['development'], '修改发展档案')
  },
  development_close: ({ id, closed }: t.DevelopmentCloseRequest) =>
    done(Object.assign(needed(files, id), { closed }), ['development']),
  development_entries_save: ({ file: id, entries }: t.EntriesRequest) => {
    const file = needed(files, id)
    for (const one of entries) put(placeOf(file, one.kind), one)
    return done(file, ['development'], '登记')
  },
  development_entry_delete: (id: number) => takeOut(placesOf, id),
  development_to_roster: (id: number) =>
    done(Object.assign(needed(files, id), { roster_act: null }), ['development', 'roster']),
  development_guide_save: ({ file: id, guide }: t.GuideRequest) => {
    const file = needed(files, id)
    const kept = file.guides.filter((one) => one.guide.id !== guide.id)
    file.guides = [...kept, { guide: { ...guide, id: guide.id ?? ++ids }, unfit: null }]
    return done(file, ['development'], '登记培养联系人')
  },
  development_guide_delete: (id: number) => {
    const file = [...files.values()].find(({ guides }) => guides.some(({ guide }) => guide.id === id))!
    file.guides = file.guides.filter(({ guide }) => guide.id !== id)
    return done(file, ['development'])
  },
  development_intention_save: ({ file: id, step, on }: t.IntentionRequest) => {
    const file = needed(files, id)
    file.steps[step - 1]!.intended = on
    return done(file, ['development'])
  },
  development_materials_save: ({ file: id, materials }: t.MaterialsRequest) => {
    const file = needed(files, id)
    for (const one of materials) {
      const material = materialsOf(file).find(({ code }) => code === one.code)!
      put(material.records, one)
      material.overdue = false
    }
    return done(file, ['development'], '登记材料')
  },
  development_material_delete: (id: number) => takeOut((file) => materialsOf(file).map(({ records }) => records), id),
  development_scan_list: ({ file, code }: t.ScanListRequest) =>
    scansOf(file).filter((page) => code === null || page.code === code),
  development_scan_add: ({ file, code, files: tokens }: t.ScanAddRequest) => {
    const pages = tokens.map((token) => ({ id: ++ids, code: code ?? '1-1', name: `${token}.jpg`, bytes: 400_000 }))
    putScans(file, [...scansOf(file), ...pages])
    return done(scansOf(file), ['development'])
  },
  development_scan_picture: () => ({ url: SCAN }),
  development_scan_move: ({ id, code, position }: t.ScanMoveRequest) =>
    changeScans(id, (pages, page) => {
      const mine = pages.filter((one) => one.code === code)
      mine.splice(position, 0, { ...page, code })
      return [...pages.filter((one) => one.code !== code), ...mine]
    }),
  development_scan_delete: (id: number) => changeScans(id, (pages) => pages),
  development_audit: ({ file }: t.AuditRequest) => {
    const all = [
      audited(1, [faults.talk, faults.application, faults.seal]),
      audited(2, [faults.reports]),
      audited(3, []),
    ].filter((one) => file === null || one.file === file)
    const branch = file === null ? [faults.ledger] : []
    const count = countOf([...all.flatMap(({ findings }) => findings), ...branch])
    return { on: TODAY, count, branch, files: all }
  },
  development_audit_export: () => ({ file_name: '体检.xlsx', bytes: 12_000, gaps: [] }),
  development_checks: () => [
    check('KA01', '申请书落款', 'national'),
    check('KB09', '思想汇报份数', 'local', 4),
    check('KA20', '归档次序', 'practice'),
    { ...check('KX01', '姓名一致', 'practice'), unanswered: '各份材料上写的姓名，要看原件' },
    { ...check('KX24', '登记晚于办理', 'local'), off: true },
  ],
}
