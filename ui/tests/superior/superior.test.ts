import { beforeEach, describe, expect, it } from 'vitest'
import BranchesPage from '@/features/superior/BranchesPage.vue'
import InboxPage from '@/features/superior/InboxPage.vue'
import SumsPage from '@/features/superior/SumsPage.vue'
import { answerNext, calls, chooseNext, refuseNext } from '../fakeCall'
import { taken } from '../fakes/superior'
import { last, openPage, press, submit } from '../hand'

beforeEach(() => {
  calls.length = 0
})

describe('the inbox', () => {
  it('tells apart who has reported, who has not, and what was not taken', async () => {
    const wrapper = await openPage(InboxPage, '/', { period: '' })
    expect(wrapper.text()).toContain('已报送 2')
    expect(wrapper.text()).toContain('第 2 版更正')
    expect(wrapper.text()).not.toContain('第三支部')
    await press(wrapper, '未报送 1')
    expect(wrapper.text()).toContain('第三支部')
    await press(wrapper, '上次未收下 1')
    expect(wrapper.text()).toContain('第二批/坏.pdf')
    expect(wrapper.text()).toContain('文件不完整')
  })

  it('takes a folder for the quarter that is shown, and says what became of it', async () => {
    const wrapper = await openPage(InboxPage, '/', { period: '2026Q3' })
    await press(wrapper, '收取文件夹…')
    expect(last('superior_collect')).toEqual({ folder: 'f1', period: '2026Q3', trust: [] })
    expect(wrapper.get('[data-test=collected]').text()).toBe(
      '收下 2 份（其中更正版 1 份），以前收过 3 份，未收下 1 份。',
    )
  })

  it('gives receipts for one and for all', async () => {
    const wrapper = await openPage(InboxPage, '/', { period: '2026Q3' })
    await press(wrapper, '全部签收…')
    expect(last('superior_receipts')).toEqual({ period: '2026Q3', report: null, folder: 'f1' })
    await press(wrapper, '签收…')
    expect(last('superior_receipts')).toEqual({ period: '2026Q3', report: 2, folder: 'f1' })
  })

  it('says what to do as long as nothing came, and whom to enrol as long as there is nobody', async () => {
    const wrapper = await openPage(InboxPage, '/', { period: '2026Q2' })
    expect(wrapper.text()).toContain('把下级支部发来的报告放进一个文件夹')
    answerNext('superior_period', { ...taken('2026Q2'), rows: [], refusals: [] })
    const empty = await openPage(InboxPage, '/', { period: '2026Q2' })
    await press(empty, '未报送 0')
    expect(empty.text()).toContain('还没有登记下级支部')
  })
})

describe('the sums', () => {
  it('are of any column, and say how many reports lack it', async () => {
    const wrapper = await openPage(SumsPage, '/', { period: '2026Q3' })
    expect(wrapper.get('[data-test=sum-members]').text()).toBe('42')
    expect(wrapper.get('figcaption').text()).toBe('党员人数：合计 42')
    await press(wrapper, '实交党费1,234.50 元')
    expect(wrapper.get('figcaption').text()).toContain('实交党费：合计 1,234.50 元')
    expect(wrapper.text()).toContain('有 1 份报告里没有这一项')
    expect(wrapper.text()).toContain('第二支部—')
  })

  it('lead to the inbox as long as there is nothing to be summed', async () => {
    const wrapper = await openPage(SumsPage, '/', { period: '2026Q1' })
    expect(wrapper.text()).toContain('还没有可以汇总的报告')
  })
})

describe('the branches', () => {
  it('show who has no certificate yet', async () => {
    const wrapper = await openPage(BranchesPage)
    expect(wrapper.text()).toContain('还没有登记')
    expect(wrapper.text()).toContain('到2026年第四季度')
  })

  it('are enrolled from certificate files, each only when it was compared', async () => {
    const wrapper = await openPage(BranchesPage)
    await press(wrapper, '登记证书…')
    chooseNext('甲.pem', '照片.pem')
    await press(wrapper, '选证书文件…')
    expect(wrapper.text()).toContain('这些不是证书文件：1.pem')
    expect(wrapper.get('button[type=submit]').attributes('disabled')).toBeDefined()
    await wrapper.get('.enrol-entry input').setValue(true)
    await submit(wrapper)
    expect(last('superior_enrol')).toEqual({
      entries: [{ name: '示例商会支部', fingerprint: 'AB'.repeat(32) }],
    })
  })

  it('say at the field what is wrong with a fingerprint', async () => {
    const wrapper = await openPage(BranchesPage)
    await press(wrapper, '登记证书…')
    await wrapper.get('textarea').setValue('AB')
    refuseNext('superior_enrol', { fields: [{ field: 'entries.0.fingerprint', message: '应为 64 位' }] })
    await submit(wrapper)
    expect(wrapper.get('.field-error').text()).toBe('应为 64 位')
  })
})
