import type { ThemeRegistration } from 'shiki'

/** A few quiet colours: keywords carry the accent, values the warm tone, and comments recede. All reach 4.5:1. */
export const codeThemes = {
  light: theme('workbook-light', 'light', {
    text: '#1d2a33',
    background: '#ffffff',
    keyword: '#00607a',
    string: '#8a4300',
    number: '#8a4300',
    name: '#35359b',
    comment: '#5c6b75',
    mark: '#4b5a64',
  }),
  dark: theme('workbook-dark', 'dark', {
    text: '#dbe4ea',
    background: '#172027',
    keyword: '#62c4dc',
    string: '#f0b37e',
    number: '#f0b37e',
    name: '#b3b8ff',
    comment: '#93a3ae',
    mark: '#a7b5bf',
  }),
}

// --- internal ---

type Colours = Record<
  'text' | 'background' | 'keyword' | 'string' | 'number' | 'name' | 'comment' | 'mark',
  string
>

function theme(name: string, type: 'light' | 'dark', colours: Colours): ThemeRegistration {
  const rule = (scope: string[], foreground: string, fontStyle?: string) => ({
    scope,
    settings: fontStyle ? { foreground, fontStyle } : { foreground },
  })
  return {
    name,
    type,
    colors: { 'editor.foreground': colours.text, 'editor.background': colours.background },
    settings: [
      { settings: { foreground: colours.text, background: colours.background } },
      rule(['comment', 'punctuation.definition.comment'], colours.comment, 'italic'),
      rule(
        ['keyword', 'storage', 'storage.type', 'support.type', 'constant.language'],
        colours.keyword,
      ),
      rule(['string', 'punctuation.definition.string', 'string.template'], colours.string),
      rule(['constant.numeric', 'constant.character.escape'], colours.number),
      rule(
        ['entity.name.function', 'support.function', 'entity.name.type', 'support.class'],
        colours.name,
      ),
      rule(['keyword.operator', 'punctuation', 'meta.brace'], colours.mark),
    ],
  }
}
