import path from 'node:path'
import { listLessons } from '../../../workbook/content/lessons.ts'
import { lessonMinutes, readPage } from '../../../workbook/content/pages.ts'
import { say } from '../../../workbook/language/language.ts'
import { bound, closing, languageOf, live, tag, type State, type Token } from './tokens.ts'

/**
 * What every lesson gets without asking: below its title what it is for and how long it takes, and above "Where next" an
 * exercise from an earlier lesson to repeat.
 */
export function lessonFrame(tokens: Token[], state: State): Token[] {
  const folder = path.posix.basename(state.env.relativePath ?? '', '.md')
  const lesson = listLessons().find((one) => one.folder === folder)
  const title = tokens.findIndex(({ type, tag: name }) => type === 'heading_open' && name === 'h1')
  if (!lesson || title < 0) return tokens
  const end = closing(tokens, title) + 1
  const next = tokens.findIndex((token) => token.attrGet('id') === 'where-next')
  const review = tag(state, live(`<LessonReview v-bind="${bound({ number: lesson.number })}" />`))
  const rest =
    next < 0 ? tokens.slice(end) : [...tokens.slice(end, next), review, ...tokens.slice(next)]
  return [...tokens.slice(0, end), duration(folder, tokens, state), ...rest]
}

// --- internal ---

/** Words read per minute, including time to think about the examples. */
const readingPace = 130

function duration(folder: string, tokens: Token[], state: State): Token {
  const language = languageOf(state.env)
  const { exercises, challenges } = lessonMinutes(readPage(folder, language))
  const words = tokens
    .filter(({ type, level }) => type === 'inline' && level < 4)
    .reduce((total, { content }) => total + content.split(/\s+/).length, 0)
  const params = { reading: Math.ceil(words / readingPace / 5) * 5, exercises, challenges }
  const text = say(
    challenges > 0 ? 'lesson.duration-challenges' : 'lesson.duration',
    params,
    language,
  )
  const able = say('lesson.able', { able: String(state.env.frontmatter?.able ?? '') }, language)
  return tag(state, `<p class="wb-duration">${able}<br>${text}</p>`)
}
