import type { Runbook } from './runbook'

/** The house itself, as a monitor outside sees it. */
export const houseRunbooks: Record<string, Runbook> = {
  'house-down': {
    title: 'A web process is not reached',
    means:
      'With others behind the proxy: nothing but less room. As the last one: no order is taken, and each minute loses as many as the dashboard shows a minute.',
    look: [
      'Does the process run? Its last lines of log, its exit code; 137 is the memory limit.',
      'Is it the way there: the proxy, a certificate, the name?',
    ],
    act: [
      'Start it. It finds what is owed in the database; nothing has to be repaired.',
      'If the new version does not start, start the one before: migrations are written so that both serve.',
    ],
    over: '`GET /api/health/ready` answers 200 for 2 minutes.',
  },
  'database-away': {
    title: 'The database does not answer',
    means:
      'No order is taken: buyers hear 503 with Retry-After, and clients that retry lose none. The belt goes on from memory and spools what it answers.',
    look: [
      'Does Postgres run, and is its disk full? The embedded one logs into the data folder.',
      'Too many connections? Each process takes up to 20.',
    ],
    act: [
      'Bring it back: free the disk, restart it, or promote the replica and point DATABASE_URL there.',
      'If it is lost, restore the last backup and roll forward; then start the house.',
    ],
    over: '`stowline_database_up` is 1; orders are placed again; the belt’s spool drains.',
  },
  'night-shift-missing': {
    title: 'No night shift gives signs of life',
    means: 'As “The night shift is gone”, seen from outside: orders are taken, nothing that follows happens.',
    look: ['/settings/system and the runbook “The night shift is gone”.'],
    act: ['Restart a web process: it brings its night shift along.'],
    over: 'A process of the kind night-shift gives signs of life.',
  },
  'watcher-blind': {
    title: 'Nobody watches over the deferred work',
    means:
      'Alerts are neither opened nor resolved: everything may be well, and nobody would know if not. Orders go on.',
    look: [
      '`GET /api/health/watch`; the log of the web processes for “the watcher could not look”.',
      'Does one connection hold the watcher’s lock (pg_locks, advisory) while its process hangs?',
    ],
    act: [
      'Restart the web process that holds it; another takes over within 2 s.',
      'Until then look at /queues yourself.',
    ],
    over: 'The watcher looked within 15 s.',
  },
  'queue-standing-still': {
    title: 'A queue stands still',
    means:
      'The verdict of a queue has been stalled or down for minutes. The label `queue` says which; /alerts says how many orders wait.',
    look: ['/alerts: the alert of this queue names its cause, and that cause has a runbook of its own.'],
    act: ['Follow the runbook of the cause.'],
    over: 'The verdict is healthy.',
  },
  'alert-unanswered': {
    title: 'A critical alert has been open for long',
    means: 'Somebody was told by mail or webhook, and it is still critical: customers feel it.',
    look: ['/alerts: whose is it (“acknowledged by”)? “Who was told” shows whether the word arrived at all.'],
    act: [
      'Take it on (acknowledge), follow its runbook.',
      'If the word did not arrive: test the target on /alerts.',
    ],
    over: 'No critical alert is unresolved.',
  },
  'orders-refused': {
    title: 'Many orders are refused',
    means:
      'More than a tenth of the requests to place an order end in a decline, in “out of stock” or in an unknown outcome. Each is a customer who leaves.',
    look: [
      'The label `answer`: declined is the provider or a wave of fraud, out-of-stock is the floor, confirming is a provider that does not answer.',
      '/inventory by what is out of stock.',
    ],
    act: [
      'declined: does the provider decline everything? Then it is its trouble, see its status page.',
      'out-of-stock: is stock received and not told? Look for refused events under /dead-letters.',
      'confirming: see “The payment provider does not answer about money”.',
    ],
    over: 'Less than a tenth for 10 minutes.',
  },
  'events-refused': {
    title: 'Many stock events are refused',
    means:
      'What was refused is not in the stock: shelves and numbers part, and orders are taken for what is not there. All of it is kept.',
    look: ['/dead-letters, kind event: one sender, or one type?'],
    act: ['Put the sender right, then replay its letters: order does not matter.'],
    over: 'Less than 1 in 100 is refused, and the letters are replayed.',
  },
  'http-errors': {
    title: 'Requests break',
    means:
      'More than 1 % of the requests answer 5xx. An order that answered 5xx is either placed or not, and the same key tells which: clients that retry by it lose none.',
    look: [
      'The dashboard’s table of routes: one, or all?',
      'The log: `a request broke` with requestId, traceId and the stack; the trace shows where the time went.',
    ],
    act: [
      'All routes: it is the database or the machine; see there.',
      'One route since the last release: go back to the version before.',
    ],
    over: 'Less than 1 % for 5 minutes.',
  },
  'http-slow': {
    title: 'Answers are slow',
    means:
      'The slowest hundredth of orders waits more than a second. Buyers leave; above 10 s their clients try again.',
    look: [
      'The dashboard: connections in use, event loop, statements waiting.',
      'A slow trace: is it the provider (authorise), the database or the queue for a connection?',
    ],
    act: [
      'Take heavy reading away: exports, a bench, a report; add a web process.',
      'The provider: nothing but waiting; orders turn to “confirming” by themselves.',
    ],
    over: 'p99 of POST /api/orders is under a second for 10 minutes.',
  },
  'connections-exhausted': {
    title: 'Statements wait for a connection',
    means: 'Every connection of a process is in use: all its requests get slower at once.',
    look: [
      'pg_stat_activity: what runs for long, what is idle in transaction?',
      'Locks: who waits for whom (pg_blocking_pids)?',
    ],
    act: [
      'End the statement that blocks the others: `SELECT pg_terminate_backend(pid)`. Its work is undone and tried again.',
      'If nothing blocks and all are short, there is more work than one process does: add one.',
    ],
    over: 'No statement waits for 5 minutes.',
  },
  'loop-lag': {
    title: 'A process comes back late',
    means:
      'Its one thread is busy: every request of it waits by so much, and belts get near their deadlines.',
    look: [
      'Which process (label `process`), and since when: a release, an export, an import?',
      'Its memory: collecting garbage near the limit looks like this.',
    ],
    act: [
      'Move the heavy work to another process, or restart this one behind the proxy.',
      'For the night shift alone: nobody waits but deferred work.',
    ],
    over: 'p99 of the event loop is under 100 ms for 10 minutes.',
  },
  'outbox-behind': {
    title: 'Events are not taken out of the outbox',
    means:
      'What happened is saved, and the night shift does not hear of it: mails, webhooks and the warehouse are late by the age shown.',
    look: [
      '/settings/system: does the night shift, or the relay to the Inngest server, work? What is its trouble?',
    ],
    act: ['As “The night shift is gone”. With an Inngest server: is its event key still right?'],
    over: 'The oldest event is younger than 10 s.',
  },
  'dead-letters-growing': {
    title: 'Dead letters become more',
    means:
      'Each is an order’s step, a stock event or a webhook that was given up. None does anything until a person decides.',
    look: ['/dead-letters: what do the new ones have in common?'],
    act: [
      'See “Some orders or events fail every time”. A webhook: its owner’s address; it is disabled by itself after days of failing, and replayed from the feed.',
    ],
    over: 'Nothing was added for an hour, and what is there has been decided.',
  },
  'mails-failing': {
    title: 'The mail server does not take mails',
    means: 'Confirmations wait and are sent once it takes them; no order is lost. Customers ask support.',
    look: ['/settings/system: is it reached? The log and the queue confirmation-email have its words.'],
    act: ['See “What it depends on refuses”.'],
    over: 'Mails are sent, none fails.',
  },
  'belt-late': {
    title: 'Belt answers get near their deadline',
    means:
      'More than 1 in 100 answers took over half of the time they have. A little more, and boxes miss their divert.',
    look: ['See “Answers come too late”.'],
    act: ['See “Answers come too late”.'],
    over: 'Less than 1 in 100 for 10 minutes.',
  },
  'disk-fills': {
    title: 'The disk fills',
    means: 'A full disk stops Postgres: then no order is taken. The belt’s spool stops with it.',
    look: ['/settings/system: which machine, how fast does the database grow, which table?'],
    act: [
      'Make room: old exports, logs, images. Then enlarge the disk, or archive old partitions.',
      'Do not delete anything in the Postgres folder by hand.',
    ],
    over: 'More than 15 % is free.',
  },
  tampered: {
    title: 'The audit log is not as it was written',
    means:
      'An entry is missing or was changed behind the house’s back: whoever could do that had the database itself. No order waits for it; but what the log says from there on proves nothing.',
    look: [
      '/settings/audit: which entry is the first that does not fit, and when was the chain last whole?',
      'Lay a head that was kept elsewhere (the night’s log line) beside it: GET /api/audit/chain?entry=…&hash=… says up to where the log is still the same.',
    ],
    act: [
      'Keep a copy of the database as it is now: it is evidence.',
      'Change the database’s passwords, and find out who had them.',
      'Restore the log’s table from a backup beside it, to read what was written.',
    ],
    over: 'Somebody has looked and acknowledged it; a broken chain never mends by itself.',
  },
  'backup-old': {
    title: 'The last backup is old',
    means:
      'Should the database be lost now, everything since then would be lost with it: as many orders as were placed in so many hours.',
    look: ['/settings/system: when was one last tried, and with which error?'],
    act: ['Put right what the error names (room, credentials, the address) and make one by hand now.'],
    over: 'A backup was finished within 26 hours.',
  },
  'backup-log-behind': {
    title: 'The database’s log does not reach the backups',
    means:
      'Backups are a copy of a day and the log since then. The log is not arriving, or far too late: should the database be lost now, what was placed since would be lost. Where commits wait for the backups (STOWLINE_BACKUP_SYNC), orders may wait as well.',
    look: [
      '/settings/system: does the vault give a sign of life, and is there room on its disk?',
      'What does the house’s own output say of the vault?',
      'SELECT * FROM pg_stat_replication: is there a stowline_vault, and how far is it?',
    ],
    act: [
      'Make room where STOWLINE_BACKUP points to, or mount it again; the vault starts again by itself and goes on where it was.',
      'If the database has removed what it needs (it says so), take a new base backup: npm run back-up.',
    ],
    over: 'The log arrives within 256 MiB.',
  },
  'versions-mixed': {
    title: 'Two versions have been running for long',
    means:
      'A release is stuck half way. Both serve, since migrations are written for it; but what the new one brings is there for some requests only.',
    look: ['/settings/system: which machine runs which? Why does its new process not get ready?'],
    act: ['Finish the release, or take it back.'],
    over: 'All processes have one version.',
  },
}
