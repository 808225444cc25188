import { useData } from 'vitepress'
import { ActionError } from './act.ts'

const words = {
  en: {
    UNREACHABLE: {
      text: 'The workbook does not respond.',
      next: 'See in the terminal whether npm start still runs.',
    },
    REFUSED: {
      text: 'The workbook no longer knows this page.',
      next: 'Reload the page: the workbook was started anew.',
    },
  },
  ru: {
    UNREACHABLE: {
      text: 'Практикум не отвечает.',
      next: 'Посмотрите в терминале, работает ли npm start.',
    },
    REFUSED: {
      text: 'Практикум больше не узнаёт эту страницу.',
      next: 'Обновите страницу: практикум был запущен заново.',
    },
  },
}

/** Says why an action was not carried out, and what to do next. The workbook answers in the page's language; without it, we do. */
export function useProblem(): (error: unknown) => { text: string; next: string } {
  const { lang } = useData()
  return (error) => {
    if (!(error instanceof ActionError)) return { text: String(error), next: '' }
    const { code, message, next } = error
    const own = words[lang.value === 'ru' ? 'ru' : 'en']
    return code === 'UNREACHABLE' || code === 'REFUSED' ? own[code] : { text: message, next }
  }
}
