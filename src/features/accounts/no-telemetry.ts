// Stands in for better-auth's telemetry (wrangler.toml, [alias]): Aferi tells nobody how it is used.
export async function createTelemetry() {
  return { publish: async () => undefined };
}
