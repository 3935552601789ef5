import type { Question, VersionContent } from '../../questions/content.ts';
import { javascript } from './javascript.ts';
import { sql } from './sql.ts';

// Each candidate draws five of these, so the pool has two per competency and leaves the advanced
// questions out: whichever five come up, the test is about equally hard.
const javascriptPool = [
  'js-equality-conversion',
  'js-json-large-integer',
  'js-closure-state',
  'js-this-binding',
  'js-shallow-deep-copy',
  'js-private-fields',
  'js-to-sorted',
  'js-group-by',
  'js-eager-promises',
  'js-return-await',
  'js-error-cause',
  'js-date-only-string',
];

const sqlQuestions = [
  'sql-clause-order',
  'sql-left-join-on',
  'sql-join-fan-out',
  'sql-month-range',
  'sql-lag-cte',
  'sql-anti-join-null',
  'sql-index-plan',
];

/** The named questions of another assessment, in the named order. */
function pick(source: VersionContent, ids: readonly string[]): Question[] {
  const known = new Map(
    source.sections.flatMap((section) => section.questions).map((item) => [item.id, item] as const),
  );
  return ids.map((id) => {
    const found = known.get(id);
    if (found === undefined) throw new Error(`no question ${id} in the source assessment`);
    return found;
  });
}

export const backEnd: VersionContent = {
  format: 1,
  language: 'pt-BR',
  name: { 'pt-BR': 'Desenvolvedor back-end (misto)', en: 'Back-end developer (mixed)' },
  description: {
    'pt-BR':
      'JavaScript, SQL, uma proposta técnica por escrito e um projeto seu. As duas primeiras partes são corrigidas na hora; as outras, lidas por uma pessoa com critérios declarados.',
    en: 'JavaScript, SQL, a written technical proposal and a project of yours. The first two parts are scored at once; the others are read by a person with stated criteria.',
  },
  instructions: {
    'pt-BR': `São 60 minutos e 14 questões, em três partes:

1. **JavaScript** (30% da nota): 5 questões sorteadas.
2. **SQL** (30%): 7 questões, com as tabelas à vista.
3. **Escrita técnica e decisões** (40%): um texto de até 6.000 caracteres e o link de um projeto seu. Uma pessoa lê e avalia com os critérios que o enunciado mostra; até lá, o resultado fica parcial.

Sugestão de tempo: 10 minutos para JavaScript, 15 para SQL, 30 para o texto e 5 para o link. Você pode ir e voltar entre as questões. Responda às duas primeiras partes lendo o código, sem executá-lo.`,
    en: `You have 60 minutes for 14 questions, in three parts:

1. **JavaScript** (30% of the grade): 5 questions drawn from a pool.
2. **SQL** (30%): 7 questions, with the tables in view.
3. **Technical writing and decisions** (40%): a text of up to 6,000 characters and the link to a project of yours. A person reads and grades them by the criteria that the question shows; until then, the result is partial.

Suggested time: 10 minutes for JavaScript, 15 for SQL, 30 for the text and 5 for the link. You may move back and forth between questions. Answer the first two parts by reading the code, without running it.`,
  },
  durationMinutes: 60,
  category: 'Programação',
  level: 'intermediate',
  competencies: [
    ...javascript.competencies,
    ...sql.competencies,
    {
      id: 'technical-writing',
      name: { 'pt-BR': 'Escrita técnica', en: 'Technical writing' },
      description: {
        'pt-BR':
          'Explicar por escrito um problema e uma proposta, para quem vai decidir e executar.',
        en: 'Explaining a problem and a proposal in writing, to those who will decide and carry it out.',
      },
      tier: 'major',
    },
    {
      id: 'engineering-decisions',
      name: { 'pt-BR': 'Decisões de engenharia', en: 'Engineering decisions' },
      description: {
        'pt-BR': 'Fazer escolhas proporcionais ao problema e mostrar, no código, que se sustentam.',
        en: 'Making choices in proportion to the problem and showing, in code, that they hold.',
      },
      tier: 'major',
    },
  ],
  sections: [
    {
      id: 'javascript',
      title: { 'pt-BR': 'JavaScript', en: 'JavaScript' },
      weight: 3,
      draw: 5,
      questions: pick(javascript, javascriptPool),
    },
    {
      id: 'sql',
      title: { 'pt-BR': 'SQL', en: 'SQL' },
      weight: 3,
      questions: pick(sql, sqlQuestions),
    },
    {
      id: 'decisions',
      title: { 'pt-BR': 'Escrita técnica e decisões', en: 'Technical writing and decisions' },
      weight: 4,
      questions: [
        {
          id: 'be-duplicate-charges',
          type: 'free-text',
          competency: 'technical-writing',
          difficulty: 'intermediate',
          weight: 1,
          prompt: {
            'pt-BR': `A rota \`POST /pedidos\` de uma loja faz três coisas, nesta ordem, antes de responder:

1. grava o pedido no banco;
2. cobra o cartão pela API de um provedor de pagamento;
3. envia o e-mail de confirmação.

Nos horários de pico, o provedor demora até 40 segundos. O aplicativo desiste em 10 e tenta de novo, até três vezes. Na última sexta-feira, **312 pedidos foram cobrados em dobro** e 40 foram cobrados sem que o pedido aparecesse como pago.

Escreva a proposta que você mandaria ao time (sugestão: de 300 a 600 palavras). Ela será lida por quem programa e por quem cuida do produto. Diga:

- **o que aconteceu**, e o que você ainda precisaria confirmar;
- **o que muda** no servidor, no banco e no aplicativo para que um pedido seja cobrado no máximo uma vez, mesmo com quedas e novas tentativas;
- **que alternativa você descartou**, e o que a sua escolha custa;
- **como pôr no ar sem parar as vendas**, e como saber que funcionou;
- **o que fazer com os clientes já afetados**.

São avaliadas a clareza, a correção técnica e a proporção entre problema e solução. Não é preciso escrever código.`,
            en: `The route \`POST /orders\` of a shop does three things, in this order, before it answers:

1. stores the order in the database;
2. charges the card through a payment provider's API;
3. sends the confirmation e-mail.

At peak hours the provider takes up to 40 seconds. The app gives up after 10 and tries again, up to three times. Last Friday, **312 orders were charged twice** and 40 were charged without the order showing as paid.

Write the proposal that you would send to the team (suggestion: 300 to 600 words). It will be read by programmers and by product people. Say:

- **what happened**, and what you would still need to confirm;
- **what changes** in the server, the database and the app so that an order is charged at most once, even with crashes and retries;
- **which alternative you discarded**, and what your choice costs;
- **how to release it without stopping sales**, and how to know that it worked;
- **what to do about the customers already affected**.

Clarity, technical soundness and the proportion between problem and solution are graded. No code is needed.`,
          },
          content: {
            maxLength: 6000,
            rubric: {
              'pt-BR': `Some os pontos de cada critério (total 100).

- **Diagnóstico, 20.** Liga a cobrança em dobro às novas tentativas sem idempotência, e os 40 pedidos a uma resposta perdida ou a uma queda entre cobrar e gravar. Separa o que sabe do que supõe. *10: só a primeira metade.*
- **Correção, 30.** Chave de idempotência criada no aplicativo e repetida nas tentativas, única no banco e repassada ao provedor; cobrança fora do pedido HTTP (fila ou tabela de saída) ou estados explícitos; e conciliação com o provedor para o que ficou em dúvida. *15: trata a repetição, mas não a queda entre cobrar e gravar. 5: só aumenta o tempo limite ou tira as novas tentativas.*
- **Alternativas e custos, 15.** Nomeia ao menos uma alternativa real e diz o que a escolha custa (resposta assíncrona, mais estados, operação da fila).
- **Entrega e verificação, 15.** Passos reversíveis, compatíveis com aplicativos antigos, e uma medida que mostraria a falha (cobranças por pedido, pedidos pendentes há muito tempo).
- **Clientes afetados, 10.** Como achar, estornar e avisar sem esperar a reclamação.
- **Clareza, 10.** Quem é de produto entende o que muda e por quê; texto ordenado, sem jargão à toa.

Aceite soluções diferentes das citadas quando cumprirem “no máximo uma cobrança, mesmo com quedas”. Não desconte por erros de ortografia nem por estilo.`,
              en: `Add up the points of each criterion (total 100).

- **Diagnosis, 20.** Links the double charges to retries without idempotency, and the 40 orders to a lost answer or a crash between charging and storing. Tells what is known from what is supposed. *10: only the first half.*
- **Soundness, 30.** An idempotency key made in the app and repeated on retries, unique in the database and passed on to the provider; charging outside the HTTP request (queue or outbox) or explicit states; and reconciliation with the provider for whatever is in doubt. *15: handles the repetition, but not the crash between charging and storing. 5: only raises the time-out or removes the retries.*
- **Alternatives and costs, 15.** Names at least one real alternative and says what the choice costs (asynchronous answer, more states, running the queue).
- **Release and verification, 15.** Reversible steps, compatible with older apps, and a measure that would show the failure (charges per order, orders pending for long).
- **Affected customers, 10.** How to find, refund and tell them without waiting for complaints.
- **Clarity, 10.** Product people understand what changes and why; ordered text, no idle jargon.

Accept solutions other than those above when they achieve “at most one charge, even with crashes”. Take nothing off for spelling or style.`,
            },
          },
        },
        {
          id: 'be-project-link',
          type: 'project-link',
          competency: 'engineering-decisions',
          difficulty: 'intermediate',
          weight: 1,
          prompt: {
            'pt-BR': `Envie o link de um **código de back-end que você escreveu**: um repositório, um *pull request* ou um trecho público. Pode ser pequeno, de estudo ou antigo, em qualquer linguagem; vale mais um código curto que você saiba defender do que um grande.

Na descrição do repositório, do *pull request* ou do trecho, diga em poucas linhas:

- o que ele faz e como executar ou testar;
- qual parte é sua, se houver outras pessoas ou ferramentas envolvidas;
- uma decisão que você tomou e o que deixou de lado;
- o que faria diferente hoje.

Confira se o link abre sem conta nem senha. Não envie código ou dados confidenciais de empresas em que trabalhou.`,
            en: `Send the link to **back-end code that you wrote**: a repository, a pull request or a public snippet. It may be small, an exercise or old, in any language; short code that you can stand for is worth more than large code.

In the description of the repository, pull request or snippet, say in a few lines:

- what it does and how to run or test it;
- which part is yours, if other people or tools were involved;
- a decision that you made and what you set aside;
- what you would do differently today.

Check that the link opens without an account or password. Do not send confidential code or data of companies you worked for.`,
          },
          content: {
            rubric: {
              'pt-BR': `Some os pontos de cada critério (total 100). Avalie o código que está lá, não o tamanho, a linguagem nem a fama do projeto.

- **Dá para entender e executar, 20.** A descrição diz o que faz e como rodar; a autoria está clara.
- **Correção e erros, 25.** Faz o que promete; entradas ruins, falhas de rede ou de banco e concorrência foram pensadas onde importam.
- **Estrutura e legibilidade, 20.** Nomes, divisão e dependências proporcionais ao problema; outra pessoa conseguiria mudar.
- **Testes ou outra verificação, 15.** Há uma forma de saber que funciona, dirigida ao que pode quebrar.
- **Decisões, 20.** A decisão contada aparece no código; a alternativa é real; a autocrítica é concreta.

Se o link não abrir, peça outro antes de dar zero. Segredos ou dados pessoais publicados: conte em “Correção e erros” e avise a pessoa.`,
              en: `Add up the points of each criterion (total 100). Grade the code that is there, not the size, the language or the fame of the project.

- **Can be understood and run, 20.** The description says what it does and how to run it; authorship is clear.
- **Correctness and errors, 25.** Does what it promises; bad input, network or database failures and concurrency were considered where they matter.
- **Structure and readability, 20.** Names, division and dependencies in proportion to the problem; someone else could change it.
- **Tests or other verification, 15.** There is a way to know that it works, aimed at what may break.
- **Decisions, 20.** The decision told of can be seen in the code; the alternative is real; the self-criticism is concrete.

If the link does not open, ask for another one before giving zero. Published secrets or personal data: count it under “Correctness and errors” and tell the person.`,
            },
          },
        },
      ],
    },
  ],
};
