import { Reading } from '@element-plus/icons-vue'
import { doing, type Place, printing } from '@/shared/place'

export const place: Place = {
  name: '学习教育',
  path: '/study',
  icon: Reading,
  pages: [
    {
      path: '/study',
      component: () => import('./StudyPage.vue'),
      meta: { manual: '学习教育', opens: ['new', 'lecture', 'topic', 'makeup', 'document', 'session'] },
    },
    {
      path: '/study/plan',
      component: () => import('./plan/PlanPage.vue'),
      meta: { manual: '年度学习计划', name: '年度学习计划', opens: ['new'] },
    },
    {
      path: '/study/hours',
      component: () => import('./hours/HoursPage.vue'),
      meta: { manual: '学时', name: '学时台账' },
    },
    {
      path: '/study/lacks',
      component: () => import('./lacks/LacksPage.vue'),
      meta: { manual: '缺学补学', name: '缺学补学' },
    },
  ],
  finds: [
    doing('记一次学习', '/study?new=1'),
    doing('排年度学习计划', '/study/plan?new=1'),
    printing('学时台账', '/study/hours'),
  ],
  findings: { study: ({ rule }) => (rule === 'E01' ? '/study/lacks' : '/study') },
}
