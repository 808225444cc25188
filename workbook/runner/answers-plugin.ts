import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vitest/config'
import { exerciseOfFile } from '../content/lessons.ts'
import { makeBareStub } from '../content/stubs.ts'

/**
 * Makes an answer's file (a known mistake, another right answer, a solution standing for its stub) a separate test
 * file: loading it runs the exercise's spec with `#exercise/…` resolved to that answer. See test/support/answers.ts.
 */
export function answersPlugin(): Plugin {
  return {
    name: 'workbook:answers',
    enforce: 'pre',
    resolveId(source, importer) {
      const answer = answerOf(importer)
      if (source.startsWith('#exercise/') && answer) return `${answer}?given`
      return source.includes('?answer=') ? source : undefined
    },
    load(id) {
      const file = id.replace(/\?.*$/, '')
      if (id.endsWith('?given')) {
        const source = readFileSync(file, 'utf8')
        const answer = isSolution(file) ? makeBareStub(source) : source
        return file.endsWith('.sql') ? `export default ${JSON.stringify(answer)}` : answer
      }
      if (id.includes('?answer=')) return readFileSync(file, 'utf8')
      return isAnswer(file) ? judgeModule(file) : undefined
    },
  }
}

// --- internal ---

const isSolution = (file: string) => /[\\/]solutions[\\/][^\\/]+[\\/][^\\/]+\.(ts|sql)$/.test(file)
const isAnswer = (file: string) =>
  /\.(mistakes|alternatives)[\\/][^\\/]+\.(ts|sql)$/.test(file) || isSolution(file)

function answerOf(importer: string | undefined): string | undefined {
  const answer = /\?answer=(.+)$/.exec(importer ?? '')?.[1]
  return answer && decodeURIComponent(answer)
}

function judgeModule(file: string): string {
  const exercise = exerciseOfFile(file)
  if (!exercise) throw new Error(`${file} belongs to no exercise.`)
  const kind = isSolution(file) ? 'stub' : file.includes('.mistakes') ? 'mistake' : 'alternative'
  const folder = path.dirname(exercise.spec)
  const judgement = { kind, mistake: path.basename(file).split('.')[0], folder, answer: file }
  return [
    `import { judgeNextSpec } from ${JSON.stringify(path.join(path.dirname(folder), 'support', 'answers.ts'))}`,
    `judgeNextSpec(${JSON.stringify(judgement)})`,
    `await import(${JSON.stringify(`${exercise.spec}?answer=${encodeURIComponent(file)}`)})`,
  ].join('\n')
}
