import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import FilePage from '@/features/development/FilePage.vue'
import { calls, refuseNext } from '../fakeCall'
import { putScans, resetDevelopment } from '../fakes/development'
import { everything, last, openPage, press } from '../hand'

Element.prototype.scrollIntoView = () => {}

/** What comes into view is said here, by hand. */
const watchers: Array<{ place: Element; seen: () => void }> = []
class Watcher {
  constructor(private said: (entries: { isIntersecting: boolean }[]) => void) {}
  observe(place: Element) {
    watchers.push({ place, seen: () => this.said([{ isIntersecting: true }]) })
  }
  disconnect() {}
}
vi.stubGlobal('IntersectionObserver', Watcher)
async function scrollTo(...indexes: number[]) {
  for (const index of indexes) watchers[index]?.seen()
  await flushPromises()
}

type Page = Awaited<ReturnType<typeof opened>>
async function opened(code = '1-1') {
  const wrapper = await openPage(FilePage, '/development/2', { id: 2 })
  await wrapper.get(`[data-test=material-${code}] .material-name`).trigger('click')
  await flushPromises()
  return wrapper
}
const strip = (wrapper: Page) => wrapper.get('[data-test=scans]')
const names = (wrapper: Page) =>
  strip(wrapper)
    .findAll('[data-test=scan] .scan-number')
    .map((one) => one.attributes('title'))
const asked = (name: string) => calls.filter((call) => call.name === name).map(({ request }) => request)

beforeEach(() => {
  calls.length = 0
  watchers.length = 0
  resetDevelopment()
  putScans(
    2,
    ['一', '二', '三'].map((name, index) => ({ id: 101 + index, code: '1-1', name: `${name}.jpg`, bytes: 1 })),
  )
})

describe('the scans of a paper', () => {
  it('stand in its opened row, and a picture is asked for when it comes into view', async () => {
    const wrapper = await openPage(FilePage, '/development/2', { id: 2 })
    expect(wrapper.get('[data-test=material-1-1] .material-facts').text()).toContain('扫描 3 页')
    expect(asked('development_scan_list')).toEqual([])
    await wrapper.get('[data-test=material-1-1] .material-name').trigger('click')
    await flushPromises()
    expect(asked('development_scan_list')).toEqual([{ file: 2, code: '1-1' }])
    expect(names(wrapper)).toEqual(['一.jpg', '二.jpg', '三.jpg'])
    expect(asked('development_scan_picture')).toEqual([])
    await scrollTo(0, 1)
    expect(asked('development_scan_picture')).toEqual([101, 102])
    expect(strip(wrapper).findAll('img')).toHaveLength(2)
  })

  it('are added from files, and the row counts them', async () => {
    const wrapper = await opened('1-2-1')
    expect(strip(wrapper).text()).toContain('还没有')
    await press(wrapper, '入党申请人有关事项报告表：加入扫描件…')
    expect(last('development_scan_add')).toEqual({ file: 2, code: '1-2-1', files: ['f1'] })
    expect(names(wrapper)).toEqual(['f1.jpg'])
    expect(wrapper.get('[data-test=material-1-2-1] .material-facts').text()).toContain('扫描 1 页')
  })

  it('say why a file could not be kept', async () => {
    const wrapper = await opened()
    refuseNext('development_scan_add', { message: '“合影.heic”读不出来' })
    await press(wrapper, '入党申请书：加入扫描件…')
    expect(strip(wrapper).get('[data-test=problem]').text()).toContain('“合影.heic”读不出来')
    expect(names(wrapper)).toHaveLength(3)
  })

  it('are put in order, and the hand goes with the page', async () => {
    const wrapper = await opened()
    expect(strip(wrapper).get('[aria-label="第 1 页前移"]').attributes('disabled')).toBeDefined()
    await press(strip(wrapper), '第 1 页后移')
    expect(last('development_scan_move')).toEqual({ id: 101, code: '1-1', position: 1 })
    expect(names(wrapper)).toEqual(['二.jpg', '一.jpg', '三.jpg'])
    expect(document.activeElement?.getAttribute('aria-label')).toBe('第 2 页后移')
    await press(strip(wrapper), '第 3 页前移')
    expect(last('development_scan_move')).toEqual({ id: 103, code: '1-1', position: 1 })
    expect(names(wrapper)).toEqual(['二.jpg', '三.jpg', '一.jpg'])
    await press(strip(wrapper), '第 2 页后移')
    expect(names(wrapper)).toEqual(['二.jpg', '一.jpg', '三.jpg'])
    // At the end it goes no further.
    expect(document.activeElement?.getAttribute('aria-label')).toBe('第 3 页前移')
  })

  it('are taken out with one press', async () => {
    const wrapper = await opened()
    await press(strip(wrapper), '删去第 2 页')
    expect(last('development_scan_delete')).toBe(102)
    expect(names(wrapper)).toEqual(['一.jpg', '三.jpg'])
    expect(document.activeElement?.getAttribute('aria-label')).toBe('删去第 2 页')
  })

  it('are looked at large, one after the other by key', async () => {
    const wrapper = await opened()
    await press(strip(wrapper), '放大入党申请书扫描件第 2 页')
    const dialog = () => everything.get('.el-dialog')
    const key = async (name: string) => {
      await dialog().trigger('keydown', { key: name })
      await flushPromises()
    }
    expect(dialog().text()).toContain('第 2 页，共 3 页')
    expect(everything.get('[data-test=large-picture]').attributes('alt')).toBe('入党申请书　二.jpg')
    await key('ArrowRight')
    await key('ArrowRight')
    expect(dialog().text()).toContain('第 3 页，共 3 页')
    await key('ArrowLeft')
    expect(everything.get('[data-test=large-picture]').attributes('alt')).toBe('入党申请书　二.jpg')
    expect(asked('development_scan_picture')).toEqual([102, 103, 102])
  })
})

describe('many scans at once', () => {
  it('go to the papers that the names of the files say', async () => {
    const wrapper = await openPage(FilePage, '/development/2', { id: 2 })
    await press(wrapper, '批量加入扫描件…')
    const dialog = everything.get('[data-test=scan-batch]')
    expect(dialog.text()).toContain('文件名前面写材料编号，例如“1-1 第1页.jpg”')
    await press(dialog, '看材料编号')
    expect(dialog.get('[aria-label=材料编号] li').text()).toBe('1-1入党申请书')
    await press(dialog, '选择文件…')
    expect(last('development_scan_add')).toEqual({ file: 2, code: null, files: ['f1'] })
    expect(dialog.get('[data-test=scans-added]').text()).toContain('已加入 1 页：1-1　入党申请书　1 页')
    expect(wrapper.get('[data-test=material-1-1] .material-facts').text()).toContain('扫描 4 页')
  })

  it('say which file names no paper', async () => {
    const wrapper = await openPage(FilePage, '/development/2', { id: 2 })
    await press(wrapper, '批量加入扫描件…')
    const dialog = everything.get('[data-test=scan-batch]')
    refuseNext('development_scan_add', { message: '看不出“IMG_0001.jpg”是哪份材料' })
    await press(dialog, '选择文件…')
    expect(dialog.get('[data-test=problem]').text()).toContain('IMG_0001.jpg')
    expect(dialog.find('[data-test=scans-added]').exists()).toBe(false)
  })
})
