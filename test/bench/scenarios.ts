import { apiScenarios } from './api-scenarios.ts';
import { candidateScenarios } from './candidate-scenarios.ts';
import { inboundScenarios } from './inbound-scenarios.ts';
import { invitationScenarios } from './invitation-scenarios.ts';
import { ledgerScenarios } from './ledger-scenarios.ts';
import { mailScenarios } from './mail-scenarios.ts';
import { memberScenarios } from './member-scenarios.ts';
import { privacyScenarios } from './privacy-scenarios.ts';
import { providerScenarios } from './provider-scenarios.ts';
import type { Scenario } from './scenario.ts';
import { siteScenarios } from './site-scenarios.ts';
import { writeBackScenarios } from './write-back-scenarios.ts';

/** Every route at least once, in the cases that cost differently. */
export const scenarios: readonly Scenario[] = [
  ...candidateScenarios,
  ...providerScenarios,
  ...apiScenarios,
  ...inboundScenarios,
  ...memberScenarios,
  ...invitationScenarios,
  ...ledgerScenarios,
  ...mailScenarios,
  ...privacyScenarios,
  ...siteScenarios,
  ...writeBackScenarios,
];
