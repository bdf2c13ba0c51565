import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { db } from './db'

const MINUTE_SECONDS = 60

/**
 * Sessions of people, by better-auth on our Postgres. Accounts are made by `createUser` only.
 * A session is read from its signed cookie for a minute before the database is asked again.
 */
export const auth = betterAuth({
  appName: 'Stowline',
  baseURL: process.env.STOWLINE_URL ?? {
    allowedHosts: ['*'],
    fallback: `http://localhost:${process.env.PORT || 3000}`,
  },
  secret: process.env.STOWLINE_SECRET,
  database: prismaAdapter(db, { provider: 'postgresql' }),
  telemetry: { enabled: false },
  emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
  session: { expiresIn: 12 * 60 * MINUTE_SECONDS, cookieCache: { enabled: true, maxAge: MINUTE_SECONDS } },
  user: { additionalFields: { role: { type: 'string', input: false, defaultValue: 'picker' } } },
  // A page may only sign in to the host it came from; the browser sets both headers.
  trustedOrigins: (request) => {
    const host = request?.headers.get('host')
    return host ? [`http://${host}`, `https://${host}`] : []
  },
  rateLimit: { enabled: true, customRules: { '/sign-in/email': { window: MINUTE_SECONDS, max: 30 } } },
  advanced: { cookiePrefix: 'stowline', ipAddress: { ipAddressHeaders: ['x-client-address'] } },
})
