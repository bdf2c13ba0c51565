export type SafeError = {
  type: string
  message: string
  code?: string
  table?: string
  constraint?: string
  stack?: string
  cause?: SafeError
}

const MAIL = /[^\s<>"(),;:]+@[^\s<>"(),;:]+/g
const PHONE = /\+\d[\d\s()/-]{5,}\d/g
const DEEPEST = 3

/**
 * A text without what may be somebody's: parsers and Postgres quote what they were given in double quotes, often cut short,
 * so all between the first and the last one goes, and so do addresses and numbers to call.
 */
export const safeText = (text: string): string =>
  text.replace(/".*"/s, '"…"').replace(MAIL, '…@…').replace(PHONE, '+…')

/**
 * An error as a log may have it: what it is, where it was thrown, and of a refusal by Postgres the table and constraint.
 * Everything else that drivers hang on their errors is left out: parameters, the row in question, a mail's recipients.
 */
export function safeError(thrown: unknown, depth = 0): SafeError {
  if (typeof thrown !== 'object' || thrown === null)
    return { type: typeof thrown, message: safeText(String(thrown)) }
  const error = thrown as Record<string, unknown>
  const type = typeof error.name === 'string' ? error.name : 'Error'
  const message = safeText(reasonOf(type, String(error.message ?? '')))
  const known = (name: 'code' | 'table' | 'constraint') =>
    typeof error[name] === 'string' ? { [name]: error[name] } : {}
  // Its first lines are the message once more, as it came.
  const frames = String(error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  return {
    ...{ type, message, ...known('code'), ...known('table'), ...known('constraint') },
    ...(frames.length > 0 && { stack: [`${type}: ${message}`, ...frames].join('\n') }),
    ...(error.cause !== undefined && depth < DEEPEST && { cause: safeError(error.cause, depth + 1) }),
  }
}

// Prisma's messages begin with our source and the values of the call, and end with the reason.
const reasonOf = (type: string, message: string): string =>
  type.startsWith('Prisma') ? (message.trim().split('\n').at(-1) ?? '') : message
