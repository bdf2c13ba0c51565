import Link from 'next/link'
import { Panel } from '@/components/ui/panel'
import type { State } from '@/components/ui/state'
import { StateMark } from '@/components/ui/state-mark'
import { Time } from '@/components/ui/time'
import type { OrderPage, Told } from '@/lib/support/schema'

const MARKS: Record<Told['state'], State> = { told: 'done', owed: 'waiting', refused: 'failed' }

/** What the customer was told beside what is true. */
export function ToldAndTrue({ order, hasMailbox }: { order: OrderPage; hasMailbox: boolean }) {
  const mailbox = hasMailbox ? (
    <Link
      href={`/mailbox?order=${order.orderNumber}`}
      className="underline underline-offset-4 hover:text-ink"
    >
      Read the mails
    </Link>
  ) : null
  return (
    <div className="grid gap-4 md:gap-5 lg:grid-cols-2">
      <Panel title="What the customer was told" aside={mailbox}>
        <ul className="flex flex-col gap-3">
          {order.told.map((told) => (
            <li key={`${told.at} ${told.text}`} className="flex gap-2.5 text-sm">
              <span className="mt-0.5">
                <StateMark state={MARKS[told.state]} size={15} />
              </span>
              <span className="min-w-0">
                <span className="block break-words text-ink">{told.text}</span>
                {told.why ? (
                  <span className="block break-words font-mono text-failed text-xs">{told.why}</span>
                ) : null}
                <span className="text-ink-soft text-xs">
                  <Time at={told.at} />
                </span>
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title="What is true">
        <ul className="flex flex-col gap-2.5 text-ink text-sm">
          {order.truth.map((sentence) => (
            <li key={sentence} className="break-words">
              {sentence}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
