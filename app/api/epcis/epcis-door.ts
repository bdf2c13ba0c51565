import type { ZodType } from 'zod'
import { refuse } from '@/app/answers'
import { type Door, door, type Visit } from '@/app/door'
import type { RouteContext } from '@/app/methods'
import { parseBody } from '@/app/read-body'
import { type Problem, problemResponse } from '@/lib/platform/problem'
import type { Operation } from '../operation'

/** Announced by OPTIONS. */
export const CAPTURE_LIMIT = 1_000
export const CAPTURE_BYTES = 8_388_608
const URI_CHARACTERS = 8_000
const TYPES = ['application/json', 'application/ld+json']
const DOCUMENT = { types: TYPES, limitBytes: CAPTURE_BYTES }

/** What the standard calls a refusal, by its status. */
const EXCEPTIONS: Record<number, string> = {
  400: 'ValidationException',
  401: 'SecurityException',
  403: 'SecurityException',
  404: 'NoSuchNameException',
  406: 'NotAcceptableException',
  409: 'ResourceAlreadyExistsException',
  413: 'CaptureLimitExceededException',
  414: 'URITooLongException',
  415: 'UnsupportedMediaTypeException',
  429: 'ImplementationException',
  500: 'ImplementationException',
  503: 'ImplementationException',
}
export const VERSIONS = { 'GS1-EPCIS-Version': '2.0', 'GS1-CBV-Version': '2.0' }

type EpcisVisit<Body> = Omit<Visit<undefined, undefined>, 'body' | 'params'> & {
  body: Body
  /** The named parts of the path, decoded: most are URIs. */
  params: Record<string, string>
}
type ParsedAs<Schema> = Schema extends ZodType<infer Value> ? Value : undefined

/**
 * A door of EPCIS's own manners: its problem types, its headers, JSON or JSON-LD, and documents larger than other bodies.
 * `act` reads its query itself.
 */
export function epcisDoor<const Op extends Operation>(
  operation: Op,
  act: (visit: EpcisVisit<ParsedAs<Op['body']>>) => Promise<Response>,
): Door {
  const { body: schema, query: _, ...rest } = operation
  const through = door(rest as Operation, async (visit) => {
    checkHeaders(visit.request)
    const body = schema ? await parseBody(schema, visit.request, DOCUMENT) : undefined
    const params = pathParts(operation.path, visit.request)
    return act({ ...visit, params, body } as EpcisVisit<ParsedAs<Op['body']>>)
  })
  const open = async (request: Request, context: RouteContext): Promise<Response> => {
    const response = await through(request, context)
    const answer = response.status >= 400 ? await asException(response, request) : response
    for (const [name, value] of Object.entries(VERSIONS)) answer.headers.set(name, value)
    return answer
  }
  return Object.assign(open, { operation })
}

/** Refuses with one of the standard's exceptions. */
export function refuseBy(exception: string, problem: Problem): never {
  refuse({ ...problem, type: `epcisException:${exception}` })
}

async function asException(response: Response, request: Request): Promise<Response> {
  const problem = (await response.json()) as Problem
  const type = problem.type?.startsWith('epcisException:')
    ? problem.type
    : `epcisException:${EXCEPTIONS[response.status] ?? 'ImplementationException'}`
  const headers = Object.fromEntries(response.headers)
  return problemResponse({ ...problem, type }, new URL(request.url).pathname, headers)
}

function checkHeaders({ headers, url }: Request): void {
  if (url.length > URI_CHARACTERS)
    refuse({ status: 414, title: 'URI Too Long', detail: `At most ${URI_CHARACTERS} characters.` })
  const accept = headers.get('accept') ?? '*/*'
  const wanted = accept.split(',').map((range) => range.split(';')[0]?.trim().toLowerCase() ?? '')
  if (!wanted.some((range) => ['', '*/*', 'application/*', ...TYPES].includes(range)))
    refuse({ status: 406, title: 'Not Acceptable', detail: `This answers ${TYPES.join(' or ')}.` })
  for (const name of Object.keys(VERSIONS)) {
    const version = headers.get(name)
    if (version !== null && !/^2\.0(\.\d+)?$/.test(version.trim()))
      refuse({ status: 406, title: 'Not Acceptable', detail: `${name} is 2.0 here.` })
  }
}

// From the address itself: an id such as `ni:///sha-256;…?ver=CBV2.0` comes escaped, and must be unescaped once.
function pathParts(pattern: string, request: Request): Record<string, string> {
  const given = new URL(request.url).pathname.split('/')
  const named = pattern.split('/').flatMap((part, at) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    return name === undefined ? [] : [[name, unescaped(given[at] ?? '')] as const]
  })
  return Object.fromEntries(named)
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
