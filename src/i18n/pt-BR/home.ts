export const home = {
  title: 'Avaliações técnicas e comportamentais',
  heading: 'Avalie competências com clareza e respeito',
  lead: 'Testes que abrem em qualquer celular, resultados explicados e entregues à Gupy. Software aberto.',
  points: [
    {
      title: 'Nada se perde',
      text: 'Cada resposta é salva a cada passo. Caiu a conexão? O candidato volta de onde parou.',
    },
    {
      title: 'Nota que se confere',
      text: 'A correção é aberta e repetível: mesma versão e mesmas respostas, mesmo resultado.',
    },
    {
      title: 'Direto na Gupy',
      text: 'O teste vira etapa da vaga, e o resultado chega com novas tentativas até ser entregue.',
    },
  ],
  recruiters: 'Sou da equipe de recrutamento',
  candidates:
    'Recebeu um convite? Abra o endereço que a empresa enviou: não é preciso criar conta.',
};
