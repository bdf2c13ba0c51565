'use client'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeading } from '@/components/ui/page-heading'
import { LoadingRows } from '@/components/ui/skeleton'
import { type PickingRules, pickingRulesSchema } from '@/lib/picking/picking-rules-schema'
import { pickingRulesPath } from './rule-form'
import { RulesForm } from './rules-form'

/** How a site picks, and what follows from each rule. */
export function RulesScreen({ site, initial }: { site: string; initial: Initial<PickingRules> }) {
  const path = pickingRulesPath(site)
  const query = useLiveQuery({ site, topic: 'picks', path, schema: pickingRulesSchema, initial })
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <Breadcrumb href="/picking" list="Picking">
        Rules
      </Breadcrumb>
      <PageHeading title="Picking rules">
        for tours that begin from now on; those that are walked keep their stops
      </PageHeading>
      <Answered query={query} loading={<LoadingRows rows={9} />}>
        {(rules) => <RulesForm site={site} rules={rules} />}
      </Answered>
    </div>
  )
}
