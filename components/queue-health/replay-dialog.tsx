'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { SelectField } from '@/components/ui/select-field'

const RATES = [
  { id: '1', text: '1 a second' },
  { id: '10', text: '10 a second' },
  { id: '50', text: '50 a second' },
  { id: '200', text: '200 a second' },
] as const

type Props = {
  /** "12 dead letters". */
  what: string
  isOpen: boolean
  onClose: () => void
  onReplay: (ratePerSecond: number) => void
}

/** How fast letters are replayed: what just came back should not be run over. */
export function ReplayDialog({ what, isOpen, onClose, onReplay }: Props) {
  const [rate, setRate] = useState<(typeof RATES)[number]['id']>('10')
  return (
    <Dialog title={`Replay ${what}?`} isOpen={isOpen} onOpenChange={onClose}>
      <p className="text-ink-soft text-sm">
        Each is done again as it was. What is done already is found done, and nothing happens twice.
      </p>
      <SelectField label="How fast" options={RATES} chosen={rate} onChoose={setRate} />
      <DialogActions>
        <Button onPress={onClose}>Leave them</Button>
        <Button look="primary" onPress={() => onReplay(Number(rate))}>
          Replay
        </Button>
      </DialogActions>
    </Dialog>
  )
}
