// How a check ended, for the eye: its words say it too.

import { CircleCheckFilled, CircleCloseFilled, WarningFilled } from '@element-plus/icons-vue'
import type { VerifyView } from '@/ipc/types'

export function verdictOf({ valid, trusted, remarks }: VerifyView) {
  if (!valid) return { tone: 'late', icon: CircleCloseFilled }
  const usual = trusted && !remarks.length
  return usual ? { tone: 'good', icon: CircleCheckFilled } : { tone: 'due', icon: WarningFilled }
}
