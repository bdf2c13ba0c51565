import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import { liveTopicSchema } from '@/lib/platform/live-change'
import { Code } from '../code'
import { exampleFile } from '../example-file'

export const metadata = { title: 'Sockets' }

/** What travels over socket.io, on the port of everything else. */
export default async function SocketsPage() {
  const example = await exampleFile('hear-changes.mjs')
  return (
    <main className="flex flex-col gap-4">
      <PageHeading title="Sockets">socket.io 4 on the same port</PageHeading>
      <Panel title="Hear what changes">
        <div className="flex flex-col gap-3 text-sm">
          <p>
            Connect with the session cookie or <code>auth: {'{ apiKey }'}</code> (scope read). Emit{' '}
            <code>join</code> with{' '}
            <code>
              site:{'{site}'}:{'{topic}'}
            </code>{' '}
            and you are answered <code>{'{ ok, detail? }'}</code>. Topics are{' '}
            {liveTopicSchema.options.join(', ')}; support hears of orders, pickers of picks, managers of all.
          </p>
          <p>
            Then <code>change</code> comes with <code>{'{ site, topic, event, id, version }'}</code>: what
            changed, to be fetched from the API. A change that you miss is not sent again; after a break,
            fetch. <code>site:{'{site}'}:floor</code> also sends <code>bins</code>, what lies in bins that
            changed, and <code>site:{'{site}'}:conveyor</code> sends <code>belt</code>, boxes as they are
            read.
          </p>
        </div>
      </Panel>
      <Panel title="In fifteen lines" aside={<a href="/examples/hear-changes.mjs">hear-changes.mjs</a>}>
        <Code what="example" text={example} />
      </Panel>
      <Panel title="Ask where a box goes">
        <p className="text-sm">
          The namespace <code>/belt</code> (scope scans) answers by acknowledgement: <code>scan</code> takes
          and gives what{' '}
          <a className="underline underline-offset-4" href="/docs/api/scanBox">
            scanBox
          </a>{' '}
          does, <code>confirmation</code> what{' '}
          <a className="underline underline-offset-4" href="/docs/api/confirmDivert">
            confirmDivert
          </a>{' '}
          does with <code>decisionId</code> beside it, and <code>echo</code> gives back what it is given, to
          measure the line. What is wrong comes as <code>{'{ error: { status, title, detail } }'}</code>. A
          scan is the same scan by its scanner and <code>seq</code>: said again it has the same answer.
        </p>
      </Panel>
    </main>
  )
}
