// A made-up library of two, one of them with a file.

import type * as t from '@/ipc/types'
import { done, type Handlers } from './made'

export const documents: t.LibraryDocument[] = [
  document(1, 'material', '党章学习提纲', '', '总纲、义务和权利'),
  document(2, 'directive', '关于集中学习的通知', '示例〔2026〕3号', '每月集中学习一次'),
]

function document(id: number, kind: t.LibraryKind, title: string, number: string, text: string): t.LibraryDocument {
  return { id, kind, title, issuer: '示例街道党委', number, issued_on: '2026-03-01', keywords: '', text }
}

const row = ({ text: _, keywords: __, id, ...rest }: t.LibraryDocument): t.LibraryRow => ({
  ...rest,
  id: id ?? 0,
  files: 0,
  sessions: id === 1 ? 1 : 0,
  hit: null,
})

/** As the core finds, but by characters alone. */
function list({ search, kind }: t.LibraryQuery): t.LibraryList {
  const inTitle = documents.filter(({ title }) => title.includes(search))
  const inText = documents.filter((one) => !inTitle.includes(one) && one.text.includes(search))
  const hit = (one: t.LibraryDocument): t.LibraryHit => {
    const [before = '', after = ''] = one.text.split(search)
    return { place: '正文', before, found: search, after }
  }
  const found = [...inTitle.map(row), ...inText.map((one) => ({ ...row(one), hit: hit(one) }))]
  const kinds = [...new Set(found.map((one) => one.kind))]
  return {
    rows: found.filter((one) => kind === null || one.kind === kind),
    kinds: kinds.map((one) => ({ kind: one, count: found.filter((other) => other.kind === one).length })),
    total: documents.length,
  }
}

const view = (id: number): t.LibraryView => ({
  ...documents.find((one) => one.id === id)!,
  uses: id === 1 ? [{ place: { session: 1 }, title: '学党章', on: '2026-10-11' }] : [],
})

export const handlers: Handlers = {
  library_list: list,
  library_get: view,
  library_uses: (): t.LibraryRow[] => [],
  library_save: (request: t.LibraryDocument) => {
    const saved = { ...request, id: request.id ?? documents.length + 1 }
    documents.push(saved)
    return done(view(saved.id), ['library'])
  },
  library_uses_save: () => done(null, ['library']),
  library_export: (): t.Saved => ({ file_name: '文库目录.xlsx', bytes: 9000, gaps: [] }),
}
