-- AlterTable
ALTER TABLE "picking_rules" ADD COLUMN     "avoid_crowds" BOOLEAN NOT NULL DEFAULT true;
