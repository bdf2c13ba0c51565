import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { checkAuditLog } from '@/lib/sites/check-audit-log'
import { readAuditChain } from '@/lib/sites/list-audit-entries'
import { checkAuditOperation } from '../../settings-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(checkAuditOperation, async ({ audit }) => {
    const { outcome } = await checkAuditLog(new Date())
    await audit({ subject: outcome })
    return json(await readAuditChain())
  }),
})
