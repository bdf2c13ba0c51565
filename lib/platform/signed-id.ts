import { createHmac, timingSafeEqual } from 'node:crypto'

const SIGNATURE_CHARACTERS = 27

/** An id that opens one thing for whoever was given it, without signing in. `purpose` keeps one kind of link from opening another. */
export const signId = (purpose: string, id: string): string => `${id}.${signatureOf(purpose, id)}`

/** The id that was signed for this purpose; null when it is not signed by us. */
export function readSignedId(purpose: string, signed: string): string | null {
  const at = signed.lastIndexOf('.')
  if (at < 1) return null
  const id = signed.slice(0, at)
  const given = Buffer.from(signed.slice(at + 1))
  const right = Buffer.from(signatureOf(purpose, id))
  return given.length === right.length && timingSafeEqual(given, right) ? id : null
}

function signatureOf(purpose: string, id: string): string {
  const secret = process.env.STOWLINE_SECRET
  if (!secret) throw new Error('STOWLINE_SECRET is not set: links cannot be signed')
  const signature = createHmac('sha256', secret).update(`${purpose}/${id}`).digest('base64url')
  return signature.slice(0, SIGNATURE_CHARACTERS)
}
