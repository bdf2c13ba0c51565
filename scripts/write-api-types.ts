import { writeFileSync } from 'node:fs'
import { API_TYPES, apiTypes } from './api-types'

/** `npm run client`: writes the types by which the typed client knows the API. */
writeFileSync(API_TYPES, await apiTypes())
