import { useData } from 'vitepress'
import { computed } from 'vue'
import { useProgressWords } from './words.ts'

/** Times and dates as the page's language writes them. */
export function useFigures() {
  const { lang } = useData()
  const words = useProgressWords()
  const dates = computed(() => new Intl.DateTimeFormat(lang.value, { dateStyle: 'medium' }))
  const distances = computed(() => new Intl.RelativeTimeFormat(lang.value, { numeric: 'auto' }))
  return {
    duration(seconds = 0): string {
      const minutes = Math.ceil(seconds / 60)
      if (minutes === 0) return words.value.none
      if (minutes < 60) return words.value.minutes(minutes)
      return words.value.hours(Math.floor(minutes / 60), minutes % 60)
    },
    date: (moment?: string) => (moment ? dates.value.format(new Date(moment)) : words.value.none),
    daysAgo(moment: string): string {
      const days = Math.floor((Date.now() - Date.parse(moment)) / (24 * 60 * 60 * 1000))
      return distances.value.format(-days, 'day')
    },
  }
}
