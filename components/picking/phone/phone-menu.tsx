'use client'
import { useState } from 'react'
import { changeSettings, type DeviceSettings } from '@/components/scan/device-settings'
import { BigButton } from '@/components/ui/big-button'
import type { Tour } from '@/lib/picking/schema'
import { OtherWork } from './other-work'
import { ScannerTrial } from './scanner-trial'
import { StopList } from './stop-list'

type Props = {
  tour: Tour | null
  settings: DeviceSettings
  onGiveBack: () => void
  onClose: () => void
}

const SWITCHES: { of: 'hasSound' | 'hasVibration' | 'staysAwake'; text: string }[] = [
  { of: 'hasSound', text: 'Sound' },
  { of: 'hasVibration', text: 'Vibration' },
  { of: 'staysAwake', text: 'Screen stays on' },
]

/** Everything that is not the next stop: the whole tour, this device's settings, its scanner, the way out. */
export function PhoneMenu({ tour, settings, onGiveBack, onClose }: Props) {
  return (
    <>
      <main className="flex min-h-0 grow flex-col gap-6 overflow-y-auto p-4">
        {tour ? <StopList tour={tour} /> : null}
        <section aria-label="This phone" className="flex flex-col gap-2">
          <h2 className="font-semibold text-ink text-xl">This phone</h2>
          {SWITCHES.map(({ of, text }) => (
            <Switch
              key={of}
              text={text}
              isOn={settings[of]}
              onChange={(isOn) => changeSettings({ [of]: isOn })}
            />
          ))}
          <Switch
            text="For the left hand"
            isOn={settings.hand === 'left'}
            onChange={(isOn) => changeSettings({ hand: isOn ? 'left' : 'right' })}
          />
        </section>
        <ScannerTrial tour={tour} settings={settings} />
        <section aria-label="Ways out" className="flex flex-col gap-2">
          <OtherWork />
          <p className="text-center text-ink-soft">Each of these has your name at its top, to sign out.</p>
          {tour?.state === 'walking' ? <GiveBack onGiveBack={onGiveBack} /> : null}
        </section>
      </main>
      <footer className="shrink-0 border-line border-t bg-surface p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
        <BigButton onPress={onClose}>{tour ? 'Back to the tour' : 'Close'}</BigButton>
      </footer>
    </>
  )
}

function Switch({
  text,
  isOn,
  onChange,
}: {
  text: string
  isOn: boolean
  onChange: (isOn: boolean) => void
}) {
  return (
    <label className="flex min-h-16 cursor-pointer items-center gap-3 rounded-md border border-edge bg-surface px-4 text-ink text-lg">
      <span className="grow">{text}</span>
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
        className="size-7 accent-action"
      />
    </label>
  )
}

function GiveBack({ onGiveBack }: { onGiveBack: () => void }) {
  const [isAsking, setAsking] = useState(false)
  if (!isAsking)
    return (
      <BigButton look="outline" onPress={() => setAsking(true)}>
        Give the tour back
      </BigButton>
    )
  return (
    <div role="alertdialog" aria-label="Give the tour back?" className="flex flex-col gap-2">
      <p className="text-base text-ink">
        What you picked stays picked; leave its totes where the next picker finds them. The rest goes to
        somebody else.
      </p>
      <BigButton onPress={onGiveBack}>Give it back</BigButton>
      <BigButton look="outline" onPress={() => setAsking(false)}>
        Keep it
      </BigButton>
    </div>
  )
}
