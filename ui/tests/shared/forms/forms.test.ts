import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import type { Problem } from '@/ipc/types'
import FormField from '@/shared/forms/FormField.vue'
import FormShell from '@/shared/forms/FormShell.vue'

const refused: Problem = {
  code: 'invalid',
  message: '有 1 处填写需要改正，没有保存任何内容。',
  hint: '改正后再保存',
  fields: [{ field: 'name', message: '请填写姓名' }],
}

function form(problem: Problem | null, busy = false, onSubmit = vi.fn()) {
  const field = (label: string, name: string) =>
    h(FormField, { label, name }, { default: ({ id }: { id: string }) => h('input', { id }) })
  return mount(FormShell, {
    props: { problem, busy, label: '党员', draft: {}, onSubmit },
    slots: { default: () => [field('姓名', 'name'), field('手机号', 'mobile')] },
    attachTo: document.body,
  })
}

describe('a form', () => {
  it('shows the error under the field it belongs to, and only there', () => {
    const fields = form(refused).findAll('.field')
    expect(fields[0]!.text()).toContain('请填写姓名')
    expect(fields[1]!.text()).not.toContain('请填写姓名')
  })

  it('says the whole sentence and what to do next', () => {
    expect(form(refused).get('[data-test=problem]').text()).toContain('改正后再保存')
  })

  it('ties every label to its input', () => {
    const wrapper = form(null)
    const label = wrapper.get('label')
    expect(wrapper.get(`input[id="${label.attributes('for')}"]`)).toBeTruthy()
  })

  it.each([
    ['the event says so', { key: 'Enter', isComposing: true }],
    ['only the key code says so', { key: 'Enter', keyCode: 229 }],
  ])('is not submitted by the Enter that picks a Chinese word: %s', (_, init) => {
    const wrapper = form(null)
    const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true })
    // happy-dom leaves the legacy code out of the constructor.
    if ('keyCode' in init) Object.defineProperty(event, 'keyCode', { value: init.keyCode })
    wrapper.get('input').element.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(true)
  })

  it('lets a plain Enter through', () => {
    const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })
    form(null).get('input').element.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(false)
  })

  it('is not submitted twice while the first time is under way', async () => {
    const save = vi.fn()
    await form(null, true, save).get('form').trigger('submit')
    expect(save).not.toHaveBeenCalled()
  })

  it('is saved by Ctrl+S', async () => {
    const save = vi.fn()
    const wrapper = form(null, false, save)
    wrapper.get('input').element.focus()
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true, cancelable: true }))
    expect(save).toHaveBeenCalledTimes(1)
    wrapper.unmount()
  })
})
