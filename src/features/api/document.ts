import * as z from 'zod';

import { webhookEvents } from '../../db/schema/api.ts';
import * as answers from './answers.ts';
import { type Operation, operations } from './operations.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The JSON Schema of a message as it travels. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _dialect, '~standard': _standard, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}

/** OpenAPI 3.1, made from the schemas that the routes themselves use. */
export function openApiDocument(baseUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const [method = '', path = ''] = operation.route.split(' ');
    const template = path.replaceAll(/:(\w+)/g, '{$1}');
    paths[template] = { ...paths[template], [method.toLowerCase()]: described(operation) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Aferi', version: '1', description: `For people: ${baseUrl}/api` },
    servers: [{ url: baseUrl }],
    security: [{ bearer: [] }, { header: [] }],
    paths,
    webhooks: Object.fromEntries(webhookEvents.map((event) => [event, told(event)])),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        header: { type: 'apiKey', in: 'header', name: 'X-API-KEY' },
      },
    },
  };
}

export type OpenApiDocument = ReturnType<typeof openApiDocument>;

function described({ id, summary, scope, query, body, idempotent, ...rest }: Operation) {
  const inPath = [...rest.route.matchAll(/:(\w+)/g)].map(([, name]) =>
    parameter('path', name!, { type: 'string' }, true),
  );
  const asked = query ? schemaOf(query, 'input') : {};
  const inQuery = Object.entries(asked.properties ?? {}).map(([name, schema]) =>
    parameter('query', name, schema as JsonSchema, false),
  );
  const key = { type: 'string', minLength: 1, maxLength: 255 } as const;
  const inHeader = idempotent ? [parameter('header', 'Idempotency-Key', key, false)] : [];
  const errors = [400, 401, 403, ...rest.errors, 429].map((status) => [
    status,
    { description: 'Refused', ...json(schemaOf(answers.failure, 'output')) },
  ]);
  return {
    operationId: id,
    summary,
    description: `Needs the scope \`${scope}\`.`,
    parameters: [...inPath, ...inQuery, ...inHeader],
    ...(body ? { requestBody: { required: true, ...json(schemaOf(body, 'input')) } } : {}),
    responses: {
      [rest.status]: { description: 'Done', ...json(schemaOf(rest.answer, 'output')) },
      ...Object.fromEntries(errors),
    },
  };
}

function parameter(where: string, name: string, schema: JsonSchema, required: boolean) {
  return { in: where, name, required, schema };
}

function told(event: string) {
  const message = z.strictObject({
    type: z.literal(event),
    timestamp: z.iso.datetime(),
    data: answers.attempt,
  });
  return {
    post: {
      description: 'Signed as Standard Webhooks says.',
      requestBody: { required: true, ...json(schemaOf(message, 'output')) },
      responses: { '2XX': { description: 'Received' } },
    },
  };
}

function json(schema: JsonSchema) {
  return { content: { 'application/json': { schema } } };
}
