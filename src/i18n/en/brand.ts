import type { Messages } from '../messages.ts';

export const brand: Messages['brand'] = {
  title: 'Brand',
  lead: 'The colour and the logo that candidates see on the pages of your tests.',
  saved: 'Saved. The pages of your tests look like this now.',
  adjusted:
    'With this colour some texts would be hard to read. On the pages it is a little darker or lighter, in the same hue, as in the sample below.',
  color: 'Brand colour',
  colorHint: "Six hexadecimal digits, such as #8a1538. Leave it empty for Aferi's own colours.",
  logo: 'Logo',
  logoHint: ({ kilobytes, width, height }) =>
    `PNG, JPEG or WebP, up to ${kilobytes} KB and ${width} × ${height} pixels, so that a test opens fast on any phone. It is shown on white, in the place of the organization's name.`,
  remove: 'Remove the present logo',
  save: 'Save',
  preview: 'Sample',
  previewNote: 'This is how a page of a test looks, in the light and in the dark theme.',
  previewLogoNote:
    'This is how a page of a test looks, in the light and in the dark theme. The logo is the one saved before: choose the file again.',
  themes: { light: 'Light theme', dark: 'Dark theme' },
  sample: (theme) => `Sample of a test's page: ${theme}`,
  sampleProgress: 'Question 3 of 8',
  sampleChosen: 'The chosen option',
  sampleLink: 'See the receipts',
  sampleButton: 'Next',
  problems: {
    color: 'Write the colour as six hexadecimal digits, such as #8a1538, or leave it empty.',
    type: 'This file is no PNG, JPEG or WebP. Export the logo in one of these formats.',
    bytes: ({ kilobytes }) =>
      `This file has more than ${kilobytes} KB. Export the logo with 320 × 80 pixels, or as WebP.`,
    pixels: ({ width, height }) =>
      `This logo is too large: the limit is ${width} × ${height} pixels.`,
  },
};
