'use client'
import { RotateCw } from 'lucide-react'
import { z } from 'zod'
import { FetchProblem } from '@/components/live/fetch-json'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import type { StepKind } from '@/lib/orders/schema'
import { STEP_WORDS } from './words'

type Props = { site: string; orderNumber: string; kind: StepKind; isShort?: boolean }

/** Has an owed step tried again now; what comes of it shows on the page by itself. `isShort` in a row of a list. */
export function RetryButton({ site, orderNumber, kind, isShort = false }: Props) {
  const { change, isPending } = useChange(site, 'orders')
  const step = STEP_WORDS[kind].full
  const send = async () => {
    try {
      await sendJson(
        'POST',
        `/api/orders/${encodeURIComponent(orderNumber)}/steps/${kind}/retry`,
        z.unknown(),
      )
      return `${step}: trying again`
    } catch (error) {
      // Somebody, or the night shift, was faster.
      if (error instanceof FetchProblem && error.status === 409) return `${step}: done already`
      throw error
    }
  }
  return (
    <Button
      isPending={isPending}
      onPress={() => void change({ send, failed: `${step} was not tried again` })}
    >
      <RotateCw size={14} aria-hidden="true" />
      {isShort ? <span className="whitespace-nowrap max-md:sr-only">Try again</span> : 'Try again now'}
      <span className="sr-only">: order {orderNumber}</span>
    </Button>
  )
}
