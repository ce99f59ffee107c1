import { Notebook } from '@element-plus/icons-vue'
import type { Finding, MeetingKind, RuleId } from '@/ipc/types'
import { doing, type Place, printing, quarter, recordId, toRecord } from '@/shared/place'

/** The meeting that each rule asks for: where it is missing, the way leads to making it. */
const ASKED_FOR: Partial<Record<RuleId, MeetingKind>> = {
  B09: 'general',
  B11: 'committee',
  B12: 'group',
  B14: 'theme_day',
  B15: 'organizational_life',
  B16: 'appraisal',
  B18: 'lecture',
}

function toMeeting(finding: Finding) {
  const missing = finding.rule && ASKED_FOR[finding.rule]
  return finding.subject.id === null && missing ? `/meetings?new=${missing}` : toRecord('/meetings')(finding)
}

export const place: Place = {
  name: '组织生活',
  path: '/meetings',
  icon: Notebook,
  pages: [
    {
      path: '/meetings',
      component: () => import('./MeetingsPage.vue'),
      meta: { manual: '组织生活', opens: ['new'] },
    },
    {
      path: '/meetings/plan/:quarter(\\d{4}Q[1-4])?',
      component: () => import('./plan/PlanPage.vue'),
      props: quarter,
      meta: { manual: '本季度计划', name: '组织生活计划' },
    },
    {
      path: '/meetings/attendance',
      component: () => import('./attendance/AttendancePage.vue'),
      meta: { manual: '到会统计', name: '到会统计' },
    },
    {
      path: '/meetings/:id(\\d+)',
      component: () => import('./MeetingPage.vue'),
      props: recordId,
      meta: { manual: '会议页', own: true },
    },
  ],
  finds: [
    doing('新建会议', '/meetings?new=1'),
    printing('会议通知', '/meetings'),
    printing('签到表', '/meetings'),
    printing('会议记录', '/meetings'),
    printing('到会统计表', '/meetings/attendance'),
  ],
  findings: { meetings: toMeeting, attachments: () => '/meetings' },
}
