import { config, enableAutoUnmount } from '@vue/test-utils'
import { afterEach } from 'vitest'
import { elements } from '@/shared/elements'

config.global.plugins = [elements]

// A page that lives on would save its own work into the next test.
enableAutoUnmount(afterEach)
