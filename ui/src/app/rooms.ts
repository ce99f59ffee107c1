import {
  Collection,
  Document,
  Flag,
  House,
  Notebook,
  OfficeBuilding,
  Reading,
  Setting,
  User,
} from '@element-plus/icons-vue'
import type { Component } from 'vue'

export interface Place {
  path: string
  /** What has no line of its own and is reached from here. */
  also?: string[]
  name: string
  icon: Component
}

/** The rooms as the sidebar lists them. */
export const ROOMS: Place[] = [
  { path: '/', name: '首页', icon: House },
  { path: '/branch', name: '支部', icon: OfficeBuilding },
  { path: '/roster', also: ['/transfers'], name: '党员名册', icon: User },
  {
    path: '/meetings',
    also: ['/elections', '/appraisals', '/meetings/tasks', '/meetings/talks'],
    name: '组织生活',
    icon: Notebook,
  },
  { path: '/development', name: '发展党员', icon: Flag },
  { path: '/study', name: '学习教育', icon: Reading },
  { path: '/reports', name: '报告报送', icon: Document },
]

/** Below the line. */
export const ASIDE: Place[] = [
  { path: '/rules', name: '规程', icon: Collection },
  { path: '/settings', also: ['/backups'], name: '设置', icon: Setting },
]
