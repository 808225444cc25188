import { closing, languageOf, tag, type State, type Token } from './tokens.ts'

/**
 * Turns each `::: quiz` into plain HTML, which theme/layout/quiz.ts brings to life: the question, then a task list of
 * answers where `[x]` marks what is right, then the explanation, which is shown after the answer.
 */
export function quizzes(tokens: Token[], state: State): Token[] {
  const output: Token[] = []
  let count = 0
  for (let index = 0; index < tokens.length; index++) {
    if (tokens[index]!.type !== 'container_quiz_open') {
      output.push(tokens[index]!)
      continue
    }
    const end = closing(tokens, index)
    output.push(...quiz(tokens.slice(index + 1, end), state, ++count))
    index = end
  }
  return output
}

// --- internal ---

const words = {
  en: {
    quiz: 'Question',
    answer: 'Answer',
    right: { sign: 'right', verdict: 'Right.' },
    wrong: { sign: 'wrong', verdict: 'Not quite.' },
  },
  ru: {
    quiz: 'Вопрос',
    answer: 'Ответить',
    right: { sign: 'верно', verdict: 'Верно.' },
    wrong: { sign: 'неверно', verdict: 'Не совсем.' },
  },
} as const

/** @param number distinguishes the questions of a page */
function quiz(inside: Token[], state: State, number: number): Token[] {
  const start = inside.findIndex((token) => token.type === 'bullet_list_open')
  if (start < 0) return inside
  const end = closing(inside, start)
  const answers = answersOf(inside.slice(start, end + 1))
  const type = answers.filter(({ right }) => right).length > 1 ? 'checkbox' : 'radio'
  const word = words[languageOf(state.env)]
  const name = `quiz-${number}`
  const verdict = (worth: 'right' | 'wrong') =>
    `<p class="wb-quiz-verdict" data-worth="${worth}" hidden>${word[worth].verdict}</p>`
  return [
    tag(state, `<fieldset class="wb-quiz" aria-describedby="${name}">`),
    tag(state, `<legend class="wb-label">${word.quiz}</legend><div id="${name}">`),
    ...inside.slice(0, start),
    tag(state, '</div>'),
    ...answers.flatMap(({ right, tokens }) => {
      const worth = right ? 'right' : 'wrong'
      // Vue treats a part of a page as static text only when it knows all its attributes, and it does not know `role`.
      const said = `<span class="visually-hidden">${word[worth].sign}</span>`
      const sign = `<span class="wb-sign">${said}<span aria-hidden="true">${right ? '✓' : '✕'}</span></span>`
      return [
        tag(state, `<label data-worth="${worth}"><input type="${type}" name="${name}"><span>`),
        ...tokens,
        tag(state, `</span>${sign}</label>`),
      ]
    }),
    tag(state, `<button type="button" class="wb-button" disabled>${word.answer}</button>`),
    tag(state, `<div aria-live="polite">${verdict('right')}${verdict('wrong')}<div hidden>`),
    ...inside.slice(end + 1),
    tag(state, '</div></div></fieldset>'),
  ]
}

function answersOf(list: Token[]): { right: boolean; tokens: Token[] }[] {
  return list.flatMap((token, index) => {
    if (token.type !== 'list_item_open' || token.level !== list[0]!.level + 1) return []
    const tokens = list.slice(index + 1, closing(list, index))
    return [{ right: takeMark(tokens), tokens }]
  })
}

/** Removes `[x] ` or `[ ] ` from an answer and says which it was. */
function takeMark(tokens: Token[]): boolean {
  const inline = tokens.find((token) => token.type === 'inline')
  const mark = /^\[([ xX])\]\s+/.exec(inline?.content ?? '')
  const first = inline?.children?.[0]
  if (!inline || !mark || !first) return false
  inline.content = inline.content.slice(mark[0].length)
  first.content = first.content.slice(mark[0].length)
  return mark[1] !== ' '
}
