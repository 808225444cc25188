import { defineAsyncComponent } from 'vue'

/** What only a running workbook can do. In a build `import.meta.hot` is undefined, and none of it is shipped. */
export const ActionBar = import.meta.hot
  ? defineAsyncComponent(() => import('./ActionBar.vue'))
  : undefined
export const KeptSchema = import.meta.hot
  ? defineAsyncComponent(() => import('./KeptSchema.vue'))
  : undefined
