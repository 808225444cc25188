import type { Plugin } from 'vitepress'

/** What the theme says to screen readers in English whatever the page's language: file, text, and our setting. */
const fixedWords = [
  { file: 'VPSidebar.vue', text: 'Sidebar Navigation', setting: 'sidebarLabel' },
  { file: 'VPDocFooter.vue', text: 'Pager', setting: 'pagerLabel' },
]

/**
 * Lets `themeConfig.sidebarLabel` and `themeConfig.pagerLabel` replace words that VitePress has no setting for.
 * A VitePress in which they stand no longer stops the build, so that this can go.
 */
export function themeWords(): Plugin {
  return {
    name: 'workbook:theme-words',
    enforce: 'pre',
    transform: {
      filter: { id: /theme-default\/components\/(?:VPSidebar|VPDocFooter)\.vue$/ },
      handler(code, id) {
        const { text, setting } = fixedWords.find(({ file }) => id.endsWith(file))!
        const place = new RegExp(`>\\s*${text}\\s*<`)
        if (!place.test(code))
          this.error(`"${text}" no longer stands in ${id}: see docs/.vitepress/theme-words.ts`)
        return code
          .replace(place, `>{{ workbookData.theme.value.${setting} ?? '${text}' }}<`)
          .replace(
            '<script setup>',
            '<script setup>\nimport { useData as useWorkbookData } from "vitepress";\nconst workbookData = useWorkbookData();',
          )
      },
    },
  }
}
