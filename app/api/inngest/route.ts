import { serve } from 'inngest/next'
import { embedded, inngest } from '@/inngest/client'
import { functions } from '@/inngest/registry'
import { readEnvironment } from '@/lib/platform/environment'
import { noSuchAddress } from '../no-such-address'

/**
 * Where an Inngest server calls the functions; no door at all when the engine is embedded. Every request must be
 * signed, also the one that registers, and the address that is registered is ours, whatever its Host header says.
 */
const { GET, POST, PUT } = embedded
  ? { GET: noSuchAddress, POST: noSuchAddress, PUT: noSuchAddress }
  : openToServer()

function openToServer() {
  const { INNGEST_SERVE_ORIGIN, STOWLINE_URL, PORT } = readEnvironment()
  const serveOrigin = INNGEST_SERVE_ORIGIN ?? STOWLINE_URL ?? `http://localhost:${PORT}`
  return serve({ client: inngest, functions, enableUnauthedSync: false, serveOrigin })
}

export { GET, noSuchAddress as DELETE, noSuchAddress as PATCH, POST, PUT }
