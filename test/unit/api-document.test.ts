import { describe, expect, it } from 'vitest';
import * as z from 'zod';

import { access } from '../../src/access.ts';
import { webhookEvents } from '../../src/db/schema/api.ts';
import { openApiDocument, schemaOf } from '../../src/features/api/document.ts';
import { fieldLines } from '../../src/features/api/fields.ts';
import { operations } from '../../src/features/api/operations.ts';

const document = openApiDocument('https://aferi.example');

describe('the OpenAPI document', () => {
  it('has every route of the API, and no other', () => {
    const named = Object.keys(access).filter((route) => access[route] === 'api');
    const written = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(
        (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      ),
    );
    expect(written.toSorted()).toEqual(named.toSorted());
  });

  it('is JSON that names its version, its server and each webhook', () => {
    const read = JSON.parse(JSON.stringify(document));
    expect(read.openapi).toBe('3.1.0');
    expect(read.servers).toEqual([{ url: 'https://aferi.example' }]);
    expect(Object.keys(read.webhooks)).toEqual([...webhookEvents]);
  });

  it('says of each route what it answers, refusals included, and what its path holds', () => {
    for (const [path, methods] of Object.entries(document.paths))
      for (const [method, any] of Object.entries(methods)) {
        const operation = any as any;
        const what = `${method} ${path}`;
        expect(Object.keys(operation.responses), what).toEqual(
          expect.arrayContaining(['400', '401', '403', '429']),
        );
        const inPath = operation.parameters.filter((one: any) => one.in === 'path');
        expect(inPath.length, what).toBe(path.split('{').length - 1);
        for (const response of Object.values<any>(operation.responses))
          expect(() => z.fromJSONSchema(response.content['application/json'].schema)).not.toThrow();
      }
  });

  it('gives every operation an id and a summary of its own', () => {
    for (const key of ['id', 'summary'] as const)
      expect(new Set(operations.map((operation) => operation[key])).size).toBe(operations.length);
  });
});

describe('the lines of a table', () => {
  it('name each field within the others, with its type and whether it must be there', () => {
    const schema = z.object({
      name: z.string().describe('Whole.'),
      tags: z.array(z.object({ id: z.uuid() })).optional(),
      at: z.iso.datetime().nullable(),
    });
    const lines = fieldLines(schemaOf(schema, 'input'));
    expect(lines).toEqual([
      { name: 'name', type: 'string', required: true, description: 'Whole.' },
      { name: 'tags', type: 'object[]', required: false, description: '' },
      { name: 'tags[].id', type: 'uuid', required: true, description: '' },
      { name: 'at', type: 'date-time | null', required: true, description: '' },
    ]);
  });
});
