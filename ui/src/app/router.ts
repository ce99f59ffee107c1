import { createRouter, createWebHashHistory, type RouteLocationNormalized, type RouteRecordRaw } from 'vue-router'
import { moveTo } from '@/shared/forms/drafts'
import { mayLeave } from '@/shared/forms/unsaved'
import { session } from '@/shared/session/session'
import { belongs, FIRST, ROUTES } from './places'

export const routes: RouteRecordRaw[] = [...ROUTES, { path: '/:rest(.*)*', redirect: '/' }]

export const router = createRouter({ history: createWebHashHistory(), routes })

const staysOpen = (to: RouteLocationNormalized, from: RouteLocationNormalized) =>
  to.path === from.path && (to.meta.opens ?? []).every((key) => to.query[key] === from.query[key])

// An address of the other kind of file leads to where this one begins.
router.beforeEach(({ path }) => {
  const kind = session.status?.kind
  return !kind || session.status?.state !== 'open' || belongs(path, kind) ? undefined : FIRST[kind]
})
router.beforeEach(async (to, from) => staysOpen(to, from) || mayLeave())
router.afterEach((to, _, failure) => {
  if (!failure) moveTo(to.fullPath)
})
