/**
 * What a person or a partner can cause. Anything else that is thrown is a bug: 500 and a request id.
 * `fields` names the inputs that are wrong (JSON APIs); forms show their messages beside the field instead.
 */
export const errorStatuses = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  unprocessable: 422,
  too_many_requests: 429,
} as const;

export type ErrorCode = keyof typeof errorStatuses;

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: Readonly<Record<string, string>> | undefined;

  /** `message` is for partners' developers (JSON bodies); pages show the catalogue's words for the code. */
  constructor(code: ErrorCode, message: string, fields?: Readonly<Record<string, string>>) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.fields = fields;
  }

  get status() {
    return errorStatuses[this.code];
  }
}

/** One and the same answer for a missing row and for somebody else's. */
export function notFound(): AppError {
  return new AppError('not_found', 'Not found');
}
