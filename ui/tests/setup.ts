import { config } from '@vue/test-utils'
import { elements } from '@/shared/elements'

config.global.plugins = [elements]
