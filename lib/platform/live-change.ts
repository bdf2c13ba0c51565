import { z } from 'zod'

export const liveTopicSchema = z.enum(['orders', 'floor', 'picks', 'conveyor', 'queues', 'alerts'])
export type LiveTopic = z.infer<typeof liveTopicSchema>

/** What a live message says: which thing changed and its version; the client fetches the rest. */
export const liveChangeSchema = z.object({
  site: z.string(),
  topic: liveTopicSchema,
  event: z.string(),
  id: z.string(),
  version: z.number().int(),
})
export type LiveChange = z.infer<typeof liveChangeSchema>

/** What a client sends as `join` to hear of a site's topic. */
export const joinRequestSchema = z.object({ site: z.string().min(1).max(64), topic: liveTopicSchema })
