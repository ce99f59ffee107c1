import { User } from '@element-plus/icons-vue'
import { doing, type Place, printing, recordId, toRecord } from '@/shared/place'

const roster = () => import('./RosterPage.vue')

export const place: Place = {
  name: '党员名册',
  path: '/roster',
  icon: User,
  pages: [
    { path: '/roster', component: roster, props: { id: null, adding: false }, meta: { manual: '党员名册' } },
    { path: '/roster/new', component: roster, props: { id: null, adding: true }, meta: { manual: '党员资料' } },
    {
      path: '/roster/:id(\\d+)',
      component: roster,
      props: (route) => ({ ...recordId(route), adding: false }),
      meta: { manual: '党员资料' },
    },
    {
      path: '/roster/import',
      component: () => import('./import/ImportPage.vue'),
      meta: { manual: '导入名册', name: '导入名册' },
    },
    {
      path: '/roster/statistics',
      component: () => import('./statistics/StatisticsPage.vue'),
      meta: { manual: '党员统计', name: '党员统计' },
    },
  ],
  finds: [
    doing('添加党员', '/roster/new'),
    printing('党员名册', '/roster'),
    printing('通讯录', '/roster'),
    printing('党员信息表', '/roster'),
  ],
  findings: { roster: toRecord('/roster') },
}
