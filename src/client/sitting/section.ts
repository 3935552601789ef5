import { answerForm, sectionShown } from './form.ts';
import { hush, tell } from './indicator.ts';
import { prefetch, relock, show, timeLeft } from './pages.ts';
import { saveAll, saveNow } from './saving.ts';
import { state, status } from './state.ts';
import { words } from './words.ts';

/** Lets a section's time begin: the server's word alone counts, so it takes the network. */
export async function openSection(form: HTMLFormElement): Promise<void> {
  const reply = await fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams(),
    redirect: 'manual',
  }).catch(() => undefined);
  if (reply?.type !== 'opaqueredirect') return tell(words.sectionOffline);
  hush();
  // Its answer names the section as opened, and so it is entered.
  await saveNow();
}

/** Leaves the page of a section that is not opened, once it is: here, or by a request that seemed lost. */
export async function enterOpened(): Promise<void> {
  const { opens, first } =
    document.querySelector<HTMLElement>('#sitting [data-opens]')?.dataset ?? {};
  if (!opens || !first || !(opens in state.sections)) return;
  if (await prefetch({ again: true })) await show(first);
}

/** The section's time is up, as this page sees it: what was typed goes, and the test goes on. */
export async function endSection(): Promise<void> {
  if (status.over || status.replaced) return;
  relock();
  const section = sectionShown();
  const after = answerForm()?.dataset['after'];
  const heard = await saveAll();
  if (status.over || sectionShown() !== section || timeLeft().left > 0) return;
  if (!heard) return tell(words.sectionUpOffline);
  await prefetch({ again: true });
  if (after) await show(after);
  tell(status.lost || words.sectionUp);
  status.lost = '';
}
