import { spawn } from 'node:child_process'

export interface CommandResult {
  code: number | null
  stdout: string
  stderr: string
  /** Set when the program could not be started at all, for instance ENOENT. */
  error?: NodeJS.ErrnoException
}

/** Runs a program to its end, without a shell, and collects its output. Never rejects except when `signal` aborts. */
export async function runCommand(
  program: string,
  args: string[],
  options: { signal?: AbortSignal | undefined; env?: NodeJS.ProcessEnv } = {},
): Promise<CommandResult> {
  options.signal?.throwIfAborted()
  const result = await new Promise<CommandResult>((resolve) => {
    // Its own group: Ctrl-C reaches it through the signal, not halfway through the terminal.
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
      env: options.env ?? process.env,
    })
    let stdout = ''
    let stderr = ''
    const stop = () => void child.kill('SIGTERM')
    process.once('exit', stop)
    options.signal?.addEventListener('abort', stop, { once: true })
    child.stdout.on('data', (chunk) => (stdout += chunk))
    child.stderr.on('data', (chunk) => (stderr += chunk))
    child.on('error', (error) => {
      process.off('exit', stop)
      resolve({ code: null, stdout, stderr, error })
    })
    child.on('close', (code) => {
      options.signal?.removeEventListener('abort', stop)
      process.off('exit', stop)
      resolve({ code, stdout, stderr })
    })
  })
  options.signal?.throwIfAborted()
  return result
}
