import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'

const positive = z.coerce.number().positive()

const argumentsSchema = z.object({
  'orders-per-minute': positive.default(60),
  minutes: positive.default(5),
  /** How many orders in all; otherwise rate times minutes. */
  orders: z.coerce.number().int().positive().optional(),
  /** The simulated clock runs so many times faster. */
  speed: positive.default(1),
  seed: z.coerce.number().int().default(1),
  url: z.url().optional(),
  'api-key': z.string().min(1).optional(),
  site: z.string().min(1).optional(),
  /** The demo's gentle traffic: endless, silent, until stdin closes. */
  traffic: z.boolean().default(false),
  /** Boxes on the belts instead of orders. */
  conveyor: z.boolean().default(false),
  /** On every sorter. */
  'boxes-per-minute': positive.default(450),
  /** Scans over HTTP instead of the socket. */
  http: z.boolean().default(false),
})

const demoSchema = z.object({
  url: z.string(),
  site: z.string(),
  apiKeys: z.array(z.object({ scope: z.string(), key: z.string() })),
})

/** A run of the conveyor's emulator. */
export type BeltRun = { boxesPerMinute: number; minutes: number; speed: number; isHttp: boolean }

export type Settings = {
  url: string
  key: string
  site: string
  orders: number
  perSecond: number
  seed: number
  traffic: boolean
  conveyor: BeltRun | undefined
}

/**
 * The command line, with address, key and site from the demo of this folder where they are not given.
 * @throws Error with one line that says what is wrong or missing
 */
export function readSettings(argv: string[], dataFolder: string): Settings {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: argv,
    options: {
      'orders-per-minute': text,
      minutes: text,
      orders: text,
      speed: text,
      seed: text,
      url: text,
      'api-key': text,
      site: text,
      traffic: { type: 'boolean' },
      conveyor: { type: 'boolean' },
      'boxes-per-minute': text,
      http: { type: 'boolean' },
    },
  })
  const parsed = argumentsSchema.safeParse(values)
  if (!parsed.success) {
    throw new Error(
      parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('; '),
    )
  }
  const given = parsed.data
  const demo = given.url && given['api-key'] && given.site ? undefined : readDemo(dataFolder)
  const perMinute = given['orders-per-minute']
  return {
    url: given.url ?? demo?.url ?? '',
    key: given['api-key'] ?? demo?.apiKeys.find(({ scope }) => scope === 'all')?.key ?? '',
    site: given.site ?? demo?.site ?? '',
    orders: given.orders ?? Math.round(perMinute * given.minutes),
    perSecond: (perMinute / 60) * given.speed,
    seed: given.seed,
    traffic: given.traffic,
    conveyor: given.conveyor
      ? {
          ...{ boxesPerMinute: given['boxes-per-minute'], minutes: given.minutes, speed: given.speed },
          isHttp: given.http,
        }
      : undefined,
  }
}

function readDemo(dataFolder: string) {
  try {
    return demoSchema.parse(JSON.parse(readFileSync(join(dataFolder, 'demo.json'), 'utf8')))
  } catch {
    throw new Error(`no demo in ${dataFolder}: run "npm start" first, or give --url, --api-key and --site`)
  }
}
