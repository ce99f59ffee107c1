import { createRouter, createWebHashHistory, type RouteLocationNormalized, type RouteRecordRaw } from 'vue-router'
import { moveTo } from '@/shared/forms/drafts'
import { mayLeave } from '@/shared/forms/unsaved'

const id = (route: { params: Record<string, string | string[]> }) => ({ id: Number(route.params.id) })

/** Each address is a page of its own: what was being written on one must not appear on another. */
const OWN = { own: true }

export const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('@/features/home/HomePage.vue') },
  { path: '/branch', component: () => import('@/features/branch/BranchPage.vue') },
  { path: '/roster/import', component: () => import('@/features/roster/ImportPage.vue') },
  { path: '/roster/statistics', component: () => import('@/features/roster/StatisticsPage.vue') },
  {
    path: '/roster/new',
    component: () => import('@/features/roster/RosterPage.vue'),
    props: { id: null, adding: true },
  },
  {
    path: '/roster/:id(\\d+)?',
    component: () => import('@/features/roster/RosterPage.vue'),
    props: (route) => ({ id: route.params.id ? Number(route.params.id) : null, adding: false }),
  },
  {
    path: '/transfers/:id(\\d+)?',
    component: () => import('@/features/transfers/TransfersPage.vue'),
    props: ({ params, query }) => ({
      id: params.id ? Number(params.id) : null,
      adding: query.new === 'out' || query.new === 'in' ? query.new : null,
      member: query.member ? Number(query.member) : null,
      replaces: query.replaces ? Number(query.replaces) : null,
    }),
  },
  { path: '/meetings', component: () => import('@/features/meetings/MeetingsPage.vue') },
  {
    path: '/meetings/plan/:quarter(\\d{4}Q[1-4])?',
    component: () => import('@/features/meetings/PlanPage.vue'),
    props: (route) => ({ quarter: String(route.params.quarter ?? '') }),
  },
  { path: '/meetings/attendance', component: () => import('@/features/meetings/AttendancePage.vue') },
  {
    path: '/meetings/tasks',
    component: () => import('@/features/tasks/TasksPage.vue'),
    props: ({ query }) => ({ id: query.id ? Number(query.id) : null }),
  },
  { path: '/meetings/talks', component: () => import('@/features/talks/TalksPage.vue') },
  { path: '/meetings/:id(\\d+)', component: () => import('@/features/meetings/MeetingPage.vue'), props: id, meta: OWN },
  { path: '/elections', component: () => import('@/features/elections/ElectionsPage.vue') },
  {
    path: '/elections/new/:meeting(\\d+)',
    component: () => import('@/features/elections/NewElectionPage.vue'),
    props: (route) => ({ meeting: Number(route.params.meeting) }),
    meta: OWN,
  },
  {
    path: '/elections/:id(\\d+)',
    component: () => import('@/features/elections/ElectionPage.vue'),
    props: id,
    meta: OWN,
  },
  { path: '/appraisals', component: () => import('@/features/appraisal/AppraisalsPage.vue') },
  {
    path: '/appraisals/:id(\\d+)',
    component: () => import('@/features/appraisal/AppraisalPage.vue'),
    props: id,
    meta: OWN,
  },
  { path: '/development', component: () => import('@/features/development/DevelopmentPage.vue') },
  {
    path: '/development/:id(\\d+)',
    component: () => import('@/features/development/FilePage.vue'),
    props: id,
    meta: OWN,
  },
  { path: '/study', component: () => import('@/features/study/StudyPage.vue') },
  { path: '/reports/signing', component: () => import('@/features/signing/SigningPage.vue') },
  { path: '/reports/verify', component: () => import('@/features/reports/VerifyPage.vue') },
  {
    path: '/reports/:quarter(\\d{4}Q[1-4])?',
    component: () => import('@/features/reports/ReportPage.vue'),
    props: (route) => ({ quarter: String(route.params.quarter ?? '') }),
  },
  { path: '/rules', component: () => import('@/features/rules/RulesPage.vue') },
  { path: '/backups', component: () => import('@/features/vault/BackupsPage.vue') },
  { path: '/settings', component: () => import('@/features/settings/SettingsPage.vue') },
  { path: '/:rest(.*)*', redirect: '/' },
]

export const router = createRouter({ history: createWebHashHistory(), routes })

/** What in an address opens a panel with a form; the rest says what a list shows, beside which the form stays. */
const OPENING = ['new', 'lecture', 'member', 'replaces']
const staysOpen = (to: RouteLocationNormalized, from: RouteLocationNormalized) =>
  to.path === from.path && OPENING.every((key) => to.query[key] === from.query[key])

router.beforeEach(async (to, from) => staysOpen(to, from) || mayLeave())
router.afterEach((to, _, failure) => {
  if (!failure) moveTo(to.fullPath)
})
