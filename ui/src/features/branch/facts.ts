// What is on record about the branch with its days.

import type { BranchAspect } from '@/ipc/types'

/** What each is called. */
export const ASPECTS: Record<BranchAspect, string> = {
  kind: '支部类型',
  superior: '上级党组织',
  committee: '支部委员会',
}
