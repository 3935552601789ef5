import type { Clause } from './clause.ts';
import { authClauses } from './clauses-auth.ts';
import { candidateClauses } from './clauses-candidate.ts';
import { catalogueClauses } from './clauses-catalogue.ts';
import { completionClauses } from './clauses-completion.ts';
import { identityClauses } from './clauses-identity.ts';
import { resultClauses } from './clauses-result.ts';
import { testPageClauses } from './clauses-test-page.ts';
import { urlClauses } from './clauses-urls.ts';

/** The contract, in the order in which it is looked at: what waits for a person comes last. */
export const clauses: readonly Clause[] = [
  ...authClauses,
  ...catalogueClauses,
  ...candidateClauses,
  ...testPageClauses,
  ...identityClauses,
  ...resultClauses,
  ...urlClauses,
  ...completionClauses,
];
