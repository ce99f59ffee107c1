import type * as t from '@/ipc/types'

const row = (day: string, kind: t.BackupKind, state: t.BackupState, bytes = 4_812_800): t.BackupRow => ({
  name: `示例协会支部 ${day} 091200${kind === 'before_restore' ? ' 恢复前' : ''}.zhibu`,
  at: `${day} 09:12`,
  is_ahead: day > '2026-11-23',
  kind,
  bytes,
  state,
  records: state === 'verified' || state === 'unverified' ? 5214 : null,
})

let rows = [
  row('2099-01-01', 'routine', 'verified'),
  row('2026-11-23', 'routine', 'verified'),
  row('2026-11-22', 'before_restore', 'unverified'),
  row('2026-11-20', 'routine', 'verified'),
  row('2026-10-31', 'routine', 'other_passphrase'),
  row('2026-09-30', 'routine', 'unreadable'),
  row('2026-09-29', 'routine', 'empty', 0),
]

/** What the core refuses as a passphrase; anything else it takes. */
const WEAK = ['', '11111111', '12345678', 'password']

const list = (): t.BackupList => ({ folder: '示例协会支部 备份', backups: rows })

/** The backups of a file, in the fake. */
export const backupHandlers = (status: t.VaultStatus) => ({
  backup_list: list,
  backup_look: (): t.BackupContents => ({
    branch: '中共示例市示例协会支部委员会',
    members: 46,
    meetings: 312,
    records: 5214,
    changed_at: '2026-11-20T08:55:00+08:00',
    last_change: '登记到会',
  }),
  backup_restore: () => Object.assign(status, { state: 'open' }),
  backup_copy: ({ name }: t.BackupCopyRequest): t.Saved => ({ file_name: name, bytes: 4_812_800, gaps: [] }),
  backup_delete: ({ names }: t.BackupDeleteRequest) => {
    rows = rows.filter(({ name }) => !names.includes(name))
    return list()
  },
  backup_show: () => ({}),
  backup_release: () => Object.assign(status, { backup_made_at: null }),
  passphrase_judge: ({ passphrase }: t.PassphraseJudgeRequest): t.PassphraseStrength =>
    WEAK.includes(passphrase)
      ? { accepted: false, words: passphrase && '太弱：别人容易猜到。请换一句只有自己知道的话' }
      : { accepted: true, words: '强' },
})
