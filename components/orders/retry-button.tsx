'use client'
import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import type { StepKind } from '@/lib/orders/schema'
import { STEP_WORDS } from './words'

/** Has an owed step tried again now; what comes of it shows on the page by itself. */
export function RetryButton({ orderNumber, kind }: { orderNumber: string; kind: StepKind }) {
  const [isPending, setPending] = useState(false)
  const retry = async () => {
    setPending(true)
    const path = `/api/orders/${encodeURIComponent(orderNumber)}/steps/${kind}/retry`
    const said = await fetch(path, { method: 'POST' }).then(
      ({ ok, status }) => (ok ? 'tried' : status === 409 ? 'done' : 'refused'),
      () => 'unreached' as const,
    )
    setPending(false)
    const step = STEP_WORDS[kind].full
    if (said === 'tried') toast.success(`${step}: trying again`)
    else if (said === 'done') toast.success(`${step}: done already`)
    else
      toast.error(
        `${step} was not tried again: ${said === 'refused' ? 'you may not' : 'the server was not reached'}`,
      )
  }
  return (
    <Button isPending={isPending} onPress={() => void retry()}>
      <RotateCw size={14} aria-hidden="true" />
      Try again now
    </Button>
  )
}
