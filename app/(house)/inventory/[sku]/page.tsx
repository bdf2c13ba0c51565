import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { itemPath } from '@/components/inventory/item-paths'
import { ItemScreen } from '@/components/inventory/item-screen'
import { calendarPath } from '@/components/replenishment/calendar-paths'
import { DemandPanel } from '@/components/replenishment/demand-panel'
import { dayAt, demandPath, firstShown, forecastPath } from '@/components/replenishment/demand-paths'
import { ReorderPanel } from '@/components/replenishment/reorder-panel'
import { findStock } from '@/lib/inventory/queries'
import { findDemand, readCalendar, readForecast } from '@/lib/replenishment/queries'

type Props = { params: Promise<{ sku: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { sku } = await params
  return { title: `${decodeURIComponent(sku)} in stock` }
}

export default async function ItemPage({ params }: Props) {
  const { site, clientId } = await requirePerson('manager')
  const sku = decodeURIComponent((await params).sku)
  const readAtMs = Date.now()
  const answer = await findStock(sku, [site.id])
  if (!answer) notFound()
  const today = dayAt(site.timeZone, new Date(readAtMs))
  const from = firstShown(today)
  const asked = { site: site.id, sku: answer.sku }
  const [days, forecast, calendar] = await Promise.all([
    findDemand({ ...asked, from }),
    readForecast(site.id, answer.sku),
    readCalendar({ site: site.id, from }),
  ])
  const demand = { items: days, nextCursor: null }
  const forecasts = { items: forecast ? [forecast] : [], nextCursor: null }
  return (
    <ItemScreen
      site={site.id}
      actor={clientId}
      initial={{ path: itemPath(site.id, answer.sku), answer, readAtMs }}
    >
      <ReorderPanel site={site.id} sku={answer.sku} />
      <DemandPanel
        {...{ ...asked, from, today }}
        demand={{ path: demandPath(site.id, answer.sku, from), answer: demand, readAtMs }}
        forecast={{ path: forecastPath(site.id, answer.sku), answer: forecasts, readAtMs }}
        calendar={{ path: calendarPath(site.id, from), answer: calendar, readAtMs }}
      />
    </ItemScreen>
  )
}
