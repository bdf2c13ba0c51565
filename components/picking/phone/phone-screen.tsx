'use client'
import { useState } from 'react'
import { Skeleton } from '@/components/ui/skeleton'
import { openStops, type PickerAct } from '@/lib/picking/rules/advance-tour'
import type { Tour, TourStop } from '@/lib/picking/schema'
import { DoneScreen } from './done-screen'
import { Notices } from './notices'
import { PhoneMenu } from './phone-menu'
import { EMPTY, shownTour } from './phone-record'
import { usePickSettings } from './pick-settings'
import { signal } from './signals'
import { StartScreen } from './start-screen'
import { StopScreen } from './stop-screen'
import { TopBar } from './top-bar'
import type { ShortReason } from './tour-words'
import { useAppShell } from './use-app-shell'
import { usePhone } from './use-phone'
import { useWakeLock } from './use-wake-lock'

type Props = { site: { id: string; timeZone: string }; userId: string }

/** The picker's phone: one stop a screen, with or without a network. */
export function PhoneScreen({ site, userId }: Props) {
  const { record, phone, asked, isReached, dismiss } = usePhone(userId, site.id)
  const settings = usePickSettings()
  const [isMenu, setMenu] = useState(false)
  useAppShell()
  const { acts, notices } = record ?? EMPTY
  const shown = record ? shownTour(record) : null
  const tour = shown?.state === 'given-back' ? null : shown
  const stops = tour?.stops.filter(({ state }) => state !== 'cancelled') ?? []
  useWakeLock(settings.staysAwake && tour !== null)
  const about = { asked, isReached, onNext: () => phone.getNext() }
  if (record === undefined) return <Opening />
  return (
    <div data-hand={settings.hand} className="group/phone flex h-dvh flex-col bg-ground">
      <TopBar
        done={stops.length - (tour ? openStops(tour).length : 0)}
        total={stops.length}
        waiting={acts.length}
        isReached={isReached}
        onMenu={() => setMenu(!isMenu)}
      />
      {notices.length > 0 ? (
        <div className="max-h-[45dvh] shrink-0 overflow-y-auto p-3">
          <Notices notices={notices} onDismiss={dismiss} />
        </div>
      ) : null}
      {isMenu ? (
        <PhoneMenu
          tour={tour}
          settings={settings}
          onClose={() => setMenu(false)}
          onGiveBack={() => {
            if (tour) void phone.act({ kind: 'give-back', ...stamp(tour) })
            setMenu(false)
          }}
        />
      ) : tour && openStops(tour).length > 0 ? (
        <Walk tour={tour} timeZone={site.timeZone} onAct={(act) => phone.act(act)} />
      ) : tour ? (
        <DoneScreen tour={tour} acts={acts} {...about} />
      ) : (
        <StartScreen waiting={acts.length} {...about} />
      )}
    </div>
  )
}

/** Without a word in it, so that no font is fetched before the script. */
function Opening() {
  return (
    <main role="status" aria-label="Loading" className="flex h-dvh flex-col gap-4 bg-ground p-4 pt-20">
      <Skeleton className="h-16 w-4/5" />
      <Skeleton className="h-28 w-full" />
      <Skeleton className="mt-auto h-16 w-full" />
    </main>
  )
}

const stamp = ({ tourId }: Tour) => ({
  operationId: crypto.randomUUID(),
  tourId,
  at: new Date().toISOString(),
})

type WalkProps = { tour: Tour; timeZone: string; onAct: (act: PickerAct) => Promise<void> }

/** From stop to stop. Whoever stands at a bin stays there, even when the way is planned anew meanwhile. */
function Walk({ tour, timeZone, onAct }: WalkProps) {
  const settings = usePickSettings()
  const [hasCamera, setCamera] = useState(false)
  const [atSeq, setAtSeq] = useState<number | null>(null)
  const open = openStops(tour)
  const stop = open.find(({ seq }) => seq === atSeq) ?? open[0]
  if (!stop) return null
  if (stop.seq !== atSeq) setAtSeq(stop.seq)
  const next = open.find(({ seq }) => seq !== stop.seq)
  const done = (act: PickerAct) => {
    signal(next ? 'right' : 'done', settings)
    void onAct(act)
  }
  return (
    <StopScreen
      key={stop.seq}
      tour={tour}
      stop={stop}
      next={next}
      settings={settings}
      // en-CA writes YYYY-MM-DD.
      today={() => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(Date.now())}
      hasCamera={hasCamera}
      onCamera={setCamera}
      onPick={(quantity) => done(pickAct(tour, stop, quantity))}
      onShort={(found, reason) => done(shortAct(tour, stop, found, reason))}
    />
  )
}

const pickAct = (tour: Tour, { seq, bin, sku, picked }: TourStop, quantity: number): PickerAct => ({
  kind: 'pick',
  ...stamp(tour),
  seq,
  bin,
  sku,
  quantity,
  total: picked + quantity,
})

const shortAct = (tour: Tour, { seq, picked }: TourStop, found: number, reason: ShortReason): PickerAct => ({
  kind: 'short',
  ...stamp(tour),
  seq,
  found,
  reason,
  total: picked + found,
})
