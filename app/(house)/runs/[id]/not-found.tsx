import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'

export const metadata = { title: 'No such run' }

export default function NoSuchRun() {
  return (
    <>
      <PageHeading title="Runs" />
      <EmptyState title="There is no such run" action={<LinkButton href="/queues">All queues</LinkButton>}>
        Runs are kept for a while after they have ended, then forgotten.
      </EmptyState>
    </>
  )
}
