'use client'
import { useQueryState } from 'nuqs'
import { useEffect, useState } from 'react'
import { daySearch } from './day-paths'

/** A minute of the day a second: 60 times as fast as it was. */
const MINUTE_OF_PLAY_MS = 1_000

/** The minute that is looked at, kept in the page's address, and its play button. It stops at the last known minute. */
export function usePlayhead(minutes: number) {
  const last = Math.max(0, minutes - 1)
  const [at, setAt] = useQueryState('at', daySearch.at)
  const [isPlaying, setPlaying] = useState(false)
  const minute = Math.min(Math.max(0, at ?? last), last)
  const isAtEnd = minute >= last
  useEffect(() => {
    if (!isPlaying || isAtEnd) return
    const timer = setTimeout(() => void setAt(minute + 1), MINUTE_OF_PLAY_MS)
    return () => clearTimeout(timer)
  }, [isPlaying, isAtEnd, minute, setAt])
  return {
    minute,
    isPlaying: isPlaying && !isAtEnd,
    /** From the end it plays the day from its beginning. */
    play: (wanted: boolean) => {
      if (wanted && isAtEnd) void setAt(0)
      setPlaying(wanted)
    },
    seek: (to: number) => {
      setPlaying(false)
      void setAt(Math.min(Math.max(0, Math.round(to)), last))
    },
  }
}
