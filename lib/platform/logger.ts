import pino from 'pino'

/** Structured logs with ids, never with personal data or secrets. */
export const logger = pino({
  level: process.env.LOG_LEVEL || 'warn',
  base: undefined,
  redact: ['authorization', 'cookie', '*.authorization', '*.cookie', '*.token', '*.password'],
})
