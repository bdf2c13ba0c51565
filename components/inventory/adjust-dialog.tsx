'use client'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { FetchProblem } from '@/components/live/fetch-json'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { useLocale } from '@/components/ui/locale'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import type { Stock } from '@/lib/inventory/schema'
import { type AdjustReason, adjustmentEvent, readChange } from './adjustment'
import { firstOut } from './first-out'
import { signedWords } from './stock-words'

const REASONS = [
  { id: 'damage', text: 'Damage' },
  { id: 'theft', text: 'Theft' },
  { id: 'found', text: 'Found' },
  { id: 'data-entry', text: 'Wrong entry' },
  { id: 'expired', text: 'Expired' },
  { id: 'other', text: 'Other' },
] as const satisfies readonly { id: AdjustReason; text: string }[]

const NOTE_CHARACTERS = 300
const ANY_BIN = 'any'
const recordedSchema = z.object({
  accepted: z.number(),
  duplicates: z.number(),
  rejected: z.array(z.object({ reason: z.string() })),
})

type Props = { site: string; actor: string; item: Stock; onClose: () => void }

/** Corrects the book: an event like every other, which stays in the ledger with its reason. */
export function AdjustDialog({ site, actor, item, onClose }: Props) {
  const { locale } = useLocale()
  const { change, isPending } = useChange(site, 'floor')
  // One id for one opening of the dialog: pressed again after a lost answer, it is the same event.
  const [id] = useState(() => crypto.randomUUID())
  const [text, setText] = useState('')
  const [place, setPlace] = useState(ANY_BIN)
  const [reason, setReason] = useState<AdjustReason>('damage')
  const [note, setNote] = useState('')
  const [isTold, setTold] = useState(false)
  const units = readChange(text)
  const places = [
    {
      id: ANY_BIN,
      text: (units ?? 0) > 0 ? 'The dock, to be stowed' : 'Wherever it lies, first to expire first',
      bin: null,
      lot: null,
    },
    ...firstOut(item.bins).map(({ bin, lot = null, onHand }) => ({
      id: `${bin} ${lot ?? ''}`,
      text: `${bin}${lot ? `, lot ${lot}` : ''} (${onHand})`,
      bin,
      lot,
    })),
  ]
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTold(true)
    if (units === null) return
    const { bin = null, lot = null } = places.find((one) => one.id === place) ?? {}
    const told = { id, actor, site, sku: item.sku, change: units, bin, lot, reason, note: note.trim() }
    const body = adjustmentEvent({ ...told, observedAt: new Date().toISOString() })
    const send = async () => {
      const { rejected } = await sendJson(
        'POST',
        '/api/events',
        recordedSchema,
        body,
        'application/cloudevents+json',
      )
      const [refused] = rejected
      if (refused) throw new FetchProblem(422, refused.reason)
      return `${item.name}: ${signedWords(units, locale)} is written`
    }
    if (await change({ send, failed: 'Nothing was adjusted' })) onClose()
  }
  return (
    <Dialog title={`Adjust ${item.name}`} isOpen onOpenChange={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <TextField
          label="Change in units, such as -3 or 12"
          inputMode="text"
          value={text}
          onChange={setText}
          isRequired
          isInvalid={isTold && units === null}
          problem="A whole number, less or more than zero."
          autoFocus
        />
        <SelectField label="Where" options={places} chosen={place} onChoose={setPlace} />
        <SelectField label="Reason" options={REASONS} chosen={reason} onChoose={setReason} />
        <TextField label="Note (not required)" value={note} onChange={setNote} maxLength={NOTE_CHARACTERS} />
        <DialogActions>
          <Button onPress={onClose}>Leave it</Button>
          <Button look="primary" type="submit" isPending={isPending}>
            {isPending ? 'Writing…' : 'Write it'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
