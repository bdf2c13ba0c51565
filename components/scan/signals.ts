import type { DeviceSettings } from './device-settings'

/** `right` and `wrong` must be told apart in noise and without looking: high and short, or low and twice. */
export type Signal = 'right' | 'wrong' | 'done'

type Tone = { hertz: number; startMs: number; forMs: number; wave: OscillatorType }
const TONES: Record<Signal, Tone[]> = {
  right: [{ hertz: 1_320, startMs: 0, forMs: 90, wave: 'sine' }],
  wrong: [
    { hertz: 180, startMs: 0, forMs: 180, wave: 'square' },
    { hertz: 140, startMs: 230, forMs: 300, wave: 'square' },
  ],
  done: [
    { hertz: 880, startMs: 0, forMs: 110, wave: 'sine' },
    { hertz: 1_320, startMs: 130, forMs: 180, wave: 'sine' },
  ],
}
const SHAKES: Record<Signal, number[]> = { right: [40], wrong: [220, 90, 220], done: [60, 60, 60] }
const LOUDNESS = 0.4

let audio: AudioContext | undefined

/** Lets a picker hear and feel what happened. */
export function signal(what: Signal, { hasSound, hasVibration }: DeviceSettings): void {
  if (hasVibration) navigator.vibrate?.(SHAKES[what])
  if (!hasSound) return
  audio ??= new AudioContext()
  // Browsers let a page speak only after it was touched.
  void audio.resume()
  for (const tone of TONES[what]) play(audio, tone)
}

function play(context: AudioContext, { hertz, startMs, forMs, wave }: Tone): void {
  const oscillator = new OscillatorNode(context, { frequency: hertz, type: wave })
  const volume = new GainNode(context, { gain: LOUDNESS })
  oscillator.connect(volume).connect(context.destination)
  const start = context.currentTime + startMs / 1000
  oscillator.start(start)
  oscillator.stop(start + forMs / 1000)
}
