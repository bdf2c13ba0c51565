'use client'
import { type FormEvent, useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { TextField } from '@/components/ui/text-field'
import { type Retention, retentionRequestSchema, retentionSchema } from '@/lib/support/privacy-schema'

/** How long a site keeps what it knows of customers. */
export function RetentionPanel({ retention, mayChange }: { retention: Retention; mayChange: boolean }) {
  const [personYears, setPersonYears] = useState(`${retention.personYears}`)
  const [recordYears, setRecordYears] = useState(`${retention.recordYears}`)
  const [problem, setProblem] = useState<string | null>(null)
  const { change, isPending } = useChange(retention.site, 'orders')
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    const wanted = retentionRequestSchema.safeParse({
      personYears: Number(personYears),
      recordYears: Number(recordYears),
    })
    setProblem(wanted.success ? null : (wanted.error.issues[0]?.message ?? 'This can not be kept'))
    if (!wanted.success) return
    const path = `/api/retention?site=${encodeURIComponent(retention.site)}`
    const send = async () => {
      await sendJson('PUT', path, retentionSchema, wanted.data)
      return 'The times are kept'
    }
    await change({ send, failed: 'Nothing was changed' })
  }
  return (
    <Panel title="How long it is kept" aside="whole years after the one an order ended in">
      <form noValidate onSubmit={(event) => void keep(event)} className="flex flex-col gap-3">
        <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
          <TextField
            label="Who the customer was"
            inputMode="numeric"
            value={personYears}
            onChange={setPersonYears}
            isReadOnly={!mayChange}
          />
          <TextField
            label="What was bought and paid"
            inputMode="numeric"
            value={recordYears}
            onChange={setRecordYears}
            isReadOnly={!mayChange}
          />
        </div>
        <p className="text-ink-soft text-sm">
          A customer may claim for 3 years (§§ 195, 199 BGB); then the house erases them by itself, at night.
          Letters are kept for 6 years, vouchers for 8, books for 10 (§ 147 AO, § 257 HGB).
        </p>
        {problem ? (
          <p role="alert" className="text-failed text-sm">
            {problem}
          </p>
        ) : null}
        {mayChange ? (
          <span>
            <Button type="submit" isPending={isPending}>
              {isPending ? 'Keeping…' : 'Keep'}
            </Button>
          </span>
        ) : null}
      </form>
    </Panel>
  )
}
