import { createServer } from 'node:net'
import { defineConfig, devices } from '@playwright/test'
import { inngestSettings } from './e2e/fixtures/inngest-server'
import { makeDataFolder } from './lib/platform/make-data-folder'
import { findChromium } from './scripts/find-chromium.mjs'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  return typeof address === 'object' && address ? address.port : 0
}

// This file is read again by each worker: the first reading decides, the others inherit.
process.env.E2E_URL ??= `http://127.0.0.1:${await freePort()}`
process.env.E2E_DATA ??= makeDataFolder('e2e')
process.env.CHROMIUM_PATH ??= await findChromium(console.error)

const baseURL = process.env.E2E_URL

export default defineConfig({
  testDir: 'e2e',
  // One house, one floor: a visitor must not find another's orders half-way.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  // Patience costs nothing where a thing is there, and a machine may have other work.
  expect: { timeout: 30_000 },
  outputDir: 'test-results',
  reporter: [['list'], ['json', { outputFile: process.env.E2E_REPORT ?? 'test-results/report.json' }]],
  use: {
    baseURL,
    trace: 'retain-on-failure',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }],
  webServer: {
    command: 'node scripts/start.mjs',
    url: `${baseURL}/api/health/ready`,
    env: {
      PORT: new URL(baseURL).port,
      HOST: '127.0.0.1',
      STOWLINE_DATA: process.env.E2E_DATA,
      STOWLINE_DEMO: '1',
      STOWLINE_TRAFFIC: '0',
      // Never the tester's own database, mail or shop.
      DATABASE_URL: '',
      SMTP_URL: '',
      ...inngestSettings(),
      STRIPE_SECRET_KEY: '',
      REDIS_URL: '',
    },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    reuseExistingServer: false,
    timeout: 300_000,
    stdout: 'pipe',
  },
})
