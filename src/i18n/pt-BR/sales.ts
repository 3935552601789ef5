/** The form on the page about Gupy, where the plan does not have it. */
export const sales = {
  title: 'Fale com vendas',
  lead: 'Conte em poucas linhas como sua empresa usa a Gupy. Respondemos por e-mail.',
  useCase: 'Como pretende usar',
  useCaseHint: 'Por exemplo: quantas vagas por mês, quais testes, quando quer começar.',
  send: 'Enviar',
  problem: 'Escreva de 10 a 2.000 letras.',
  sent: 'Enviado. Nossa equipe de vendas responde por e-mail.',
  failed:
    'Não foi possível enviar agora. O que você escreveu está aqui: tente de novo em alguns minutos.',
};
