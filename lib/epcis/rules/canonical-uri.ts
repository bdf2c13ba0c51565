import { constrainedLink } from '@/lib/catalog/rules/digital-link'
import { linkOfUrn } from '@/lib/catalog/rules/epc-urn'

/** The one URI of a thing, whichever way it was said: an EPC URN and any Digital Link become the canonical link. */
export function canonicalUri(uri: string): string {
  return linkOfUrn(uri) ?? constrainedLink(uri) ?? uri
}

/** CBV's URIs of its words: `https://ref.gs1.org/cbv/BizStep-receiving`, `urn:epcglobal:cbv:bizstep:receiving`. */
const CBV_WORD =
  /^(?:https:\/\/ref\.gs1\.org\/cbv\/[A-Za-z]+-|cbv:[A-Za-z]+-|urn:epcglobal:cbv:[a-z]+:)([A-Za-z0-9_]+)$/

/** The bare word of CBV that a URI says; another URI stays as it is. */
export function bareWord(text: string): string {
  return CBV_WORD.exec(text)?.[1] ?? text
}
