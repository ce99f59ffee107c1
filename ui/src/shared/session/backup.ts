// The backup of the day is made while one works; the status bar says how far it is.

import { reactive } from 'vue'
import { vaultBackup } from '@/ipc/commands'
import { problemOf } from '@/ipc/problem'
import type { Problem } from '@/ipc/types'
import { session } from './session'

export const backup = reactive<{ percent: number | null; label: string; problem: Problem | null }>({
  percent: null,
  label: '',
  problem: null,
})

/** Makes a backup; answers whether it is there. */
export async function backUp(): Promise<boolean> {
  if (backup.percent !== null) return false
  backup.percent = 0
  backup.label = '正在备份'
  backup.problem = null
  try {
    const status = await vaultBackup({
      onProgress: ({ done, total, label }) => {
        backup.percent = Math.floor((done * 100) / Math.max(total, 1))
        backup.label = label
      },
    })
    if (session.status?.state === 'open') session.status = status
    return true
  } catch (thrown) {
    const problem = problemOf(thrown)
    // Locked meanwhile: the next opening makes it.
    if (problem.code !== 'stopped' && problem.code !== 'locked') backup.problem = problem
    return false
  } finally {
    backup.percent = null
  }
}
