import type { BackupKind, BackupState } from '@/ipc/types'

/** What a backup was made for. */
export const KINDS: Record<BackupKind, string> = {
  routine: '日常备份',
  before_upgrade: '程序升级前',
  before_restore: '恢复前留下',
}

/** What can be said of a backup. */
export const STATES: Record<BackupState, string> = {
  verified: '✓ 已验证',
  unverified: '能打开，没有验证记录',
  other_passphrase: '要用当时的密码',
  unreadable: '已损坏，打不开',
  empty: '空文件，不是备份',
  open: '现在打开的就是它',
}

/** `12345678` → `11.8 MB`. */
export function size(bytes: number): string {
  const units = ['KB', 'MB', 'GB']
  let value = bytes / 1024
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`
}
