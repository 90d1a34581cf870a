/**
 * Every expected failure a person can meet, in one table, grouped by what the other side should do. The interface words them
 * (`client/i18n`), the HTTP floor gives them their status, nobody invents further ones.
 */
export const ERRORS = {
  // Mend the input and send it again.
  INVALID_INPUT: { status: 422, retry: 'change-input' },
  WEAK_PASSWORD: { status: 422, retry: 'change-input' },
  /** An admin role that nobody would hold. */
  ROLE_UNHELD: { status: 409, retry: 'change-input' },
  /** Admin roles, or one and a meeting to run, in one hand where they are to be apart. */
  ROLES_TOGETHER: { status: 409, retry: 'change-input' },
  NAME_TAKEN: { status: 409, retry: 'change-input' },
  UNSUPPORTED_FILE: { status: 415, retry: 'change-input' },
  BROKEN_FILE: { status: 422, retry: 'change-input' },
  TOO_LARGE: { status: 413, retry: 'change-input' },
  // Sign in, or ask somebody who may.
  WRONG_CREDENTIALS: { status: 401, retry: 'change-input' },
  LOCKED_OUT: { status: 423, retry: 'later' },
  UNAUTHORIZED: { status: 401, retry: 'sign-in' },
  FORBIDDEN: { status: 403, retry: 'never' },
  NOT_FOUND: { status: 404, retry: 'never' },
  LINK_SPENT: { status: 410, retry: 'never' },
  // The world has moved on: reload, look, decide.
  CONFLICT: { status: 409, retry: 'reload' },
  ALREADY_SET_UP: { status: 409, retry: 'reload' },
  // Wait.
  TOO_FREQUENT: { status: 429, retry: 'later' },
} as const satisfies Record<string, { status: number; retry: 'change-input' | 'sign-in' | 'reload' | 'later' | 'never' }>

export type ErrorCode = keyof typeof ERRORS

/** An expected failure on its way to the person who caused it. `message` is for logs; the client words the code itself. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string = code,
    /** Facts the wording needs, such as `{ minutes: 30 }`. */
    readonly data: Record<string, string | number> = {},
  ) {
    super(message)
    this.name = 'AppError'
  }
}
