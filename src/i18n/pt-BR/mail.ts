import { paragraphs } from '../paragraphs.ts';

const footers = {
  invited:
    'Este link é só seu: não o encaminhe. Você recebeu esta mensagem porque {{organization}} convidou este e-mail para uma avaliação. Se não era para você, ignore-a.',
  typed:
    'Este link é só seu: não o encaminhe. Você recebeu esta mensagem porque alguém informou este e-mail em uma avaliação de {{organization}}. Se não foi você, ignore-a.',
};

export const mail = {
  /** Of these words, for a mail's `lang` attribute. */
  language: 'pt-BR',

  /** Instead of a name that could be an advertisement. */
  somebody: 'participante',

  /** In the format that an organization edits: see features/notifications/template.ts. */
  texts: {
    invitation: {
      subject: 'Convite para uma avaliação: {{assessment}}',
      body: paragraphs(
        'Olá, {{candidate}}!',
        '{{organization}} convida você para a avaliação “{{assessment}}”.',
        'Prazo para começar: {{expires}}\nTempo para responder: {{duration}}',
        'O tempo só corre depois que você iniciar. Funciona no celular e no computador, e o que você responder fica guardado. Se precisar de mais tempo ou de outro apoio, peça na primeira página.',
      ),
      button: 'Abrir avaliação',
      footer: footers.invited,
    },
    reminder: {
      subject: 'Sua avaliação espera por você: {{assessment}}',
      body: paragraphs(
        'Olá, {{candidate}}!',
        'A avaliação “{{assessment}}”, de {{organization}}, ainda não foi enviada.',
        'O convite vale até {{expires}}. Se você já começou, o link leva ao ponto em que parou. Se não quiser participar, não precisa fazer nada.',
      ),
      button: 'Abrir avaliação',
      footer: footers.invited,
    },
    resume: {
      subject: 'Continue sua avaliação: {{assessment}}',
      body: paragraphs(
        'Olá, {{candidate}}!',
        'Sua avaliação “{{assessment}}”, de {{organization}}, está em andamento. Volte a ela pelo link abaixo, em qualquer dispositivo: o que você já respondeu está guardado.',
        'Se a avaliação tem limite de tempo, ele continua contando. O link vale até você enviar suas respostas ou o tempo acabar; depois disso, leva à página final.',
      ),
      button: 'Continuar avaliação',
      footer: footers.typed,
    },
    received: {
      subject: 'Recebemos suas respostas: {{assessment}}',
      body: paragraphs(
        'Olá, {{candidate}}!',
        'Suas respostas da avaliação “{{assessment}}” chegaram e estão guardadas. Agradecemos o seu tempo.',
        '{{organization}} dará notícias sobre os próximos passos.',
        'Na sua página estão os comprovantes do que você enviou e o que pode ser feito com os seus dados.',
      ),
      button: 'Ver minha página',
      footer: footers.typed,
    },
    result: {
      subject: 'Seu resultado: {{assessment}}',
      body: paragraphs(
        'Olá, {{candidate}}!',
        'O resultado da sua avaliação “{{assessment}}”, de {{organization}}, está pronto.',
        'Total: {{total}} de 100\nFaixa: {{band}}',
        '{{feedback}}',
        'A página do resultado explica o que ele significa. Você pode guardá-la ou imprimi-la.',
      ),
      button: 'Ver meu resultado',
      footer: footers.typed,
    },
    decision: {
      subject: 'Notícias sobre a sua avaliação: {{assessment}}',
      body: paragraphs(
        'Olá, {{candidate}}!',
        '{{organization}} escreveu para você sobre a avaliação “{{assessment}}”:',
        '{{message}}',
      ),
      button: 'Ver minha página',
      footer: footers.typed,
    },
    /** Not for an organization to edit, as those above are. */
    finished: {
      subject: 'Sua avaliação: {{assessment}}',
      body: paragraphs(
        'Olá, {{candidate}}!',
        'Você já terminou a avaliação “{{assessment}}”, de {{organization}}. A página dela está no link abaixo.',
        'O link continua valendo: guarde esta mensagem para voltar quando quiser.',
      ),
      button: 'Ver minha avaliação',
      footer: footers.typed,
    },
    answered: {
      subject: 'Resposta ao seu pedido sobre os seus dados',
      body: paragraphs(
        'Olá, {{candidate}}!',
        '{{organization}} respondeu ao pedido que você fez sobre os seus dados na avaliação “{{assessment}}”.',
        'Para proteger a sua privacidade, a resposta não está neste e-mail: ela está na sua página.',
      ),
      button: 'Ler a resposta',
      footer: footers.typed,
    },
  },

  editor: {
    title: 'E-mails aos candidatos',
    lead: 'O que cada candidato recebe, no idioma em que faz a avaliação. Use nossas palavras ou as suas.',
    listNote:
      'Quem chega pela Gupy não recebe “Respostas recebidas” nem “Resultado”: lá quem avisa é a Gupy.',
    ours: 'Texto padrão',
    yours: 'Texto da organização',
    changed: (when: string, who: string) => `alterado em ${when} por ${who}`,
    edit: 'Editar',
    editOf: (kind: string, language: string) => `Editar: ${kind}, ${language}`,
    languages: 'Idiomas',
    back: 'Todos os e-mails',
    kinds: {
      invitation: 'Convite',
      reminder: 'Lembrete',
      resume: 'Continuar a avaliação',
      received: 'Respostas recebidas',
      result: 'Resultado',
      decision: 'Decisão',
      answered: 'Resposta a um pedido sobre os dados',
    },
    when: {
      invitation: 'Vai quando alguém é convidado pelo nome.',
      reminder: 'Vai antes de um convite vencer, no máximo duas vezes, só a quem não terminou.',
      resume: 'Vai quando o candidato pede o link para voltar a uma avaliação em andamento.',
      received:
        'Vai depois do envio, quando falta a nota de uma pessoa ou a avaliação não mostra o resultado ao candidato.',
      result: 'Vai quando o resultado está pronto, se a avaliação o mostra ao candidato.',
      decision: 'Vai quando alguém registra uma decisão com mensagem ao candidato.',
    },
    subject: 'Assunto',
    subjectHint: 'Aqui cabem {{candidate}}, {{organization}} e {{assessment}}.',
    body: 'Texto',
    bodyHint:
      'Uma linha em branco separa parágrafos. O botão com o link e o rodapé entram sempre, depois do texto.',
    left: '{count} caracteres restantes',
    placeholders: 'O que pode ser preenchido',
    placeholdersNote:
      'Escreva o nome entre chaves duplas. Uma linha com algo que não existe para aquele candidato fica de fora inteira.',
    meanings: {
      candidate: 'o nome do candidato',
      organization: 'o nome da sua organização',
      assessment: 'o nome da avaliação',
      expires: 'até quando o convite vale',
      duration: 'o tempo para responder',
      total: 'o total, de 0 a 100; não existe em avaliações de perfil',
      band: 'o nome da faixa do total, se a avaliação tem faixas',
      feedback: 'o texto da faixa, se a avaliação tem faixas',
      message: 'a mensagem que foi escrita com a decisão; precisa estar no texto',
    },
    save: 'Salvar',
    preview: 'Pré-visualizar',
    test: 'Enviar um teste para mim',
    testNote: (email: string) => `O teste vai para ${email}, com dados de exemplo.`,
    reset: 'Voltar ao texto padrão',
    resetNote: 'O texto da organização é apagado. Os próximos e-mails saem com o texto padrão.',
    previewTitle: 'Como vai chegar',
    previewNote: 'Com dados de exemplo.',
    linkHere: 'aqui vai o link de cada candidato',
    unsaved: 'Esta é uma prévia: o texto ainda não foi salvo.',
    notices: {
      saved: 'Salvo. Os próximos e-mails saem assim.',
      reset: 'Este e-mail voltou ao texto padrão.',
    },
    tested: (email: string) =>
      `Teste enviado para ${email}. O texto ainda não foi salvo por isso: salve-o se estiver bom.`,
    problems: {
      empty: { subject: 'Escreva um assunto.', body: 'Escreva um texto.' },
      long: { subject: 'Use no máximo 150 caracteres.', body: 'Use no máximo 5000 caracteres.' },
      unstorable: 'Há um caractere que não pode ser guardado. Digite o trecho de novo.',
      unknown: (name: string) => `{{${name}}} não pode ser preenchido aqui. Veja a lista abaixo.`,
      missing: (name: string) => `Inclua {{${name}}} no texto.`,
      tooMany: 'Muitos testes em pouco tempo. Espere um minuto e tente de novo.',
    },
    samples: {
      candidate: 'Maria Silva',
      assessment: 'Atendimento ao cliente',
      total: '82',
      band: 'Muito bom',
      feedback:
        'Você reconheceu bem o que cada cliente precisava. Vale praticar como explicar um atraso.',
      message: 'Gostamos de conhecer o seu trabalho e queremos conversar com você nesta semana.',
    },
  },

  mailbox: {
    title: 'Caixa de desenvolvimento',
    lead: 'Todos os e-mails enviados por este servidor de desenvolvimento, do mais novo ao mais antigo.',
    to: 'Para',
    empty: 'Nenhum e-mail.',
  },
};
