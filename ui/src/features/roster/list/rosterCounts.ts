import type { Dimension, DimensionCounts } from '@/ipc/types'

/** Divisions that a branch may not have, and what stands for nobody being in one. */
const MAY_BE_BLANK: Dimension[] = ['group', 'unit', 'office']
const BLANK = ['未编组', '未填', '无职务']

/** Whether it says anything to count by it. */
export const isInUse = ({ by, counts }: DimensionCounts) =>
  counts.length > 0 && !(MAY_BE_BLANK.includes(by) && counts.every(({ label }) => BLANK.includes(label)))
