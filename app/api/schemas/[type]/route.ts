import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { eventJsonSchema, versionedType } from '@/lib/platform/event-type'
import { showSchemaOperation } from '../../schema-operations'
import { eventTypes } from '../event-types'
import { versionsOf } from '../versions-of'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showSchemaOperation, async ({ params }) => {
    const one = eventTypes.find((known) => versionedType(known) === params.type)
    if (one) return json(eventJsonSchema(one), 200, { 'content-type': 'application/schema+json' })
    return json(versionsOf(params.type ?? '') ?? notFound(`No type of event ${params.type}.`))
  }),
})
