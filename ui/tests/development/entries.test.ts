import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import FieldInput from '@/features/development/entries/FieldInput.vue'
import { loadForms } from '@/features/development/entries/forms'
import KindForm from '@/features/development/entries/KindForm.vue'
import FilePage from '@/features/development/FilePage.vue'
import { meetingGet } from '@/ipc/commands'
import type { EntriesRequest, EntryKind, VoteView } from '@/ipc/types'
import { answerNext, calls, refuseNext } from '../fakeCall'
import { resetDevelopment } from '../fakes/development'
import { forms, steps } from '../fakes/developmentForms'
import { buttons, last, openPage, press, submit } from '../hand'

Element.prototype.scrollIntoView = () => {}

const file = (id: number) => openPage(FilePage, `/development/${id}`, { id })
type Page = Awaited<ReturnType<typeof file>>
const kind = (wrapper: Page, name: EntryKind) => wrapper.get(`[data-test=kind-${name}]`)
const formOf = (kind: EntryKind) => forms.kinds.find((form) => form.kind === kind)!

const alone = (kind: EntryKind) =>
  openPage(KindForm, '/', { fileId: 4, person: '吴文静', form: formOf(kind), entry: null })

async function onDay(wrapper: Page, day: string, at = 0) {
  wrapper.findAllComponents({ name: 'DateField' })[at]!.vm.$emit('update:modelValue', day)
  await flushPromises()
}

const saved = () => last('development_entries_save') as EntriesRequest
const unlikely = (field: string, message: string) =>
  refuseNext('development_entries_save', {
    code: 'development_unlikely',
    message: '有 1 处不合常理，还没有保存',
    hint: '请先核对',
    fields: [{ field, message }],
  })
const INSIST = '确实如此，照样保存'

beforeEach(async () => {
  calls.length = 0
  resetDevelopment()
  await loadForms()
})

describe('the form of an entry', () => {
  it('is known for every kind of the core', () => {
    expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1))
    expect(forms.kinds).toHaveLength(40)
    expect(forms.person).toHaveLength(11)
    expect(forms.kinds.filter(({ finishes }) => finishes)).toHaveLength(25)
    expect(formOf('admission').fields).toHaveLength(19)
  })

  it('is sent only with a day', async () => {
    const wrapper = await alone('talk')
    expect(wrapper.get('.el-button--primary').attributes('disabled')).toBeDefined()
    await submit(wrapper)
    expect(saved()).toBeUndefined()
    expect(wrapper.text()).toContain('谈话日期')
  })

  it('takes every kind of field as a text', async () => {
    const wrapper = await alone('training')
    await onDay(wrapper, '2026-06-01')
    await wrapper.get('[data-test=more-fields]').trigger('click')
    await onDay(wrapper, '2026-06-03', 1)
    const field = (name: string) => wrapper.get(`[data-entry-field=${name}]`)
    await field('organizer').get('input').setValue('街道党工委')
    await field('hours').get('input').setValue('２４')
    await field('held').get('input[value=on_site]').setValue()
    await field('exempt_reason').get('textarea').setValue('无')
    await submit(wrapper)
    expect(saved()).toEqual({
      file: 4,
      entries: [
        {
          id: null,
          kind: 'training',
          on: '2026-06-01',
          meeting: null,
          vote: null,
          values: {
            ends_on: '2026-06-03',
            organizer: '街道党工委',
            hours: '24',
            held: 'on_site',
            exempt_reason: '无',
          },
          note: '',
        },
      ],
      insist: false,
      roster: false,
    })
  })

  it('takes yes, no, and not known', async () => {
    const wrapper = mount(FieldInput, {
      props: { field: forms.person.find(({ kind }) => kind === 'yes_no')!, modelValue: '' },
    })
    expect(wrapper.findAll('label').map((one) => one.text())).toEqual(['是', '否', '不清楚'])
    expect(wrapper.get<HTMLInputElement>('input[value=""]').element.checked).toBe(true)
    await wrapper.get('input[value=no]').setValue()
    expect(wrapper.emitted('update:modelValue')).toEqual([['no']])
  })

  it('offers many choices in a list, and none of them too', async () => {
    const field = formOf('approval').fields.find(({ field }) => field === 'approver_kind')!
    const wrapper = mount(FieldInput, { props: { field, modelValue: '' } })
    wrapper.getComponent({ name: 'ElSelect' }).vm.$emit('update:modelValue', 'committee')
    expect(wrapper.emitted('update:modelValue')).toEqual([['committee']])
    expect(wrapper.findAllComponents({ name: 'ElOption' })).toHaveLength(field.choices.length + 1)
  })

  it('folds what goes beyond six fields, until something stands there or is refused there', async () => {
    const shown = (wrapper: Page) => wrapper.findAll('[data-entry-field]').length
    const wrapper = await alone('talk')
    expect(shown(wrapper)).toBe(6)
    expect(wrapper.get('[data-test=more-fields]').text()).toBe('填写详细内容（4 项）')
    await onDay(wrapper, '2026-06-01')
    refuseNext('development_entries_save', {
      fields: [{ field: 'entries.0.values.both_signed', message: '请选择“是”或“否”' }],
    })
    await submit(wrapper)
    expect(wrapper.get('[data-entry-field=both_signed]').text()).toContain('请选择“是”或“否”')

    const known = await openPage(KindForm, '/', {
      fileId: 4,
      person: '吴文静',
      form: formOf('talk'),
      entry: {
        id: 7,
        kind: 'talk',
        on: '2026-06-01',
        meeting: null,
        vote: null,
        values: { explained: '章程' },
        note: '',
      },
    })
    expect(shown(known)).toBe(10)
    expect((await alone('oath')).find('[data-test=more-fields]').exists()).toBe(false)
  })

  it('says at the field what can hardly be, and saves it when insisted upon', async () => {
    const wrapper = await alone('talk')
    await onDay(wrapper, '2020-01-01')
    unlikely('entries.0.on', '早于“递交入党申请书”')
    await submit(wrapper)
    expect(wrapper.get('[data-field="entries.0.on"]').text()).toContain('早于“递交入党申请书”')
    expect(wrapper.emitted('done')).toBeUndefined()
    await press(wrapper, INSIST)
    expect(saved()).toMatchObject({ insist: true, entries: [{ on: '2020-01-01' }] })
    expect(wrapper.emitted('done')).toHaveLength(1)
  })

  it('lets nobody insist on what was typed after the refusal', async () => {
    const wrapper = await alone('talk')
    await onDay(wrapper, '2020-01-01')
    unlikely('entries.0.on', '早于“递交入党申请书”')
    await submit(wrapper)
    await onDay(wrapper, '2019-01-01')
    expect(buttons(wrapper)).not.toContain(INSIST)
    await submit(wrapper)
    expect(saved()).toMatchObject({ insist: false, entries: [{ on: '2019-01-01' }] })
  })

  it('offers nobody to insist on what cannot be', async () => {
    const wrapper = await alone('talk')
    await onDay(wrapper, '2030-01-01')
    refuseNext('development_entries_save', {
      code: 'invalid',
      fields: [{ field: 'entries.0.on', message: '日期不能晚于今天' }],
    })
    await submit(wrapper)
    expect(buttons(wrapper)).not.toContain(INSIST)
  })

  it.each<[EntryKind, boolean | null]>([
    ['approval', true],
    ['group_assignment', true],
    ['conversion', true],
    ['conversion_approval', true],
    ['admission', false],
    ['oath', null],
  ])('%s is entered in the roster: %s', async (kind, ticked) => {
    const wrapper = await alone(kind)
    const tick = wrapper.find<HTMLInputElement>('[data-test=to-roster] input')
    expect(tick.exists() ? tick.element.checked : null).toBe(ticked)
    await onDay(wrapper, '2026-06-01')
    if (kind === 'approval') await tick.setValue(false)
    await submit(wrapper)
    expect(saved().roster).toBe(kind === 'approval' ? false : !!ticked)
  })

  it('says of an admission that the roster can wait, and how to save what the roster refuses', async () => {
    expect((await alone('admission')).text()).toContain('上级批准后再登记也可以')
    const wrapper = await alone('approval')
    await onDay(wrapper, '2026-06-01')
    refuseNext('development_entries_save', { fields: [{ field: 'id_number', message: '身份证号已在名册里' }] })
    await submit(wrapper)
    expect(wrapper.get('[data-test=to-roster]').text()).toContain('去掉“同时登记到党员名册”')
  })
})

describe('the meeting of an entry', () => {
  const vote = (id: number, subject: string) =>
    ({
      meeting: 4,
      id,
      subject,
      motion: 'admission',
      ballot: 'secret',
      votes_for: 40,
      votes_against: 1,
      abstained: 1,
      written_for: 0,
      written_against: 0,
      voting_expected: 44,
      voting_present: 42,
      passed: true,
      announcement: '',
    }) as VoteView
  const choose = async (wrapper: Page, which: string, value: number) => {
    const select = wrapper
      .findAllComponents({ name: 'ElSelect' })
      .find((one) => one.attributes('data-test') === which || one.element.querySelector(`[data-test=${which}]`))!
    select.vm.$emit('update:modelValue', value)
    await flushPromises()
  }

  it('gives its day and its vote, whose numbers are not asked for again', async () => {
    const wrapper = await alone('admission')
    expect(wrapper.get('a.button-link').attributes('href')).toBe('/meetings?new=general')
    const names = wrapper.findAllComponents({ name: 'ElOption' }).map((one) => one.props('label'))
    expect(names).toContain('2026年10月14日 支部党员大会')
    expect(names.some((name) => name.includes('十一月'))).toBe(false)
    await wrapper.get('[data-entry-field=expected] input').setValue('99')
    const meeting = await meetingGet(4)
    answerNext('meeting_get', {
      ...meeting,
      votes: [
        vote(8, '接收林晓梅为预备党员'),
        vote(9, '接收吴文静为预备党员'),
        { ...vote(10, '别的'), motion: 'ordinary' },
      ],
    })
    await choose(wrapper, 'meeting-choice', 4)
    expect(wrapper.get('[data-test=by-vote]').text()).toContain('按会议里的这项表决')
    expect(wrapper.find('[data-entry-field=expected]').exists()).toBe(false)
    await submit(wrapper)
    expect(saved().entries[0]).toMatchObject({ meeting: 4, vote: 9, on: '2026-10-14', values: {} })
    expect(saved().entries[0]!.values).toEqual({})
  })

  it('asks for the numbers where no vote is chosen', async () => {
    const wrapper = await alone('admission')
    const meeting = await meetingGet(4)
    answerNext('meeting_get', { ...meeting, votes: [vote(8, '接收吴文静为预备党员')] })
    await choose(wrapper, 'meeting-choice', 4)
    expect(wrapper.find('[data-entry-field=expected]').exists()).toBe(false)
    await choose(wrapper, 'vote-choice', 0)
    expect(wrapper.find('[data-entry-field=expected]').exists()).toBe(true)
    await submit(wrapper)
    expect(saved().entries[0]).toMatchObject({ meeting: 4, vote: null })
  })

  it('asks both meetings for what a committee decides, and no vote', async () => {
    await alone('committee_review')
    const asked = calls.filter(({ name }) => name === 'meeting_list').map(({ request }) => request)
    expect(asked).toEqual(['committee', 'general'].map((kind) => ({ from: null, to: null, kind, search: '' })))
    expect(calls.some(({ name }) => name === 'meeting_get')).toBe(false)
  })
})

describe('the entries of a step', () => {
  it('stand with their day and what they say', async () => {
    const wrapper = await file(2)
    const talk = kind(wrapper, 'talk')
    await press(talk, '修改 2026年3月12日 党组织派人谈话')
    await talk.get('[data-entry-field=talkers] input').setValue('赵建国')
    await talk.get('[data-entry-field=talker_post] input[value=secretary]').setValue()
    await submit(wrapper)
    expect(saved().entries).toMatchObject([{ kind: 'talk', on: '2026-03-12' }])
    expect(saved().entries[0]!.id).not.toBeNull()
    expect(kind(wrapper, 'talk').text()).toContain('谈话人：赵建国；谈话人职务：支部书记')
  })

  it('are entered once where they come once, and can be taken out', async () => {
    const wrapper = await file(2)
    expect(buttons(kind(wrapper, 'talk'))).not.toContain('登记“党组织派人谈话”')
    await press(kind(wrapper, 'talk'), '删去 2026年3月12日 党组织派人谈话')
    expect(last('development_entry_delete')).toEqual(expect.any(Number))
    expect(kind(wrapper, 'talk').find('[data-test=entry]').exists()).toBe(false)
    expect(buttons(kind(wrapper, 'talk'))).toContain('登记“党组织派人谈话”')
  })

  it('are taken out from their form too, and entered again where they come again', async () => {
    const wrapper = await file(4)
    expect(kind(wrapper, 'review').text()).toContain('再登记一次…')
    await press(kind(wrapper, 'review'), '再登记一次…“半年考察”')
    expect(buttons(wrapper)).not.toContain('取消这次登记')
    await press(kind(wrapper, 'review'), '取消')
    await press(kind(wrapper, 'review'), '修改 2026年3月12日 半年考察')
    await press(wrapper, '取消这次登记')
    expect(last('development_entry_delete')).toEqual(expect.any(Number))
    expect(kind(wrapper, 'review').find('[data-test=entry]').exists()).toBe(false)
    expect(wrapper.find('[data-test=entry-form]').exists()).toBe(false)
  })

  it('say of several kinds which one finishes the step', async () => {
    const wrapper = await file(2)
    expect(kind(wrapper, 'review').text()).toContain('这一步才算办完')
    expect(kind(wrapper, 'mentor_talk').text()).not.toContain('这一步才算办完')
  })
})

describe('the list of what comes again', () => {
  const rows = (wrapper: Page) => wrapper.findAll('[data-test=entry-list] [data-test=row]')

  async function list(id = 4) {
    const wrapper = await file(id)
    await press(kind(wrapper, 'review'), '半年考察：几次一起登记')
    return wrapper
  }
  const inRow = async (wrapper: Page, row: number, day: string) => {
    rows(wrapper)[row]!.getComponent({ name: 'DateField' }).vm.$emit('update:modelValue', day)
    await flushPromises()
  }

  it('shows the day and the first three fields', async () => {
    const wrapper = await list()
    const titles = wrapper.findAll('[data-test=entry-list] th').map((one) => one.text())
    expect(titles).toEqual(['考察日期', '培养联系人意见', '党小组意见', '支部意见', '做什么'])
    expect(rows(wrapper)).toHaveLength(1)
  })

  it('saves what was changed and added as one change, and nothing else', async () => {
    const wrapper = await list()
    await press(wrapper, '再加一行')
    await press(wrapper, '再加一行')
    await inRow(wrapper, 1, '2026-09-12')
    await rows(wrapper)[1]!.get('[aria-label="第 2 行 支部意见"]').setValue('同意继续培养')
    await submit(wrapper)
    expect(saved()).toMatchObject({
      file: 4,
      insist: false,
      entries: [{ id: null, kind: 'review', on: '2026-09-12', values: { branch_opinion: '同意继续培养' } }],
    })
    expect(saved().entries).toHaveLength(1)
    expect(kind(wrapper, 'review').text()).toContain('（第 2 次）')
  })

  it('saves nothing while a row with something in it has no day', async () => {
    const wrapper = await list()
    await press(wrapper, '再加一行')
    await rows(wrapper)[1]!.get('[aria-label="第 2 行 支部意见"]').setValue('同意')
    await submit(wrapper)
    expect(saved()).toBeUndefined()
  })

  it('says in which row something can hardly be, and saves it when insisted upon', async () => {
    const wrapper = await list()
    await press(wrapper, '再加一行')
    await press(wrapper, '再加一行')
    await inRow(wrapper, 1, '2026-09-12')
    await inRow(wrapper, 2, '2020-09-12')
    unlikely('entries.1.on', '早于“确定为入党积极分子”')
    await submit(wrapper)
    expect(wrapper.get('[data-test=entry-list]').text()).toContain('第 3 行：早于“确定为入党积极分子”')
    expect(wrapper.get('[data-test=entry-list]').text()).not.toMatch(/第 [12] 行：/)
    await press(wrapper, INSIST)
    expect(saved()).toMatchObject({ insist: true, entries: [{ on: '2026-09-12' }, { on: '2020-09-12' }] })
  })

  it('takes a row out', async () => {
    const wrapper = await list()
    await press(wrapper, '再加一行')
    await press(wrapper, '删去第 2 行')
    expect(last('development_entry_delete')).toBeUndefined()
    await press(wrapper, '删去第 1 行')
    expect(last('development_entry_delete')).toEqual(expect.any(Number))
  })

  it('opens a row in the full form', async () => {
    const wrapper = await list()
    await press(wrapper, '第 1 行的全部内容')
    expect(wrapper.get('[data-test=entry-form]').text()).toContain('修改“半年考察”（2026年3月12日）')
    expect(wrapper.find('[data-test=entry-list]').exists()).toBe(false)
  })
})
