import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import FilePage from '@/features/development/FilePage.vue'
import { developmentGet } from '@/ipc/commands'
import type { MaterialsRequest } from '@/ipc/types'
import { answerNext, calls, refuseNext } from '../fakeCall'
import { resetDevelopment } from '../fakes/development'
import { everything, last, openPage, press, submit } from '../hand'

Element.prototype.scrollIntoView = () => {}

const file = (id: number) => openPage(FilePage, `/development/${id}`, { id })
type Page = Awaited<ReturnType<typeof file>>
const paper = (wrapper: Page, code: string) => wrapper.get(`[data-test=material-${code}]`)
const saved = () => last('development_materials_save') as MaterialsRequest

beforeEach(() => {
  calls.length = 0
  resetDevelopment()
})

describe('a paper of a step', () => {
  it('is marked when it is late, and taken as there with one press', async () => {
    const wrapper = await file(6)
    expect(paper(wrapper, '1-1').get('.tag').classes()).toContain('late')
    await press(paper(wrapper, '1-1'), '入党申请书：登记为已有')
    expect(saved()).toMatchObject({ file: 6, materials: [{ id: null, code: '1-1', state: 'present' }] })
    expect(paper(wrapper, '1-1').get('.tag').classes()).toContain('good')
  })

  it('tells in which state it is', async () => {
    const view = await developmentGet(2)
    const material = view.steps[0]!.materials[0]!
    Object.assign(material.records[0]!, {
      pages: 3,
      is_copy: true,
      is_signed: false,
      is_sealed: true,
      correction: 'unsealed',
      kept_at: '铁皮柜二层',
    })
    material.scans = 4
    answerNext('development_get', view)
    const said = paper(await file(2), '1-1').get('.material-facts')
    expect(said.findAll('span').map((one) => one.text())).toEqual([
      '2026年3月12日',
      '3 页',
      '复印件',
      '未签',
      '已盖章',
      '有涂改，没有盖章',
      '存放：铁皮柜二层',
      '扫描 4 页',
    ])
    expect(said.findAll('.due').map((one) => one.text())).toEqual(['未签', '有涂改，没有盖章'])
  })

  it('is described in a small form', async () => {
    const wrapper = await file(2)
    await paper(wrapper, '1-2-1').get('.material-name').trigger('click')
    const form = wrapper.get('[data-test=material-form]')
    await form.get('[data-field="materials.0.pages"] input').setValue('2')
    await form.get('[data-field="materials.0.is_copy"] input[value=no]').setValue()
    await form.get('[data-field="materials.0.is_signed"] input[value=yes]').setValue()
    await form.get('[data-field="materials.0.kept_at"] input').setValue('档案柜')
    await submit(wrapper)
    const { materials } = saved()
    expect(materials).toMatchObject([
      {
        code: '1-2-1',
        state: 'present',
        pages: 2,
        is_copy: false,
        is_signed: true,
        is_sealed: null,
        kept_at: '档案柜',
      },
    ])
    expect(paper(wrapper, '1-2-1').text()).toContain('原件')
  })

  it('asks of a paper that is not there no more than why', async () => {
    const wrapper = await file(2)
    await paper(wrapper, '1-2-1').get('.material-name').trigger('click')
    await wrapper.get('[data-test=material-form] input[value=missing]').setValue()
    expect(wrapper.find('[data-field="materials.0.pages"]').exists()).toBe(false)
  })

  it('says at its field what was refused', async () => {
    const wrapper = await file(2)
    await paper(wrapper, '1-2-1').get('.material-name').trigger('click')
    refuseNext('development_materials_save', { fields: [{ field: 'materials.0.pages', message: '页数不对' }] })
    await submit(wrapper)
    expect(wrapper.get('[data-field="materials.0.pages"]').text()).toContain('页数不对')
  })

  it('is forgotten again', async () => {
    const wrapper = await file(2)
    await paper(wrapper, '1-1').get('.material-name').trigger('click')
    await press(wrapper, '取消登记')
    expect(last('development_material_delete')).toEqual(expect.any(Number))
    expect(paper(wrapper, '1-1').get('.tag').text()).toBe('缺')
  })

  it('is marked when only the superior asks for it', async () => {
    const wrapper = await file(2)
    expect(paper(wrapper, 'L-1').text()).toContain('（本地要求）')
    expect(paper(wrapper, '1-1').text()).not.toContain('（本地要求）')
  })

  it('is drawn up where the program can', async () => {
    const wrapper = await file(2)
    expect(paper(wrapper, '1-1').text()).not.toContain('生成')
    await press(paper(wrapper, '1-2-1'), '生成入党申请人有关事项报告表')
    expect(everything.find('paper-preview-stub').exists()).toBe(true)
    const preview = wrapper.findComponent({ name: 'PaperPreview' })
    expect(preview.props('paper')).toEqual({ room: 'development', kind: 'form', file: 2, code: '1-2-1', entry: null })
  })
})

describe('papers that come again', () => {
  const rows = () => everything.findAll('[data-test=material-papers] [data-test=row]')

  it('are entered several at once, as one change', async () => {
    const wrapper = await file(2)
    await paper(wrapper, '2-6-1').get('.material-name').trigger('click')
    await flushPromises()
    await press(everything, '再加一份')
    const days = wrapper.get('[data-test=material-papers]').findAllComponents({ name: 'DateField' })
    days[0]!.vm.$emit('update:modelValue', '2026-03-31')
    days[1]!.vm.$emit('update:modelValue', '2026-06-30')
    await rows()[1]!.get('[aria-label="第 2 份 页数"]').setValue('5')
    await flushPromises()
    await submit(everything, '材料：思想汇报')
    expect(saved().materials).toMatchObject([
      { id: null, code: '2-6-1', state: 'present', dated: '2026-03-31', pages: null },
      { id: null, code: '2-6-1', state: 'present', dated: '2026-06-30', pages: 5 },
    ])
    expect(paper(wrapper, '2-6-1').text()).toContain('共 2 份，最近 2026年6月30日')
  })

  it('say in which row something was refused', async () => {
    const wrapper = await file(2)
    await paper(wrapper, '2-6-1').get('.material-name').trigger('click')
    wrapper
      .get('[data-test=material-papers]')
      .getComponent({ name: 'DateField' })
      .vm.$emit('update:modelValue', '2030-03-31')
    await flushPromises()
    refuseNext('development_materials_save', { fields: [{ field: 'materials.0.dated', message: '日期不能晚于今天' }] })
    await submit(everything, '材料：思想汇报')
    expect(everything.get('[data-test=material-papers]').text()).toContain('第 1 份：日期不能晚于今天')
  })
})
