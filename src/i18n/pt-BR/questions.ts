export const questions = {
  /** One sentence per code of `answerProblems`. */
  problems: {
    unknown_option: 'Escolha uma das opções desta questão.',
    too_many_options: 'Você marcou mais opções do que esta questão tem.',
    number_invalid: 'Escreva um número, como 12 ou 12,5.',
    order_incomplete: 'Dê uma posição a cada item.',
    order_repeats: 'Cada posição só pode ser usada uma vez.',
    text_too_long: 'O texto passou do limite de caracteres.',
    text_invalid: 'O texto tem caracteres que não podem ser guardados.',
    url_invalid: 'Escreva um endereço completo, começando por https://.',
    url_too_long: 'Este endereço é longo demais.',
    answer_invalid: 'Não foi possível entender esta resposta. Responda de novo.',
  },
  types: {
    'single-choice': 'Escolha única',
    'multiple-choice': 'Múltipla escolha',
    'true-false': 'Verdadeiro ou falso',
    numeric: 'Numérica',
    ordering: 'Ordenação',
    likert: 'Escala Likert',
    'situational-judgement': 'Julgamento situacional',
    'free-text': 'Texto livre',
    'project-link': 'Link de projeto',
  } as Record<string, string>,
  levels: { basic: 'Básico', intermediate: 'Intermediário', advanced: 'Avançado' },

  chooseOne: 'Escolha uma opção.',
  chooseAll: 'Marque todas as opções corretas.',
  chooseBest: 'Escolha o que você faria.',
  chooseLevel: 'Escolha um ponto da escala.',
  true: 'Verdadeiro',
  false: 'Falso',

  number: 'Sua resposta',
  numberHint: 'Use vírgula ou ponto para as casas decimais.',
  numberIn: (unit: string) => `Sua resposta, em ${unit}`,

  orderHint: 'Dê a cada item a sua posição, da primeira à última.',
  /** What the script offers in place of numbers. */
  orderMoveHint:
    'Use as setas para subir ou descer os itens, do primeiro ao último. Se a ordem já estiver certa, escolha “Manter esta ordem”.',
  positionOf: (item: string) => `Posição de: ${item}`,
  position: 'Posição',
  noPosition: 'Escolha…',
  moveUp: 'Subir',
  moveDown: 'Descer',
  keepOrder: 'Manter esta ordem',
  keptOrder: 'Ordem mantida.',
  /** `{item}`, `{position}` and `{total}` are filled in by the browser. */
  moved: '{item}: agora na posição {position} de {total}.',

  text: 'Sua resposta',
  link: 'Endereço do projeto',
  linkHint: 'Cole o endereço completo, começando por https://. Confira se ele está acessível.',

  // What reviewers read beside an answer.
  answer: 'Resposta',
  key: 'Gabarito',
  noAnswer: 'Sem resposta',
  chosen: 'Escolhida',
  right: 'Correta',
  chosenRight: 'Escolhida e correta',
  chosenWrong: 'Escolhida, incorreta',
  missed: 'Correta, não escolhida',
  rightAnswer: 'Resposta correta',
  wrongAnswer: 'Resposta incorreta',
  tolerance: (value: string) => `tolerância de ${value}`,
  rightPosition: (position: number) => `Posição correta: ${position}`,
  points: 'Pontos',
  reversed: 'Item invertido: a pontuação é contada ao contrário.',
  rubric: 'Critérios de avaliação',
  explanation: 'Explicação',
};
