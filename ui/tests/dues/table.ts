// The table of a year under a hand.

import { flushPromises } from '@vue/test-utils'
import DuesPage from '@/features/dues/DuesPage.vue'
import { calls } from '../fakeCall'
import { openPage } from '../hand'

export async function openTable() {
  const wrapper = await openPage(DuesPage)
  const cell = (member: number, month: number) => wrapper.get(`[data-member="${member}"][data-month="${month - 1}"]`)
  /** What is seen there, and what is read out. */
  const seen = (member: number, month: number) =>
    cell(member, month)
      .findAll('.line')
      .map((one) => one.text())
      .join(' ')
  const said = (member: number, month: number) => cell(member, month).get('.visually-hidden').text()
  const go = (member: number, month: number) => (cell(member, month).element as HTMLElement).focus()
  const key = async (name: string, more: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more })
    document.activeElement?.dispatchEvent(event)
    await flushPromises()
    return event
  }
  /** Types over what stands in the cell. */
  const type = async (text: string) => {
    await key(text[0] ?? '')
    await wrapper.get('input[data-typed]').setValue(text)
  }
  const paste = async (text: string) => {
    const event = new Event('paste', { bubbles: true, cancelable: true })
    Object.assign(event, { clipboardData: { getData: () => text } })
    document.activeElement?.dispatchEvent(event)
    await flushPromises()
    return event
  }
  /** Whose month has the focus, from 1. */
  const here = () => {
    const { member, month } = (document.activeElement as HTMLElement).dataset
    return [Number(member), Number(month) + 1]
  }
  return { wrapper, cell, seen, said, go, key, type, paste, here }
}

export const pays = () => calls.filter(({ name }) => name === 'dues_pay').map(({ request }) => request)
