import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'

export const metadata = { title: 'No such queue' }

export default function NoSuchQueue() {
  return (
    <>
      <PageHeading title="Queues" />
      <EmptyState title="There is no such queue" action={<LinkButton href="/queues">All queues</LinkButton>}>
        Neither a step of the orders nor a function of the night shift has this name.
      </EmptyState>
    </>
  )
}
