import type { HeadConfig } from 'vitepress'

/** Has a page's fonts fetched at once, so that they are there for the first line. */
export function preloadFonts(assets: string[], page: string): HeadConfig[] {
  const scripts = page.startsWith('ru/') ? 'latin|cyrillic' : 'latin'
  const wanted = new RegExp(`ibm-plex-(sans|mono)-(${scripts})-[^/]+\\.woff2$`)
  return assets
    .filter((href) => wanted.test(href))
    .map((href) => [
      'link',
      { rel: 'preload', href, as: 'font', type: 'font/woff2', crossorigin: '' },
    ])
}
