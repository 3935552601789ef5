import { describe, expect, it } from 'vitest';

import { answer, attemptPath, fillStart, main, press, startTest } from './candidate.ts';
import { endTimeOf } from './database.ts';
import { aMailTo } from './mailbox.ts';
import { useChromium } from './visits.ts';

const chromium = useChromium();

describe('a candidate who comes late', () => {
  it('reads that the last answer does not count and that the rest was submitted', async () => {
    const page = await chromium.visit({ javascript: false });
    const email = await startTest(page, 'sql');
    await answer(page);
    await press(page);
    await answer(page);
    endTimeOf(email, -60_000);
    await main(page).click();
    await page.waitForURL(/notice=late/);
    const text = await page.locator('main').innerText();
    expect(text).toContain('A última resposta chegou depois do prazo e não entrou.');
    expect(text).toContain('O tempo acabou e enviamos tudo o que estava salvo.');
    expect(text).toContain('1 / 15');
  });
});

describe('an address that was used before', () => {
  it('gets the way back by mail and not in the page', async () => {
    const page = await chromium.visit();
    const email = await startTest(page, 'sql');
    const path = attemptPath(page);
    await answer(page);
    await press(page);

    const stranger = await chromium.visit();
    await stranger.goto('/t/demo-sql');
    await fillStart(stranger, { email, name: 'Outra Pessoa' });
    await stranger.getByText(`enviamos a ${email} um link`).waitFor();
    expect(await stranger.content()).not.toContain(path);

    const mail = await aMailTo(email);
    expect(mail.text).toContain(path);
    await stranger.goto(`/dev/mailbox/${mail.id}`);
    await stranger.locator(`a[href*="${path}"]`).first().click();
    await stranger.getByRole('heading', { name: 'Questão 2 de 15' }).waitFor();
  });
});
