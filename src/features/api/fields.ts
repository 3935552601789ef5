import type { JsonSchema } from './document.ts';

/** A line of the documentation's tables. */
export interface FieldLine {
  /** `candidate.email`, `competencies[].id` */
  name: string;
  type: string;
  required: boolean;
  description: string;
}

/** The fields of a message, each before those within it. */
export function fieldLines(schema: JsonSchema, prefix = ''): FieldLine[] {
  if (schema.type === 'array') return fieldLines(schema.items as JsonSchema, `${prefix}[]`);
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const inner = property as JsonSchema;
    const name = prefix === '' ? key : `${prefix}.${key}`;
    const options = inner.anyOf ?? [];
    const whole = options.find((option) => option.type === 'object') ?? inner;
    const line = {
      name,
      type: typeText(inner),
      required: schema.required?.includes(key) ?? false,
      description: inner.description ?? '',
    };
    return [line, ...fieldLines(whole, name)];
  });
}

function typeText(schema: JsonSchema): string {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeText))].join(' | ');
  if (schema.type === 'array') return `${typeText(schema.items as JsonSchema)}[]`;
  return [schema.format ?? schema.type ?? 'any'].flat().join(' | ');
}
