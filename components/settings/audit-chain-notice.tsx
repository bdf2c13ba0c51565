'use client'
import { ShieldCheck } from 'lucide-react'
import { Answered } from '@/components/live/answered'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { Time } from '@/components/ui/time'
import { type AuditChain, auditChainSchema } from '@/lib/sites/audit-schema'
import { AUDIT_CHAIN_PATH } from './audit-paths'

const CLOCK_MS = 30_000

/** Whether the chain is whole, since when that is known, and its head, to be kept elsewhere. */
export function AuditChainNotice({ site, initial }: { site: string; initial: Initial<AuditChain> }) {
  const { change, isPending } = useChange(site, 'alerts')
  const chain = useLiveQuery({
    ...{ site, topic: 'alerts', path: AUDIT_CHAIN_PATH, schema: auditChainSchema, initial },
    everyMs: CLOCK_MS,
  })
  const check = async () => {
    const { brokenAt, entries } = await sendJson('POST', '/api/audit/check', auditChainSchema)
    if (brokenAt !== null) return `Entry ${brokenAt} is not as it was written`
    return `All ${entries.toLocaleString('en')} entries are as they were written`
  }
  const action = (
    <Button isPending={isPending} onPress={() => void change({ send: check, failed: 'Nothing was checked' })}>
      <ShieldCheck size={14} aria-hidden="true" />
      Check now
    </Button>
  )
  return (
    <Answered query={chain} loading={<Skeleton className="h-12" />}>
      {(stands) => (
        <div className="flex flex-col gap-2">
          <Standing chain={stands} action={action} />
          <p className="flex flex-wrap items-center gap-x-2 text-ink-soft text-xs">
            Head: entry {stands.head.id},
            <code className="font-mono [overflow-wrap:anywhere]">{stands.head.hash}</code>
            <CopyButton what="head" text={`${stands.head.id} ${stands.head.hash}`} />
          </p>
        </div>
      )}
    </Answered>
  )
}

function Standing({ chain, action }: { chain: AuditChain; action: React.ReactNode }) {
  const { brokenAt, checkedAt, entries, cutAt } = chain
  if (brokenAt !== null)
    return (
      <Notice state="failed" role="alert" title={`Broken at entry ${brokenAt}:`} action={action}>
        it is missing, or not as it was written. Nothing from there on can be relied on.
        <Checked at={checkedAt} />
      </Notice>
    )
  if (checkedAt === null)
    return (
      <Notice state="waiting" title="Not checked yet." action={action}>
        Each entry carries the hash of the one before; the chain is walked every night.
      </Notice>
    )
  return (
    <Notice state="done" title="The chain is whole." action={action}>
      {entries.toLocaleString('en')} entries
      {cutAt === null ? '' : `; those up to ${cutAt} were old enough to be forgotten`}.
      <Checked at={checkedAt} />
    </Notice>
  )
}

function Checked({ at }: { at: string | null }) {
  return at === null ? null : (
    <span className="text-ink-soft">
      {' '}
      Checked <Time at={at} />.
    </span>
  )
}
