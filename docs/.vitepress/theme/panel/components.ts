import { defineAsyncComponent } from 'vue'

// What only a running workbook can do. In a build `import.meta.hot` is undefined, and none of it is shipped.

/** Loaded before the page is drawn: buttons that came later would move what the reader is looking at. */
export const ActionBar = import.meta.hot ? (await import('./ActionBar.vue')).default : undefined
export const KeptSchema = import.meta.hot
  ? defineAsyncComponent(() => import('./KeptSchema.vue'))
  : undefined
export const Timeline = import.meta.hot
  ? defineAsyncComponent(() => import('../timeline/TimelineFold.vue'))
  : undefined
