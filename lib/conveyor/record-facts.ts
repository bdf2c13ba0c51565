import { statement } from '@/lib/platform/db'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import { parcelArrived } from './events'
import type { BeltFact, ConfirmedFact, DecidedFact, LaneFact } from './facts-schema'

/**
 * Records what a belt answered and heard, in its order; recorded before, it changes nothing: decisions by their id,
 * confirmations by what is told already, lanes by their time. At most four statements for any number of facts.
 */
export async function recordFacts(facts: readonly BeltFact[]): Promise<void> {
  const of = <Kind extends BeltFact['fact']>(kind: Kind) =>
    facts.filter((one): one is Extract<BeltFact, { fact: Kind }> => one.fact === kind)
  const [decided, confirmed, lanes] = [of('decided'), of('confirmed'), of('lane')]
  if (decided.length > 0) await recordDecided(decided)
  if (confirmed.length > 0) await recordConfirmed(confirmed)
  if (lanes.length > 0) await recordLanes(lanes)
}

const seconds = (ms: number): number => ms / 1_000

function recordDecided(facts: DecidedFact[]): Promise<unknown> {
  const column = <Value>(of: (fact: DecidedFact) => Value) => facts.map(of)
  return statement(
    'record-decisions',
    `INSERT INTO divert_decision (id, site_id, sorter, scanner, seq, barcode, order_number, action, lane, because,
       scanned_at, decided_at, deadline_ms, elapsed_micros)
     SELECT id, site, sorter, scanner, seq, barcode, order_number, action, lane, because, to_timestamp(scanned),
       to_timestamp(decided), deadline, micros
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[],
         $10::text[], $11::float8[], $12::float8[], $13::int[], $14::int[])
         AS fact(id, site, sorter, scanner, seq, barcode, order_number, action, lane, because, scanned, decided, deadline, micros)
     ON CONFLICT (id) DO NOTHING`,
    [
      ...[column(({ decisionId }) => decisionId), column(({ site }) => site), column(({ sorter }) => sorter)],
      ...[column(({ scanner }) => scanner), column(({ seq }) => seq), column(({ barcode }) => barcode)],
      ...[column(({ orderNumber }) => orderNumber), column(({ action }) => action)],
      ...[column(({ lane }) => lane), column(({ because }) => because)],
      ...[
        column(({ scannedAtMs }) => seconds(scannedAtMs)),
        column(({ decidedAtMs }) => seconds(decidedAtMs)),
      ],
      ...[column(({ deadlineMs }) => deadlineMs), column(({ elapsedMicros }) => elapsedMicros)],
    ],
  )
}

// A box that was lost may be found; everything else is told once. The box itself arrives in the same statement, and the
// night shift hears of a parcel in a lane.
const CONFIRM = `
WITH told AS (
  SELECT DISTINCT ON (id) * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::float8[]) WITH ORDINALITY
    AS fact(id, outcome, actual_lane, at, place) ORDER BY id, (outcome = 'lost'), place
), kept AS (
  UPDATE divert_decision SET outcome = told.outcome::divert_outcome, actual_lane = told.actual_lane, confirmed_at = to_timestamp(told.at)
    FROM told WHERE divert_decision.id = told.id
     AND (divert_decision.outcome IS NULL OR divert_decision.outcome = 'lost' AND told.outcome <> 'lost')
  RETURNING site_id, barcode, lane, divert_decision.outcome, divert_decision.actual_lane
), locked AS (
  -- In the order in which packing and announcing lock boxes.
  SELECT site_id, barcode FROM conveyor_box JOIN kept USING (site_id, barcode) ORDER BY barcode FOR UPDATE OF conveyor_box
), moved AS (
  UPDATE conveyor_box box
     SET state = CASE kept.outcome WHEN 'diverted' THEN 'arrived'::box_state ELSE 'lost' END, lane = kept.actual_lane, changed_at = now()
    FROM kept JOIN locked USING (site_id, barcode)
   WHERE kept.outcome <> 'missed' AND box.site_id = kept.site_id AND box.barcode = kept.barcode
     AND box.state <> 'cancelled'
  RETURNING box.site_id, box.barcode, box.kind, box.state, box.lane, box.order_number
)
INSERT INTO outbox_event (event_id, name, site_id, subject, data, occurred_at)
SELECT 'parcel.arrived:' || site_id || ':' || barcode || ':' || lane, $5, site_id, coalesce(order_number, barcode),
       jsonb_build_object('site', site_id, 'parcel', barcode, 'lane', lane), now()
  FROM moved WHERE kind = 'parcel' AND state = 'arrived' AND lane IS NOT NULL
ON CONFLICT (event_id) DO NOTHING RETURNING 1`

async function recordConfirmed(facts: ConfirmedFact[]): Promise<void> {
  const column = <Value>(of: (fact: ConfirmedFact) => Value) => facts.map(of)
  const arrived = await statement('record-confirmations', CONFIRM, [
    column(({ decisionId }) => decisionId),
    column(({ outcome }) => outcome),
    column(({ actualLane }) => actualLane),
    column(({ atMs }) => seconds(atMs)),
    parcelArrived,
  ])
  if (arrived.length > 0) wakeNightShift()
}

function recordLanes(facts: LaneFact[]): Promise<unknown> {
  const latest = [...new Map(facts.map((fact) => [`${fact.site} ${fact.lane}`, fact])).values()]
  const column = <Value>(of: (fact: LaneFact) => Value) => latest.map(of)
  return statement(
    'record-lane-states',
    `INSERT INTO conveyor_lane AS kept (site_id, lane, state, changed_by, changed_at)
     SELECT site, lane, state::lane_state, by, to_timestamp(at)
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::float8[]) AS fact(site, lane, state, by, at)
     ON CONFLICT (site_id, lane) DO UPDATE
       SET state = excluded.state, changed_by = excluded.changed_by, changed_at = excluded.changed_at
       WHERE excluded.changed_at > kept.changed_at`,
    [
      ...[column(({ site }) => site), column(({ lane }) => lane), column(({ state }) => state)],
      ...[column(({ by }) => by), column(({ atMs }) => seconds(atMs))],
    ],
  )
}
