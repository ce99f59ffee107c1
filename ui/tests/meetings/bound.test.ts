import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { routes } from '@/app/router'
import PrintSection from '@/features/meetings/papers/PrintSection.vue'
import type { AttachmentRow, MeetingView, Paper } from '@/ipc/types'
import BoundQuarterForm from '@/shared/papers/BoundQuarterForm.vue'
import { answer } from '../fake'
import { answerNext, calls } from '../fakeCall'

const previewed = () => calls.filter((call) => call.name === 'paper_preview').map((call) => call.request as Paper)

beforeEach(() => {
  calls.length = 0
  document.body.innerHTML = ''
  URL.createObjectURL ??= () => 'blob:page'
  URL.revokeObjectURL ??= () => undefined
  Element.prototype.scrollIntoView ??= () => undefined
})

describe('a bound quarter', () => {
  async function form() {
    const router = createRouter({ history: createMemoryHistory(), routes })
    const wrapper = mount(BoundQuarterForm, {
      props: { quarter: '2026Q3' },
      attachTo: document.body,
      global: { plugins: [router] },
    })
    await flushPromises()
    return wrapper
  }
  const tick = (wrapper: Awaited<ReturnType<typeof form>>, label: string) =>
    wrapper
      .findAll('.el-checkbox')
      .find((box) => box.text().includes(label))!
      .find('input')

  it('says what is missing before anything is made, and leads there', async () => {
    const wrapper = await form()
    expect(previewed()).toEqual([])
    const missing = wrapper.find('[data-test=bound-missing]')
    expect(missing.findAll('a').map((link) => [link.text(), link.attributes('href')])).toEqual([
      ['9月12日“党课”没有到会记录，只列在计划表里', '/meetings/1'],
      ['9月20日“主题党日”没有签到表扫描件', '/meetings/2'],
    ])
    await missing.find('a').trigger('click')
    expect(wrapper.emitted('leave')).toHaveLength(1)
  })

  it('is made of what is ticked, in the secretary’s name, and only when asked for', async () => {
    const wrapper = await form()
    expect(tick(wrapper, '签到表扫描件（0 份）').attributes('disabled')).toBeDefined()
    await tick(wrapper, '纪实报告表').setValue(true)
    await wrapper.find('form').trigger('submit')
    await flushPromises()
    expect(previewed()).toEqual([
      {
        room: 'shared',
        kind: 'bound_quarter',
        quarter: '2026Q3',
        parts: { minutes: true, forms: true, scans: true, photos: true, attendance: true },
        compiled_by: '赵建国',
      },
    ])
    await tick(wrapper, '会议照片').setValue(false)
    await flushPromises()
    expect(wrapper.find('[data-test=paper-preview]').exists()).toBe(false)
    expect(previewed()).toHaveLength(1)
  })

  it('does not ask for the scans of those who want none', async () => {
    answerNext('bound_quarter_get', {
      ...answer('bound_quarter_get', '2026Q3', {}),
      scans: 1,
    })
    const wrapper = await form()
    await tick(wrapper, '签到表扫描件（1 份）').setValue(false)
    expect(wrapper.find('[data-test=bound-missing]').text()).not.toContain('扫描件')
  })
})

describe('the minutes of a meeting with photos', () => {
  const photo = (id: number): AttachmentRow => ({
    id,
    owner: { meeting: 1 },
    kind: 'photo',
    name: '照片.jpg',
    caption: '',
    bytes: 1000,
    is_picture: true,
    has_original: false,
    has_text: false,
  })

  it('are printed with them unless the tick is taken away', async () => {
    answerNext('attachment_list', [photo(1), photo(2)])
    const meeting = { head: { id: 1 }, state: 'held' } as MeetingView
    const wrapper = mount(PrintSection, { props: { meeting }, attachTo: document.body })
    await flushPromises()
    const button = (text: string) => wrapper.findAll('button').find((one) => one.text() === text)!
    await button('会议记录').trigger('click')
    await flushPromises()
    await wrapper.find('.el-checkbox input').setValue(false)
    await flushPromises()
    await button('纪实报告表').trigger('click')
    await flushPromises()
    expect(wrapper.text()).not.toContain('附照片')
    expect(previewed()).toEqual([
      { room: 'shared', kind: 'minutes', meeting: 1, photos: true },
      { room: 'shared', kind: 'minutes', meeting: 1, photos: false },
      { room: 'shared', kind: 'meeting_record_form', meeting: 1 },
    ])
  })
})
