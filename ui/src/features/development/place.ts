import { Flag } from '@element-plus/icons-vue'
import { doing, type Place, printing, recordId, toRecord } from '@/shared/place'

const audit = () => import('./AuditPage.vue')

export const place: Place = {
  name: '发展党员',
  path: '/development',
  icon: Flag,
  pages: [
    {
      path: '/development',
      component: () => import('./DevelopmentPage.vue'),
      meta: { manual: '发展党员', opens: ['new'] },
    },
    {
      path: '/development/audit',
      component: audit,
      props: { id: null },
      meta: { manual: '发展档案', name: '发展党员档案体检' },
    },
    {
      path: '/development/register',
      component: () => import('./register/RegisterPage.vue'),
      meta: { manual: '发展党员', name: '志愿书登记和年度计划' },
    },
    {
      path: '/development/:id(\\d+)',
      component: () => import('./FilePage.vue'),
      props: recordId,
      meta: { manual: '发展档案', own: true },
    },
    {
      path: '/development/:id(\\d+)/audit',
      component: audit,
      props: recordId,
      meta: { manual: '发展档案', own: true },
    },
  ],
  finds: [
    doing('新建发展档案', '/development?new=1'),
    printing('发展党员材料', '/development'),
    printing('体检结果', '/development/audit'),
  ],
  findings: { development: toRecord('/development') },
}
