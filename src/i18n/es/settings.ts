export const settings = {
  navigation: 'Ajustes',
  label: 'Páginas de ajustes',
  tabs: { brand: 'Marca', mails: 'Correos' },
};
