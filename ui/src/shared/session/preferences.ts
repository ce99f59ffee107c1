// Choices about how the window looks: a matter of this screen and these eyes, so they are kept on this machine and not in
// the file. They are read once, before the first page is drawn.

import { prefer, preferences } from '@/ipc/call'

let known: Record<string, string> = {}

/** Reads what was kept. A window that cannot read it looks as it does at first. */
export async function readPreferences() {
  known = await preferences().catch(() => ({}))
}

/** For tests: as on a machine where nothing was chosen yet. */
export function clearPreferences() {
  known = {}
}

export const preference = (name: string): string | null => known[name] ?? null

export function setPreference(name: string, value: string) {
  known[name] = value
  // The choice holds for now even where it cannot be kept.
  void prefer(name, value).catch(() => undefined)
}
