import { readdirSync } from 'node:fs'
import type { Operation } from './api/operation'

export type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>
/** A method of a route file; without an operation it is no door of ours. */
export type Opening = { file: string; method: string; handler: Handler; operation?: Operation }

export type Door = Opening & { operation: Operation }
export const isDoor = (one: Opening): one is Door => one.operation !== undefined

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']

/** Every method of every route file below app/, found on the disk: nobody needs to remember to name a new one. */
export async function everyOpening(): Promise<Opening[]> {
  const names = readdirSync('app', { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => /(^|\/)route\.tsx?$/.test(name)).sort()
  const openings: Opening[] = []
  for (const file of files) {
    const route = (await import(/* @vite-ignore */ `./${file}`)) as Record<
      string,
      Handler & { operation?: Operation }
    >
    for (const method of METHODS) {
      const handler = route[method]
      if (handler) openings.push({ file, method, handler, operation: handler.operation })
    }
  }
  return openings
}

/** The address of a route file: `api/orders/[orderNumber]/route.ts` is `/api/orders/{orderNumber}`. */
export const addressOf = (file: string): string =>
  `/${file.replace(/\/?route\.tsx?$/, '')}`.replace(/\[(?:\.\.\.)?(\w+)\]/g, '{$1}')
