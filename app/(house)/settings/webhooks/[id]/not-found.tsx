import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'

export const metadata = { title: 'No such webhook' }

export default function NoSuchWebhook() {
  return (
    <>
      <PageHeading title="Webhooks" />
      <EmptyState
        title="There is no such webhook"
        action={<LinkButton href="/settings/webhooks">All webhooks</LinkButton>}
      >
        None of your sites has one of this name.
      </EmptyState>
    </>
  )
}
