import { requirePerson } from '@/app/require-person'
import { LayoutScreen } from '@/components/floor/layout-screen'
import { findLayout } from '@/lib/floor/queries'
import { outlineOf } from '@/lib/floor/rules/outline-of'

export const metadata = { title: 'Hall layout' }

export default async function LayoutPage() {
  const { site } = await requirePerson('manager')
  const { version, layout } = await findLayout(site.id)
  return <LayoutScreen site={site.id} version={version} outline={version > 0 ? outlineOf(layout) : null} />
}
