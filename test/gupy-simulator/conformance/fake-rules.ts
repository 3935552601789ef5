import type { Fault } from './fake-faults.ts';

export interface Values {
  company_id: bigint;
  document_id: bigint;
  test_id: string;
  name: string;
  email: string;
  callback_url: string;
  job_id?: bigint | null;
  result_webhook_url?: string | null;
  candidate_type?: string | null;
  previous_result?: string | null;
}

type Has = (fault: Fault) => boolean;

const known = [
  'company_id',
  'document_id',
  'test_id',
  'name',
  'email',
  'callback_url',
  'job_id',
  'result_webhook_url',
  'candidate_type',
  'previous_result',
];

/** What is wrong with a body of POST /test/candidate by the contract, or its values. */
export function problemsOf(
  text: string,
  has: Has,
): { values: Values } | { problems: Record<string, string> } {
  const body = parse(text, has);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return { problems: { body: 'is no JSON object' } };
  const fields = body as Record<string, unknown>;
  const optional = ['job_id', 'result_webhook_url', 'candidate_type', 'previous_result'];
  if (has('e-mail optional')) fields['email'] ??= 'nobody@example.com';
  const wrong = known.filter((name) => {
    const value = fields[name] ?? null;
    if (value === null) return !optional.includes(name) || isRefusedNull(name, fields, has);
    return !isRight(name, value, has);
  });
  if (has('extra fields refused'))
    wrong.push(...Object.keys(fields).filter((name) => !known.includes(name)));
  if (wrong.length > 0) return { problems: Object.fromEntries(wrong.map((name) => [name, 'no'])) };
  return { values: fields as unknown as Values };
}

function isRefusedNull(name: string, fields: Record<string, unknown>, has: Has) {
  return name === 'candidate_type' && name in fields && has('null is no candidate_type');
}

function isRight(name: string, value: unknown, has: Has): boolean {
  if (name.endsWith('_id') && name !== 'test_id') return isInteger(value, has);
  if (typeof value !== 'string' || value === '') return false;
  if (name.endsWith('_url')) return isAllowedUrl(value, has);
  if (name === 'candidate_type' && !has('any enum value'))
    return ['internal', 'external'].includes(value);
  if (name === 'previous_result' && !has('any enum value'))
    return value === 'fail' || (value === 'null' && !has('the text "null" refused'));
  return true;
}

function isInteger(value: unknown, has: Has): boolean {
  if (has('text for integers') && typeof value === 'string') return /^\d+$/.test(value);
  if (typeof value !== 'bigint') return false;
  return (value > 0n || has('any integer')) && value < 2n ** 63n;
}

function isAllowedUrl(text: string, has: Has): boolean {
  const url = URL.parse(text);
  if (!url) return false;
  if (url.protocol !== 'https:') return url.protocol === 'http:' && has('plain http');
  if (/^https:\/\/[^/]*@/.test(text) && !has('user information')) return false;
  if (url.hash !== '' && !has('fragments')) return false;
  const { hostname: host } = url;
  const ours = host === 'gupy.io' || host.endsWith('.gupy.io');
  const address = /^[\d.]+$|^\[/.test(host);
  const local = !address && (!host.includes('.') || host.endsWith('.local'));
  if (address) return has('IP addresses');
  if (local) return has('local names');
  if (host === 'gupy.io' && has('gupy.io itself refused')) return false;
  return ours || has('any host') || (has('user information') && text.includes('@'));
}

/** Every integer as a bigint with all its digits. */
function parse(text: string, has: Has): unknown {
  try {
    return JSON.parse(text, (_, value: unknown, context?: { source?: string }) => {
      const source = context?.source ?? '';
      if (typeof value !== 'number' || !/^-?\d+$/.test(source)) return value;
      return has('rounds integers') ? BigInt(value) : BigInt(source);
    });
  } catch {
    return has('anything is JSON') ? undefinedBody() : undefined;
  }
}

function undefinedBody() {
  return {
    company_id: 1n,
    document_id: 1n,
    test_id: 'sql',
    name: 'x',
    email: 'x@example.com',
    callback_url: 'https://gupy.io/',
  };
}
