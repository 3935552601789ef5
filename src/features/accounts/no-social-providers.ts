// Stands in for better-auth's 35 social sign-ins (wrangler.toml, [alias]): Aferi offers none, and they
// would be an eighth of the Worker.
import * as z from 'zod';

export const socialProviders = {};
export const socialProviderList = [];
export const SocialProviderListEnum = z.string();
