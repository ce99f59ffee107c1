// Which file is open, for the whole window.

import { reactive } from 'vue'
import { vaultLock, vaultStatus } from '@/ipc/commands'
import { problemOf } from '@/ipc/problem'
import type { Problem, VaultStatus } from '@/ipc/types'
import { hideToast, showToast } from './toast'
import { saveEverything } from './useAutosave'

export const session = reactive<{ status: VaultStatus | null; problem: Problem | null }>({
  status: null,
  problem: null,
})

export async function refreshSession() {
  await into(vaultStatus)
}

/** Locks when the user asks for it; not over something that could not be saved. */
export async function lockNow() {
  if (await saveEverything()) await lock()
  else showToast('有内容还没有保存，没有锁定：改好或者清掉以后再锁定')
}

/** Locks after a time without a sign of life, whatever there is. */
export async function lockIdle() {
  await saveEverything()
  await lock()
}

async function lock() {
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
