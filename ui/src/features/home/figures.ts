// Where each figure, state and first step leads: a line each. What they say comes from the core.

import type { RouteLocationRaw } from 'vue-router'
import type { HomeView } from '@/ipc/types'
import { DEVELOPMENT_STAGE } from '@/ipc/words'
import type { Bar } from '@/shared/layout/BarChart.vue'
import { moveQuarter } from '@/shared/text/format'
import { lastOfMonth } from '@/shared/text/month'

/** The lists that the figures of the branch open. */
const FIGURES: Record<string, RouteLocationRaw> = {
  attendance: '/meetings/attendance',
  study: '/study/hours',
  dues: '/dues',
  members: '/roster',
  probationary: { path: '/roster', query: { filter: 'kind:预备党员' } },
  development: '/development',
}

const STEPS: Record<string, string> = {
  import_roster: '/roster/import',
  set_offices: '/branch',
  first_meeting: '/meetings?new=1',
  first_study: '/study?new=1',
  backup: '/backups',
}

const STATES: Record<string, (home: HomeView) => string> = {
  backup: () => '/backups',
  report: ({ quarter, states }) => `/reports/${isOpen(states) ? moveQuarter(quarter, -1) : quarter}`,
  certificate: () => '/reports/signing',
}

/** The report of the last quarter is still wanted. */
const isOpen = (states: HomeView['states']) => states.some(({ code, is_good }) => code === 'report' && !is_good)

export const wayOfFigure = (code: string) => FIGURES[code] ?? '/'
export const wayOfStep = (code: string) => STEPS[code] ?? '/'
export const wayOfState = (code: string, home: HomeView) => STATES[code]?.(home) ?? '/'

/** Who came, month by month; each month opens its attendance. */
export function attendanceBars({ attendance, quarter }: HomeView): Bar[] {
  return attendance.map(({ month, percent }) => {
    const first = `${quarter.slice(0, 4)}-${String(month).padStart(2, '0')}`
    return {
      label: `${month}月`,
      text: percent === null ? '—' : `${percent}%`,
      share: percent,
      to: {
        path: '/meetings/attendance',
        query: { by: 'days', from: `${first}-01`, to: lastOfMonth(first) },
      },
    }
  })
}

/** Who has the hours of the year, and who has not. */
export function studyBars({ study_reached: reached, study_not_reached: behind }: HomeView): Bar[] {
  const share = (count: number) => (reached + behind ? (count * 100) / (reached + behind) : null)
  return [
    { label: '已达标', text: `${reached} 人`, share: share(reached), to: '/study/hours', tone: 'good' },
    { label: '未达标', text: `${behind} 人`, share: share(behind), to: '/study/lacks', tone: 'due' },
  ]
}

/** How many are how far on their way into the Party. */
export function stageBars({ development }: HomeView): Bar[] {
  const most = Math.max(1, ...development.map(({ count }) => count))
  const stageOf = (label: string) => Object.entries(DEVELOPMENT_STAGE).find(([, name]) => name === label)?.[0]
  return development.map(({ label, count }) => ({
    label,
    text: `${count} 人`,
    share: (count * 100) / most,
    to: { path: '/development', query: { stage: stageOf(label) } },
  }))
}
