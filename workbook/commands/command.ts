/** A command: returns its exit code, never exits. 0 right, 1 wrong answers, 2 wrong command, 3 environment. */
export interface Command {
  run(args: string[], context: CommandContext): Promise<number>
}

export interface CommandContext {
  /** Aborts at Ctrl-C and when the process is asked to end. */
  signal: AbortSignal
}
