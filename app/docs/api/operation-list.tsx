'use client'
import Link from 'next/link'
import { parseAsString, useQueryState } from 'nuqs'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { Suspense } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { Panel } from '@/components/ui/panel'
import { SearchField } from '@/components/ui/search-field'
import { Words } from '../words'
import { Method } from './method'

type Listed = { id: string; room: string; summary: string; method: string; path: string }

/** All operations by room, and those that a search finds: by any part of their name, path or summary. */
export function OperationList({ operations }: { operations: Listed[] }) {
  return (
    <NuqsAdapter>
      <Suspense>
        <Searched operations={operations} />
      </Suspense>
    </NuqsAdapter>
  )
}

function Searched({ operations }: { operations: Listed[] }) {
  const [query, setQuery] = useQueryState(
    'q',
    parseAsString.withDefault('').withOptions({ history: 'replace' }),
  )
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found = operations.filter((one) => {
    const text = Object.values(one).join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const rooms = [...new Set(found.map(({ room }) => room))].sort()
  return (
    <>
      <SearchField
        label="Search the API"
        placeholder="A path, a name, a word"
        value={query}
        onChange={(text) => void setQuery(text || null)}
      />
      <p role="status" className="sr-only">{`${found.length} operations`}</p>
      <nav aria-label="Rooms" className="flex flex-wrap gap-2 text-sm">
        {rooms.map((room) => (
          <a
            key={room}
            href={`#${room}`}
            className="rounded-full border border-line px-3 py-1 hover:bg-inset"
          >
            {room}
          </a>
        ))}
      </nav>
      {rooms.length === 0 ? (
        <EmptyState title="Nothing is called that">Try one word of it.</EmptyState>
      ) : null}
      {rooms.map((room) => (
        <div key={room} id={room} className="scroll-mt-4">
          <Panel title={room} flush>
            <ul className="divide-y divide-line">
              {found
                .filter((one) => one.room === room)
                .map((one) => (
                  <Row key={one.id} operation={one} />
                ))}
            </ul>
          </Panel>
        </div>
      ))}
    </>
  )
}

function Row({ operation: { id, method, path, summary } }: { operation: Listed }) {
  return (
    <li className="relative px-4 py-2.5 hover:bg-inset">
      <Link
        href={`/docs/api/${id}`}
        aria-label={`${method} ${path}`}
        className="flex flex-wrap items-baseline gap-x-3 after:absolute after:inset-0"
      >
        <Method method={method} />
        <span className="min-w-0 break-all font-mono text-xs">{path}</span>
      </Link>
      <p className="mt-0.5 text-ink-soft text-sm">
        <Words text={summary} />
      </p>
    </li>
  )
}
