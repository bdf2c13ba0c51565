'use client'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { type AlertList, alertListSchema, alertsPath } from './alert-paths'
import { openCritical } from './alert-words'

/** The alerts of a site that are open and critical, wherever in the house one is. */
export function useOpenAlerts(site: string, initial: Initial<AlertList>) {
  const path = alertsPath(site, { state: 'open', cursor: null })
  const open = useLiveQuery({ site, topic: 'alerts', path, schema: alertListSchema, initial })
  return openCritical(open.data?.items ?? [])
}
