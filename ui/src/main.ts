import 'element-plus/dist/index.css'
import './styles/tokens.css'
import './styles/element.css'
import './styles/base.css'
import './styles/help.css'
import { createApp } from 'vue'
import App from './app/App.vue'
import { wayTo } from './app/places'
import { router } from './app/router'
import { elements } from './shared/layout/elements'
import { guardComposition } from './shared/layout/ime'
import { wayKey } from './shared/place'
import { readPreferences } from './shared/session/preferences'
import { restoreTextSize } from './shared/session/textSize'

await readPreferences()
restoreTextSize()
guardComposition()
createApp(App).use(elements).use(router).provide(wayKey, wayTo).mount('#app')
