import * as z from 'zod';

import type { Person } from './views.tsx';

/** Any 11 digits: people who test make numbers up, and the provider only gets an integer. */
export const personSchema = z.object({
  name: z.string().trim().min(1, 'Informe o nome.').max(200, 'Nome longo demais.'),
  email: z.email('Informe um e-mail válido.').max(254, 'E-mail longo demais.'),
  document: z
    .string()
    .transform((typed) => typed.replaceAll(/[\s.-]/g, ''))
    .pipe(z.string().regex(/^(?!0+$)\d{11}$/, 'Informe os 11 números do CPF.')),
});

const names = [
  'Marina Duarte',
  'João Batista Nogueira',
  'Luísa Camargo',
  'Tiago Sant’Anna',
  'Beatriz Okamoto',
  'Caio Rezende',
];

/**
 * A new person each time, because a provider remembers the earlier ones. The document's check digits
 * are wrong on purpose: it belongs to nobody.
 */
export function inventPerson(random: () => number = Math.random): Person {
  const name = names[Math.floor(random() * names.length)]!;
  const digits = Array.from({ length: 9 }, () => Math.floor(random() * 10));
  digits[0] = digits[0] || 1;
  const first = checkDigit(digits);
  const wrong = (first + 1) % 10;
  const document = [...digits, wrong, checkDigit([...digits, wrong])].join('');
  const plain = name
    .normalize('NFD')
    .replaceAll(/[^\w ]/g, '')
    .toLowerCase();
  const email = `${plain.split(' ').join('.')}.${document.slice(5, 9)}@example.com`;
  return { name, email, document: document.replace(/(...)(...)(...)(..)/, '$1.$2.$3-$4') };
}

function checkDigit(digits: number[]) {
  const sum = digits.reduce((total, digit, at) => total + digit * (digits.length + 1 - at), 0);
  return ((sum * 10) % 11) % 10;
}
