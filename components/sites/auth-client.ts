import { createAuthClient } from 'better-auth/react'

/** Sign-in and sign-out, on the host this page came from. */
export const authClient = createAuthClient()
