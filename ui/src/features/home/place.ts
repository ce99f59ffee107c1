import { House } from '@element-plus/icons-vue'
import type { Place } from '@/shared/place'

export const place: Place = {
  name: '首页',
  path: '/',
  icon: House,
  pages: [{ path: '/', component: () => import('./HomePage.vue'), meta: { manual: '首页' } }],
  findings: { home: () => '/' },
}
