export const settings = {
  navigation: 'Configurações',
  label: 'Páginas das configurações',
  tabs: { brand: 'Marca', mails: 'E-mails' },
};
