/** Under a text box: how many characters are left, in the words that the page gives. */
export function countCharacters(box: HTMLTextAreaElement): void {
  const hint = document.getElementById(`${box.id}-hint`);
  if (!hint) return;
  const show = () => {
    const left = Math.max(0, box.maxLength - box.value.length);
    const count = new Intl.NumberFormat(document.documentElement.lang).format(left);
    hint.textContent = (box.dataset['counter'] ?? '').replace('{count}', count);
  };
  box.addEventListener('input', show);
  show();
}
