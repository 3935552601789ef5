/** The page about what Gupy finds here. */
export const catalogue = {
  title: 'Lo que Gupy encuentra aquí',
  lead: 'Las evaluaciones que aparecen en la etapa de prueba de las vacantes, y cómo Gupy reconoce a su empresa.',
  tests: 'Evaluaciones',
  testsNote:
    'Gupy ve las ofrecidas, cada una en su versión publicada más nueva. Retirar una no cambia nada para quien ya fue registrado.',
  noTests: 'Ninguna evaluación publicada.',
  noCategory: 'sin categoría',
  noLevel: 'sin nivel',
  offered: 'ofrecida',
  notOffered: 'no ofrecida',
  offer: 'Ofrecer',
  withdraw: 'Retirar',
  company: 'Código de la empresa en Gupy',
  companyHint: 'Solo dígitos. Gupy lo envía en company_id, y tiene que ser este.',
  noCompany: 'Todavía no se indicó.',
  saveCompany: 'Guardar código',
  hosts: 'Direcciones permitidas',
  hostsNote:
    'Los resultados y los candidatos solo se envían a estos dominios. La lista es de la instalación.',
  problems: {
    company: 'Indique el código de la empresa: solo dígitos.',
    taken: 'Otra organización ya usa este código. Revise el número.',
  },
  notices: {
    offered: 'Gupy ya encuentra esta evaluación.',
    withdrawn: 'Gupy ya no encuentra esta evaluación.',
    company: 'Código guardado.',
  },
  more: (n: number) => `Aquí solo aparecen las ${n} más antiguas.`,
};
