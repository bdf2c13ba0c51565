import { OctagonX } from 'lucide-react'
import { BigButton } from '@/components/ui/big-button'

/** Stop: what was scanned, and what is needed. The right scan goes on, too. */
export function WrongScan({ title, text, onAgain }: { title: string; text: string; onAgain: () => void }) {
  return (
    <section role="alert" className="flex flex-col gap-3 rounded-md bg-failed p-4 text-surface">
      <p className="flex items-center gap-3 font-bold text-2xl">
        <OctagonX size={36} aria-hidden="true" className="shrink-0" />
        {title}
      </p>
      <p className="text-lg leading-snug">{text}</p>
      <BigButton look="outline" onPress={onAgain}>
        Scan again
      </BigButton>
    </section>
  )
}
