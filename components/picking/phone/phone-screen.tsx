'use client'
import { useCallback, useEffect, useState } from 'react'
import { skippedNotice } from '@/components/outbox/act-notices'
import { Notices } from '@/components/outbox/notices'
import type { Outbox } from '@/components/outbox/outbox'
import { EMPTY, shownTour, tourActs } from '@/components/outbox/outbox-record'
import { useOutbox } from '@/components/outbox/use-outbox'
import { useSpeaker } from '@/components/outbox/use-speaker'
import { useDeviceSettings } from '@/components/scan/device-settings'
import { signal } from '@/components/scan/signals'
import { dateFormat } from '@/components/ui/formats'
import { Skeleton } from '@/components/ui/skeleton'
import { openStops, type PickerAct } from '@/lib/picking/rules/advance-tour'
import type { Tour, TourStop } from '@/lib/picking/schema'
import { DoneScreen } from './done-screen'
import { noteTour } from './first-tap'
import { PhoneMenu } from './phone-menu'
import { StartScreen } from './start-screen'
import { StopScreen } from './stop-screen'
import { TopBar } from './top-bar'
import type { ShortReason } from './tour-words'
import { useAppShell } from './use-app-shell'
import { useNextTour } from './use-next-tour'
import { useWakeLock } from './use-wake-lock'

type Props = { site: { id: string; timeZone: string } }

/** The picker's phone: one stop a screen, with or without a network. */
export function PhoneScreen({ site }: Props) {
  const { outbox, record, isReached } = useOutbox()
  const isRead = record !== undefined
  useSpeaker(outbox, isRead, useTouch(site.id))
  const { asked, getNext } = useNextTour(outbox, site.id)
  const settings = useDeviceSettings()
  const [isMenu, setMenu] = useState(false)
  useAppShell()
  const { acts, notices } = record ?? EMPTY
  const owed = tourActs(record ?? EMPTY)
  const shown = record ? shownTour(record) : null
  const tour = shown?.state === 'given-back' ? null : shown
  const stops = tour?.stops.filter(({ state }) => state !== 'cancelled') ?? []
  useWakeLock(settings.staysAwake && tour !== null)
  const about = { site: site.id, asked, isReached, onNext: getNext }
  useEffect(() => {
    if (isRead) noteTour(tour !== null)
  }, [isRead, tour])
  const act = (done: PickerAct) => {
    const isSkipped = done.kind === 'short' && !isReached
    return outbox.act(done, isSkipped ? skippedNotice(done, tour) : undefined)
  }
  return (
    // The phone's own font: one of ours would be on its way before the script.
    <div
      data-hand={settings.hand}
      className="group/phone flex h-dvh flex-col bg-ground [font-family:system-ui,sans-serif]"
    >
      <TopBar
        done={stops.length - (tour ? openStops(tour).length : 0)}
        total={stops.length}
        waiting={acts.length}
        isReached={isReached}
        onMenu={() => setMenu(!isMenu)}
      />
      {notices.length > 0 ? (
        <div className="max-h-[45dvh] shrink-0 overflow-y-auto p-3">
          <Notices notices={notices} onDismiss={outbox.dismiss} />
        </div>
      ) : null}
      {isMenu ? (
        <PhoneMenu
          tour={tour}
          settings={settings}
          onClose={() => setMenu(false)}
          onGiveBack={() => {
            if (tour) void act({ kind: 'give-back', ...stamp(tour) })
            setMenu(false)
          }}
        />
      ) : tour && openStops(tour).length > 0 ? (
        <Walk tour={tour} timeZone={site.timeZone} onAct={act} />
      ) : tour ? (
        <DoneScreen tour={tour} acts={owed} {...about} />
      ) : (
        <>
          <div className="contents in-data-tour:hidden">
            <StartScreen waiting={owed.length} {...about} />
          </div>
          {isRead ? null : <Opening />}
        </>
      )}
    </div>
  )
}

/** Where the phone is known to have a tour, until it is read. */
function Opening() {
  return (
    <main
      role="status"
      aria-label="Loading"
      className="hidden grow flex-col gap-4 bg-ground p-4 in-data-tour:flex"
    >
      <Skeleton className="h-16 w-4/5" />
      <Skeleton className="h-28 w-full" />
      <Skeleton className="mt-auto h-16 w-full" />
    </main>
  )
}

/** Loads what speaks to the server about tours. */
const useTouch = (site: string) =>
  useCallback(async () => {
    const { keepInTouch } = await import('./keep-in-touch')
    return (outbox: Outbox) => keepInTouch(outbox, site)
  }, [site])

const stamp = ({ tourId }: Tour) => ({
  operationId: crypto.randomUUID(),
  tourId,
  at: new Date().toISOString(),
})

type WalkProps = { tour: Tour; timeZone: string; onAct: (act: PickerAct) => Promise<void> }

/** From stop to stop. Whoever stands at a bin stays there, even when the way is planned anew meanwhile. */
function Walk({ tour, timeZone, onAct }: WalkProps) {
  const settings = useDeviceSettings()
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
      today={() => dateFormat('en-CA', { timeZone, dateStyle: 'short' }).format(Date.now())}
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
