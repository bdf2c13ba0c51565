'use client'
import { Camera as CameraIcon, CameraOff, Keyboard } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { BigButton } from '@/components/ui/big-button'
import { Camera } from './camera'
import { useCameraSwitch } from './camera-switch'

type Props = {
  /** What is to be scanned, such as "the bin". */
  what: string
  onScan: (text: string) => void
  /** A field of the screen's own, in place of typing: what is typed there is more than a label. */
  field?: ReactNode
}

/** The ways to scan beside a hardware scanner, which `useScanner` hears: the camera, and typing as the last resort. */
export function ScanBar({ what, onScan, field }: Props) {
  const [hasCamera, switchCamera] = useCameraSwitch()
  const [isTyping, setTyping] = useState(false)
  if (isTyping) return <TypedLabel what={what} onScan={onScan} onCancel={() => setTyping(false)} />
  return (
    <div className="flex flex-col gap-2">
      {hasCamera ? <Camera onScan={onScan} /> : null}
      {field}
      <div
        className={
          field ? '' : 'grid grid-cols-[1fr_auto] gap-2 group-data-[hand=left]/phone:grid-cols-[auto_1fr]'
        }
      >
        <BigButton look={hasCamera || field ? 'outline' : 'primary'} onPress={() => switchCamera(!hasCamera)}>
          {hasCamera ? (
            <CameraOff size={24} aria-hidden="true" />
          ) : (
            <CameraIcon size={24} aria-hidden="true" />
          )}
          {hasCamera ? 'Camera off' : `Scan ${what}`}
        </BigButton>
        {field ? null : (
          <div className="w-20 group-data-[hand=left]/phone:order-first">
            <BigButton look="outline" onPress={() => setTyping(true)}>
              <Keyboard size={24} aria-hidden="true" />
              <span className="sr-only">Type {what}</span>
            </BigButton>
          </div>
        )}
      </div>
    </div>
  )
}

type TypedProps = { what: string; onScan: (text: string) => void; onCancel: () => void }

function TypedLabel({ what, onScan, onCancel }: TypedProps) {
  const [text, setText] = useState('')
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (text.trim() === '') return
    onScan(text)
    setText('')
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <label className="font-medium text-base text-ink">
        Type {what}
        <input
          value={text}
          onChange={(event) => setText(event.target.value)}
          // biome-ignore lint/a11y/noAutofocus: who pressed "type" wants to type
          autoFocus
          autoComplete="off"
          autoCapitalize="characters"
          enterKeyHint="done"
          className="mt-1.5 block min-h-16 w-full rounded-md border border-edge bg-surface px-4 font-mono text-ink text-xl"
        />
      </label>
      <div className="grid grid-cols-2 gap-2">
        <BigButton look="outline" onPress={onCancel}>
          Scan instead
        </BigButton>
        <BigButton isDisabled={text.trim() === ''} onPress={submit}>
          Enter
        </BigButton>
      </div>
    </form>
  )
}
