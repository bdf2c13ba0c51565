import { refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { changeOwnPassword } from '@/lib/sites/change-own-password'
import { changeOwnPasswordOperation } from '../../people-operations'
import { ownSession } from '../own-session'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: door(changeOwnPasswordOperation, async ({ request, body, audit }) => {
    const own = await ownSession(request)
    const { outcome } = await changeOwnPassword(own, body, new Date())
    if (outcome !== 'changed') await audit({ subject: own.userId, outcome: 'refused' })
    if (outcome === 'wrong') {
      const errors = [{ pointer: '/current', detail: 'this is not your password' }]
      refuse({ status: 422, title: 'The current password is another one', errors })
    }
    if (outcome === 'lapsed')
      refuse({ status: 409, title: 'The password has lapsed', detail: 'Ask a manager for another one.' })
    await audit({ subject: own.userId })
    return new Response(null, { status: 204 })
  }),
})
