import { type Clause, ensure, ensureKeys, ensureStatus, objectIn, NotChecked } from './clause.ts';

export const resultKeys = [
  'title',
  'testCode',
  'description',
  'providerName',
  'company_result_string',
  'providerLink',
  'status',
  'result_page_url',
  'result_candidate_page_url',
  'results',
];
const urls = ['providerLink', 'result_page_url', 'result_candidate_page_url'];

export const resultClauses: Clause[] = [
  {
    id: 'A.3.1',
    text: 'GET /test/result/{id} answers exactly the ten keys of a TestResult',
    confidence: 'O',
    required: true,
    check: async (context) => {
      const exchange = await context.resultOf((await context.known()).resultId);
      ensureStatus(exchange, 200);
      const { results, ...texts } = objectIn(exchange);
      ensureKeys({ results, ...texts }, resultKeys, 'the result');
      ensure(Array.isArray(results), 'results is no list');
      const wrong = Object.entries(texts).filter(([, value]) => typeof value !== 'string');
      ensure(wrong.length === 0, `${wrong.map(([key]) => key).join(', ')} must be text`);
      const relative = urls.filter((key) => !URL.canParse(String(texts[key])));
      ensure(relative.length === 0, `${relative.join(', ')} must be an absolute URL`);
    },
  },
  {
    id: 'A.3.2',
    text: 'Before the candidate begins, status is notStarted and results is empty',
    confidence: 'O',
    required: true,
    check: async (context) => {
      const { resultId } = await context.registered();
      const exchange = await context.resultOf(resultId);
      ensureStatus(exchange, 200);
      const { status, results } = objectIn(exchange);
      ensure(status === 'notStarted', `status is ${JSON.stringify(status)}`);
      ensure(Array.isArray(results) && results.length === 0, 'results is not empty');
    },
  },
  {
    id: 'A.3.3',
    text: 'An unknown result is 404',
    confidence: 'D',
    required: true,
    check: async (context) => {
      ensureStatus(await context.resultOf('no-such-result'), 404, 'an unknown id');
    },
  },
  {
    id: 'A.3.4',
    text: "Another company's result is 404, in the same bytes as an unknown one but for the requestId",
    confidence: 'D',
    required: true,
    check: async (context) => {
      const { otherToken } = context.session.options;
      if (otherToken === undefined) throw new NotChecked('needs --other-token');
      const { resultId } = await context.known();
      const authorization = `Bearer ${otherToken}`;
      const ask = (id: string) =>
        context.ask(`/test/result/${encodeURIComponent(id)}`, { authorization });
      // An id that looks like theirs, so that a mere difference of form doesn't show.
      const unknown = await ask(resultId.slice(0, -1) + (resultId.endsWith('7') ? '3' : '7'));
      const foreign = await ask(resultId);
      ensureStatus(foreign, 404, "another company's id");
      ensure(
        anonymous(foreign.body) === anonymous(unknown.body),
        'an unknown id is answered differently',
      );
    },
  },
];

/** An error without what tells one request from another. */
function anonymous(body: string): string {
  return body.replaceAll(/"requestId":"[^"]*"/g, '"requestId":""');
}
