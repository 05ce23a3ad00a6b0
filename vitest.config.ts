import {availableParallelism} from 'node:os'
import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/browser/unpack-browser.ts',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Two even where there are two cores: many tests wait for disks, browsers and other processes.
    maxWorkers: Math.max(2, availableParallelism() - 1)
  }
})
