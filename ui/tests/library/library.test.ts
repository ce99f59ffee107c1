import { beforeEach, describe, expect, it } from 'vitest'
import LibraryPage from '@/features/library/LibraryPage.vue'
import { answerNext, calls, refuseNext } from '../fakeCall'
import { last, openPage, press, submit } from '../hand'

beforeEach(() => {
  calls.length = 0
})

const file = { id: 9, owner: { document: 1 }, kind: 'file' as const, caption: '', bytes: 18_000, has_original: false }

describe('the library', () => {
  it('says what it is for as long as it is empty', async () => {
    answerNext('library_list', { rows: [], kinds: [], total: 0 })
    const wrapper = await openPage(LibraryPage, '/', { id: null })
    expect(wrapper.text()).toContain('文库里还没有文件')
  })

  it('shows where something was found, and its kinds', async () => {
    const wrapper = await openPage(LibraryPage, '/', { id: null })
    expect(wrapper.text()).toContain('PDF 和图片按标题和关键词查找')
    await wrapper.get('[data-test=library-search] input, input[data-test=library-search]').setValue('集中学习一次')
    await new Promise((resolve) => setTimeout(resolve))
    expect(last('library_list')).toEqual({ search: '集中学习一次', kind: null })
    expect(wrapper.get('[data-test=hit]').text()).toBe('正文：每月集中学习一次')
    expect(wrapper.get('mark').text()).toBe('集中学习一次')
    await press(wrapper, '文件 1')
    expect(last('library_list')).toEqual({ search: '集中学习一次', kind: 'directive' })
  })

  it('opens a document with its files and where it was learnt', async () => {
    answerNext('attachment_list', [
      { ...file, name: '提纲.docx', is_picture: false, has_text: true },
      { ...file, id: 10, name: '原件.pdf', is_picture: false, has_text: false },
    ])
    const wrapper = await openPage(LibraryPage, '/', { id: 1 })
    expect(wrapper.get('[data-test=uses] li a').attributes('href')).toContain('/study?year=2026&session=1')
    const rows = wrapper.findAll('[data-test=files] li').map((row) => row.text())
    expect(rows).toEqual(['提纲.docx18 KB查看另存…移除', '原件.pdf18 KB另存…移除'])
  })

  it('takes a document in and then asks for its files', async () => {
    const wrapper = await openPage(LibraryPage, '/', { id: null })
    await press(wrapper, '收进一份文件')
    refuseNext('library_save', { fields: [{ field: 'title', message: '请填写标题' }] })
    await submit(wrapper)
    expect(wrapper.get('.field-error').text()).toBe('请填写标题')
    await submit(wrapper)
    expect(last('library_save')).toMatchObject({ id: null, kind: 'directive', issued_on: null })
    expect(wrapper.find('[data-test=file-section]').exists()).toBe(true)
  })

  it('says where a document is used that is to be deleted', async () => {
    const wrapper = await openPage(LibraryPage, '/', { id: 1 })
    refuseNext('library_delete', { code: 'document_in_use', message: '《党章学习提纲》没有删除，这些地方在用它：学习' })
    await press(wrapper, '删除')
    expect(wrapper.text()).toContain('这些地方在用它')
  })
})
