import { anAssessment } from '../support/makers.ts';
import { aTimedContent } from '../support/sections.ts';
import { begun } from './begun.ts';
import { answerRequest, formRequest, getRequest, questionsOf, syncRequest } from './journeys.ts';
import { budgets, type Scenario } from './scenario.ts';
import type { World } from './world.ts';

/** One for every size: lists show each assessment there is. */
let made: ReturnType<typeof anAssessment> | undefined;

/** An attempt under way whose questions 3 and 4 have a time of their own, opened or not. */
async function timed(world: World, { opened = true } = {}): Promise<string> {
  const { organizationId, meter } = world;
  made ??= anAssessment({ organizationId, content: aTimedContent() });
  const { slug } = await made;
  const path = await begun(world, slug);
  await meter.send(getRequest(`${path}/questions/1`));
  if (opened) await meter.send(formRequest(`${path}/sections/timed/start`));
  return path;
}

/** Its clock is read twice: where a save checks it, and for the page, which is told of it. */
const savedInTime = { ...budgets.save, rowsRead: 13 };

/** A section with a time limit of its own. */
export const sectionScenarios: readonly Scenario[] = [
  {
    route: 'POST /a/:token/sections/:sectionId/start',
    status: 303,
    budget: budgets.save,
    request: async (world) =>
      formRequest(`${await timed(world, { opened: false })}/sections/timed/start`),
  },
  {
    route: 'GET /a/:token/questions/:number{[1-9][0-9]{0,3}}',
    what: 'of a section with a limit',
    status: 200,
    budget: budgets.candidatePage,
    request: async (world) => getRequest(`${await timed(world)}/questions/3`),
  },
  {
    route: 'POST /a/:token/answers/:questionId',
    what: 'of a section with a limit',
    status: 303,
    budget: savedInTime,
    request: async (world) => {
      const path = await timed(world);
      return answerRequest(path, (await questionsOf(path))[2]!, 3);
    },
  },
  {
    route: 'POST /a/:token/sync',
    what: 'a save in a section with a limit',
    status: 200,
    budget: savedInTime,
    request: async (world) => {
      const path = await timed(world);
      const fields = { value: 'b' };
      return syncRequest(path, [{ question: 'single-choice', revision: 1, fields }]);
    },
  },
];
