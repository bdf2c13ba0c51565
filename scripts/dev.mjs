// `npm run dev`: the server from its sources; Next reloads pages and components as they change.
import { generateClient } from './generate-client.mjs'
import { root } from './run-command.mjs'

process.chdir(root)
process.env.NODE_ENV = 'development'
process.env.NEXT_TELEMETRY_DISABLED = '1'
await generateClient()
const { register } = await import('tsx/esm/api')
register()
await import('../server.ts')
