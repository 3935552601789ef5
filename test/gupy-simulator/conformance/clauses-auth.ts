import {
  type Clause,
  ensure,
  ensureKeys,
  ensureStatus,
  every,
  isObject,
  isText,
  objectIn,
} from './clause.ts';
import type { Context } from './context.ts';
import { toJson } from './fields.ts';

/** Asks all three endpoints with this header; each must be 401. */
async function ensureClosed(context: Context, authorizations: readonly (string | undefined)[]) {
  const body = toJson(await context.aCandidate());
  const calls = [
    { path: '/test' },
    { path: '/test/candidate', method: 'POST' as const, body },
    { path: '/test/result/no-such-result' },
  ];
  const cases = authorizations.flatMap((authorization) =>
    calls.map((call) => ({ ...call, authorization })),
  );
  await every(cases, async ({ path, ...request }) => {
    const { authorization = 'no Authorization' } = request;
    ensureStatus(await context.ask(path, request), 401, `${path} with ${authorization}`);
  });
}

export const authClauses: Clause[] = [
  {
    id: 'A.0.1',
    text: 'A call without Authorization is 401',
    confidence: 'C',
    required: true,
    check: (context) => ensureClosed(context, [undefined]),
  },
  {
    id: 'A.0.2',
    text: 'An Authorization that is no bearer token is 401',
    confidence: 'D',
    required: true,
    check: (context) => {
      const { token } = context.session.options;
      return ensureClosed(context, [`Basic ${token}`, token, 'Bearer ', 'Bearer']);
    },
  },
  {
    id: 'A.0.3',
    text: 'An unknown token is 401',
    confidence: 'C',
    required: true,
    check: (context) => {
      const { token } = context.session.options;
      return ensureClosed(context, ['Bearer no-such-token', `Bearer ${token}x`]);
    },
  },
  {
    id: 'A.0.4',
    text: 'A company_id that is not the company of the token is 403',
    confidence: 'P',
    required: true,
    check: async (context) => {
      const { companyId } = context.session.options;
      const other = await context.aCandidate({ company_id: companyId + 1n });
      ensureStatus(await context.send(other), 403, `company_id ${companyId + 1n}`);
    },
  },
  {
    id: 'A.0.5',
    text: 'Errors are { error: { code, message, fields?, requestId } }',
    confidence: 'D',
    required: false,
    check: async (context) => {
      const calls = [
        () => context.ask('/test?limit=many'),
        () => context.ask('/test', { authorization: undefined }),
        () => context.resultOf('no-such-result'),
      ];
      await every(calls, async (call) => {
        const exchange = await call();
        if (exchange.status !== null && exchange.status < 400) return; // Another clause's matter.
        const { error } = objectIn(exchange);
        const what = `the error of ${exchange.status}`;
        ensure(isObject(error), `${what} has no object "error"`);
        const { fields, ...rest } = error;
        ensureKeys(rest, ['code', 'message', 'requestId'], what);
        ensure(Object.values(rest).every(isText), `${what} has members that are no text`);
        const named =
          fields === undefined || (isObject(fields) && Object.values(fields).every(isText));
        ensure(named, `${what} has fields that are no messages by name`);
      });
    },
  },
];
