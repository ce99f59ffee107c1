import type { DevelopmentPaper, Paper } from '@/ipc/types'

/** A paper of this room. */
export const paperOf = (paper: DevelopmentPaper): Paper => ({ room: 'development', ...paper })

/** The form of a paper of a file; of what comes again the last. */
export const formOf = (file: number, code: string) => paperOf({ kind: 'form', file, code, entry: null })
