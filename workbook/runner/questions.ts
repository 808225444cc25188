import type { Exercise } from '../content/lessons.ts'
import type { Verdict } from '../verdict.ts'

/** Those waiting for the next verdict on an exercise. */
export class Questions {
  readonly #open = new Map<Exercise, Question[]>()

  /** Resolves with the next verdict on it; rejects when none will come. */
  add(exercise: Exercise): Promise<Verdict> {
    return new Promise((resolve, reject) => {
      this.#open.set(exercise, [...(this.#open.get(exercise) ?? []), { resolve, reject }])
    })
  }

  answer(exercise: Exercise, verdict: Verdict): void {
    for (const { resolve } of this.#take(exercise)) resolve(verdict)
  }

  giveUp(reason: unknown): void {
    for (const exercise of this.#open.keys())
      for (const { reject } of this.#take(exercise)) reject(reason)
  }

  #take(exercise: Exercise): Question[] {
    const questions = this.#open.get(exercise) ?? []
    this.#open.delete(exercise)
    return questions
  }
}

// --- internal ---

interface Question {
  resolve(verdict: Verdict): void
  reject(reason: unknown): void
}
