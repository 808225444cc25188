import { bound, closing, tag, type State, type Token } from './tokens.ts'

/**
 * Turns each `::: quiz` into the component `WorkbookQuiz`: the question, then a task list of answers where `[x]` marks
 * what is right, then the explanation, which is shown after the answer.
 */
export function quizzes(tokens: Token[], state: State): Token[] {
  const output: Token[] = []
  for (let index = 0; index < tokens.length; index++) {
    if (tokens[index]!.type !== 'container_quiz_open') {
      output.push(tokens[index]!)
      continue
    }
    const end = closing(tokens, index)
    output.push(...quiz(tokens.slice(index + 1, end), state))
    index = end
  }
  return output
}

// --- internal ---

function quiz(inside: Token[], state: State): Token[] {
  const start = inside.findIndex((token) => token.type === 'bullet_list_open')
  if (start < 0) return inside
  const end = closing(inside, start)
  const answers = answersOf(inside.slice(start, end + 1))
  const slot = (name: string, tokens: Token[]) => [
    tag(state, `<template #${name}>`),
    ...tokens,
    tag(state, '</template>'),
  ]
  return [
    tag(state, `<WorkbookQuiz :right="${bound(answers.map((answer) => answer.right))}">`),
    ...slot('question', inside.slice(0, start)),
    ...answers.flatMap((answer, index) => slot(`answer-${index}`, answer.tokens)),
    ...slot('explanation', inside.slice(end + 1)),
    tag(state, '</WorkbookQuiz>'),
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
