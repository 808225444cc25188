import { computed } from 'vue'
import type { TestVerdict } from '../../../../workbook/verdict.ts'
import { workbook } from './workbook.ts'

/** The state of an exercise: as this session has judged it, otherwise as an earlier one left it. */
export function useExercise(id: string) {
  const verdict = computed(() => workbook.verdicts[id])
  return {
    live: computed(() => workbook.connection !== 'none'),
    verdict,
    state: computed(() => {
      if (workbook.running[id]) return 'checking'
      return verdict.value?.status ?? workbook.progress?.exercises[id]?.status ?? 'unknown'
    }),
  }
}

/** The verdict on one sentence of the page: the test with this English name, otherwise the one at its place. */
export function findTest(
  tests: TestVerdict[],
  name: string,
  index: number,
): TestVerdict | undefined {
  return tests.find((test) => bare(test.title) === bare(name)) ?? tests[index]
}

// --- internal ---

function bare(text: string): string {
  return text.replaceAll(/[`*_]/g, '').replace(/\.$/, '').toLowerCase()
}
