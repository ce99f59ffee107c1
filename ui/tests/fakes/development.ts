// Made-up development files, for the pages of development.

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

function fileOf(id: number, name: string, last: number): t.DevelopmentFileView {
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
    stage: last >= 17 ? 'probationary' : last >= 8 ? 'candidate' : last >= 3 ? 'activist' : 'applicant',
    last_step: last,
    steps: (steps as StepFact[]).map((step) => ({
      stage: step.stage,
      step: step.step,
      name: step.name,
      actor: step.actor,
      kind: step.kind as t.StepKind,
      timing: step.timing,
      note: step.note,
      entries:
        step.step <= last
          ? [{ entry: 1, done_on: `2026-0${Math.min(9, 1 + Math.floor(step.step / 3))}-1${step.step % 9}`, note: '' }]
          : [],
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
    materials_present: Math.max(0, last - 1),
    materials_required: last + 1,
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
  next_step: file.steps[file.last_step]?.name ?? '',
  finding: file.person.id! % 2 ? (file.findings[0] ?? null) : null,
  completeness: Math.round((file.materials_present / file.materials_required) * 100),
  closed: file.closed !== null,
})

const files = new Map<number, t.DevelopmentFileView>(
  [
    fileOf(1, '林晓梅', 1),
    fileOf(2, '黄志远', 5),
    fileOf(3, '何思齐', 12),
    fileOf(4, '吴文静', 20),
    fileOf(5, '马向东', 4),
    fileOf(6, '罗一鸣', 0),
  ].map((file) => [file.person.id!, file]),
)

export const developmentHandlers: Handlers = {
  development_list: () => [...files.values()].map(fileRow),
  development_get: (id: number) => needed(files, id),
  development_save: (request: t.DevelopmentFileRequest) => {
    const file = request.id === null ? fileOf(files.size + 1, request.name, 1) : needed(files, request.id)
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
    file.last_step = file.steps.filter((one) => one.entries.length).length
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
