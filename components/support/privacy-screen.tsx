'use client'
import { type FormEvent, useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import { saveFile } from '@/components/ui/save-file'
import { TextField } from '@/components/ui/text-field'
import {
  type ErasurePreview,
  erasurePreviewSchema,
  personDataSchema,
  personRequestSchema,
  type Retention,
} from '@/lib/support/privacy-schema'
import { ErasePanel } from './erase-panel'
import { RetentionPanel } from './retention-panel'

type Found = { email: string; preview: ErasurePreview }

/** What is known of one customer, as a file or erased; and how long the site keeps it by itself. */
export function PrivacyScreen({ retention, mayChange }: { retention: Retention; mayChange: boolean }) {
  const { change, isPending } = useChange(retention.site, 'orders')
  const [email, setEmail] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [found, setFound] = useState<Found | null>(null)
  const look = async (event: FormEvent) => {
    event.preventDefault()
    const person = personRequestSchema.safeParse({ email: email.trim() })
    setWrong(!person.success)
    if (!person.success) return
    setFound(null)
    const send = async () => {
      const preview = await sendJson(
        'POST',
        '/api/orders/erasures/preview',
        erasurePreviewSchema,
        person.data,
      )
      setFound({ email: person.data.email, preview })
      return preview.orders.length === 1 ? '1 order found' : `${preview.orders.length} orders found`
    }
    await change({ send, failed: 'Nobody was looked for' })
  }
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <PageHeading title="Customers’ data">
        what is known of a customer, to be handed out or erased
      </PageHeading>
      <Panel title="A customer">
        <form noValidate onSubmit={(event) => void look(event)} className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 grow">
            <TextField
              label="E-mail address"
              type="email"
              autoComplete="off"
              value={email}
              onChange={setEmail}
              isRequired
              isInvalid={isWrong}
              problem="This is no e-mail address."
            />
          </div>
          <Button look="primary" type="submit" isPending={isPending}>
            {isPending ? 'Looking…' : 'Look'}
          </Button>
        </form>
      </Panel>
      {found ? (
        <FoundPerson key={found.email} site={retention.site} found={found} onErased={() => setFound(null)} />
      ) : null}
      <RetentionPanel retention={retention} mayChange={mayChange} />
    </div>
  )
}

type PersonProps = { site: string; found: Found; onErased: () => void }

function FoundPerson({ site, found: { email, preview }, onErased }: PersonProps) {
  const { change, isPending } = useChange(site, 'orders')
  const handOut = () =>
    change({
      send: async () => {
        const data = await sendJson('POST', '/api/orders/person-data', personDataSchema, { email })
        saveFile('customer-data.json', JSON.stringify(data, null, 2), 'application/json')
        return 'The file is saved'
      },
      failed: 'No file was made',
    })
  if (Object.keys(preview.rows).length === 0)
    return (
      <EmptyState title="Nothing is known of this address">
        Neither an order nor anything else names it.
      </EmptyState>
    )
  return (
    <>
      <Panel title="What is known" aside="GDPR art. 15">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-ink-soft text-sm">
            {Object.values(preview.rows).reduce((sum, rows) => sum + rows, 0)} rows in{' '}
            {Object.keys(preview.rows).length} tables, and what belongs to the orders.
          </p>
          <Button isPending={isPending} onPress={() => void handOut()}>
            {isPending ? 'Saving…' : 'Save as a file'}
          </Button>
        </div>
      </Panel>
      <ErasePanel site={site} email={email} preview={preview} onErased={onErased} />
    </>
  )
}
