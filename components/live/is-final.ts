/**
 * Whether the server will say the same of what it refused with this status, however often it is asked; anything else,
 * such as no answer at all or a session that has ended, may pass.
 */
export const isFinal = (status: number): boolean =>
  status === 400 || status === 403 || status === 404 || status === 409 || status === 422
