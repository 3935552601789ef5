import { Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { localize } from '../../i18n/languages.ts';
import { messagesFor } from '../../i18n/messages.ts';
import { fieldProblems } from '../../lib/json-fields.ts';
import { openPolicy } from '../../lib/outgoing-policy.ts';
import { takeUrl } from '../attempts/addresses.ts';
import { keyHashOf, refuse, requireKey } from './authentication.ts';
import { type CoodeshAssessment, findCoodeshPage } from './catalogue-queries.ts';
import { findOrRegister } from './registration.ts';
import { coodeshAttempt, coodeshQuery } from './requests.ts';

/**
 * The same verbs in the form that Coodesh publishes: an ATS that is wired for it needs only our address
 * and a key.
 */
export const coodeshRoutes = new Hono<AppEnv>().basePath('/assessments/ats');

coodeshRoutes.get('/', async (c) => {
  const keyHash = await keyHashOf(c);
  const query = coodeshQuery.safeParse(c.req.query());
  if (!query.success) return refuse(c, keyHash, 'assessments:read', fieldProblems(query.error));
  const { key, total, rows } = await findCoodeshPage(c.var.db, keyHash, query.data);
  requireKey(c, key, 'assessments:read');
  const { offset, limit } = query.data;
  return c.json([{ offset, total, limit, payload: rows.map(assessmentAnswer) }]);
});

coodeshRoutes.post('/attempts', async (c) => {
  const attempt = await findOrRegister(c, (json) => {
    const body = coodeshAttempt(openPolicy(c.env)).safeParse(json);
    if (!body.success) return { problems: fieldProblems(body.error) };
    const { email, name, user_id, assessment_id, callback_url, webhook_url, ...ids } = body.data;
    const candidate = { email, name };
    const rest = { externalId: user_id, callbackUrl: callback_url, webhookUrl: webhook_url };
    return {
      data: { shape: 'coodesh', assessmentId: assessment_id, candidate, ...rest, metadata: ids },
    };
  });
  const attempt_url = await takeUrl(c.env, attempt, attempt.takeEpoch);
  return c.json({ attempt_id: attempt.id, attempt_url }, 201);
});

/**
 * Every key that Coodesh lists. A test's questions are nobody's but its candidates', so each is named by
 * its section and number; it has no time of its own, so it is given its share of the whole.
 */
function assessmentAnswer(row: CoodeshAssessment) {
  const { language, durationMinutes, drawn } = row;
  const words = messagesFor(language).questions;
  const share = Math.round((durationMinutes / Math.max(1, drawn)) * 100) / 100;
  const competencyOf = (id: string | null) => row.competencies.find((one) => one.id === id);
  return {
    assessment_id: row.id,
    name: row.name,
    description: row.description,
    default_locale: language,
    duration: durationMinutes,
    duration_unit: 'minutes',
    questions: row.questions.map(({ section, type, level, competency }, at) => ({
      name: `${localize(section, language).text} · ${at + 1}`,
      description: localize(competencyOf(competency)?.name ?? {}, language).text,
      type,
      type_formatted: words.types[type] ?? type,
      level,
      level_formatted: words.levels[level],
      duration: share,
      duration_unit: 'minutes',
    })),
  };
}
