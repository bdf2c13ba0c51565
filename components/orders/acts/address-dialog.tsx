'use client'
import { useState } from 'react'
import { TextField } from '@/components/ui/text-field'
import type { OrderPage } from '@/lib/support/schema'
import { ActDialog } from './act-dialog'
import { useAct } from './use-act'

/** Sends an order somewhere else, as long as nothing of it is labelled. */
export function AddressDialog({ order, onClose }: { order: OrderPage; onClose: () => void }) {
  const { act, isPending } = useAct(order)
  const [shipTo, setShipTo] = useState({ line2: '', ...order.shipTo })
  const field = (name: keyof typeof shipTo) => ({
    value: shipTo[name],
    onChange: (text: string) => setShipTo({ ...shipTo, [name]: text }),
  })
  const { line2, ...rest } = shipTo
  return (
    <ActDialog
      title="Send it to another address"
      consequence="It can be changed again until the order is picked."
      deed="Change the address"
      isPending={isPending}
      onClose={onClose}
      onDo={() =>
        act({
          ...{ method: 'PUT', path: '/address', body: line2.trim() === '' ? rest : shipTo },
          done: 'It goes to the new address',
          failed: 'The address was not changed',
        })
      }
    >
      <TextField label="Street and number" isRequired maxLength={200} {...field('line1')} />
      <TextField label="Second line" maxLength={200} {...field('line2')} />
      <div className="grid grid-cols-[8rem_minmax(0,1fr)] gap-3">
        <TextField label="Postal code" isRequired maxLength={20} {...field('postalCode')} />
        <TextField label="City" isRequired maxLength={100} {...field('city')} />
      </div>
      <TextField label="Country (two letters)" isRequired pattern="[A-Z]{2}" {...field('country')} />
    </ActDialog>
  )
}
