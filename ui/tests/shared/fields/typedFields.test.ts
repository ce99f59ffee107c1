import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Component, defineComponent, h, ref } from 'vue'
import DateField from '@/shared/fields/DateField.vue'
import MonthField from '@/shared/fields/MonthField.vue'
import TimeField from '@/shared/fields/TimeField.vue'
import FormShell from '@/shared/forms/FormShell.vue'
import { session } from '@/shared/session/session'

/** A field in a form, as a page has it. */
function host(field: Component, begin: string | null, props: Record<string, unknown> = {}) {
  const value = ref<string | null>(begin)
  const save = vi.fn()
  const changed = vi.fn()
  const Host = defineComponent(
    () => () =>
      h(
        FormShell,
        { problem: null, label: '会议', draft: { value: value.value }, onSubmit: save },
        {
          default: () =>
            h(field, {
              ...props,
              modelValue: value.value,
              'onUpdate:modelValue': (next: string | null) => (value.value = next),
              onChange: changed,
            }),
        },
      ),
  )
  const wrapper = mount(Host, { attachTo: document.body })
  const input = wrapper.get('input')
  async function begun(text: string) {
    input.element.value = text
    await input.trigger('input')
  }
  async function type(text: string) {
    await begun(text)
    await input.trigger('change')
    await input.trigger('blur')
  }
  return { wrapper, input, value, save, changed, begun, type }
}

beforeEach(() => {
  document.body.innerHTML = ''
  session.status = { today: '2026-11-23' } as typeof session.status
})

describe('a date field', () => {
  it.each([
    ['2026.2.3', '2026-02-03', '2026年2月3日 星期二'],
    ['11-20', '2026-11-20', '2026年11月20日 星期五'],
    ['2月3日', '2026-02-03', '2026年2月3日 星期二'],
  ])('reads “%s”, leaves it as typed, and says below what it understood', async (typed, meant, said) => {
    const { wrapper, input, value, type } = host(DateField, null)
    await type(typed)
    expect(value.value).toBe(meant)
    expect(input.element.value).toBe(typed)
    expect(wrapper.get('[data-test=understood]').text()).toBe(said)
  })

  it('refuses what is no day, keeps the text, and is not sent', async () => {
    const { wrapper, input, value, save, type } = host(DateField, '2026-01-01')
    await type('2026-02-30')
    expect(input.element.value).toBe('2026-02-30')
    expect(value.value, 'never another day').toBe('2026-02-30')
    expect(wrapper.get('[role=alert]').text()).toBe('日历上没有“2026-02-30”这一天')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(save).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(input.element)
  })

  it('does not call half a date wrong while it is being typed', async () => {
    const { wrapper, begun } = host(DateField, null)
    await begun('2026-1')
    expect(wrapper.find('[role=alert]').exists()).toBe(false)
  })

  it('keeps a month where a month is enough, and only there', async () => {
    const partial = host(DateField, null, { partial: true })
    await partial.type('1990年5月')
    expect(partial.value.value).toBe('1990-05')
    const whole = host(DateField, null)
    await whole.type('1990年5月')
    expect(whole.wrapper.get('[role=alert]').text()).toContain('没有写到哪一天')
  })

  it('can be emptied', async () => {
    const { value, type } = host(DateField, '2026-01-01')
    await type('')
    expect(value.value).toBeNull()
  })

  it('shows what comes from elsewhere', async () => {
    const { input, value } = host(DateField, null)
    value.value = '2026-11-25'
    await flushPromises()
    expect(input.element.value).toBe('2026-11-25')
  })

  it('tells of the change once the field is left, and never of half a date', async () => {
    const { changed, begun, type } = host(DateField, null)
    await begun('2026-11-2')
    expect(changed).not.toHaveBeenCalled()
    await type('2026-02-30')
    expect(changed).not.toHaveBeenCalled()
    await type('2026-11-25')
    expect(changed).toHaveBeenLastCalledWith('2026-11-25')
  })

  it('has a calendar beside it that the keyboard reaches', () => {
    const { wrapper } = host(DateField, null, { label: '日期' })
    const button = wrapper.get('button')
    expect(button.attributes('aria-label')).toBe('日期：打开日历')
    expect(button.attributes('tabindex')).not.toBe('-1')
  })
})

describe('a month field and a time field', () => {
  it('reads a month', async () => {
    const { value, type } = host(MonthField, null)
    await type('2026年10月')
    expect(value.value).toBe('2026-10')
  })

  it('reads a time as people write it and refuses what is none', async () => {
    const { wrapper, input, value, type } = host(TimeField, '')
    await type('9点半')
    expect(value.value).toBe('09:30')
    expect(input.element.value).toBe('9点半')
    await type('25:00')
    expect(value.value).toBe('25:00')
    expect(wrapper.get('[role=alert]').text()).toBe('没有“25:00”这个时间')
  })
})
