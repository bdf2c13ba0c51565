'use client'
import { createContext, type ReactNode, use } from 'react'

const ToolsContext = createContext<ReactNode>(null)

/** What stands beside the heading of every screen with filters. */
export function HeadingToolsProvider({ tools, children }: { tools: ReactNode; children: ReactNode }) {
  return <ToolsContext value={tools}>{children}</ToolsContext>
}

/** The place beside a heading where it stands; outside of the provider there is nothing. */
export const HeadingTools = (): ReactNode => use(ToolsContext)
