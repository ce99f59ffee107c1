// The manual as it stands in docs/, and a search in it.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { mount } from '@vue/test-utils'
import type { Token, Tokens } from 'marked'
import { describe, expect, it } from 'vitest'
import { ManualText } from '@/features/help/ManualText'
import { childrenOf, excerptOf, find, piecesOf, plain, sectionsOf, wordsOf } from '@/features/help/manual'
import manual from '../../../docs/使用手册.md?raw'

const sections = sectionsOf(manual)
const titles = sections.map(({ title }) => title)
const all = (tokens: Token[]): Token[] => tokens.flatMap((token) => [token, ...all(childrenOf(token) ?? [])])

describe('the manual', () => {
  it('is a chain of sections, each with a name of its own and something to read', () => {
    expect(sections.length).toBeGreaterThan(30)
    expect(new Set(titles).size).toBe(titles.length)
    for (const { title, blocks } of sections) expect(blocks[0]?.type, title).toBe('paragraph')
  })

  it('holds nothing that the window would not show', () => {
    const known = ['heading', 'paragraph', 'list', 'list_item', 'text', 'strong', 'codespan', 'link']
    for (const { title, blocks } of sections) for (const { type } of all(blocks)) expect(known, title).toContain(type)
  })

  it('links to its own sections only', () => {
    const links = all(sections.flatMap(({ blocks }) => blocks)).filter(({ type }) => type === 'link') as Tokens.Link[]
    expect(links.length).toBeGreaterThan(10)
    for (const { href, text } of links) {
      expect(titles).toContain(href.slice(1))
      expect(href).toBe(`#${text}`)
    }
  })

  it('calls a button and a heading what the window calls it', () => {
    const sources = (folder: string): string =>
      readdirSync(folder)
        .map((name) => join(folder, name))
        .map((path) => (statSync(path).isDirectory() ? sources(path) : readFileSync(path, 'utf8')))
        .join('\n')
    const window = sources('src')
    const named = [...manual.matchAll(/「(.+?)」/g)].map(([, name]) => name as string)
    expect(named.length).toBeGreaterThan(100)
    expect(named.filter((name) => !window.includes(name))).toEqual([])
  })
})

describe('a section as elements', () => {
  const [section] = sectionsOf('## 备份\n\n先点「备份」，再按 `F1`。见[设置](#设置)。\n\n#### 步骤\n\n1. **一**\n2. 二')

  it('shows paragraphs, lists, keys and links', async () => {
    const wrapper = mount(ManualText, { props: { blocks: section!.blocks, words: [] } })
    expect(wrapper.html().replace(/\n\s*/g, '')).toBe(
      '<p>先点「备份」，再按 <kbd>F1</kbd>。见<button type="button" class="link-button">设置</button>。</p>' +
        '<h4>步骤</h4><ol><li><strong>一</strong></li><li>二</li></ol>',
    )
    await wrapper.get('button').trigger('click')
    expect(wrapper.emitted('go')).toEqual([['设置']])
  })

  it('marks the words that were looked for', () => {
    const wrapper = mount(ManualText, { props: { blocks: section!.blocks, words: ['f1', '备份'] } })
    expect(wrapper.findAll('mark').map((mark) => mark.text())).toEqual(['备份', 'F1'])
  })

  it('never makes markup of a text', () => {
    const [odd] = sectionsOf('## 一\n\n`<img src=x>` <b>粗</b>')
    const wrapper = mount(ManualText, { props: { blocks: odd!.blocks, words: [] } })
    expect(wrapper.findAll('img, b')).toEqual([])
    expect(wrapper.text()).toContain('<img src=x>')
  })
})

describe('a search', () => {
  const some = sectionsOf(
    '## 备份与恢复\n\n每天自动备份。\n\n- 复制到U盘\n- 存成 PDF\n\n#### 换密码\n\n旧的恢复码作废。\n\n## 恢复码\n\n等于钥匙。',
  )
  const found = (typed: string) => find(some, wordsOf(typed)).map(({ section, part }) => `${section}/${part}`)

  it('looks for parts of words in headings and paragraphs; headings come first', () => {
    expect(found('恢复码')).toEqual(['恢复码/', '备份与恢复/换密码'])
    expect(find(some, wordsOf('U盘'))[0]?.text).toBe('复制到U盘')
    expect(found('没有的')).toEqual([])
    expect(found('　')).toEqual([])
  })

  it('asks for all of several words, in the text or in the headings above it', () => {
    expect(found('恢复码 作废')).toEqual(['备份与恢复/换密码'])
    expect(found('换密码　旧的')).toEqual(['备份与恢复/换密码'])
    expect(found('恢复码 自动')).toEqual([])
  })

  it('takes capitals and full-width characters for the others', () => {
    expect(found('ｐｄｆ')).toEqual(['备份与恢复/'])
    expect(found('u盘')).toEqual(['备份与恢复/'])
  })

  it('marks every word where it stands, and shows the text around the first', () => {
    expect(piecesOf('按Ｆ1，再按 F1', ['f1'])).toEqual([
      { text: '按', marked: false },
      { text: 'Ｆ1', marked: true },
      { text: '，再按 ', marked: false },
      { text: 'F1', marked: true },
    ])
    expect(piecesOf('a.b', ['.'])[1]).toEqual({ text: '.', marked: true })
    const long = `${'前'.repeat(40)}恢复码${'后'.repeat(80)}`
    expect(excerptOf(long, ['恢复码'])).toMatch(/^…前{14}恢复码后+…$/)
    expect(excerptOf('恢复码', ['恢复码'])).toBe('恢复码')
  })

  it('reads a paragraph without its marks', () => {
    expect(plain(some[0]!.blocks[0]!)).toBe('每天自动备份。')
  })
})
