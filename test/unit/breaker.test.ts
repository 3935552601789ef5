import { expect, it, test } from 'vitest';

import { newsOf, openFor } from '../../src/features/deliveries/breaker.ts';

const minute = 60_000;

test.each([
  [1, undefined],
  [4, undefined],
  [5, minute],
  [6, 5 * minute],
  [7, 15 * minute],
  [8, 30 * minute],
  [9, 30 * minute],
  [1000, 30 * minute],
])('after %i failures in a row nobody knocks for %s ms', (failures, wait) => {
  expect(openFor(failures)).toBe(wait);
});

test.each([200, 201, 204, 400, 401, 404, 409, 410, 422])(
  'a %i says that the destination works',
  (status) => {
    expect(newsOf({ status })).toBe('answers');
    expect(newsOf({ status, hopeless: true })).toBe('answers');
  },
);

test.each([301, 302, 408, 425, 429, 500, 503, 599])('a %i says that it does not', (status) => {
  expect(newsOf({ status })).toBe('fails');
});

it('silence says that it does not, and what was never sent says nothing', () => {
  expect(newsOf({ error: 'no answer within 15 s' })).toBe('fails');
  expect(newsOf({ error: 'URL not allowed', hopeless: true })).toBe('nothing');
});
