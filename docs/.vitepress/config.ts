import { defineConfig, type Plugin } from 'vitepress'
import { siteGuard } from '../../workbook/site/guard.ts'
import { en } from './locales/en.ts'
import { ru, searchWords } from './locales/ru.ts'
import { codeThemes } from './markdown/code-theme.ts'
import { containers, workbookMarkdown } from './markdown/workbook-markdown.ts'
import { withContentPolicy } from './content-policy.ts'
import { preloadFonts } from './fonts.ts'
import { indexWhenAsked, processTerm, renderForSearch } from './search.ts'
import { themeWords } from './theme-words.ts'
import { leanTheme } from './lean-theme.ts'

/** The folder that the built site is served from, such as `/mysql-workbook/` on GitHub Pages. */
const base = process.env.SITE_BASE ?? '/'

/** VitePress sets the live page's head from a script, and by then the browser has already asked for /favicon.ico. */
const liveIcon: Plugin = {
  name: 'workbook:icon',
  apply: 'serve',
  transformIndexHtml: () => [
    { tag: 'link', attrs: { rel: 'icon', type: 'image/svg+xml', href: `${base}icon.svg` } },
  ],
}

/** What the editors of the console and of the exercises are made of. */
const editorPackages = [
  ...[
    'autocomplete',
    'commands',
    'lang-javascript',
    'lang-sql',
    'language',
    'lint',
    'state',
    'view',
  ].map((name) => `@codemirror/${name}`),
  '@lezer/common',
  '@lezer/highlight',
]

export default defineConfig({
  base,
  title: 'MySQL Workbook',
  cleanUrls: true,
  // Tests must not replace the prepared modules of a running session.
  ...(process.env.VITEST && { cacheDir: '.vitepress/cache/test' }),
  lastUpdated: false,
  // theme/composables/still-colors.ts does it.
  appearance: { disableTransition: false },
  ignoreDeadLinks: false,
  // A page loads itself and nothing else; the next one is small.
  router: { prefetchLinks: false },
  head: [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}icon.svg` }],
    ['meta', { name: 'theme-color', content: '#f7f9fa', media: '(prefers-color-scheme: light)' }],
    ['meta', { name: 'theme-color', content: '#12181d', media: '(prefers-color-scheme: dark)' }],
  ],
  locales: { root: en(), ru: ru() },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        detailedView: false,
        _render: renderForSearch,
        locales: { ru: { translations: searchWords } },
        miniSearch: {
          options: { processTerm },
          searchOptions: {
            prefix: (term: string) => term.length > 2,
            fuzzy: 0.15,
            boost: { title: 4, titles: 2 },
          },
        },
      },
    },
  },
  markdown: {
    theme: codeThemes,
    container: { customContainers: containers },
    config: workbookMarkdown,
  },
  transformHead: ({ assets, pageData }) => preloadFonts(assets, pageData.relativePath),
  transformHtml: (html) => withContentPolicy(html),
  vite: {
    plugins: [siteGuard(), themeWords(), leanTheme(), liveIcon, indexWhenAsked],
    // If Vite found these only when an editor is opened, it would reload the page.
    optimizeDeps: { include: editorPackages },
    build: { chunkSizeWarningLimit: 1000 },
    // A build beside a running session is not one of its pages.
    server: { watch: { ignored: ['**/.vitepress/dist/**', '**/.vitepress/cache/**'] } },
  },
})
