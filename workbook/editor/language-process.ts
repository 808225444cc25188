import { setPriority } from 'node:os'
import { languageService } from './language-service.ts'
import type { LanguageReport, LanguageRequest } from './types.ts'

// The process that language.ts starts. A verdict goes before it.

try {
  setPriority(10)
} catch {
  // It then takes turns with the rest.
}
const answers = languageService()
process.on('message', ({ id, name, input }: LanguageRequest) => {
  try {
    report({ id, output: answers[name](input as never) })
  } catch (error) {
    report({ id, failed: String(error) })
  }
})
// The session has gone.
process.on('disconnect', () => process.exit())

// --- internal ---

function report(message: LanguageReport): void {
  process.send!(message)
}
