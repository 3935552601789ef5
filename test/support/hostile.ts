import * as fc from 'fast-check';

/** A form field, or a key of a JSON object: name and text, or the value's JSON. */
export type Field = [name: string, value: string];

const long = 'ä'.repeat(30_000);

/** Texts that broke something somewhere: after the "big list of naughty strings". */
const naughty = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'a\udfffb',
  '\udfff\ud800',
  '\ufffe\uffff',
  '\ufeff',
  '\u202etxet',
  '\u2028\u2029\u0085\u000b',
  '\x01\x02\x7f\x80\x9f',
  '\r\nSet-Cookie: a=b',
  'Z̸̢̛a̵l̴g̷o̸',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  'İıſß',
  'undefined',
  'null',
  'NaN',
  'Infinity',
  '-0',
  '1e999',
  '0x10',
  '1/0',
  '١٢٣',
  '9007199254740993',
  '-9223372036854775809',
  '1'.repeat(400),
  '2026-02-30T25:61:61Z',
  '-271821-04-20T00:00:00.001Z',
  "' or 1=1 --",
  '"; drop table attempts; --',
  '%_\\',
  '%00%ED%A0%80',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "javascript:alert('1')",
  '{{7*7}}${7*7}<%= 7*7 %>',
  '../../../etc/passwd',
  '//evil.example/\\evil.example',
  'https://gupy.io.evil.example/',
  'a@b.example\r\nBcc: c@d.example',
  '=cmd|" /C calc"!A0',
  '__proto__',
  'constructor',
  'toString',
  '{"a":',
  '[]',
  long,
];

export const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...naughty) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 50 }) },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      maxLength: 20,
    }),
  },
);

const hostileName = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'then', 'toJSON', ''),
  fc.constantFrom('value', 'value[]', 'value.a', '__proto__[x]', 'constructor.prototype'),
  hostileText,
);

/** JSON of every type, some of it only just. */
const hostileJson = fc.oneof(
  hostileText.map((text) => JSON.stringify(text)),
  fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)),
  fc.constantFrom('null', 'true', '0', '-1', '-0', '1.5', '1e999', '-1e-999', '[]', '{}'),
  fc.constantFrom('9007199254740993', '9223372036854775808', '1'.repeat(500)),
  fc.constantFrom('{"__proto__":{"x":1}}', '[[[[[[[[]]]]]]]]', '{"toString":1}', '"\\ud800"'),
  fc.constant(`${'['.repeat(2000)}${']'.repeat(2000)}`),
);

/** One change to a body that would otherwise be what the route expects. */
const mutation = fc.record({
  how: fc.constantFrom('replace', 'replace', 'replace', 'repeat', 'drop', 'add'),
  at: fc.nat(),
  name: hostileName,
  text: hostileText,
  json: hostileJson,
});

type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never;

function mutated(fields: readonly Field[], changes: readonly Mutation[], json: boolean): Field[] {
  const result = [...fields];
  for (const { how, at, name, ...values } of changes) {
    const value = json ? values.json : values.text;
    const place = result.length === 0 ? 0 : at % result.length;
    const target = result[place];
    if (how === 'add' || !target) result.push([name, value]);
    else if (how === 'repeat') result.push([target[0], value]);
    else if (how === 'drop') result.splice(place, 1);
    else result[place] = [target[0], value];
  }
  return result;
}

export interface HostileBody {
  /** Absent: no Content-Type. */
  type?: string;
  bytes: Uint8Array<ArrayBuffer>;
}

type Encode = (fields: Field[]) => HostileBody;

const form = 'application/x-www-form-urlencoded';

const encoders: Record<'form' | 'multipart' | 'json', Encode> = {
  form: (fields) => ({
    type: form,
    bytes: bytesOf(fields.map((field) => field.map(percentEncoded).join('=')).join('&')),
  }),
  multipart: (fields) => ({
    type: 'multipart/form-data; boundary=x',
    bytes: bytesOf(
      fields
        .map(
          ([name, text]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}`,
        )
        .concat('--x--\r\n')
        .join('\r\n'),
    ),
  }),
  json: (fields) => ({
    type: 'application/json',
    bytes: bytesOf(
      `{${fields.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(',')}}`,
    ),
  }),
};

/** How a body is spoiled once it is bytes. */
const spoilers: ((body: HostileBody) => HostileBody)[] = [
  (body) => body,
  (body) => body,
  (body) => body,
  ({ bytes }) => ({ bytes }),
  ({ bytes }) => ({ type: 'text/plain', bytes }),
  ({ bytes }) => ({ type: form, bytes }),
  ({ bytes }) => ({ type: 'application/json', bytes }),
  ({ bytes }) => ({ type: 'multipart/form-data', bytes }),
  ({ bytes }) => ({ type: 'multipart/form-data; boundary=', bytes }),
  ({ bytes }) => ({ type: `multipart/form-data; boundary=${'y'.repeat(300)}`, bytes }),
  ({ bytes }) => ({ type: ';;;=,/', bytes }),
  ({ type, bytes }) => ({ ...(type && { type }), bytes: bytes.slice(0, -3) }),
  ({ type, bytes }) => ({ ...(type && { type }), bytes: bytes.slice(bytes.length / 2) }),
  ({ type, bytes }) => ({ ...(type && { type }), bytes: bytes.map((byte) => byte ^ 0x80) }),
];

/** What a route expects: a form's fields, or the keys of a JSON object with their values' JSON. */
export interface Expected {
  format: 'form' | 'json';
  fields: readonly Field[];
}

/** Makes something else of it. */
export type Spoil = (expected: Expected) => HostileBody;

export const spoiledBody: fc.Arbitrary<Spoil> = fc
  .record({
    as: fc.constantFrom<keyof typeof encoders | 'expected'>(
      'expected',
      'expected',
      'expected',
      'form',
      'multipart',
      'json',
    ),
    changes: fc.array(mutation, { maxLength: 3 }),
    spoil: fc.constantFrom(...spoilers),
  })
  .map(({ as, changes, spoil }) => (expected) => {
    const format = as === 'expected' ? expected.format : as;
    const inJson = (text: string) => (expected.format === 'json' ? text : JSON.stringify(text));
    const json = format === 'json';
    const fields = expected.fields.map(([name, text]): Field => [name, json ? inJson(text) : text]);
    return spoil(encoders[format](mutated(fields, changes, json)));
  });

export const randomBody: fc.Arbitrary<Spoil> = fc
  .record({
    bytes: fc.uint8Array({ maxLength: 300 }),
    type: fc.constantFrom(form, 'application/json', 'multipart/form-data; boundary=x'),
  })
  .map(({ bytes, type }) => () => ({ type, bytes: new Uint8Array(bytes) }));

const mebibyte = 1024 * 1024;
const nested = 100_000;

const of = (type: string, text: string) => ({ type, bytes: bytesOf(text), tooLarge: false });

let huge: ReturnType<typeof makeHugeBodies> | undefined;

/** Bodies whose size or shape is the attack; the last ones are beyond the limit. */
export function hugeBodies() {
  huge ??= makeHugeBodies();
  return huge;
}

function makeHugeBodies() {
  const json = 'application/json';
  const parts = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(15_000);
  return [
    of(form, `name=${'a'.repeat(mebibyte - 5)}`),
    of(form, '&'.repeat(mebibyte)),
    of(form, '='.repeat(mebibyte)),
    of(form, '%'.repeat(mebibyte)),
    of(form, 'a&'.repeat(mebibyte / 2)),
    of(form, 'value=a&'.repeat(mebibyte / 8)),
    of('multipart/form-data; boundary=x', `${parts}--x--\r\n`),
    of('multipart/form-data; boundary=x', '\r\n--x'.repeat(mebibyte / 5)),
    of(json, '['.repeat(nested)),
    of(json, `${'['.repeat(nested)}${']'.repeat(nested)}`),
    of(json, `${'{"a":'.repeat(nested)}1${'}'.repeat(nested)}`),
    of(json, `[${'{},'.repeat(nested)}{}]`),
    of(json, `"${'\\ud800'.repeat(nested)}"`),
    of(json, '1'.repeat(mebibyte)),
    { ...of(form, 'a'.repeat(mebibyte + 1)), tooLarge: true },
    { ...of(json, `"${'a'.repeat(3 * mebibyte)}"`), tooLarge: true },
  ];
}

/** One part of a path, or a value in a query, already encoded as a client might. */
export const hostilePart = fc.oneof(
  hostileText.map((text) => percentEncoded(text.slice(0, 3000))),
  fc.constantFrom('%', '%zz', '%ED%A0%80', '%FF', '%C0%80', '%2e%2e%2f', '%2F%2F', '+', '..;', '~'),
  fc.constantFrom('0', '00', '-1', '10000', '1.5', '9'.repeat(30)),
);

const parameters =
  'limit offset searchString next token email to notice language assessment state search q cursor before';
const parameter = fc.constantFrom(...parameters.split(' '), '__proto__', 'limit[]', '%', '');

/** `?…`, with parameters that some route reads, each possibly more than once. */
export const hostileQuery = fc
  .array(fc.tuple(parameter, hostilePart), { maxLength: 4 })
  .map((pairs) => (pairs.length === 0 ? '' : `?${pairs.map((pair) => pair.join('=')).join('&')}`));

/** Headers that the middleware reads. */
export const hostileHeaders = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.dictionary(
      fc.constantFrom('Accept-Language', 'Cookie', 'Accept', 'HX-Request', 'HX-Request-Type'),
      fc.oneof(
        fc.constantFrom('true', 'partial', 'en', 'language=__proto__', 'language=%ff', '*;q=x'),
        fc.constantFrom('__Host-sid=x', '__Host-sid=a.b', '__Host-sid=%', 'a'.repeat(5000), ';=;'),
        fc.constantFrom('application/json', 'pt-BR;q=NaN,en', 'constructor'),
      ),
      { maxKeys: 3 },
    ),
  },
);

function percentEncoded(text: string): string {
  return [...bytesOf(text)]
    .map((byte) =>
      (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7a)
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).padStart(2, '0')}`,
    )
    .join('');
}

/** UTF-8, but halves of surrogate pairs keep the bytes that they would have. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  if (text.isWellFormed()) return encoder.encode(text) as Uint8Array<ArrayBuffer>;
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const point = character.codePointAt(0)!;
      if (point < 0xd800 || point > 0xdfff) return [...encoder.encode(character)];
      return [0xed, 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)];
    }),
  );
}
