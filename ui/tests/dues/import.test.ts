import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import ImportPage from '@/features/dues/ImportPage.vue'
import type { DuesImportRequest } from '@/ipc/types'
import { mayLeave, question } from '@/shared/forms/unsaved'
import { answerNext, calls, refuseNext } from '../fakeCall'
import { OWED, PARTLY, resetDues, statement } from '../fakes/dues'
import { buttons, last, openPage, press } from '../hand'

async function chosen() {
  const wrapper = await openPage(ImportPage)
  await press(wrapper, '选文件…')
  return wrapper
}
type Page = Awaited<ReturnType<typeof chosen>>

const row = (wrapper: Page, number: number) =>
  wrapper.findAll('[data-test=import-row]').find((one) => one.text().includes(`第 ${number} 行`))!
const tick = (wrapper: Page, number: number, on: boolean) =>
  row(wrapper, number).get('input[type=checkbox]').setValue(on)
const store = (wrapper: Page) => wrapper.get('[data-test=store]')
async function choose(wrapper: Page, number: number, member: number) {
  row(wrapper, number).getComponent({ name: 'MemberSelect' }).vm.$emit('update:modelValue', member)
  await flushPromises()
}

beforeEach(() => {
  calls.length = 0
  resetDues()
  document.body.innerHTML = ''
})

describe('a statement', () => {
  it('is looked through in groups: certain, doubtful, not about dues, known', async () => {
    const wrapper = await chosen()
    expect(last('dues_import_preview')).toEqual({ file: 'f1', sheet: null, columns: null })
    expect(wrapper.get('[data-test=matched] h2').text()).toBe('对上了 1')
    expect(wrapper.get('[data-test=doubtful] h2').text()).toBe('要看一看 2')
    expect(wrapper.get('[data-test=understood]').text()).toContain('与党费无关 7 行 · 已登记过 2 笔')
    expect(row(wrapper, 18).text()).toContain('2026年9月至11月')
    expect(row(wrapper, 19).text()).toContain('不知道“云淡风轻”是谁')
    expect(store(wrapper).text()).toBe('登记 1 笔')
    await wrapper.get('[aria-label=工作表]').setValue('说明')
    await flushPromises()
    expect(last('dues_import_preview')).toEqual({ file: 'f1', sheet: '说明', columns: null })
  })

  it('is taken over as it is ticked', async () => {
    const wrapper = await chosen()
    await store(wrapper).trigger('click')
    await flushPromises()
    const { row: _, party: __, doubt: ___, name: ____, amount: _____, ...first } = statement().matched[0]!
    const rest = { id: null, way: 'wechat', payer: '', received_by: '', receipt: '' }
    expect(last('dues_import')).toEqual({ payments: [{ ...first, ...rest }], aliases: [] })
    expect(wrapper.get('[data-test=import-done]').text()).toContain('已登记 1 笔，45.00 元')
  })

  it('leaves out what is not ticked', async () => {
    const wrapper = await chosen()
    await tick(wrapper, 18, false)
    expect(store(wrapper).attributes('disabled')).toBeDefined()
  })

  it('learns under which name somebody pays who was chosen by hand, unless that is not wanted', async () => {
    const wrapper = await chosen()
    await choose(wrapper, 19, 9)
    expect(last('dues_member')).toBe(9)
    expect(row(wrapper, 19).text()).toContain('记住“云淡风轻”就是这个人')
    await store(wrapper).trigger('click')
    const { payments, aliases } = last('dues_import') as DuesImportRequest
    expect(payments[1]).toMatchObject({ member: 9, months: [{ month: '2026-10', amount: 4500 }] })
    expect(aliases).toEqual([{ alias: '云淡风轻', member: 9 }])

    const other = await chosen()
    await choose(other, 19, 9)
    await row(other, 19).get('[data-test=remember] input').setValue(false)
    await store(other).trigger('click')
    expect((last('dues_import') as DuesImportRequest).aliases).toEqual([])
  })

  it('is shared out over several months, and comes to what was paid', async () => {
    const wrapper = await chosen()
    await choose(wrapper, 19, 9)
    await press(wrapper, '改月份：第 19 行')
    const months = row(wrapper, 19).get('[data-test=months]')
    await months.get('[aria-label=几个月]').setValue('3')
    expect(months.text()).toContain('合计 45.00 元')
    await months.get('[aria-label="2026年12月交了多少"]').setValue('10')
    expect(row(wrapper, 19).get('[data-test=lack]').text()).toBe('各个月加起来要和这一笔相等')
    expect(store(wrapper).attributes('disabled')).toBeDefined()
    await months.get('[aria-label="2026年12月交了多少"]').setValue('15')
    await store(wrapper).trigger('click')
    expect((last('dues_import') as DuesImportRequest).payments[1]!.months).toEqual([
      { month: '2026-10', amount: OWED },
      { month: '2026-11', amount: OWED },
      { month: '2026-12', amount: OWED },
    ])
  })

  it('is not taken over where months are missing, and says in its row what was refused', async () => {
    const wrapper = await chosen()
    await tick(wrapper, 20, true)
    expect(row(wrapper, 20).get('[data-test=lack]').text()).toBe('请填写交的是哪几个月')
    row(wrapper, 20).getComponent({ name: 'MonthField' }).vm.$emit('update:modelValue', '2026-10')
    await flushPromises()
    refuseNext('dues_import', { fields: [{ field: 'payments.1.transaction', message: '这一笔已经登记过' }] })
    await store(wrapper).trigger('click')
    await flushPromises()
    expect((last('dues_import') as DuesImportRequest).payments[1]).toMatchObject({ member: PARTLY })
    expect(row(wrapper, 20).text()).toContain('这一笔已经登记过')
    expect(row(wrapper, 18).text()).not.toContain('这一笔已经登记过')
  })

  it('whose columns cannot be told has them pointed out by hand, and is read when they are', async () => {
    answerNext('dues_import_preview', { ...statement(), unread: '没有找到“金额”的列', matched: [], doubtful: [] })
    const wrapper = await chosen()
    const columns = () => wrapper.get('[data-test=import-columns]')
    expect(columns().text()).toContain('没有找到“金额”的列')
    await columns().get('[aria-label=栏目名称在第几行]').setValue('5')
    await press(wrapper, '按这一行读')
    expect(last('dues_import_preview')).toMatchObject({ sheet: '账单', columns: { header: 4, party: 1 } })
    await columns().get('[data-field="columns.amount"] select').setValue('4')
    await columns().get('[data-field="columns.direction"] select').setValue('没有这一栏')
    refuseNext('dues_import_preview', { fields: [{ field: 'columns.amount', message: '表格里没有第 5 列' }] })
    await press(wrapper, '对好了，看交款')
    expect(columns().get('[data-field="columns.amount"]').text()).toContain('表格里没有第 5 列')
    await press(wrapper, '对好了，看交款')
    expect(last('dues_import_preview')).toMatchObject({ columns: { amount: 4, direction: null, party: 1 } })
    expect(buttons(wrapper)).toContain('登记 1 笔')
  })

  it('is not read anew where the columns stay as they are: what was chosen would be lost', async () => {
    const wrapper = await chosen()
    await choose(wrapper, 19, 9)
    const before = calls.length
    await press(wrapper, '改栏目')
    await press(wrapper, '对好了，看交款')
    expect(calls.slice(before).map(({ name }) => name)).not.toContain('dues_import_preview')
    expect(store(wrapper).text()).toBe('登记 2 笔')
  })

  it('is not left unasked after somebody was chosen', async () => {
    const wrapper = await chosen()
    expect(await mayLeave()).toBe(true)
    await choose(wrapper, 19, 9)
    const leaving = mayLeave()
    await flushPromises()
    expect(question.value).toMatchObject({ labels: ['导入账单'], canSave: false })
    question.value?.answer('stay')
    expect(await leaving).toBe(false)
  })
})
