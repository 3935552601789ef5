/** The `Cache-Control` of what an address made of its content answers, and that is nobody's in particular. */
export const immutable = 'public, max-age=31536000, immutable';
