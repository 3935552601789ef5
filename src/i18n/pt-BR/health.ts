/** The conditions of a test ("test health"): what is recorded, and how it is told to everyone alike. */
export const health = {
  signals: {
    hidden: {
      name: 'Página fora de vista',
      records:
        'Quantas vezes, e por quantos segundos, a página do teste ficou fora de vista. Não o que você abriu ou viu.',
      why: 'Para saber se o teste foi feito de uma vez ou com pausas.',
      innocent:
        'Uma notificação, uma ligação, a tela que apaga sozinha, alguém que chamou, uma consulta à calculadora.',
    },
    full_screen: {
      name: 'Saída da tela cheia',
      records: 'Quantas vezes a tela cheia, que este teste pede, foi deixada.',
      why: 'Porque a empresa pediu que o teste seja feito em tela cheia.',
      innocent: 'A tecla Esc, uma chamada de vídeo, um aviso do sistema, um leitor de tela.',
    },
    paste: {
      name: 'Texto colado',
      records:
        'Quantas vezes algo foi colado numa resposta, e quantos caracteres. Nunca o conteúdo.',
      why: 'Para entender como uma resposta longa foi escrita.',
      innocent:
        'Escrever num editor de texto e colar, mover um trecho da própria resposta, um teclado que cola o que dita.',
    },
    copy: {
      name: 'Texto copiado',
      records: 'Quantas vezes algo desta página foi copiado. Nunca o conteúdo.',
      why: 'Para saber se as questões podem estar circulando.',
      innocent:
        'Traduzir uma palavra, guardar a própria resposta, ouvir o texto em outro programa.',
    },
    resized: {
      name: 'Janela reduzida',
      records: 'Quando a janela passou a ocupar metade, ou menos, do espaço que tinha.',
      why: 'Para saber se o teste dividiu a tela com outra coisa.',
      innocent: 'Uma tela pequena, organizar as janelas, um recurso de acessibilidade.',
    },
    network: {
      name: 'Mudança de rede',
      records:
        'Se o endereço de rede mudou durante o teste. Guardamos só um código que permite comparar, não o endereço.',
      why: 'Para saber se o teste mudou de lugar.',
      innocent: 'O celular que sai do wi-fi, uma VPN, a operadora que troca endereços sozinha.',
    },
    device: {
      name: 'Mudança de aparelho',
      records:
        'Se o teste passou de um tipo de aparelho para outro: computador, tablet ou celular.',
      why: 'Para entender as condições em que cada parte foi feita.',
      innocent: 'A bateria que acabou, uma tela maior para uma questão longa.',
    },
    resumed: {
      name: 'Teste reaberto',
      records: 'Quantas vezes o teste foi reaberto depois de mais de 2 minutos fechado.',
      why: 'Para saber se houve interrupções.',
      innocent: 'A conexão que caiu, o navegador que travou, um imprevisto em casa.',
    },
    fast_answer: {
      name: 'Resposta muito rápida',
      records:
        'Se uma questão ficou aberta por menos tempo do que a leitura do enunciado costuma levar.',
      why: 'Para saber se a questão foi lida.',
      innocent: 'Ter lido antes e voltado para responder, reconhecer o tema de imediato, chutar.',
    },
    outage: {
      name: 'Falta de conexão',
      records: 'Quando e por quanto tempo a página ficou sem conexão.',
      why: 'Para devolver tempo e explicar pausas. Nunca conta contra ninguém.',
      innocent: 'A internet. Não depende de quem faz o teste.',
    },
  },
  /** One recorded event; the same sentence for the candidate and for the company. */
  events: {
    hidden: (duration: string) => `A página ficou fora de vista por ${duration}.`,
    full_screen: 'A tela cheia foi deixada.',
    paste: (characters: string) => `Um texto foi colado: ${characters}.`,
    copy: 'Um trecho da página foi copiado.',
    resized: (percent: string) => `A janela foi reduzida a ${percent} do tamanho que tinha.`,
    network: 'O endereço de rede mudou.',
    device: (from: string, to: string) => `O tipo de aparelho mudou: de ${from} para ${to}.`,
    resumed: (duration: string) => `O teste foi reaberto depois de ${duration}.`,
    fast_answer: (question: number, took: string, reading: string) =>
      `A questão ${question} ficou aberta por ${took}; a leitura costuma levar pelo menos ${reading}.`,
    outage: (duration: string) => `A página ficou sem conexão por ${duration}.`,
  },
  devices: { computer: 'computador', tablet: 'tablet', phone: 'celular' },
  times: (count: number, written: string) => (count === 1 ? '1 vez' : `${written} vezes`),
  characters: (count: number, written: string) =>
    count === 1 ? '1 caractere' : `${written} caracteres`,
  inAll: (amount: string) => `${amount} no total`,
  points: (points: number) => (points === 1 ? '1 ponto' : `${points} pontos`),

  labels: { none: 'nada', low: 'nível baixo', medium: 'nível médio', high: 'nível alto' },
  label: (label: string) => `Para uma pessoa olhar: ${label}`,
  labelMeans:
    'Indica só quanto há para uma pessoa olhar com calma. Não diz que alguém agiu mal, não muda a nota e não decide nada.',

  /** Before the test. */
  notice: {
    title: 'O que é registrado durante o teste',
    lead: (organization: string) =>
      `Para que ${organization} entenda em que condições o teste foi feito, este teste registra:`,
    nothing:
      'Este teste não registra nada sobre as condições em que é feito: só as suas respostas e o tempo.',
    promise:
      'Nada disso muda a sua nota nem elimina alguém. Não usamos câmera, microfone, localização nem biometria. Depois do teste, você vê tudo o que foi registrado e pode comentar.',
    /** Only where one line about it goes to the ATS. */
    told: (organization: string) =>
      `${organization} pediu que uma frase com o nível, “para uma pessoa olhar”, vá com o resultado para o sistema de recrutamento. Só essa frase: nenhum dos eventos.`,
    more: 'Como isso funciona, com todas as regras',
    fullScreen: 'Este teste pede tela cheia. Você pode entrar e sair dela quando precisar.',
    enterFullScreen: 'Usar a tela cheia',
  },

  /** After the test, on a page of the candidate's own. */
  own: {
    title: 'O que foi registrado durante o teste',
    lead: (organization: string) => `Isto é tudo, e é o mesmo que ${organization} vê.`,
    link: 'Ver o que foi registrado durante o teste e comentar',
    nothingAsked: 'Este teste não registra nada sobre as condições em que é feito.',
    nothing: 'Nada foi registrado.',
    whatFor: 'O que era registrado neste teste',
    back: 'Voltar à página do teste',
    commentTitle: 'Seu comentário',
    comment: 'Quer explicar algo?',
    commentHint: (organization: string) =>
      `Opcional. ${organization} lê o seu comentário ao lado deste registro.`,
    changeUntil: (when: string) =>
      `Você pode mudar ou apagar o comentário até ${when} (horário de Brasília).`,
    afterwards: 'Depois de enviar o teste, você pode comentar aqui.',
    closed: 'O prazo para comentar já passou. O que você escreveu continua guardado.',
    save: 'Salvar o comentário',
    saved: 'Comentário salvo.',
    tooLong: 'Escreva até 2.000 caracteres, sem caracteres especiais de controle.',
  },

  /** On the recruiter's page of a result. */
  panel: {
    title: 'Condições do teste',
    nothingAsked: 'Esta avaliação não registra as condições do teste.',
    nothing: 'Nada foi registrado.',
    reasons: 'Por quê',
    noReasons: 'Nenhum sinal chegou ao primeiro limite das regras.',
    timeline: 'Linha do tempo',
    signal: 'Sinal',
    means: (innocent: string) => `Causas comuns: ${innocent}`,
    from: (start: string, end: string) => `De ${start} a ${end}`,
    events: (count: number, written: string) =>
      count === 1 ? 'Ver o evento registrado' : `Ver os ${written} eventos registrados`,
    comment: 'Comentário da pessoa candidata',
    noComment: 'Nenhum comentário.',
    commentedAt: (when: string) => `Escrito em ${when}`,
    rules: 'Como o nível é calculado',
  },

  /** The switch on the page about Gupy. */
  line: {
    title: 'Condições do teste',
    lead: 'Desligado, nada sobre as condições do teste vai para a Gupy: o registro fica no Aferi. Ligado, o texto que só a sua empresa lê na Gupy termina com uma frase como esta, e mais nada:',
    rest: 'A frase traz só o nível (nada, baixo, médio ou alto), calculado por regras públicas. Nenhum evento vai junto, a nota não muda, e a pessoa candidata é avisada antes de começar. Vale para os resultados enviados a partir de agora.',
    on: 'Ligado: a frase vai com os resultados.',
    off: 'Desligado: nada é enviado.',
    label: 'Enviar essa frase com o resultado',
    save: 'Salvar',
    notices: {
      lineOn: 'Ligado. A frase vai com os próximos resultados.',
      lineOff: 'Desligado. Nada sobre as condições do teste vai para a Gupy.',
    },
  },

  /** The public page that documents all of it. */
  page: {
    title: 'Condições do teste: o que registramos e para quê',
    lead: 'Registramos poucas coisas, contamos antes quais são e mostramos depois o que foi registrado. Esta página diz tudo.',
    mayTitle: 'O que pode ser registrado',
    may: 'Cada empresa escolhe, para cada avaliação, quais destes sinais valem. A lista é fechada: nada além disto.',
    onByDefault: 'Ligado, a menos que a empresa desligue.',
    offByDefault: 'Desligado, a menos que a empresa ligue.',
    onlyIfAsked: 'Só quando a avaliação pede tela cheia.',
    why: 'Para quê',
    innocent: 'Causas comuns',
    neverTitle: 'O que nunca é registrado',
    never: [
      'Imagem, som, tela, rosto, voz, localização ou qualquer biometria.',
      'O conteúdo do que você copia ou cola.',
      'Que outras páginas ou programas você abre.',
      'O ritmo com que você digita ou como move o mouse.',
      'O endereço de rede: só um código que serve para comparar dentro do mesmo teste.',
    ],
    labelTitle: 'Como se chega ao nível',
    labelLead:
      'O nível resume quanto há para uma pessoa olhar. É calculado só pelas contas desta tabela, iguais para todos. Cada sinal vale 1 ponto no primeiro limite e 2 no segundo.',
    firstStep: '1 ponto a partir de',
    secondStep: '2 pontos a partir de',
    neverCounts: 'nunca conta',
    or: 'ou',
    levelsTitle: 'Dos pontos ao nível',
    level: 'Nível',
    fromPoints: 'Pontos',
    alone: 'Um sinal sozinho nunca passa do nível baixo.',
    reading: (words: number, seconds: number) =>
      `Uma resposta é “muito rápida” quando a questão ficou aberta por menos tempo do que se leva para ler o enunciado a ${words} palavras por minuto, mais ou menos o dobro do que as pessoas leem. Enunciados de menos de ${seconds} segundos não contam.`,
    limitsTitle: 'Para o que não serve',
    limits: [
      'Nunca muda a nota: quem calcula a nota não conhece estes registros.',
      'Ninguém é eliminado ou marcado automaticamente: uma pessoa lê, com as causas comuns ao lado.',
      'O registro não vai para o sistema de recrutamento da empresa: fica no Aferi. Se a empresa pedir, vai só uma frase com o nível, e você é avisado antes de começar.',
    ],
    rightsTitle: 'O que você pode fazer',
    rights: (days: number) => [
      'Ler, antes de começar, exatamente o que aquele teste registra.',
      'Ver, depois do teste, cada evento registrado, com as mesmas palavras que a empresa lê.',
      `Comentar, até ${days} dias depois do envio; a empresa lê o comentário ao lado do registro.`,
      'Fazer o teste com JavaScript desligado: então só se conhece o tempo de cada questão, e isso não conta contra você.',
    ],
  },
};
