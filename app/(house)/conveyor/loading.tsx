import { ConveyorSkeleton } from '@/components/conveyor/conveyor-skeleton'

export default function Loading() {
  return <ConveyorSkeleton />
}
