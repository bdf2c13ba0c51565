import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Redis } from 'ioredis'
import { io } from 'socket.io-client'
import { afterEach, expect, it, vi } from 'vitest'
import { freePort } from '@/scripts/two-houses/free-port'
import { pool } from './db'
import { listenLive } from './listen-live'
import type { LiveChange } from './live-change'
import { openSockets } from './open-sockets'
import { announce } from './realtime'
import { slot } from './slot'

const patience = { timeout: 15_000, interval: 20 }
const change = (id: string): LiveChange => ({ site: 'X', topic: 'orders', event: 'said', id, version: 1 })
const told = (from: string, id: string) => JSON.stringify({ from, messages: [change(id)] })
const notify = (payload: string) => pool.query("SELECT pg_notify('live', $1)", [payload])

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

/** A web process's sockets, and a screen that is connected to them. */
async function openScreen(redisUrl?: string) {
  const server: Server = createServer()
  const sockets = openSockets(server, async () => ({ mayHear: () => true }), redisUrl)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const live = await listenLive(process.env.DATABASE_URL ?? '', sockets.reconnectScreens)
  const screen = io(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
    transports: ['websocket'],
  })
  const heard: string[] = []
  let joined = 0
  screen.on('change', ({ id }: LiveChange) => heard.push(id))
  screen.on('connect', () => screen.emit('join', 'site:X:orders', () => joined++))
  await vi.waitFor(() => expect(joined).toBe(1), patience)
  open.push(sockets.close, live.close, () => screen.close())
  return { heard, joined: () => joined }
}

it('tells a screen once of what its own process announced, and once of what another did', async () => {
  const { heard } = await openScreen()
  announce(change('ours'))
  await vi.waitFor(async () => expect(heard).toEqual(['ours']), patience)
  await notify(told('another process', 'theirs'))
  await vi.waitFor(() => expect(heard).toContain('theirs'), patience)
  expect(heard).toEqual(['ours', 'theirs'])
})

it('tells the other processes what is announced here', async () => {
  await openScreen()
  const other = await pool.connect()
  open.push(() => other.release(true))
  const payloads: string[] = []
  other.on('notification', ({ payload }) => payloads.push(payload ?? ''))
  await other.query('LISTEN live')
  announce(change('ours'))
  await vi.waitFor(() => expect(payloads).toEqual([told(slot.self, 'ours')]), patience)
})

it('lets screens come back when it may have missed something', async () => {
  const { joined, heard } = await openScreen()
  await pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'stowline-live' AND datname = current_database()",
  )
  await vi.waitFor(() => expect(joined()).toBe(2), patience)
  await notify(told('another process', 'theirs'))
  await vi.waitFor(() => expect(heard).toEqual(['theirs']), patience)
})

const hasRedis = spawnSync('redis-server', ['--version']).status === 0

async function openRedis(port: number) {
  const redis = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--save', ''], {
    stdio: 'pipe',
  })
  await new Promise<void>((resolve) =>
    redis.stdout.on('data', (line) => String(line).includes('Ready') && resolve()),
  )
  const kill = async () => {
    if (redis.exitCode !== null || redis.signalCode !== null) return
    const gone = once(redis, 'close')
    redis.kill('SIGKILL')
    await gone
  }
  open.push(kill)
  return kill
}

it.skipIf(!hasRedis)(
  'carries through Redis where there is one, by Postgres while it is away, and neither twice',
  async () => {
    const port = await freePort()
    const kill = await openRedis(port)
    const { heard, joined } = await openScreen(`redis://127.0.0.1:${port}`)
    const notified: string[] = []
    const other = await pool.connect()
    open.push(() => other.release(true))
    other.on('notification', ({ payload }) => notified.push(payload ?? ''))
    await other.query('LISTEN live')
    await vi.waitFor(() => expect(slot.carryLive?.({ from: slot.self, messages: [] })).toBe(true), patience)
    const carried: string[] = []
    const another = new Redis(`redis://127.0.0.1:${port}`, { retryStrategy: () => null })
    open.push(() => another.disconnect())
    another.on('error', () => {}).on('message', (_channel, message) => carried.push(message))
    // Where socket.io's adapter tells the other servers something.
    await another.subscribe('socket.io-request#/#')
    announce(change('by Redis'))
    await vi.waitFor(
      () => expect(carried.filter((message) => message.includes('by Redis'))).toHaveLength(1),
      patience,
    )
    await kill()
    await vi.waitFor(() => expect(slot.carryLive?.({ from: slot.self, messages: [] })).toBe(false), patience)
    announce(change('by Postgres'))
    await vi.waitFor(() => expect(notified).toEqual([told(slot.self, 'by Postgres')]), patience)
    expect(heard).toEqual(['by Redis', 'by Postgres'])
    await openRedis(port)
    await vi.waitFor(() => expect(joined()).toBe(2), patience)
  },
)
