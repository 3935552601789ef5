/**
 * After a swap, focus goes to what the new part says comes first, so that it is read from there.
 * What was there before is not new: a small swap elsewhere moves nothing.
 */
export function manageFocus(): void {
  const seen = new WeakSet<Element>();
  const unseen = () => {
    const found = [...document.querySelectorAll<HTMLElement>('[data-focus]')];
    const fresh = found.filter((element) => !seen.has(element));
    for (const element of fresh) seen.add(element);
    return fresh.find((element) => element.matches('.notice-error')) ?? fresh[0];
  };
  document.addEventListener('htmx:after:swap', () => unseen()?.focus());
  const first = unseen();
  // A whole page starts at its top, unless a form came back with problems.
  if (first?.matches('.notice-error')) first.focus();
}
