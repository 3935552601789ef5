/** Says something to screen readers through the page's live region. */
export function announce(text: string): void {
  const region = document.querySelector('#announcer');
  if (region) region.textContent = text;
}
