import type pg from 'pg'

/** As people are called: few names are common, many are rare. */
const FIRST = `ARRAY['Ada','Ben','Carla','David','Emma','Felix','Greta','Hannah','Ivan','Julia','Karl','Lena','Maria','Noah','Olga','Paul',
  'Quentin','Rosa','Sven','Tilda','Ulla','Viktor','Wanda','Xaver','Yara','Zoë','José','Lucía','Mateo','Sofía']`
const LAST = `ARRAY['Byron','Müller','García','Smith','Schmidt','Fernández','Jones','Weber','López','Taylor','Becker','Martínez','Brown',
  'Hoffmann','Sánchez','Wilson','Koch','Pérez','Davies','Richter','Evans','Klein','Gómez','Walker','Wolf','Ruiz','White','Neumann','Díaz','Hall']`
const SHAPES = `ARRAY['+49 171 ### ####','0171/#######','+34 6## ### ###','(937) 555-####','+1-937-###-####']`

/** A site with so many orders, their payments and deferred steps, and a tote and a parcel of every tenth; by plain SQL. */
export async function fillOrders(database: pg.Client, site: string, orders: number): Promise<void> {
  await database.query(
    `INSERT INTO site (id, name, time_zone, currency, locale) VALUES ($1, 'Bench', 'Europe/Berlin', 'EUR', 'en-GB')`,
    [site],
  )
  await database.query(
    `INSERT INTO orders (number, site_id, status, customer_name, customer_email, customer_phone, ship_to, currency, total_minor,
       unit_count, line_count, payment_method, created_at, placed_at)
     SELECT n + 100000 || '-' || upper(substr(md5(n::text), 1, 4)), $1, 'placed', first || ' ' || last || rare,
            lower(first) || '.' || lower(last) || n % 100000 || '@example.com',
            (SELECT string_agg(CASE part WHEN '#' THEN (hashint4(n * 31 + at::int) & 2147483647) % 10 || '' ELSE part END, '' ORDER BY at)
               FROM regexp_split_to_table((${SHAPES})[1 + n % 5], '') WITH ORDINALITY digit(part, at)),
            '{"line1":"1 Main Street","city":"Dayton","postalCode":"45402","country":"US"}', 'EUR', 1000 + n % 9000, 3, 2, 'card',
            now() - (${orders} - n) * interval '20 seconds', now() - (${orders} - n) * interval '20 seconds'
       FROM generate_series(1, ${orders}) n,
            LATERAL (SELECT (${FIRST})[1 + floor(power(random(), 2) * 30)::int + n * 0] AS first,
                            (${LAST})[1 + floor(power(random(), 2) * 30)::int + n * 0] AS last,
                            CASE WHEN n % 3 = 0 THEN '-' || initcap(translate(substr(md5((n % 20011)::text), 1, 6), '0123456789', 'aeioulnrst')) ELSE '' END AS rare) who`,
    [site],
  )
  await database.query(
    `INSERT INTO payment (order_number, provider, reference, state, amount_minor, currency, created_at, updated_at)
     SELECT number, 'sandbox', 'pay_' || md5(number), 'authorised', total_minor, currency, created_at, created_at FROM orders`,
  )
  await database.query(
    `INSERT INTO order_step (order_number, kind, site_id, state, attempts, due_at, finished_at)
     SELECT number, kind, site_id, 'done', 1, created_at, created_at FROM orders,
            unnest(ARRAY['confirmation-email', 'warehouse-notification', 'recommendations']) kind`,
  )
  await database.query(
    `INSERT INTO conveyor_box (site_id, barcode, kind, order_number, destination)
     SELECT $1, CASE kind WHEN 'tote' THEN 'T' || lpad(n::text, 7, '0') ELSE '09521321' || lpad(n::text, 10, '0') END, kind::box_kind, number, 'pack'
       FROM (SELECT number, row_number() OVER (ORDER BY number) AS n FROM orders) o, unnest(ARRAY['tote', 'parcel']) kind
      WHERE n % 10 = 0`,
    [site],
  )
  await database.query('VACUUM ANALYZE')
}
