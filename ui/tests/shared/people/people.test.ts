import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Component, defineComponent, h, ref } from 'vue'
import FormShell from '@/shared/forms/FormShell.vue'
import MemberPicker from '@/shared/people/MemberPicker.vue'
import MemberSelect from '@/shared/people/MemberSelect.vue'
import NameField from '@/shared/people/NameField.vue'
import { session } from '@/shared/session/session'

/** A picker in a form, as a page has it. */
async function host<T>(picker: Component, begin: T, props: Record<string, unknown> = {}) {
  const value = ref(begin)
  const save = vi.fn()
  const Host = defineComponent(
    () => () =>
      h(
        FormShell,
        { problem: null, label: '谈话', draft: { value: value.value }, onSubmit: save },
        {
          default: () =>
            h(picker, {
              ...props,
              modelValue: value.value,
              'onUpdate:modelValue': (now: T) => (value.value = now as never),
            }),
        },
      ),
  )
  const wrapper = mount(Host, { attachTo: document.body })
  await flushPromises()
  const input = wrapper.get('input')
  async function type(text: string) {
    input.element.focus()
    input.element.value = text
    await input.trigger('input')
  }
  async function press(key: string) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
    input.element.dispatchEvent(event)
    await flushPromises()
    return event
  }
  async function leave() {
    await input.trigger('blur')
    await flushPromises()
  }
  return { wrapper, input, value, save, type, press, leave }
}

beforeEach(() => {
  document.body.innerHTML = ''
  session.status = { today: '2026-11-23' } as typeof session.status
})

describe('picking a member', () => {
  it('typing a name and Enter picks the one match, however fast, and the form is not sent', async () => {
    const { input, value, save, type, press } = await host<number | null>(MemberSelect, null)
    await type('赵建国')
    const enter = await press('Enter')
    expect(value.value).toBe(1)
    expect(input.element.value).toBe('赵建国')
    expect(enter.defaultPrevented).toBe(true)
    expect(save).not.toHaveBeenCalled()
  })

  it('the arrows choose among several', async () => {
    const { wrapper, value, type, press } = await host<number | null>(MemberSelect, null)
    await type('赵')
    await flushPromises()
    const names = wrapper.findAll('[role=option]').map((option) => option.text())
    expect(names.length).toBeGreaterThan(1)
    await press('Enter')
    expect(value.value, 'several are meant').toBeNull()
    await press('ArrowDown')
    await press('Enter')
    expect(value.value).not.toBeNull()
    expect(wrapper.get('input').element.value).toBe(names[1])
  })

  it('a name that is nobody is named as such, and is not sent', async () => {
    const { wrapper, value, save, type, leave } = await host<number | null>(MemberSelect, 1)
    await type('不存在的人')
    await leave()
    expect(value.value).toBeNull()
    expect(wrapper.get('[role=alert]').text()).toBe('“不存在的人”不在名册里，请从名单里选')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(save).not.toHaveBeenCalled()
  })

  it('Esc closes the list and nothing else', async () => {
    const { wrapper, type, press } = await host<number | null>(MemberSelect, null)
    const heard = vi.fn()
    window.addEventListener('keydown', heard)
    await type('赵')
    await flushPromises()
    await press('Escape')
    expect(wrapper.get('input').attributes('aria-expanded')).toBe('false')
    expect(heard).not.toHaveBeenCalled()
    window.removeEventListener('keydown', heard)
  })

  it('shows by name who was chosen before', async () => {
    const { input } = await host<number | null>(MemberSelect, 1)
    expect(input.element.value).toBe('赵建国')
  })
})

describe('a name that need not be in the roster', () => {
  it('picks by Enter', async () => {
    const { value, type, press } = await host(NameField, '')
    await type('赵建国')
    await press('Enter')
    expect(value.value).toBe('赵建国')
  })

  it('says who is not in the roster, and keeps the name', async () => {
    const { wrapper, value, type, leave } = await host(NameField, '')
    await type('不存在的人')
    await leave()
    expect(value.value).toBe('不存在的人')
    expect(wrapper.get('[data-test=stranger]').text()).toBe('“不存在的人”不在名册里，按名册以外的人记下。')
  })

  it('of several names it names the strangers only, and Enter completes the last', async () => {
    const { wrapper, value, type, press, leave } = await host(NameField, '', { several: true })
    await type('某某、赵建国')
    await press('Enter')
    expect(value.value).toBe('某某、赵建国')
    await leave()
    expect(wrapper.get('[data-test=stranger]').text()).toContain('“某某”不在')
  })
})

describe('ticking many', () => {
  it('a name and Enter tick the one who is meant', async () => {
    const { value, type, press } = await host<number[]>(MemberPicker, [])
    await type('赵建国')
    await press('Enter')
    expect(value.value).toEqual([1])
  })
})
