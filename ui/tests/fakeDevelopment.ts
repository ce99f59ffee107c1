// Made-up development files, for the pages of development.

import type * as t from '@/ipc/types'
import steps from '../../src-tauri/core/data/dev_steps_25.json'
import { finding } from './fake'

interface StepFact {
  stage: number
  step: number
  name: string
  actor: string
  kind: string
  timing: string | null
  note: string
}

export function fileOf(id: number, name: string, last: number): t.DevelopmentFileView {
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

export const fileRow = (file: t.DevelopmentFileView): t.DevelopmentRow => ({
  id: file.person.id!,
  name: file.person.name,
  stage: file.stage,
  last_step: file.last_step,
  next_step: file.steps[file.last_step]?.name ?? '',
  finding: file.person.id! % 2 ? (file.findings[0] ?? null) : null,
  completeness: Math.round((file.materials_present / file.materials_required) * 100),
  closed: file.closed !== null,
})
