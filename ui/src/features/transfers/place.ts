import { doing, type Place, printing, toRecord } from '@/shared/place'

export const place: Place = {
  name: '组织关系转接',
  path: '/transfers',
  within: 'roster',
  pages: [
    {
      path: '/transfers/:id(\\d+)?',
      component: () => import('./TransfersPage.vue'),
      props: ({ params, query }) => ({
        id: params.id ? Number(params.id) : null,
        adding: query.new === 'out' || query.new === 'in' ? query.new : null,
        member: query.member ? Number(query.member) : null,
        replaces: query.replaces ? Number(query.replaces) : null,
      }),
      meta: { manual: '组织关系转接', opens: ['new', 'member', 'replaces'] },
    },
  ],
  finds: [
    doing('开介绍信', '/transfers?new=out'),
    doing('登记转入', '/transfers?new=in'),
    printing('介绍信和回执', '/transfers'),
  ],
  findings: { transfers: toRecord('/transfers') },
}
