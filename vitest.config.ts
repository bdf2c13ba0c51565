import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') }
const DRAWS = 'lib/testing/draw-the-same-cases.ts'
const rooms = '{app,components,inngest,lib,prisma,server,simulate}/**'

export default defineConfig({
  test: {
    allowOnly: false,
    // A test waits for Postgres half of its time; each worker has a server of its own.
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: [`${rooms}/*.test.{ts,tsx}`],
          exclude: ['**/*.db.test.ts'],
          // A property tries many cases, on a machine that may have other work.
          testTimeout: 30_000,
          setupFiles: [DRAWS],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'db',
          include: [`${rooms}/*.db.test.ts`],
          globalSetup: ['lib/testing/start-test-database.ts'],
          setupFiles: [DRAWS, 'lib/testing/use-own-database.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // Links in mails are signed with it.
          env: { LOG_LEVEL: 'silent', STOWLINE_SECRET: 'a secret that only the tests know of' },
        },
      },
    ],
  },
})
