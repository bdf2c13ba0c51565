import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import { Code } from '../code'
import { exampleFile } from '../example-file'

export const metadata = { title: 'Webhooks' }

/** How to receive what we send: Standard Webhooks, with examples that a test runs against a real delivery. */
export default async function WebhooksPage() {
  const [plain, library] = await Promise.all([
    exampleFile('verify-webhook.mjs'),
    exampleFile('verify-with-library.mjs'),
  ])
  return (
    <main className="flex flex-col gap-4">
      <PageHeading title="Webhooks">
        Subscribe at <code>POST /api/webhooks</code> or under Settings. The secret is shown once.
      </PageHeading>
      <Panel title="What comes">
        <div className="flex flex-col gap-3 text-sm">
          <p>
            A <code>POST</code> with one CloudEvent 1.0 as <code>application/cloudevents+json</code>; its{' '}
            <code>type</code> has a published schema at <code>GET /api/schemas</code>. It never has a name, an
            address or a card token in it. The headers are those of Standard Webhooks:
          </p>
          <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)]">
            <dt className="font-mono text-xs leading-5">webhook-id</dt>
            <dd className="text-ink-soft">The same at every attempt of one delivery: take an id once.</dd>
            <dt className="font-mono text-xs leading-5">webhook-timestamp</dt>
            <dd className="text-ink-soft">Seconds since 1970 of this attempt.</dd>
            <dt className="font-mono text-xs leading-5">webhook-signature</dt>
            <dd className="text-ink-soft">
              <code>v1,</code> and the base64 of HMAC-SHA256 over <code>id.timestamp.body</code>, under the
              bytes that stand in base64 behind <code>whsec_</code>. Several, parted by blanks, while one
              secret follows another for 24 hours.
            </dd>
          </dl>
          <p>
            The signature is over the body as it came, byte by byte: verify it before anything parses it.
            Refuse a timestamp that is more than 300 s away: who has recorded a delivery could send it again.
          </p>
        </div>
      </Panel>
      <Panel
        title="Verify it, without a library"
        aside={<a href="/examples/verify-webhook.mjs">verify-webhook.mjs</a>}
      >
        <Code what="example" text={plain} />
      </Panel>
      <Panel
        title="Or with one"
        aside={<a href="/examples/verify-with-library.mjs">verify-with-library.mjs</a>}
      >
        <Code what="example" text={library} />
      </Panel>
      <Panel title="When it comes again">
        <ul className="flex list-disc flex-col gap-1.5 pl-5 text-sm">
          <li>Only a 2xx within 15 s says that you have it. A redirect is not followed.</li>
          <li>
            Otherwise it comes again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, each up to
            a tenth later. Then it lies in <code>/dead-letters</code>, from where it can be sent again.
          </li>
          <li>
            <code>Retry-After</code> is obeyed. 429, 502, 503 and 504 pause the endpoint; eight failures in a
            row, and it is asked with one delivery at a time.
          </li>
          <li>410, or five days in which nothing arrived, end the subscription and tell its owner.</li>
        </ul>
      </Panel>
      <Panel title="Twice, and in which order">
        <p className="text-sm">
          At least once: an answer that is lost is a delivery that comes again, under its{' '}
          <code>webhook-id</code>. In no certain order: <code>sequence</code> of the event sorts as text, and
          orders them. Who wants them in order reads <code>GET /api/feed?after=</code>, which has the same
          events; what was missed is sent anew by <code>POST /api/webhooks/{'{id}'}/replay</code>.
        </p>
      </Panel>
    </main>
  )
}
