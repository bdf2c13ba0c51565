import { FloorSkeleton } from '@/components/floor/floor-skeleton'

export default function Loading() {
  return <FloorSkeleton />
}
