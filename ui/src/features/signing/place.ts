import type { Place } from '@/shared/place'

export const place: Place = {
  name: '签名证书',
  path: '/reports/signing',
  within: 'reports',
  pages: [{ path: '/reports/signing', component: () => import('./SigningPage.vue'), meta: { manual: '签名证书' } }],
  findings: { signing: () => '/reports/signing' },
}
