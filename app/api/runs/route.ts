import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { keepsRuns, listRuns } from '@/inngest/runs'
import { sitesOf } from '@/lib/sites/rules/may-enter'
import { nextLink } from '../paging'
import { listRunsOperation } from '../run-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listRunsOperation, async ({ request, caller, query }) => {
    if (!keepsRuns) notFound('Runs are kept by the Inngest server that this house is connected to.')
    const { function: functionId, ...filter } = query
    const list = await listRuns({ ...filter, functionId }, sitesOf(caller))
    return json(list, 200, nextLink(request, list.nextCursor))
  }),
})
