import { describe, expect, it } from 'vitest';

import { healthOf, type HealthSource } from '../../src/features/health/derive.ts';
import { deviceCategory, networkHash, placeOf } from '../../src/features/health/place.ts';
import { readingSeconds } from '../../src/features/health/reading.ts';
import {
  eventsPerMessage,
  readReport,
  signalsOf,
  type StoredEvent,
} from '../../src/features/health/signals.ts';
import { conductOf, signalKinds } from '../../src/features/questions/conduct.ts';
import { aQuestion, aSection, aVersionContent } from '../support/contents.ts';

const now = 1_800_000_000_000;
const report = (...list: unknown[]) => ({ id: 'group-0001', list });
const hash = (address: string) => networkHash('secret', 'attempt', address);
const hidden = { kind: 'hidden', at: now - 5000, seconds: 4 };

describe('the signals of a version', () => {
  it('are the defaults where it says nothing, none of them full screen', () => {
    expect(signalsOf(conductOf({}))).toEqual([
      'hidden',
      'paste',
      'device',
      'resumed',
      'fast_answer',
      'outage',
    ]);
  });

  it('hold full screen only where the page asks for it', () => {
    const conduct = { signals: [...signalKinds], fullScreen: false };
    expect(signalsOf(conduct)).not.toContain('full_screen');
    expect(signalsOf({ ...conduct, fullScreen: true })).toEqual(signalKinds);
  });

  it('may all be off', () => {
    expect(signalsOf(conductOf({ conduct: { signals: [], fullScreen: true } }))).toEqual([]);
  });
});

describe('a report', () => {
  const all = [...signalKinds];

  it('keeps what the version records, and leaves out the rest', () => {
    const copy = { kind: 'copy', at: now };
    expect(readReport(report(hidden, copy), ['hidden'], now)).toEqual({
      id: 'group-0001',
      list: [hidden],
    });
    expect(readReport(report(hidden, copy), [], now)).toBeUndefined();
  });

  it.each([
    ['content beside a size', { kind: 'paste', at: now, size: 5, text: 'hello' }],
    ['a size that is a text', { kind: 'paste', at: now, size: 'hello' }],
    ['a kind that only the server notes', { kind: 'resumed', at: now, seconds: 5 }],
    ['a network of its own making', { kind: 'seen', at: now, network: 'x' }],
    ['a negative time', { ...hidden, at: -1 }],
    ['more than a day', { ...hidden, seconds: 86_401 }],
    ['a half larger than a half', { kind: 'resized', at: now, percent: 51 }],
    ['an unknown kind', { kind: 'camera', at: now }],
    ['nothing', null],
  ])('drops %s, and nothing else', (_what, event) => {
    expect(readReport(report(event, hidden), all, now)?.list).toEqual([hidden]);
  });

  it.each([
    undefined,
    null,
    'text',
    [],
    { id: 'short', list: [hidden] },
    { id: 'group-0001' },
    report(),
    report(...Array.from({ length: eventsPerMessage + 1 }, () => hidden)),
  ])('that makes no sense is none (%#)', (nonsense) => {
    expect(readReport(nonsense, all, now)).toBeUndefined();
  });

  it('says nothing of the future', () => {
    const later = report({ ...hidden, at: now + 60_000 });
    expect(readReport(later, all, now)?.list).toEqual([{ ...hidden, at: now }]);
  });
});

describe('a place', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36', 'computer'],
    ['Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/140.0 Mobile Safari/537.36', 'phone'],
    ['Mozilla/5.0 (Linux; Android 14; SM-X200) Chrome/140.0 Safari/537.36', 'tablet'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Mobile/15E148 Safari/604.1', 'phone'],
    ['Mozilla/5.0 (iPad; CPU OS 17_0) Version/17.0 Mobile/15E148 Safari/604.1', 'tablet'],
    ['', 'computer'],
  ])('%s is a %s', (userAgent, category) => {
    expect(deviceCategory(userAgent)).toBe(category);
  });

  it('is one network for the addresses of one IPv6 subnet, and another for the next', async () => {
    const home = await hash('2001:db8:0:1::1');
    expect(await hash('2001:0DB8:0000:0001:aaaa:bbbb:cccc:dddd')).toBe(home);
    expect(await hash('2001:db8:0:2::1')).not.toBe(home);
    expect(await hash('203.0.113.7')).not.toBe(await hash('203.0.113.8'));
  });

  it('can be compared within one attempt alone, and with the key alone', async () => {
    const one = await networkHash('secret', 'attempt', '203.0.113.7');
    expect(one).toMatch(/^[0-9a-f]{16}$/);
    expect(await networkHash('secret', 'another', '203.0.113.7')).not.toBe(one);
    expect(await networkHash('other', 'attempt', '203.0.113.7')).not.toBe(one);
    expect(await networkHash('secret, old', 'attempt', '203.0.113.7')).toBe(one);
  });

  it('holds nothing of a signal that is off', async () => {
    const request = {
      header: (name: string) => ({ 'CF-Connecting-IP': '203.0.113.7', 'User-Agent': 'x' })[name],
    };
    const place = (...signals: Parameters<typeof placeOf>[2][number][]) =>
      placeOf(request, 'attempt', signals, 'secret');
    expect(await place('hidden')).toBeUndefined();
    expect(await place('device')).toEqual({ device: 'computer' });
    expect(Object.keys((await place('network')) ?? {})).toEqual(['network']);
  });
});

describe('reading', () => {
  it.each([
    [10, 0],
    [24, 0],
    [25, 3],
    [100, 12],
  ])('%i words take %i s at least', (words, seconds) => {
    expect(readingSeconds('palavra '.repeat(words))).toBe(seconds);
  });

  it('counts no code and no addresses', () => {
    const code = `\`\`\`sql\n${'select a, b, c from t; '.repeat(50)}\n\`\`\``;
    expect(readingSeconds(code)).toBe(0);
    expect(readingSeconds(`[x](https://${'a/'.repeat(100)})`)).toBe(0);
  });
});

describe('the health of an attempt', () => {
  const long = { 'pt-BR': 'palavra '.repeat(100), en: 'word '.repeat(25) };
  const question = { ...aQuestion('single-choice'), prompt: long };
  const source = (
    values: Partial<HealthSource> & { events?: StoredEvent[] } = {},
  ): HealthSource => ({
    content: aVersionContent({
      sections: [aSection({ questions: [question] })],
      conduct: { signals: [...signalKinds], fullScreen: true },
    }),
    attempt: { questionIds: [question.id], language: 'pt-BR', startedAt: 100, submittedAt: 900 },
    answers: [],
    batches: [{ events: values.events ?? [] }],
    ...values,
  });
  const answered = (timeMs: number, value: unknown = 'a') => [
    { questionId: question.id, value, savedAt: 500, timeMs },
  ];

  it('is nothing when nothing was recorded', () => {
    expect(healthOf(source())).toMatchObject({ events: [], label: 'none', reasons: [] });
  });

  it('tells of networks and devices that they changed, and never which', () => {
    const events: StoredEvent[] = [
      { kind: 'seen', at: 3, network: 'bbbb', device: 'phone' },
      { kind: 'seen', at: 1, network: 'aaaa', device: 'computer' },
      { kind: 'seen', at: 2, network: 'aaaa', device: 'phone' },
    ];
    const health = healthOf(source({ events }));
    expect(health.events).toEqual([
      { kind: 'device', at: 2, from: 'computer', to: 'phone' },
      { kind: 'network', at: 3 },
    ]);
  });

  it('holds an answer that came before its question can have been read', () => {
    const [event] = healthOf(source({ answers: answered(11_999) })).events;
    expect(event).toEqual({ kind: 'fast_answer', at: 500, question: 1, seconds: 11, reading: 12 });
  });

  it.each([
    ['took as long as reading', answered(12_000)],
    ['has no time', answered(0)],
    ['was cleared', answered(1000, null)],
  ])('holds nothing of an answer that %s', (_what, answers) => {
    expect(healthOf(source({ answers })).events).toEqual([]);
  });

  it('measures reading in the language of the attempt', () => {
    const attempt = { ...source().attempt, language: 'en' as const };
    expect(healthOf(source({ attempt, answers: answered(3000) })).events).toEqual([]);
    expect(healthOf(source({ attempt, answers: answered(2999) })).events).toHaveLength(1);
  });

  it('holds nothing that the version does not record, even where it was stored or can be told', () => {
    const content = { ...source().content, conduct: { signals: [] } };
    const events: StoredEvent[] = [{ kind: 'hidden', at: 1, seconds: 900 }];
    const health = healthOf(source({ content, events, answers: answered(1) }));
    expect(health).toMatchObject({ signals: [], events: [], label: 'none' });
  });
});
