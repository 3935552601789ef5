import { app } from './app.tsx';
import { ring } from './cron.ts';
import { consume } from './queue.ts';

export default {
  fetch: app.fetch,
  queue: consume,
  scheduled: (_event, env) => ring(env),
} satisfies ExportedHandler<Env>;
