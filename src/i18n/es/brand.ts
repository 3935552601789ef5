import type { Messages } from '../messages.ts';

export const brand: Messages['brand'] = {
  title: 'Marca',
  lead: 'El color y el logotipo que los candidatos ven en las páginas de sus pruebas.',
  saved: 'Guardado. Las páginas de sus pruebas ya se ven así.',
  adjusted:
    'Con este color algunos textos serían difíciles de leer. En las páginas aparece un poco más oscuro o más claro, en el mismo tono, como en el ejemplo de abajo.',
  color: 'Color de la marca',
  colorHint:
    'Seis dígitos hexadecimales, como #8a1538. Déjelo vacío para usar los colores de Aferi.',
  logo: 'Logotipo',
  logoHint: ({ kilobytes, width, height }) =>
    `PNG, JPEG o WebP, de hasta ${kilobytes} KB y ${width} × ${height} píxeles, para que la prueba abra rápido en cualquier celular. Se muestra sobre fondo blanco, en lugar del nombre de la organización.`,
  remove: 'Quitar el logotipo actual',
  save: 'Guardar',
  preview: 'Ejemplo',
  previewNote: 'Así se ve una página de prueba, en el tema claro y en el oscuro.',
  previewLogoNote:
    'Así se ve una página de prueba, en el tema claro y en el oscuro. El logotipo es el que ya estaba guardado: elija el archivo de nuevo.',
  themes: { light: 'Tema claro', dark: 'Tema oscuro' },
  sample: (theme) => `Ejemplo de una página de prueba: ${theme}`,
  sampleProgress: 'Pregunta 3 de 8',
  sampleChosen: 'La opción elegida',
  sampleLink: 'Ver los comprobantes',
  sampleButton: 'Siguiente',
  problems: {
    color: 'Escriba el color con seis dígitos hexadecimales, como #8a1538, o déjelo vacío.',
    type: 'Este archivo no es PNG, JPEG ni WebP. Exporte el logotipo en uno de esos formatos.',
    bytes: ({ kilobytes }) =>
      `Este archivo tiene más de ${kilobytes} KB. Exporte el logotipo con 320 × 80 píxeles o como WebP.`,
    pixels: ({ width, height }) =>
      `Este logotipo es demasiado grande: el límite es ${width} × ${height} píxeles.`,
  },
};
