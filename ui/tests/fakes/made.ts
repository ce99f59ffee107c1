// What all fakes of the core are made with.

import type { Commands } from '@/ipc/commands'
import type { CallOptions } from '@/ipc/problem'
import type * as t from '@/ipc/types'
import type { Name } from '../recorded'

/** Answers by name; what has none is answered from the recordings. */
export type Handlers = { [One in Name]?: (request: Commands[One][0], options: CallOptions) => Commands[One][1] }

export const TODAY = '2026-11-23'

export function finding(
  rule: t.RuleId,
  severity: t.Severity,
  message: string,
  room: t.Room,
  id: number | null,
  action = '办理',
): t.Finding {
  const due = severity === 'notice' ? null : '2026-11-30'
  return { rule, severity, message, action, due, subject: { room, id }, key: '' }
}

export const done = <T>(value: T, changes: t.Room[], undo: string | null = '修改'): t.Done<T> => ({
  value,
  changes,
  undo,
})

export const needed = <K, V>(map: Map<K, V>, key: K): V => {
  const value = map.get(key)
  if (!value) throw new Error('没有这条记录')
  return value
}
