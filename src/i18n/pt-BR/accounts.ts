export const accounts = {
  signIn: {
    title: 'Entrar',
    lead: 'Escreva seu e-mail de trabalho. Enviaremos um link para você entrar, sem senha.',
    email: 'E-mail',
    submit: 'Enviar link',
    badEmail: 'Escreva um e-mail completo, como nome@empresa.com.br.',
    tooMany: 'Muitos pedidos em pouco tempo. Espere um minuto e tente de novo.',
  },
  sent: {
    title: 'Veja seu e-mail',
    body: (email: string) => `Se ${email} tem acesso ao Aferi, um link para entrar está a caminho.`,
    validity: (minutes: number) =>
      `O link vale por ${minutes} minutos e só pode ser usado uma vez.`,
    nothingCame:
      'Não chegou? Confira o spam e se o endereço está certo, ou fale com quem administra a conta da sua empresa.',
    again: 'Pedir outro link',
  },
  confirm: {
    title: 'Confirme sua entrada',
    body: 'Falta só um clique para entrar no Aferi neste navegador.',
    submit: 'Entrar',
  },
  refused: {
    title: 'Este link não serve mais',
    body: (minutes: number) =>
      `Ele já foi usado, passou dos ${minutes} minutos de validade ou chegou incompleto. Peça um novo.`,
    again: 'Pedir outro link',
  },
  mail: {
    subject: 'Seu link para entrar no Aferi',
    title: 'Entre no Aferi',
    body: (email: string) => `Use o link abaixo para entrar como ${email}.`,
    validity: (minutes: number) =>
      `O link vale por ${minutes} minutos e só pode ser usado uma vez.`,
    button: 'Entrar no Aferi',
    footer: 'Não pediu este link? Ignore esta mensagem: sem ele, ninguém entra na sua conta.',
  },
};
