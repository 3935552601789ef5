import { type Clause, ensure, ensureStatus, every, objectIn } from './clause.ts';
import type { Context } from './context.ts';
import type { Fields } from './fields.ts';

/** The very same answer as the first time. */
async function ensureSame(context: Context, fields: Fields, first: string, what: string) {
  const exchange = await context.send(fields);
  ensureStatus(exchange, 201, what);
  ensure(exchange.body === first, `${what}: the answer's bytes are others`);
}

export const identityClauses: Clause[] = [
  {
    id: 'A.2.15',
    text: 'The same request again has the byte-identical answer',
    confidence: 'P',
    required: true,
    check: async (context) => {
      const { fields, exchange } = await context.registered();
      for (let i = 0; i < 2; i += 1)
        await ensureSame(context, fields, exchange.body, 'the same request');
    },
  },
  {
    id: 'A.2.16',
    text: 'The e-mail is compared without case',
    confidence: 'D',
    required: false,
    check: async (context) => {
      const { fields, exchange } = await context.registered();
      const email = String(fields['email']).toUpperCase();
      await ensureSame(context, { ...fields, email }, exchange.body, email);
    },
  },
  {
    id: 'A.2.17',
    text: 'Twenty simultaneous duplicates are one attempt and one answer',
    confidence: 'D',
    required: true,
    check: async (context) => {
      const fields = await context.aCandidate();
      const answers = await Promise.all(Array.from({ length: 20 }, () => context.send(fields)));
      await every(answers, async (answer) => ensureStatus(answer, 201, 'one of twenty'));
      const different = new Set(answers.map(({ body }) => body)).size;
      ensure(different === 1, `there are ${different} different answers`);
    },
  },
  {
    id: 'A.2.18',
    text: 'The same identity with another name, e-mail, URL or candidate_type is 409 and changes nothing',
    confidence: 'D',
    required: false,
    check: async (context) => {
      const { fields, exchange } = await context.registered();
      const callback_url = `${String(fields['callback_url'])}&other=1`;
      const cases: Fields[] = [
        { name: 'Outra Pessoa' },
        { email: `other-${String(fields['email'])}` },
        { callback_url },
        { candidate_type: 'internal' },
      ];
      await every(cases, async (changes) => {
        const [what] = Object.keys(changes);
        ensureStatus(await context.send({ ...fields, ...changes }), 409, `another ${what}`);
      });
      await ensureSame(context, fields, exchange.body, 'the first request afterwards');
    },
  },
  {
    id: 'A.2.19',
    text: 'Another job_id is another attempt',
    confidence: 'D',
    required: true,
    check: async (context) => {
      const { fields, resultId } = await context.registered();
      const other = await context.send({ ...fields, job_id: BigInt(Number.MAX_SAFE_INTEGER) });
      ensureStatus(other, 201, 'another job_id');
      ensure(objectIn(other)['test_result_id'] !== resultId, 'another job_id is the same attempt');
    },
  },
  {
    id: 'A.2.20',
    text: 'previous_result "fail" with an unfinished attempt is 409, and the attempt stays',
    confidence: 'D',
    required: false,
    check: async (context) => {
      const { fields, exchange } = await context.registered();
      const retest = await context.send({ ...fields, previous_result: 'fail' });
      ensureStatus(retest, 409, 'a retest before the end');
      await ensureSame(context, fields, exchange.body, 'the first request afterwards');
    },
  },
  {
    id: 'A.2.21',
    text: 'previous_result "fail" of somebody never seen is a first attempt',
    confidence: 'D',
    required: true,
    check: async (context) => {
      const fields = await context.aCandidate({ previous_result: 'fail' });
      ensureStatus(await context.send(fields), 201, 'a retest of somebody new');
    },
  },
];
