import { doing, type Place, printing } from '@/shared/place'

export const place: Place = {
  name: '文库',
  path: '/study/library',
  within: 'study',
  pages: [
    {
      path: '/study/library/:id(\\d+)?',
      component: () => import('./LibraryPage.vue'),
      props: ({ params }) => ({ id: params.id ? Number(params.id) : null }),
      meta: { manual: '文库', opens: ['new'] },
    },
  ],
  finds: [doing('把文件收进文库', '/study/library?new=1'), printing('文库目录', '/study/library')],
  findings: { library: () => '/study/library' },
}
