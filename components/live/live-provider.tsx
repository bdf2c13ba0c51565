'use client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react'
import { FetchProblem } from './fetch-json'
import { type ConnectionState, LiveConnection } from './live-connection'
import { refetcher } from './refetcher'

const ConnectionContext = createContext<LiveConnection | null>(null)

/** Around everything that shows live things: one query cache and one socket. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const [{ client, connection }] = useState(createLive)
  useEffect(() => connection.open(), [connection])
  return (
    <QueryClientProvider client={client}>
      <ConnectionContext value={connection}>{children}</ConnectionContext>
    </QueryClientProvider>
  )
}

function createLive() {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        // A live query is told when it is stale; half a minute covers what was drawn before the socket was up.
        staleTime: 30_000,
        // A refusal stays a refusal; only what may pass is tried again.
        retry: (failures, error) => failures < 2 && !(error instanceof FetchProblem && error.status < 500),
      },
    },
  })
  const { changed, caughtUp } = refetcher(client)
  return { client, connection: new LiveConnection({ onChange: changed, onJoined: caughtUp }) }
}

export function useConnection(): LiveConnection {
  const connection = use(ConnectionContext)
  if (!connection) throw new Error('outside of LiveProvider')
  return connection
}

/** How the page is connected right now; the server cannot know, so it draws `reconnecting`. */
export function useConnectionState(): ConnectionState {
  const connection = useConnection()
  return useSyncExternalStore(connection.watch, connection.state, () => 'reconnecting')
}
