// Stands in for src/ipc/call.ts in tests and in `npm run dev:fake`: recorded and made-up answers, no core, no shell.

import type { Commands } from '@/ipc/commands'
import { type CallOptions, CommandError } from '@/ipc/problem'
import type { Problem } from '@/ipc/types'
import { answer } from './fake'
import type { Name } from './recorded'

export type { CallOptions } from '@/ipc/problem'

/** Every call made, for tests to look at. */
export const calls: Array<{ name: string; request: unknown }> = []

const refusals = new Map<Name, Problem>()

/** The next call of `name` is refused with `problem`. */
export function refuseNext(name: Name, problem: Partial<Problem>) {
  refusals.set(name, { code: 'refused', message: '不行', hint: null, fields: [], ...problem })
}

const replies = new Map<Name, unknown>()

/** The next call of `name` is answered with `reply`. */
export const answerNext = <One extends Name>(name: One, reply: Commands[One][1]) => replies.set(name, reply)

export async function call<One extends Name>(
  name: One,
  request: Commands[One][0],
  options: CallOptions = {},
): Promise<Commands[One][1]> {
  calls.push({ name, request })
  // What the fake keeps is not what the page goes on writing in: the shell gets a request as JSON.
  const sent = request === undefined ? request : JSON.parse(JSON.stringify(request))
  const refusal = refusals.get(name)
  refusals.delete(name)
  if (refusal) throw new CommandError(refusal)
  const reply = replies.get(name)
  if (replies.delete(name)) return structuredClone(reply) as Commands[One][1]
  return structuredClone(answer(name, sent, options))
}

const FILES: Record<string, string> = {
  open_vault: '示例协会支部.zhibu',
  save_vault: '示例协会支部.zhibu',
  open_sheet: '全国系统导出.xlsx',
  open_reports: '2026年第三季度报告.pdf',
  open_certificates: '证书.pem',
  open_folder: '收件',
  save_folder: '回执',
  open_report: '2026年第三季度报告.pdf',
}

export const pick = async (kind: string, suggested?: string) => ({
  token: 'f1',
  name: suggested ?? FILES[kind] ?? '文件.pdf',
})
let several: string[] | null = null
/** The next dialog for several files is answered with these names. */
export const chooseNext = (...names: string[]) => {
  several = names
}
export const pickAll = async (kind: string, suggested?: string) => {
  const names = several
  several = null
  return names?.map((name, at) => ({ token: `f${at}`, name })) ?? [await pick(kind, suggested)]
}
let dropped: (files: { token: string; name: string }[]) => void = () => {}
export const watchDrops = async (take: typeof dropped) => {
  dropped = take
}
/** Files are dropped on the window. */
export const drop = (...names: string[]) => dropped(names.map((name, at) => ({ token: `d${at}`, name })))
export const show = async (token: string, part: string) => void calls.push({ name: 'show', request: { token, part } })
export const recent = async () =>
  new URLSearchParams(location.search).has('first')
    ? []
    : [
        { token: 'f0', name: '示例协会支部.zhibu' },
        { token: 'f9', name: '示例商会联合支部.zhibu' },
      ]
export const watchClosing = async (_asked: () => void) => {}
export const closeWindow = async () => {}
export const defaultVault = async (branch: string) => ({ token: 'f0', name: `${branch}.zhibu` })

export const openSample = async (anew = false) => {
  calls.push({ name: 'open_sample', request: { anew } })
  return { ...answer('vault_status', {}, {}), state: 'open', is_sample: true }
}

const kept: Record<string, string> = {}
export const preferences = async () => ({ ...kept })
export const prefer = async (name: string, value: string) => {
  kept[name] = value
}
