import { Setting } from '@element-plus/icons-vue'
import { doing, type Place } from '@/shared/place'

export const place: Place = {
  name: '设置',
  path: '/settings',
  icon: Setting,
  pages: [{ path: '/settings', component: () => import('./SettingsPage.vue'), meta: { manual: '设置' } }],
  finds: [doing('换密码', '/settings'), doing('修改记录', '/settings')],
  findings: { settings: () => '/settings' },
}
