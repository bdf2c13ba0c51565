import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { readAuditChain } from '@/lib/sites/list-audit-entries'
import { showAuditChainOperation } from '../../settings-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showAuditChainOperation, async ({ query: { entry, hash } }) =>
    json(await readAuditChain(entry !== undefined && hash !== undefined ? { entry, hash } : undefined)),
  ),
})
