'use client'
import { type FormEvent, useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import { standingBlockSchema } from '@/lib/floor/schema'
import { blocksPath, REASON_CHARACTERS, readMetres } from './edit-paths'

type Props = {
  site: string
  aisle: string
  /** Of an aisle: where the stretch begins and ends; left out, at the aisle's ends. */
  fromYMetres?: number
  toYMetres?: number
  /** Instead, the piece of this cross aisle between this aisle and the next one to its right; 0 is the front one. */
  crossRow?: number
  onDone: () => void
}

/** Blocks a stretch that nobody can walk at present, with the reason. */
export function BlockDialog({ site, aisle, fromYMetres, toYMetres, crossRow, onDone }: Props) {
  const { change, isPending } = useChange(site, 'floor')
  const [from, setFrom] = useState(fromYMetres?.toString() ?? '')
  const [to, setTo] = useState(toYMetres?.toString() ?? '')
  const [reason, setReason] = useState('')
  const [isTold, setTold] = useState(false)
  const stretch = { from: readMetres(from), to: readMetres(to) }
  const isWrong = { from: stretch.from === null, to: stretch.to === null, reason: reason.trim() === '' }
  const where = crossRow === undefined ? `aisle ${aisle}` : `cross aisle ${crossRow + 1} right of ${aisle}`
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTold(true)
    if (isWrong.from || isWrong.to || isWrong.reason) return
    const depths =
      crossRow === undefined ? { fromYMetres: stretch.from, toYMetres: stretch.to } : { crossRow }
    const body = { aisle, ...depths, reason: reason.trim() }
    const send = async () => {
      await sendJson('POST', blocksPath(site), standingBlockSchema, body)
      return `Blocked: ${where}`
    }
    if (await change({ send, failed: 'Nothing was blocked' })) onDone()
  }
  const depth = (end: 'from' | 'to') => ({
    isInvalid: isTold && isWrong[end],
    inputMode: 'decimal' as const,
    problem: 'Metres from the front, such as 12.5.',
  })
  return (
    <Dialog title={`Block ${where}`} isOpen onOpenChange={onDone}>
      <p className="text-ink-soft text-sm">
        Tours go round it from now on. What stands in it can still be reached from its ends.
      </p>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        {crossRow === undefined ? (
          <div className="grid grid-cols-2 gap-3">
            <TextField
              label="From, in metres (or the front)"
              value={from}
              onChange={setFrom}
              {...depth('from')}
            />
            <TextField label="To, in metres (or the back)" value={to} onChange={setTo} {...depth('to')} />
          </div>
        ) : null}
        <TextField
          label="Reason"
          value={reason}
          onChange={setReason}
          maxLength={REASON_CHARACTERS}
          isRequired
          isInvalid={isTold && isWrong.reason}
          problem="Why, in words for the floor."
          autoFocus
        />
        <DialogActions>
          <Button onPress={onDone}>Leave it</Button>
          <Button look="primary" type="submit" isPending={isPending}>
            {isPending ? 'Blocking…' : 'Block it'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
