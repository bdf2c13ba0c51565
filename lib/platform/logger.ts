import pino from 'pino'

// A part of the house tells its parent by its standard output that it is ready.
const OUTPUT = process.env.STOWLINE_PROCESS ? 2 : 1

/** Structured logs with ids, never with personal data or secrets. */
export const logger = pino(
  {
    level: process.env.LOG_LEVEL || 'warn',
    base: undefined,
    redact: ['authorization', 'cookie', '*.authorization', '*.cookie', '*.token', '*.password'],
  },
  pino.destination(OUTPUT),
)
