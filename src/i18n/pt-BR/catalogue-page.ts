/** The page about what Gupy finds here. */
export const catalogue = {
  title: 'O que a Gupy encontra aqui',
  lead: 'As avaliações que aparecem na etapa de teste das vagas, e como a Gupy reconhece sua empresa.',
  tests: 'Avaliações',
  testsNote:
    'A Gupy vê as oferecidas, cada uma na versão publicada mais nova. Retirar uma não mexe em quem já foi registrado.',
  noTests: 'Nenhuma avaliação publicada.',
  noCategory: 'sem categoria',
  noLevel: 'sem nível',
  offered: 'oferecida',
  notOffered: 'não oferecida',
  offer: 'Oferecer',
  withdraw: 'Retirar',
  company: 'Código da empresa na Gupy',
  companyHint: 'Só dígitos. A Gupy o envia em company_id, e ele tem que ser este.',
  noCompany: 'Ainda não informado.',
  saveCompany: 'Guardar código',
  hosts: 'Endereços permitidos',
  hostsNote: 'Resultados e candidatos só são enviados a estes domínios. A lista é da instalação.',
  problems: {
    company: 'Informe o código da empresa: só dígitos.',
    taken: 'Outra organização já usa este código. Confira o número.',
  },
  notices: {
    offered: 'A Gupy já encontra esta avaliação.',
    withdrawn: 'A Gupy não encontra mais esta avaliação.',
    company: 'Código guardado.',
  },
  more: (n: number) => `Só as ${n} mais antigas aparecem aqui.`,
};
