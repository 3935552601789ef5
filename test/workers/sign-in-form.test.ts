import { beforeEach, describe, expect, it } from 'vitest';

import { postForm, sendForm } from '../support/pages.ts';

// A new address and IP for every test: the rate limits know nothing of tests.
let person = 0;
let ip = '';
beforeEach(() => {
  person += 1;
  ip = `192.0.2.${person}`;
});

describe('the sign-in form', () => {
  it('shows a bad address again with the message beside the field', async () => {
    const answer = await post('/sign-in', { email: '<b>"ana', next: '/results?state=completed' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('value="&lt;b&gt;&quot;ana"');
    expect(page).toContain('id="email-problem"');
    expect(page).toContain('value="/results?state=completed"');
  });

  it.each([
    ['nothing', ''],
    ['NUL', 'email=a%00%40acme.example'],
    ['half a surrogate pair', 'email=a%ED%A0%80%40acme.example'],
    ['a million characters', `email=${'a'.repeat(1e6)}%40acme.example`],
    ['the field twice', 'email=a%40acme.example&email=b%40acme.example'],
    ['an array', 'email[]=a%40acme.example'],
    ['two addresses', 'email=a%40acme.example%2Cb%40acme.example'],
    ['a header', 'email=a%40acme.example%0D%0ABcc%3A+b%40acme.example'],
  ])('refuses %s as an address', async (_, body) => {
    const answer = await send('/sign-in', body);
    expect([413, 422]).toContain(answer.status);
  });

  it.each(['application/json', 'multipart/form-data', 'multipart/form-data; boundary=x'])(
    'survives a body that is not what %s promises',
    async (type) => {
      const answer = await send('/sign-in', '{"email":', { 'Content-Type': type });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    },
  );

  // 21: ten a minute pass, even when the minute turns in between.
  it('brakes an address that is asked for again and again, known or not', async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 21; i += 1) {
      ip = `203.0.113.${i}`;
      statuses.add((await post('/sign-in', { email: `nobody-${person}@acme.example` })).status);
    }
    expect([...statuses]).toEqual([200, 429]);
  });

  it('brakes one IP that asks for many addresses', async () => {
    const statuses = new Set<number>();
    // Twice the limit, so that a window that turns over in between can't hide the brake.
    for (let i = 0; i < 121; i += 1) {
      statuses.add((await post('/sign-in', { email: `n${i}-${person}@acme.example` })).status);
    }
    expect([...statuses]).toEqual([200, 429]);
  });
});

function post(path: string, fields: Record<string, string>) {
  return postForm(path, fields, { 'CF-Connecting-IP': ip });
}

function send(path: string, body: string, headers: Record<string, string> = {}) {
  return sendForm(path, body, { 'CF-Connecting-IP': ip, ...headers });
}
