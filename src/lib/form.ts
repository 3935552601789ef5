import type { Context } from 'hono';

import { AppError } from './errors.ts';

/** What a form sent: one value per name, or all of them where the name repeats. Files are left out. */
export type FormFields = Readonly<Record<string, string | string[]>>;

/** Reads a form's body. A body that is no form is an empty one; one that can't be parsed is `invalid`. */
export async function readForm(c: Context): Promise<FormFields> {
  const body = await parse(c);
  const fields: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of Object.entries(body)) {
    const texts = [value].flat().filter((item): item is string => typeof item === 'string');
    if (texts.length > 0) fields[name] = texts.length === 1 ? texts[0]! : texts;
  }
  return fields;
}

/** The field's text when it came exactly once, else ''. */
export function single(fields: FormFields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

/** The file that the form sent under this name, if one was chosen: an empty choice is an empty file. */
export async function readFile(c: Context, name: string): Promise<File | undefined> {
  const file = [(await parse(c))[name]].flat()[0];
  return file instanceof File && file.size > 0 ? file : undefined;
}

async function parse(c: Context) {
  try {
    return await c.req.parseBody({ all: true });
  } catch {
    throw new AppError('invalid', 'The body is not a form that can be read');
  }
}
