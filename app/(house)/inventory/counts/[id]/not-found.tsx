import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'

export const metadata = { title: 'No such count' }

export default function NoSuchCount() {
  return (
    <>
      <PageHeading title="Inventory" />
      <EmptyState
        title="There is no such count"
        action={<LinkButton href="/inventory/counts">All counts</LinkButton>}
      >
        No count of your site has this number.
      </EmptyState>
    </>
  )
}
