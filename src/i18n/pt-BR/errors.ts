export const errors = {
  invalid: {
    title: 'Não entendemos este pedido',
    text: 'Algo no que foi enviado não pôde ser lido. Volte, confira e tente de novo.',
  },
  unauthorized: {
    title: 'Entre para continuar',
    text: 'Esta página é só para quem entrou na conta.',
  },
  forbidden: {
    title: 'Você não tem acesso a isto',
    text: 'O seu papel na organização não permite esta ação, ou ela veio de outro site.',
  },
  not_found: {
    title: 'Página não encontrada',
    text: 'O endereço pode estar incompleto, ter expirado ou nunca ter existido.',
  },
  conflict: {
    title: 'Isto mudou enquanto você trabalhava',
    text: 'Outra aba, aparelho ou pessoa mexeu no mesmo lugar. Volte, recarregue e tente de novo.',
  },
  gone: { title: 'Isto não existe mais', text: 'O endereço deixou de valer.' },
  too_large: {
    title: 'O que foi enviado é grande demais',
    text: 'Nada foi salvo desta vez, e o que já estava salvo continua salvo. Volte e envie um texto mais curto ou um arquivo menor.',
  },
  unprocessable: { title: 'Há algo para corrigir', text: 'Volte e confira os campos.' },
  too_many_requests: {
    title: 'Muitos pedidos em pouco tempo',
    text: 'Espere um minuto e tente de novo. O que estava salvo continua salvo.',
  },
  internal: {
    title: 'Algo deu errado do nosso lado',
    text: 'O que já estava salvo continua salvo. Tente de novo em um minuto.',
  },
  requestId: (id: string) => `Se for falar conosco, informe este código: ${id}`,
};
