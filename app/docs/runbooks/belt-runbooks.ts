import type { Runbook } from './runbook'

/** Sorters, scanners and the records of what they were told. */
export const beltRunbooks: Record<string, Runbook> = {
  'no-owner': {
    title: 'Nobody answers a sorter',
    means:
      'Every box of this sorter runs to the exceptions: at 450 boxes a minute that is the manual lane full within a few minutes. The orders in the message wait for somebody to carry them.',
    look: [
      '/settings/system: which web processes give signs of life?',
      'From the scanners’ machine: is a web process reached (`GET /api/health/live`)?',
    ],
    act: [
      'Start a web process: it takes the sorter over within 5 s, with the answers of the one before.',
      'If processes run but cannot reach each other, set STOWLINE_PEER_URL of each to an address that the others reach.',
      'Meanwhile slow the induction down: people sort by hand what comes.',
    ],
    over: 'Scans are answered; the alert resolves at the next look.',
  },
  'no-read': {
    title: 'Labels are not read',
    means:
      'Boxes whose label nobody read go to the exceptions and are keyed in by hand: about 20 s of a person each.',
    look: ['/conveyor: is it one scanner, or all? One is a window, all are the labels.'],
    act: [
      'One scanner: wipe its window, check its angle and light.',
      'All: look at fresh labels. Faint or smeared ones are the printer’s head or ribbon; change it.',
    ],
    over: 'Less than 1 % of the boxes of 15 minutes were not read.',
  },
  recirculation: {
    title: 'Boxes go around',
    means:
      'Boxes come back because their lane is full, closed or was too late: each round takes room from new ones and minutes from its order.',
    look: ['/conveyor/decisions with “recirculate”: because of what, and to which lane?'],
    act: [
      'A full lane: empty it, or open another for the same carrier.',
      'A closed one: open it, or change the drawing so that its boxes have another lane.',
    ],
    over: 'Less than 5 % of the boxes of 15 minutes went around again.',
  },
  'too-late': {
    title: 'Answers come too late',
    means:
      'The answer did not come before the divert, so the box was not diverted and goes to the exceptions. Not one is sent astray by it.',
    look: [
      '/conveyor: decisions p50 and p99 beside their deadline. Decisions are made in microseconds; milliseconds are the way or a busy process.',
      '/settings/system: does the process that answers come back late (event loop), or does it wait for its disk?',
    ],
    act: [
      'Take other work from that machine: exports, imports, a report.',
      'Have scanners keep one socket open (`/belt`) instead of a request for each scan.',
      'If the belt was made faster, the drawing must say so: deadlines are computed from it.',
    ],
    over: 'No answer was too late for 15 minutes.',
  },
  'lane-full': {
    title: 'A lane is full',
    means: 'Boxes for this lane go around until there is room. After 10 minutes orders miss their truck.',
    look: [
      'The lane itself: is nobody unloading, or is something stuck?',
      '/conveyor: do its boxes have another lane?',
    ],
    act: ['Send somebody to empty it.', 'Open a second lane for the same destination in the drawing.'],
    over: 'The lane says “open”, and boxes are diverted to it.',
  },
  'scanner-silent': {
    title: 'A scanner is silent',
    means:
      'It has told of no box for a minute though it was busy: what passes under it goes to the end of the belt.',
    look: [
      'Does the belt run? Does the box before it come through?',
      'The scanner’s lamp and cable, its controller’s log.',
    ],
    act: [
      'Restart the scanner’s controller. Its number of the scan may start again; its name may not.',
      'Route by hand at this point until it is back.',
    ],
    over: 'It tells of boxes again.',
  },
  missing: {
    title: 'Boxes are missing',
    means:
      'They went under a scanner and came nowhere. Their orders cannot be handed over until they are found.',
    look: [
      'The labels in the message: /conveyor/boxes shows where each was last seen.',
      'The stretch behind that scanner: under the belt, at the divert, on the floor.',
    ],
    act: [
      'Put the box back before a scanner: it is known again at once.',
      'If it is gone, ship short from the order’s page; the customer is told and not charged for it.',
    ],
    over: 'Found boxes are scanned; the rest falls out of the count after 15 minutes. The order’s page keeps telling.',
  },
  'mis-sort': {
    title: 'Diverts send boxes astray',
    means:
      'Boxes were confirmed in another lane than they were sent to. Left alone they ride on the wrong truck.',
    look: ['/conveyor/decisions with “mis-sorted”: one divert, or one lane after another?'],
    act: [
      'One divert: its timing or its arm. Close its lane until it is mended; boxes then take the other.',
      'Walk through the wrong lane before its truck leaves.',
    ],
    over: 'Less than 0.5 % of the boxes of 15 minutes were astray.',
  },
  unconfirmed: {
    title: 'Diverts are not confirmed',
    means: 'Nobody knows where boxes went, so none can be missed. Sorting goes on.',
    look: [
      'Does the controller of the diverts run, and does it post confirmations? Their door answers it with a reason.',
    ],
    act: ['Restart it; check its key (scope scans).', 'Confirmations that it kept may be sent late.'],
    over: 'Confirmations come in.',
  },
  unrecorded: {
    title: 'The database does not take what the belt answered',
    means:
      'The belt goes on; its answers are on the disk of the machine that answers. Screens are behind by as much as the oldest. Nothing is lost while that disk is.',
    look: ['/settings/system: does the database answer?', 'The message: is the number growing?'],
    act: [
      'Bring the database back; the spool drains by itself, thousands a second.',
      'Do not delete the folder `belt` of the data folder, whatever restarts.',
    ],
    over: 'The spool is empty.',
  },
  'spool-room': {
    title: 'The disk of the belt’s spool fills',
    means:
      'Should the database go away now, the belt’s answers would soon be in memory only: then a crash would lose them.',
    look: [
      '/settings/system: how much is free, and where?',
      '`du` of the data folder: Postgres itself, logs, old exports?',
    ],
    act: ['Make room, or move the data folder to a larger disk at the next quiet hour.'],
    over: 'There is room for two hours of boxes.',
  },
}
