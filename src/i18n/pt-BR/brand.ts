interface Limits {
  kilobytes: string;
  width: string;
  height: string;
}

/** The page of an organization's colour and logo. */
export const brand = {
  title: 'Marca',
  lead: 'A cor e o logotipo que as pessoas candidatas veem nas páginas dos seus testes.',
  saved: 'Salvo. As páginas dos seus testes já estão assim.',
  adjusted:
    'Com esta cor, alguns textos seriam difíceis de ler. Nas páginas ela aparece um pouco mais escura ou mais clara, no mesmo tom, como no exemplo abaixo.',
  color: 'Cor da marca',
  colorHint:
    'Seis dígitos hexadecimais, como #8a1538. Deixe em branco para usar as cores do Aferi.',
  logo: 'Logotipo',
  logoHint: ({ kilobytes, width, height }: Limits) =>
    `PNG, JPEG ou WebP, com até ${kilobytes} KB e ${width} × ${height} pixels, para o teste abrir rápido em qualquer celular. Aparece sobre fundo branco, no lugar do nome da organização.`,
  remove: 'Remover o logotipo atual',
  save: 'Salvar',
  preview: 'Exemplo',
  previewNote: 'Assim fica uma página de teste, no tema claro e no escuro.',
  previewLogoNote:
    'Assim fica uma página de teste, no tema claro e no escuro. O logotipo é o que já estava salvo: escolha o arquivo de novo.',
  themes: { light: 'Tema claro', dark: 'Tema escuro' },
  sample: (theme: string) => `Exemplo de uma página de teste: ${theme}`,
  sampleProgress: 'Questão 3 de 8',
  sampleChosen: 'A opção escolhida',
  sampleLink: 'Ver os comprovantes',
  sampleButton: 'Próxima',
  problems: {
    color: 'Escreva a cor com seis dígitos hexadecimais, como #8a1538, ou deixe em branco.',
    type: 'Este arquivo não é um PNG, JPEG ou WebP. Exporte o logotipo num desses formatos.',
    bytes: ({ kilobytes }: Limits) =>
      `Este arquivo tem mais de ${kilobytes} KB. Exporte o logotipo com 320 × 80 pixels ou como WebP.`,
    pixels: ({ width, height }: Limits) =>
      `Este logotipo é grande demais: o limite é ${width} × ${height} pixels.`,
  },
};
