import { io } from 'socket.io-client'

/** Hears what changes at a site, and asks the API for what it needs to know. Gives a way to hang up. */
export function hearChanges(url, apiKey, site, hear) {
  const socket = io(url, { transports: ['websocket'], auth: { apiKey } })
  // A new connection, also after a break, is in no room yet; what was missed meanwhile is fetched.
  socket.on('connect', async () => {
    const joined = await socket.emitWithAck('join', `site:${site}:orders`)
    if (!joined.ok) throw new Error(joined.detail)
    hear({ event: 'connected' })
  })
  socket.on('change', hear)
  return () => socket.close()
}
