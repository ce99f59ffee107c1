// Adding scanned pages: work that takes long, for each is made small first.

import type { PickedFile } from '@/ipc/call'
import { developmentScanAdd, developmentScanList } from '@/ipc/commands'
import type { ScanPage } from '@/ipc/types'
import { useLongAction } from '@/shared/session/useCommand'

export function useScanAdding(file: number) {
  const action = useLongAction()

  /** To one paper, or with `null` to those that the names of the files say. Answers which pages came in. */
  async function add(code: string | null, files: PickedFile[]): Promise<ScanPage[] | undefined> {
    const before = await action.run(() => developmentScanList({ file, code: null }))
    if (!before) return undefined
    const known = new Set(before.map(({ id }) => id))
    const isNew = ({ id }: ScanPage) => !known.has(id)
    const done = await action.change(
      () => developmentScanAdd({ file, code, files: files.map(({ token }) => token) }, action.options()),
      (all) => `已加入扫描件 ${all.filter(isNew).length} 页`,
    )
    return done?.value.filter(isNew)
  }

  return { ...action, add }
}
