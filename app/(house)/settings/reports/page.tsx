import { requirePerson } from '@/app/require-person'
import { ReportSettingsScreen } from '@/components/days/report-settings-screen'
import { readShiftPlan } from '@/lib/figures/read-shift-plan'

export const metadata = { title: 'Shift reports' }

export default async function ReportSettingsPage() {
  const { site } = await requirePerson('manager')
  return <ReportSettingsScreen plan={await readShiftPlan(site.id)} />
}
