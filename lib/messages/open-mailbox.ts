import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { logger } from '@/lib/platform/logger'
import { receiveMail } from './receive-mail'

const SLOW_MS = 5_000
const SIZE_BYTES = 1_048_576

/** Nobody lives there: how a mail to an address that does not exist is tried out. */
const BOUNCES = '@bounces.example'
const nobody = (address: string) =>
  Object.assign(new Error(`5.1.1 There is no mailbox ${address}`), { responseCode: 550 })

type Fault = 'ok' | 'down' | 'slow'
type Taken = (error?: Error | null) => void

/**
 * The built-in mail server: takes mail for anybody by real SMTP on this machine and keeps it in the mailbox. It says
 * yes only when the mail is stored. `down` closes its port, `slow` makes every mail take 5 s.
 */
export async function openMailbox({ port }: { port: number }) {
  let fault: Fault = 'ok'
  let server = await listen(port, () => fault)
  const kept = portOf(server)
  return {
    url: `smtp://127.0.0.1:${kept}`,
    async setFault(state: Fault): Promise<void> {
      const wasDown = fault === 'down'
      fault = state
      if (state === 'down' && !wasDown) await close(server)
      if (state !== 'down' && wasDown) server = await listen(kept, () => fault)
    },
    close: async (): Promise<void> => {
      if (fault !== 'down') await close(server)
    },
  }
}

async function listen(port: number, fault: () => Fault): Promise<SMTPServer> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: SIZE_BYTES,
    rejectOversized: true,
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, taken) => taken(address.endsWith(BOUNCES) ? nobody(address) : null),
    onData: (stream, session, taken) => {
      take(stream, session, fault() === 'slow').then(() => taken(), refused(taken))
    },
  })
  server.on('error', (error) => logger.warn({ error }, 'the built-in mailbox'))
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return server
}

async function take(stream: SMTPServerDataStream, session: SMTPServerSession, slow: boolean): Promise<void> {
  const raw = await buffer(stream)
  // The server answers 552 by itself, but hands the mail over all the same.
  if (stream.sizeExceeded) return
  if (slow) await new Promise((resolve) => setTimeout(resolve, SLOW_MS))
  const { mailFrom, rcptTo } = session.envelope
  const from = mailFrom === false ? '' : mailFrom.address
  for (const { address } of rcptTo) await receiveMail(raw, { from, to: address })
}

function refused(taken: Taken) {
  return (error: unknown): void => {
    // 4xx: the sender keeps the mail and tries again.
    const later = Object.assign(new Error('the mailbox cannot store mail now'), { responseCode: 451 })
    logger.warn({ error }, 'a mail was not stored')
    taken(later)
  }
}

function close(server: SMTPServer): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}

function portOf(server: SMTPServer): number {
  const address = server.server.address()
  if (typeof address !== 'object' || !address) throw new Error('the mailbox has no port')
  return address.port
}
