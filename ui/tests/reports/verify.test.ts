import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import ReportPage from '@/features/reports/ReportPage.vue'
import VerifyPage from '@/features/reports/VerifyPage.vue'
import { answer } from '../fake'
import { answerNext, chooseNext, drop, refuseNext } from '../fakeCall'
import { last, openPage, press } from '../hand'

describe('checking reports', () => {
  it('judges each of several files, and one that cannot be read stops no other', async () => {
    const wrapper = await openPage(VerifyPage)
    chooseNext('甲.pdf', '乙.pdf')
    refuseNext('report_verify', { message: '读不了文件“甲.pdf”' })
    await press(wrapper, '选文件…')
    const list = wrapper.get('[data-test=verdicts]')
    expect(list.findAll('li').map((one) => one.text())).toEqual([
      '甲.pdf读不了文件“甲.pdf”',
      '乙.pdf签名有效,签名人可信,签名后没有改动。',
    ])
    expect(wrapper.find('[data-test=verdict]').exists()).toBe(false)
    await list.findAll('button')[1]!.trigger('click')
    expect(wrapper.get('[data-test=verdict]').text()).toContain('签名有效')
  })

  it('takes files that are dropped on the window, as long as the page is shown', async () => {
    const wrapper = await openPage(VerifyPage)
    drop('丙.pdf')
    await flushPromises()
    expect(last('report_verify')).toEqual({ file: 'd0' })
    expect(wrapper.get('[data-test=verdict]').text()).toContain('签名有效')
    wrapper.unmount()
    drop('丁.pdf', '戊.pdf')
    await flushPromises()
    expect(last('report_verify')).toEqual({ file: 'd0' })
  })
})

describe('the receipt of the superior', () => {
  it('is kept with the version it is for', async () => {
    answer('report_sign', { period: '2026Q4', reason: null, passphrase: null }, {})
    const wrapper = await openPage(ReportPage, '/', { period: '2026Q4' })
    expect(wrapper.find('[data-test=receipt]').exists()).toBe(false)
    await press(wrapper, '登记上级签收…')
    expect(last('report_receipt_import')).toEqual({ file: 'f1' })
    await flushPromises()
    expect(wrapper.get('[data-test=receipt]').text()).toContain('上级已签收')
  })

  it('is refused with its reason when it is none of ours', async () => {
    const view = answer('report_get', '2026Q4', {})
    answerNext('report_get', view)
    const wrapper = await openPage(ReportPage, '/', { period: '2026Q4' })
    refuseNext('report_receipt_import', { message: '这份签收不是给本支部存着的这一版报告的' })
    await press(wrapper, '登记上级签收…')
    expect(wrapper.text()).toContain('这份签收不是给本支部')
  })
})
