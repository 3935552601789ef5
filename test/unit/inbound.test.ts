import { describe, expect, it } from 'vitest';

import { readEnvelope, readMove, stepKey } from '../../src/features/gupy/inbound.ts';
import { parseLossless } from '../../src/features/gupy/json.ts';
import { aMove, textOf } from '../support/inbound.ts';

const parsed = (text: string) =>
  parseLossless(new TextEncoder().encode(text).buffer as ArrayBuffer);
const read = (values: object = {}) => readEnvelope(parsed(textOf({ ...aMove(), ...values })));

describe('an event from Gupy', () => {
  it('is read with its moment and the application that it is about, digits kept', () => {
    const data = { application: { id: 9007199254740993n } };
    expect(read({ date: '2026-11-23T09:00:00-03:00', data })).toMatchObject({
      event: 'application.moved',
      happenedAt: Date.UTC(2026, 10, 23, 12),
      applicationId: '9007199254740993',
    });
  });

  it('may be about something else than an application', () => {
    expect(read({ event: 'job.created', data: { job: { id: 1n } } })?.applicationId).toBeNull();
    expect(read({ data: null })?.applicationId).toBeNull();
  });

  it.each([
    ['no id', { id: undefined }],
    ['an id that is no UUID', { id: '17' }],
    ['no event', { event: '' }],
    ['no date', { date: 'yesterday' }],
  ])('with %s is none', (_what, values) => {
    expect(read(values)).toBeUndefined();
  });

  it.each(['', 'null', '[]', '"x"', '{"id":', '\u0000'])('%j is none', (text) => {
    expect(readEnvelope(parsed(text))).toBeUndefined();
  });
});

const moveOf = (data: object) => readMove(read({ data })!.data);

describe('a move', () => {
  const { data } = aMove();

  it('names the person, the job, and the step by its id and its name', () => {
    expect(moveOf(data)).toEqual({
      jobId: '501',
      applicationId: '9001',
      steps: ['77', 'teste tecnico'],
      name: 'Bia Souza',
      email: 'bia@candidate.example',
    });
  });

  it('may lack the last name and the id of the step', () => {
    const { application, candidate } = data;
    const move = moveOf({
      ...data,
      application: { ...application, currentStep: { name: 'Teste técnico' } },
      candidate: { ...candidate, lastName: null },
    });
    expect(move).toMatchObject({ name: 'Bia', steps: ['teste tecnico'] });
  });

  it.each([
    ['an address', { ...data, candidate: { name: 'Bia', email: 'nobody' } }],
    ['a name', { ...data, candidate: { name: ' ', email: 'bia@candidate.example' } }],
    ['a job', { ...data, job: {} }],
    ['a step', { ...data, application: { id: 1n } }],
  ])('without %s is unreadable', (_what, values) => {
    expect(moveOf(values)).toBeUndefined();
  });
});

it('a step is the same with and without accents, capitals and spaces around it', () => {
  expect(stepKey(' Teste TÉCNICO ')).toBe(stepKey('teste tecnico'));
});
