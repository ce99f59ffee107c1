// Made-up development files, for the pages of development. How far one is and what it lacks is written down, not counted.

import type * as t from '@/ipc/types'
import steps from '../../../src-tauri/core/data/dev_steps_25.json'
import { done, finding, type Handlers, needed } from './made'

interface StepFact {
  stage: number
  step: number
  name: string
  actor: string
  kind: string
  timing: string | null
  note: string
}

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
      mentors: last >= 4 ? ['赵建国', '孙志强'] : [],
      sponsors: last >= 10 ? ['赵建国', '孙志强'] : [],
      note: '',
      applied_on: '2026-08-10',
    },
    ...standing,
    steps: (steps as StepFact[]).map((step) => ({
      stage: step.stage,
      step: step.step,
      name: step.name,
      actor: step.actor,
      kind: step.kind as t.StepKind,
      timing: step.timing,
      note: step.note,
      entries: step.step <= last ? [{ entry: 1, done_on: '2026-03-12', note: '' }] : [],
      not_before: step.step === last + 1 ? '2026-09-10' : null,
      due: step.step === last + 1 ? '2026-11-18' : null,
      current: step.step === last + 1,
      materials: [
        material(
          `${step.stage}-${step.step}`,
          step.step === 1 ? '入党申请书' : `${step.name}材料`,
          step.step,
          step.stage,
          step.step < last,
        ),
        ...(step.step === 2 ? [material('1-2-1', '入党申请人有关事项报告表', 2, 1, false)] : []),
      ],
    })),
    stage_materials: [material('9-1', '中国共产党入党志愿书', null, 4, false)],
    findings: [finding('D02', 'late', `${name}递交申请后应在 1 个月内谈话,已超 5 天`, 'development', id)],
    closed: null,
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
    state: present ? 'present' : 'missing',
    dated: present ? '2026-03-12' : null,
    note: '',
    overdue: !present && step !== null && step <= 2,
    comes_again: false,
    papers: [],
  }
}

const fileRow = (file: t.DevelopmentFileView): t.DevelopmentRow => ({
  id: file.person.id!,
  name: file.person.name,
  stage: file.stage,
  last_step: file.last_step,
  next_step: file.steps.find((step) => step.current)?.name ?? '',
  finding: file.person.id! % 2 ? (file.findings[0] ?? null) : null,
  completeness: standingOf(file.person.id!).completeness,
  closed: file.closed !== null,
})

const files = new Map<number, t.DevelopmentFileView>(
  [
    fileOf(1, '林晓梅'),
    fileOf(2, '黄志远'),
    fileOf(3, '何思齐'),
    fileOf(4, '吴文静'),
    fileOf(5, '马向东'),
    fileOf(6, '罗一鸣'),
  ].map((file) => [file.person.id!, file]),
)

export const handlers: Handlers = {
  development_list: () => [...files.values()].map(fileRow),
  development_get: (id: number) => needed(files, id),
  development_save: (request: t.DevelopmentPerson) => {
    const file = request.id === null ? fileOf(files.size + 1, request.name) : needed(files, request.id)
    Object.assign(file.person, request, { id: file.person.id })
    files.set(file.person.id!, file)
    return done(file, ['development'], '修改发展档案')
  },
  development_close: ({ id, on, reason }: t.DevelopmentCloseRequest) =>
    done(Object.assign(needed(files, id), { closed: on && { on, reason } }), ['development']),
  development_step_save: ({ file: id, step, entry, done_on, note }: t.StepRequest) => {
    const file = needed(files, id)
    const kept = file.steps[step - 1]!.entries.filter((one) => one.entry !== entry)
    const next = entry ?? Math.max(0, ...kept.map((one) => one.entry)) + 1
    file.steps[step - 1]!.entries = done_on ? [...kept, { entry: next, done_on, note }] : kept
    return done(file, ['development'], '登记步骤')
  },
  development_material_save: ({ file: id, code, state, dated, note }: t.MaterialRequest) => {
    const file = needed(files, id)
    const all = [...file.stage_materials, ...file.steps.flatMap((step) => step.materials)]
    Object.assign(all.find((one) => one.code === code)!, { state, dated, note, overdue: false })
    return done(file, ['development'], '登记材料')
  },
  development_paper_save: ({ file: id, code, replaces, dated, note }: t.PaperRequest) => {
    const file = needed(files, id)
    const of = file.steps.flatMap((step) => step.materials).find((one) => one.code === code)!
    of.papers = [...of.papers.filter((one) => one.dated !== replaces), ...(dated ? [{ dated, note }] : [])]
    of.dated = of.papers.at(-1)?.dated ?? null
    return done(file, ['development'], '登记思想汇报')
  },
}
