'use client'
import { useEffect, useEffectEvent, useRef, useState } from 'react'

/** A label stays in the picture after it was read; it is one scan until another one, or nothing for a while. */
const SAME_LABEL_MS = 1_500
const BETWEEN_FRAMES_MS = 60

/** The camera as a scanner: reads labels until it is taken away. */
export function Camera({ onScan }: { onScan: (text: string) => void }) {
  const video = useRef<HTMLVideoElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const scan = useEffectEvent(onScan)
  useEffect(() => {
    const element = video.current
    if (!element) return
    const closing = new AbortController()
    readLabels(element, (text) => scan(text), closing.signal).catch((error: unknown) => {
      if (!closing.signal.aborted) setProblem(wordsOf(error))
    })
    return () => closing.abort()
  }, [])
  if (problem !== null)
    return (
      <p role="alert" className="rounded-md bg-late-tint p-4 text-base text-ink">
        {problem}
      </p>
    )
  return (
    <div className="relative overflow-hidden rounded-md bg-rail">
      <video
        ref={video}
        muted
        playsInline
        aria-label="What the camera sees"
        className="h-52 w-full object-cover"
      />
      <div className="absolute inset-x-8 top-1/2 h-0.5 bg-tape" />
    </div>
  )
}

async function readLabels(video: HTMLVideoElement, tell: (text: string) => void, signal: AbortSignal) {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
  })
  const { openDecoder } = await import('./open-decoder')
  const decoder = await openDecoder()
  try {
    video.srcObject = stream
    if (!signal.aborted) await video.play()
    let last = { text: '', atMs: 0 }
    while (!signal.aborted) {
      const text = await decoder.decode(video)
      const nowMs = performance.now()
      if (text !== null && !signal.aborted) {
        if (text !== last.text || nowMs - last.atMs > SAME_LABEL_MS) tell(text)
        last = { text, atMs: nowMs }
      }
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_FRAMES_MS))
    }
  } finally {
    decoder.close()
    for (const track of stream.getTracks()) track.stop()
  }
}

function wordsOf(error: unknown): string {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError')
    return 'This page may not use the camera. Allow it in the settings of the browser.'
  if (name === 'NotFoundError') return 'This device has no camera. Use a scanner, or type the label.'
  return 'The camera cannot be used right now. Use a scanner, or type the label.'
}
