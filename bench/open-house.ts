import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type House = {
  url: string
  key: string
  pid: number
  dataFolder: string
  databaseUrl: string
  close: () => Promise<void>
}

/** Starts the whole product as a user would, in a folder of its own, and waits until it is ready. */
export async function openHouse(): Promise<House> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'stowline-bench-'))
  const { openPostgres } = await import('@/lib/platform/embedded-postgres')
  const postgres = await openPostgres({ dataFolder, log: () => {} })
  const port = await freePort()
  const env = {
    ...process.env,
    PORT: String(port),
    STOWLINE_DATA: dataFolder,
    STOWLINE_TRAFFIC: '0',
    STOWLINE_DEMO: '1',
    DATABASE_URL: postgres.url,
  }
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await ready(child)
  const demo = JSON.parse(readFileSync(join(dataFolder, 'demo.json'), 'utf8')) as {
    apiKeys: { scope: string; key: string }[]
  }
  return {
    url: `http://127.0.0.1:${port}`,
    key: demo.apiKeys.find(({ scope }) => scope === 'all')?.key ?? '',
    pid: child.pid ?? 0,
    dataFolder,
    databaseUrl: postgres.url,
    close: async () => {
      child.kill('SIGTERM')
      await once(child, 'close')
      await postgres.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk) => {
      said += String(chunk)
      if (said.includes('Stowline is ready')) resolve()
    })
    child.once('close', () => reject(new Error(`the house did not open:\n${said}`)))
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}
