import { House } from '@element-plus/icons-vue'
import { type Place, printing } from '@/shared/place'

export const place: Place = {
  name: '首页',
  path: '/',
  icon: House,
  pages: [{ path: '/', component: () => import('./HomePage.vue'), meta: { manual: '首页' } }],
  finds: [printing('支部情况和要办的事', '/?print=1')],
  findings: { home: () => '/' },
}
