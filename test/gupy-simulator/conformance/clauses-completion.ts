import {
  Broken,
  type Clause,
  ensure,
  ensureKeys,
  ensureStatus,
  every,
  isObject,
  type JsonObject,
  NotChecked,
  objectIn,
} from './clause.ts';
import { finished, shown, webhooksOf } from './completion.ts';
import type { Context } from './context.ts';
import { leadsTo, textOf } from './pages.ts';

const itemKeys = [
  'score',
  'result_string',
  'type_result',
  'tier',
  'title',
  'description',
  'date',
  'other_informations',
];

function itemsIn(result: JsonObject): JsonObject[] {
  const { results } = result;
  const right = Array.isArray(results) && results.length > 0 && results.every(isObject);
  ensure(right, 'results has no items');
  return results;
}

/** These need a test that somebody took to its end. */
export const completionClauses: Clause[] = [
  {
    id: 'A.2.22',
    text: 'previous_result "fail" after a finished attempt is one new attempt, the same for every repetition',
    confidence: 'D',
    required: true,
    check: async (context) => {
      const { fields, resultId } = await finished(context);
      const again = () => context.send({ ...fields, previous_result: 'fail' });
      const first = await again();
      ensureStatus(first, 201, 'a retest');
      ensure(objectIn(first)['test_result_id'] !== resultId, 'it is the finished attempt');
      ensure((await again()).body === first.body, 'the same request has another answer');
    },
  },
  {
    id: 'A.3.5',
    text: 'After the end status is done, and each item of results has its eight keys and an integer score of 0…100',
    confidence: 'O',
    required: true,
    check: async (context) => {
      const { result } = await finished(context);
      await every(itemsIn(result), async (item) => {
        const what = `item ${JSON.stringify(item['title'])}`;
        ensureKeys(item, itemKeys, what);
        const { score, tier, other_informations: other, ...texts } = item;
        const inRange = Number.isInteger(score) && Number(score) >= 0 && Number(score) <= 100;
        ensure(inRange, `${what}: score is ${JSON.stringify(score)}`);
        ensure(tier === 'major' || tier === 'minor', `${what}: tier is ${JSON.stringify(tier)}`);
        ensure(isObject(other), `${what}: other_informations is no object`);
        const wrong = Object.keys(texts).filter((key) => typeof texts[key] !== 'string');
        ensure(wrong.length === 0, `${what}: ${wrong.join(', ')} must be text`);
        ensure(!Number.isNaN(Date.parse(String(item['date']))), `${what}: date is no date`);
      });
    },
  },
  {
    id: 'A.3.6',
    text: 'The first item of results is the total, which the candidate may see (major)',
    confidence: 'D',
    required: false,
    check: async (context) => {
      const [total] = itemsIn((await finished(context)).result);
      ensure(total?.['tier'] === 'major', 'the first item is not major');
    },
  },
  {
    id: 'A.3.7',
    text: 'A finished result is read in the same bytes every time',
    confidence: 'D',
    required: false,
    check: async (context) => {
      const { resultId, done } = await finished(context);
      const again = await context.resultOf(resultId);
      ensure(again.body === done.body, 'the second reading is another one');
    },
  },
  {
    id: 'A.4.8',
    text: 'Before the end the page of the test does not offer callback_url',
    confidence: 'D',
    required: false,
    check: async (context) => {
      const { pageBefore, callbackUrl } = await finished(context);
      if (!textOf(pageBefore).includes(callbackUrl)) return;
      throw new Broken('the page before the test names callback_url', pageBefore);
    },
  },
  {
    id: 'A.4.9',
    text: 'Reopening the finished test leads back to callback_url',
    confidence: 'O',
    required: true,
    check: async (context) => {
      const { testUrl, callbackUrl } = await finished(context);
      const found = await leadsTo(context, testUrl, callbackUrl);
      if (found === 'scripts') throw new NotChecked('only a script could lead back: look yourself');
      ensure(found, 'neither the page nor a link on it leads to callback_url');
    },
  },
  {
    id: 'A.4.10',
    text: 'The result is POSTed to result_webhook_url after the end, not before, in the very bytes of GET /test/result',
    confidence: 'O',
    required: true,
    check: async (context) => {
      const received = await webhooksOf(context);
      const { early, done } = await finished(context);
      ensure(early === 0, 'a webhook came before the end');
      ensure(received.length > 0, 'no webhook came');
      await every(received, async (each) => {
        if (each.method === 'POST' && each.body === done.body) return;
        throw new Broken('the webhook has other bytes than GET /test/result', shown(each));
      });
    },
  },
  {
    id: 'A.4.11',
    text: 'The webhook is JSON without Authorization, and each copy carries the same webhook-id',
    confidence: 'D',
    required: false,
    check: async (context) => {
      const received = await webhooksOf(context);
      if (received.length === 0) throw new NotChecked('no webhook came');
      await every(received, async (each) => {
        const told = (message: string) => new Broken(message, shown(each));
        const { headers } = each;
        if (!headers['content-type']?.startsWith('application/json')) throw told('it is not JSON');
        if (headers['authorization'] !== undefined) throw told('it carries Authorization');
        if (!headers['webhook-id']) throw told('it carries no webhook-id');
      });
      const ids = new Set(received.map(({ headers }) => headers['webhook-id']));
      ensure(ids.size === 1, `${received.length} copies have ${ids.size} webhook-ids`);
    },
  },
  {
    id: 'A.4.12',
    text: "The candidate's result page opens without sign-in and shows neither e-mail nor minor items",
    confidence: 'D',
    required: true,
    check: async (context) => {
      const { result, fields } = await finished(context);
      const exchange = await openOf(context, result, 'result_candidate_page_url');
      ensureStatus(exchange, 200, 'result_candidate_page_url');
      const text = textOf(exchange);
      ensure(!text.includes(String(fields['email'])), 'the page shows the e-mail');
      const [minor, major] = ['minor', 'major'].map((tier) =>
        itemsIn(result).filter((item) => item['tier'] === tier),
      );
      // Words that the page may have for another reason prove nothing.
      const allowed = JSON.stringify([major, result['title'], result['description']]);
      const secret = minor!.map((item) => String(item['title']));
      const leaked = secret.filter((title) => !allowed.includes(title) && text.includes(title));
      ensure(leaked.length === 0, `the page shows the minor item ${leaked.join(', ')}`);
    },
  },
  {
    id: 'A.4.13',
    text: "The recruiter's result page shows nothing to somebody who isn't signed in",
    confidence: 'D',
    required: true,
    check: async (context) => {
      const { result, fields } = await finished(context);
      const text = textOf(await openOf(context, result, 'result_page_url'));
      const shows = ['name', 'email'].filter((key) => text.includes(String(fields[key])));
      ensure(shows.length === 0, `the page shows the candidate's ${shows.join(' and ')}`);
    },
  },
];

function openOf(context: Context, result: JsonObject, key: string) {
  const url = String(result[key]);
  ensure(URL.canParse(url), `${key} is no URL`);
  return context.openPage(url);
}
