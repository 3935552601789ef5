import type { Messages } from '../messages.ts';

export const notices: Messages['notices'] = {
  '2026-11-23': (organization) => [
    `La responsable de tus datos en esta evaluación es ${organization}. La plataforma Aferi los trata en su nombre, para aplicar la prueba y calcular el resultado (LGPD, Ley brasileña 13.709/2018).`,
    'Guardamos tu nombre, correo, respuestas, horarios y el tiempo en cada pregunta. No usamos cámara, micrófono ni biometría, y no vendemos datos.',
    `El resultado lo recibe ${organization} y, si la vacante viene de allí, la plataforma de selección Gupy. Nadie es rechazado automáticamente: decide una persona.`,
    `Puedes pedir acceso, corrección o eliminación de tus datos y la revisión del resultado por una persona. Para ello, contacta con ${organization}.`,
  ],
  '2026-11-23-2': (organization) => [
    `La responsable de tus datos en esta evaluación es ${organization}. La plataforma Aferi los trata en su nombre, para aplicar la prueba y calcular el resultado (LGPD, Ley brasileña 13.709/2018).`,
    'Guardamos tu nombre, correo, respuestas, horarios y el tiempo en cada pregunta. Para entender en qué condiciones se hizo la prueba, guardamos también los registros explicados antes del inicio; no cambian la nota. No usamos cámara, micrófono ni biometría, y no vendemos datos.',
    `El resultado lo recibe ${organization} y, si la vacante viene de allí, la plataforma de selección Gupy. Nadie es rechazado automáticamente: decide una persona.`,
    `En la página de tu resultado puedes leer este aviso, ver y descargar lo que guardamos sobre tu prueba y pedir corrección, eliminación o la revisión del resultado por una persona. ${organization} responde en un plazo de 15 días.`,
  ],
};
