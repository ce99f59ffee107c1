// Numbers that the core judges while they are typed.

import { onScopeDispose, type Ref, shallowRef } from 'vue'
import type { FieldProblem, Problem } from '@/ipc/types'
import { useAction } from '@/shared/session/useCommand'

/** What the core says of numbers: what cannot be, and what is odd. */
interface Judgement {
  problems: FieldProblem[]
  remarks: FieldProblem[]
}

const PAUSE_MS = 250

const of = (field: string, problems: FieldProblem[] = []) => problems.filter((one) => one.field === field)

/** What is wrong at a field: as refused when it was to be saved, else as found while it was typed. */
export function problemsAt(field: string, refused: Problem | null, judged: Judgement | null): FieldProblem[] {
  const said = of(field, refused?.fields)
  return said.length ? said : of(field, judged?.problems)
}

/** `ask` brings the numbers before the core; `refused` is why it did not save them. */
export function useJudging<J extends Judgement>(ask: () => Promise<J>, refused: Ref<Problem | null>) {
  const { problem: failure, run } = useAction()
  const judged = shallowRef<J | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let newest = 0

  async function judge() {
    const mine = ++newest
    const reply = await run(ask)
    if (mine === newest) judged.value = reply ?? null
  }

  /** Something was typed: what was refused no longer stands there, and after a pause it is judged. */
  function touch() {
    refused.value = null
    clearTimeout(timer)
    timer = setTimeout(judge, PAUSE_MS)
  }
  onScopeDispose(() => clearTimeout(timer))

  return {
    judged,
    /** Why nothing could be judged. */
    failure,
    judge,
    touch,
    at: (field: string) => problemsAt(field, refused.value, judged.value),
    oddAt: (field: string) => of(field, judged.value?.remarks),
  }
}
