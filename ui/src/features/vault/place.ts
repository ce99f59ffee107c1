import { doing, type Place } from '@/shared/place'

export const place: Place = {
  name: '备份与恢复',
  path: '/backups',
  within: 'settings',
  pages: [{ path: '/backups', component: () => import('./BackupsPage.vue'), meta: { manual: '备份与恢复' } }],
  finds: [doing('现在备份', '/backups'), doing('从备份恢复', '/backups')],
}
