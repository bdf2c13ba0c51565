import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openPostgres } from '@/lib/platform/embedded-postgres'
import { keepSecret } from '@/lib/platform/keep-secret'
import { makeWebhookSecret } from '@/lib/platform/make-webhook-secret'
import { superviseProcess } from '@/lib/platform/supervise-process'
import { freePort } from './free-port'
import { openNginx } from './open-nginx'
import { openProxy } from './open-proxy'
import { openRedis } from './open-redis'

/** How long a house says that it is not ready before it stops listening: the proxy looks four times a second, when it can. */
const DRAIN_SECONDS = 5

type Opening = {
  dataFolder: string
  port: number
  settings: Record<string, string>
  log: (line: string) => void
  /** Where the houses' complaints go: ours, or an open file. */
  complaints: 'inherit' | number
}

/** One of the web processes, as whoever runs them sees it. */
export type House = {
  url: string
  /** @returns how long it took to end, in ms */
  stop: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number>
  start: () => Promise<void>
  isUp: () => boolean
}

/**
 * Opens two web processes behind a proxy on one Postgres, one payment sandbox and, where they are installed, Redis and nginx:
 * what deploy/compose.yaml describes, on this machine alone.
 */
export async function openTwoHouses({ dataFolder, port, settings, log, complaints }: Opening) {
  mkdirSync(dataFolder, { recursive: true })
  const closers: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const end of closers.splice(0).reverse()) await end()
  }
  try {
    const postgres = await openPostgres({ dataFolder, log })
    closers.push(postgres.stop)
    const redis = await openRedis()
    if (redis) closers.push(redis.stop)
    const url = `http://localhost:${port}`
    const env = {
      ...{
        NODE_ENV: 'production',
        STOWLINE_DATA: resolve(dataFolder),
        STOWLINE_DEMO: '1',
        STOWLINE_URL: url,
      },
      ...{ DATABASE_URL: postgres.url, REDIS_URL: redis?.url ?? '', STOWLINE_SECRET: keepSecret(dataFolder) },
      ...{ STOWLINE_DRAIN_SECONDS: `${DRAIN_SECONDS}`, SMTP_URL: '' },
      STOWLINE_TRUSTED_PROXIES: '127.0.0.1',
      ...(await openSandbox(dataFolder, url, closers)),
      ...settings,
    }
    const houses = [await prepareHouse(env, complaints), await prepareHouse(env, complaints)]
    closers.push(() => Promise.all(houses.map((house) => house.stop('SIGTERM'))))
    // At once, as machines that are switched on together.
    await Promise.all(houses.map((house) => house.start()))
    const urls = houses.map((house) => house.url)
    const proxy = (await openNginx(urls, port)) ?? (await openProxy(urls, port))
    closers.push(proxy.close)
    return {
      url,
      houses,
      count: proxy.count,
      hasRedis: redis !== undefined,
      databaseUrl: postgres.url,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function openSandbox(dataFolder: string, url: string, closers: (() => Promise<unknown>)[]) {
  const port = await freePort()
  const secret = makeWebhookSecret()
  const sandbox = superviseProcess('payment-sandbox', ['dist/payment-sandbox-process.mjs'], {
    PAYMENT_SANDBOX_PORT: `${port}`,
    PAYMENT_SANDBOX_BOOKS: join(dataFolder, 'payment-sandbox.jsonl'),
    PAYMENT_SANDBOX_WEBHOOK_URL: `${url}/api/payments/webhooks/sandbox`,
    PAYMENT_SANDBOX_SECRET: secret,
  })
  sandbox.start()
  closers.push(sandbox.stop)
  return { PAYMENT_SANDBOX_URL: `http://127.0.0.1:${port}`, PAYMENT_SANDBOX_SECRET: secret }
}

async function prepareHouse(env: Record<string, string>, complaints: 'inherit' | number): Promise<House> {
  const port = await freePort()
  let child: ChildProcess | undefined
  const isUp = () => child !== undefined && child.exitCode === null && child.signalCode === null
  return {
    url: `http://127.0.0.1:${port}`,
    isUp,
    async start() {
      const started = spawn(process.execPath, ['dist/server.mjs'], {
        env: { ...process.env, ...env, PORT: `${port}` },
        stdio: ['ignore', 'pipe', complaints],
        detached: true,
      })
      child = started
      await new Promise<void>((ready, reject) => {
        started.stdout?.on('data', (said) => String(said).includes('Stowline is ready') && ready())
        started.once('close', () => reject(new Error('a house did not open')))
      })
    },
    async stop(signal) {
      if (!child || !isUp()) return 0
      const toldAt = performance.now()
      const gone = once(child, 'close')
      child.kill(signal)
      await gone
      return performance.now() - toldAt
    },
  }
}
