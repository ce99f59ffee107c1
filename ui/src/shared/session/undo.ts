import { shallowRef } from 'vue'
import { redo, undo } from '@/ipc/commands'
import { problemOf } from '@/ipc/problem'
import type { Done, Problem, UndoRequest, VaultStatus } from '@/ipc/types'
import { settleAll } from '@/shared/forms/unsaved'
import { announce } from './changes'
import { refreshSession, session } from './session'
import { showToast } from './toast'

/** A step that a signed report has counted: it waits for its reason. */
export interface ReasonQuestion {
  /** Which report it touches. */
  problem: Problem
  /** 撤销 or 恢复 */
  what: string
  /** Takes the step with its reason; throws when it is refused. */
  answer: (reason: string) => Promise<void>
  /** The question is over, whatever came of it. */
  close: () => void
}

export const reasonQuestion = shallowRef<ReasonQuestion | null>(null)

/** Takes the newest change back. */
export const undoLast = () => step(undo, '撤销', () => session.status?.undo)

/** Brings back what was taken back last. */
export const redoLast = () => step(redo, '恢复', () => session.status?.redo)

async function step(
  work: (request: UndoRequest) => Promise<Done<VaultStatus>>,
  what: string,
  label: () => string | null | undefined,
) {
  try {
    await settleAll()
    await refreshSession()
    const said = `已${what}：${label() ?? ''}`
    const take = async (reason: string | null) => {
      const done = await work({ reason })
      announce(done)
      session.status = done.value
      showToast(said)
    }
    try {
      await take(null)
    } catch (thrown) {
      const problem = problemOf(thrown)
      if (problem.code !== 'signed_quarter') throw thrown
      await new Promise<void>((resolve) => {
        const close = () => {
          reasonQuestion.value = null
          resolve()
        }
        reasonQuestion.value = { problem, what, answer: take, close }
      })
    }
  } catch (thrown) {
    showToast(problemOf(thrown).message)
  }
}
