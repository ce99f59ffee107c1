// What the page of a member shows of the record, group by group.

import type { MemberRecord, MemberView, RosterChoices, WantedField } from '@/ipc/types'
import { DISCIPLINE, ENTRY_WAY, SEX, STANDING, WANTED_FIELD } from '@/ipc/words'
import { formatDate, formatMonths } from '@/shared/text/format'
import { officesText } from '@/shared/text/words'
import { particularsOf, SECTIONS, type SectionId } from './memberForm'

export interface ShownFact {
  /** The field's name in the form. */
  field: string
  label: string
  value: string
  /** A full record has it, and this one does not. */
  missing: boolean
}

/** Group by group; what is empty is left out unless it is missed. */
export function shownFacts(view: MemberView, choices: RosterChoices | undefined) {
  const missing = new Set<string>(view.missing)
  return (Object.keys(SECTIONS) as SectionId[])
    .map((id) => ({
      id,
      title: SECTIONS[id],
      facts: [...ownFacts(view)[id], ...particularFacts(view.member, choices, id)]
        .map(([field, label, value]) => ({ field, label, value: value ?? '', missing: missing.has(field) }))
        .filter(({ value, missing }) => value.trim() !== '' || missing),
    }))
    .filter(({ facts }) => facts.length > 0)
}

type Fact = [field: string, label: string, value: string | null]

/** A field of a full record, under its name. */
const named = (field: WantedField) => [field, WANTED_FIELD[field]] as const

function ownFacts(view: MemberView): Record<SectionId, Fact[]> {
  const { member, age, party_age_months } = view
  const behind = (text: string, more: string | null) => (text && more ? `${text}（${more}）` : text)
  const months = (count: number) => (count ? `${count} 个月` : '')
  return {
    basic: [
      [...named('sex'), member.sex && SEX[member.sex]],
      [...named('birth'), behind(formatDate(member.birth), age === null ? null : `${age} 岁`)],
      [...named('ethnicity'), member.ethnicity],
    ],
    party: [
      [...named('joined'), formatDate(member.joined)],
      [
        ...named('converted'),
        behind(
          formatDate(member.converted),
          party_age_months === null ? null : `党龄 ${formatMonths(party_age_months)}`,
        ),
      ],
      ['standing', '党籍状态', STANDING[member.standing]],
      ['party_group', '党小组', member.party_group],
      ['offices', '党内职务', officesText(member.offices)],
      ['unit', '所在单位', member.unit],
      ['entered_on', '进入支部', `${ENTRY_WAY[member.entered_how]} ${formatDate(member.entered_on)}`],
      [
        'mobile_destination',
        '流动',
        stateOf(member.is_mobile, '流动党员', member.mobile_since, member.mobile_destination),
      ],
      [
        'lost_contact_since',
        '失联',
        stateOf(member.is_lost, '失联党员', member.lost_contact_since, member.lost_reason),
      ],
      ['', '组织生活', member.attendance_not_required ? '年老体弱，不作硬性要求' : null],
      ['', '表决权', member.vote_suspended ? '留党察看期间停止' : null],
      ['', '党纪处分', member.discipline && DISCIPLINE[member.discipline]],
      ['party_age_correction_months', '党龄校正值', months(member.party_age_correction_months)],
      ['probation_extended_months', '延长预备期', months(member.probation_extended_months)],
    ],
    work: [
      [...named('job_position'), member.job_position],
      [...named('education'), member.education],
    ],
    contact: [
      [...named('mobile'), member.mobile],
      ['landline', '固定电话', member.landline],
      [...named('address'), member.address],
    ],
    other: [
      ['branch_name', '所在党支部', member.branch_name],
      ['note', '备注', member.note],
    ],
  }
}

const stateOf = (holds: boolean, name: string, since: string | null, detail: string) =>
  holds ? [name, since && `自 ${formatDate(since)}`, detail].filter(Boolean).join('，') : null

const particularFacts = (member: MemberRecord, choices: RosterChoices | undefined, section: SectionId): Fact[] =>
  particularsOf(choices, section).map(({ field, title, kind }) => {
    const text = member.particulars[field] ?? ''
    return [`particulars.${field}`, title, kind === 'date' ? formatDate(text) : text]
  })
