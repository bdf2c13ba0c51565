import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { createLoader, type SearchParams } from 'nuqs/server'
import { requirePerson } from '@/app/require-person'
import { ordersPath, owedSearch } from '@/components/orders/order-paths'
import { OwedOrders } from '@/components/orders/owed-orders'
import { queuePath } from '@/components/queue-health/queue-paths'
import { QueueScreen } from '@/components/queue-health/queue-screen'
import { runSearch, runsPath } from '@/components/queue-health/run-paths'
import { RunsPanel } from '@/components/queue-health/runs-panel'
import { Notice } from '@/components/ui/notice'
import { keepsRuns, listRuns } from '@/inngest/runs'
import { listOrders } from '@/lib/orders/queries'
import { type DeferredKind, deferredKindSchema } from '@/lib/orders/schema'
import { findQueue } from '@/lib/queue-health/queries'
import { queueTitle } from '@/lib/queue-health/rules/queue-words'

type Props = { params: Promise<{ name: string }>; searchParams: Promise<SearchParams> }
const PAGE = 50

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: queueTitle(decodeURIComponent((await params).name)) }
}

export default async function QueuePage({ params, searchParams }: Props) {
  const { site } = await requirePerson('manager')
  const name = decodeURIComponent((await params).name)
  const now = new Date()
  const answer = await findQueue([site.id], name, now)
  if (!answer) notFound()
  const step = deferredKindSchema.safeParse(name).data
  return (
    <QueueScreen site={site.id} initial={{ path: queuePath(site.id, name), answer, readAtMs: now.getTime() }}>
      {step ? <Orders site={site.id} step={step} searchParams={searchParams} /> : null}
      {answer.queue.kind === 'function' ? (
        <Runs site={site.id} functionId={name} searchParams={searchParams} />
      ) : null}
    </QueueScreen>
  )
}

const loadOwed = createLoader(owedSearch)

type OrdersProps = Pick<Props, 'searchParams'> & { site: string; step: DeferredKind }

async function Orders({ site, step, searchParams }: OrdersProps) {
  const { standing, cursor } = await loadOwed(searchParams)
  const path = ordersPath(site, {
    query: '',
    status: null,
    since: null,
    placedSince: null,
    step,
    standing,
    cursor,
  })
  const readAtMs = Date.now()
  const answer = await listOrders({
    siteIds: [site],
    step,
    standing: standing ?? undefined,
    cursor: cursor ?? undefined,
    limit: PAGE,
  })
  return <OwedOrders site={site} step={step} initial={{ path, answer, readAtMs }} />
}

const loadRuns = createLoader(runSearch)

type RunsProps = Pick<Props, 'searchParams'> & { site: string; functionId: string }

async function Runs({ site, functionId, searchParams }: RunsProps) {
  if (!keepsRuns)
    return (
      <Notice state="stopped" title="Runs are kept by the Inngest server.">
        They are read, cancelled and replayed on its own screen.
      </Notice>
    )
  const search = await loadRuns(searchParams)
  const readAtMs = Date.now()
  const answer = await listRuns(
    { functionId, status: search.status ?? undefined, cursor: search.cursor ?? undefined, limit: PAGE },
    [site],
  )
  const initial = { path: runsPath(functionId, search), answer, readAtMs }
  return <RunsPanel site={site} functionId={functionId} initial={initial} />
}
