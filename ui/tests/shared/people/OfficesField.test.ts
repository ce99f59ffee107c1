import { flushPromises, mount } from '@vue/test-utils'
import { ElSelect } from 'element-plus'
import { describe, expect, it } from 'vitest'
import type { Office } from '@/ipc/types'
import OfficesField from '@/shared/people/OfficesField.vue'

describe('the offices of one member', () => {
  it('stand in the usual order, and the list closes after each that is picked', async () => {
    const wrapper = mount(OfficesField, {
      props: { modelValue: ['organization'] as Office[] },
      attachTo: document.body,
    })
    const list = wrapper.getComponent(ElSelect)
    ;(list.vm as unknown as { expanded: boolean }).expanded = true
    list.vm.$emit('update:modelValue', ['organization', 'deputy_secretary'])
    await flushPromises()
    expect(wrapper.emitted('update:modelValue')?.at(-1)).toEqual([['deputy_secretary', 'organization']])
    expect((list.vm as unknown as { expanded: boolean }).expanded).toBe(false)
  })
})
