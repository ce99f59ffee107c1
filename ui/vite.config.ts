import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// In `fake` mode and in tests the one door to the core is replaced by made-up records, so that a page can be built
// and looked at in a browser. The mode never takes part in a build that ships.
const fakeDoor = { find: /^(\.|@\/ipc)\/call$/, replacement: at('./tests/fakeCall.ts') }

export default defineConfig(({ mode }) => ({
  plugins: [vue()],
  resolve: {
    alias: [...(mode === 'fake' || mode === 'test' ? [fakeDoor] : []), { find: '@', replacement: at('./src') }],
  },
  // The manual lies beside this folder, and the tables that the tests read.
  server: { port: 5173, strictPort: true, fs: { allow: ['.', '../docs', '../src-tauri/core'] } },
  build: { target: 'safari16', chunkSizeWarningLimit: 1200 },
  test: {
    environment: 'happy-dom',
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    testTimeout: 60_000,
  },
}))
