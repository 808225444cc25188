/** A text of a student's file, as a page has it; places count UTF-16 units from 0. */
export interface Written {
  /** An absolute path. */
  file: string
  text: string
}

/** What the compiler says about a place: TypeScript's own words. */
export interface Fault {
  from: number
  to: number
  /** With its number: `… (TS2345)` */
  message: string
}

export interface Completions {
  /** Where the word begins that they complete. */
  from: number
  options: Completion[]
}

export interface Completion {
  label: string
  /** `method`, `const`, … */
  kind: string
  /** The lower, the more likely. */
  rank: number
}

/** What something is: its declaration, and what its author says about it. */
export interface Explanation {
  from: number
  to: number
  declaration: string
  documentation: string
}

/** What the language service is asked, by name. */
export interface LanguageQuestions {
  diagnose: { input: Written; output: Fault[] }
  complete: { input: Written & { at: number }; output: Completions | null }
  /** What is at a place, or a completion that is offered there. */
  explain: { input: Written & { at: number; completion?: string }; output: Explanation | null }
}

/** Between the session and the process of the language service. */
export interface LanguageRequest<Name extends keyof LanguageQuestions = keyof LanguageQuestions> {
  id: number
  name: Name
  input: LanguageQuestions[Name]['input']
}

export type LanguageReport = { id: number; output: unknown } | { id: number; failed: string }
