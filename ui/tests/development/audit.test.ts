import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import AuditPage from '@/features/development/AuditPage.vue'
import type { Settings } from '@/ipc/types'
import { answerNext, calls } from '../fakeCall'
import { faults, putScans, resetDevelopment } from '../fakes/development'
import { buttons, last, openPage, press, submit } from '../hand'

/** Nothing comes into view by itself here. */
vi.stubGlobal(
  'IntersectionObserver',
  class {
    observe() {}
    disconnect() {}
  },
)

const all = () => openPage(AuditPage, '/development/audit', { id: null })
type Page = Awaited<ReturnType<typeof all>>
const messages = (wrapper: Page) => wrapper.findAll('[data-test=audit-finding]').map((one) => one.get('p').text())
const said = (...names: (keyof typeof faults)[]) => names.map((name) => faults[name].message)

async function chooseText(wrapper: Page, text: string) {
  wrapper.getComponent({ name: 'ElSelect' }).vm.$emit('update:modelValue', text)
  await flushPromises()
}
const key = async (name: string, on: EventTarget = window, more: KeyboardEventInit = {}) => {
  on.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }))
  await flushPromises()
}

beforeEach(() => {
  calls.length = 0
  resetDevelopment()
})

describe('what an examination found', () => {
  it('stands under whose file it is about, each with what to do', async () => {
    const wrapper = await all()
    expect(last('development_audit')).toEqual({ file: null })
    const groups = wrapper.findAll('[data-test=audit-group]')
    expect(groups.map((one) => one.attributes('aria-label'))).toEqual(['林晓梅', '黄志远', '支部'])
    expect(messages(wrapper)).toEqual(said('talk', 'application', 'seal', 'reports', 'ledger'))
    const first = wrapper.get('[data-test=audit-finding]').text()
    for (const part of ['错误', '2026年修订的细则', '第七条', 'KA03 谈话期限', '怎么办：请核对原件。', '依据 D02'])
      expect(first).toContain(part)
    expect(wrapper.get('[data-test=audit-clean]').text()).toBe('没有发现问题的：何思齐')
  })

  it('is that of one file where it is asked for one', async () => {
    const wrapper = await openPage(AuditPage, '/development/2/audit', { id: 2 })
    expect(last('development_audit')).toEqual({ file: 2 })
    expect(wrapper.get('h1').text()).toBe('黄志远：档案体检')
    expect(messages(wrapper)).toEqual(said('reports'))
    expect(wrapper.get('.page-back').attributes('href')).toBe('/development/2')
  })

  it('is counted by severity, and one sees only the chosen ones', async () => {
    const wrapper = await all()
    const chip = (name: string) => wrapper.get(`[data-test=only-${name}]`)
    expect(['error', 'warn', 'notice'].map((name) => chip(name).text())).toEqual(['错误 1', '提醒 3', '提示 1'])
    await chip('error').trigger('click')
    expect(messages(wrapper)).toEqual(said('talk'))
    await chip('notice').trigger('click')
    expect(messages(wrapper)).toEqual(said('talk', 'seal'))
    await chip('error').trigger('click')
    await chip('notice').trigger('click')
    expect(messages(wrapper)).toHaveLength(5)
  })

  it.each([
    ['dev-2014', said('application')],
    ['dev-2026', said('talk')],
    ['local', said('reports')],
    ['practice', said('seal', 'ledger')],
  ])('is seen by what it is held against: %s', async (text, wanted) => {
    const wrapper = await all()
    await chooseText(wrapper, text)
    expect(messages(wrapper)).toEqual(wanted)
  })

  it('is found by the name or the number of a check', async () => {
    const wrapper = await all()
    const search = wrapper.get('[aria-label=查找检查项目]')
    await search.setValue(' 思想汇报')
    expect(messages(wrapper)).toEqual(said('reports'))
    await search.setValue('ka0')
    expect(messages(wrapper)).toEqual(said('talk', 'application'))
    await search.setValue('没有这一项')
    expect(wrapper.get('[data-test=empty]').text()).toContain('没有要看的')
  })

  it('may be nothing', async () => {
    const count = { errors: 0, warnings: 0, notices: 0 }
    answerNext('development_audit', { on: '2026-11-23', count, branch: [], files: [] })
    const wrapper = await all()
    expect(wrapper.get('[data-test=empty]').text()).toContain('没有发现问题')
    expect(buttons(wrapper)).not.toContain('逐条查看')
  })
})

describe('the walk through the findings', () => {
  const place = (wrapper: Page) => wrapper.get('[data-test=walk-place]').text()

  it('goes from one to the next by hand and by key, and stops at both ends', async () => {
    const wrapper = await all()
    await press(wrapper, '逐条查看')
    expect(place(wrapper)).toBe('第 1 条，共 5 条 · 林晓梅')
    await press(wrapper, '下一条')
    expect(place(wrapper)).toContain('第 2 条')
    await press(wrapper, '上一条')
    await key('ArrowLeft')
    expect(place(wrapper)).toContain('第 1 条')
    await key('ArrowRight')
    await key('j')
    await key('J')
    expect(place(wrapper)).toBe('第 4 条，共 5 条 · 黄志远')
    await key('k')
    expect(place(wrapper)).toContain('第 3 条')
    for (let times = 0; times < 9; times += 1) await key('ArrowRight')
    expect(place(wrapper)).toBe('第 5 条，共 5 条 · 支部')
    expect(wrapper.get('[data-test=walk-records]').text()).toContain('不是哪一个人的档案')
  })

  it('leaves keys to whoever is typing, and to other shortcuts', async () => {
    const wrapper = await all()
    await press(wrapper, '逐条查看')
    await key('j', wrapper.get('[aria-label=查找检查项目]').element)
    await key('k', window, { ctrlKey: true })
    await key('j', window, { ctrlKey: true })
    expect(place(wrapper)).toContain('第 1 条')
  })

  it('shows what the file says at the step, and the paper it is about with its scanned pages', async () => {
    putScans(2, [{ id: 101, code: '1-2', name: '谈话登记表.jpg', bytes: 1 }])
    answerNext('development_audit', {
      on: '2026-11-23',
      count: { errors: 1, warnings: 0, notices: 0 },
      branch: [],
      files: [
        {
          file: 2,
          person: '黄志远',
          stage: 'activist',
          count: { errors: 1, warnings: 0, notices: 0 },
          findings: [faults.talk, faults.reports],
        },
      ],
    })
    const page = await all()
    await press(page, `对着材料看：${faults.talk.message}`)
    const records = page.get('[data-test=walk-records]')
    expect(records.get('h2').text()).toContain('2. 党组织派人谈话')
    expect(records.findAll('[data-test=walk-entry]').map((one) => one.text())).toEqual([
      '2026年3月12日　党组织派人谈话',
    ])
    expect(records.findAll('[data-test=walk-paper]')).toHaveLength(1)
    expect(records.findAll('[data-test=scan]')).toHaveLength(1)
    expect(page.get('.walk-dates').text()).toBe('比较的日期：2026年3月12日、2026年4月20日')
    expect(page.get('.walk-go').attributes('href')).toBe('/development/2?step=2')

    await records.get('[data-test=scan] button').trigger('click')
    await flushPromises()
    const large = document.querySelector('[role=dialog]') as Element
    await key('j', large)
    expect(place(page)).toContain('第 1 条')
    await key('j')
    expect(place(page)).toContain('第 2 条')
  })

  it('begins where one is, walks what is filtered, and comes back to the list', async () => {
    const wrapper = await all()
    await wrapper.get('[data-test=only-warn]').trigger('click')
    await press(wrapper, `对着材料看：${faults.reports.message}`)
    expect(place(wrapper)).toBe('第 2 条，共 3 条 · 黄志远')
    await key('Escape')
    expect(wrapper.find('[data-test=walk]').exists()).toBe(false)
    expect(messages(wrapper)).toHaveLength(3)
  })

  it('stays within the list when the filter makes it shorter', async () => {
    const wrapper = await all()
    await press(wrapper, '逐条查看')
    await key('ArrowRight')
    await key('ArrowRight')
    await wrapper.get('[data-test=only-error]').trigger('click')
    expect(place(wrapper)).toBe('第 1 条，共 1 条 · 林晓梅')
  })
})

describe('which checks apply here', () => {
  const saved = () => (last('settings_save') as Settings).development

  async function open() {
    const wrapper = await all()
    await press(wrapper, '检查项目设置')
    return wrapper
  }

  it('switches off a local check, never a national one', async () => {
    const wrapper = await open()
    expect(wrapper.find('[data-test=check-KA01]').exists()).toBe(false)
    await press(wrapper, '展开看')
    expect(wrapper.get('[data-test=check-KA01]').text()).toContain('必查')
    expect(wrapper.get('[data-test=check-KA01]').find('.el-switch').exists()).toBe(false)
    await wrapper.get('[data-test=check-KA20] .el-switch input').trigger('click')
    await submit(wrapper)
    expect(saved().checks_off).toEqual(['KA20'])
  })

  it('switches on what is not made as a rule, and off again', async () => {
    const wrapper = await open()
    const turn = () => wrapper.get('[data-test=check-KX24] .el-switch input').trigger('click')
    expect(wrapper.get('[data-test=check-KX24] .el-switch').classes()).not.toContain('is-checked')
    await turn()
    await submit(wrapper)
    expect(saved()).toMatchObject({ checks_on: ['KX24'], checks_off: ['KA20'] })
    await press(wrapper, '检查项目设置')
    expect(wrapper.get('[data-test=check-KX24] .el-switch').classes()).toContain('is-checked')
    await turn()
    await submit(wrapper)
    expect(saved()).toMatchObject({ checks_on: [], checks_off: ['KA20'] })
  })

  it('says why the program cannot tell', async () => {
    const wrapper = await open()
    expect(wrapper.get('[data-test=check-KX01]').text()).toContain(
      '程序不能判断，因为各份材料上写的姓名，要看原件。请人工核对。',
    )
    expect(wrapper.get('[data-test=check-KA20]').text()).not.toContain('程序不能判断')
  })

  it('sets another number, and who asks for it', async () => {
    const wrapper = await open()
    await wrapper.get('[data-test=check-KB09] .count-input').setValue('6')
    await wrapper.get('[data-field="development.source"] input').setValue('某市发〔2026〕3号')
    await submit(wrapper)
    expect(saved()).toMatchObject({ numbers: { KB09: 6 }, source: '某市发〔2026〕3号' })
  })

  it('adds papers that the superior asks for, at their step', async () => {
    const wrapper = await open()
    const papers = wrapper.get('[data-test=local-materials]')
    await press(papers, '加一份材料')
    await press(papers, '加一份材料')
    await papers.get('[aria-label="第 1 份材料的名称"]').setValue(' 推优名册 ')
    papers.getComponent({ name: 'ElSelect' }).vm.$emit('update:modelValue', 3)
    papers.getComponent({ name: 'DateField' }).vm.$emit('update:modelValue', '2026-05-11')
    await submit(wrapper)
    expect(saved().materials).toEqual([{ code: 'L-1', name: '推优名册', step: 3, from: '2026-05-11', to: null }])
    expect(last('settings_save')).toMatchObject({ lock_after_minutes: expect.any(Number) })
  })
})
