import { requirePerson } from '@/app/require-person'
import { pickingRulesPath } from '@/components/picking/rules/rule-form'
import { RulesScreen } from '@/components/picking/rules/rules-screen'
import { readPickingRules } from '@/lib/picking/read-picking-rules'

export const metadata = { title: 'Picking rules' }

export default async function PickingRulesPage() {
  const { site } = await requirePerson('manager')
  const readAtMs = Date.now()
  const answer = await readPickingRules(site.id)
  return <RulesScreen site={site.id} initial={{ path: pickingRulesPath(site.id), answer, readAtMs }} />
}
