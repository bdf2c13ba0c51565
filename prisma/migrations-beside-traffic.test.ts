import { expect, it } from 'vitest'
import { hurts } from '@/scripts/migration-rules.mjs'

const NEW = '20270101000000_new'

it.each([
  ['DROP TABLE "cat";', 'drops a table'],
  ['ALTER TABLE "cat" DROP COLUMN "age";', 'drops a column'],
  ['DROP FUNCTION bark(text);', 'drops a function'],
  ['ALTER TABLE "cat" RENAME COLUMN "age" TO "years";', 'renames'],
  ['ALTER TABLE "cat" ALTER COLUMN "age" SET DATA TYPE BIGINT;', 'changes a type'],
  ['ALTER TABLE "cat" ALTER COLUMN "age" SET NOT NULL;', 'forbids null'],
  ['ALTER TABLE "cat" ADD COLUMN "age" INT, ADD COLUMN "name" TEXT NOT NULL;', 'must be given'],
  ['CREATE UNIQUE INDEX "cat_name_key" ON "cat"("name");', 'on cat builds an index'],
  ['ALTER TABLE "cat" ADD CONSTRAINT "c" CHECK (age > 0);', 'on cat adds a constraint'],
])('says of %s that it hurts', (sql, why) => {
  expect(hurts(NEW, sql)).toEqual([expect.stringContaining(why)])
  expect(hurts('20261121000000_old', sql)).toEqual([])
  expect(hurts(NEW, `-- contracts: nothing has read it since version 3\n${sql}`)).toEqual([])
})

it.each([
  'CREATE TABLE "dog" ("name" TEXT NOT NULL); CREATE INDEX "dog_name_idx" ON "dog"("name");',
  'CREATE TABLE "dog" (id INT); ALTER TABLE "dog" ADD CONSTRAINT "f" FOREIGN KEY (id) REFERENCES cat(id);',
  'ALTER TABLE "cat" ADD COLUMN "age" INT NOT NULL DEFAULT 0;',
  'ALTER TABLE "cat" ADD COLUMN "age" INT NOT NULL DEFAULT 0, ADD COLUMN "name" TEXT;',
  'CREATE INDEX CONCURRENTLY "cat_name_idx" ON "cat"("name");',
  'ALTER TABLE "cat" ADD CONSTRAINT "c" CHECK (age > 0) NOT VALID;',
  'CREATE OR REPLACE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DROP TABLE scratch; END $$;',
  '-- drop table cat\nALTER TABLE "cat" ADD COLUMN "age" INT;',
])('lets pass %s', (sql) => {
  expect(hurts(NEW, sql)).toEqual([])
})
