import type { Plugin } from 'vitepress'

/** The theme's parts for product home pages, teams, sponsors and advertisements: no page here uses any of them. */
const unused =
  /theme-default\/(?:components\/VP(?:Home\w*|Hero|Features?|Team\w+|Sponsors\w*|CarbonAds|DocAside(?:CarbonAds|Sponsors)|AlgoliaSearchBox|NavBarAskAiButton)\.vue|styles\/components\/vp-sponsor\.css)$/

/** Leaves out those parts of the theme, which every page would load. A page with `layout: home` would stay empty. */
export function leanTheme(): Plugin {
  return {
    name: 'workbook:lean-theme',
    enforce: 'pre',
    transform: {
      filter: { id: unused },
      handler: (_code, id) => (id.endsWith('.css') ? '' : '<template><div /></template>'),
    },
  }
}
