// Which sections of the manual are about no page with an address; a page names its own in the `place.ts` of its room.

import type { Gate } from '@/shared/session/help'

const GATES: Record<Gate, string> = {
  first_run: '第一次使用',
  unlock: '打开档案',
  recover: '忘记密码',
  restore: '从备份恢复',
}

/** No page is of its own about these; other sections and the list of contents lead there. */
const GENERAL = [
  '怎样用这本手册',
  '打开和新建',
  '示例支部',
  '合订本',
  '上级党组织的档案',
  '各页都一样的',
  '填写和保存',
  '撤销',
  '查找',
  '打印和保存',
  '锁定和字号',
  '快捷键',
]

export const WITHOUT_PAGE = [...Object.values(GATES), ...GENERAL]

/** The section about what stands before a file is open. */
export const sectionBefore = (gate: Gate | null) => (gate ? GATES[gate] : '打开和新建')
