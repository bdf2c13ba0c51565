import type { EventEmitter } from 'node:events'
import type { Socket } from 'node:net'
import pg from 'pg'

/** What pg keeps to itself of a connection: the messages of COPY, in both directions. */
type Wire = EventEmitter & { stream: Socket; sendCopyFromChunk: (chunk: Buffer) => void }

/** A connection that speaks Postgres's streaming replication protocol (chapter 54.4 of its manual). */
export type Replication = {
  ask: (command: string) => Promise<Record<string, string>[]>
  /**
   * Carries out a command that answers in messages of COPY, and ends with it. A promise that `take` answers holds the
   * stream up, so that nothing piles up in memory. `begun` is called when we may speak too.
   */
  stream: (
    command: string,
    take: (message: Buffer) => Promise<unknown> | undefined,
    begun?: () => void,
  ) => Promise<void>
  /** Says something while a stream runs in both directions. */
  say: (message: Buffer) => void
  close: () => Promise<void>
}

/**
 * @param name how the server knows us: what it waits for where it commits synchronously
 * @throws Error when the server is away, or has no room for replicas (`max_wal_senders`)
 */
export async function openReplication(url: string, name: string): Promise<Replication> {
  const settings = { connectionString: url, application_name: name, replication: 'true' }
  const client = new pg.Client(settings)
  let failed: Error | undefined
  client.on('error', (error) => {
    failed = error
  })
  await client.connect()
  const wire = (client as unknown as { connection: Wire }).connection
  return {
    ask: async (command) => (await client.query<Record<string, string>>(command)).rows,
    async stream(command, take, begun = () => {}) {
      let refused: unknown
      const listen = ({ chunk }: { chunk: Buffer }): void => {
        // The parser reads the next message into the same memory.
        const taken = take(Buffer.from(chunk))
        if (!taken) return
        wire.stream.pause()
        taken.then(
          () => wire.stream.resume(),
          (error: unknown) => {
            refused = error
            wire.stream.destroy()
          },
        )
      }
      wire.on('copyData', listen).once('replicationStart', begun)
      try {
        await client.query(command)
      } catch (error) {
        throw refused ?? failed ?? error
      } finally {
        wire.off('copyData', listen).off('replicationStart', begun)
      }
    },
    say: (message) => wire.sendCopyFromChunk(message),
    close: () => client.end().catch(() => {}),
  }
}
