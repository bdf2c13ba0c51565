'use client'
import { Plus } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Button } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { RowButton } from '@/components/ui/row-button'
import { Sheet } from '@/components/ui/sheet'
import { LoadingRows } from '@/components/ui/skeleton'
import { Row, RowKeys, Table, Td, Th } from '@/components/ui/table'
import { type SiteEntry, type SiteList, siteListSchema } from '@/lib/sites/site-schema'
import { NewSiteDialog } from './new-site-dialog'
import { SiteDrawer } from './site-drawer'
import { SITES_PATH } from './site-paths'

/** The sites that one belongs to, and what is set of each. */
export function SitesScreen({ site, initial }: { site: string; initial: Initial<SiteList> }) {
  const [isOpening, setOpening] = useState(false)
  const [openId, setOpenId] = useState<string | null>(null)
  const list = useLiveQuery({
    ...{ site, topic: 'alerts', path: SITES_PATH, schema: siteListSchema, initial },
  })
  const open = list.data?.items.find(({ id }) => id === openId)
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <PageHeading title="Sites">that you belong to</PageHeading>
        <Button look="primary" onPress={() => setOpening(true)}>
          <Plus size={14} aria-hidden="true" />
          Open a site
        </Button>
      </div>
      <RowKeys>
        <Sheet>
          <Answered query={list} loading={<LoadingRows rows={3} />}>
            {({ items }) => <SitesTable sites={items} onOpen={setOpenId} />}
          </Answered>
        </Sheet>
      </RowKeys>
      {isOpening ? <NewSiteDialog site={site} onClose={() => setOpening(false)} /> : null}
      {open ? <SiteDrawer key={open.id} site={site} entry={open} onClose={() => setOpenId(null)} /> : null}
    </div>
  )
}

const LINKS = [
  { text: 'Layout', path: '/floor/layout' },
  { text: 'Picking rules', path: '/picking/rules' },
  { text: 'Conveyor', path: '/conveyor' },
]

function SitesTable({ sites, onOpen }: { sites: readonly SiteEntry[]; onOpen: (id: string) => void }) {
  return (
    <Table label="Sites">
      <thead>
        <tr>
          <Th isWide>Site</Th>
          <Th from="md">Clock</Th>
          <Th from="lg">Money</Th>
          <Th align="right">People</Th>
          <Th align="right">Bins</Th>
          <Th from="md">Also of it</Th>
        </tr>
      </thead>
      <tbody>
        {sites.map((entry) => (
          <Row key={entry.id}>
            <Td>
              <RowButton onPress={() => onOpen(entry.id)}>{entry.name}</RowButton>
              <span className="block font-mono text-ink-soft text-xs">{entry.id}</span>
            </Td>
            <Td from="md">{entry.timeZone}</Td>
            <Td from="lg">{entry.currency}</Td>
            <Td align="right">{entry.people}</Td>
            <Td align="right">{entry.bins.toLocaleString('en')}</Td>
            <Td from="md">
              <span className="relative z-1 flex gap-3 whitespace-nowrap">
                {LINKS.map(({ text, path }) => (
                  <Link
                    key={path}
                    href={`${path}?site=${encodeURIComponent(entry.id)}`}
                    className="text-ink-soft underline underline-offset-4 hover:text-ink"
                  >
                    {text}
                  </Link>
                ))}
              </span>
            </Td>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
