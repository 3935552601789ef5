import { newId } from '../../src/lib/ids.ts';

/** What Gupy sends when an application enters a step (GUPY.md C). */
export function aMove() {
  return {
    companyName: 'Acme',
    id: newId(),
    event: 'application.moved',
    date: '2026-11-23T12:00:00.000Z',
    data: {
      job: { id: 501n, name: 'Pessoa desenvolvedora' },
      application: {
        id: 9001n,
        status: 'inProgress',
        currentStep: { id: 77n, name: 'Teste técnico', type: 'custom' },
        tags: [],
      },
      candidate: { name: 'Bia', lastName: 'Souza', email: 'Bia@Candidate.example' },
    },
  };
}

/** ES2026; TypeScript does not know it yet. */
const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };

/** The event as Gupy would write it, with its ids as integers of any size. */
export function textOf(event: unknown): string {
  return JSON.stringify(event, (_key, value: unknown) =>
    typeof value === 'bigint' ? rawJSON(String(value)) : value,
  );
}
