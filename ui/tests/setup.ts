import { config, enableAutoUnmount } from '@vue/test-utils'
import { afterEach } from 'vitest'
import { elements } from '@/shared/elements'
import { guardComposition } from '@/shared/ime'

config.global.plugins = [elements]
guardComposition()

// A page that lives on would save its own work into the next test.
enableAutoUnmount(afterEach)
