import { describe, expect, it } from 'vitest';

import type { EventType } from '../../src/db/schema/deliveries.ts';
import { type Facts, mailFor, type MailName } from '../../src/features/notifications/mail-plan.ts';

const facts: Facts = { fromGupy: false, sees: 'competencies', graded: false, hasMessage: false };

describe('the mail that an event calls for', () => {
  it.each<[EventType, Partial<Facts>, MailName | undefined]>([
    ['attempt.resume_requested', {}, 'resume'],
    ['attempt.submitted', {}, 'received'],
    ['attempt.submitted', { sees: 'receipt' }, 'received'],
    ['attempt.completed', {}, 'result'],
    ['attempt.completed', { graded: true }, 'result'],
    ['attempt.completed', { sees: 'total' }, 'result'],
    ['attempt.completed', { sees: 'receipt' }, 'received'],
    ['attempt.completed', { sees: 'receipt', graded: true }, undefined],
    ['invitation.created', {}, 'invitation'],
    ['invitation.reminder', {}, 'reminder'],
    ['attempt.decided', {}, undefined],
    ['attempt.decided', { hasMessage: true }, 'decision'],
    ['privacy.answered', {}, 'answered'],
    ['delivery.parked', { hasMessage: true }, undefined],
    ['lane.failing', {}, undefined],
    ['lane.recovered', {}, undefined],
  ])('%s, where %j, is %s', (type, some, mail) => {
    expect(mailFor(type, { ...facts, ...some })).toBe(mail);
  });

  it.each<[EventType, MailName | undefined]>([
    ['attempt.submitted', undefined],
    ['attempt.completed', undefined],
    ['attempt.resume_requested', 'resume'],
    ['attempt.decided', 'decision'],
    ['privacy.answered', 'answered'],
  ])('%s of somebody who came through Gupy is %s', (type, mail) => {
    expect(mailFor(type, { ...facts, fromGupy: true, hasMessage: true })).toBe(mail);
  });
});
