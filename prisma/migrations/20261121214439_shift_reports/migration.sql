-- CreateTable
CREATE TABLE "received_attachment" (
    "message_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "received_attachment_pkey" PRIMARY KEY ("message_id","position")
);

-- CreateTable
CREATE TABLE "shift_plan" (
    "site_id" TEXT NOT NULL,
    "shifts" JSONB NOT NULL,
    "recipients" TEXT[],
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shift_plan_pkey" PRIMARY KEY ("site_id")
);

-- CreateTable
CREATE TABLE "shift_report" (
    "id" UUID NOT NULL,
    "site_id" TEXT NOT NULL,
    "shift" TEXT NOT NULL,
    "is_on_demand" BOOLEAN NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "facts" JSONB NOT NULL,
    "pdf" BYTEA NOT NULL,

    CONSTRAINT "shift_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shift_report_mail" (
    "report_id" UUID NOT NULL,
    "to_address" TEXT NOT NULL,
    "state" "mail_state" NOT NULL DEFAULT 'sending',
    "sent_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "shift_report_mail_pkey" PRIMARY KEY ("report_id","to_address")
);

-- CreateIndex
CREATE INDEX "shift_report_site_id_ends_at_id_idx" ON "shift_report"("site_id", "ends_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "shift_report_of_shift" ON "shift_report"("site_id", "starts_at") WHERE (NOT is_on_demand);

-- AddForeignKey
ALTER TABLE "received_attachment" ADD CONSTRAINT "received_attachment_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "received_mail"("message_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift_report_mail" ADD CONSTRAINT "shift_report_mail_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "shift_report"("id") ON DELETE CASCADE ON UPDATE CASCADE;
