import type { ReactNode } from 'react'
import { Money } from '@/components/ui/money'
import { Panel } from '@/components/ui/panel'
import type { OrderPage } from '@/lib/support/schema'

/** Who ordered, where it goes, how it is paid. */
export function OrderFacts({ order }: { order: OrderPage }) {
  const { customer, shipTo, payment } = order
  return (
    <Panel title="Customer and payment">
      <dl className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 gap-y-2.5 text-sm">
        <Fact name="Customer">{customer.name}</Fact>
        <Fact name="E-mail">
          <a href={`mailto:${customer.email}`} className="break-all underline underline-offset-4">
            {customer.email}
          </a>
        </Fact>
        {customer.phone ? (
          <Fact name="Phone">
            <a href={`tel:${customer.phone}`} className="underline underline-offset-4">
              {customer.phone}
            </a>
          </Fact>
        ) : null}
        <Fact name="Ship to">
          {shipTo.line1}
          {shipTo.line2 ? `, ${shipTo.line2}` : ''}
          <br />
          {shipTo.postalCode} {shipTo.city}, {shipTo.country}
        </Fact>
        {customer.language ? <Fact name="Language">{customer.language}</Fact> : null}
        <Fact name="Their page">
          <a
            href={order.statusPath}
            target="_blank"
            rel="noreferrer"
            className="underline underline-offset-4"
          >
            What the customer sees
          </a>
        </Fact>
        <Fact name="Payment">{payment ? <Paid payment={payment} /> : 'nothing known yet'}</Fact>
      </dl>
    </Panel>
  )
}

function Paid({ payment }: { payment: NonNullable<OrderPage['payment']> }) {
  return (
    <>
      <Money {...payment.amount} /> {payment.state} by {payment.provider} at checkout
      <span className="block break-all font-mono text-ink-soft text-xs">{payment.reference}</span>
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{name}</dt>
      <dd className="min-w-0 text-ink">{children}</dd>
    </>
  )
}
