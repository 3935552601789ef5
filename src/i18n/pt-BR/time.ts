/** Extra time: what candidates ask for, what organizations decide, what moved a deadline. */
export const time = {
  ask: {
    title: 'Precisa de mais tempo ou de outro apoio?',
    why: 'Se uma deficiência, condição de saúde ou outra situação pede mais tempo ou outro apoio, conte aqui o que ajuda. É opcional, só a empresa que aplica o teste lê, e não aparece no resultado.',
    label: 'O que ajudaria você?',
    hint: 'Até 1.000 caracteres. Não é preciso contar o motivo.',
    problem: 'Escreva até 1.000 caracteres, sem caracteres especiais de controle.',
    empty: 'Escreva o que ajudaria você antes de enviar o pedido.',
    later: 'Enviar o pedido e começar depois',
    now: 'Se começar agora, o pedido vai junto e o tempo extra, se concedido, entra durante o teste.',
  },
  sent: {
    title: 'Seu pedido foi enviado',
    text: (when: string) =>
      `Recebido em ${when}. A empresa vai decidir, e a resposta aparece nesta página. Você pode esperar ou começar agora.`,
    grantedTitle: 'Seu pedido foi aceito',
    granted: (factor: string, minutes: string) => `Seu tempo é ${factor} o normal: ${minutes}.`,
    refusedTitle: 'A empresa respondeu ao seu pedido',
    refused: 'Não haverá tempo extra. Se tiver dúvidas, fale com a empresa antes de começar.',
    yours: 'O que você pediu',
  },
  panel: {
    title: 'Tempo',
    deadline: 'Termina em',
    duration: 'Duração',
    changes: 'Mudanças do prazo',
    none: 'O prazo não mudou.',
    outage: (ms: string, from: string, to: string) =>
      `${ms} por queda de conexão, das ${from} às ${to}`,
    added: (ms: string, who: string) => `${ms} concedidos por ${who}`,
    accommodation: (ms: string, who: string) => `${ms} de tempo extra, decididos por ${who}`,
    request: 'Pedido de apoio do candidato',
    requestPrivate:
      'Só a sua organização vê este pedido. Ele não é enviado à Gupy nem muda a nota.',
    decide: 'Decisão',
    decision: 'Tempo concedido',
    options: { 100: 'Sem tempo extra', 125: '1,25×', 150: '1,5×', 200: '2×', other: 'Outro' },
    other: 'Outro fator, em % da duração',
    otherHint: 'De 101 a 500; 175 é 1,75×. Use com “Outro”.',
    save: 'Registrar a decisão',
    decided: (factor: string, who: string, when: string) => `${factor}, por ${who} em ${when}`,
    refused: 'Sem tempo extra',
    add: 'Dar mais tempo',
    minutes: 'Minutos',
    addHint: 'De 1 a 600. O candidato vê o novo prazo em até 15 segundos.',
    submit: 'Somar ao prazo',
    problems: {
      minutes: 'Escreva um número inteiro de minutos, de 1 a 600.',
      percent: 'Escolha uma opção ou escreva um número inteiro de 101 a 500.',
      closed: 'Não deu para mudar o prazo: o teste já terminou ou o pedido já foi decidido.',
    },
  },
};
