import { createHash, randomBytes } from 'node:crypto'

const SHOWN_CHARACTERS = 8

/** A new secret for a key. 256 random bits need no slow hash: SHA-256 is what is stored. */
export function makeKey() {
  const key = `slk_${randomBytes(32).toString('base64url')}`
  return {
    key,
    keyHash: createHash('sha256').update(key).digest(),
    keyPrefix: key.slice(0, SHOWN_CHARACTERS),
  }
}
