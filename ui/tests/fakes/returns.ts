// A made-up table of the superior's, with a column of each sort.

import type * as t from '@/ipc/types'
import { done, type Handlers } from './made'

const place = (at: string, title: string, fill: t.ReturnFill, more: Partial<t.ReturnPlace> = {}): t.ReturnPlace => ({
  at,
  header: ['基本情况', title],
  fill,
  has_formula: false,
  words: [],
  ...more,
})

export const table: t.ReturnView = {
  id: 1,
  name: '党员花名册',
  imported_on: '2026-11-20',
  fields: [
    { key: 'roster.name', title: '姓名', about: 'member', sensitive: false },
    { key: 'roster.mobile', title: '手机号', about: 'member', sensitive: true },
    { key: 'applied_on', title: '申请入党日期', about: 'applicant', sensitive: false },
    { key: 'branch_name', title: '党组织名称', about: 'branch', sensitive: false },
  ],
  sheets: [
    {
      name: '名册',
      shape: 'list',
      people: 'members',
      rows: 2,
      places: [
        place('A', '姓名', { field: 'roster.name' }),
        place('B', '电话', { field: 'roster.mobile' }),
        place('C', '合计', 'empty', { has_formula: true }),
        place('D', '备注', 'empty'),
      ],
      preview: [
        ['江一帆', '138****0000', '', ''],
        ['陈䶮', '', '', ''],
      ],
    },
  ],
}

export const handlers: Handlers = {
  return_list: (): t.ReturnRow[] => [{ id: 1, name: table.name, imported_on: table.imported_on, places: 4, filled: 2 }],
  return_get: () => table,
  return_import: () => done(1, ['returns']),
  return_save: () => done(null, ['returns']),
  return_delete: () => done(null, ['returns']),
  return_fill: (): t.ReturnFilled => ({
    saved: { file_name: '已填.xlsx', bytes: 9000, gaps: [] },
    template: table.name,
    sheets: [
      {
        name: '名册',
        shape: 'list',
        rows: 2,
        added_rows: 1,
        filled: [{ at: 'B', header: '电话', with: '手机号', cells: 1, remark: '1 人的档案里没有这一项' }],
        empty: [{ at: 'D', header: '备注', why: '没有指定填什么' }],
      },
    ],
  }),
}
