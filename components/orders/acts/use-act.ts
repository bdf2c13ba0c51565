'use client'
import { z } from 'zod'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import type { OrderPage } from '@/lib/support/schema'
import { orderPath } from '../order-paths'

type Act = { method?: 'POST' | 'PUT' | 'DELETE'; path: string; body?: unknown; done: string; failed: string }

/** One act upon an order at a time, through its own doors; said in a toast, and the page then shows what came of it. */
export function useAct({ site, orderNumber }: Pick<OrderPage, 'site' | 'orderNumber'>) {
  const { change, isPending } = useChange(site, 'orders')
  const act = ({ method = 'POST', path, body, done, failed }: Act): Promise<boolean> =>
    change({
      send: async () => {
        await sendJson(method, `${orderPath(orderNumber)}${path}`, z.unknown(), body)
        return done
      },
      failed,
    })
  return { act, isPending }
}
