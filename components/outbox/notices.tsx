import { BigButton } from '@/components/ui/big-button'
import type { Notice } from './outbox-record'

/** What the server said that must be read, the newest first: it is about where one stands now. It blocks nothing. */
export function Notices({
  notices,
  onDismiss,
}: {
  notices: readonly Notice[]
  onDismiss: (id: string) => void
}) {
  const first = notices.at(-1)
  if (!first) return null
  return (
    <section
      role="alert"
      className="flex flex-col gap-3 rounded-md border-2 border-late bg-late-tint p-4 text-ink"
    >
      <p className="font-semibold text-lg leading-snug">{first.title}</p>
      <p className="text-base">{first.text}</p>
      <BigButton look="outline" onPress={() => onDismiss(first.id)}>
        {notices.length > 1 ? `Understood, ${notices.length - 1} more` : 'Understood'}
      </BigButton>
    </section>
  )
}
