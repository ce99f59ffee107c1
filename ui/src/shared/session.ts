// Which file is open, for the whole window.

import { reactive } from 'vue'
import { vaultLock, vaultStatus } from '@/ipc/commands'
import { problemOf } from '@/ipc/problem'
import type { Problem, VaultStatus } from '@/ipc/types'

export const session = reactive<{ status: VaultStatus | null; problem: Problem | null }>({
  status: null,
  problem: null,
})

export async function refreshSession() {
  await into(vaultStatus)
}

export async function lockNow() {
  await into(vaultLock)
}

async function into(work: () => Promise<VaultStatus>) {
  try {
    session.status = await work()
    session.problem = null
  } catch (thrown) {
    session.problem = problemOf(thrown)
  }
}
