// Which section of the manual is about which page. Its test knows every address and every section.

import type { Gate } from '@/shared/session/help'

/** The first that fits counts. */
const PAGES: readonly [address: RegExp, section: string][] = [
  [/^\/$/, '首页'],
  [/^\/branch$/, '支部'],
  [/^\/roster\/import$/, '导入名册'],
  [/^\/roster\/statistics$/, '党员统计'],
  [/^\/roster\/(new|\d+)$/, '党员资料'],
  [/^\/roster$/, '党员名册'],
  [/^\/transfers(\/|$)/, '组织关系转接'],
  [/^\/meetings\/plan(\/|$)/, '本季度计划'],
  [/^\/meetings\/attendance$/, '到会统计'],
  [/^\/meetings\/tasks$/, '决议落实'],
  [/^\/meetings\/talks$/, '谈心谈话'],
  [/^\/meetings\/\d+$/, '会议页'],
  [/^\/meetings$/, '组织生活'],
  [/^\/elections(\/|$)/, '选举'],
  [/^\/appraisals(\/|$)/, '民主评议'],
  [/^\/development\/\d+$/, '发展档案'],
  [/^\/development$/, '发展党员'],
  [/^\/study$/, '学习教育'],
  [/^\/reports\/signing$/, '签名证书'],
  [/^\/reports\/verify$/, '核验报告'],
  [/^\/reports(\/|$)/, '报告报送'],
  [/^\/rules$/, '规程'],
  [/^\/backups$/, '备份与恢复'],
  [/^\/settings$/, '设置'],
]

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
  '各页都一样的',
  '填写和保存',
  '撤销',
  '查找',
  '打印和保存',
  '锁定和字号',
  '快捷键',
]

export const ALL_NAMED = [...PAGES.map(([, section]) => section), ...Object.values(GATES), ...GENERAL]

/** The section about the page with this address. */
export const sectionAt = (path: string) => PAGES.find(([address]) => address.test(path))?.[1]

/** The section about what stands before a file is open. */
export const sectionBefore = (gate: Gate | null) => (gate ? GATES[gate] : '打开和新建')
