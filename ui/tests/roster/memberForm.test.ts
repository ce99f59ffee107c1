import { describe, expect, it } from 'vitest'
import { datedChanges, emptyMember, normalised, requestOf } from '@/features/roster/member/memberForm'
import { firstSides, taken } from '@/features/roster/merge/memberMerge'
import type { Changed, MemberRecord, MemberRequest, MergeChoice } from '@/ipc/types'

const zhang = (change: Partial<MemberRecord> = {}): MemberRecord => ({
  ...emptyMember(),
  id: 1,
  name: '张三',
  party_group: '第一党小组',
  ...change,
})
const TODAY = '2026-11-23'
const UNSAID: Changed = { since: null, why: '' }
const asked = (record: MemberRecord, changed = UNSAID): MemberRequest => ({
  record,
  changed,
  confirmed_duplicate: false,
})

describe('a change that has a day', () => {
  it.each<[string, Partial<MemberRecord>, string[]]>([
    ['nothing', {}, []],
    ['a field without history', { address: '示例路 1 号' }, []],
    ['a blank behind the group', { party_group: '第一党小组 ' }, []],
    ['the group', { party_group: '第二党小组' }, ['party_group']],
    ['office and unit', { offices: ['secretary'], unit: '示例协会' }, ['office', 'unit']],
    ['going away, with its own day', { is_mobile: true, mobile_since: '2026-05' }, []],
    ['going away, without one', { is_mobile: true }, ['mobile']],
    ['standing', { standing: 'suspended' }, ['standing']],
    [
      'the right to vote and B19',
      { vote_suspended: true, attendance_not_required: true },
      ['attendance_not_required', 'vote_suspended'],
    ],
  ])('is found: %s', (_, change, aspects) => {
    expect(datedChanges(zhang(), zhang(change))).toEqual(aspects)
  })

  it('asks for a day when somebody is back', () => {
    expect(datedChanges(zhang({ is_lost: true, lost_contact_since: '2024-05' }), zhang())).toEqual(['lost'])
  })

  it('of somebody new has none', () => {
    expect(datedChanges(null, zhang({ offices: ['secretary'] }))).toEqual([])
  })

  it('holds from today unless another day is written', () => {
    const moved = zhang({ party_group: '第二党小组' })
    expect(requestOf(zhang(), asked(moved), TODAY).changed.since).toBe(TODAY)
    const changed = { since: '2026-06', why: '调整分组' }
    expect(requestOf(zhang(), asked(moved, changed), TODAY).changed).toEqual(changed)
  })

  it('leaves no day behind when it was taken back before saving', () => {
    const changed = { since: '2026-06', why: '调整分组' }
    expect(requestOf(zhang(), asked(zhang(), changed), TODAY).changed).toEqual(UNSAID)
  })
})

describe('what is sent', () => {
  it('has no days of what does not hold', () => {
    const back = zhang({
      is_mobile: false,
      mobile_since: '2026-05',
      mobile_destination: '示例市',
      entered_on: '2026-01-01',
    })
    expect(requestOf(zhang(), asked(back), TODAY).record).toMatchObject({
      mobile_since: null,
      mobile_destination: '',
      entered_on: null,
    })
  })
})

describe('what was kept otherwise than typed', () => {
  it('is said', () => {
    const typed = zhang({ name: ' 阿卜杜拉 • 买买提', ethnicity: '维吾尔', id_number: '44030019900310560x' })
    const kept = zhang({ name: '阿卜杜拉·买买提', ethnicity: '维吾尔族', id_number: null })
    expect(normalised(typed, kept)).toEqual([
      '姓名已规范为“阿卜杜拉·买买提”',
      '民族已规范为“维吾尔族”',
      '公民身份号码已规范为半角数字和大写 X',
    ])
  })

  it('is not said when nothing was changed', () => {
    expect(normalised(zhang(), zhang())).toEqual([])
  })
})

describe('of two records', () => {
  const choices: MergeChoice[] = [
    { part: { field: 'mobile' }, title: '手机号码', keep: '1', drop: '2' },
    { part: { field: 'address' }, title: '家庭住址', keep: '', drop: '示例路' },
    { part: 'photo', title: '照片', keep: '有照片', drop: '' },
  ]

  it('the one that stays is followed, and where it says nothing the other', () => {
    expect(firstSides(choices)).toEqual(['keep', 'drop', 'keep'])
    expect(taken(choices, firstSides(choices))).toEqual([{ field: 'address' }])
  })

  it('each part can be taken from the other', () => {
    expect(taken(choices, ['drop', 'keep', 'drop'])).toEqual([{ field: 'mobile' }, 'photo'])
  })
})
