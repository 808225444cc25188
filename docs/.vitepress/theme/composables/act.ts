import type { ActionProblem } from '../../../../workbook/site/actions.ts'
import type { PageActions } from '../../../../workbook/site/events.ts'
import { workbook } from './workbook.ts'

/** Why the workbook did not do what the page asked for: what happened, and what to do next. */
export class ActionError extends Error {
  readonly next: string
  readonly code: ActionProblem['code'] | 'UNREACHABLE'

  constructor({ message, next, code }: Omit<ActionProblem, 'code'> & Pick<ActionError, 'code'>) {
    super(message)
    this.next = next
    this.code = code
  }
}

/**
 * Asks the running workbook to do something. Aborting the signal cancels it there, too; `keepalive` asks even though the
 * page is being left.
 * @throws {ActionError} UNREACHABLE when no workbook answers, otherwise the workbook's own reason
 */
export async function act<Name extends keyof PageActions>(
  name: Name,
  input: PageActions[Name]['input'],
  { signal, keepalive = false }: { signal?: AbortSignal; keepalive?: boolean } = {},
): Promise<PageActions[Name]['output']> {
  const request = {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Workbook-Token': workbook.token,
      'X-Workbook-Language': document.documentElement.lang,
    },
    body: JSON.stringify(input),
    keepalive,
    ...(signal && { signal }),
  }
  const notAnswered = (error: unknown) => {
    signal?.throwIfAborted()
    throw new ActionError({ message: String(error), next: '', code: 'UNREACHABLE' })
  }
  const address = `${import.meta.env.BASE_URL}@workbook/${name}`
  const response = await fetch(address, request).catch(notAnswered)
  // A workbook that stops now cuts its answer short.
  const answer: unknown = await response.json().catch(notAnswered)
  if (!response.ok || response.headers.has('X-Workbook-Problem'))
    throw new ActionError(answer as ActionProblem)
  return answer as PageActions[Name]['output']
}
