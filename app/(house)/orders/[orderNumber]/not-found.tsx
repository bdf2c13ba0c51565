import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'

export const metadata = { title: 'No such order' }

export default function NoSuchOrder() {
  return (
    <>
      <PageHeading title="Orders" />
      <EmptyState
        title="There is no such order"
        action={<LinkButton href="/orders">Search the orders</LinkButton>}
      >
        No order of your sites has this number. Search by the customer’s e-mail or name instead.
      </EmptyState>
    </>
  )
}
