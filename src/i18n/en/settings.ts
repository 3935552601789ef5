export const settings = {
  navigation: 'Settings',
  label: 'Settings pages',
  tabs: { brand: 'Brand', mails: 'E-mails' },
};
