import { z } from 'zod'
import {
  invitationSchema,
  invitedSchema,
  ownPasswordSchema,
  peopleListSchema,
  personChangeSchema,
  personSchema,
  sessionListSchema,
} from '@/lib/sites/people-schema'
import { everyone, type Operation } from './operation'

const site = z.string().min(1).max(64)
// By people only: a key that made accounts would outlive its own end.
const managing = { roles: ['manager'] } as const
/** What a person does with their own account. */
const own = { roles: everyone } as const

const noPerson = { 404: { description: 'No such person' } }
const kept = {
  409: { description: 'The person belongs to sites that are not yours, or is the last manager of one' },
}

export const listPeopleOperation = {
  id: 'listPeople',
  method: 'GET',
  path: '/api/people',
  summary: 'The people of a site, by name',
  admits: managing,
  query: z.object({ site: site.optional() }),
  answers: { 200: { description: 'The people', schema: peopleListSchema } },
} as const satisfies Operation

export const invitePersonOperation = {
  id: 'invitePerson',
  method: 'POST',
  path: '/api/people',
  summary:
    'Makes an account with a password that is in this answer only: for a week it lets its bearer choose an own one, and nothing else',
  admits: managing,
  body: invitationSchema,
  answers: {
    201: { description: 'The person and the password', schema: invitedSchema },
    404: { description: 'No such site' },
    409: { description: 'The e-mail has an account' },
  },
} as const satisfies Operation

export const changePersonOperation = {
  id: 'changePerson',
  method: 'PUT',
  path: '/api/people/{id}',
  summary:
    'Sets name, role and which of your sites the person belongs to; their other sites stay. Another role ends their sessions',
  admits: managing,
  body: personChangeSchema,
  answers: {
    200: {
      description: 'The person; null when they are of none of your sites any more',
      schema: personSchema.nullable(),
    },
    ...noPerson,
    ...kept,
  },
} as const satisfies Operation

export const disablePersonOperation = {
  id: 'disablePerson',
  method: 'POST',
  path: '/api/people/{id}/disable',
  summary:
    'Ends a person’s sessions at once and takes their password away; a new password lets them in again',
  admits: managing,
  answers: { 200: { description: 'The person', schema: personSchema }, ...noPerson, ...kept },
} as const satisfies Operation

export const resetPasswordOperation = {
  id: 'resetPassword',
  method: 'POST',
  path: '/api/people/{id}/reset-password',
  summary: 'Makes another password, as for a new account, and ends the person’s sessions',
  admits: managing,
  answers: {
    200: { description: 'The person and the password', schema: invitedSchema },
    ...noPerson,
    ...kept,
  },
} as const satisfies Operation

export const listSessionsOperation = {
  id: 'listSessions',
  method: 'GET',
  path: '/api/people/{id}/sessions',
  summary: 'Where a person is signed in',
  admits: managing,
  answers: { 200: { description: 'The sessions', schema: sessionListSchema }, ...noPerson },
} as const satisfies Operation

export const endSessionsOperation = {
  id: 'endSessions',
  method: 'DELETE',
  path: '/api/people/{id}/sessions',
  summary: 'Signs a person out: everywhere, or where `session` names one',
  admits: managing,
  query: z.object({ session: z.string().max(100).optional() }),
  answers: { 204: { description: 'They are signed out' }, ...noPerson },
} as const satisfies Operation

export const listOwnSessionsOperation = {
  id: 'listOwnSessions',
  method: 'GET',
  path: '/api/me/sessions',
  summary: 'Where you are signed in',
  admits: own,
  answers: { 200: { description: 'The sessions', schema: sessionListSchema } },
} as const satisfies Operation

export const endOwnSessionsOperation = {
  id: 'endOwnSessions',
  method: 'DELETE',
  path: '/api/me/sessions',
  summary: 'Signs you out everywhere else, or where `session` names one',
  admits: own,
  query: z.object({ session: z.string().max(100).optional() }),
  answers: { 204: { description: 'You are signed out there' } },
} as const satisfies Operation

export const changeOwnPasswordOperation = {
  id: 'changeOwnPassword',
  method: 'PUT',
  path: '/api/me/password',
  summary: 'Chooses your own password and signs you out everywhere else',
  admits: { ...own, isForProvisional: true },
  body: ownPasswordSchema,
  answers: {
    204: { description: 'It is the new one' },
    409: { description: 'The password that was made for you has lapsed' },
    422: { description: 'The current password is another one' },
  },
} as const satisfies Operation

export const peopleOperations: Operation[] = [
  listPeopleOperation,
  invitePersonOperation,
  changePersonOperation,
  disablePersonOperation,
  resetPasswordOperation,
  listSessionsOperation,
  endSessionsOperation,
  listOwnSessionsOperation,
  endOwnSessionsOperation,
  changeOwnPasswordOperation,
]
