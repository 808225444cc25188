import type { ComputedRef } from 'vue'
import { useData } from 'vitepress'
import { computed } from 'vue'

/** What the home page's recorded run says. */
const words = {
  en: {
    recorded: 'A real run, recorded on these pages',
    play: 'Play',
    stop: 'Stop',
    steps: 'Steps of the recording',
    step: (step: number, of: number) => `Step ${step} of ${of}`,
  },
  ru: {
    recorded: 'Настоящая проверка, записана на этих страницах',
    play: 'Показать',
    stop: 'Остановить',
    steps: 'Шаги записи',
    step: (step: number, of: number) => `Шаг ${step} из ${of}`,
  },
}

/** The words in the page's language. */
export function useRecordingWords(): ComputedRef<(typeof words)['en']> {
  const { lang } = useData()
  return computed(() => (lang.value === 'ru' ? words.ru : words.en))
}
