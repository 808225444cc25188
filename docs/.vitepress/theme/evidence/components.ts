import { defineAsyncComponent } from 'vue'

/**
 * What only a running workbook needs: loaded with the first verdict. In a build `import.meta.hot` is undefined, and
 * none of it is shipped.
 */
export const Diagnosis = import.meta.hot
  ? defineAsyncComponent(() => import('./TestDiagnosis.vue'))
  : undefined
export const Evidence = import.meta.hot
  ? defineAsyncComponent(() => import('./TestEvidence.vue'))
  : undefined
export const Problem = import.meta.hot
  ? defineAsyncComponent(() => import('./FileProblem.vue'))
  : undefined
