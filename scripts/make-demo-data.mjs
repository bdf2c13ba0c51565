// Derives the demo's products and baskets from the Complete Journey sample (see prisma/seed/demo-data/LICENSE.md):
//   npx tsx scripts/make-demo-data.mjs FOLDER      FOLDER holds products.csv.gz and transactions_sample.csv.gz
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { checkDigit } from '../lib/catalog/rules/check-digit.ts'
import { readCsv } from '../prisma/seed/read-csv.ts'
import { nameProducts } from './name-products.mjs'
import { packageSize } from './package-size.mjs'
import { root } from './run-command.mjs'

const PRODUCTS = 2000
const LARGEST_QUANTITY = 12
// Alcohol and tobacco need an age check that the demo does not have; a hot rotisserie chicken does not lie in a bin.
const NOT_SOLD = new Set([
  ...[
    'CIGARETTES',
    'TOBACCO OTHER',
    'BEERS/ALES',
    'DOMESTIC WINE',
    'IMPORTED WINE',
    'LIQUOR',
    'CHICKEN/POULTRY',
  ],
  ...['COUPON/MISC ITEMS', 'FUEL'],
])

const folder = process.argv[2]
if (!folder) {
  console.error('Name the folder of the Complete Journey files.')
  process.exit(1)
}
const readGzip = (name) => readCsv(gunzipSync(readFileSync(join(folder, name))).toString('utf8'))
const readTable = (name) => readCsv(readFileSync(join(root, 'scripts/demo-data', name), 'utf8'))

const sales = salesByProduct(readGzip('transactions_sample.csv.gz'))
const sections = new Map(readTable('sections.csv').map((row) => [row.category, row]))
const nouns = new Map(readTable('nouns.csv').map((row) => [`${row.category}|${row.type}`, row]))

const products = nameProducts(mostSold().map(describe))
writeProducts()
writeBaskets()

function salesByProduct(lines) {
  const byProduct = new Map()
  for (const line of lines) {
    const known = byProduct.get(line.product_id)
    if (known) known.push(line)
    else byProduct.set(line.product_id, [line])
  }
  return byProduct
}

function mostSold() {
  const popularity = (product) => sales.get(product.product_id)?.length ?? 0
  return readGzip('products.csv.gz')
    .filter(({ product_type: type, package_size: size }) => type && type !== 'NA' && size && size !== 'NA')
    .filter((product) => !NOT_SOLD.has(product.product_category) && popularity(product) > 0)
    .sort((a, b) => popularity(b) - popularity(a) || a.product_id - b.product_id)
    .slice(0, PRODUCTS)
}

function describe(source) {
  const section = sections.get(source.product_category)
  const noun = nouns.get(`${source.product_category}|${source.product_type}`)
  if (!section || !noun) throw new Error(`no words for ${source.product_category}, ${source.product_type}`)
  const lines = sales.get(source.product_id)
  const gramsEach = Number(noun.gramsEach || section.gramsEach)
  const priceMinor = medianPriceMinor(lines)
  const { label, grams } = packageSize({
    size: source.package_size,
    pack: Number(noun.pack),
    section: { ...section, gramsEach },
    priceMinor,
  })
  const gtin = `20${source.product_id.padStart(10, '0')}`
  return {
    productId: source.product_id,
    maker: source.brand === 'Private' ? 'private' : source.manufacturer_id,
    noun: noun.noun,
    sku: `${noun.noun.slice(0, 3).toUpperCase()}-${source.product_id}`,
    gtin: gtin + checkDigit(gtin),
    department: section.department,
    category: section.section,
    packageSize: label,
    temperatureZone: noun.zone || section.zone,
    weightGrams: grams,
    volumeMl: Math.round(grams / Number(noun.kgPerLitre || section.kgPerLitre)),
    priceMinor,
    linesSold: lines.length,
  }
}

function medianPriceMinor(lines) {
  const prices = lines
    .filter((line) => Number(line.quantity) > 0 && Number(line.sales_value) > 0)
    .map((line) => Number(line.sales_value) / Number(line.quantity))
    .sort((a, b) => a - b)
  return Math.max(1, Math.round(100 * prices[Math.floor((prices.length - 1) / 2)]))
}

function writeProducts() {
  const columns = ['sku', 'gtin', 'name', 'department', 'category', 'brand', 'packageSize', 'temperatureZone']
  columns.push('weightGrams', 'volumeMl', 'priceMinor', 'linesSold')
  const quoted = (value) => (/[",]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : value)
  const lines = products.map((product) => columns.map((column) => quoted(product[column])).join(','))
  write('prisma/seed/demo-data/products.csv', [columns.join(','), ...lines])
}

function writeBaskets() {
  const baskets = new Map()
  for (const { productId, sku } of products) {
    for (const { basket_id: id, transaction_timestamp: at, quantity } of sales.get(productId)) {
      const basket = baskets.get(id) ?? { at: at.slice(11, 16), items: [] }
      baskets.set(id, basket)
      basket.items.push([sku, Math.min(LARGEST_QUANTITY, Math.max(1, Number(quantity)))])
    }
  }
  const kept = [...baskets.values()].filter(({ items }) => items.length >= 2)
  kept.sort((a, b) => (a.at < b.at ? -1 : 1))
  write(
    'simulate/demo-data/baskets.jsonl',
    kept.map((basket) => JSON.stringify(basket)),
  )
}

function write(file, lines) {
  mkdirSync(join(root, file, '..'), { recursive: true })
  const text = `${lines.join('\n')}\n`
  writeFileSync(join(root, file), text)
  console.log(`${file}: ${lines.length} lines, ${Buffer.byteLength(text)} bytes`)
}
