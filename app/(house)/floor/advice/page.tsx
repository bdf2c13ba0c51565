import { requirePerson } from '@/app/require-person'
import { advicePath } from '@/components/floor/advice-paths'
import { AdviceScreen } from '@/components/floor/advice-screen'
import { findLayout } from '@/lib/floor/queries'
import { outlineOf } from '@/lib/floor/rules/outline-of'
import { readSlottingAdvice } from '@/lib/picking/read-slotting-advice'

export const metadata = { title: 'Slotting advice' }

export default async function AdvicePage() {
  const { site } = await requirePerson('manager')
  const readAtMs = Date.now()
  const [{ version, layout }, answer] = await Promise.all([
    findLayout(site.id),
    readSlottingAdvice(site.id, null),
  ])
  return (
    <AdviceScreen
      site={site.id}
      outline={version > 0 ? outlineOf(layout) : null}
      initial={{ path: advicePath(site.id), answer: { advice: answer }, readAtMs }}
    />
  )
}
