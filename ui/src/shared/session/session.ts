// Which file is open, for the whole window.

import { reactive } from 'vue'
import { vaultLock, vaultStatus } from '@/ipc/commands'
import { problemOf } from '@/ipc/problem'
import type { Problem, VaultStatus } from '@/ipc/types'
import { keepDrafts } from '@/shared/forms/drafts'
import { mayLeave, settleAll } from '@/shared/forms/unsaved'
import { hideToast } from './toast'

export const session = reactive<{ status: VaultStatus | null; problem: Problem | null }>({
  status: null,
  problem: null,
})

/** The open file is a committee's, not a branch's. */
export const isSuperior = () => session.status?.kind === 'superior'

// Which day it is, the core says: the window has no clock of its own.
export const today = () => session.status?.today ?? ''
export const runningQuarter = () => session.status?.quarter ?? ''

export async function refreshSession() {
  await into(vaultStatus)
}

/** Locks when the user asks for it; what is not saved is asked about first. */
export async function lockNow() {
  if (await mayLeave()) await lock()
}

/** Locks after a time without a sign of life, whatever there is: nobody is there to be asked. */
export async function lockIdle() {
  await settleAll()
  await lock()
}

async function lock() {
  await keepDrafts()
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
