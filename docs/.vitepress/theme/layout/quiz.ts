/**
 * Brings the questions of all pages to life; docs/.vitepress/markdown/quizzes.ts writes them as plain HTML, so that no
 * page ships its questions a second time, as code.
 */
export function answerQuizzes(): void {
  addEventListener('change', ({ target }) => {
    const quiz = quizOf(target)
    if (quiz) reconsider(quiz)
  })
  addEventListener('click', ({ target }) => {
    const quiz = quizOf(target)
    if (quiz && (target as Element).closest('button')) answer(quiz)
  })
}

// --- internal ---

function quizOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.wb-quiz') : null
}

/** Another choice removes the verdict. */
function reconsider(quiz: HTMLElement): void {
  quiz.querySelector('button')!.disabled = !quiz.querySelector('input:checked')
  delete quiz.dataset.answered
  for (const part of outcome(quiz)) part.hidden = true
}

function answer(quiz: HTMLElement): void {
  const correct = [...quiz.querySelectorAll('label')].every(
    ({ dataset, control }) => (dataset.worth === 'right') === (control as HTMLInputElement).checked,
  )
  quiz.dataset.answered = ''
  for (const part of outcome(quiz))
    part.hidden = part.dataset.worth === (correct ? 'wrong' : 'right')
}

/** The two verdicts, of which one is shown, and the explanation. */
function outcome(quiz: HTMLElement): HTMLElement[] {
  return [...quiz.querySelectorAll<HTMLElement>('[aria-live] > *')]
}
