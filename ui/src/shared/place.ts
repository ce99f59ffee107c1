// What the frame of the window has to know about a room. Each room says it in its own `place.ts`; `app/places.ts` finds
// them and makes the side bar, the routes, the search and the ways of the findings from them.

import { type Component, type InjectionKey, inject } from 'vue'
import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'
import type { Finding, Room } from '@/ipc/types'

/** Something that can be done or printed on a page. */
export interface Find {
  name: string
  path: string
  note: '办理' | '打印'
}

/** What can be done. */
export const doing = (name: string, path: string): Find => ({ name, path, note: '办理' })

/** What can be printed. */
export const printing = (name: string, path: string): Find => ({ name, path, note: '打印' })

export interface Place {
  name: string
  /** Where its first page is. */
  path: string
  /** Stands on its line in the side bar. */
  icon?: Component
  /** The folder of the room on whose line this one is counted, when it has no line of its own. */
  within?: string
  pages: RouteRecordRaw[]
  /** Its lines in the side bar of a superior's file, in the place of one of its own. */
  lines?: { name: string; path: string; icon: Component }[]
  /** What else the search leads to, each to the page that has its button. */
  finds?: Find[]
  /** The rooms of the core whose findings are about this place, and where each finding leads. */
  findings?: Partial<Record<Room, (finding: Finding) => string>>
}

declare module 'vue-router' {
  interface RouteMeta {
    /** The section of the manual about this page. */
    manual?: string
    /** By what the search finds the page; the first page of a room is found by the room's name. */
    name?: string
    /** Each address is a page of its own: what was being written on one must not appear on another. */
    own?: boolean
    /** What in its address opens a panel with a form; the rest says what a list shows, beside which the form stays. */
    opens?: readonly string[]
  }
}

/** For a page about the record whose number is in its address. */
export const recordId = ({ params }: RouteLocationNormalized) => ({ id: Number(params.id) })

/** For a page that can be about a quarter, a half of a year or a year, which its address then names. */
export const period = ({ params }: RouteLocationNormalized) => ({ period: String(params.period ?? '') })

/** For a page that can be about a quarter, which its address then names. */
export const quarter = ({ params }: RouteLocationNormalized) => ({ quarter: String(params.quarter ?? '') })

/** The way to a room in which each record has a page of its own. */
export const toRecord =
  (path: string) =>
  ({ subject: { id } }: Finding) =>
    id === null ? path : `${path}/${id}`

/** Given by `app/`, which alone knows all rooms. */
export const wayKey: InjectionKey<(finding: Finding) => string> = Symbol('way')

/** Says where a finding leads. */
export const useWay = () => inject(wayKey, () => '/')
