import { describe, expect, it } from 'vitest';

import {
  answer,
  answerAll,
  answerShown,
  main,
  place,
  press,
  startTest,
  submit,
} from './candidate.ts';
import { useChromium, type Visitor } from './visits.ts';

const chromium = useChromium();

const phone: Visitor = { width: 390, language: 'pt-BR' };
const desk: Visitor = { width: 1280, language: 'en', dark: true, javascript: false };

const byText = (a = '', b = '') => a.localeCompare(b);

describe('a candidate on a phone', () => {
  it('goes back and forth, jumps by the map, reviews what is missing and submits', async () => {
    const page = await chromium.visit(phone);
    await page.goto('/t/demo-javascript');
    expect(await page.locator('main').innerText()).toMatch(
      /JavaScript: fundamentos[^]*Acme Demonstração convida você[^]*30 minutos[^]*20[^]*até 3/,
    );
    await startTest(page, 'javascript');

    await answer(page);
    const first = await answerShown(page);
    await press(page);
    expect(await place(page)).toEqual({ number: 2, total: 20 });
    expect(await page.locator('.progress').innerText()).toContain('1 de 20 respondidas');
    await press(page, page.getByRole('button', { name: 'Anterior' }));
    expect(await answerShown(page)).toEqual(first);

    await page.getByText('Mapa das questões').click();
    await press(page, page.getByRole('button', { name: 'Questão 13, sem resposta' }));
    await answer(page);
    const order = await answerShown(page);
    expect(order.map(([, position]) => position).toSorted(byText)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
    await press(page, page.getByRole('button', { name: 'Revisar e enviar' }));
    expect(await page.locator('main').innerText()).toContain('Faltam 18 questões sem resposta.');
    expect(await page.locator('header').count()).toBe(1);

    await press(page, page.getByRole('link', { name: 'Questão 13, respondida' }));
    expect(await answerShown(page)).toEqual(order);
    await press(page, page.getByRole('button', { name: 'Revisar e enviar' }));
    await press(page, page.getByRole('link', { name: 'Voltar à questão 2' }));
    await answerAll(page);
    expect(await page.locator('main').innerText()).toContain('Você respondeu a todas as questões.');

    await main(page).click();
    await page.getByText('Há 1 campo para corrigir').waitFor();
    expect(await page.locator('main').innerText()).toContain('Marque a confirmação para enviar.');
    await submit(page);
    expect(await page.locator('main').innerText()).toMatch(
      /Teste concluído[^]*Obrigado, Marina Duarte[^]*Resultado geral[^]*\d+\s*\/ 100[^]*Por competência[^]*20 \/ 20/,
    );

    await page.getByRole('link', { name: 'Abrir a página do resultado' }).click();
    await page.waitForURL(/\/r\/[^/]+$/);
    expect(await page.locator('main').innerText()).toMatch(/Resultado geral[^]*Por competência/);
  });
});

/** Between them the demonstration tests have every question type. */
const results: Record<string, Record<'pt-BR' | 'en', RegExp>> = {
  atendimento: {
    'pt-BR': /Resultado geral[^]*Empatia/,
    en: /Overall result[^]*Empathy/,
  },
  'big-five': {
    'pt-BR': /Seu perfil[^]*Não há resultado bom ou ruim[^]*Extroversão/,
    en: /Your profile[^]*No result is good or bad[^]*Extraversion/,
  },
  backend: {
    'pt-BR': /Respostas recebidas[^]*Uma pessoa da empresa vai avaliar/,
    en: /Answers received[^]*A person at the company will grade/,
  },
  javascript: {
    'pt-BR': /Resultado geral[^]*Por competência/,
    en: /Overall result[^]*By competency/,
  },
};

const links = Object.keys(results);

// The one left out on the phone is the test above.
describe.each([
  ['on a phone, in Portuguese', phone, links.filter((link) => link !== 'javascript')],
  ['at a desk, in English, without JavaScript', desk, links],
])('each demonstration test %s', (_where, visitor, those) => {
  it.each(those)('is answered to the end: %s', async (link) => {
    const page = await chromium.visit(visitor);
    await startTest(page, link);
    await answerAll(page);
    await submit(page);
    const text = await page.locator('main').innerText();
    expect(text).toMatch(results[link]![visitor.language as 'pt-BR' | 'en']);
    // A profile has no grade, and nobody sees half a result.
    if (link === 'big-five' || link === 'backend') expect(text).not.toContain('/ 100');
  });
});
