import { reactive } from 'vue'
import { duesPay } from '@/ipc/commands'
import type { DuesPayEntry, DuesPayRequest, FieldProblem } from '@/ipc/types'
import { useAction } from '@/shared/session/useCommand'
import { keyOf } from './cells'

const said = ({ entries: [first, ...rest] }: DuesPayRequest) => {
  if (rest.length) return `已登记 ${rest.length + 1} 格党费`
  return first?.amount ? '党费已登记' : '党费已划去'
}

const NO_DAY = '还没有登记：请先写对交款日期'

/**
 * Enters what was paid, one request after the other; the hand is by then at the next person. `how` is nothing as long as
 * the day cannot be read.
 */
export function usePaying(how: () => Omit<DuesPayRequest, 'entries'> | null) {
  const { problem, change } = useAction()
  /** Why a cell could not be entered. */
  const refused = reactive(new Map<string, string>())
  let last: Promise<unknown> = Promise.resolve()

  function pay(entries: DuesPayEntry[]) {
    const known = how()
    for (const { member, month } of entries) {
      if (known) refused.delete(keyOf(member, month))
      else refused.set(keyOf(member, month), NO_DAY)
    }
    if (known) last = last.then(() => send({ entries, ...known }))
  }

  async function send(request: DuesPayRequest) {
    if (await change(() => duesPay(request), said(request))) return
    for (const field of problem.value?.fields ?? []) refuseField(request, field)
  }

  /** At the cell that a field such as `entries.2.amount` is about. */
  function refuseField({ entries }: DuesPayRequest, { field, message }: FieldProblem) {
    const entry = entries[Number(/^entries\.(\d+)\./.exec(field)?.[1] ?? -1)]
    if (entry) refused.set(keyOf(entry.member, entry.month), message)
  }

  function refuse(cells: ReadonlyMap<string, string>) {
    refused.clear()
    for (const [key, why] of cells) refused.set(key, why)
  }

  return { problem, refused, pay, refuse, settled: () => last }
}
