import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'

export const metadata = { title: 'No such item' }

export default function NoSuchItem() {
  return (
    <>
      <PageHeading title="Inventory" />
      <EmptyState
        title="There is no such item"
        action={<LinkButton href="/inventory">Search the inventory</LinkButton>}
      >
        The catalogue has no item with this SKU. Search by its name or GTIN instead.
      </EmptyState>
    </>
  )
}
