import { config, enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach } from 'vitest'
import { wayTo } from '@/app/places'
import { elements } from '@/shared/layout/elements'
import { guardComposition } from '@/shared/layout/ime'
import { wayKey } from '@/shared/place'
import { session } from '@/shared/session/session'
import { status } from './fakes/vault'

config.global.plugins = [elements]
config.global.provide = { [wayKey as symbol]: wayTo }
guardComposition()

// Pages are drawn while a file is open.
beforeEach(() => {
  session.status = { ...status }
})

// A page that lives on would save its own work into the next test.
enableAutoUnmount(afterEach)

// Vue lets an event pass that is no later than the listener. A test that draws a field and types into it within one
// millisecond would so go unheard, now and then.
Object.defineProperty(Event.prototype, '_vts', { value: Number.POSITIVE_INFINITY, writable: true })
