import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import ReasonDialog from '@/app/ReasonDialog.vue'
import { toast } from '@/shared/session/toast'
import { undoLast } from '@/shared/session/undo'
import { calls, refuseNext } from '../../fakeCall'

const last = (name: string) => calls.filter((call) => call.name === name).at(-1)?.request
const button = (text: string) =>
  [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === text)

beforeEach(() => {
  calls.length = 0
})

describe('Ctrl+Z at what a signed report has counted', () => {
  const refuse = () =>
    refuseNext('undo', { code: 'signed_quarter', message: '已经写进2026年第三季度的签名报告', hint: '写明原因后再做' })

  it('asks why before anything is changed, and goes on with the reason', async () => {
    mount(ReasonDialog, { attachTo: document.body })
    refuse()
    const step = undoLast()
    await flushPromises()
    expect(document.body.textContent).toContain('2026年第三季度')
    const input = document.querySelector<HTMLInputElement>('.el-dialog input')!
    input.value = '漏记一人'
    input.dispatchEvent(new Event('input'))
    await nextTick()
    button('写明原因并撤销')!.click()
    document.querySelector('.el-dialog form')!.dispatchEvent(new Event('submit', { cancelable: true }))
    await step
    expect(last('undo')).toEqual({ reason: '漏记一人' })
    expect(toast.text).toContain('已撤销')
  })

  it('leaves everything as it is when the user does not want to', async () => {
    mount(ReasonDialog, { attachTo: document.body })
    refuse()
    const step = undoLast()
    await flushPromises()
    button('不撤销')!.click()
    await step
    expect(calls.filter(({ name }) => name === 'undo')).toHaveLength(1)
  })
})
