import { redo, undo } from '@/ipc/commands'
import { problemOf } from '@/ipc/problem'
import type { Done, VaultStatus } from '@/ipc/types'
import { announce } from './changes'
import { refreshSession, session } from './session'
import { showToast } from './toast'
import { settleAll } from './unsaved'

/** Takes the newest change back. */
export const undoLast = () => step(undo, () => `已撤销：${session.status?.undo ?? ''}`)

/** Brings back what was taken back last. */
export const redoLast = () => step(redo, () => `已恢复：${session.status?.redo ?? ''}`)

async function step(work: () => Promise<Done<VaultStatus>>, sentence: () => string) {
  try {
    await settleAll()
    await refreshSession()
    const said = sentence()
    const done = await work()
    announce(done)
    session.status = done.value
    showToast(said)
  } catch (thrown) {
    showToast(problemOf(thrown).message)
  }
}
