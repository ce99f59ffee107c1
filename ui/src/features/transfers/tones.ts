import type { TransferState } from '@/ipc/types'

/** How a state looks: late, due, good, or of no matter any more. */
export const TONES: Record<TransferState, 'late' | 'due' | 'good' | ''> = {
  waiting: 'due',
  expired: 'late',
  moved_out: 'good',
  returned: '',
  replaced: '',
  arrived: 'due',
  accepted: 'good',
  sent_back: '',
}
