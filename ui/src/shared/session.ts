// Which file is open, for the whole window.

import { reactive } from 'vue'
import { vaultLock, vaultStatus } from '@/ipc/commands'
import { problemOf } from '@/ipc/problem'
import type { Problem, VaultStatus } from '@/ipc/types'
import { hideToast } from './toast'
import { saveEverything } from './useAutosave'

export const session = reactive<{ status: VaultStatus | null; problem: Problem | null }>({
  status: null,
  problem: null,
})

export async function refreshSession() {
  await into(vaultStatus)
}

export async function lockNow() {
  await saveEverything()
  await into(vaultLock)
  // What was last done is nobody's business in front of a locked file.
  hideToast()
}

async function into(work: () => Promise<VaultStatus>) {
  try {
    session.status = await work()
    session.problem = null
  } catch (thrown) {
    session.problem = problemOf(thrown)
  }
}
