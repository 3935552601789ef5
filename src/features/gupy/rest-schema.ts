import * as z from 'zod';

/** What Gupy's REST API answers (GUPY.md B), as far as we read it. Integers come as bigint (json.ts). */
const id = z.union([z.bigint().transform(String), z.string().regex(/^\d{1,19}$/)]);
const person = z
  .object({
    name: z.string().nullish(),
    lastName: z.string().nullish(),
    email: z.string().nullish(),
  })
  .nullish();

export const application = z
  .object({
    id,
    status: z.string().nullish(),
    currentStep: z.object({ id }).nullish(),
    candidate: person,
    manualCandidate: person,
  })
  .transform(({ id: applicationId, status, currentStep, candidate, manualCandidate }) => {
    const people = [candidate, manualCandidate];
    const named = people.find((one) => one?.name);
    return {
      id: applicationId,
      status: status ?? undefined,
      stepId: currentStep?.id,
      name: [named?.name, named?.lastName].filter(Boolean).join(' '),
      emails: people.flatMap((one) => one?.email?.trim().toLowerCase() ?? []),
    };
  });
export type Application = z.infer<typeof application>;

export const step = z.object({ id, name: z.string(), order: z.bigint().nullish() });
export type Step = z.infer<typeof step>;

export const comment = z.object({ text: z.string().nullish() });

export function pageOf<Item>(item: z.ZodType<Item>) {
  return z.object({ results: z.array(item), totalPages: z.bigint().nullish() });
}

/** v1 says title and detail, v2 a list of errors. */
const failure = z.union([
  z
    .object({ title: z.string().nullish(), detail: z.string().nullish() })
    .refine(({ title, detail }) => title || detail)
    .transform(({ title, detail }) => [title, detail].filter(Boolean).join(': ')),
  z
    .object({
      errors: z
        .array(z.object({ code: z.string().nullish(), message: z.string().nullish() }))
        .min(1),
    })
    .transform(({ errors }) => errors.map(({ code, message }) => message ?? code).join('; ')),
]);

/** In Gupy's own words, what was wrong; undefined when its answer has none. */
export function failureText(body: unknown): string | undefined {
  const text = failure.safeParse(body).data?.trim();
  return text ? text.slice(0, 300) : undefined;
}
