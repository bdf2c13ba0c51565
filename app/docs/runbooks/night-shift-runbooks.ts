import type { Runbook } from './runbook'

/** Deferred work: mails, the warehouse's word, recommendations and everything else of the night shift. */
export const nightShiftRunbooks: Record<string, Runbook> = {
  'engine-gone': {
    title: 'The night shift is gone',
    means:
      'Orders are taken, charged and saved; nothing that follows happens. Each minute adds as many customers without a mail, and as many orders of which the warehouse has not heard, the Today screen shows orders a minute. Nothing is lost: all of it is owed in the database.',
    look: [
      '/settings/system: is there a night shift among the processes, and does it give signs of life?',
      'The log of the web process, from the last line of the night shift on. It is started again by itself, at first after half a second, at most after 30 s: a start that fails again and again says why each time.',
      'With an Inngest server: does it run, and is the address in INNGEST_BASE_URL reached from here?',
    ],
    act: [
      'If it dies at each start, put right what its log names (a setting, the disk, the memory) and restart the web process.',
      'If it hangs (in the list, but silent), end it by its process id: the web process starts another one. Its work goes on when its leases end, within 30 s.',
      'With an Inngest server that is lost for good: unset INNGEST_* and restart. The embedded engine does what is owed within a quarter of an hour.',
    ],
    over: 'The alert resolves by itself within 10 s of the first sign of life. /queues shows how long until what waited is done.',
  },
  'worker-gone': {
    title: 'Nobody takes the work up',
    means:
      'The night shift lives, but this queue stands still though nothing refuses it. The orders in the message wait; all others go on.',
    look: [
      '/queues and the queue’s page: since when, and is it this queue alone?',
      '/runs of the function: are runs active that do not end? Then every place of it is taken.',
    ],
    act: [
      'If a process died with jobs in its hands, wait 30 s: its leases end and others take them up.',
      'If runs hang on something outside, that is the real trouble: put it right, or cancel these runs on their page.',
      'If nothing moves and nothing says why, end the night shift’s process; another one starts.',
    ],
    over: 'Something of the queue gets done again; the alert resolves with the next look, 2 s later.',
  },
  'dependency-refusing': {
    title: 'What it depends on refuses',
    means:
      'The mail server, the warehouse or another part says no to every attempt. The orders in the message wait and are tried again by themselves, ever more slowly; none is given up within a day.',
    look: [
      'The reason in the alert: it is what the other side said, word for word.',
      '/settings/system: is the part reached at all? A refused connection is a service that is down; a 4xx or 5xx is one that does not want us.',
    ],
    act: [
      'Put the other side right: it is running, the address (SMTP_URL, STRIPE_API_URL) and the sign-in are right, the certificate has not run out, we are not blocked for sending too much.',
      'Do not retry by hand meanwhile. When it is back, the first success hastens all that wait.',
      'If it takes longer than the customers’ patience, acknowledge the alert and tell support: the status page of each order says what is owed.',
    ],
    over: 'The first success turns the queue to “catching up”; the message says until when. Then it resolves.',
  },
  'dependency-silent': {
    title: 'What it depends on does not answer',
    means: 'As when it refuses, but each attempt also takes its whole time limit, so that less is tried.',
    look: [
      'The queue’s page: for how long does one attempt run?',
      'From the machine itself, does the address answer at all? A firewall that drops looks like this.',
    ],
    act: [
      'Restore the way there, or the service behind it. Restarting Stowline changes nothing.',
      'Attempts end by themselves at their limit (10 s for mail); what was half done is done once.',
    ],
    over: 'Attempts are fast again and the queue is healthy.',
  },
  'poison-input': {
    title: 'Some orders or events fail every time',
    means:
      'Everything else gets through: it is about the few in the message. What was given up lies among the dead letters, with all of its history, until somebody decides.',
    look: [
      '/dead-letters: the error of each, and whether they have something in common (a SKU, an address, a sender).',
      'The order’s page: what was told to the customer, and what is owed.',
    ],
    act: [
      'Wrong input: correct it in the letter (“replay with changes”), or at its source and replay it.',
      'A fault of ours: replay them all when it is repaired; choose a rate that the receiver bears.',
      'Of no use any more: discard it, with the reason. That is written down.',
    ],
    over: 'No letter of this queue is dead any more; the alert resolves with the last one.',
  },
  'lost-work': {
    title: 'Work was lost on the way',
    means:
      'The database says that these orders are owed something, and no run is about it. Customers wait until it is said again, which happens by itself every quarter of an hour, and at once when the watcher sees it.',
    look: [
      'Was an engine changed, or its own store emptied? Then all that it had is owed again.',
      '/queues: does the number fall by itself?',
    ],
    act: [
      'Wait for the next look: it says again what is lost. It is done once, however often it is said.',
      'If it comes back again and again with an Inngest server, its Redis loses what it took: turn on `appendonly`.',
    ],
    over: 'The queue is healthy; the orders’ steps are done.',
  },
  overload: {
    title: 'More comes in than gets done',
    means: 'Nothing is broken; the wait grows. The message says how many orders wait and since when.',
    look: [
      '/queues: which one grows, how many a minute come and get done?',
      '/settings/system: is the machine out of breath (event loop, connections, disk)?',
    ],
    act: [
      'Add a web process on another machine: each brings a night shift of its own, and they share the work.',
      'If it is one function that is slow, look at its runs for what takes the time.',
      'Stop what can wait: replays, imports, a large export.',
    ],
    over: 'The time until it is drained falls, then it resolves.',
  },
  burst: {
    title: 'A burst is being caught up with',
    means: 'More came at once than usual; it is being done. Some orders get their mail minutes late.',
    look: ['The message: until when is it drained?'],
    act: ['Nothing, unless the time until it is drained grows: then see “More comes in than gets done”.'],
    over: 'It resolves when nothing is late any more.',
  },
  'payments-late': {
    title: 'The payment provider does not answer about money',
    means:
      'Charges, captures or refunds were asked for and not answered. No customer is charged twice: each is asked again by the same id. Orders of which the charge is unknown stand as “confirming”.',
    look: [
      '/settings/system: is the provider reached? Its own status page?',
      'The order named in the message: which movement, and what was last said?',
    ],
    act: [
      'Wait for the provider; it is asked every minute.',
      'When it is back, `POST /api/payments/reconcile` lays our movements beside its list and names every difference.',
    ],
    over: 'Every movement is answered; the alert resolves by itself.',
  },
  'payments-refused': {
    title: 'The payment provider refuses a movement',
    means:
      'A capture or refund was refused for good. Goods may have left without their money, or a customer waits for a refund. Nobody asks again by itself.',
    look: ['The order in the message: its movements and the provider’s reason.'],
    act: [
      'Refund refused: the card is gone or the time is over. Pay the customer back by other means and note it on the order.',
      'Capture refused: the authorisation has run out, or the account allows one capture only. Ask the customer for another means of payment.',
      'Reconcile afterwards, so that the books agree.',
    ],
    over: 'No refused movement is left without an answer by a person.',
  },
}
