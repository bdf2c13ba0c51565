import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { db } from './db'
import { logger } from './logger'

const HOUR_SECONDS = 3600
const isHttps = process.env.STOWLINE_URL?.startsWith('https:') ?? false

/**
 * Sessions of people, by better-auth on our Postgres. Accounts are made by `createUser` only. The signed
 * cookie says for a minute which session it is; whether that still stands is asked of the database with every request, by
 * `identifyCaller`.
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
  // Wrong passwords are in the audit log; what else it has to say may name somebody.
  logger: { level: 'error', log: (_level, message) => logger.error(message) },
  emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
  session: { expiresIn: 12 * HOUR_SECONDS, cookieCache: { enabled: true, maxAge: 60 } },
  user: { additionalFields: { role: { type: 'string', input: false, defaultValue: 'picker' } } },
  // A page may only sign in to the host it came from; the browser sets both headers.
  trustedOrigins: (request) => {
    const host = request?.headers.get('host')
    return host ? [`http://${host}`, `https://${host}`] : []
  },
  // Doors count requests, and `beginSignIn` counts what failed in Postgres, for all processes at once.
  rateLimit: { enabled: false },
  advanced: {
    cookiePrefix: 'stowline',
    // `__Secure-` and Secure. Without https a browser would not send such a cookie back.
    useSecureCookies: isHttps,
    // Not strict: a link in a mail must find its reader signed in. What changes anything must come from our own page.
    defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: isHttps },
    ipAddress: { ipAddressHeaders: ['x-client-address'] },
  },
})
