import type { Problem, Progress } from './types'

/** What a caller can say about one call. */
export interface CallOptions {
  /** Told how far a long piece of work is. */
  onProgress?: (progress: Progress) => void
  /** Aborting it asks the core to stop; what was begun is taken back there. */
  signal?: AbortSignal
}

/** What the core refused, as it is shown to the user. */
export class CommandError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message)
    this.name = 'CommandError'
  }
}

/** Any thrown thing as a problem with a Chinese sentence, so that nothing fails in silence. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof CommandError) return thrown.problem
  if (isProblem(thrown)) return thrown
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  return {
    code: 'internal',
    message: '程序内部出错，这一步没有完成。',
    hint: `请重试；仍不行时请记下这行字：${detail}`,
    fields: [],
  }
}

function isProblem(thrown: unknown): thrown is Problem {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'message' in thrown && 'fields' in thrown
}
