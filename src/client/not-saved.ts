/**
 * Says in the page when a save did not get through: the network failed, or the server did. The answer
 * stays where it is, to be sent again.
 */
export function tellNotSaved(): void {
  document.addEventListener('htmx:error', () => show(true));
  document.addEventListener('htmx:response:error', (event) => {
    const { ctx } = (event as CustomEvent<{ ctx: { response: { status: number } } }>).detail;
    if (ctx.response.status >= 500 || ctx.response.status === 429) show(true);
  });
  document.addEventListener('htmx:before:request', () => show(false));
}

function show(visible: boolean): void {
  const notice = document.querySelector<HTMLElement>('[data-not-saved]');
  if (!notice) return;
  notice.hidden = !visible;
  if (visible) notice.scrollIntoView({ block: 'nearest' });
}
