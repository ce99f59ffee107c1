// A made-up file, and what is done with it.

import type * as t from '@/ipc/types'
import { backupHandlers } from './backups'
import { done, type Handlers, TODAY } from './made'

const query = new URLSearchParams(globalThis.location?.search ?? '')

export const status: t.VaultStatus = {
  state: query.has('first') || query.has('locked') ? 'locked' : 'open',
  file_name: '示例协会支部.zhibu',
  branch: query.has('superior') ? '示例街道社会组织委员会' : '中共示例市示例协会支部委员会',
  kind: query.has('superior') ? 'superior' : 'branch',
  undo: '登记到会',
  redo: null,
  recovery_pending: false,
  last_backup: '2026-11-23 09:12',
  backup_due: false,
  backup_made_at: query.has('backup') ? '2026-11-20 09:12' : null,
  is_sample: query.has('sample'),
  notice: null,
  lock_after_minutes: 15,
  today: TODAY,
  quarter: '2026Q4',
}

const GROUPS = [
  'A7K2Q',
  'M3XPD',
  '9RT4W',
  'HJ6NE',
  'C8V2F',
  'P5GKS',
  'Z3YBT',
  '4QWMA',
  'D7RHX',
  'K2E9N',
  'V6TCJ',
  'F8SPG',
  'X3B7R',
]
const recovery = (): t.RecoveryCodeView => ({
  groups: GROUPS,
  status: { ...status, state: 'open', recovery_pending: true },
})

export const handlers: Handlers = {
  ...backupHandlers(status),
  vault_status: () => status,
  draft_list: () => [],
  draft_keep: () => ({}),
  vault_create: recovery,
  vault_recover: recovery,
  passphrase_change: recovery,
  recovery_confirm: () => Object.assign(status, { state: 'open', recovery_pending: false }),
  vault_unlock: () => Object.assign(status, { state: 'open' }),
  vault_lock: () => Object.assign(status, { state: 'locked' }),
  vault_backup: () => Object.assign(status, { last_backup: '2026-11-23 15:40' }),
  vault_check: (): t.CheckView => ({
    ok: true,
    faults: [],
    notes: [],
    audit_entries: 214,
    audit_head: 'ab'.repeat(32),
  }),
  undo: () => ({
    ...done(status, ['roster', 'meetings'], null),
    value: Object.assign(status, { undo: null, redo: '登记到会' }),
  }),
  redo: () => ({
    ...done(status, ['roster', 'meetings'], null),
    value: Object.assign(status, { undo: '登记到会', redo: null }),
  }),
  audit_list: (): t.AuditEntry[] =>
    Array.from({ length: 12 }, (_, index) => ({
      seq: 214 - index,
      at: `2026-11-23T15:${String(40 - index).padStart(2, '0')}:00+08:00`,
      command: 'attendance_save',
      label: index % 3 ? '登记到会' : '修改党员资料',
      records: 1 + index,
      clock_set_back: false,
    })),
}
