import type { PoolClient } from 'pg'
import { pool } from '@/lib/platform/db'
import { logger } from '@/lib/platform/logger'

/** Locks of belts; the number means nothing else. */
export const BELT_LOCKS = 7_031_965
const LOOK_MS = 400
/** After an outage, whoever answered before it is let in first. */
const OTHERS_WAIT_MS = 2_000
/** How often who hands over looks whether somebody has taken. */
const TAKEN_LOOK_MS = 50

export type SorterKey = { site: string; sorter: string }
export type Owner = SorterKey & { owner: string; url: string; token: string }

type Ownership = {
  /** How others reach this process, and what opens its door to them. */
  self: { owner: string; url: string; token: string }
  sorters: () => SorterKey[]
  /** Takes over: afterwards this process answers for the sorter. */
  take: (key: SorterKey) => Promise<void>
  /** Somebody else answers for it by now. */
  lose: (key: SorterKey) => void
  /** Who answers, as the database says. */
  hear: (owners: Owner[]) => void
}

const nameOf = ({ site, sorter }: SorterKey): string => `${site} ${sorter}`

/**
 * Lets one process answer for each sorter: the one that holds its advisory lock. A process that dies loses its connection
 * and with it its locks, and another takes over at its next look. While the database is away nobody can take anything,
 * so who answered goes on answering; when it is back they take their locks again before anybody else.
 */
export function ownSorters({ self, sorters, take, lose, hear }: Ownership) {
  /** True: by lock. False: answered for, but the lock went with the connection. */
  const held = new Map<string, boolean>()
  let client: PoolClient | undefined
  let othersAfter = 0
  let isLeaving = false

  async function connect(): Promise<PoolClient> {
    const opened = await pool.connect()
    opened.on('error', () => {
      if (client !== opened) return
      client = undefined
      for (const name of held.keys()) held.set(name, false)
      othersAfter = performance.now() + OTHERS_WAIT_MS
      opened.release(true)
    })
    return opened
  }

  async function look(): Promise<void> {
    client ??= await connect()
    const isOthersTurn = performance.now() >= othersAfter
    const wanted = sorters().filter((key) => {
      const name = nameOf(key)
      return !isLeaving && held.get(name) !== true && (held.has(name) || isOthersTurn)
    })
    const rows = await tryLocks(client, wanted)
    for (const { site, sorter, taken } of rows) await settle({ site, sorter }, taken)
    hear(await readOwners(client))
  }

  async function settle(key: SorterKey, isTaken: boolean): Promise<void> {
    const name = nameOf(key)
    const wasHeld = held.has(name)
    if (!isTaken) {
      if (!wasHeld) return
      held.delete(name)
      lose(key)
      return
    }
    if (!wasHeld) await take(key)
    if (client) await writeOwner(client, { ...key, ...self })
    held.set(name, true)
  }

  const looks = lookAgainAndAgain(look)
  return {
    /** Looks now: at the start, and when an owner has gone. */
    look: looks.now,
    isMine: (key: SorterKey): boolean => held.has(nameOf(key)),
    /**
     * Answers for nothing any more, and takes nothing: another process may, as soon as what was decided here is recorded.
     * @returns when others have taken all, or within `patienceMs`
     */
    async handOver(record: () => Promise<void>, sayReleased: () => void, patienceMs: number) {
      const names = new Set(held.keys())
      isLeaving = true
      await looks.under()
      held.clear()
      await record()
      await client?.query('SELECT pg_advisory_unlock_all()').catch(() => {})
      sayReleased()
      if (client) await untilTaken(client, names, self.owner, patienceMs)
    },
    async close(): Promise<void> {
      await looks.end()
      client?.release(true)
      client = undefined
    },
  }
}

/** One look at a time, the next one a pause after it, or when somebody wants it now. */
function lookAgainAndAgain(look: () => Promise<void>) {
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined
  let isOver = false

  async function now(): Promise<void> {
    clearTimeout(timer)
    // Who still waits for an owner when all is closed must not open it again.
    if (isOver) return
    looking ??= look()
      .catch((error: unknown) => logger.debug({ error }, 'the owners of sorters could not be looked at'))
      .finally(() => {
        looking = undefined
        if (!isOver) timer = setTimeout(() => void now(), LOOK_MS)
      })
    return looking
  }

  return {
    now,
    under: () => looking,
    async end(): Promise<void> {
      isOver = true
      clearTimeout(timer)
      await looking
    },
  }
}

/** Waits until somebody else answers for all of these, but not for ever. */
async function untilTaken(client: PoolClient, names: Set<string>, self: string, patienceMs: number) {
  const until = performance.now() + patienceMs
  while (names.size > 0 && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, TAKEN_LOOK_MS))
    const owners = await readOwners(client).catch(() => [])
    for (const { owner, ...key } of owners) if (owner !== self) names.delete(nameOf(key))
  }
}

async function tryLocks(
  client: PoolClient,
  wanted: SorterKey[],
): Promise<(SorterKey & { taken: boolean })[]> {
  if (wanted.length === 0) return []
  const { rows } = await client.query<SorterKey & { taken: boolean }>({
    name: 'lock-sorters',
    text: `SELECT site, sorter, pg_try_advisory_lock($1, hashtext(site || ' ' || sorter)) AS taken
             FROM unnest($2::text[], $3::text[]) AS wanted(site, sorter)`,
    values: [BELT_LOCKS, wanted.map(({ site }) => site), wanted.map(({ sorter }) => sorter)],
  })
  return rows
}

async function writeOwner(client: PoolClient, { site, sorter, owner, url, token }: Owner): Promise<void> {
  await client.query({
    name: 'write-sorter-owner',
    text: `INSERT INTO sorter_owner (site_id, sorter, owner, url, token, since) VALUES ($1, $2, $3, $4, $5, now())
           ON CONFLICT (site_id, sorter) DO UPDATE SET owner = $3, url = $4, token = $5,
             since = CASE WHEN sorter_owner.owner = $3 THEN sorter_owner.since ELSE now() END`,
    values: [site, sorter, owner, url, token],
  })
}

async function readOwners(client: PoolClient): Promise<Owner[]> {
  const { rows } = await client.query<Owner>({
    name: 'read-sorter-owners',
    text: 'SELECT site_id AS site, sorter, owner, url, token FROM sorter_owner',
  })
  return rows
}
