import type { MarkdownRenderer } from 'vitepress'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { listExercises, pageFile, type Exercise } from '../../../workbook/content/lessons.ts'
import { displayPath } from '../../../workbook/paths.ts'
import {
  aboutExercise,
  readPage,
  splitAttributes,
  type ExerciseText,
} from '../../../workbook/content/pages.ts'
import {
  lectureLink,
  lectureOnMistake,
  lecturesOn,
  listSteps,
  type Lecture,
  type Step,
} from '../../../workbook/content/ideas.ts'
import { readableSolution } from '../../../workbook/content/stubs.ts'
import {
  bound,
  closing,
  containerInfo,
  languageOf,
  live,
  tag,
  type State,
  type Token,
} from './tokens.ts'

const words = {
  en: {
    exercise: 'Exercise',
    checked: 'What is checked',
    hint: (number: number, of: number) => (of === 1 ? 'Hint' : `Hint ${number} of ${of}`),
    mistakes: 'Known mistakes',
    solution: 'Solution',
    needs: 'You need:',
    readOn: 'Read on:',
  },
  ru: {
    exercise: 'Упражнение',
    checked: 'Что проверяется',
    hint: (number: number, of: number) => (of === 1 ? 'Подсказка' : `Подсказка ${number} из ${of}`),
    mistakes: 'Известные ошибки',
    solution: 'Решение',
    needs: 'Понадобится:',
    readOn: 'Подробнее:',
  },
}

/**
 * Turns each `:::: exercise` into a section of plain HTML, with a component only where a verdict appears: what is in a
 * component's slot would be shipped a second time as JavaScript. Task, checks, hints, mistakes and solution are in
 * this order, whatever their order in the source. A mistake outside of exercises is shared by the whole page.
 */
export function exercises(tokens: Token[], state: State, markdown: MarkdownRenderer): Token[] {
  const output: Token[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!
    const end = closing(tokens, index)
    if (token.type === 'container_exercise_open') {
      output.push(...exercise(token, tokens.slice(index + 1, end), state, markdown))
    } else if (token.type === 'container_mistake_open') {
      output.push(...sharedMistake(token, tokens.slice(index + 1, end), state, markdown))
    } else {
      output.push(token)
      continue
    }
    index = end
  }
  return output
}

// --- internal ---

interface Parts {
  task: Token[]
  checks: Token[][]
  hints: Token[][]
  mistakes: { id: string; idea?: string; title: string; tokens: Token[] }[]
  solution: Token[]
}

function exercise(open: Token, inside: Token[], state: State, markdown: MarkdownRenderer): Token[] {
  const [name = '', title = ''] = splitInfo(open)
  const said = textOf(name, state)
  const about = said ? ` · ${aboutExercise(said, languageOf(state.env))}` : ''
  const parts = partsOf(inside)
  const found = exerciseOf(name, state)
  const id = found?.id ?? name
  const number = found ? `${Number.parseInt(found.key, 10)}.${found.number}` : ''
  const word = words[languageOf(state.env)]
  const html = (content: string) => tag(state, content)
  return [
    html(
      `<section class="wb-exercise" data-exercise="${id}" data-mark="${said?.mark ?? 'exercise'}" aria-labelledby="${name}">`,
    ),
    html(`<header><p>${word.exercise} ${number}${about}</p>`),
    html(
      `${heading(name, title, state, markdown)}${live(`<ExerciseState id="${id}" />`)}</header>`,
    ),
    ...needs(id, said, state),
    ...parts.task,
    ...(found ? [html(`<FilePath file="${displayPath(found.file)}" />`)] : []),
    html(`<h4 class="wb-label">${word.checked}</h4>${live(`<ExerciseProblem id="${id}" />`)}`),
    ...checkList(parts.checks, id, name, state),
    html(`<ExerciseNote id="${name}-note" />`),
    ...(found ? [actions(found, parts.hints.length, state)] : []),
    ...parts.hints.flatMap((hint, index) =>
      fold('wb-hint', word.hint(index + 1, parts.hints.length), hint, state),
    ),
    ...mistakeList(parts.mistakes, { id, name }, state, markdown),
    ...fold(
      'wb-solution',
      word.solution,
      [...solutionCode(found, state), ...parts.solution],
      state,
    ),
    html('</section>'),
  ]
}

/** What must be known, as links to the sections that teach it. */
function needs(id: string, said: ExerciseText | undefined, state: State): Token[] {
  const lectures = lecturesOn(said?.needs ?? [], id, stepsOf(state))
  if (lectures.length === 0) return []
  const links = lectures.map((lecture) => lectureAnchor(lecture, state)).join(', ')
  return [tag(state, `<p class="wb-needs">${words[languageOf(state.env)].needs} ${links}</p>`)]
}

function actions({ id, name, file }: Exercise, hints: number, state: State): Token {
  const lecture = lectureOnMistake({}, id, stepsOf(state))
  const read = lecture && {
    title: plainTitle(lecture),
    link: lectureLink(lecture, languageOf(state.env)),
  }
  const props = bound({ id, name, file: displayPath(file), hints, ...(read && { read }) })
  return tag(state, live(`<ExerciseActions v-bind="${props}" />`))
}

function checkList(checks: Token[][], id: string, name: string, state: State): Token[] {
  const titles = testTitles(name, state)
  const items = checks.flatMap((check, index) => {
    const props = bound({ id, name, index, test: titles[index] ?? '' })
    const result = live(`<CheckResult v-bind="${props}" />`, '<span class="wb-mark"></span>')
    const place = live(` id="${name}-check-${index}"`)
    return [tag(state, `<li><div${place}>`), ...check, tag(state, `</div>${result}</li>`)]
  })
  return [tag(state, '<ol class="wb-checks">'), ...items, tag(state, '</ol>')]
}

function mistakeList(
  mistakes: Parts['mistakes'],
  { id: exercise, name }: { id: string; name: string },
  state: State,
  markdown: MarkdownRenderer,
): Token[] {
  const articles = mistakes.flatMap(({ id, idea, title, tokens }) => [
    tag(state, `<article id="${name}-${id}"><h4>${inline(title, state, markdown)}</h4>`),
    ...tokens,
    ...readOn(lectureOnMistake({ ...(idea && { idea }) }, exercise, stepsOf(state)), tokens, state),
    tag(state, '</article>'),
  ])
  const summary = `${words[languageOf(state.env)].mistakes} (${mistakes.length})`
  return fold('wb-mistakes', summary, articles, state)
}

function sharedMistake(
  open: Token,
  inside: Token[],
  state: State,
  markdown: MarkdownRenderer,
): Token[] {
  const [id = '', title = ''] = splitInfo(open)
  const text = inline(title, state, markdown)
  const article = [
    tag(state, `<article id="mistake-${id}"><h4>${text}</h4>`),
    ...inside,
    tag(state, '</article>'),
  ]
  return fold('wb-shared', text, article, state)
}

function fold(kind: string, summary: string, inside: Token[], state: State): Token[] {
  if (inside.length === 0) return []
  const open = tag(state, `<details class="wb-fold ${kind}"><summary>${summary}</summary>`)
  return [open, ...inside, tag(state, '</details>')]
}

function inline(text: string, state: State, markdown: MarkdownRenderer): string {
  return markdown.renderInline(text, { ...state.env })
}

function partsOf(inside: Token[]): Parts {
  const parts: Parts = { task: [], checks: [], hints: [], mistakes: [], solution: [] }
  for (let index = 0; index < inside.length; index++) {
    const open = inside[index]!
    const kind = /^container_(checks|hint|mistake|solution)_open$/.exec(open.type)?.[1]
    if (!kind) {
      parts.task.push(open)
      continue
    }
    const end = closing(inside, index)
    const tokens = inside.slice(index + 1, end)
    const [id = '', title = ''] = splitInfo(open)
    const { idea } = splitAttributes(open.info.trim()).attributes
    if (kind === 'checks') parts.checks.push(...listItems(tokens))
    else if (kind === 'hint') parts.hints.push(tokens)
    else if (kind === 'mistake') parts.mistakes.push({ id, ...(idea && { idea }), title, tokens })
    else parts.solution.push(...tokens)
    index = end
  }
  return parts
}

function listItems(tokens: Token[]): Token[][] {
  return tokens.flatMap((token, index) =>
    token.type === 'list_item_open' && token.level === tokens[0]!.level + 1
      ? [tokens.slice(index + 1, closing(tokens, index))]
      : [],
  )
}

function heading(name: string, title: string, state: State, markdown: MarkdownRenderer): string {
  const text = inline(title, state, markdown)
  const plain = markdown.utils.escapeHtml(title.replaceAll('`', ''))
  const label = languageOf(state.env) === 'ru' ? `Ссылка на «${plain}»` : `Permalink to “${plain}”`
  return `<h3 id="${name}" tabindex="-1">${text} <a class="header-anchor" href="#${name}" aria-label="${label}">&#8203;</a></h3>`
}

/** A link to the section that helps, below an explanation without a link. */
function readOn(lecture: Lecture | undefined, said: Token[], state: State): Token[] {
  const hasLink = said.some(({ children }) => children?.some(({ type }) => type === 'link_open'))
  if (!lecture || hasLink) return []
  const word = words[languageOf(state.env)].readOn
  return [tag(state, `<p class="wb-read-on">${word} ${lectureAnchor(lecture, state)}</p>`)]
}

function lectureAnchor(lecture: Lecture, state: State): string {
  const { page, section } = lecture
  const own = page === lessonFolder(state) ? '' : `./${page}`
  return `<a href="${own}#${section.id}">${plainTitle(lecture).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</a>`
}

function plainTitle({ section }: Lecture): string {
  return section.title.replaceAll(/[`*]/g, '')
}

/** The path through the lessons, read once per page. */
function stepsOf(state: State): readonly Step[] {
  const known = steps.get(state.env)
  if (known) return known
  const read = listSteps(languageOf(state.env))
  steps.set(state.env, read)
  return read
}
const steps = new WeakMap<object, readonly Step[]>()

function textOf(name: string, state: State): ExerciseText | undefined {
  const folder = lessonFolder(state)
  const language = languageOf(state.env)
  if (!existsSync(pageFile(folder, language))) return undefined
  return readPage(folder, language).exercises.find((one) => one.name === name)
}

/** The page's own lesson first: two lessons may have exercises with the same name. */
function exerciseOf(name: string, state: State) {
  return listExercises().find(
    (one) => one.key.startsWith(`${lessonFolder(state)}/`) && one.name === name,
  )
}

function lessonFolder(state: State): string {
  return path.posix.basename(state.env.relativePath ?? '', '.md')
}

/** The English sentences that name the tests in the spec, in order: verdicts refer to tests by these. */
function testTitles(name: string, state: State): string[] {
  const folder = lessonFolder(state)
  if (!existsSync(pageFile(folder, 'en'))) return []
  return readPage(folder, 'en').exercises.find((one) => one.name === name)?.checks ?? []
}

function solutionCode(exercise: Exercise | undefined, state: State): Token[] {
  if (!exercise) return []
  const { solution: file, language } = exercise
  state.env.includes?.push(file)
  const fence = new state.Token('fence', 'code', 0)
  fence.info = language
  fence.block = true
  fence.content = `${readableSolution(readFileSync(file, 'utf8')).trim()}\n`
  return [fence]
}

function splitInfo(open: Token): string[] {
  return /^(\S+) ?(.*)$/.exec(splitAttributes(containerInfo(open)).text)?.slice(1) ?? []
}
