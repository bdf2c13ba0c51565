import Link from 'next/link'
import { notFound } from 'next/navigation'
import { createLoader, parseAsString, type SearchParams } from 'nuqs/server'
import { requirePerson } from '@/app/require-person'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import { Time } from '@/components/ui/time'
import { readMailbox } from '@/lib/messages/queries'
import { attachmentPath } from '@/lib/messages/rules/attachment-path'
import { slot } from '@/lib/platform/slot'
import { sitesOf } from '@/lib/sites/rules/may-enter'

export const metadata = { title: 'Mailbox' }

const loadSearch = createLoader({ order: parseAsString, mail: parseAsString })
type Mail = Awaited<ReturnType<typeof readMailbox>>[number]

/** Demo only: what customers received, as their mail programs show it. */
export default async function MailboxPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const person = await requirePerson('manager', 'support')
  if (!slot.setFault) notFound()
  const { order, mail: wanted } = await loadSearch(searchParams)
  const mails = await readMailbox(order ?? undefined, sitesOf(person))
  const chosen = mails.find(({ messageId }) => messageId === wanted) ?? mails[0]
  return (
    <div className="flex flex-col gap-4">
      <PageHeading title="Mailbox">{order ? `about order ${order}` : 'what customers received'}</PageHeading>
      {chosen ? (
        <div className="grid gap-4 lg:grid-cols-[22rem_minmax(0,1fr)] lg:items-start">
          <Panel title="Mails" flush>
            <ul className="max-h-[70dvh] overflow-y-auto">
              {mails.map((mail) => (
                <MailRow key={mail.messageId} mail={mail} order={order} isChosen={mail === chosen} />
              ))}
            </ul>
          </Panel>
          <Letter mail={chosen} />
        </div>
      ) : (
        <EmptyState title="No mail yet">Mails to customers appear here as they arrive.</EmptyState>
      )}
    </div>
  )
}

function MailRow({ mail, order, isChosen }: { mail: Mail; order: string | null; isChosen: boolean }) {
  const search = new URLSearchParams({ ...(order ? { order } : {}), mail: mail.messageId })
  return (
    <li className="border-line border-b last:border-b-0">
      <Link
        href={`/mailbox?${search}`}
        aria-current={isChosen ? 'true' : undefined}
        className={`block px-4 py-2.5 text-sm hover:bg-inset ${isChosen ? 'bg-inset' : ''}`}
      >
        <span className="block truncate font-medium text-ink">{mail.subject}</span>
        <span className="flex justify-between gap-3 text-ink-soft text-xs">
          <span className="truncate">{mail.toAddress}</span>
          <Time at={mail.receivedAt.toISOString()} />
        </span>
      </Link>
    </li>
  )
}

function Letter({ mail }: { mail: Mail }) {
  return (
    <Panel title={mail.subject} aside={`to ${mail.toAddress}`}>
      <div className="flex flex-col gap-4">
        {/* Nothing in a mail runs or reaches out: it is only drawn. */}
        <iframe
          title="As HTML"
          sandbox=""
          srcDoc={mail.html ?? ''}
          className="h-80 w-full rounded-md border border-line bg-white"
        />
        {mail.attachments.map(({ position, name }) => (
          <p key={position} className="text-sm">
            <a
              href={attachmentPath(mail.messageId, position)}
              className="text-ink underline underline-offset-4"
              download={name}
            >
              {name}
            </a>
          </p>
        ))}
        <details>
          <summary className="cursor-pointer text-ink-soft text-sm">As plain text</summary>
          <pre className="mt-2 overflow-x-auto rounded-md bg-inset p-3 font-mono text-ink text-xs">
            {mail.text}
          </pre>
        </details>
      </div>
    </Panel>
  )
}
