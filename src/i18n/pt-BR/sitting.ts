export const sitting = {
  here: 'Continuar aqui',
  /** Of sections with a time limit of their own. */
  section: {
    /** On the start page. */
    rule: (number: number, title: string, time: string) =>
      `A seção ${number}, “${title}”, tem tempo próprio: ${time}. Ele só começa quando você abrir a seção.`,
    limit: (time: string, questions: number) =>
      questions === 1
        ? `Esta seção tem 1 questão e ${time} de tempo próprio.`
        : `Esta seção tem ${questions} questões e ${time} de tempo próprio.`,
    warning:
      'O tempo começa quando você clicar no botão e não para. Até ele acabar você pode ir e voltar; depois, não dá mais para responder a esta seção. Se o teste terminar antes, ela termina junto.',
    start: 'Começar esta seção',
    later: 'Deixar para depois',
    overTitle: 'O tempo desta seção acabou',
    over: 'O que você respondeu nela está salvo e vale. Siga com o resto do teste.',
    late: 'A última resposta chegou depois do tempo desta seção e não entrou. O que foi salvo antes vale.',
    goOn: (number: number) => `Seguir para a questão ${number}`,
    unopened: 'seção ainda não aberta',
    closed: 'tempo da seção acabou',
    /** The clock while a question of the section is shown; `short` stands under it, before the test's own. */
    clock: {
      label: 'Tempo restante desta seção',
      short: 'nesta seção · teste',
      minutesLeft: (minutes: number) =>
        minutes === 1 ? 'Resta 1 minuto desta seção.' : `Restam ${minutes} minutos desta seção.`,
      over: 'O tempo desta seção acabou. Enviando suas respostas…',
      until: (time: string) => `Seção até ${time}`,
      testUntil: (time: string) => `Teste até ${time}`,
    },
  },
  /** Proofs of what was stored. */
  receipts: {
    title: 'Comprovantes',
    lead: (stored: number, total: number) =>
      `${stored} de ${total} questões têm resposta guardada. Cada linha prova o que foi guardado e quando.`,
    savedAt: (when: string) => `guardada em ${when}`,
    later: 'Depois de enviar o teste você pode baixar estes comprovantes.',
    keep: 'Baixe e guarde o arquivo. Com ele, qualquer pessoa pode conferir que estas respostas foram guardadas.',
    download: 'Baixar os comprovantes',
    back: 'Voltar ao teste',
    link: 'Ver os comprovantes das respostas',
    checkTitle: 'Conferir comprovantes',
    checkLead:
      'Escolha um arquivo de comprovantes. Dizemos se ele saiu daqui e se a resposta de cada questão está guardada. O arquivo não fica conosco.',
    file: 'Arquivo de comprovantes',
    paste: 'Ou cole o conteúdo do arquivo',
    check: 'Conferir',
    unreadable: 'Isto não é um arquivo de comprovantes. Escolha o arquivo baixado depois do teste.',
    good: (good: number, total: number) => `${good} de ${total} comprovantes conferem.`,
    verdicts: {
      stored: 'Confere: exatamente esta resposta está guardada.',
      newer: 'Confere: depois dela foi guardada uma resposta mais nova da mesma questão.',
      missing:
        'O comprovante é nosso, mas esta resposta não está mais guardada. Fale com a empresa.',
      forged: 'Este comprovante não foi feito aqui ou foi alterado.',
    },
  },
  /** What the script of a test's pages says; it fills in what is in braces. */
  script: {
    saved: 'tudo salvo',
    saving: 'salvando…',
    offline1: 'sem conexão · 1 resposta espera neste aparelho',
    offlineN: 'sem conexão · {count} respostas esperam neste aparelho',
    offline0: 'sem conexão · tudo o que você respondeu está salvo',
    notSaved: 'a questão {number} não foi salva: {problem}',
    answered: '{answered} de {total} respondidas',
    retry:
      'não conseguimos salvar agora; suas respostas estão guardadas neste aparelho e vamos tentar de novo',
    back: 'Voltar às questões',
    backTo: 'Voltar à questão {number}',
    openOne: 'Falta 1 questão sem resposta.',
    openMany: 'Faltam {count} questões sem resposta.',
    replaced:
      'Este teste está aberto em outro lugar. Ele foi aberto em outra aba ou aparelho, e é lá que as respostas valem agora. Aqui você só pode ler.',
    unsentHere: 'Ainda não enviadas deste aparelho: questões {numbers}.',
    newer:
      'A questão {number} foi respondida depois em outra aba ou aparelho. Vale a resposta de lá; a daqui não entrou.',
    credit: 'A conexão caiu por {time}. Esse tempo não conta: o seu prazo ganhou {time}.',
    creditPart: 'A conexão caiu. O seu prazo ganhou {time}, o máximo que este teste devolve.',
    added: 'O seu prazo mudou: você ganhou {time}.',
    queued:
      'Seu envio está guardado neste aparelho. Assim que a conexão voltar, as respostas e o envio vão sozinhos. Deixe esta página aberta.',
    sending: 'Enviando suas respostas…',
    timeUpOffline:
      'O tempo acabou, mas a conexão está fora. O que você respondeu está guardado neste aparelho e vai sozinho quando ela voltar; se a queda puder ser compensada, o seu prazo aumenta.',
    fix: 'Antes de enviar, corrija a questão {number}: {problem}',
    confirm: 'Marque a confirmação para enviar.',
    missing: 'Esta questão ainda não está neste aparelho. Ela abre quando a conexão voltar.',
    sectionUp: 'O tempo da seção acabou. O que você respondeu nela está salvo.',
    sectionUpOffline:
      'O tempo desta seção acabou, mas a conexão caiu. O que você respondeu está guardado neste aparelho e segue sozinho quando ela voltar; se a interrupção puder ser compensada, o tempo da seção aumenta. Você pode seguir com as outras questões.',
    sectionLate:
      'A resposta da questão {number} chegou depois do tempo da seção e não entrou. O que foi salvo antes vale.',
    sectionOffline:
      'Para começar esta seção é preciso ter conexão, e agora ela caiu. Tente de novo quando ela voltar.',
    minutes: '{count} min',
    seconds: '{count} s',
  },
};
