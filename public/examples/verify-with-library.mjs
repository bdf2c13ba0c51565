import { Webhook } from 'standardwebhooks'

/** The same with `npm install standardwebhooks`; it is there for other languages too. */
export function verifyWebhook(secret, headers, body) {
  return new Webhook(secret).verify(body, headers)
}
