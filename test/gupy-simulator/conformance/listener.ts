import { createServer } from 'node:http';

import type { Received } from './context.ts';

/**
 * A small server on this machine that takes webhooks and answers 200 to everything. A GET is no webhook:
 * callback_url may lead a browser here, too.
 */
export async function listen(port: number) {
  const requests: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = Object.fromEntries(
        Object.entries(request.headersDistinct).map(([name, values]) => [name, `${values}`]),
      );
      const body = Buffer.concat(chunks).toString('utf8');
      const method = request.method ?? '';
      if (method !== 'GET') requests.push({ method, headers, body });
      response.end('{"received":true}');
    });
  });
  await new Promise<void>((ready, failed) => {
    server.once('error', failed).listen(port, '127.0.0.1', ready);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    received: () => requests,
    close: () => server.close(),
  };
}
