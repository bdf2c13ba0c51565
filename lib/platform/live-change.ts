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

/**
 * What a process tells the web processes of a high-rate stream: rows that changed, by their ids. They read the rows and
 * send clients the changes themselves; no client hears this.
 */
export const liveTouchSchema = z.object({
  site: z.string(),
  topic: liveTopicSchema,
  touched: z.array(z.number().int()),
})
export type LiveTouch = z.infer<typeof liveTouchSchema>

/** What one process of the house tells the others, and which one it is. */
export const liveToldSchema = z.object({
  from: z.string(),
  messages: z.array(z.union([liveChangeSchema, liveTouchSchema])),
})
export type LiveTold = z.infer<typeof liveToldSchema>

const ROOM = /^site:([^:]{1,64}):([a-z]+)$/

/** What a client sends as `join` to hear of a site's topic: the room's name, `site:{site}:{topic}`, or its parts. */
export const joinRequestSchema = z.preprocess(
  (request) => {
    const [, site, topic] = (typeof request === 'string' && ROOM.exec(request)) || []
    return site === undefined ? request : { site, topic }
  },
  z.object({ site: z.string().min(1).max(64), topic: liveTopicSchema }),
)
