'use client'
import { useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { type ErasurePreview, erasureSchema } from '@/lib/support/privacy-schema'

type Props = { site: string; email: string; preview: ErasurePreview; onErased: () => void }

/** What an erasure would take and leave, and the way to it: told first, then asked once more. */
export function ErasePanel({ site, email, preview, onErased }: Props) {
  const [isAsking, setAsking] = useState(false)
  const { change, isPending } = useChange(site, 'orders')
  const open = preview.orders.filter(({ openBecause }) => openBecause !== null)
  const erase = async () => {
    const send = async () => {
      const { orders } = await sendJson('POST', '/api/orders/erasures', erasureSchema, { email })
      return orders === 1 ? 'Erased from 1 order' : `Erased from ${orders} orders`
    }
    const isErased = await change({ send, failed: 'Nothing was erased' })
    setAsking(false)
    if (isErased) onErased()
  }
  return (
    <Panel title="Erase" aside="GDPR art. 17">
      <div className="flex flex-col gap-4">
        {open.length > 0 ? (
          <Notice state="late" title="Not everything is over, so nothing can be erased yet.">
            <Orders orders={open} />
          </Notice>
        ) : null}
        <List title="Is erased, for good" items={preview.erased} />
        <List
          title="Is kept"
          items={preview.kept.map(
            ({ what, until, because }) => `${what}${until ? ` until ${until}` : ''}: ${because}`,
          )}
        />
        <span>
          <Button look="outline" isDisabled={open.length > 0} onPress={() => setAsking(true)}>
            Erase this customer
          </Button>
        </span>
      </div>
      <Dialog title="Erase this customer?" role="alertdialog" isOpen={isAsking} onOpenChange={setAsking}>
        <p className="text-ink-soft text-sm">
          {email} and everything that was written of them in {preview.orders.length} orders. Nobody can bring
          it back.
        </p>
        <DialogActions>
          <Button onPress={() => setAsking(false)}>Leave it</Button>
          <Button look="primary" isPending={isPending} onPress={() => void erase()}>
            {isPending ? 'Erasing…' : 'Erase'}
          </Button>
        </DialogActions>
      </Dialog>
    </Panel>
  )
}

function Orders({ orders }: Pick<ErasurePreview, 'orders'>) {
  return (
    <ul className="list-disc pl-5">
      {orders.map(({ orderNumber, openBecause }) => (
        <li key={orderNumber}>
          {orderNumber}: {openBecause}
        </li>
      ))}
    </ul>
  )
}

function List({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null
  return (
    <div>
      <h3 className="font-medium text-ink text-sm">{title}</h3>
      <ul className="list-disc pl-5 text-ink-soft text-sm">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  )
}
