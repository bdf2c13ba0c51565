import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'

export const metadata = { title: 'Said twice' }

const KEYS = [
  [
    'An order',
    'Idempotency-Key',
    'Any string of 1 to 255 characters, fresh for each order; quoted or bare. The same key and body within 24 h gives the first answer again, also a refusal. Another body under it: 422. Still under way: 409 without errors; ask again.',
  ],
  [
    'Stock events',
    'source and id',
    'The pair names an event for ever. Told again it is counted under duplicates and changes nothing.',
  ],
  [
    'Picks, counts, stows, moves',
    'operationId',
    'A UUID that the device makes for each act. Said again, the same result.',
  ],
  ['Parcels', 'operationId, or the totes', 'The same totes are the same parcel.'],
  ['Scans', 'scanner and seq', 'The same answer, and one decision.'],
  [
    'Refunds, returns, cancelling',
    'the order itself',
    'What has happened is answered as it is; nothing is refunded or taken back twice.',
  ],
  ['What is PUT', 'the address', 'It is so afterwards, however often it is said.'],
] as const

/** What may be sent again after a lost answer, and what makes it count once. */
export default function IdempotencyPage() {
  return (
    <main className="flex flex-col gap-4">
      <PageHeading title="Said twice">and counted once</PageHeading>
      <Panel title="When to send again">
        <p className="text-sm">
          No answer, 502, 503 or 504: send the very same again under the same key, at first after a second,
          then more rarely. 429: nothing was taken; send it again after <code>Retry-After</code>. Any other
          4xx stays what it is.
        </p>
      </Panel>
      <Panel title="What makes it the same" flush>
        <dl className="divide-y divide-line">
          {KEYS.map(([what, key, meaning]) => (
            <div
              key={what}
              className="grid gap-x-4 gap-y-0.5 px-4 py-2.5 text-sm sm:grid-cols-[14rem_minmax(0,1fr)]"
            >
              <dt>
                {what}
                <span className="block font-mono text-ink-soft text-xs">{key}</span>
              </dt>
              <dd className="text-ink-soft">{meaning}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </main>
  )
}
