import type { LocalizedText } from '../../../i18n/languages.ts';
import type { VersionContent } from '../../questions/content.ts';

/*
 * Every key is checked by running the code of its question: test/unit/library-javascript.test.ts.
 * Snippets stay within 45 columns (phones), and give the same answer in strict and sloppy mode.
 * Option and item ids reach the browser, so they never follow the order of the key.
 */
export const javascript: VersionContent = {
  format: 1,
  language: 'pt-BR',
  name: { 'pt-BR': 'JavaScript: fundamentos', en: 'JavaScript: fundamentals' },
  description: {
    'pt-BR':
      'Avalia o domínio da linguagem JavaScript como ela é hoje (ES2024 em diante): tipos e igualdade, escopo e this, objetos e classes, coleções, assincronismo, erros, módulos e datas. São 20 questões curtas, quase todas sobre ler um trecho de código e prever o que ele faz. Não depende de framework nem de ambiente.',
    en: 'Measures command of the JavaScript language as it is today (ES2024 onwards): types and equality, scope and this, objects and classes, collections, asynchrony, errors, modules and dates. 20 short questions, most of them about reading a piece of code and predicting what it does. No framework or environment knowledge is needed.',
  },
  instructions: {
    'pt-BR': `- Cada trecho de código é um módulo ES independente, executado em um ambiente atual (Node.js 24 ou um navegador atualizado).
- \`console.log(a, b)\` imprime os valores separados por um espaço.
- Responda lendo o código, sem executá-lo: interessa como você raciocina sobre ele.
- Quando a questão pedir **todas** as alternativas corretas, há crédito parcial: cada acerto soma, cada alternativa errada marcada desconta, e a questão nunca vale menos que zero.
- Nas questões de ordenar, uma ordem quase certa também recebe parte dos pontos.
- Responder errado nunca é pior do que deixar em branco. Na dúvida, responda e siga em frente: você pode voltar enquanto houver tempo.`,
    en: `- Each piece of code is a separate ES module, run in a current environment (Node.js 24 or an up-to-date browser).
- \`console.log(a, b)\` prints the values separated by a space.
- Answer by reading the code, without running it: what matters is how you reason about it.
- When a question asks for **all** the correct options, there is partial credit: each right choice adds, each wrong choice subtracts, and a question is never worth less than zero.
- In ordering questions, an almost right order also earns part of the points.
- A wrong answer is never worse than a blank one. When in doubt, answer and move on: you can come back while there is time left.`,
  },
  durationMinutes: 30,
  category: 'Programação',
  level: 'intermediate',
  competencies: [
    {
      id: 'js-types',
      name: { 'pt-BR': 'Linguagem e tipos', en: 'Language and types' },
      description: {
        'pt-BR':
          'Prever o resultado de operadores, comparações e conversões, e conhecer os limites dos números.',
        en: 'Predicting what operators, comparisons and conversions produce, and knowing the limits of numbers.',
      },
      tier: 'major',
    },
    {
      id: 'js-functions',
      name: { 'pt-BR': 'Funções e escopo', en: 'Functions and scope' },
      description: {
        'pt-BR': 'Raciocinar sobre escopo de bloco, closures e o valor de this em cada chamada.',
        en: 'Reasoning about block scope, closures and the value of this in each call.',
      },
      tier: 'major',
    },
    {
      id: 'js-objects',
      name: { 'pt-BR': 'Objetos e classes', en: 'Objects and classes' },
      description: {
        'pt-BR': 'Entender protótipos, membros privados e a diferença entre copiar e compartilhar.',
        en: 'Understanding prototypes, private members and the difference between copying and sharing.',
      },
      tier: 'major',
    },
    {
      id: 'js-collections',
      name: { 'pt-BR': 'Coleções e dados', en: 'Collections and data' },
      description: {
        'pt-BR': 'Ordenar, agrupar, combinar e percorrer arrays, Map, Set e iteradores.',
        en: 'Sorting, grouping, combining and traversing arrays, Map, Set and iterators.',
      },
      tier: 'major',
    },
    {
      id: 'js-async',
      name: { 'pt-BR': 'Assincronismo', en: 'Asynchrony' },
      description: {
        'pt-BR':
          'Saber quando cada parte de um código com promises e async/await executa, em que ordem e com que falhas.',
        en: 'Knowing when each part of code with promises and async/await runs, in which order, and how it fails.',
      },
      tier: 'major',
    },
    {
      id: 'js-robustness',
      name: { 'pt-BR': 'Erros, módulos e datas', en: 'Errors, modules and dates' },
      description: {
        'pt-BR':
          'Evitar defeitos comuns em produção: erros que perdem a causa, estado entre módulos e fusos horários.',
        en: 'Avoiding common production defects: errors that lose their cause, state across modules, and time zones.',
      },
      tier: 'minor',
    },
  ],
  // Section weights follow the number of questions, so that all 20 count the same.
  sections: [
    {
      id: 'language',
      title: {
        'pt-BR': 'Linguagem, funções e escopo',
        en: 'Language, functions and scope',
      },
      weight: 30,
      questions: [
        {
          id: 'js-nullish-default',
          type: 'single-choice',
          competency: 'js-types',
          difficulty: 'basic',
          weight: 1,
          prompt: withCode(
            { 'pt-BR': 'O que este código imprime?', en: 'What does this code print?' },
            `const config = { retries: 0, timeout: 0 };

const retries = config.retries ?? 3;
const timeout = config.timeout || 500;
const host = config.server?.host ?? 'local';

console.log(retries, timeout, host);`,
          ),
          explanation: {
            'pt-BR':
              '`??` só usa o valor da direita quando o da esquerda é `null` ou `undefined`, por isso o `0` de `retries` é mantido. `||` troca qualquer valor *falsy*, inclusive o `0` de `timeout`: é o defeito clássico de usar `||` para valores padrão. `config.server` é `undefined`, e `?.` interrompe a leitura sem lançar erro.',
            en: '`??` uses its right side only when the left one is `null` or `undefined`, so the `0` in `retries` is kept. `||` replaces any falsy value, including the `0` in `timeout`: the classic defect of using `||` for defaults. `config.server` is `undefined`, and `?.` stops the lookup without throwing.',
          },
          content: {
            options: [
              { id: 'a', text: both('`3 500 local`') },
              { id: 'b', text: both('`0 0 local`') },
              { id: 'c', text: both('`0 500 local`') },
              { id: 'd', text: throwing('TypeError') },
            ],
            correct: 'c',
            shuffle: true,
          },
        },
        {
          id: 'js-temporal-dead-zone',
          type: 'single-choice',
          competency: 'js-functions',
          difficulty: 'basic',
          weight: 1,
          prompt: withCode(
            {
              'pt-BR': 'O que acontece quando este código executa?',
              en: 'What happens when this code runs?',
            },
            `const mode = 'outer';

function show() {
  console.log(mode);
  const mode = 'inner';
}

show();`,
          ),
          explanation: {
            'pt-BR':
              'O `mode` declarado dentro de `show` pertence ao bloco inteiro da função, desde a primeira linha, e esconde o de fora. Até a declaração ser executada, ele está na *temporal dead zone*, e lê-lo lança `ReferenceError`. Imprimir `outer` suporia que a variável interna só existe a partir da declaração; imprimir `undefined` seria o comportamento de `var`.',
            en: 'The `mode` declared inside `show` belongs to the whole function block, from its first line, and hides the outer one. Until its declaration runs it is in the temporal dead zone, and reading it throws a `ReferenceError`. Printing `outer` would mean that the inner variable exists only after its declaration; printing `undefined` is how `var` behaves.',
          },
          content: {
            options: [
              { id: 'a', text: throwing('ReferenceError') },
              { id: 'b', text: printing('outer') },
              { id: 'c', text: printing('inner') },
              { id: 'd', text: printing('undefined') },
            ],
            correct: 'a',
            shuffle: true,
          },
        },
        {
          id: 'js-closure-state',
          type: 'numeric',
          competency: 'js-functions',
          difficulty: 'basic',
          weight: 1,
          prompt: withCode(
            {
              'pt-BR': 'Que número este código imprime?',
              en: 'Which number does this code print?',
            },
            `function counter() {
  let count = 0;
  return {
    up: () => { count += 1; },
    read: () => count,
  };
}

const a = counter();
const b = counter();
const { up } = a;

up();
up();
b.up();

console.log(a.read() * 10 + b.read());`,
          ),
          explanation: {
            'pt-BR':
              'Cada chamada de `counter` cria uma variável `count` nova, e as duas funções devolvidas por essa chamada a compartilham. Extrair `up` de `a` não muda nada, porque a closure não depende de `this`. Logo `a` conta `2`, `b` conta `1`, e o resultado é `21`. Quem supõe um único `count` para todos chega a `33`.',
            en: 'Each call of `counter` creates a new `count` variable, shared by the two functions which that call returns. Taking `up` out of `a` changes nothing, because the closure does not depend on `this`. So `a` counts `2`, `b` counts `1`, and the result is `21`. Assuming a single `count` for everyone leads to `33`.',
          },
          content: { value: 21, tolerance: 0 },
        },
        {
          id: 'js-equality-conversion',
          type: 'multiple-choice',
          competency: 'js-types',
          difficulty: 'intermediate',
          weight: 1,
          prompt: {
            'pt-BR': 'Quais destas expressões resultam em `true`? Selecione todas.',
            en: 'Which of these expressions evaluate to `true`? Select all of them.',
          },
          explanation: {
            'pt-BR':
              "O operador `*` sempre converte para número, então `'3' * '4'` é `12`; já `+` concatena quando um dos lados é texto, e `1 + '2'` é `'12'`. Com `==`, `null` só é igual a si mesmo e a `undefined`. `includes` considera `NaN` igual a `NaN` (ao contrário de `===` e `indexOf`). `Number.isNaN` não converte o argumento: só responde `true` para o valor `NaN`; quem converte `'abc'` é a função global `isNaN`.",
            en: "The `*` operator always converts to a number, so `'3' * '4'` is `12`; but `+` concatenates when either side is a string, and `1 + '2'` is `'12'`. With `==`, `null` equals only itself and `undefined`. `includes` treats `NaN` as equal to `NaN` (unlike `===` and `indexOf`). `Number.isNaN` does not convert its argument: it is `true` only for the value `NaN`; it is the global `isNaN` that converts `'abc'`.",
          },
          content: {
            options: [
              { id: 'a', text: both("`1 + '2' === 3`") },
              { id: 'b', text: both("`'3' * '4' === 12`") },
              { id: 'c', text: both('`null == undefined`') },
              { id: 'd', text: both("`Number.isNaN('abc')`") },
              { id: 'e', text: both('`[NaN].includes(NaN)`') },
            ],
            correct: ['b', 'c', 'e'],
            shuffle: true,
          },
        },
        {
          id: 'js-json-large-integer',
          type: 'true-false',
          competency: 'js-types',
          difficulty: 'intermediate',
          weight: 1,
          prompt: withCode(
            {
              'pt-BR':
                'Uma API devolve o identificador abaixo, um inteiro de 64 bits. Verdadeiro ou falso: este código imprime `9007199254740993`.',
              en: 'An API returns the identifier below, a 64-bit integer. True or false: this code prints `9007199254740993`.',
            },
            `const body = '{"id":9007199254740993}';
const { id } = JSON.parse(body);

console.log(String(id));`,
          ),
          explanation: {
            'pt-BR':
              'Falso. `JSON.parse` transforma números em `Number` (ponto flutuante de 64 bits), que só representa todos os inteiros até `Number.MAX_SAFE_INTEGER`, isto é, 2^53 − 1. O valor é arredondado, sem nenhum erro, para `9007199254740992`. `JSON.parse` nunca produz `BigInt` por conta própria: identificadores desse tamanho devem trafegar como texto.',
            en: 'False. `JSON.parse` turns numbers into `Number` (64-bit floating point), which represents every integer only up to `Number.MAX_SAFE_INTEGER`, that is 2^53 − 1. The value is rounded, without any error, to `9007199254740992`. `JSON.parse` never produces a `BigInt` by itself: identifiers of this size should travel as strings.',
          },
          content: { correct: false },
        },
        {
          id: 'js-this-binding',
          type: 'multiple-choice',
          competency: 'js-functions',
          difficulty: 'intermediate',
          weight: 1,
          prompt: withCode(
            {
              'pt-BR': 'Depois deste código, quais expressões resultam em `10`? Selecione todas.',
              en: 'After this code, which expressions evaluate to `10`? Select all of them.',
            },
            `class Cart {
  total = 10;
  getTotal() {
    return this.total;
  }
}

const cart = new Cart();
const { getTotal } = cart;`,
          ),
          explanation: {
            'pt-BR':
              'Em um método comum, `this` é decidido por quem chama. `getTotal()` não tem objeto à esquerda do ponto, e o corpo de uma classe é sempre *strict mode*: `this` é `undefined` e a leitura lança `TypeError`. Passar `cart.getTotal` a `map` entrega só a função, sem o objeto, e falha do mesmo modo. `call` e `bind` fixam `this`, e a arrow function mantém a chamada no objeto: `cart.getTotal()`.',
            en: 'In an ordinary method, `this` is decided by the call. `getTotal()` has no object to the left of a dot, and a class body is always strict mode: `this` is `undefined` and the read throws a `TypeError`. Passing `cart.getTotal` to `map` hands over just the function, without the object, and fails the same way. `call` and `bind` set `this`, and the arrow function keeps the call on the object: `cart.getTotal()`.',
          },
          content: {
            options: [
              { id: 'a', text: both('`getTotal.call(cart)`') },
              { id: 'b', text: both('`getTotal()`') },
              { id: 'c', text: both('`[0].map(cart.getTotal)[0]`') },
              { id: 'd', text: both('`[0].map(() => cart.getTotal())[0]`') },
              { id: 'e', text: both('`getTotal.bind(cart)()`') },
            ],
            correct: ['a', 'd', 'e'],
            shuffle: true,
          },
        },
      ],
    },
    {
      id: 'objects-data',
      title: { 'pt-BR': 'Objetos, coleções e dados', en: 'Objects, collections and data' },
      weight: 35,
      questions: [
        {
          id: 'js-shallow-deep-copy',
          type: 'single-choice',
          competency: 'js-objects',
          difficulty: 'basic',
          weight: 1,
          prompt: withCode(
            { 'pt-BR': 'O que este código imprime?', en: 'What does this code print?' },
            `const order = {
  items: ['pen'],
  createdAt: new Date(0),
};
const copy = { ...order };
const clone = structuredClone(order);

order.items.push('book');

console.log(
  copy.items.length,
  clone.items.length,
  clone.createdAt instanceof Date,
);`,
          ),
          explanation: {
            'pt-BR':
              'O *spread* copia só o primeiro nível: `copy.items` e `order.items` são o mesmo array, que passa a ter 2 itens. `structuredClone` copia em profundidade, então o array de `clone` continua com 1. Ele também preserva `Date`, `Map` e `Set`; perder a data (`false`) seria o efeito de `JSON.parse(JSON.stringify(order))`.',
            en: 'Spread copies only the first level: `copy.items` and `order.items` are the same array, which now has 2 items. `structuredClone` copies deeply, so the array of `clone` still has 1. It also preserves `Date`, `Map` and `Set`; losing the date (`false`) is what `JSON.parse(JSON.stringify(order))` would do.',
          },
          content: {
            options: [
              { id: 'a', text: both('`1 1 true`') },
              { id: 'b', text: both('`2 1 true`') },
              { id: 'c', text: both('`2 1 false`') },
              { id: 'd', text: both('`2 2 true`') },
            ],
            correct: 'b',
            shuffle: true,
          },
        },
        {
          id: 'js-set-union',
          type: 'numeric',
          competency: 'js-collections',
          difficulty: 'basic',
          weight: 1,
          prompt: withCode(
            {
              'pt-BR': 'Que número este código imprime?',
              en: 'Which number does this code print?',
            },
            `const a = new Set([1, '1', NaN]);
const b = new Set([1, NaN, 2]);

console.log(a.union(b).size);`,
          ),
          explanation: {
            'pt-BR':
              "A união tem `1`, `'1'`, `NaN` e `2`: `4` elementos. Um `Set` compara sem converter tipos, então `1` e `'1'` são diferentes (supor que são iguais dá 3); e considera `NaN` igual a `NaN`, ao contrário de `===` (supor que são diferentes dá 5).",
            en: "The union holds `1`, `'1'`, `NaN` and `2`: `4` elements. A `Set` compares without converting types, so `1` and `'1'` differ (assuming they are equal gives 3); and it treats `NaN` as equal to `NaN`, unlike `===` (assuming they differ gives 5).",
          },
          content: { value: 4, tolerance: 0 },
        },
        {
          id: 'js-to-sorted',
          type: 'single-choice',
          competency: 'js-collections',
          difficulty: 'intermediate',
          weight: 1,
          prompt: withCode(
            { 'pt-BR': 'O que este código imprime?', en: 'What does this code print?' },
            `const scores = [10, 9, 1];
const sorted = scores.toSorted();

console.log(
  scores.join(), '|', sorted.join(),
);`,
          ),
          explanation: {
            'pt-BR':
              "`toSorted` devolve um array novo e não altera `scores` (quem altera é `sort`). Sem função de comparação, os elementos são comparados como texto, e `'10'` vem antes de `'9'`: daí `1,10,9`. A ordem numérica pede `toSorted((x, y) => x - y)`.",
            en: "`toSorted` returns a new array and leaves `scores` alone (`sort` is the one that changes it). Without a compare function, elements are compared as strings, and `'10'` comes before `'9'`: hence `1,10,9`. Numeric order needs `toSorted((x, y) => x - y)`.",
          },
          content: {
            options: [
              { id: 'a', text: both('`10,9,1 | 1,9,10`') },
              { id: 'b', text: both('`1,9,10 | 1,9,10`') },
              { id: 'c', text: both('`1,10,9 | 1,10,9`') },
              { id: 'd', text: both('`10,9,1 | 1,10,9`') },
            ],
            correct: 'd',
            shuffle: true,
          },
        },
        {
          id: 'js-group-by',
          type: 'single-choice',
          competency: 'js-collections',
          difficulty: 'intermediate',
          weight: 1,
          prompt: withCode(
            {
              'pt-BR':
                'Pedidos de duas fontes chegam com o código do cliente ora como número, ora como texto. O que este código imprime?',
              en: 'Orders from two sources carry the client code sometimes as a number, sometimes as a string. What does this code print?',
            },
            `const orders = [
  { client: 1, total: 10 },
  { client: '1', total: 20 },
  { client: 2, total: 30 },
];
const key = (order) => order.client;

const map = Map.groupBy(orders, key);
const object = Object.groupBy(orders, key);

console.log(
  map.size,
  Object.keys(object).length,
);`,
          ),
          explanation: {
            'pt-BR':
              "`Map.groupBy` usa as chaves como elas são: `1`, `'1'` e `2` formam 3 grupos. `Object.groupBy` usa chaves de propriedade, que são texto: `1` e `'1'` caem no mesmo grupo, e restam 2. `2 2` suporia que `Map` também converte as chaves; `3 3`, que um objeto distingue número de texto.",
            en: "`Map.groupBy` uses the keys as they are: `1`, `'1'` and `2` make 3 groups. `Object.groupBy` uses property keys, which are strings: `1` and `'1'` fall in the same group, leaving 2. `2 2` would mean that a `Map` converts keys as well; `3 3`, that an object tells a number from a string.",
          },
          content: {
            options: [
              { id: 'a', text: both('`2 2`') },
              { id: 'b', text: both('`3 2`') },
              { id: 'c', text: both('`3 3`') },
              { id: 'd', text: both('`2 3`') },
            ],
            correct: 'b',
            shuffle: true,
          },
        },
        {
          id: 'js-private-fields',
          type: 'multiple-choice',
          competency: 'js-objects',
          difficulty: 'intermediate',
          weight: 1,
          prompt: withCode(
            {
              'pt-BR': 'Quais afirmações sobre este código são verdadeiras? Selecione todas.',
              en: 'Which statements about this code are true? Select all of them.',
            },
            `class Account {
  #balance = 0;
  deposit(amount) {
    this.#balance += amount;
    return this;
  }
  get balance() {
    return this.#balance;
  }
}

const account = new Account().deposit(50);`,
          ),
          explanation: {
            'pt-BR':
              "Um campo privado não é uma propriedade: `account['#balance']` procura uma propriedade com esse nome e encontra `undefined`. Ele só existe dentro do corpo da classe que o declara, por isso nem uma subclasse nem o código de fora conseguem sequer mencioná-lo: é erro de sintaxe. (`protected` não existe em JavaScript.) O getter está no protótipo, e `JSON.stringify` só vê propriedades próprias enumeráveis: o resultado é `{}`.",
            en: "A private field is not a property: `account['#balance']` looks for a property with that name and finds `undefined`. It exists only within the body of the class that declares it, so neither a subclass nor outside code can even mention it: that is a syntax error. (JavaScript has no `protected`.) The getter lives on the prototype, and `JSON.stringify` sees only own enumerable properties: the result is `{}`.",
          },
          content: {
            options: [
              {
                id: 'a',
                text: {
                  'pt-BR': 'Uma subclasse de `Account` pode ler `this.#balance` em seus métodos.',
                  en: 'A subclass of `Account` can read `this.#balance` in its own methods.',
                },
              },
              {
                id: 'b',
                text: {
                  'pt-BR': '`JSON.stringify(account)` resulta no texto `{}`.',
                  en: '`JSON.stringify(account)` evaluates to the string `{}`.',
                },
              },
              {
                id: 'c',
                text: {
                  'pt-BR': 'Escrever `account.#balance` fora da classe é um erro de sintaxe.',
                  en: 'Writing `account.#balance` outside the class is a syntax error.',
                },
              },
              {
                id: 'd',
                text: {
                  'pt-BR': "`account['#balance']` resulta em `50`.",
                  en: "`account['#balance']` evaluates to `50`.",
                },
              },
              {
                id: 'e',
                text: {
                  'pt-BR': '`account.balance` resulta em `50`.',
                  en: '`account.balance` evaluates to `50`.',
                },
              },
            ],
            correct: ['b', 'c', 'e'],
            shuffle: true,
          },
        },
        {
          id: 'js-prototype-shadowing',
          type: 'single-choice',
          competency: 'js-objects',
          difficulty: 'advanced',
          weight: 1,
          prompt: withCode(
            { 'pt-BR': 'O que este código imprime?', en: 'What does this code print?' },
            `const defaults = { tags: [], level: 1 };
const a = Object.create(defaults);
const b = Object.create(defaults);

a.tags.push('new');
a.level = 2;

console.log(b.tags.length, b.level);`,
          ),
          explanation: {
            'pt-BR':
              'Ler uma propriedade percorre a cadeia de protótipos; atribuir cria uma propriedade no próprio objeto. `a.tags.push(…)` só *lê* `tags`, encontra o array de `defaults` e o modifica, o que também aparece em `b`. Já `a.level = 2` cria `level` em `a` e não toca no protótipo. `0 1` suporia que cada objeto recebe uma cópia de `defaults`; `1 2`, que a atribuição altera o protótipo.',
            en: 'Reading a property walks the prototype chain; assigning creates a property on the object itself. `a.tags.push(…)` only *reads* `tags`, finds the array in `defaults` and modifies it, which shows in `b` too. But `a.level = 2` creates `level` on `a` and leaves the prototype alone. `0 1` would mean that each object gets a copy of `defaults`; `1 2`, that the assignment changes the prototype.',
          },
          content: {
            options: [
              { id: 'a', text: both('`0 1`') },
              { id: 'b', text: both('`0 2`') },
              { id: 'c', text: both('`1 2`') },
              { id: 'd', text: both('`1 1`') },
            ],
            correct: 'd',
            shuffle: true,
          },
        },
        {
          id: 'js-lazy-iterators',
          type: 'ordering',
          competency: 'js-collections',
          difficulty: 'advanced',
          weight: 1,
          prompt: withCode(
            {
              'pt-BR':
                'Coloque as linhas que este código imprime na ordem em que aparecem, da primeira à última.',
              en: 'Put the lines printed by this code in the order they appear, from first to last.',
            },
            `function* numbers() {
  for (const n of [1, 2, 3]) {
    console.log('yield ' + n);
    yield n;
  }
}

const doubled = numbers()
  .map((n) => {
    console.log('map ' + n);
    return n * 2;
  })
  .take(2);

console.log('ready');
const list = doubled.toArray();`,
          ),
          explanation: {
            'pt-BR':
              'Geradores e os métodos de iteradores (`map`, `take`) são preguiçosos: nada executa até alguém pedir valores, então `ready` vem primeiro. `toArray` pede um valor de cada vez, e cada um atravessa a cadeia inteira antes do próximo: `yield 1`, `map 1`, `yield 2`, `map 2`. Com `take(2)`, o terceiro nunca é pedido. Em um array, `map` percorreria tudo de imediato.',
            en: 'Generators and iterator helpers (`map`, `take`) are lazy: nothing runs until someone asks for values, so `ready` comes first. `toArray` asks for one value at a time, and each goes through the whole chain before the next: `yield 1`, `map 1`, `yield 2`, `map 2`. With `take(2)`, the third is never requested. On an array, `map` would go through everything at once.',
          },
          content: {
            items: [
              { id: 'ready', text: both('`ready`') },
              { id: 'yield-1', text: both('`yield 1`') },
              { id: 'map-1', text: both('`map 1`') },
              { id: 'yield-2', text: both('`yield 2`') },
              { id: 'map-2', text: both('`map 2`') },
            ],
          },
        },
      ],
    },
    {
      id: 'async-robustness',
      title: {
        'pt-BR': 'Assincronismo, erros, módulos e datas',
        en: 'Asynchrony, errors, modules and dates',
      },
      weight: 35,
      questions: [
        {
          id: 'js-error-cause',
          type: 'single-choice',
          competency: 'js-robustness',
          difficulty: 'basic',
          weight: 1,
          prompt: withCode(
            { 'pt-BR': 'O que este código imprime?', en: 'What does this code print?' },
            `function readPort(text) {
  try {
    return JSON.parse(text).port;
  } catch (cause) {
    throw new Error('bad config', { cause });
  }
}

try {
  readPort('{');
} catch (error) {
  console.log(error.name, error.cause?.name);
}`,
          ),
          explanation: {
            'pt-BR':
              '`JSON.parse` lança um `SyntaxError`, que `readPort` embrulha em um novo `Error`. A opção `cause` guarda o erro original em `error.cause`, sem copiar nada dele: o erro de fora continua se chamando `Error`, e a causa, `SyntaxError`. Assim se acrescenta contexto sem perder a origem da falha.',
            en: '`JSON.parse` throws a `SyntaxError`, which `readPort` wraps in a new `Error`. The `cause` option stores the original error in `error.cause` and copies nothing from it: the outer error is still named `Error`, and its cause `SyntaxError`. That adds context without losing where the failure came from.',
          },
          content: {
            options: [
              { id: 'a', text: both('`Error SyntaxError`') },
              { id: 'b', text: both('`SyntaxError SyntaxError`') },
              { id: 'c', text: both('`SyntaxError Error`') },
              { id: 'd', text: both('`Error undefined`') },
            ],
            correct: 'a',
            shuffle: true,
          },
        },
        {
          id: 'js-eager-promises',
          type: 'numeric',
          competency: 'js-async',
          difficulty: 'intermediate',
          weight: 1,
          prompt: withCode(
            {
              'pt-BR':
                'Contando só as esperas, depois de quantos milissegundos, aproximadamente, este código imprime `done`?',
              en: 'Counting only the waits, after about how many milliseconds does this code print `done`?',
            },
            `const wait = (ms) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

const slow = wait(300);
await wait(100);
await Promise.all([slow, wait(100)]);
console.log('done');`,
          ),
          explanation: {
            'pt-BR':
              'Uma promise começa a trabalhar quando é criada, não quando recebe `await`. O temporizador de `slow` parte no instante 0 e termina aos 300 ms; o primeiro `await` acaba aos 100 ms; a segunda espera de 100 ms vai até os 200 ms. `Promise.all` espera a mais demorada: cerca de 300 ms. Somar tudo (500) supõe esperas em sequência; 400 supõe que `slow` só começa no `Promise.all`.',
            en: 'A promise starts working when it is created, not when it is awaited. The timer of `slow` starts at 0 and ends at 300 ms; the first `await` ends at 100 ms; the second wait of 100 ms lasts until 200 ms. `Promise.all` waits for the slowest: about 300 ms. Adding everything up (500) assumes sequential waits; 400 assumes that `slow` only starts at `Promise.all`.',
          },
          content: { value: 300, tolerance: 10, unit: both('ms') },
        },
        {
          id: 'js-return-await',
          type: 'true-false',
          competency: 'js-async',
          difficulty: 'intermediate',
          weight: 1,
          prompt: withCode(
            {
              'pt-BR': 'Verdadeiro ou falso: este código imprime `fallback`.',
              en: 'True or false: this code prints `fallback`.',
            },
            `async function fetchUser() {
  throw new Error('offline');
}

async function loadUser() {
  try {
    return fetchUser();
  } catch {
    return 'fallback';
  }
}

loadUser().then(
  (value) => console.log(value),
  (error) => console.log(error.message),
);`,
          ),
          explanation: {
            'pt-BR':
              'Falso: imprime `offline`. Chamar `fetchUser` não lança nada, apenas devolve uma promise que será rejeitada. Sem `await`, o `return` sai do `try` antes da rejeição, e ela passa direto para quem chamou `loadUser`. Para que o `catch` atue é preciso `return await fetchUser()`.',
            en: 'False: it prints `offline`. Calling `fetchUser` throws nothing, it only returns a promise that will reject. Without `await`, the `return` leaves the `try` before the rejection, which goes straight to the caller of `loadUser`. For the `catch` to act, it takes `return await fetchUser()`.',
          },
          content: { correct: false },
        },
        {
          id: 'js-date-only-string',
          type: 'numeric',
          competency: 'js-robustness',
          difficulty: 'intermediate',
          weight: 1,
          prompt: withCode(
            {
              'pt-BR':
                'Este código executa em um computador no fuso horário de São Paulo (UTC−3). Que número ele imprime?',
              en: 'This code runs on a computer in the São Paulo time zone (UTC−3). Which number does it print?',
            },
            `const due = new Date('2026-03-15');

console.log(due.getDate());`,
          ),
          explanation: {
            'pt-BR':
              'Um texto só com a data, sem hora, é interpretado como meia-noite em UTC. Em São Paulo, esse instante ainda é 14 de março, às 21h, e `getDate` devolve o dia no fuso local: `14`. É a origem do clássico "dia anterior" em formulários. Com `getUTCDate`, o resultado seria 15; com `new Date(\'2026-03-15T00:00\')`, a data seria interpretada no fuso local.',
            en: 'A string with only a date and no time is read as midnight in UTC. In São Paulo that instant is still 14 March, 9 p.m., and `getDate` returns the day in the local time zone: `14`. This is the source of the classic "one day earlier" in forms. With `getUTCDate` the result would be 15; with `new Date(\'2026-03-15T00:00\')` the date would be read in the local time zone.',
          },
          content: { value: 14, tolerance: 0 },
        },
        {
          id: 'js-module-live-binding',
          type: 'true-false',
          competency: 'js-robustness',
          difficulty: 'advanced',
          weight: 1,
          prompt: withCode(
            {
              'pt-BR': 'Verdadeiro ou falso: ao executar `main.js`, este código imprime `1`.',
              en: 'True or false: when `main.js` is run, this code prints `1`.',
            },
            `// counter.js
export let count = 0;
export function add() {
  count += 1;
}`,
            `// main.js
import { count, add } from './counter.js';

add();
console.log(count);`,
          ),
          explanation: {
            'pt-BR':
              'Verdadeiro. Um `import` de ES modules não copia o valor: é uma ligação viva (*live binding*) com a variável do módulo que a exporta, e `main.js` vê o `count` já alterado. Responder que continua `0` é pensar como em `const { count } = require(…)` do CommonJS, que copia o valor. A ligação é só de leitura: `count += 1` em `main.js` lançaria `TypeError`.',
            en: 'True. An `import` of ES modules does not copy the value: it is a live binding to the variable of the exporting module, and `main.js` sees the updated `count`. Answering that it stays `0` is thinking of `const { count } = require(…)` in CommonJS, which copies the value. The binding is read-only: `count += 1` in `main.js` would throw a `TypeError`.',
          },
          content: { correct: true },
        },
        {
          id: 'js-microtask-order',
          type: 'ordering',
          competency: 'js-async',
          difficulty: 'advanced',
          weight: 1,
          prompt: withCode(
            {
              'pt-BR':
                'Coloque as linhas que este código imprime na ordem em que aparecem, da primeira à última.',
              en: 'Put the lines printed by this code in the order they appear, from first to last.',
            },
            `async function task() {
  console.log('A');
  await null;
  console.log('B');
}

setTimeout(() => console.log('C'), 0);
queueMicrotask(() => console.log('D'));
task();
console.log('E');`,
          ),
          explanation: {
            'pt-BR':
              'Uma função `async` executa de forma síncrona até o primeiro `await`: `A` sai antes de `E`. Terminado o código síncrono, a fila de microtarefas é esvaziada na ordem de chegada: `D`, agendada antes da chamada de `task`, e depois `B`, a continuação após o `await`. Só então o temporizador executa: `C`, mesmo com atraso `0` e agendado primeiro.',
            en: 'An `async` function runs synchronously up to its first `await`: `A` comes before `E`. Once the synchronous code ends, the microtask queue is drained in order of arrival: `D`, queued before `task` was called, and then `B`, the continuation after the `await`. Only then does the timer run: `C`, even with a delay of `0` and scheduled first.',
          },
          content: {
            items: [
              { id: 'a', text: both('`A`') },
              { id: 'e', text: both('`E`') },
              { id: 'd', text: both('`D`') },
              { id: 'b', text: both('`B`') },
              { id: 'c', text: both('`C`') },
            ],
          },
        },
        {
          id: 'js-async-loop',
          type: 'single-choice',
          competency: 'js-async',
          difficulty: 'advanced',
          weight: 1,
          prompt: withCode(
            {
              'pt-BR':
                'Este código deveria imprimir `60`, mas imprime `0`. Por qual alternativa se deve trocar a chamada de `ids.forEach` para que imprima `60`?',
              en: 'This code should print `60`, but prints `0`. Which option should replace the call of `ids.forEach` so that it prints `60`?',
            },
            `const price = (id) =>
  new Promise((resolve) => {
    setTimeout(() => resolve(id * 10), 10);
  });

async function total(ids) {
  let sum = 0;
  ids.forEach(async (id) => {
    sum += await price(id);
  });
  return sum;
}

console.log(await total([1, 2, 3]));`,
          ),
          explanation: {
            'pt-BR':
              '`for…of` dentro da função `async` espera cada `await` antes de seguir. `forEach` ignora as promises devolvidas pelo callback e retorna `undefined`, e por isso `await ids.forEach(…)` não espera os preços. Trocar por `map` sem esperar o resultado tem o mesmo defeito: `0`. A alternativa tentadora é `Promise.all`: ela espera, mas `sum += await …` lê `sum` *antes* da espera; as três leituras veem `0`, cada atribuição sobrescreve a anterior e o resultado é `30`. O correto em paralelo seria somar depois: `const prices = await Promise.all(ids.map(price))`.',
            en: '`for…of` inside the `async` function waits for each `await` before going on. `forEach` ignores the promises returned by its callback and returns `undefined`, so `await ids.forEach(…)` does not wait for the prices. Switching to `map` without awaiting its result has the same defect: `0`. The tempting option is `Promise.all`: it does wait, but `sum += await …` reads `sum` *before* waiting; all three reads see `0`, each assignment overwrites the previous one and the result is `30`. The right way in parallel is to add up afterwards: `const prices = await Promise.all(ids.map(price))`.',
          },
          content: {
            options: [
              {
                id: 'a',
                text: both('`await ids.forEach(async (id) => { sum += await price(id); });`'),
              },
              {
                id: 'b',
                text: both('`ids.map(async (id) => { sum += await price(id); });`'),
              },
              {
                id: 'c',
                text: both('`for (const id of ids) { sum += await price(id); }`'),
              },
              {
                id: 'd',
                text: both(
                  '`await Promise.all(ids.map(async (id) => { sum += await price(id); }));`',
                ),
              },
            ],
            correct: 'c',
            shuffle: true,
          },
        },
      ],
    },
  ],
};

/** The same words in both languages: code, numbers, symbols. */
function both(text: string): LocalizedText {
  return { 'pt-BR': text, en: text };
}

function printing(output: string): LocalizedText {
  return { 'pt-BR': `Imprime \`${output}\``, en: `It prints \`${output}\`` };
}

function throwing(error: string): LocalizedText {
  return { 'pt-BR': `Lança \`${error}\``, en: `It throws a \`${error}\`` };
}

/** A prompt followed by the same code blocks in each language. */
function withCode(question: Record<'pt-BR' | 'en', string>, ...blocks: string[]): LocalizedText {
  const code = blocks.map((block) => `\n\n\`\`\`js\n${block}\n\`\`\``).join('');
  return { 'pt-BR': question['pt-BR'] + code, en: question.en + code };
}
