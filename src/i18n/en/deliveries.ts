import type { Messages } from '../messages.ts';

export const deliveries: Messages['deliveries'] = {
  navigation: 'Deliveries',
  title: 'Deliveries',
  lead: 'Everything that Aferi has delivered or still tries to deliver, with every try.',
  views: { label: 'Lists of deliveries', all: 'All', missing: 'Completed, not yet in the ATS' },
  missingLead:
    'Completed tests whose result Gupy has not received yet. What is being sent this very minute is not listed.',
  unplanned: 'The test is completed, and its delivery could not be prepared yet.',
  list: 'List of deliveries',
  kind: 'What and where to',
  allKinds: 'Everything',
  state: 'State',
  allStates: 'All states',
  assessment: 'Assessment',
  allAssessments: 'All assessments',
  from: 'From',
  to: 'To',
  clear: 'Clear filters',
  candidate: 'Candidate',
  planned: 'Since',
  lastTry: 'Last try',
  tries: (count) => (count === 1 ? '1 try' : `${count} tries`),
  parkedShort: 'Parked',
  toResult: 'See the result',
  replay: 'Send again now',
  replayAll: 'Send parked ones again',
  replayAllNote: (limit) => `Those of these filters only, up to ${limit} at a time, oldest first.`,
  replayed: 'Sending again was asked for. The next try begins in a moment.',
  replayedMany: (count) =>
    count === 0
      ? 'No parked delivery in these filters.'
      : count === 1
        ? '1 delivery is sent again in a moment.'
        : `${count} deliveries are sent again in a moment.`,
  replayMore: 'There are more parked ones: ask again to go on.',
  replaySending: 'This delivery is being sent right now. Wait a minute and look again.',
  replayExpunged:
    'This delivery cannot be sent again: its content is erased 30 days after it was delivered.',
  replayedBy: 'asked for by a person',
  due: 'Its turn: it goes as soon as the destination can take it.',
  csv: 'Download CSV',
  emptyTitle: 'No deliveries yet',
  empty: 'Once somebody completes a test, what is sent shows up here.',
  missingEmptyTitle: 'Nothing is missing',
  missingEmpty: 'Every completed result has arrived where it should.',
  sparseTitle: 'Nothing in this part of the list',
  sparse: 'There are older deliveries that have not been looked at with these filters yet.',
  noMatchTitle: 'Nothing with these filters',
  noMatch: 'Change or clear the filters.',
  errors: {
    'cut short': 'Cut short: the process stopped in the middle',
    'every try was cut short': 'Every try was cut short',
    'no answer within 15 s': 'No answer within 15 s',
    'the connection failed': 'The connection failed',
    'nothing here can send this': 'This kind of delivery no longer exists',
  },
  csvHead: {
    id: 'id',
    planned: 'planned_at',
    kind: 'kind',
    destination: 'destination',
    state: 'state',
    tries: 'tries',
    status: 'last_status',
    error: 'last_error',
    next: 'next_at',
    finished: 'finished_at',
    candidate: 'candidate',
    attempt: 'result',
  },
  alert: {
    'lane.failing': {
      subject: (kind) => `${kind}: deliveries have been failing for an hour`,
      body: (place) =>
        `For more than an hour our deliveries (${place}) have not been accepted. Nothing is lost: we keep trying for about 75 hours, and tell you when it works again.`,
    },
    'delivery.parked': {
      subject: (kind) => `${kind}: a delivery stopped and needs you`,
      body: (place) =>
        `A delivery (${place}) stopped: there will be no other automatic try. See why, mend it and send it again with one click. Should others stop next, they are in the same list.`,
    },
    'lane.recovered': {
      subject: (kind) => `${kind}: deliveries work again`,
      body: (place) =>
        `Our deliveries (${place}) are accepted again. What was waiting is being sent now.`,
    },
    reason: (reason) => `What we know: ${reason}`,
    button: 'See the deliveries',
    footer: (organization) => `You get this because you look after ${organization} in Aferi.`,
  },
  status: {
    title: 'How deliveries are doing',
    lead: 'Really measured, over all organizations, from the end of a test until its result arrived. Nobody’s data.',
    measure: 'Measure',
    day: 'Last 24 hours',
    month: 'Last 30 days',
    firstTry: 'From the end of the test to the first try (median)',
    delivered: 'From the end of the test to the delivery (median)',
    parked: 'Deliveries that stopped and wait for a person',
    count: 'Deliveries measured',
    atMost: (time) => `within ${time}`,
    more: (time) => `more than ${time}`,
    none: 'Nothing to measure yet',
    note: 'Updated every minute. The median is given by the step that it falls into: the real time is that or less.',
  },
};
