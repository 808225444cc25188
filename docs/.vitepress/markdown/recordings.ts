import { findExercise, type Exercise } from '../../../workbook/content/lessons.ts'
import {
  parseRecording,
  readRecorded,
  recordedSteps,
} from '../../../workbook/content/recordings.ts'
import { solutionOf } from '../../../workbook/content/stubs.ts'
import { displayPath } from '../../../workbook/paths.ts'
import { languageOf, tag, type State, type Token } from './tokens.ts'

/**
 * Turns each `recording` fence into the steps of a run that `npm run record` has recorded: the answer's code, and below
 * it the panel as the page showed it. All of it is static; a component on the page shows one step after the other.
 */
export function recordings(tokens: Token[], state: State): Token[] {
  return tokens.flatMap((token) => {
    const [, info] = /^recording (.+)$/.exec(token.info.trim()) ?? []
    const recorded = info && readRecorded(languageOf(state.env))
    if (token.type !== 'fence' || !info) return [token]
    if (!recorded) return []
    const recording = parseRecording(info, token.content)
    const exercise = findExercise(recording.exercise)
    const steps = recordedSteps.flatMap((step) => [
      tag(
        state,
        `<li${step === 'named' ? ' data-shown' : ''}><p>${recording.steps[step].caption}</p>`,
      ),
      tag(state, `<div><p class="wb-label">${displayPath(exercise.file)}</p>`),
      code(exercise, recorded.wrong, step === 'solved', state),
      tag(state, '</div>'),
      tag(state, `${picture(recording.steps[step].alt, recorded[step])}</li>`),
    ])
    return [
      tag(state, '<figure class="wb-recording"><ol>'),
      ...steps,
      tag(state, '</ol><HomeRecording /></figure>'),
    ]
  })
}

// --- internal ---

/** @param solved is it the solution's? Its lines that are new are marked. */
function code(exercise: Exercise, source: string, solved: boolean, state: State): Token {
  const wrong = mainPart(source)
  const right = mainPart(solutionOf(exercise))
  const changed = right.flatMap((line, index) => (wrong.includes(line) ? [] : [index + 1]))
  const fence = new state.Token('fence', 'code', 0)
  fence.info = exercise.language + (solved ? ` {${changed.join(',')}}` : '')
  fence.block = true
  fence.content = `${(solved ? right : wrong).join('\n')}\n`
  return fence
}

/** The function that is exported, without imports, types and what runs it. */
function mainPart(source: string): string[] {
  const main = /^export (?:async )?function [^]*?^\}/m.exec(source)?.[0]
  return (main ?? source.trim()).split('\n')
}

/** It can be looked at, and nothing in it can be pressed. */
function picture(alt: string, html: string): string {
  const label = alt.replaceAll('"', '&quot;')
  return `<div class="wb-recorded" role="img" aria-label="${label}"><div inert v-pre>${html}</div></div>`
}
