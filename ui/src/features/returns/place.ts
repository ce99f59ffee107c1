import { doing, type Place, recordId, toRecord } from '@/shared/place'

export const place: Place = {
  name: '上级的表',
  path: '/reports/returns',
  within: 'reports',
  pages: [
    {
      path: '/reports/returns',
      component: () => import('./ReturnsPage.vue'),
      meta: { manual: '上级的表' },
    },
    {
      path: '/reports/returns/:id(\\d+)',
      component: () => import('./ReturnPage.vue'),
      props: recordId,
      meta: { manual: '上级的表', own: true },
    },
  ],
  finds: [doing('导入上级的表', '/reports/returns'), doing('填写上级的表', '/reports/returns')],
  findings: { returns: toRecord('/reports/returns') },
}
