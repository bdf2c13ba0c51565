'use client'
import { useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { dateFormat } from '@/components/ui/formats'
import { useLocale } from '@/components/ui/locale'
import { TextField } from '@/components/ui/text-field'
import { type DayFigures, planRequestSchema, planSchema } from '@/lib/figures/schema'

type Props = Pick<DayFigures, 'site' | 'day' | 'plan'>

/** What the day is measured against, and a way to say another number for its weekday. */
export function PlanDialog({ site, day, plan }: Props) {
  const { locale } = useLocale()
  const [isOpen, setOpen] = useState(false)
  const [orders, setOrders] = useState('')
  const { change, isPending } = useChange(site, 'orders')
  const weekdayName = dateFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(day))
  const wish = (count: number | null) =>
    planRequestSchema.safeParse({ site, weekday: new Date(day).getUTCDay() || 7, orders: count })
  const asked = wish(orders.trim() === '' ? Number.NaN : Number(orders))
  const set = async (request: ReturnType<typeof wish>) => {
    if (!request.success) return
    const made = await change({
      failed: 'The plan was not changed',
      send: async () => {
        await sendJson('PUT', '/api/plan', planSchema, request.data)
        return request.data.orders === null ? 'The plan is the usual day again' : `${weekdayName} is planned`
      },
    })
    if (made) setOpen(false)
  }
  return (
    <span className="flex items-center gap-3">
      {plan === null
        ? 'no plan yet'
        : plan.isOwn
          ? `own plan of ${weekdayName}`
          : `mean of the last four: ${weekdayName}`}
      <Button
        onPress={() => {
          setOrders(plan ? String(plan.orders) : '')
          setOpen(true)
        }}
      >
        Plan
      </Button>
      <Dialog title={`Plan of ${weekdayName}`} isOpen={isOpen} onOpenChange={setOpen}>
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            void set(asked)
          }}
        >
          <TextField
            label="Orders on this weekday"
            value={orders}
            onChange={setOrders}
            inputMode="numeric"
            isInvalid={!asked.success && orders !== ''}
            problem="A whole number of orders, up to a million"
            autoFocus
          />
          <p className="text-ink-soft text-sm">
            They are spread over the day as the same weekday of the last four weeks was.
          </p>
          <DialogActions>
            {plan?.isOwn ? (
              <Button isPending={isPending} onPress={() => void set(wish(null))}>
                Back to the usual day
              </Button>
            ) : null}
            <Button look="primary" type="submit" isPending={isPending} isDisabled={!asked.success}>
              Plan it
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </span>
  )
}
