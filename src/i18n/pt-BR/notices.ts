/**
 * The privacy notice, by version. Whoever accepted one can read it for as long as the attempt is kept: a
 * change of the text is a new entry here and in attempts/notice.ts, and no entry is ever edited or removed.
 */
export const notices = {
  '2026-11-23': (organization: string) => [
    `A controladora dos seus dados nesta avaliação é ${organization}. A plataforma Aferi trata esses dados em nome dela, para aplicar o teste e calcular o resultado (LGPD, Lei 13.709/2018).`,
    'Guardamos nome, e-mail, respostas, horários e o tempo em cada questão. Não usamos câmera, microfone nem biometria, e não vendemos dados.',
    `Quem recebe o resultado é ${organization} e, se a vaga vier de lá, a plataforma de recrutamento Gupy. Ninguém é reprovado automaticamente: quem decide é uma pessoa.`,
    `Você pode pedir acesso, correção ou exclusão dos seus dados e a revisão do resultado por uma pessoa. Para isso, fale com ${organization}.`,
  ],
  '2026-11-23-2': (organization: string) => [
    `A controladora dos seus dados nesta avaliação é ${organization}. A plataforma Aferi trata esses dados em nome dela, para aplicar o teste e calcular o resultado (LGPD, Lei 13.709/2018).`,
    'Guardamos nome, e-mail, respostas, horários e o tempo em cada questão. Para entender as condições em que o teste foi feito, guardamos também os registros explicados antes do início; eles não mudam a nota. Não usamos câmera, microfone nem biometria, e não vendemos dados.',
    `Quem recebe o resultado é ${organization} e, se a vaga vier de lá, a plataforma de recrutamento Gupy. Ninguém é reprovado automaticamente: quem decide é uma pessoa.`,
    `Na página do seu resultado você lê este aviso, vê e baixa o que guardamos sobre o seu teste e pede correção, exclusão ou a revisão do resultado por uma pessoa. ${organization} responde em até 15 dias.`,
  ],
};
