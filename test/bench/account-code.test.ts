import { expect, inject, it } from 'vitest';

it('account code is no part of the Worker that candidates, ATSs and members call', () => {
  expect(inject('bundleHolds')).toEqual({ 'better-auth': false, drizzle: true });
});
