import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listSlottingTasks } from '@/lib/picking/list-slotting-tasks'
import { listSlottingMovesOperation } from '../../../../slotting-operations'
import { standingSite } from '../../../standing-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listSlottingMovesOperation, async ({ caller, params }) =>
    json({ items: await listSlottingTasks(await standingSite(caller, params.site)) }),
  ),
})
