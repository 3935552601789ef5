/** The form on the page about Gupy, where the plan does not have it. */
export const sales = {
  title: 'Hable con ventas',
  lead: 'Cuente en pocas líneas cómo usa Gupy su empresa. Respondemos por correo.',
  useCase: 'Cómo quiere usarla',
  useCaseHint: 'Por ejemplo: cuántas vacantes al mes, qué pruebas, cuándo quiere empezar.',
  send: 'Enviar',
  problem: 'Escriba de 10 a 2.000 caracteres.',
  sent: 'Enviado. Nuestro equipo de ventas responde por correo.',
  failed:
    'No se pudo enviar ahora. Lo que escribió sigue aquí: inténtelo de nuevo en unos minutos.',
};
