import type { Paper } from '@/ipc/types'

/** The form of a paper of a file. The room's papers are not among the generated types yet. */
export const paperOf = (file: number, code: string) =>
  ({ room: 'development', kind: 'form', file, code }) as unknown as Paper
