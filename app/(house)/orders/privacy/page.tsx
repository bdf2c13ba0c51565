import { requirePerson } from '@/app/require-person'
import { PrivacyScreen } from '@/components/support/privacy-screen'
import { readRetention } from '@/lib/support/set-retention'

export const metadata = { title: 'Customers’ data' }

export default async function PrivacyPage() {
  const { site, role } = await requirePerson('manager', 'support')
  return <PrivacyScreen retention={await readRetention(site.id)} mayChange={role === 'manager'} />
}
