import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { lessonsIn, pageFile, type Exercise } from '../content/lessons.ts'
import { withoutSolutions } from '../content/pages.ts'
import { makeStub, withoutAnswer } from '../content/stubs.ts'
import { WorkbookError } from '../errors.ts'
import { languages, say, type Language } from '../language/language.ts'
import { root } from '../paths.ts'
import { exportCommit, isClone } from '../update/git.ts'

/**
 * Writes the workbook, as it was last committed, without what gives an answer away: the solutions hold only what the
 * stubs are made from, the pages say that theirs come later, and the answers that the project tests itself with are
 * left out. `npm run update` on the whole workbook brings everything back.
 * @param folder to be made; it may be there when it is empty
 * @throws {WorkbookError} BAD_COMMAND
 */
export async function writeHandout(folder: string): Promise<void> {
  if (!isClone()) throw refused('class.handout-no-clone')
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw refused('class.handout-taken', { folder })
  const temporary = mkdtempSync(path.join(tmpdir(), 'workbook-handout-'))
  const copy = path.join(temporary, 'handout')
  try {
    await exportCommit('HEAD', copy)
    for (const { exercises, folder: lesson } of lessonsIn(copy)) {
      exercises.forEach(takeAnswersAway)
      for (const language of languages)
        hideSolutions(path.join(copy, path.relative(root, pageFile(lesson, language))), language)
    }
    cpSync(copy, folder, { recursive: true })
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

// --- internal ---

function takeAnswersAway(exercise: Exercise): void {
  const solution = readFileSync(exercise.solution, 'utf8')
  writeFileSync(exercise.file, makeStub(solution))
  writeFileSync(exercise.solution, withoutAnswer(solution))
  const survivors = exercise.spec.replace(/\.spec\.ts$/, '.mutants.md')
  for (const answers of [exercise.mistakes, exercise.alternatives, survivors])
    rmSync(answers, { recursive: true, force: true })
}

function hideSolutions(page: string, language: Language): void {
  const later = say('class.solution-later', {}, language)
  writeFileSync(page, withoutSolutions(readFileSync(page, 'utf8'), later))
}

type RefusedKey = 'class.handout-no-clone' | 'class.handout-taken'

function refused(key: RefusedKey, params: Record<string, string> = {}): WorkbookError {
  return new WorkbookError(say(key, params), say(`${key}.next`), { code: 'BAD_COMMAND' })
}
