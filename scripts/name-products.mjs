// Names a shopper understands. The source hides brands behind numbers and tells no flavours, so both are invented here.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run-command.mjs'

const OWN_BRAND = 'Larder Lane'
/** The source's number for goods that carry nobody's name, most of them loose fruit and vegetables. */
const NO_MAKER = '2'
const FIRST_WORDS =
  'Amber Blue Cedar Copper Crimson Fern Golden Grey Hazel Indigo Ivory Juniper Linden Maple Mossy North Oak Pebble Quiet Red River Silver Tall Willow'.split(
    ' ',
  )
const SECOND_WORDS = 'Acre Barn Bridge Cove Fox Garden Harbor Heron Hill Kettle Mill Orchard'.split(' ')

/** @returns the products with `brand` and a `name` that no other has; they must come most sold first */
export function nameProducts(products) {
  const brands = brandsOf(products)
  const varieties = JSON.parse(readFileSync(join(root, 'scripts/demo-data/varieties.json'), 'utf8'))
  const seen = new Map()
  const alike = (product) => `${brands.get(product.maker)}|${product.noun}|${product.packageSize}`
  const sizes = new Map()
  for (const product of products) sizes.set(alike(product), (sizes.get(alike(product)) ?? 0) + 1)

  const named = products.map((product) => {
    const brand = brands.get(product.maker)
    const key = alike(product)
    const index = seen.get(key) ?? 0
    seen.set(key, index + 1)
    const list = [...(varieties[product.noun] ?? varieties[product.packageSize] ?? []), ...varieties.any]
    const variety = sizes.get(key) > 1 ? list[index] : undefined
    if (sizes.get(key) > list.length)
      throw new Error(`${sizes.get(key)} x ${key}, but ${list.length} varieties`)
    const name = [`${brand} ${product.noun}`.trim(), variety, product.packageSize].filter(Boolean).join(', ')
    return { ...product, brand, name }
  })
  if (new Set(named.map(({ name }) => name)).size !== named.length)
    throw new Error('two products have one name')
  return named
}

function brandsOf(products) {
  const makers = [...new Set(products.map(({ maker }) => maker))].filter(
    (maker) => maker !== 'private' && maker !== NO_MAKER,
  )
  const brands = makers.map((maker, index) => {
    const round = Math.floor(index / FIRST_WORDS.length)
    const first = FIRST_WORDS[index % FIRST_WORDS.length]
    return [maker, `${first} ${SECOND_WORDS[(5 * index + round) % SECOND_WORDS.length]}`]
  })
  return new Map([...brands, ['private', OWN_BRAND], [NO_MAKER, '']])
}
