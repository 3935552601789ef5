/** What a candidate reads when the test is over: their own result, and one question about the test. */
export const after = {
  receipt: (name: string) => `Obrigado, ${name}. Recebemos suas respostas e elas estão guardadas.`,
  receiptWaiting: (name: string) =>
    `Obrigado, ${name}. Recebemos suas respostas. Uma pessoa da empresa vai avaliar parte delas.`,
  receiptNote: (organization: string) =>
    `Nesta avaliação, quem recebe o resultado é ${organization}; esta página não mostra notas. Para saber mais, fale com a empresa ou faça um pedido em “Seus dados e seus direitos”.`,
  totalMeaning:
    'De 0 a 100: a parte do teste que suas respostas alcançaram. A nota não reprova ninguém sozinha: quem decide é uma pessoa.',
  competenciesMeaning:
    'Cada barra vai de 0 a 100 e conta só as questões que medem aquela competência.',
  band: 'O que isso quer dizer',
  print: 'Para guardar uma cópia, use a opção de imprimir do navegador ou salve como PDF.',

  explanations: 'Suas respostas, questão por questão',
  explanationsLead:
    'A empresa liberou a correção: veja o que você respondeu, o que estava certo e por quê.',
  question: (number: number) => `Questão ${number}`,
  yourAnswer: 'Sua resposta',
  why: 'Por quê',
  noKey: 'Nesta questão não há resposta certa nem errada.',
  verdicts: {
    right: 'Você acertou.',
    partly: 'Você acertou uma parte.',
    wrong: 'Você não acertou desta vez.',
    unanswered: 'Você não respondeu.',
    graded: 'Uma pessoa avaliou esta resposta.',
  },

  rating: {
    title: 'Como foi fazer este teste?',
    lead: 'É opcional e não muda o seu resultado. A empresa lê a sua opinião e usa para melhorar o teste.',
    scale: 'Sua nota para o teste',
    values: ['1, muito ruim', '2, ruim', '3, razoável', '4, bom', '5, muito bom'],
    comment: 'Quer dizer mais alguma coisa?',
    commentHint: 'Opcional, até 1.000 caracteres.',
    send: 'Enviar opinião',
    change: 'Mudar opinião',
    thanks: 'Obrigado! Sua opinião está guardada. Você pode mudá-la quando quiser.',
    problems: {
      rating: 'Escolha uma nota de 1 a 5.',
      comment:
        'O comentário passou de 1.000 caracteres ou tem caracteres que não podem ser guardados.',
    },
    /** To the recruiter, in one line. */
    given: (rating: number) => `${rating} de 5`,
    label: 'Opinião do candidato sobre o teste',
  },
};
