'use client'
import { useQueryStates } from 'nuqs'
import { useState } from 'react'
import { Answered } from '@/components/live/answered'
import { useChange } from '@/components/live/use-change'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Pager } from '@/components/ui/pager'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import { RowKeys } from '@/components/ui/table'
import { ImportDrop } from './import-drop'
import { wrongWithFile } from './import-files'
import { type ImportList, importListSchema, importSearch, importsPath } from './import-paths'
import { ImportReport } from './import-report'
import { ImportsTable } from './imports-table'
import { InventoryHeading } from './inventory-heading'
import { sendFile } from './send-file'

const CLOCK_MS = 5_000

/** Stock events from a file: sent, watched while they are read, and what was wrong with them. */
export function ImportScreen({ site, initial }: { site: string; initial: Initial<ImportList> }) {
  const [search, setSearch] = useQueryStates(importSearch)
  const { change, isPending } = useChange(site, 'floor')
  const [wrong, setWrong] = useState<string | null>(null)
  const imports = useLiveQuery({
    site,
    topic: 'floor',
    path: importsPath(site, search.cursor),
    schema: importListSchema,
    initial,
    everyMs: CLOCK_MS,
  })
  const take = async (file: File) => {
    const problem = wrongWithFile(file)
    setWrong(problem)
    if (problem !== null) return
    const send = async () => {
      const id = await sendFile(site, file)
      await setSearch({ import: id, cursor: null }, { history: 'push' })
      return `${file.name} is being read`
    }
    await change({ send, failed: `${file.name} was not taken` })
  }
  return (
    <div className="flex flex-col gap-4">
      <InventoryHeading />
      <ImportDrop isPending={isPending} onFile={(file) => void take(file)} />
      {wrong ? (
        <Notice state="failed" role="alert" title={wrong}>
          Nothing was sent.
        </Notice>
      ) : null}
      {search.import ? <ImportReport site={site} id={search.import} /> : null}
      <Panel title="Imports" aside="newest first" flush>
        <Answered query={imports} loading={<LoadingRows rows={4} />}>
          {({ items, nextCursor }) =>
            items.length === 0 ? (
              <EmptyState title="No import yet">
                A file that is read appears here, with its report.
              </EmptyState>
            ) : (
              <RowKeys>
                <ImportsTable
                  imports={items}
                  onOpen={(id) => void setSearch({ import: id }, { history: 'push', scroll: true })}
                />
                <Pager
                  isFirst={search.cursor === null}
                  nextCursor={nextCursor}
                  onGo={(cursor) => void setSearch({ cursor }, { history: 'push' })}
                />
              </RowKeys>
            )
          }
        </Answered>
      </Panel>
    </div>
  )
}
