// What the member form knows beside the core: how a record is laid out, and which of its changes need a day.

import type {
  Aspect,
  MemberKind,
  MemberRecord,
  MemberRequest,
  Particular,
  ParticularView,
  RosterChoices,
} from '@/ipc/types'

export type SectionId = 'basic' | 'party' | 'work' | 'contact' | 'other'

export const SECTIONS: Record<SectionId, string> = {
  basic: '基本',
  party: '党内',
  work: '工作与教育',
  contact: '联系',
  other: '其他',
}

/** Where the fields stand that no rule reads. */
const PARTICULARS: Record<Particular, SectionId> = {
  native_place: 'basic',
  household: 'basic',
  marital_status: 'basic',
  taiwanese: 'basic',
  degree: 'work',
  school: 'work',
  major: 'work',
  workplace: 'work',
  work_began: 'work',
  technical_title: 'work',
  new_stratum: 'work',
  front_line: 'work',
  migrant_worker: 'work',
  staff_number: 'work',
  file_keeper: 'work',
  admission_type: 'party',
  joined_branch: 'party',
  sponsors: 'party',
  conversion_state: 'party',
  converted_branch: 'party',
  league_joined: 'party',
  party_awards: 'other',
  other_awards: 'other',
  training: 'other',
  other_phones: 'contact',
  email: 'contact',
}

export const particularsOf = (choices: RosterChoices | undefined, section: SectionId): ParticularView[] =>
  choices?.particulars.filter(({ field }) => (PARTICULARS[field] ?? 'other') === section) ?? []

/** A record of which nothing is known. */
export const emptyMember = (kind: MemberKind = 'full'): MemberRecord => ({
  id: null,
  name: '',
  branch_name: '',
  id_number: null,
  sex: null,
  ethnicity: '',
  birth: null,
  education: '',
  kind,
  joined: null,
  converted: null,
  job_position: '',
  mobile: '',
  landline: '',
  address: '',
  standing: 'normal',
  lost_contact_since: null,
  is_lost: false,
  lost_reason: '',
  is_mobile: false,
  mobile_since: null,
  mobile_destination: '',
  party_group: '',
  unit: '',
  offices: [],
  attendance_not_required: false,
  vote_suspended: false,
  discipline: null,
  entered_on: null,
  entered_how: 'original',
  party_age_correction_months: 0,
  probation_extended_months: 0,
  particulars: {},
  note: '',
})

/**
 * What changed that has a day and a reason. Going away and losing contact have a day of their own in the form; coming
 * back has none. Of somebody new all holds from the beginning.
 */
export function datedChanges(before: MemberRecord | null, now: MemberRecord): Aspect[] {
  if (!before) return []
  const changed: [Aspect, boolean][] = [
    ['standing', before.standing !== now.standing],
    ['party_group', before.party_group.trim() !== now.party_group.trim()],
    ['office', before.offices.join() !== now.offices.join()],
    ['unit', before.unit.trim() !== now.unit.trim()],
    ['mobile', before.is_mobile !== now.is_mobile && !now.mobile_since],
    ['lost', before.is_lost !== now.is_lost && !now.lost_contact_since],
    ['attendance_not_required', before.attendance_not_required !== now.attendance_not_required],
    ['vote_suspended', before.vote_suspended !== now.vote_suspended],
    ['discipline', before.discipline !== now.discipline],
  ]
  return changed.filter(([, differs]) => differs).map(([aspect]) => aspect)
}

/** What goes to the core: without days that belong to what does not hold any more. */
export function requestOf(before: MemberRecord | null, typed: MemberRequest, today: string): MemberRequest {
  const { record: now, changed } = typed
  const dated = datedChanges(before, now).length > 0
  const record = {
    ...now,
    particulars: { ...now.particulars },
    offices: [...now.offices],
    id_number: now.id_number?.trim() || null,
    mobile_since: now.is_mobile ? now.mobile_since : null,
    mobile_destination: now.is_mobile ? now.mobile_destination : '',
    lost_contact_since: now.is_lost ? now.lost_contact_since : null,
    lost_reason: now.is_lost ? now.lost_reason : '',
    entered_on: now.entered_how === 'original' ? null : now.entered_on,
  }
  const { since, why } = changed
  return { ...typed, record, changed: dated ? { since: since || today, why } : { since: null, why: '' } }
}

/** What was kept otherwise than it was typed, as sentences for the toast. */
export function normalised(typed: MemberRecord, kept: MemberRecord): string[] {
  const fields = [
    ['姓名', typed.name, kept.name],
    ['民族', typed.ethnicity, kept.ethnicity],
    ['手机号', typed.mobile, kept.mobile],
    ['固定电话', typed.landline, kept.landline],
    ['其他电话', typed.particulars.other_phones ?? '', kept.particulars.other_phones ?? ''],
  ] as const
  const sentences = fields
    .filter(([, before, after]) => before !== after && after !== '')
    .map(([label, , after]) => `${label}已规范为“${after.replaceAll('\n', '、')}”`)
  // The number itself comes back masked.
  const number = typed.id_number ?? ''
  if (/[^0-9X]/.test(number)) sentences.push('公民身份号码已规范为半角数字和大写 X')
  return sentences
}
