import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listSchemasOperation } from '../schema-operations'
import { listTypes } from './versions-of'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listSchemasOperation, async () => json({ items: listTypes() })),
})
