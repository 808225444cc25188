import {
  appendFileSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { languages } from '../language/language.ts'
import { pageFile, type Exercise } from '../content/lessons.ts'
import { makeStub } from '../content/stubs.ts'
import { copyCheckout, type Checkout } from './checkout.ts'

/** A newer version of the workbook, in a folder: a copy that is changed as authors change it. */
export interface NextVersion extends AsyncDisposable {
  readonly root: string
  /** A new first line, in solution and stub. */
  addLine(exercise: Exercise): void
  /** A different text for the first task, where the student writes. */
  changeTask(exercise: Exercise): void
  /** A different number in its lesson. */
  move(exercise: Exercise, number: number): void
  rename(exercise: Exercise, name: string): void
  remove(exercise: Exercise): void
  /** Adds an exercise to a lesson, as `npm run new` does. */
  add(id: string): Promise<void>
  /** The key that an exercise has now. */
  keyOf(exercise: Exercise): string
  text(file: string): string
}

/** A copy of the checkout that becomes a newer version. */
export async function nextVersion(): Promise<NextVersion> {
  const copy = await copyCheckout()
  const keys = new Map<string, string>()
  const keyOf = ({ id, key }: Exercise) => keys.get(id) ?? key
  const file = (name: string) => path.join(copy.root, name)
  const rewrite = (name: string, change: (text: string) => string) =>
    writeFileSync(file(name), change(readFileSync(file(name), 'utf8')))
  const changeSolution = (exercise: Exercise, change: (text: string) => string) => {
    const name = `${keyOf(exercise)}.${exercise.language}`
    rewrite(`solutions/${name}`, change)
    const solution = readFileSync(file(`solutions/${name}`), 'utf8')
    writeFileSync(file(`lessons/${name}`), makeStub(solution))
  }
  const take = (exercise: Exercise, key: string) => {
    moveFiles(copy, keyOf(exercise), key)
    keys.set(exercise.id, key)
  }
  appendFileSync(file('CHANGELOG.md'), '\n- A brand new line of the change log.\n')
  appendFileSync(file('workbook/cli.ts'), '// A newer one.\n')
  rewrite('package.json', (text) => text.replace(/"version": "[^"]+"/, '"version": "9.9.9"'))
  return {
    root: copy.root,
    keyOf,
    text: (name) => readFileSync(file(name), 'utf8'),
    addLine: (exercise) => changeSolution(exercise, (text) => `// A new line.\n${text}`),
    changeTask: (exercise) =>
      changeSolution(exercise, (text) =>
        text.replace(/#region TODO: .*/, '#region TODO: Another task'),
      ),
    move: (exercise, number) => take(exercise, exercise.key.replace(/\/\d+-/, `/${number}-`)),
    rename(exercise, name) {
      take(exercise, exercise.key.replace(exercise.name, name))
      rewrite('workbook/content/renamed.ts', (text) =>
        text.replace('= {\n', `= {\n  '${exercise.id}': '${exercise.lesson}/${name}',\n`),
      )
      onPages(copy, exercise, (text) =>
        text.replace(`:::: exercise ${exercise.name} `, `:::: exercise ${name} `),
      )
    },
    remove(exercise) {
      moveFiles(copy, exercise.key, undefined)
      onPages(copy, exercise, (text) =>
        text.replace(new RegExp(`^:::: exercise ${exercise.name} [\\s\\S]*?^::::$`, 'm'), ''),
      )
    },
    async add(id) {
      const made = await copy.run(['exercise', id, 'Brand new'], {
        script: 'workbook/authoring/new.ts',
      })
      if (made.code !== 0) throw new Error(made.stderr)
    },
    [Symbol.asyncDispose]: () => copy[Symbol.asyncDispose](),
  }
}

// --- internal ---

/** Each file of an exercise; without a new key they are removed. */
function moveFiles({ root }: Checkout, key: string, to: string | undefined): void {
  for (const top of ['lessons', 'solutions', 'test']) {
    const folder = path.join(root, top, path.dirname(key))
    for (const name of readdirSync(folder)) {
      if (!name.startsWith(`${path.basename(key)}.`)) continue
      const file = path.join(folder, name)
      if (to)
        renameSync(file, path.join(folder, name.replace(path.basename(key), path.basename(to))))
      else rmSync(file, { recursive: true })
    }
  }
}

function onPages(copy: Checkout, { key }: Exercise, change: (text: string) => string): void {
  for (const language of languages) {
    const page = copy.at(pageFile(path.dirname(key), language))
    writeFileSync(page, change(readFileSync(page, 'utf8')))
  }
}
