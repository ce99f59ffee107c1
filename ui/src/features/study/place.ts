import { Reading } from '@element-plus/icons-vue'
import { doing, type Place } from '@/shared/place'

export const place: Place = {
  name: '学习教育',
  path: '/study',
  icon: Reading,
  pages: [
    {
      path: '/study',
      component: () => import('./StudyPage.vue'),
      meta: { manual: '学习教育', opens: ['new', 'lecture'] },
    },
  ],
  finds: [doing('记一次学习', '/study?new=1')],
  findings: { study: () => '/study' },
}
