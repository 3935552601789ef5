import * as z from 'zod';

import { localize } from '../../i18n/languages.ts';
import { messagesFor } from '../../i18n/messages.ts';
import { isAnswered } from '../attempts/sheet.ts';
import type { Destination } from '../deliveries/destination.ts';
import { companySummary } from './company-summary.ts';
import { planHasGupy } from './plan.ts';
import { findOutcome } from './provider-queries.ts';
import { addComment, addTag, hasComment } from './rest.ts';
import { markerOf, tagsOf, timelineText } from './timeline-text.ts';
import { findWriteBack, markCommented } from './write-back-queries.ts';
import { outcomeOf, reach } from './write-back.ts';

const payload = z.object({ text: z.string(), tags: z.array(z.string()) });

/**
 * GUPY.md B: one comment and some tags on the application's timeline. A try goes on where the one
 * before it stopped: the comment's marker is looked for before it is written again, and a tag that is
 * there already changes nothing.
 */
export const timeline: Destination = {
  kind: 'gupy.timeline',
  plan: async ({ env, db }, event) => {
    if (event.type !== 'attempt.completed') return [];
    const target = await findWriteBack(db, event.attemptId);
    if (!target || !planHasGupy(target.plan)) return [];
    const outcome = await findOutcome(db, event.attemptId);
    if (!outcome?.attempt.result) return [];
    const { attempt, answers } = outcome;
    const { language, name } = attempt.content;
    const summary = companySummary({
      attempt,
      result: attempt.result,
      answered: answers.filter(isAnswered).length,
      resultPage: `${env.BASE_URL}/results/${attempt.id}`,
    });
    const { total } = outcome.attempt.result;
    const sent: z.infer<typeof payload> = {
      text: timelineText(localize(name, language).text, summary, attempt.id),
      tags: tagsOf(target.tags, { total, cutOff: target.cutOff }, messagesFor(language).gupy),
    };
    return [
      {
        destination: `${env.GUPY_API_BASE}/jobs/${target.jobId}/applications`,
        payload: JSON.stringify(sent),
        host: new URL(env.GUPY_API_BASE).host,
      },
    ];
  },
  send: (context, delivery) =>
    outcomeOf(async () => {
      const { text, tags } = payload.parse(JSON.parse(delivery.payload));
      const { target, access, place } = await reach(context, delivery.attemptId);
      if (target.commentedAt === null) {
        const again = delivery.tries > 1;
        const written = again && (await hasComment(access, place, markerOf(delivery.attemptId)));
        if (!written) await addComment(access, place, text);
        await markCommented(context.db, delivery.attemptId, place.applicationId, Date.now());
      }
      for (const tag of tags) await addTag(access, place, tag);
      return { status: 200 };
    }),
};
