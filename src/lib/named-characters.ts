/**
 * The named characters of HTML 4 (252, such as `&eacute;` and `&mdash;`), in the place of the 2,125 of
 * HTML 5 that the Markdown parser would bring along: 11 KiB of the bundle for names that nobody types.
 * `wrangler.toml` puts this module in the place of `character-entities` where a Worker is built; a name
 * that isn't here shows as it was typed.
 */
export { characterEntitiesHtml4 as characterEntities } from 'character-entities-html4';
