/** What a {@link WorkbookError} is about, for programs; people read its message. */
export type ErrorCode =
  | 'BAD_COMMAND'
  | 'BAD_CONFIG'
  | 'NO_TERMINAL'
  | 'UNKNOWN_EXERCISE'
  | 'BROKEN_LESSON'
  | 'PORT_TAKEN'
  | 'FILE_SYSTEM'
  | 'NO_EDITOR'
  | 'NO_LANGUAGE_SERVICE'
  | 'NOT_DUE'
  | 'NO_DOCKER_CLIENT'
  | 'NO_DOCKER_ENGINE'
  | 'NO_DOCKER_PERMISSION'
  | 'NO_IMAGE'
  | 'NO_NETWORK'
  | 'FETCH_FAILED'
  | 'NOT_MYSQL'
  | 'SERVER_FAILED'
  | 'ACCESS_DENIED'
  | 'CONNECTION_REFUSED'
  | 'OUTSIDE_PREFIX'
  | 'MISSING_RIGHTS'

/**
 * A failure of the environment or of the command, never of a student's answer.
 * `message` says what happened and why, `next` what to do about it.
 * The command line prints both and exits with {@link exitCode}.
 */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError'
  readonly next: string
  readonly code: ErrorCode

  constructor(message: string, next: string, options: { code: ErrorCode; cause?: unknown }) {
    super(message, { cause: options.cause })
    this.next = next
    this.code = options.code
  }

  /** 2 for a wrong command, 3 for an environment that does not work. */
  get exitCode(): 2 | 3 {
    return this.code === 'BAD_COMMAND' ||
      this.code === 'UNKNOWN_EXERCISE' ||
      this.code === 'NO_TERMINAL'
      ? 2
      : 3
  }
}
