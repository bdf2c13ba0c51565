import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { slot } from '@/lib/platform/slot'
import { setFaultsOperation } from '../../operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: door(setFaultsOperation, async ({ body, audit }) => {
    if (!slot.setFault) notFound('There is no demo here.')
    const { email, payment, engine, database } = body
    if (email) await slot.setFault({ part: 'email', state: email })
    if (payment) await slot.setFault({ part: 'payment', state: payment })
    if (engine) await slot.setFault({ part: 'engine', state: engine })
    const subject = JSON.stringify(body)
    await audit({ subject })
    // Last: nothing can be written down any more.
    if (database) await slot.setFault({ part: 'database', state: database })
    return json(body)
  }),
})
