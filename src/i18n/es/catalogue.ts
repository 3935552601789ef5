// One line per area. messages.ts takes this module as the catalogue of its language.
export { common } from './common.ts';
export { questions } from './questions.ts';
