import type { HeadConfig } from 'vitepress'

/** Has the font of a page's text fetched immediately, so that it is there for the first line. Code can wait. */
export function preloadFonts(assets: string[], page: string): HeadConfig[] {
  const scripts = page.startsWith('ru/') ? 'latin|cyrillic' : 'latin'
  const wanted = new RegExp(`ibm-plex-sans-(${scripts})-[^/]+\\.woff2$`)
  return assets
    .filter((href) => wanted.test(href))
    .map((href) => [
      'link',
      { rel: 'preload', href, as: 'font', type: 'font/woff2', crossorigin: '' },
    ])
}
