import { tellLeaving } from '@/components/live/leaving'

// Before anything else in the browser: zod would try whether it may make functions of text, which no page of ours may.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

/** Next calls it as a walk to another page begins. */
export const onRouterTransitionStart = tellLeaving
