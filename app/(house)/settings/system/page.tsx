import { requirePerson } from '@/app/require-person'
import { SystemScreen } from '@/components/system/system-screen'
import { SYSTEM_PATH } from '@/components/system/system-words'
import { describeSystem } from '@/lib/system/describe-system'

export const metadata = { title: 'System' }

export default async function SystemPage() {
  const { site } = await requirePerson('manager')
  const now = new Date()
  const answer = await describeSystem(now)
  return <SystemScreen site={site.id} initial={{ path: SYSTEM_PATH, answer, readAtMs: now.getTime() }} />
}
