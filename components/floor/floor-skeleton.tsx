import { Skeleton } from '@/components/ui/skeleton'

const AISLES = Array.from({ length: 24 }, (_, aisle) => aisle)

/** A hall that is coming. */
export function FloorSkeleton() {
  return (
    <div
      role="status"
      className="flex h-[calc(100dvh-6.5rem)] flex-col gap-3 max-md:-m-4 max-md:h-[calc(100dvh-7.5rem)] max-md:p-2"
    >
      <span className="sr-only">Loading the floor</span>
      <Skeleton className="h-8 w-64" />
      <div className="flex grow items-center justify-center gap-[1.2%] overflow-hidden rounded-lg border border-line bg-surface p-[4%]">
        {AISLES.map((aisle) => (
          <Skeleton key={aisle} className="h-3/4 w-[2.2%]" />
        ))}
      </div>
    </div>
  )
}
