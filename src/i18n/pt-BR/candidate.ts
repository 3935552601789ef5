export const candidate = {
  /** The first page of a link. */
  link: {
    intro: (organization: string) => `${organization} convida você para esta avaliação.`,
    duration: 'Duração',
    minutes: (minutes: number) => (minutes === 1 ? '1 minuto' : `${minutes} minutos`),
    questions: 'Questões',
    level: 'Nível',
    levels: { basic: 'Básico', intermediate: 'Intermediário', advanced: 'Avançado' },
    attempts: 'Tentativas',
    attemptsAllowed: (count: number) => (count === 1 ? '1' : `até ${count}`),
    otherLanguage: (language: string) => `As questões deste teste estão em ${language}.`,
    howItWorks: 'Como funciona',
    rules: [
      'O tempo começa quando você clicar em “Começar o teste” e não para, mesmo com a página fechada.',
      'Cada resposta é salva quando você avança ou volta. Se a conexão cair ou a página fechar, volte por este mesmo endereço e continue de onde parou.',
      'Você pode pular questões e voltar a elas enquanto houver tempo.',
      'Quando o tempo acaba, o que você respondeu é enviado automaticamente.',
    ],
    instructions: 'Sobre este teste',
    yourData: 'Seus dados',
    name: 'Nome completo',
    nameHint: 'Como você quer que a empresa veja.',
    email: 'E-mail',
    emailHint: 'Use o mesmo da sua candidatura. É por ele que você retoma o teste.',
    notice: 'Aviso de privacidade',
    accept: 'Li o aviso de privacidade e quero fazer o teste.',
    start: 'Começar o teste',
    startedByAts: (name: string) => `Olá, ${name}. Confira as informações e comece quando puder.`,
    problems: {
      name: 'Escreva seu nome (até 120 letras).',
      email: 'Escreva um e-mail válido, como nome@exemplo.com.',
      consent: 'Para começar, marque que leu o aviso de privacidade.',
    },
  },
  closed: {
    unknownTitle: 'Não encontramos este teste',
    unknown:
      'O endereço pode ter sido copiado pela metade ou desativado. Confira o link com quem enviou a você.',
    notOpenTitle: 'Este teste ainda não abriu',
    notOpen: (when: string) =>
      `Ele abre em ${when} (horário de Brasília). Volte por este mesmo endereço.`,
    overTitle: 'Este teste foi encerrado',
    over: (when: string) =>
      `O prazo terminou em ${when} (horário de Brasília). Se precisar, fale com a empresa.`,
    offTitle: 'Este teste não está recebendo respostas',
    off: 'A empresa desativou o link. Fale com quem enviou a você. O que já estava salvo continua salvo.',
  },
  resume: {
    title: 'Retomar um teste já começado',
    hint: 'Enviamos a este endereço um link para continuar ou ver a sua tentativa.',
    submit: 'Enviar o link',
    sent: (email: string) =>
      `Se houver uma tentativa com ${email} neste teste, o link para ela está a caminho.`,
  },
  known: {
    title: 'Já existe uma tentativa com este e-mail',
    sent: (email: string) =>
      `Para proteger o que já foi feito, enviamos a ${email} um link: por ele você continua de onde parou ou vê a tentativa que já terminou.`,
    allowed: (count: number) =>
      count === 1
        ? 'Este teste permite 1 tentativa por pessoa.'
        : `Este teste permite ${count} tentativas por pessoa.`,
    check: 'Não chegou em dois minutos? Olhe o spam ou volte e confira o e-mail.',
    back: 'Voltar e corrigir o e-mail',
  },
  question: {
    saveNext: 'Salvar e continuar',
    saveReview: 'Salvar e revisar',
    previous: 'Anterior',
    review: 'Revisar e enviar',
    optional: 'Você pode deixar em branco e voltar depois.',
    conflictTitle: 'Esta questão foi respondida em outra aba ou aparelho',
    conflict:
      'Mostramos abaixo o que você escreveu aqui; ainda não foi salvo. Salve para ficar com esta resposta, ou mantenha a outra.',
    keepOther: 'Manter a resposta que já estava salva',
    problemTitle: 'Esta resposta ainda não foi salva',
  },
  review: {
    title: 'Revise e envie',
    allAnswered: 'Você respondeu a todas as questões.',
    allOpenAnswered: 'Você respondeu a todas as questões que ainda estão abertas.',
    unanswered: (count: number) =>
      count === 1 ? 'Falta 1 questão sem resposta.' : `Faltam ${count} questões sem resposta.`,
    goTo: 'Escolha um número para voltar à questão.',
    confirm: 'Terminei e quero enviar. Sei que não poderei mudar as respostas.',
    confirmProblem: 'Marque a confirmação para enviar.',
    submit: 'Enviar o teste',
    back: 'Voltar às questões',
    backTo: (number: number) => `Voltar à questão ${number}`,
  },
  done: {
    completedTitle: 'Teste concluído',
    completed: (name: string) =>
      `Obrigado, ${name}. Recebemos suas respostas e o resultado está abaixo.`,
    waitingTitle: 'Respostas recebidas',
    waiting: (name: string) =>
      `Obrigado, ${name}. Uma pessoa da empresa vai avaliar parte das suas respostas. O resultado aparece aqui, neste mesmo endereço.`,
    byClock: 'O tempo acabou e enviamos tudo o que estava salvo.',
    submittedAt: 'Enviado em',
    answered: 'Respondidas',
    late: 'A última resposta chegou depois do prazo e não entrou. Tudo o que estava salvo antes foi enviado.',
    already:
      'Este teste já tinha sido enviado; a resposta que você acabou de mandar não entrou. O que estava salvo está aqui.',
    notStartedTitle: 'Este teste ainda não começou',
    notStarted: 'O resultado aparece aqui depois que o teste for feito.',
    inProgressTitle: 'Teste em andamento',
    inProgress: 'O resultado aparece aqui depois que o teste for enviado.',
    expiredTitle: 'O prazo deste teste passou',
    expired: (organization: string) =>
      `O teste não chegou a ser começado. Se você ainda quiser fazê-lo, fale com ${organization}: só a empresa pode abrir um novo prazo.`,
    cancelledTitle: 'Este teste foi cancelado',
    cancelled: (organization: string) =>
      `${organization} cancelou este teste, e não é preciso fazer mais nada. Se tiver dúvidas, fale com a empresa.`,
    total: 'Resultado geral',
    competencies: 'Por competência',
    profile: 'Seu perfil',
    profileNote:
      'Cada escala vai de 0 a 100 e mostra tendências. Não há resultado bom ou ruim, nem aprovação.',
    resultLink: 'Abrir a página do resultado',
    resultHint: 'Guarde esse endereço: ele mostra o seu resultado quando você quiser.',
    canClose: 'Você já pode fechar esta página.',
    returnTo: 'Voltar para a Gupy',
    returnHint:
      'Falta um passo: volte à Gupy para que a sua candidatura mostre que o teste foi feito.',
    /** Where an ATS other than Gupy sent the candidate. */
    returnElsewhere: 'Voltar ao site da vaga',
    returnElsewhereHint: 'Falta um passo: volte ao site onde você se candidatou.',
  },
  notice: {
    title: 'Aviso de privacidade',
    version: (version: string) => `Versão ${version}`,
    anyOrganization: 'a empresa que convidou você',
  },
};
