import { Webhook } from 'standardwebhooks'

/** The same with `npm install standardwebhooks`, which there is for eleven languages. */
export function verifyWebhook(secret, headers, body) {
  return new Webhook(secret).verify(body, headers)
}
