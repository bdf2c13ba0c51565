'use client'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { RowButton } from '@/components/ui/row-button'
import { Sheet } from '@/components/ui/sheet'
import { LoadingRows } from '@/components/ui/skeleton'
import { StatePill } from '@/components/ui/state-pill'
import { Row, RowKeys, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { type ApiKey, type ApiKeyList, apiKeyListSchema } from '@/lib/sites/key-schema'
import { KeyDrawer } from './key-drawer'
import { keysPath } from './key-paths'
import { KEY_STATES } from './key-words'
import { NewKeyDialog } from './new-key-dialog'

const CLOCK_MS = 10_000

type Props = {
  site: string
  /** What a key may be made for; null is all sites, for who belongs to all. */
  sites: readonly (string | null)[]
  initial: Initial<ApiKeyList>
}

/** What machines come in with. */
export function KeysScreen({ site, sites, initial }: Props) {
  const [isMaking, setMaking] = useState(false)
  const [openId, setOpenId] = useState<string | null>(null)
  const list = useLiveQuery({
    ...{ site, topic: 'alerts', path: keysPath(site), schema: apiKeyListSchema, initial },
    everyMs: CLOCK_MS,
  })
  const open = list.data?.items.find(({ id }) => id === openId)
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <PageHeading title="Keys">what machines come in with</PageHeading>
        <Button look="primary" onPress={() => setMaking(true)}>
          <Plus size={14} aria-hidden="true" />
          Make a key
        </Button>
      </div>
      <RowKeys>
        <Sheet>
          <Answered query={list} loading={<LoadingRows rows={5} />}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState title="No key yet">
                  A till, a scanner or a shop sends a key with each request. It opens what its scopes say, at
                  its site.
                </EmptyState>
              ) : (
                <KeysTable keys={items} onOpen={setOpenId} />
              )
            }
          </Answered>
        </Sheet>
      </RowKeys>
      {isMaking ? <NewKeyDialog site={site} sites={sites} onClose={() => setMaking(false)} /> : null}
      {open ? <KeyDrawer key={open.id} site={site} apiKey={open} onClose={() => setOpenId(null)} /> : null}
    </div>
  )
}

function KeysTable({ keys, onOpen }: { keys: readonly ApiKey[]; onOpen: (id: string) => void }) {
  return (
    <Table label="Keys">
      <thead>
        <tr>
          <Th isWide>Name</Th>
          <Th from="md">Opens</Th>
          <Th from="md">Site</Th>
          <Th from="lg" align="right">
            Ends
          </Th>
          <Th align="right">Last used</Th>
          <Th align="right">State</Th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <Row key={key.id}>
            <KeyCells apiKey={key} onOpen={onOpen} />
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function KeyCells({ apiKey, onOpen }: { apiKey: ApiKey; onOpen: (id: string) => void }) {
  const { id, name, prefix, scopes, site, expiresAt, lastUsedAt, state } = apiKey
  return (
    <>
      <Td>
        <RowButton onPress={() => onOpen(id)}>{name}</RowButton>
        <span className="block font-mono text-ink-soft text-xs">{prefix}…</span>
      </Td>
      <Td from="md">{scopes.join(', ')}</Td>
      <Td from="md">
        {site === null ? 'All sites' : <span className="whitespace-nowrap font-mono text-xs">{site}</span>}
      </Td>
      <Td from="lg" align="right">
        <span className="text-ink-soft">{expiresAt ? <Time at={expiresAt} /> : 'never'}</span>
      </Td>
      <Td align="right">
        <span className="text-ink-soft">{lastUsedAt ? <Time at={lastUsedAt} /> : 'never'}</span>
      </Td>
      <Td align="right">
        <StatePill state={KEY_STATES[state].state}>{KEY_STATES[state].text}</StatePill>
      </Td>
    </>
  )
}
