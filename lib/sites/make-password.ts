import { randomBytes } from 'node:crypto'

const GOOD_FOR_MS = 7 * 86_400_000
const BYTES = 12

/** A password that its maker tells somebody: good for a week, and for nothing but to choose an own one. */
export const makePassword = (now: Date) => ({
  password: randomBytes(BYTES).toString('base64url'),
  passwordEndsAt: new Date(now.getTime() + GOOD_FOR_MS),
})
