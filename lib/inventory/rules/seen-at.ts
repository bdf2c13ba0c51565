/** When somebody saw it: a phone's clock that is ahead must not claim to have seen what is still to come. */
export const seenAt = (at: string, now: Date): Date => new Date(Math.min(Date.parse(at), now.getTime()))
