import { db } from '@/lib/platform/db'

/** Takes away the demo's accounts and keys, so that new ones can be made. */
export async function removeDemoAccess(): Promise<void> {
  await db.user.deleteMany({ where: { email: { endsWith: '@stowline.example' } } })
  await db.apiKey.deleteMany({ where: { name: { startsWith: 'demo ' } } })
}
