import { answerScenarios } from './answer-scenarios.ts';
import { endScenarios } from './end-scenarios.ts';
import type { Scenario } from './scenario.ts';
import { sectionScenarios } from './section-scenarios.ts';
import { startScenarios } from './start-scenarios.ts';

/** In the order of a test: later ones find what earlier ones left. */
export const candidateScenarios: readonly Scenario[] = [
  ...startScenarios,
  ...answerScenarios,
  ...sectionScenarios,
  ...endScenarios,
];
