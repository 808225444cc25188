import type { Plugin } from 'vitepress'

/**
 * What the theme says to screen readers in English, whatever the page's language: where each phrase is, and what should
 * be there. `theme` is the site's `themeConfig`.
 */
const fixedWords = [
  {
    file: 'VPSidebar.vue',
    place: />\s*Sidebar Navigation\s*</,
    ours: ">{{ theme.sidebarLabel ?? 'Sidebar Navigation' }}<",
  },
  { file: 'VPDocFooter.vue', place: />\s*Pager\s*</, ours: ">{{ theme.pagerLabel ?? 'Pager' }}<" },
  {
    // The name of every lesson's button.
    file: 'VPSidebarItem.vue',
    place: /aria-label="toggle section"/,
    ours: ':aria-label="`${theme.sidebarToggleLabel}: ${item.docFooterText}`"',
  },
  {
    file: 'VPLocalSearchBox.vue',
    place: /'Loading search results'/,
    ours: "(theme.searchLoadingLabel ?? 'Loading search results')",
  },
]

/**
 * Lets our own settings replace words that VitePress has no setting for. If a VitePress no longer contains them, the
 * build stops, so that this can be removed.
 */
export function themeWords(): Plugin {
  return {
    name: 'workbook:theme-words',
    enforce: 'pre',
    transform: {
      filter: {
        id: /theme-default\/components\/VP(?:Sidebar|DocFooter|SidebarItem|LocalSearchBox)\.vue$/,
      },
      handler(code, id) {
        const { place, ours } = fixedWords.find(({ file }) => id.endsWith(`/${file}`))!
        if (!place.test(code))
          this.error(`${place} is no longer in ${id}: see docs/.vitepress/theme-words.ts`)
        return code
          .replace(place, () => ours.replaceAll('theme.', 'workbookData.theme.value.'))
          .replace(
            '<script setup>',
            '<script setup>\nimport { useData as useWorkbookData } from "vitepress";\nconst workbookData = useWorkbookData();',
          )
      },
    },
  }
}
