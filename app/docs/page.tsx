import Link from 'next/link'
import { PageHeading } from '@/components/ui/page-heading'

export const metadata = { title: 'Documentation' }

const PARTS = [
  [
    '/docs/api',
    'API',
    'Every address: who may call it, what it takes, what it answers, as curl and in TypeScript.',
  ],
  [
    '/docs/idempotency',
    'Said twice',
    'What may be sent again after a lost answer, and under which key it counts once.',
  ],
  [
    '/docs/webhooks',
    'Webhooks',
    'Signed events sent to you: how to verify them, when they come again, in which order.',
  ],
  [
    '/docs/sockets',
    'Sockets',
    'What changes, as it changes; and the line on which scanners ask where a box goes.',
  ],
  [
    '/api/schemas',
    'Event schemas',
    'JSON Schema of every type and version of event. Wants a key with scope read.',
  ],
  ['/docs/runbooks', 'Runbooks', 'What each alert means and what to do about it.'],
] as const

/** Where an outside party begins. */
export default function DocsPage() {
  return (
    <main className="flex flex-col gap-4">
      <PageHeading title="Stowline for developers">
        Send <code>Authorization: Bearer slk_…</code> with every request. Errors are problem documents (RFC
        9457).
      </PageHeading>
      <ul className="grid gap-3 sm:grid-cols-2">
        {PARTS.map(([href, title, about]) => (
          <li key={href} className="relative rounded-lg border border-line bg-surface p-4 shadow-panel">
            <Link
              href={href}
              // What asks for a key is not fetched ahead.
              prefetch={href.startsWith('/docs')}
              className="font-semibold text-sm after:absolute after:inset-0"
            >
              {title}
            </Link>
            <p className="mt-1 text-ink-soft text-sm">{about}</p>
          </li>
        ))}
      </ul>
    </main>
  )
}
