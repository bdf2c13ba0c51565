import type { Socket } from 'socket.io'
import type { LiveTopic } from './live-change'
import { logger } from './logger'

/** What a connection may hear of a site. */
export type Listener = { mayHear: (site: string, topic: LiveTopic) => boolean }
/** Who is asking, by the handshake's headers and `auth`; null refuses the connection. */
export type AdmitSocket<Who> = (headers: Headers, auth: Record<string, unknown>) => Promise<Who | null>

const ASK_AGAIN_MS = 30_000

/** Lets in whom `admit` knows, and keeps who it is as the connection's `data`. */
export function admitting<Who>(admit: AdmitSocket<Who>) {
  return (socket: Socket, next: (error?: Error) => void): void => {
    admit(headersOf(socket), socket.handshake.auth).then(
      (who) => {
        socket.data = who
        next(who === null ? new Error('unauthorized') : undefined)
      },
      (error: unknown) => {
        logger.error({ error }, 'a socket could not be identified')
        next(new Error('unavailable'))
      },
    )
  }
}

/**
 * A connection lives for days, a session or a key may end sooner: who was let in is asked again every 30 s. While the database
 * is away nobody can be asked, and nobody is sent away.
 * @param changed called when it is known anew who it is
 */
export function keepAdmitting<Who>(
  socket: Socket,
  admit: AdmitSocket<Who>,
  changed: (socket: Socket) => void = () => {},
): void {
  const askAgain = (): void => {
    admit(headersOf(socket), socket.handshake.auth).then(
      (who) => {
        socket.data = who
        if (who === null) socket.disconnect(true)
        else changed(socket)
      },
      () => {},
    )
  }
  const timer = setInterval(askAgain, ASK_AGAIN_MS).unref()
  socket.once('disconnect', () => clearInterval(timer))
}

function headersOf({ handshake }: Socket): Headers {
  const { cookie, authorization, host, origin } = handshake.headers
  const headers = new Headers()
  // A session is valid for the address it was made at.
  if (host) headers.set('host', host)
  // A cookie travels by itself, also with a connection that a page of somebody else opens.
  const isOurs = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
  if (cookie && isOurs) headers.set('cookie', cookie)
  const key: unknown = handshake.auth.apiKey
  if (typeof key === 'string') headers.set('authorization', `Bearer ${key}`)
  else if (authorization) headers.set('authorization', authorization)
  return headers
}
