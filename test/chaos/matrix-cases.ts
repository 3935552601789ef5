import type { ServerResponse } from 'node:http';

import { answers, type Behaviour } from './receiver.ts';

export interface Case {
  name: string;
  behave: Behaviour;
  /** What follows its first try; for `waiting` with the least and the most wait, ms. */
  state: 'delivered' | 'parked' | 'waiting';
  wait?: [least: number, most: number];
}

const second = 1000;
/** The second try's wait, with its jitter. */
const soon: [number, number] = [4.5 * second, 5.5 * second];
/** What a receiver that would send more than that must have been cut off at: buffers of both ends included. */
export const mostSent = 16 * 2 ** 20;

/** The receivers of QUALITY.md. `elsewhere` is where redirects lead: nobody may ever follow one. */
export function cases(elsewhere: string): Case[] {
  const location = { location: elsewhere };
  const inTwentySeconds: Behaviour = (...exchange) => {
    const date = new Date(Date.now() + 20 * second).toUTCString();
    return answers(429, { 'retry-after': date })(...exchange);
  };
  return [
    ...[200, 201, 204].map((status) => of(status, 'delivered')),
    { name: '301', behave: answers(301, location), state: 'waiting', wait: soon },
    { name: '302 → loopback', behave: answers(302, location), state: 'waiting', wait: soon },
    { name: '307', behave: answers(307, location), state: 'waiting', wait: soon },
    ...[400, 401, 404, 409, 410].map((status) => of(status, 'parked')),
    ...[408, 425, 429, 500, 502, 503, 504].map((status) => of(status, 'waiting')),
    {
      name: '429, Retry-After: 9',
      behave: answers(429, { 'retry-after': '9' }),
      state: 'waiting',
      wait: [9 * second, 9 * second],
    },
    {
      name: '429, Retry-After: a date in 20 s',
      behave: inTwentySeconds,
      state: 'waiting',
      // A date has no fractions, and travels.
      wait: [17 * second, 20 * second],
    },
    {
      name: '429, Retry-After: garbage',
      behave: answers(429, { 'retry-after': 'in 2048' }),
      state: 'waiting',
      wait: soon,
    },
    { name: 'reset', behave: reset, state: 'waiting', wait: soon },
    { name: 'refused', behave: reset, state: 'waiting', wait: soon },
    { name: 'hangs', behave: hang, state: 'waiting', wait: soon },
    { name: 'drips its headers', behave: dripHeaders, state: 'waiting', wait: soon },
    { name: 'drips its body', behave: dripBody, state: 'waiting', wait: soon },
    { name: '200 MiB', behave: flood, state: 'delivered' },
  ];
}

function of(status: number, state: Case['state']): Case {
  const wait = state === 'waiting' ? { wait: soon } : {};
  return { name: String(status), behave: answers(status), state, ...wait };
}

const reset: Behaviour = (request) => {
  request.socket.resetAndDestroy();
  return 0;
};

export const hang: Behaviour = () => 0;

export const dripHeaders: Behaviour = (_request, response) => {
  response.socket?.write('HTTP/1.1 200 OK\r\n');
  drip(response, () => response.socket?.write('x-drip: 1\r\n'));
  return 0;
};

const dripBody: Behaviour = (_request, response) => {
  response.writeHead(200);
  drip(response, () => response.write('x'));
  // Never ends, so it is not accepted.
  return 0;
};

function drip(response: ServerResponse, drop: () => unknown): void {
  const timer = setInterval(drop, second);
  response.on('close', () => clearInterval(timer));
}

/** How much each flood could send before it was cut off, bytes. */
export const floods: number[] = [];

const flood: Behaviour = (_request, response) => {
  const chunk = Buffer.alloc(2 ** 16, 'x');
  const at = floods.push(0) - 1;
  const pour = () => {
    while (floods[at]! < 200 * 2 ** 20 && !response.writableNeedDrain && !response.destroyed) {
      floods[at]! += chunk.length;
      response.write(chunk);
    }
    if (response.writableNeedDrain) response.once('drain', pour);
    else response.end();
  };
  response.writeHead(200);
  pour();
  return 200;
};
