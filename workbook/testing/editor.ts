import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** An editor that writes down what it was asked to open. */
export interface WritingEditor {
  /** For LAUNCH_EDITOR. */
  readonly program: string
  /** The arguments of each call. */
  opened(): string[][]
}

/** Creates such an editor in its own folder. */
export async function makeEditor(folder: string): Promise<WritingEditor> {
  const script = path.join(folder, 'editor.cjs')
  const list = path.join(folder, 'opened.jsonl')
  const write = `require('node:fs').appendFileSync(${JSON.stringify(list)}, JSON.stringify(process.argv.slice(2)) + '\\n')`
  await mkdir(folder, { recursive: true })
  await writeFile(script, `#!/usr/bin/env node\n${write}\n`)
  await chmod(script, 0o755)
  const command = path.join(folder, 'editor.cmd')
  await writeFile(command, `@"${process.execPath}" "%~dp0editor.cjs" %*\r\n`)
  return {
    program: process.platform === 'win32' ? command : script,
    opened: () =>
      existsSync(list)
        ? readFileSync(list, 'utf8')
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as string[])
        : [],
  }
}
