'use client'
import { Pause, Play, Radio } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { useLocale } from '@/components/ui/locale'
import { SelectField } from '@/components/ui/select-field'
import { clockWords } from '@/components/ui/time-words'
import { HOURS, SPEEDS, type useReplay } from './use-replay'

const MINUTE_MS = 60_000
const hourOptions = HOURS.map((hours) => ({
  id: String(hours),
  text: hours === 1 ? 'Last hour' : `Last ${hours} h`,
}))
const speedOptions = SPEEDS.map((speed) => ({ id: String(speed), text: `${speed}×` }))

/** Winds the floor back: play, speed, a moment to pull at, and the way back to the present. */
export function ReplayBar({ replay, start, stop, seek, play, setSpeed }: ReturnType<typeof useReplay>) {
  const { locale, timeZone } = useLocale()
  const { isLoading, error, isPlaying, fromMs, toMs, atMs, changes, hours, speed } = replay
  const label = clockWords(atMs, toMs, locale, timeZone)
  const isReady = !isLoading && !error
  return (
    <section
      aria-label="Replay"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-t bg-surface px-3 py-2 text-ink"
    >
      <IconButton label={isPlaying ? 'Pause' : 'Play'} onPress={() => isReady && play(!isPlaying)}>
        {isPlaying ? <Pause size={18} aria-hidden="true" /> : <Play size={18} aria-hidden="true" />}
      </IconButton>
      <output className="w-24 font-medium text-base tabular-nums">{label}</output>
      <input
        type="range"
        aria-label="Moment"
        aria-valuetext={label}
        min={fromMs}
        max={toMs}
        step={MINUTE_MS / 6}
        value={atMs}
        disabled={!isReady}
        onChange={(event) => seek(Number(event.target.value))}
        className="h-8 min-w-40 grow basis-56 cursor-pointer accent-action max-md:order-last max-md:basis-full"
      />
      <p role="status" className="text-ink-soft text-xs tabular-nums max-md:hidden">
        {error ?? (isLoading ? `Reading… ${changes}` : `${changes} changes`)}
      </p>
      <div className="flex items-center gap-2 max-md:ml-auto">
        <SelectField
          label="How far back"
          hidesLabel
          options={hourOptions}
          chosen={String(hours)}
          onChoose={(id) => void start(HOURS.find((one) => String(one) === id) ?? hours)}
        />
        <SelectField
          label="Speed"
          hidesLabel
          options={speedOptions}
          chosen={String(speed)}
          onChoose={(id) => setSpeed(SPEEDS.find((one) => String(one) === id) ?? speed)}
        />
        <Button onPress={stop}>
          <Radio size={14} aria-hidden="true" /> Live
        </Button>
      </div>
    </section>
  )
}
