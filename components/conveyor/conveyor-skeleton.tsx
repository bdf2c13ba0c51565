import { Skeleton } from '@/components/ui/skeleton'

/** The place of the belts while they are on their way. */
export function ConveyorSkeleton() {
  return (
    <div role="status" className="flex flex-col gap-4 md:gap-5">
      <span className="sr-only">Loading</span>
      <Skeleton className="h-7 w-40" />
      <Skeleton className="h-48 w-full" />
      <Skeleton className="h-72 w-full" />
      <Skeleton className="h-24 w-full" />
    </div>
  )
}
