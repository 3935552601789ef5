import type { Plan, Role } from '../db/schema/accounts.ts';

/** The demonstration's fixed names, so that anyone can script against them. */
export interface DemoOrganization {
  name: string;
  slug: string;
  plan: Plan;
  /** Six lower-case hexadecimal digits; absent: the product's own colours. */
  brandColor?: string;
  /** Absent: the organization doesn't use Gupy. */
  gupy?: { companyId: string; token: string };
  /** Of the open API, with every scope; absent: none. */
  apiKey?: string;
  /** Public links are `/t/<prefix>-<assessment>`; absent: it has no assessments yet. */
  linkPrefix?: string;
  members: { name: string; email: string; role: Role }[];
}

export const demoOrganizations: DemoOrganization[] = [
  {
    name: 'Acme Demonstração',
    slug: 'acme',
    plan: 'enterprise',
    gupy: { companyId: '1', token: 'demo-gupy-token-acme' },
    linkPrefix: 'demo',
    members: [
      { name: 'Ana Prado', email: 'ana@acme.example', role: 'owner' },
      { name: 'Rui Tavares', email: 'rui@acme.example', role: 'viewer' },
    ],
  },
  {
    name: 'Beta Demonstração',
    slug: 'beta',
    plan: 'business',
    // Light, so that candidates' pages have to darken it.
    brandColor: 'f7c948',
    gupy: { companyId: '2', token: 'demo-gupy-token-beta' },
    apiKey: 'demo-api-key-beta',
    linkPrefix: 'beta',
    members: [{ name: 'Bruno Nogueira', email: 'bruno@beta.example', role: 'owner' }],
  },
  {
    name: 'Casa Pequena',
    slug: 'casa-pequena',
    plan: 'starter',
    members: [{ name: 'Carla Lima', email: 'carla@casapequena.example', role: 'owner' }],
  },
];

/** How a public link's slug ends, for each assessment of the library. */
export const demoAssessments = ['javascript', 'sql', 'atendimento', 'big-five', 'backend'] as const;
export type DemoAssessment = (typeof demoAssessments)[number];
