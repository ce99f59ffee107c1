import { Document } from '@element-plus/icons-vue'
import { doing, type Place, period, printing } from '@/shared/place'

export const place: Place = {
  name: '报告报送',
  path: '/reports',
  icon: Document,
  pages: [
    {
      path: '/reports/:period(\\d{4}[QH]?[1-4]?)?',
      component: () => import('./ReportPage.vue'),
      props: period,
      meta: { manual: '报告报送' },
    },
    {
      path: '/reports/:period(\\d{4}[QH]?[1-4]?)/sign',
      component: () => import('./SignPage.vue'),
      props: period,
      meta: { manual: '报告报送' },
    },
    {
      path: '/reports/verify',
      component: () => import('./VerifyPage.vue'),
      meta: { manual: '核验报告', name: '核验报告' },
    },
  ],
  finds: [
    doing('签名本季度报告', '/reports'),
    doing('看半年报告、年度报告', '/reports'),
    printing('季度报告', '/reports'),
    printing('年度报告', '/reports'),
    printing('组织生活记录合订本', '/reports'),
  ],
  findings: { reports: () => '/reports' },
}
