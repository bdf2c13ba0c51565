'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { FetchProblem } from '@/components/live/fetch-json'
import { sendJson } from '@/components/live/send-json'
import { type ReorderState, reorderDecidedSchema } from '@/lib/replenishment/reorder-schema'

export type Decision = 'proposed' | 'approved' | 'dismissed'
export type Wish = { id: string; quantity: number }
type Deciding = { wishes: readonly Wish[]; to: Decision; said: string }

const TOAST_MS = 10_000
const itemsWords = (count: number) => `${count} ${count === 1 ? 'item' : 'items'}`
const isDecision = (state: ReorderState): state is Decision => state !== 'sent' && state !== 'received'

/**
 * Decides on rows of a state and answers whether it was done. Who did not mean it takes it back from the toast, with the
 * quantities that were there; what was on its way is given up for good.
 */
export function useDeciding(site: string, from: ReorderState) {
  const client = useQueryClient()
  const [isPending, setPending] = useState(false)
  const tell = async ({ wishes, to }: Pick<Deciding, 'wishes' | 'to'>) => {
    const decisions = wishes.map(({ id, quantity }) => ({ id, quantity, state: to }))
    const body = { site, decisions }
    const { decided } = await sendJson('POST', '/api/replenishment/decisions', reorderDecidedSchema, body)
    void client.invalidateQueries({ queryKey: [site, 'floor'] })
    return decided
  }
  const complain = (error: unknown) => {
    if (!(error instanceof FetchProblem)) throw error
    toast.error(`It was not decided: ${error.message}`)
  }
  const takeBack = async (ids: readonly string[], wishes: readonly Wish[], to: Decision) => {
    try {
      const back = await tell({ wishes: wishes.filter(({ id }) => ids.includes(id)), to })
      toast.success(`${itemsWords(back.length)} taken back`)
    } catch (error) {
      complain(error)
    }
  }
  const decide = async ({ wishes, to, said }: Deciding): Promise<boolean> => {
    setPending(true)
    try {
      const ids = await tell({ wishes, to })
      toast.success(`${itemsWords(ids.length)} ${said}`, {
        duration: TOAST_MS,
        ...(isDecision(from) && ids.length > 0
          ? { action: { label: 'Undo', onClick: () => void takeBack(ids, wishes, from) } }
          : {}),
      })
      return true
    } catch (error) {
      complain(error)
      return false
    } finally {
      setPending(false)
    }
  }
  return { decide, isPending }
}
