import { type Clause, ensure, ensureStatus } from './clause.ts';

export const testPageClauses: Clause[] = [
  {
    id: 'A.2.13',
    text: 'test_url is an HTML page',
    confidence: 'O',
    required: true,
    check: async (context) => {
      const { testUrl } = await context.known();
      const exchange = await context.openPage(testUrl);
      ensureStatus(exchange, 200, 'test_url');
      const type = exchange.headers['content-type'] ?? 'no Content-Type';
      ensure(type.startsWith('text/html'), `test_url is ${type}`);
    },
  },
  {
    id: 'A.2.14',
    text: 'Opening test_url by GET, even twice, changes nothing',
    confidence: 'D',
    required: true,
    check: async (context) => {
      const { testUrl, resultId } = await context.registered();
      const before = await context.resultOf(resultId);
      await context.openPage(testUrl);
      await context.openPage(testUrl);
      const after = await context.resultOf(resultId);
      ensureStatus(after, 200, 'the result after opening');
      ensure(after.body === before.body, 'the result is another one after opening the page');
    },
  },
];
