import { Collection } from '@element-plus/icons-vue'
import type { Place } from '@/shared/place'

export const place: Place = {
  name: '规程',
  path: '/rules',
  icon: Collection,
  pages: [{ path: '/rules', component: () => import('./RulesPage.vue'), meta: { manual: '规程' } }],
}
