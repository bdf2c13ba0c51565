import { notFound } from 'next/navigation'
import { createLoader, type SearchParams } from 'nuqs/server'
import { z } from 'zod'
import { requirePerson } from '@/app/require-person'
import { deliveriesPath, deliverySearch, webhookPath } from '@/components/downstream/webhook-paths'
import { WebhookScreen } from '@/components/downstream/webhook-screen'
import { findWebhook, listDeliveries } from '@/lib/downstream/queries'

export const metadata = { title: 'Webhook' }

const loadSearch = createLoader(deliverySearch)
const PAGE = 50

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export default async function WebhookPage({ params, searchParams }: Props) {
  const { sites } = await requirePerson('manager')
  const id = z.uuid().safeParse((await params).id).data
  const search = await loadSearch(searchParams)
  const readAtMs = Date.now()
  const webhook = id && (await findWebhook(id))
  const site = webhook && sites.find((one) => one.id === webhook.site)
  if (!webhook || !site) notFound()
  const deliveries = await listDeliveries(webhook.id, {
    state: search.state ?? undefined,
    cursor: search.cursor ?? undefined,
    limit: PAGE,
  })
  return (
    <WebhookScreen
      site={site.id}
      initial={{ path: webhookPath(webhook.id), answer: webhook, readAtMs }}
      initialDeliveries={{ path: deliveriesPath(webhook.id, search), answer: deliveries, readAtMs }}
    />
  )
}
