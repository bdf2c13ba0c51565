// Derives the demo's products and baskets from the Complete Journey grocery data (CC0):
// `node scripts/make-demo-data.mjs FOLDER`, FOLDER holding products.csv.gz and transactions_sample.csv.gz.
// Names, brands, weights and volumes are worked out from type and package size; sales are what was sold.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const PRODUCTS = 2_000
const NO_GOODS = new Set(
  'FUEL,COUPON,KIOSK-GAS,MISC SALES TRAN,MISCELLANEOUS,TRAVEL & LEISURE,GM MERCH EXP,FLORAL'.split(','),
)
const NO_CATEGORIES = new Set(['CIGARETTES', 'TOBACCO OTHER', 'BEERS/ALES', 'DOMESTIC WINE'])
const BRANDS = (
  'Alder Brook,Amber Hill,Bellweather,Birch & Bay,Blue Kettle,Briar Lane,Calder,Cedar Point,Clover Field,Copper Pot,' +
  'Dovecote,Drift Mill,Eastgate,Elm Street,Fairmead,Fern Valley,Foxglove,Gable Farm,Golden Sheaf,Granary,Harbor Light,' +
  'Hazelwood,Heron,High Meadow,Ivy House,Juniper,Kestrel,Kingfisher,Lakeland,Larkspur,Linden,Little Barn,Maple Row,' +
  'Marigold,Mill Pond,North Quay,Oak & Rye,Old Orchard,Peregrine,Pine Ridge,Quarry Farm,Red Lantern,River Bend,Rowan,' +
  'Saltmarsh,Seven Elms,Silver Birch,Stonebridge,Sunny Slope,Swallow,Thistle,Three Gates,Union Mills,Vale,Wayside,' +
  'Westwind,White Heron,Willow Creek,Windmill,Yarrow'
).split(',')
const WORDS = {
  FRZN: 'Frozen',
  REFRGRATD: 'Chilled',
  SFT: 'Soft',
  DRNK: 'Drink',
  DRNKS: 'Drinks',
  BTL: 'Bottle',
  BRKFST: 'Breakfast',
  CHOC: 'Chocolate',
  SNDWCH: 'Sandwich',
  SALD: 'Salad',
  DRSNG: 'Dressing',
  JCE: 'Juice',
  PWDR: 'Powder',
  VEG: 'Vegetable',
  CARB: 'Carbonated',
  FLVRD: 'Flavored',
  PKLD: 'Pickled',
  PNT: 'Peanut',
  BTR: 'Butter',
  MXS: 'Mixes',
  BN: 'Bean',
  XTRA: 'Extra',
  BR: 'Bread',
  CONC: 'Concentrate',
  REG: 'Regular',
  MISC: 'Assorted',
  MISCELLANEOUS: 'Assorted',
}

function rowsOf(file) {
  const [head, ...lines] = gunzipSync(readFileSync(join(folder, file)))
    .toString()
    .trim()
    .split(/\r?\n/)
  const names = cellsOf(head)
  return lines.map((line) => Object.fromEntries(cellsOf(line).map((cell, at) => [names[at], cell])))
}
const cellsOf = (line) =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .slice(0, -1)
    .map(([, cell]) => cell.replace(/^"|"$/g, '').replaceAll('""', '"'))

const tidy = (text) =>
  text
    .replace(/\(.*$/, '')
    .split(/[\s/:,&-]+/)
    .filter(Boolean)
    .map((word) => WORDS[word] ?? word.charAt(0) + word.slice(1).toLowerCase())
    .slice(0, 4)
    .join(' ')

function zoneOf({ department, product_category: category }) {
  if (/FROZEN|FRZN|ICE CREAM/.test(category)) return 'frozen'
  if (/MEAT|DELI|SEAFOOD|SALAD BAR/.test(department)) return 'chilled'
  if (
    /MILK PRODUCTS|MILK BY|CHEESE|YOGURT|EGGS|BUTTER|MARGARINE|REFRGRATD|REFRIGERATED|MISC. DAIRY/.test(
      category,
    )
  )
    return 'chilled'
  return department === 'PRODUCE' &&
    /BERRIES|SALAD|MUSHROOM|HERBS|VALUE ADDED|PROCESSED|GRAPES/.test(category)
    ? 'chilled'
    : 'ambient'
}

// Grams of what one customer takes; a produce size is the case's, so produce is taken at half a kilogram.
function gramsOf({ department, package_size: size }) {
  if (department === 'PRODUCE') return 500
  const amount = Number(/[\d.]+/.exec(size)?.[0] ?? 1) || 1
  const grams = /OZ/.test(size)
    ? amount * 28.35
    : /LB/.test(size)
      ? amount * 453.6
      : /GA/.test(size)
        ? amount * 3785
        : /QT/.test(size)
          ? amount * 946
          : /PT/.test(size)
            ? amount * 473
            : /ML/.test(size)
              ? amount
              : /\d\s*L/.test(size)
                ? amount * 1000
                : /DZ|DOZ/.test(size)
                  ? amount * 680
                  : /CT|PK|PC/.test(size)
                    ? amount * 40
                    : 400
  return Math.round(Math.min(Math.max(grams * 1.08, 30), 12_000))
}

function gtinOf(productId) {
  const body = `2${productId.padStart(11, '0')}`
  const sum = [...body].reverse().reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 1 : 3), 0)
  return body + ((10 - (sum % 10)) % 10)
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0
const folder = process.argv[2]
if (!folder) throw new Error('name the folder that holds products.csv.gz and transactions_sample.csv.gz')

const known = new Map(rowsOf('products.csv.gz').map((row) => [row.product_id, row]))
const lines = rowsOf('transactions_sample.csv.gz').filter((line) => Number(line.quantity) > 0)
const sold = Map.groupBy
  ? Map.groupBy(lines, (line) => line.product_id)
  : group(lines, (line) => line.product_id)
function group(items, keyOf) {
  const groups = new Map()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
const isGoods = (row) =>
  row?.product_type &&
  row.package_size &&
  !NO_GOODS.has(row.department) &&
  !NO_CATEGORIES.has(row.product_category)
const chosen = [...sold]
  .filter(([id]) => isGoods(known.get(id)))
  .sort(([a, linesA], [b, linesB]) => linesB.length - linesA.length || Number(a) - Number(b))
  .slice(0, PRODUCTS)

const names = new Map()
const skus = new Map()
const products = chosen.map(([id, itsLines]) => {
  const row = known.get(id)
  const brand = row.brand === 'Private' ? 'Stow House' : BRANDS[Number(row.manufacturer_id) % BRANDS.length]
  const size = row.department === 'PRODUCE' ? '' : `, ${row.package_size.toLowerCase().replace(/\s+/g, ' ')}`
  const plain = `${brand} ${tidy(row.product_type)}${size}`
  const same = (names.get(plain) ?? 0) + 1
  names.set(plain, same)
  const sku = `${row.product_type
    .replace(/[^A-Z]/g, '')
    .slice(0, 3)
    .padEnd(3, 'X')}-${id}`
  skus.set(id, sku)
  const grams = gramsOf(row)
  const price = Math.max(
    25,
    Math.round(median(itsLines.map((line) => Number(line.sales_value) / Number(line.quantity))) * 100),
  )
  return [
    sku,
    gtinOf(id),
    same > 1 ? `${plain} No. ${same}` : plain,
    tidy(row.department),
    tidy(row.product_category),
    brand,
    row.package_size.toLowerCase(),
    zoneOf(row),
    grams,
    Math.round(grams * 1.6),
    price,
    itsLines.length,
  ]
})
const header =
  'sku,gtin,name,department,category,brand,package_size,temperature_zone,weight_grams,volume_ml,price_minor,lines_sold'
const quoted = (cell) => (/[",]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)
writeFileSync(
  'prisma/seed/demo-data/products.csv',
  `${[header, ...products.map((row) => row.map(quoted).join(','))].join('\n')}\n`,
)

const baskets = [
  ...group(
    lines.filter((line) => skus.has(line.product_id)),
    (line) => line.basket_id,
  ).values(),
]
  .filter((basket) => new Set(basket.map((line) => line.product_id)).size >= 2)
  .sort((a, b) => a[0].transaction_timestamp.localeCompare(b[0].transaction_timestamp))
const text = baskets.map((basket) => {
  const items = basket.map((line) => [skus.get(line.product_id), Math.min(12, Number(line.quantity))])
  return JSON.stringify({ at: basket[0].transaction_timestamp.slice(11, 16), items })
})
writeFileSync('simulate/demo-data/baskets.jsonl', `${text.join('\n')}\n`)
const zones = group(products, (row) => row[7])
console.log(
  `${products.length} products (${[...zones].map(([zone, rows]) => `${zone} ${rows.length}`).join(', ')}), ${baskets.length} baskets`,
)
