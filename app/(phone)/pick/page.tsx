import { headers } from 'next/headers'
import { requirePerson } from '@/app/require-person'
import { OutboxProvider } from '@/components/outbox/use-outbox'
import { FIRST_TAP_SCRIPT } from '@/components/picking/phone/first-tap'
import { PhoneScreen } from '@/components/picking/phone/phone-screen'

export const metadata = { title: 'Picking' }

/** The picker's phone. It stands outside the frame of the other pages: its script must be small, and its screen whole. */
export default async function PickPage() {
  const { site, userId } = await requirePerson('picker')
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <OutboxProvider userId={userId}>
      <script nonce={nonce} suppressHydrationWarning>
        {FIRST_TAP_SCRIPT}
      </script>
      <PhoneScreen site={{ id: site.id, timeZone: site.timeZone }} />
    </OutboxProvider>
  )
}
