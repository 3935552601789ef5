import { join } from 'node:path';

import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig, defineProject } from 'vitest/config';

import { accountsModule, buildWorkers } from './src/cli/build-workers.ts';

// Wrangler would warn of secrets missing from .dev.vars: the tests bring their own.
process.env['WRANGLER_LOG'] ??= 'error';

const migrations = await readD1Migrations('migrations');
const { accounts } = await buildWorkers();
const authSecret = 'auth-secret-of-the-tests-with-32-characters';

/** Tests inside workerd, with the real bindings of wrangler.toml and a database of their own. */
const insideTheWorker = () =>
  cloudflareTest({
    wrangler: { configPath: './wrangler.toml' },
    miniflare: {
      bindings: {
        ENVIRONMENT: 'development',
        BASE_URL: 'http://localhost:8787',
        GUPY_ALLOWED_HOSTS: 'localhost,127.0.0.1,gupy.io,*.gupy.io',
        TOKEN_SECRET: 'token-secret-of-the-tests',
        AUTH_SECRET: authSecret,
        IDENTITY_SECRET: 'identity-secret-of-the-tests',
        ENCRYPTION_SECRET: 'encryption-secret-of-the-tests',
        MIGRATIONS: migrations,
        // What `npm run chaos` asks of its experiments in here.
        CHAOS: process.env['CHAOS'] ?? '{}',
      },
      // The sign-in Worker as it is deployed, on the same database.
      workers: [
        {
          name: 'aferi-accounts',
          compatibilityDate: '2026-10-01',
          modules: true,
          modulesRoot: accounts,
          scriptPath: join(accounts, accountsModule),
          d1Databases: { DB: '00000000-0000-0000-0000-000000000000' },
          bindings: { AUTH_SECRET: authSecret },
        },
      ],
    },
  });

export default defineConfig({
  test: {
    projects: [
      defineProject({
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          setupFiles: ['src/cli/byte-texts.ts'],
        },
      }),
      defineProject({
        plugins: [insideTheWorker()],
        test: {
          name: 'workers',
          include: ['test/workers/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/setup-workers.ts'],
          testTimeout: 30_000,
        },
      }),
      defineProject({
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/setup-browser.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      }),
      defineProject({
        plugins: [insideTheWorker()],
        test: {
          name: 'bench',
          include: ['test/bench/**/*.test.{ts,tsx}'],
          globalSetup: ['test/bench/setup.ts'],
          setupFiles: ['test/support/setup-workers.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      }),
    ],
  },
});
