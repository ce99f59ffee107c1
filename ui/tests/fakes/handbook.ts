// A made-up handbook of a year.

import type * as t from '@/ipc/types'
import type { Handlers } from './made'

const part = (part: t.HandbookPart, usual_name: string, records: number, more: Partial<t.HandbookPartView> = {}) => ({
  part,
  name: '',
  left_out: false,
  usual_name,
  records,
  ...more,
})

export const handbook: t.HandbookView = {
  year: 2026,
  parts: [
    part('about', '党支部基本情况', 1),
    part('roster', '党员名册', 42, { name: '党员花名册' }),
    part('talks', '谈心谈话', 0, { left_out: true }),
  ],
}

export const handlers: Handlers = { handbook_get: ({ year }) => ({ ...handbook, year }) }
