import type { Operation } from './operations.ts';

/** Bodies that a reader can send after putting in an id of their own. */
const bodies: Record<string, object> = {
  createAttempt: {
    assessmentId: 'ASSESSMENT_ID',
    candidate: { name: 'Marina Duarte', email: 'marina@example.com' },
    externalId: 'application-42',
    callbackUrl: 'https://ats.example/applications/42',
  },
  createAttemptForAts: {
    email: 'marina@example.com',
    name: 'Marina Duarte',
    user_id: 'candidate-42',
    assessment_id: 'ASSESSMENT_ID',
    company_id: 'company-7',
    job_id: 'job-9',
    callback_url: 'https://ats.example/applications/42',
    webhook_url: 'https://ats.example/hooks/results',
  },
};

/** A call from a shell in which `KEY` is the key. */
export function curl({ route, id, idempotent }: Operation, baseUrl: string): string {
  const [method = '', path = ''] = route.split(' ');
  const ofAts = path.startsWith('/assessments/ats');
  const url = baseUrl + path.replaceAll(/:(\w+)/g, 'ATTEMPT_ID');
  const body = bodies[id];
  return [
    `curl ${method === 'POST' ? '-X POST ' : ''}'${url}'`,
    `-H "${ofAts ? 'X-API-KEY:' : 'Authorization: Bearer'} $KEY"`,
    ...(idempotent ? [`-H 'Idempotency-Key: application-42'`] : []),
    ...(body
      ? [
          `-H 'Content-Type: application/json'`,
          `-d '${JSON.stringify(body, null, 2).replaceAll('\n', '\n  ')}'`,
        ]
      : []),
  ].join(' \\\n  ');
}

export const failureExample = JSON.stringify(
  {
    error: {
      code: 'invalid',
      message: 'Some fields are wrong',
      fields: { 'candidate.email': 'Invalid email address' },
      requestId: '0b6ff8f5-9d0c-4c39-9b4c-0f6a4b3d7c11',
    },
  },
  null,
  2,
);

/** With the stock library: npm install standardwebhooks. */
export const verification = `import { Webhook } from 'standardwebhooks';

// body: the bytes as they came, before any JSON.parse
const message = new Webhook(process.env.WEBHOOK_SECRET).verify(body, request.headers);
if (message.type === 'attempt.completed') save(message.data.id, message.data.result);`;
