'use client'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from '@/components/ui/error-state'
import { StaleNotice } from '@/components/ui/stale-notice'

type Asked<Answer> = Pick<
  UseQueryResult<Answer>,
  'data' | 'isError' | 'error' | 'isFetching' | 'isPlaceholderData'
> & { refetch: () => unknown }

type Props<Answer> = {
  query: Asked<Answer>
  /** Drawn while nothing is there yet. */
  loading: ReactNode
  /** The answer takes the height there is. */
  isFilled?: boolean
  children: (answer: Answer) => ReactNode
}

/** Draws an answer in each of its states: coming, there, being replaced, old because asking again failed, not to be had. */
export function Answered<Answer>({ query, loading, isFilled = false, children }: Props<Answer>) {
  const retry = () => void query.refetch()
  if (query.data === undefined) {
    if (!query.isError) return loading
    return (
      <ErrorState
        title="This could not be loaded"
        detail={query.error?.message ?? ''}
        onRetry={retry}
        isPending={query.isFetching}
      />
    )
  }
  return (
    <>
      {query.isError ? <StaleNotice detail={query.error?.message ?? ''} onRetry={retry} /> : null}
      <div
        aria-busy={query.isPlaceholderData}
        className={`flex flex-col gap-4 transition-opacity aria-busy:opacity-50 md:gap-5 ${isFilled ? 'min-h-0 grow' : ''}`}
      >
        {children(query.data)}
      </div>
    </>
  )
}
