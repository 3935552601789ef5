import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Received } from './oracle.ts';

export interface Arrival extends Received {
  /** ms since the epoch, of its last byte. */
  at: number;
}

/** What a receiver does with a request that it has read; returns the status that was (or will be) sent. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => number;

export interface Receiver {
  url: string;
  arrivals: Arrival[];
  behave: Behaviour;
  close(): void;
}

export const answers =
  (status: number, headers: Record<string, string> = {}): Behaviour =>
  (_request, response) => {
    response.writeHead(status, headers).end(status === 204 ? undefined : `answer ${status}`);
    return status;
  };

/** A place for results on this machine, with a port, and so a lane, of its own. */
export async function aReceiver(behave: Behaviour = answers(200), port = 0): Promise<Receiver> {
  const arrivals: Arrival[] = [];
  const receiver: Receiver = { url: '', arrivals, behave, close: () => undefined };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    // A sender that is killed in the middle of its request has not delivered.
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const id = String(request.headers['webhook-id']);
      const body = Buffer.concat(chunks).toString('utf8');
      const arrival = { id, body, status: 0, at: Date.now() };
      arrivals.push(arrival);
      arrival.status = receiver.behave(request, response);
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/results`;
  receiver.close = () => end(server);
  return receiver;
}

function end(server: Server): void {
  server.close();
  server.closeAllConnections();
}
