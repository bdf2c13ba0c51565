import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'

export const metadata = { title: 'No such box' }

export default function NoSuchBox() {
  return (
    <>
      <PageHeading title="Boxes" />
      <EmptyState
        title="There is no such box"
        action={<LinkButton href="/conveyor/decisions">All scans</LinkButton>}
      >
        Nobody announced this label, and no scanner of your site has read it.
      </EmptyState>
    </>
  )
}
