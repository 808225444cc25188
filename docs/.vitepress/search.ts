import type { MarkdownEnv, MarkdownRenderer } from 'vitepress'
import type { Plugin } from 'vite'

/** A session starts without an index of its pages: VitePress would make it first, and everything else would wait. */
export const indexWhenAsked: Plugin = {
  name: 'workbook:index-when-asked',
  apply: 'serve',
  enforce: 'pre',
  resolveId(source) {
    if (source.includes('@localSearchIndex')) begin()
  },
  hotUpdate() {
    // VitePress indexes a page that has changed before it shows it.
    begin()
  },
}

/**
 * A page as the index reads it. Colouring the code of all pages would take longer than all else, and leaves nothing in the
 * index.
 */
export async function renderForSearch(
  source: string,
  env: MarkdownEnv,
  markdown: MarkdownRenderer,
): Promise<string> {
  if (process.env.NODE_ENV !== 'production') await asked
  return markdown.renderAsync(source, { ...env, forSearch: true })
}

/**
 * Brings a word to the form that the search index holds: lower case, ё as е, and a Russian word to its stem by the
 * Snowball algorithm (https://snowballstem.org/algorithms/russian/stemmer.html), so that «таблицу» finds «таблицы».
 *
 * VitePress sends this function's own text to the browser, so nothing outside its body may be used in it.
 */
export function processTerm(term: string): string {
  const word = term.toLowerCase().replaceAll('ё', 'е')
  const vowel = /[аеиоуыэюя]/.exec(word)
  if (!vowel || !/^[а-я]+$/.test(word)) return word

  const start = vowel.index + 1
  const head = word.slice(0, start)
  const afterVowel = '[аеиоуыэюя][^аеиоуыэюя]'
  const second =
    new RegExp(`^.*?${afterVowel}.*?${afterVowel}`).exec(word)?.[0].length ?? word.length
  const cut = (text: string, pattern: RegExp) => {
    const found = pattern.exec(text)
    return found ? text.slice(0, found.index + (found[1]?.length ?? 0)) : undefined
  }

  const gerund = /(?:([ая])(?:в|вши|вшись)|(?:ив|ивши|ившись|ыв|ывши|ывшись))$/
  const reflexive = /(?:ся|сь)$/
  const adjective =
    /(?:ее|ие|ые|ое|ими|ыми|ей|ий|ый|ой|ем|им|ым|ом|его|ого|ему|ому|их|ых|ую|юю|ая|яя|ою|ею)$/
  const participle = /(?:([ая])(?:ем|нн|вш|ющ|щ)|(?:ивш|ывш|ующ))$/
  const verb =
    /(?:([ая])(?:ла|на|ете|йте|ли|й|л|ем|н|ло|но|ет|ют|ны|ть|ешь|нно)|(?:ила|ыла|ена|ейте|уйте|ите|или|ыли|ей|уй|ил|ыл|им|ым|ен|ило|ыло|ено|ят|ует|уют|ит|ыт|ены|ить|ыть|ишь|ую|ю))$/
  const noun =
    /(?:а|ев|ов|ие|ье|е|иями|ями|ами|еи|ии|и|ией|ей|ой|ий|й|иям|ям|ием|ем|ам|ом|о|у|ах|иях|ях|ы|ь|ию|ью|ю|ия|ья|я)$/

  let rest = word.slice(start)
  const withoutGerund = cut(rest, gerund)
  if (withoutGerund === undefined) {
    rest = cut(rest, reflexive) ?? rest
    const withoutAdjective = cut(rest, adjective)
    rest =
      withoutAdjective === undefined
        ? (cut(rest, verb) ?? cut(rest, noun) ?? rest)
        : (cut(withoutAdjective, participle) ?? withoutAdjective)
  } else rest = withoutGerund
  rest = rest.replace(/и$/, '')
  const derivational = /ость?$/.exec(rest)
  if (derivational && start + derivational.index >= second) rest = rest.slice(0, derivational.index)
  return (
    head +
    rest
      .replace(/(?:ейше|ейш)$/, '')
      .replace(/нн$/, 'н')
      .replace(/ь$/, '')
  )
}

// --- internal ---

let begin = () => {}
/** The browser wants the index. */
const asked = new Promise<void>((resolve) => (begin = resolve))
