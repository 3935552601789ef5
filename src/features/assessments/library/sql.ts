import type { LocalizedText } from '../../../i18n/languages.ts';
import type { VersionContent } from '../../questions/content.ts';

// Every key is proved by running what the candidate reads: test/unit/library-sql.test.ts rebuilds
// the tables from the prompt's Markdown, runs the prompt's SQL on SQLite, in both languages, and
// compares with the key. So tables carry their name in bold code, and a gap is a `/* comment */`.

/** Parts of a prompt, one blank line apart. */
const parts = (...blocks: string[]) => blocks.join('\n\n');

/** A fenced SQL block. Lines of at most 45 columns, so that phones need no sideways scroll. */
const query = (...lines: string[]) => ['```sql', ...lines, '```'].join('\n');

/** A small table under its name: `table('clientes', 'id | nome', '1 | Ana')`. */
const table = (name: string, header: string, ...rows: string[]) =>
  parts(`**\`${name}\`**`, grid(header, ...rows));

/** The rows that a right answer returns. */
const expected = (title: string, header: string, ...rows: string[]) =>
  parts(`**${title}**`, grid(header, ...rows));

const grid = (header: string, ...rows: string[]) =>
  [header, header.replaceAll(/[^|]+/g, ' --- '), ...rows].map((row) => `| ${row} |`).join('\n');

const option = (id: string, pt: string, en: string = pt): { id: string; text: LocalizedText } => ({
  id,
  text: { 'pt-BR': pt, en },
});

export const sql: VersionContent = {
  format: 1,
  language: 'pt-BR',
  name: { 'pt-BR': 'SQL para análise de dados', en: 'SQL for data analysis' },
  description: {
    'pt-BR':
      'Leitura e escrita de consultas do dia a dia da análise: agregação, junções, NULL, funções de janela, CTEs, datas, duplicatas e planos de execução. Cada questão mostra os dados, e cada resposta foi conferida executando o SQL.',
    en: 'Reading and writing the queries of everyday analysis: aggregation, joins, NULL, window functions, CTEs, dates, duplicates and query plans. Every question shows its data, and every answer was checked by running the SQL.',
  },
  instructions: {
    'pt-BR': `São 15 questões, em 30 minutos. Cada uma mostra as tabelas de que precisa.

- Os comandos seguem o SQL padrão e foram executados no **SQLite**; quando algo é próprio dele, o enunciado avisa.
- As linhas das tabelas não têm ordem garantida, a não ser que a consulta peça uma.
- Onde se pede para marcar **todas** as alternativas certas, cada escolha errada desconta uma certa.
- O que se mede é a leitura do SQL: responda sem executar as consultas.`,
    en: `There are 15 questions, in 30 minutes. Each one shows the tables it needs.

- Statements follow standard SQL and were run on **SQLite**; the question says so when something is specific to it.
- Rows have no guaranteed order unless the query asks for one.
- Where you are asked to choose **all** the right options, each wrong choice takes back a right one.
- What is measured is how you read SQL: answer without running the queries.`,
  },
  durationMinutes: 30,
  category: 'Dados',
  level: 'intermediate',
  competencies: [
    {
      id: 'sql-querying',
      name: { 'pt-BR': 'Consulta e agregação', en: 'Querying and aggregation' },
      description: {
        'pt-BR': 'Filtrar, agrupar, resumir, classificar e ordenar, com NULL no caminho.',
        en: 'Filtering, grouping, summarising, classifying and sorting, with NULL in the way.',
      },
      tier: 'major',
    },
    {
      id: 'sql-joins',
      name: { 'pt-BR': 'Junções e subconsultas', en: 'Joins and subqueries' },
      description: {
        'pt-BR': 'Combinar tabelas sem perder nem multiplicar linhas.',
        en: 'Combining tables without losing or multiplying rows.',
      },
      tier: 'major',
    },
    {
      id: 'sql-windows',
      name: { 'pt-BR': 'Funções de janela e CTEs', en: 'Window functions and CTEs' },
      description: {
        'pt-BR': 'Posições, acumulados, comparação com a linha anterior e hierarquias.',
        en: 'Ranks, running totals, comparison with the previous row and hierarchies.',
      },
      tier: 'major',
    },
    {
      id: 'sql-quality',
      name: { 'pt-BR': 'Qualidade e desempenho', en: 'Quality and performance' },
      description: {
        'pt-BR': 'Duplicatas, períodos exatos e leitura do plano de execução.',
        en: 'Duplicates, exact periods and reading the query plan.',
      },
      tier: 'major',
    },
  ],
  sections: [
    {
      id: 'sql',
      title: { 'pt-BR': 'SQL', en: 'SQL' },
      weight: 1,
      questions: [
        {
          id: 'sql-null-comparison',
          type: 'numeric',
          competency: 'sql-querying',
          difficulty: 'basic',
          weight: 1,
          prompt: {
            'pt-BR': parts(
              table(
                'vendas',
                'id | cupom',
                '1 | A10',
                '2 | NULL',
                '3 | B20',
                '4 | NULL',
                '5 | A10',
              ),
              query('SELECT COUNT(*)', 'FROM vendas', "WHERE cupom <> 'A10';"),
              'Que número a consulta devolve?',
            ),
            en: parts(
              table(
                'sales',
                'id | coupon',
                '1 | A10',
                '2 | NULL',
                '3 | B20',
                '4 | NULL',
                '5 | A10',
              ),
              query('SELECT COUNT(*)', 'FROM sales', "WHERE coupon <> 'A10';"),
              'Which number does the query return?',
            ),
          },
          explanation: {
            'pt-BR':
              "Comparar qualquer coisa com `NULL` dá desconhecido, e `WHERE` só mantém o que é verdadeiro: as vendas 2 e 4 ficam de fora e resta a venda 3. Para incluí-las: `cupom <> 'A10' OR cupom IS NULL`.",
            en: "Comparing anything with `NULL` gives unknown, and `WHERE` keeps only what is true: sales 2 and 4 drop out and only sale 3 is left. To include them: `coupon <> 'A10' OR coupon IS NULL`.",
          },
          content: { value: 1, tolerance: 0 },
        },
        {
          id: 'sql-clause-order',
          type: 'ordering',
          competency: 'sql-querying',
          difficulty: 'basic',
          weight: 1,
          prompt: {
            'pt-BR': parts(
              'Ponha as linhas em ordem para montar a consulta que devolve as cidades com **dois ou mais pedidos pagos**, da que tem mais para a que tem menos.',
              table(
                'pedidos',
                'id | cidade | status',
                '1 | Recife | pago',
                '2 | Recife | pago',
                '3 | Natal | pago',
                '4 | Natal | cancelado',
                '5 | Recife | pago',
                '6 | Olinda | pago',
                '7 | Olinda | pago',
              ),
              expected('Resultado esperado', 'cidade | n', 'Recife | 3', 'Olinda | 2'),
            ),
            en: parts(
              'Put the lines in order to build the query that returns the cities with **two or more paid orders**, from most to fewest.',
              table(
                'orders',
                'id | city | status',
                '1 | Recife | paid',
                '2 | Recife | paid',
                '3 | Natal | paid',
                '4 | Natal | cancelled',
                '5 | Recife | paid',
                '6 | Olinda | paid',
                '7 | Olinda | paid',
              ),
              expected('Expected result', 'city | n', 'Recife | 3', 'Olinda | 2'),
            ),
          },
          explanation: {
            'pt-BR':
              '`WHERE` filtra linhas antes do agrupamento (só os pagos); `HAVING` filtra grupos depois dele (dois ou mais); `ORDER BY` vem por último e já enxerga o apelido `n`. Nenhuma outra ordem das linhas é aceita pelo banco.',
            en: '`WHERE` filters rows before grouping (only paid ones); `HAVING` filters groups after it (two or more); `ORDER BY` comes last and already sees the alias `n`. The database accepts no other order of these lines.',
          },
          content: {
            items: [
              option('select', '`SELECT cidade, COUNT(*) AS n`', '`SELECT city, COUNT(*) AS n`'),
              option('from', '`FROM pedidos`', '`FROM orders`'),
              option('where', "`WHERE status = 'pago'`", "`WHERE status = 'paid'`"),
              option('group-by', '`GROUP BY cidade`', '`GROUP BY city`'),
              option('having', '`HAVING COUNT(*) >= 2`'),
              option('order-by', '`ORDER BY n DESC`'),
            ],
          },
        },
        {
          id: 'sql-union-duplicates',
          type: 'true-false',
          competency: 'sql-joins',
          difficulty: 'basic',
          weight: 1,
          prompt: {
            'pt-BR': parts(
              table('loja', 'cliente', 'Ana', 'Ana', 'Bia'),
              table('site', 'cliente', 'Bia', 'Caio'),
              query('SELECT cliente FROM loja', 'UNION', 'SELECT cliente FROM site;'),
              'Verdadeiro ou falso: a consulta devolve **4 linhas**, porque `UNION` só elimina o que se repete de uma tabela para a outra, e Ana se repete dentro de `loja`.',
            ),
            en: parts(
              table('store', 'customer', 'Ana', 'Ana', 'Bia'),
              table('site', 'customer', 'Bia', 'Caio'),
              query('SELECT customer FROM store', 'UNION', 'SELECT customer FROM site;'),
              'True or false: the query returns **4 rows**, because `UNION` only removes what repeats from one table to the other, and Ana repeats inside `store`.',
            ),
          },
          explanation: {
            'pt-BR':
              'Falso: são 3 linhas. `UNION` elimina as repetições do resultado inteiro, venham de onde vierem. `UNION ALL` manteria as 5 linhas e é mais barato, pois não precisa comparar nada.',
            en: 'False: there are 3 rows. `UNION` removes duplicates from the whole result, wherever they come from. `UNION ALL` would keep all 5 rows, and costs less as it compares nothing.',
          },
          content: { correct: false },
        },
        {
          id: 'sql-filter-average',
          type: 'numeric',
          competency: 'sql-querying',
          difficulty: 'intermediate',
          weight: 1,
          prompt: {
            'pt-BR': parts(
              table(
                'avaliacoes',
                'id | canal | nota',
                '1 | app | 10',
                '2 | app | NULL',
                '3 | loja | 3',
                '4 | app | 8',
                '5 | loja | NULL',
              ),
              query('SELECT AVG(nota)', "  FILTER (WHERE canal = 'app')", 'FROM avaliacoes;'),
              'Que número a consulta devolve?',
            ),
            en: parts(
              table(
                'reviews',
                'id | channel | rating',
                '1 | app | 10',
                '2 | app | NULL',
                '3 | store | 3',
                '4 | app | 8',
                '5 | store | NULL',
              ),
              query('SELECT AVG(rating)', "  FILTER (WHERE channel = 'app')", 'FROM reviews;'),
              'Which number does the query return?',
            ),
          },
          explanation: {
            'pt-BR':
              '`FILTER` deixa só as linhas do app (10, NULL, 8), e `AVG` ignora `NULL` na soma e na contagem: (10 + 8) / 2 = 9. Se a falta de nota valesse zero, seria preciso dizer `AVG(COALESCE(nota, 0))`, que daria 6.',
            en: '`FILTER` keeps only the app rows (10, NULL, 8), and `AVG` ignores `NULL` in both sum and count: (10 + 8) / 2 = 9. If a missing rating meant zero, one would have to say `AVG(COALESCE(rating, 0))`, which gives 6.',
          },
          content: { value: 9, tolerance: 0 },
        },
        {
          id: 'sql-left-join-on',
          type: 'single-choice',
          competency: 'sql-joins',
          difficulty: 'intermediate',
          weight: 1,
          prompt: {
            'pt-BR': parts(
              table('clientes', 'id | nome', '1 | Ana', '2 | Bia', '3 | Caio'),
              table(
                'pedidos',
                'id | cliente_id | status',
                '10 | 1 | pago',
                '11 | 1 | pago',
                '12 | 2 | cancelado',
              ),
              query(
                'SELECT c.nome, COUNT(p.id)',
                'FROM clientes c',
                'LEFT JOIN pedidos p',
                '  ON p.cliente_id = c.id',
                " AND p.status = 'pago'",
                'GROUP BY c.id, c.nome',
                'ORDER BY c.nome;',
              ),
              'Que linhas a consulta devolve?',
            ),
            en: parts(
              table('customers', 'id | name', '1 | Ana', '2 | Bia', '3 | Caio'),
              table(
                'orders',
                'id | customer_id | status',
                '10 | 1 | paid',
                '11 | 1 | paid',
                '12 | 2 | cancelled',
              ),
              query(
                'SELECT c.name, COUNT(o.id)',
                'FROM customers c',
                'LEFT JOIN orders o',
                '  ON o.customer_id = c.id',
                " AND o.status = 'paid'",
                'GROUP BY c.id, c.name',
                'ORDER BY c.name;',
              ),
              'Which rows does the query return?',
            ),
          },
          explanation: {
            'pt-BR':
              'A condição está no `ON`: ela decide quais pedidos se juntam, mas o `LEFT JOIN` mantém todos os clientes. `COUNT(p.id)` não conta o `NULL` de quem ficou sem pedido, por isso 0 (com `COUNT(*)` seria 1). No `WHERE`, a mesma condição deixaria só Ana.',
            en: 'The condition is in the `ON`: it decides which orders join, but the `LEFT JOIN` keeps every customer. `COUNT(o.id)` does not count the `NULL` of those left without orders, hence 0 (with `COUNT(*)` it would be 1). In the `WHERE`, the same condition would leave only Ana.',
          },
          content: {
            options: [
              option('a', '`Ana, 2`'),
              option('b', '`Ana, 2` · `Bia, 0`'),
              option('c', '`Ana, 2` · `Bia, 0` · `Caio, 0`'),
              option('d', '`Ana, 2` · `Bia, 1` · `Caio, 1`'),
            ],
            correct: 'c',
            shuffle: true,
          },
        },
        {
          id: 'sql-join-fan-out',
          type: 'numeric',
          competency: 'sql-joins',
          difficulty: 'intermediate',
          weight: 1,
          prompt: {
            'pt-BR': parts(
              'O frete é cobrado uma vez por pedido.',
              table('pedidos', 'id | frete', '1 | 10', '2 | 20'),
              table(
                'itens',
                'pedido_id | produto',
                '1 | caneta',
                '1 | caderno',
                '1 | mochila',
                '2 | livro',
              ),
              query('SELECT SUM(p.frete)', 'FROM pedidos p', 'JOIN itens i ON i.pedido_id = p.id;'),
              'Que número esta consulta devolve?',
            ),
            en: parts(
              'Shipping is charged once per order.',
              table('orders', 'id | shipping', '1 | 10', '2 | 20'),
              table(
                'items',
                'order_id | product',
                '1 | pen',
                '1 | notebook',
                '1 | bag',
                '2 | book',
              ),
              query(
                'SELECT SUM(o.shipping)',
                'FROM orders o',
                'JOIN items i ON i.order_id = o.id;',
              ),
              'Which number does this query return?',
            ),
          },
          explanation: {
            'pt-BR':
              'A junção repete o pedido 1 uma vez por item, e o frete dele é somado três vezes: 10 × 3 + 20 = 50, e não 30. Some o frete antes de juntar, ou agregue os itens por pedido numa subconsulta. `SUM(DISTINCT p.frete)` não conserta: dois pedidos com o mesmo frete contariam como um.',
            en: 'The join repeats order 1 once per item, so its shipping is added three times: 10 × 3 + 20 = 50, not 30. Sum the shipping before joining, or aggregate items per order in a subquery. `SUM(DISTINCT o.shipping)` is no cure: two orders with the same shipping would count as one.',
          },
          content: { value: 50, tolerance: 0 },
        },
        {
          id: 'sql-rank-ties',
          type: 'single-choice',
          competency: 'sql-windows',
          difficulty: 'intermediate',
          weight: 1,
          prompt: {
            'pt-BR': parts(
              table('metas', 'vendedor | total', 'Ana | 90', 'Bia | 80', 'Caio | 80', 'Davi | 70'),
              query(
                'SELECT vendedor,',
                '       RANK() OVER w AS r,',
                '       DENSE_RANK() OVER w AS d',
                'FROM metas',
                'WINDOW w AS (ORDER BY total DESC);',
              ),
              'Que valores a linha de **Davi** traz em `r` e `d`?',
            ),
            en: parts(
              table('targets', 'seller | total', 'Ana | 90', 'Bia | 80', 'Caio | 80', 'Davi | 70'),
              query(
                'SELECT seller,',
                '       RANK() OVER w AS r,',
                '       DENSE_RANK() OVER w AS d',
                'FROM targets',
                'WINDOW w AS (ORDER BY total DESC);',
              ),
              'Which values does the row of **Davi** show in `r` and `d`?',
            ),
          },
          explanation: {
            'pt-BR':
              'Bia e Caio empatam em 2º. `RANK` pula as posições ocupadas pelo empate, e Davi é o 4º; `DENSE_RANK` não pula, e ele fica com 3. `ROW_NUMBER` daria 4, mas desempataria Bia e Caio ao acaso.',
            en: 'Bia and Caio tie for 2nd. `RANK` skips the places taken by the tie, so Davi is 4th; `DENSE_RANK` does not skip, so he gets 3. `ROW_NUMBER` would give 4, but would break the tie between Bia and Caio arbitrarily.',
          },
          content: {
            options: [
              option('a', '`r = 3, d = 3`'),
              option('b', '`r = 3, d = 4`'),
              option('c', '`r = 4, d = 3`'),
              option('d', '`r = 4, d = 4`'),
            ],
            correct: 'c',
            shuffle: true,
          },
        },
        {
          id: 'sql-case-order',
          type: 'ordering',
          competency: 'sql-querying',
          difficulty: 'intermediate',
          weight: 1,
          prompt: {
            'pt-BR': parts(
              table(
                'chamados',
                'id | prioridade | espera',
                '101 | baixa | 90',
                '102 | alta | 10',
                '103 | media | 45',
                '104 | alta | 30',
                '105 | NULL | 120',
              ),
              query(
                'SELECT id',
                'FROM chamados',
                'ORDER BY',
                '  CASE prioridade',
                "    WHEN 'alta' THEN 1",
                "    WHEN 'media' THEN 2",
                '    ELSE 3',
                '  END,',
                '  espera DESC;',
              ),
              'Ponha os chamados na ordem em que a consulta os devolve, do primeiro ao último.',
            ),
            en: parts(
              table(
                'tickets',
                'id | priority | waiting',
                '101 | low | 90',
                '102 | high | 10',
                '103 | medium | 45',
                '104 | high | 30',
                '105 | NULL | 120',
              ),
              query(
                'SELECT id',
                'FROM tickets',
                'ORDER BY',
                '  CASE priority',
                "    WHEN 'high' THEN 1",
                "    WHEN 'medium' THEN 2",
                '    ELSE 3',
                '  END,',
                '  waiting DESC;',
              ),
              'Put the tickets in the order in which the query returns them, first to last.',
            ),
          },
          explanation: {
            'pt-BR':
              'O `CASE` vale 1 para 102 e 104, 2 para 103 e 3 para o resto: `NULL` não é igual a nada, então o chamado 105 também cai no `ELSE`. Dentro de cada grupo, quem espera há mais tempo vem primeiro.',
            en: 'The `CASE` is 1 for 102 and 104, 2 for 103 and 3 for the rest: `NULL` equals nothing, so ticket 105 also falls to `ELSE`. Within each group, the longest wait comes first.',
          },
          content: {
            items: [
              option('104', '`104`'),
              option('102', '`102`'),
              option('103', '`103`'),
              option('105', '`105`'),
              option('101', '`101`'),
            ],
          },
        },
        {
          id: 'sql-duplicate-emails',
          type: 'single-choice',
          competency: 'sql-quality',
          difficulty: 'intermediate',
          weight: 1,
          prompt: {
            'pt-BR': parts(
              'O cadastro deveria ter **um registro por e-mail**, sem diferenciar maiúsculas de minúsculas. Registros sem e-mail não entram na conta. Qual expressão, no lugar do comentário, mede quantos registros sobram?',
              table(
                'clientes',
                'id | email',
                '1 | ana@acme.example',
                '2 | ANA@acme.example',
                '3 | bia@acme.example',
                '4 | NULL',
                '5 | bia@acme.example',
                '6 | NULL',
              ),
              query('SELECT /* expressão */ AS sobram', 'FROM clientes;'),
              expected('Resultado esperado', 'sobram', '2'),
            ),
            en: parts(
              'The register should have **one record per e-mail**, whatever the letter case. Records without an e-mail do not count. Which expression, in place of the comment, measures how many records are left over?',
              table(
                'customers',
                'id | email',
                '1 | ana@acme.example',
                '2 | ANA@acme.example',
                '3 | bia@acme.example',
                '4 | NULL',
                '5 | bia@acme.example',
                '6 | NULL',
              ),
              query('SELECT /* expression */ AS surplus', 'FROM customers;'),
              expected('Expected result', 'surplus', '2'),
            ),
          },
          explanation: {
            'pt-BR':
              '`COUNT(email)` conta os 4 e-mails preenchidos; `COUNT(DISTINCT LOWER(email))`, os 2 diferentes depois de igualar as maiúsculas. `COUNT(*)` incluiria os dois registros sem e-mail, e sem `LOWER` o par `ana`/`ANA` passaria por dois e-mails.',
            en: '`COUNT(email)` counts the 4 filled e-mails; `COUNT(DISTINCT LOWER(email))`, the 2 different ones once the case is levelled. `COUNT(*)` would include the two records without an e-mail, and without `LOWER` the pair `ana`/`ANA` would pass for two e-mails.',
          },
          content: {
            options: [
              option('a', '`COUNT(*) - COUNT(DISTINCT email)`'),
              option('b', '`COUNT(*) - COUNT(DISTINCT LOWER(email))`'),
              option('c', '`COUNT(email) - COUNT(DISTINCT email)`'),
              option('d', '`COUNT(email) - COUNT(DISTINCT LOWER(email))`'),
            ],
            correct: 'd',
            shuffle: true,
          },
        },
        {
          id: 'sql-month-range',
          type: 'multiple-choice',
          competency: 'sql-quality',
          difficulty: 'intermediate',
          weight: 1,
          prompt: {
            'pt-BR': parts(
              'Queremos os pedidos de **janeiro de 2025**. No SQLite, `criado_em` é texto no formato `AAAA-MM-DD HH:MM`. Marque **todas** as condições que, no lugar do comentário, dão o resultado esperado.',
              table(
                'pedidos',
                'id | criado_em',
                '1 | 2024-01-15 10:00',
                '2 | 2024-12-31 23:59',
                '3 | 2025-01-01 00:00',
                '4 | 2025-01-31 18:30',
                '5 | 2025-02-01 00:00',
              ),
              query('SELECT id', 'FROM pedidos', 'WHERE /* condição */', 'ORDER BY id;'),
              expected('Resultado esperado', 'id', '3', '4'),
            ),
            en: parts(
              'We want the orders of **January 2025**. On SQLite, `created_at` is text in the format `YYYY-MM-DD HH:MM`. Choose **all** the conditions that, in place of the comment, give the expected result.',
              table(
                'orders',
                'id | created_at',
                '1 | 2024-01-15 10:00',
                '2 | 2024-12-31 23:59',
                '3 | 2025-01-01 00:00',
                '4 | 2025-01-31 18:30',
                '5 | 2025-02-01 00:00',
              ),
              query('SELECT id', 'FROM orders', 'WHERE /* condition */', 'ORDER BY id;'),
              expected('Expected result', 'id', '3', '4'),
            ),
          },
          explanation: {
            'pt-BR':
              "`BETWEEN … AND '2025-01-31'` termina no começo do dia 31 e perde o pedido 4. Só o mês (`'%m'`) traz também janeiro de 2024. Das três certas, o intervalo meio aberto (`>=` e `<`) é a preferível: funciona com qualquer precisão de hora e pode usar um índice em `criado_em`, porque não aplica função à coluna.",
            en: "`BETWEEN … AND '2025-01-31'` ends where the 31st begins and loses order 4. The month alone (`'%m'`) also brings January 2024. Of the three right ones, the half-open range (`>=` and `<`) is the one to prefer: it works with any precision of time and can use an index on `created_at`, as no function is applied to the column.",
          },
          content: {
            options: [
              option(
                'a',
                "`criado_em BETWEEN '2025-01-01' AND '2025-01-31'`",
                "`created_at BETWEEN '2025-01-01' AND '2025-01-31'`",
              ),
              option(
                'b',
                "`criado_em >= '2025-01-01' AND criado_em < '2025-02-01'`",
                "`created_at >= '2025-01-01' AND created_at < '2025-02-01'`",
              ),
              option(
                'c',
                "`strftime('%m', criado_em) = '01'`",
                "`strftime('%m', created_at) = '01'`",
              ),
              option(
                'd',
                "`date(criado_em) BETWEEN '2025-01-01' AND '2025-01-31'`",
                "`date(created_at) BETWEEN '2025-01-01' AND '2025-01-31'`",
              ),
              option(
                'e',
                "`strftime('%Y-%m', criado_em) = '2025-01'`",
                "`strftime('%Y-%m', created_at) = '2025-01'`",
              ),
            ],
            correct: ['b', 'd', 'e'],
            shuffle: true,
          },
        },
        {
          id: 'sql-lag-cte',
          type: 'single-choice',
          competency: 'sql-windows',
          difficulty: 'intermediate',
          weight: 1,
          prompt: {
            'pt-BR': parts(
              table(
                'faturamento',
                'loja | mes | valor',
                'Centro | 1 | 100',
                'Centro | 2 | 120',
                'Centro | 3 | 90',
                'Praia | 1 | 80',
                'Praia | 2 | 70',
                'Praia | 3 | 95',
              ),
              query(
                'WITH variacao AS (',
                '  SELECT loja, mes,',
                '    valor - LAG(valor) OVER (',
                '      PARTITION BY loja ORDER BY mes',
                '    ) AS dif',
                '  FROM faturamento',
                ')',
                'SELECT loja, mes, dif',
                'FROM variacao',
                'WHERE dif < 0',
                'ORDER BY loja, mes;',
              ),
              'Que linhas a consulta devolve?',
            ),
            en: parts(
              table(
                'revenue',
                'store | month | amount',
                'Centre | 1 | 100',
                'Centre | 2 | 120',
                'Centre | 3 | 90',
                'Shore | 1 | 80',
                'Shore | 2 | 70',
                'Shore | 3 | 95',
              ),
              query(
                'WITH variation AS (',
                '  SELECT store, month,',
                '    amount - LAG(amount) OVER (',
                '      PARTITION BY store ORDER BY month',
                '    ) AS diff',
                '  FROM revenue',
                ')',
                'SELECT store, month, diff',
                'FROM variation',
                'WHERE diff < 0',
                'ORDER BY store, month;',
              ),
              'Which rows does the query return?',
            ),
          },
          explanation: {
            'pt-BR':
              '`LAG` olha a linha anterior dentro da mesma loja. No primeiro mês de cada uma não há anterior: a diferença é `NULL` e o `WHERE` a descarta (sem `PARTITION BY`, Praia 1 seria comparada com Centro 3). A CTE é necessária porque o `WHERE` é avaliado antes das funções de janela.',
            en: '`LAG` looks at the previous row of the same store. The first month of each has no previous one: the difference is `NULL` and `WHERE` drops it (without `PARTITION BY`, Shore 1 would be compared with Centre 3). The CTE is needed because `WHERE` is evaluated before window functions.',
          },
          content: {
            options: [
              option('a', '`Centro, 3, -30`', '`Centre, 3, -30`'),
              option(
                'b',
                '`Centro, 3, -30` · `Praia, 2, -10`',
                '`Centre, 3, -30` · `Shore, 2, -10`',
              ),
              option(
                'c',
                '`Centro, 3, -30` · `Praia, 1, -10` · `Praia, 2, -10`',
                '`Centre, 3, -30` · `Shore, 1, -10` · `Shore, 2, -10`',
              ),
              option(
                'd',
                '`Centro, 1, -20` · `Praia, 2, -25`',
                '`Centre, 1, -20` · `Shore, 2, -25`',
              ),
            ],
            correct: 'b',
            shuffle: true,
          },
        },
        {
          id: 'sql-anti-join-null',
          type: 'multiple-choice',
          competency: 'sql-joins',
          difficulty: 'advanced',
          weight: 1,
          prompt: {
            'pt-BR': parts(
              'O pedido 11 foi feito sem cadastro. Queremos os clientes **sem nenhum pedido**. Marque **todas** as condições que, no lugar do comentário, dão o resultado esperado.',
              table('clientes', 'id | nome', '1 | Ana', '2 | Bia', '3 | Caio'),
              table('pedidos', 'id | cliente_id', '10 | 1', '11 | NULL', '12 | 1'),
              query('SELECT c.nome', 'FROM clientes c', 'WHERE /* condição */', 'ORDER BY c.nome;'),
              expected('Resultado esperado', 'nome', 'Bia', 'Caio'),
            ),
            en: parts(
              'Order 11 was placed by an unregistered guest. We want the customers with **no order at all**. Choose **all** the conditions that, in place of the comment, give the expected result.',
              table('customers', 'id | name', '1 | Ana', '2 | Bia', '3 | Caio'),
              table('orders', 'id | customer_id', '10 | 1', '11 | NULL', '12 | 1'),
              query(
                'SELECT c.name',
                'FROM customers c',
                'WHERE /* condition */',
                'ORDER BY c.name;',
              ),
              expected('Expected result', 'name', 'Bia', 'Caio'),
            ),
          },
          explanation: {
            'pt-BR':
              'Com um `NULL` na lista, `NOT IN` nunca é verdadeiro (2 pode ser igual ao desconhecido), e a consulta volta vazia. `NOT EXISTS` correlacionado e a contagem igual a zero não têm esse problema; `NOT IN` também serve depois de tirar os `NULL`. O `NOT EXISTS` que só procura `cliente_id IS NULL` não fala de cliente nenhum: é falso para todos.',
            en: 'With a `NULL` in the list, `NOT IN` is never true (2 might equal the unknown), and the query comes back empty. A correlated `NOT EXISTS` and a count of zero have no such problem; `NOT IN` also works once the `NULL`s are removed. The `NOT EXISTS` that only looks for `customer_id IS NULL` is about no customer in particular: it is false for all of them.',
          },
          content: {
            options: [
              option(
                'a',
                '`c.id NOT IN (SELECT cliente_id FROM pedidos)`',
                '`c.id NOT IN (SELECT customer_id FROM orders)`',
              ),
              option(
                'b',
                '`NOT EXISTS (SELECT 1 FROM pedidos p WHERE p.cliente_id = c.id)`',
                '`NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id)`',
              ),
              option(
                'c',
                '`c.id NOT IN (SELECT cliente_id FROM pedidos WHERE cliente_id IS NOT NULL)`',
                '`c.id NOT IN (SELECT customer_id FROM orders WHERE customer_id IS NOT NULL)`',
              ),
              option(
                'd',
                '`NOT EXISTS (SELECT 1 FROM pedidos WHERE cliente_id IS NULL)`',
                '`NOT EXISTS (SELECT 1 FROM orders WHERE customer_id IS NULL)`',
              ),
              option(
                'e',
                '`(SELECT COUNT(*) FROM pedidos p WHERE p.cliente_id = c.id) = 0`',
                '`(SELECT COUNT(*) FROM orders o WHERE o.customer_id = c.id) = 0`',
              ),
            ],
            correct: ['b', 'c', 'e'],
            shuffle: true,
          },
        },
        {
          id: 'sql-running-total-frame',
          type: 'single-choice',
          competency: 'sql-windows',
          difficulty: 'advanced',
          weight: 1,
          prompt: {
            'pt-BR': parts(
              'As vendas 2 e 3 são do mesmo dia.',
              table(
                'vendas',
                'id | dia | valor',
                '1 | 1 | 10',
                '2 | 2 | 20',
                '3 | 2 | 30',
                '4 | 3 | 40',
              ),
              query(
                'SELECT',
                '  SUM(valor) OVER (ORDER BY dia) AS acum',
                'FROM vendas',
                'ORDER BY id;',
              ),
              'Que valores de `acum` a consulta devolve, da primeira à última linha?',
            ),
            en: parts(
              'Sales 2 and 3 are on the same day.',
              table(
                'sales',
                'id | day | amount',
                '1 | 1 | 10',
                '2 | 2 | 20',
                '3 | 2 | 30',
                '4 | 3 | 40',
              ),
              query(
                'SELECT',
                '  SUM(amount) OVER (ORDER BY day) AS total',
                'FROM sales',
                'ORDER BY id;',
              ),
              'Which values of `total` does the query return, from first row to last?',
            ),
          },
          explanation: {
            'pt-BR':
              'Com `ORDER BY` e sem moldura explícita, a janela é `RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW`, que inclui as linhas empatadas: as duas vendas do dia 2 já veem a soma do dia inteiro. Para acumular linha a linha: `ORDER BY dia, id ROWS UNBOUNDED PRECEDING`.',
            en: 'With `ORDER BY` and no explicit frame, the window is `RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW`, which includes tied rows: both sales of day 2 already see the sum of the whole day. To accumulate row by row: `ORDER BY day, id ROWS UNBOUNDED PRECEDING`.',
          },
          content: {
            options: [
              option('a', '`10` · `30` · `60` · `100`'),
              option('b', '`10` · `60` · `60` · `100`'),
              option('c', '`10` · `50` · `50` · `40`'),
              option('d', '`100` · `100` · `100` · `100`'),
            ],
            correct: 'b',
            shuffle: true,
          },
        },
        {
          id: 'sql-recursive-team',
          type: 'numeric',
          competency: 'sql-windows',
          difficulty: 'advanced',
          weight: 1,
          prompt: {
            'pt-BR': parts(
              table(
                'pessoas',
                'id | nome | gestor_id',
                '1 | Ana | NULL',
                '2 | Bia | 1',
                '3 | Caio | 2',
                '4 | Davi | 2',
                '5 | Eva | 4',
                '6 | Fabi | 1',
                '7 | Gil | 5',
              ),
              query(
                'WITH RECURSIVE equipe AS (',
                '  SELECT id, 0 AS nivel',
                '  FROM pessoas',
                "  WHERE nome = 'Bia'",
                '  UNION ALL',
                '  SELECT p.id, e.nivel + 1',
                '  FROM pessoas p',
                '  JOIN equipe e ON p.gestor_id = e.id',
                ')',
                'SELECT COUNT(*)',
                'FROM equipe',
                'WHERE nivel > 0;',
              ),
              'Que número a consulta devolve?',
            ),
            en: parts(
              table(
                'people',
                'id | name | manager_id',
                '1 | Ana | NULL',
                '2 | Bia | 1',
                '3 | Caio | 2',
                '4 | Davi | 2',
                '5 | Eva | 4',
                '6 | Fabi | 1',
                '7 | Gil | 5',
              ),
              query(
                'WITH RECURSIVE team AS (',
                '  SELECT id, 0 AS level',
                '  FROM people',
                "  WHERE name = 'Bia'",
                '  UNION ALL',
                '  SELECT p.id, t.level + 1',
                '  FROM people p',
                '  JOIN team t ON p.manager_id = t.id',
                ')',
                'SELECT COUNT(*)',
                'FROM team',
                'WHERE level > 0;',
              ),
              'Which number does the query return?',
            ),
          },
          explanation: {
            'pt-BR':
              'A recursão desce até não achar mais ninguém: Caio e Davi (nível 1), Eva (2) e Gil (3). São 4 pessoas abaixo de Bia; ela própria, no nível 0, é excluída pelo `WHERE`.',
            en: 'The recursion goes down until it finds nobody else: Caio and Davi (level 1), Eva (2) and Gil (3). That is 4 people below Bia; she herself, at level 0, is excluded by the `WHERE`.',
          },
          content: { value: 4, tolerance: 0 },
        },
        {
          id: 'sql-index-plan',
          type: 'multiple-choice',
          competency: 'sql-quality',
          difficulty: 'advanced',
          weight: 1,
          prompt: {
            'pt-BR': parts(
              query(
                'CREATE TABLE pedidos (',
                '  id INTEGER PRIMARY KEY,',
                '  cliente_id INTEGER,',
                '  feito_em TEXT,',
                '  total REAL',
                ');',
                'CREATE INDEX idx_cliente_data',
                '  ON pedidos (cliente_id, feito_em);',
              ),
              query('SELECT *', 'FROM pedidos', 'WHERE /* condição */;'),
              'No SQLite, `EXPLAIN QUERY PLAN` mostra `SCAN pedidos` quando lê a tabela inteira e `SEARCH pedidos USING INDEX idx_cliente_data (…)` quando o índice leva direto às linhas. Não há outros índices nem estatísticas coletadas com `ANALYZE`.',
              'Marque **todas** as condições que, no lugar do comentário, resultam em `SEARCH`.',
            ),
            en: parts(
              query(
                'CREATE TABLE orders (',
                '  id INTEGER PRIMARY KEY,',
                '  customer_id INTEGER,',
                '  placed_on TEXT,',
                '  total REAL',
                ');',
                'CREATE INDEX idx_customer_date',
                '  ON orders (customer_id, placed_on);',
              ),
              query('SELECT *', 'FROM orders', 'WHERE /* condition */;'),
              'On SQLite, `EXPLAIN QUERY PLAN` shows `SCAN orders` when it reads the whole table and `SEARCH orders USING INDEX idx_customer_date (…)` when the index leads straight to the rows. There are no other indexes and no statistics collected with `ANALYZE`.',
              'Choose **all** the conditions that, in place of the comment, result in a `SEARCH`.',
            ),
          },
          explanation: {
            'pt-BR':
              'O índice está ordenado por `cliente_id` e, dentro dele, por `feito_em`: serve a condições que fixam a primeira coluna (`=` ou `IN`), com ou sem intervalo na segunda. Só `feito_em` não tem por onde começar; uma função em volta da coluna (`COALESCE`) esconde o valor indexado; e o `OR` com `total`, que não tem índice, obriga a ler tudo.',
            en: 'The index is sorted by `customer_id` and, within it, by `placed_on`: it serves conditions that fix the first column (`=` or `IN`), with or without a range on the second. `placed_on` alone has nowhere to start; a function around the column (`COALESCE`) hides the indexed value; and the `OR` with `total`, which has no index, forces a full read.',
          },
          content: {
            options: [
              option('a', '`cliente_id IN (7, 8)`', '`customer_id IN (7, 8)`'),
              option('b', "`feito_em >= '2025-01-01'`", "`placed_on >= '2025-01-01'`"),
              option(
                'c',
                "`cliente_id = 7 AND feito_em >= '2025-01-01'`",
                "`customer_id = 7 AND placed_on >= '2025-01-01'`",
              ),
              option('d', '`COALESCE(cliente_id, 0) = 7`', '`COALESCE(customer_id, 0) = 7`'),
              option('e', '`cliente_id = 7 OR total > 100`', '`customer_id = 7 OR total > 100`'),
              option('f', '`cliente_id = 7`', '`customer_id = 7`'),
            ],
            correct: ['a', 'c', 'f'],
            shuffle: true,
          },
        },
      ],
    },
  ],
};
