import type { ReactNode } from 'react'
import { requirePerson } from '@/app/require-person'
import { OutboxBar } from '@/components/outbox/outbox-bar'
import { OutboxProvider } from '@/components/outbox/use-outbox'

/** Around the work beside tours: what is done there waits in the phone's one outbox. */
export default async function WorkLayout({ children }: { children: ReactNode }) {
  const { userId } = await requirePerson('picker', 'manager')
  return (
    <OutboxProvider userId={userId}>
      <OutboxBar />
      {children}
    </OutboxProvider>
  )
}
