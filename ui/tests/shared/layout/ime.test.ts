// A key that the input method needs reaches no part of the window.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { useIdleLock } from '@/app/idle'
import { useCells } from '@/shared/fields/useCells'
import FormShell from '@/shared/forms/FormShell.vue'
import DropDown from '@/shared/layout/DropDown.vue'
import ModalDialog from '@/shared/layout/ModalDialog.vue'
import SidePanel from '@/shared/layout/SidePanel.vue'
import { usePersonRows } from '@/shared/people/usePersonRows'

const WAYS: [string, KeyboardEventInit][] = [
  ['the event says so', { isComposing: true }],
  ['only the key code says so', {}],
]

function composing(key: string, init: KeyboardEventInit, more: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more, ...init })
  // happy-dom leaves the legacy code out of the constructor.
  if (!init.isComposing) Object.defineProperty(event, 'keyCode', { value: 229 })
  return event
}

describe.each(WAYS)('while a Chinese word is being composed (%s)', (_, init) => {
  it('Esc closes neither a side panel nor a dialog nor a list', async () => {
    const closed = vi.fn()
    mount(SidePanel, { props: { title: '谈话', onClose: closed }, attachTo: document.body })
    mount(ModalDialog, { props: { title: '签名', width: '10rem', onClose: closed }, attachTo: document.body })
    const list = mount(DropDown, { props: { label: '更多', modelValue: true }, attachTo: document.body })
    await flushPromises()
    for (const place of [document.body, ...document.querySelectorAll('aside, .el-dialog, .drop')]) {
      const event = composing('Escape', init)
      place.dispatchEvent(event)
      // The browser's own closing of a dialog.
      expect(event.defaultPrevented).toBe(true)
    }
    await flushPromises()
    expect(closed).not.toHaveBeenCalled()
    expect(list.emitted('update:modelValue')).toBeUndefined()
  })

  it('Ctrl+S does not save, and Enter does not send the form', async () => {
    const save = vi.fn()
    const form = mount(FormShell, {
      props: { problem: null, label: '谈话', draft: {}, onSubmit: save },
      slots: { default: () => h('input') },
      attachTo: document.body,
    })
    const input = form.get('input').element
    input.focus()
    input.dispatchEvent(composing('s', init, { ctrlKey: true }))
    const enter = composing('Enter', init)
    input.dispatchEvent(enter)
    await flushPromises()
    expect(save).not.toHaveBeenCalled()
    expect(enter.defaultPrevented).toBe(true)
  })

  it('figures, arrows and Enter neither tick a person nor leave a cell', () => {
    const acted = vi.fn(() => true)
    const Place = defineComponent(() => {
      const list = ref<HTMLElement | null>(null)
      const rows = usePersonRows(list, () => {})
      const cells = useCells(list as never)
      return () =>
        h('div', { ref: list, onKeydown: cells.onKey }, [
          h('input', { 'data-row': 0, 'data-column': 0, onKeydown: (e: KeyboardEvent) => rows.onKey(e, 0, acted) }),
          h('input', { 'data-row': 1, 'data-column': 0 }),
        ])
    })
    const input = mount(Place, { attachTo: document.body }).get('input').element
    input.focus()
    for (const key of ['1', ' ', 'q', 'x', 'ArrowDown', 'ArrowUp', 'Enter']) input.dispatchEvent(composing(key, init))
    expect(acted).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(input)
  })
})

it('typing Chinese is a sign of life, though its keys go to nobody', () => {
  vi.useFakeTimers()
  const lock = vi.fn()
  const Place = defineComponent(() => {
    useIdleLock(() => 1, lock)
    return () => h('input')
  })
  const input = mount(Place, { attachTo: document.body }).get('input').element
  vi.advanceTimersByTime(50_000)
  input.dispatchEvent(composing('n', { isComposing: true }))
  input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }))
  vi.advanceTimersByTime(50_000)
  expect(lock).not.toHaveBeenCalled()
  vi.advanceTimersByTime(20_000)
  expect(lock).toHaveBeenCalledTimes(1)
  vi.useRealTimers()
})

it('what is no composing goes through', () => {
  const closed = vi.fn()
  mount(SidePanel, { props: { title: '谈话', onClose: closed } })
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))
  return flushPromises().then(() => expect(closed).toHaveBeenCalledTimes(1))
})

it('one guard knows of composing, and no handler asks for itself', () => {
  const files = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name)
      return statSync(path).isDirectory() ? files(path) : [path]
    })
  const knowing = files('src').filter((path) => /isComposing|\b229\b/.test(readFileSync(path, 'utf8')))
  expect(knowing).toEqual([join('src', 'shared', 'layout', 'ime.ts')])
  expect(readFileSync('src/main.ts', 'utf8')).toMatch(/guardComposition\(\)\ncreateApp/)
})
