'use client'
import { type FormEvent, useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import type { ItemOutlook } from '@/lib/replenishment/reorder-schema'
import { becauseOfReorder } from '@/lib/replenishment/rules/because-of-reorder'
import { reorderQuantity } from '@/lib/replenishment/rules/reorder-quantity'
import { listedTermSchema, type SupplyTerm } from '@/lib/replenishment/supply-schema'
import { draftOf, readDraft, type TermsField } from './terms-draft'

type Input = { name: TermsField; label: string; problem: string; inputMode: 'decimal' | 'numeric' }
const NUMBERS: readonly Input[] = [
  {
    ...{ name: 'leadDays', label: 'Days from order to shelf', inputMode: 'decimal' },
    problem: 'From 0 to 365 days.',
  },
  {
    ...{ name: 'shelfLifeDays', label: 'Days it keeps (empty: it keeps)', inputMode: 'numeric' },
    problem: 'Whole days from 1 to 3650, or nothing.',
  },
  {
    ...{ name: 'packUnits', label: 'Units in a pack', inputMode: 'numeric' },
    problem: 'A whole number from 1.',
  },
  {
    ...{ name: 'minimumPacks', label: 'Packs at the least', inputMode: 'numeric' },
    problem: 'A whole number from 1.',
  },
  {
    ...{ name: 'servicePercent', label: 'There so many times in 100', inputMode: 'decimal' },
    problem: 'From 50 to 99.99.',
  },
]

type Props = { site: string; item: ItemOutlook; onClose: () => void }

/** How an item comes to the site, said by a manager who sees at once what would be ordered then. */
export function TermsDialog({ site, item, onClose }: Props) {
  const { isDefault: _, ...standing } = item.terms
  const { change, isPending } = useChange(site, 'floor')
  const [draft, setDraft] = useState(() => draftOf(standing))
  const { terms, wrong } = readDraft(draft, standing)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!terms) return
    const send = async () => {
      await sendJson('PUT', '/api/supply-terms', listedTermSchema, { site, sku: item.sku, ...terms })
      return 'The terms are so from now on; what is proposed follows with the next night, or by Compute now'
    }
    if (await change({ send, failed: 'The terms stay as they were' })) onClose()
  }
  return (
    <Dialog title={`Terms of ${item.sku}`} isOpen onOpenChange={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <TextField
          label="Supplier"
          value={draft.supplier}
          onChange={(supplier) => setDraft({ ...draft, supplier })}
          isInvalid={wrong.has('supplier')}
          problem="A name of at most 100 characters."
          autoFocus
        />
        <div className="grid gap-4 md:grid-cols-2">
          {NUMBERS.map(({ name, label, problem, inputMode }) => (
            <TextField
              key={name}
              {...{ label, problem, inputMode }}
              value={draft[name]}
              onChange={(typed) => setDraft({ ...draft, [name]: typed })}
              isInvalid={wrong.has(name)}
            />
          ))}
        </div>
        <Consequence item={item} terms={terms} />
        <DialogActions>
          <Button onPress={onClose}>Leave them</Button>
          <Button look="primary" type="submit" isPending={isPending} isDisabled={!terms}>
            {isPending ? 'Saving…' : 'Save the terms'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function Consequence({ item, terms }: { item: ItemOutlook; terms: SupplyTerm | null }) {
  const { facts, outlook, day } = item
  const then = facts && terms ? reorderQuantity({ ...facts, terms }) : null
  const words = !facts
    ? item.because
    : then && terms
      ? becauseOfReorder(then, terms, day)
      : 'Once every field can be, this says what would be ordered.'
  return (
    <div role="status" className="rounded-md bg-inset p-3 text-sm">
      <p className="font-medium text-ink">
        {then && outlook && then.quantity !== outlook.quantity
          ? `Today’s proposal would be ${then.quantity} units, not ${outlook.quantity}`
          : 'Today’s proposal'}
      </p>
      <p className="text-ink-soft">{words}</p>
    </div>
  )
}
