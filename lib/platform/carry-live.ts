import { createAdapter } from '@socket.io/redis-adapter'
import { Redis } from 'ioredis'
import type { Server as SocketServer } from 'socket.io'
import { hearLive } from './hear-live'
import type { LiveTold } from './live-change'
import { logger } from './logger'
import { slot } from './slot'

/** The message between web processes; clients never hear it. */
const TOLD = 'live'
const LONGEST_WAIT_MS = 1_000

/**
 * Lets the web processes tell each other of changes through socket.io's Redis adapter, which takes their words off
 * Postgres. Every message goes one way only: while Redis is away, Postgres carries it as it does without Redis.
 * @param onGap something may have been missed: Redis was away, and is there again
 */
export function carryLive(
  io: SocketServer,
  redisUrl: string,
  onGap: () => void,
): { close: () => Promise<void> } {
  const tell = connect(redisUrl)
  const hear = connect(redisUrl)
  let wasReady = false
  hear.on('ready', () => {
    if (wasReady) onGap()
    wasReady = true
  })
  io.adapter(createAdapter(tell, hear))
  io.on(TOLD, hearLive)
  slot.carryLive = (told: LiveTold) => {
    if (tell.status !== 'ready') return false
    io.serverSideEmit(TOLD, told)
    return true
  }
  return {
    close: async () => {
      slot.carryLive = undefined
      tell.disconnect()
      hear.disconnect()
    },
  }
}

function connect(url: string): Redis {
  // What is told waits in no queue for ever: a command fails only when the connection is closed for good.
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => Math.min(attempt * 100, LONGEST_WAIT_MS),
  })
  let isAway = false
  redis.on('ready', () => {
    isAway = false
  })
  redis.on('error', (error: unknown) => {
    if (!isAway) logger.warn({ error }, 'Redis is away: Postgres carries live changes meanwhile')
    isAway = true
  })
  return redis
}
