import * as z from 'zod';

/** Ids inside one assessment: stable across versions, so that results stay comparable. */
export const contentId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
