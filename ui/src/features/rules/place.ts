import { Collection } from '@element-plus/icons-vue'
import { doing, type Place } from '@/shared/place'

export const place: Place = {
  name: '规程',
  path: '/rules',
  icon: Collection,
  pages: [
    { path: '/rules', component: () => import('./RulesPage.vue'), meta: { manual: '规程' } },
    {
      path: '/rules/set',
      component: () => import('./set/SetPage.vue'),
      meta: { manual: '采用更新的规程', name: '采用更新的规程' },
    },
  ],
  finds: [doing('采用更新的规程', '/rules/set')],
  findings: { rules: () => '/rules' },
}
