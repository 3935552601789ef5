import './byte-texts.ts';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { readReceiptFile } from '../features/attempts/receipt-file.ts';
import { isSignedWith } from '../features/attempts/receipts.ts';

/**
 * `npm run receipts -- file.json [--key <public key>]`: checks the signatures of a candidate's receipts
 * without asking any server. Without `--key` the file's own key is used, which only shows that the file
 * is whole: who made it shows the key that the organization publishes.
 */
const { values, positionals } = parseArgs({
  options: { key: { type: 'string' } },
  allowPositionals: true,
});
const [path] = positionals;
if (path === undefined) fail('Usage: npm run receipts -- file.json [--key <public key>]');
const file = readReceiptFile(await readFile(path, 'utf8').catch(() => fail(`Can't read ${path}`)));
if (!file) fail(`${path} is no file of receipts`);
if (values.key !== undefined && values.key !== file.publicKey)
  console.log(`The file names another key than ${values.key}`);

const key = values.key ?? file.publicKey;
let wrong = 0;
for (const receipt of file.receipts) {
  const right = await isSignedWith(key, receipt);
  if (!right) wrong += 1;
  const { question, revision, savedAt, answerHash } = receipt;
  console.log(`${right ? 'right' : 'WRONG'}  ${savedAt}  ${question} (${revision})  ${answerHash}`);
}
console.log(`${file.receipts.length - wrong} of ${file.receipts.length} signatures are right`);
process.exitCode = wrong > 0 ? 1 : 0;

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
