import { Setting } from '@element-plus/icons-vue'
import type { Place } from '@/shared/place'

export const place: Place = {
  name: '设置',
  path: '/settings',
  icon: Setting,
  pages: [{ path: '/settings', component: () => import('./SettingsPage.vue'), meta: { manual: '设置' } }],
  findings: { settings: () => '/settings' },
}
