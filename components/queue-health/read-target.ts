import type { z } from 'zod'
import { type AlertSeverity, alertTargetRequestSchema } from '@/lib/queue-health/schema'

type Typed = {
  site: string
  kind: 'email' | 'standard' | 'slack'
  address: string
  minSeverity: AlertSeverity
}
type Read =
  | { outcome: 'read'; body: z.infer<typeof alertTargetRequestSchema> }
  | { outcome: 'wrong'; why: string }

/** What a person typed of somebody to be told, as the API wants it, or what is wrong with the address. */
export function readTarget({ site, kind, address, minSeverity }: Typed): Read {
  const target = kind === 'email' ? { kind, format: 'standard' } : { kind: 'webhook', format: kind }
  const read = alertTargetRequestSchema.safeParse({ ...target, site, address: address.trim(), minSeverity })
  if (read.success) return { outcome: 'read', body: read.data }
  const why =
    kind === 'email'
      ? 'This is no e-mail address. It looks like night@store.example.'
      : 'This is no address of a webhook. It begins with https:// or http://.'
  return { outcome: 'wrong', why }
}
