import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'

export const metadata = { title: 'No such dead letter' }

export default function NoSuchDeadLetter() {
  return (
    <>
      <PageHeading title="Dead letters" />
      <EmptyState
        title="There is no such dead letter"
        action={<LinkButton href="/dead-letters">All dead letters</LinkButton>}
      >
        None of your sites has one of this name.
      </EmptyState>
    </>
  )
}
