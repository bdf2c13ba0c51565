import { requirePerson } from '@/app/require-person'
import { webhooksPath } from '@/components/downstream/webhook-paths'
import { WebhooksScreen } from '@/components/downstream/webhooks-screen'
import { listWebhooks } from '@/lib/downstream/queries'

export const metadata = { title: 'Webhooks' }

export default async function WebhooksPage() {
  const { site } = await requirePerson('manager')
  const readAtMs = Date.now()
  const answer = { items: await listWebhooks([site.id]) }
  return <WebhooksScreen site={site.id} initial={{ path: webhooksPath(site.id), answer, readAtMs }} />
}
