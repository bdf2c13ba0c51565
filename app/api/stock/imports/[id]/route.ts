import { z } from 'zod'
import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { findImport } from '@/lib/inventory/read-imports'
import { mayKnow } from '@/lib/sites/rules/may-enter'
import { showImportOperation } from '../../../stock-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showImportOperation, async ({ caller, params }) => {
    const { id = '' } = params
    const found = z.uuid().safeParse(id).success ? await findImport(id) : null
    return found && mayKnow(caller, found.site) ? json(found) : notFound(`No import ${id}.`)
  }),
})
