// One line per area. messages.ts takes this module as the catalogue of its language.
export { accounts } from './accounts.ts';
export { after } from './after.ts';
export { candidate } from './candidate.ts';
export { common } from './common.ts';
export { decisions } from './decisions.ts';
export { errors } from './errors.ts';
export { gupy } from './gupy.ts';
export { health } from './health.ts';
export { home } from './home.ts';
export { mail } from './mail.ts';
export { notices } from './notices.ts';
export { privacy } from './privacy.ts';
export { questions } from './questions.ts';
export { settings } from './settings.ts';
export { sitting } from './sitting.ts';
export { time } from './time.ts';
export { workspace } from './workspace.ts';
