import { requirePerson } from '@/app/require-person'
import { OwnAccountScreen } from '@/components/settings/own-account-screen'

export const metadata = { title: 'You' }

export default async function OwnAccountPage() {
  const { site, email } = await requirePerson('manager', 'support', 'picker')
  return <OwnAccountScreen site={site.id} email={email} />
}
