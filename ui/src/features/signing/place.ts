import { doing, type Place, printing } from '@/shared/place'

export const place: Place = {
  name: '签名证书',
  path: '/reports/signing',
  within: 'reports',
  pages: [{ path: '/reports/signing', component: () => import('./SigningPage.vue'), meta: { manual: '签名证书' } }],
  finds: [doing('续期证书', '/reports/signing'), printing('证书备案表', '/reports/signing')],
  findings: { signing: () => '/reports/signing' },
}
