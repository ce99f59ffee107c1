// The only file that knows the shell: everything the window asks for goes through here.

import { Channel, invoke } from '@tauri-apps/api/core'
import type { Commands } from './commands'
import { type CallOptions, CommandError, problemOf } from './problem'
import type { FileToken, Progress, VaultStatus } from './types'

export type { CallOptions } from './problem'

/** Which file dialog to open. */
export type PickKind =
  | 'open_vault'
  | 'save_vault'
  | 'save_backup'
  | 'open_sheet'
  | 'open_picture'
  | 'open_pictures'
  | 'open_files'
  | 'save_file'
  | 'save_pdf'
  | 'save_docx'
  | 'save_sheet'
  | 'open_reports'
  | 'open_report'
  | 'open_certificates'
  | 'open_folder'
  | 'save_folder'
  | 'save_certificate'
  | 'open_rules'

/** A file the user chose: the shell alone knows its path. */
export interface PickedFile {
  token: FileToken
  /** File name without folder. */
  name: string
}

let lastJob = 0

/** Runs one command of the table. Throws a `CommandError` whose problem can be shown as it is. */
export async function call<Name extends keyof Commands>(
  name: Name,
  request: Commands[Name][0],
  options: CallOptions = {},
): Promise<Commands[Name][1]> {
  const job = ++lastJob
  const progress = new Channel<Progress>()
  if (options.onProgress) progress.onmessage = options.onProgress
  const stop = () => void shell('cancel', { job })
  options.signal?.addEventListener('abort', stop, { once: true })
  try {
    return await shell('call', { name, request, job, progress })
  } finally {
    options.signal?.removeEventListener('abort', stop)
  }
}

/** Opens a file dialog; nothing is chosen when the user closes it. */
export const pickAll = (kind: PickKind, suggested?: string) =>
  shell<PickedFile[]>('pick', { request: { kind, suggested } })

/** As `pickAll`, for one file; `null` when the user closes it. */
export const pick = async (kind: PickKind, suggested?: string) => (await pickAll(kind, suggested))[0] ?? null

/** What of a saved file the system is to show. */
export type ShownPart = 'file' | 'folder'

/** Opens a file that was saved, or the folder it lies in, in the system's own program. */
export const show = (token: FileToken, part: ShownPart) => shell<void>('show', { token, part })

/** Files opened lately, newest first. */
export const recent = () => shell<PickedFile[]>('recent', {})

/** Where a new file would be kept unless the user chooses another place. */
export const defaultVault = (branch: string) => shell<PickedFile>('default_vault', { branch })

/** Closes the open file, if there is one, and opens the made-up branch: as it was left, or anew. */
export const openSample = (anew = false) => shell<VaultStatus>('open_sample', { anew })

/** From now on the page is asked before the window closes: it answers with `closeWindow`, or not at all. */
export function watchClosing(asked: () => void) {
  const question = new Channel<null>()
  question.onmessage = asked
  return shell<void>('watch_closing', { question })
}

/** Lets the window go. */
export const closeWindow = () => shell<void>('close_window', {})

/** From now on the page is told of files that are dropped on the window. */
export function watchDrops(dropped: (files: PickedFile[]) => void) {
  const drops = new Channel<PickedFile[]>()
  drops.onmessage = dropped
  return shell<void>('watch_drops', { drops })
}

/** Choices about how the window looks that are kept on this machine. */
export const preferences = () => shell<Record<string, string>>('preferences', {})

/** Keeps one of them. */
export const prefer = (name: string, value: string) => shell<void>('prefer', { name, value })

async function shell<T>(command: string, args: Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(command, args)
  } catch (thrown) {
    throw new CommandError(problemOf(thrown))
  }
}
