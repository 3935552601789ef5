import type { Messages } from '../../i18n/messages.ts';
import { csvLine } from '../../lib/csv.ts';
import type { LedgerPart, LedgerRow } from './queries.ts';
import type { Place } from './schema.ts';

/** The ledger as a file, written while it is read: a part at a time, whatever its length. */
export function ledgerCsv(
  t: Messages,
  read: (after: Place | undefined) => Promise<LedgerPart>,
): ReadableStream<Uint8Array> {
  const parts = partsOf(t, read);
  const bytes = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(bytes.encode(value));
    },
  });
}

/** With a byte order mark, by which spreadsheets know UTF-8. */
async function* partsOf(t: Messages, read: (after: Place | undefined) => Promise<LedgerPart>) {
  yield `\uFEFF${csvLine(Object.values(t.deliveries.csvHead))}`;
  let after: Place | undefined;
  do {
    const { rows, older } = await read(after);
    yield rows.map((row) => csvLine(cellsOf(row, t))).join('');
    after = older;
  } while (after);
}

/** In the order of `csvHead`. */
function cellsOf(row: LedgerRow, t: Messages) {
  return [
    row.id,
    moment(row.createdAt),
    row.kind,
    row.destination,
    t.workspace.result.deliveryStates[row.state],
    row.tries,
    row.lastStatus,
    row.lastError,
    row.nextAt === null ? null : moment(Math.max(row.nextAt, row.createdAt)),
    row.finishedAt === null ? null : moment(row.finishedAt),
    row.candidateName,
    row.attemptId,
  ];
}

function moment(at: number): string {
  return new Date(at).toISOString();
}
