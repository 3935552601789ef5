import type { Messages } from '../messages.ts';

export const errors: Messages['errors'] = {
  invalid: {
    title: 'No entendimos esta petición',
    text: 'Algo de lo enviado no se pudo leer. Vuelve, revísalo e inténtalo de nuevo.',
  },
  unauthorized: {
    title: 'Entra para continuar',
    text: 'Esta página es solo para quien entró en su cuenta.',
  },
  forbidden: {
    title: 'No tienes acceso a esto',
    text: 'Tu rol en la organización no permite esta acción, o vino de otro sitio.',
  },
  not_found: {
    title: 'Página no encontrada',
    text: 'La dirección puede estar incompleta, haber vencido o no haber existido nunca.',
  },
  conflict: {
    title: 'Esto cambió mientras trabajabas',
    text: 'Otra pestaña, dispositivo o persona cambió lo mismo. Vuelve, recarga e inténtalo de nuevo.',
  },
  gone: { title: 'Esto ya no existe', text: 'La dirección dejó de valer.' },
  too_large: {
    title: 'Lo que enviaste es demasiado grande',
    text: 'Esta vez no se guardó nada, y lo que estaba guardado sigue guardado. Vuelve y envía un texto más corto, o un archivo más pequeño.',
  },
  unprocessable: { title: 'Hay algo que corregir', text: 'Vuelve y revisa los campos.' },
  too_many_requests: {
    title: 'Demasiadas peticiones en poco tiempo',
    text: 'Espera un minuto e inténtalo de nuevo. Lo guardado sigue guardado.',
  },
  internal: {
    title: 'Algo salió mal de nuestro lado',
    text: 'Lo que estaba guardado sigue guardado. Inténtalo de nuevo en un minuto.',
  },
  requestId: (id) => `Si hablas con nosotros, indica este código: ${id}`,
};
