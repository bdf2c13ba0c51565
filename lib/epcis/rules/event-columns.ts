import type { EpcisEvent } from '../events'
import { bareWord, canonicalUri } from './canonical-uri'
import { canonicalTime } from './event-time'

/** What an event is found by. */
export type EventColumns = ReturnType<typeof eventColumns>

const links = (uris: string[] = []): string[] => [...new Set(uris.map(canonicalUri))]
const orNull = <From, To>(value: From | undefined, of: (value: From) => To): To | null =>
  value === undefined ? null : of(value)

/** @throws Error on a time that is none: the event's shape was checked before */
function moment(text: string): Date {
  const time = canonicalTime(text)
  if (time === undefined) throw new Error(`${text} is no time`)
  return new Date(time)
}

/** The columns of an event: times as moments, URIs of things as canonical links, words of CBV bare. */
export function eventColumns(event: EpcisEvent) {
  const epcs = links([...(event.epcList ?? []), ...(event.childEPCs ?? [])])
  const [inputEpcs, outputEpcs] = [links(event.inputEPCList), links(event.outputEPCList)]
  const parent = orNull(event.parentID, canonicalUri)
  const quantities = [...(event.quantityList ?? []), ...(event.childQuantityList ?? [])]
  const [input, output] = [event.inputQuantityList ?? [], event.outputQuantityList ?? []]
  const classes = (list: { epcClass: string }[]) => links(list.map(({ epcClass }) => epcClass))
  const { errorDeclaration } = event
  return {
    type: event.type,
    eventTime: moment(event.eventTime),
    action: event.action ?? null,
    bizStep: orNull(event.bizStep, bareWord),
    disposition: orNull(event.disposition, bareWord),
    dispositionsSet: (event.persistentDisposition?.set ?? []).map(bareWord),
    dispositionsUnset: (event.persistentDisposition?.unset ?? []).map(bareWord),
    readPoint: orNull(event.readPoint?.id, canonicalUri),
    bizLocation: orNull(event.bizLocation?.id, canonicalUri),
    parent,
    transformation: event.transformationID ?? null,
    epcs,
    inputEpcs,
    outputEpcs,
    anyEpcs: [...new Set([...epcs, ...inputEpcs, ...outputEpcs, ...(parent === null ? [] : [parent])])],
    epcClasses: classes(quantities),
    inputEpcClasses: classes(input),
    outputEpcClasses: classes(output),
    anyEpcClasses: classes([...quantities, ...input, ...output]),
    quantities: [...quantities, ...input, ...output].flatMap(({ quantity }) =>
      quantity === undefined ? [] : [quantity],
    ),
    declaredAt: orNull(errorDeclaration?.declarationTime, moment),
    errorReason: orNull(errorDeclaration?.reason, bareWord),
    correctiveIds: errorDeclaration?.correctiveEventIDs ?? [],
  }
}
