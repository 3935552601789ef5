export const sitting = {
  here: 'Continuar aqui',
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
    late: 'O prazo terminou antes de suas últimas respostas chegarem. Elas não entraram: questões {numbers}.',
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
    minutes: '{count} min',
    seconds: '{count} s',
  },
};
