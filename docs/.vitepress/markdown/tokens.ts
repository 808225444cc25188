import type { MarkdownRenderer } from 'vitepress'

export type Token = ReturnType<MarkdownRenderer['parse']>[number]

/** What markdown-it hands to a core rule, as far as the workbook needs it. */
export interface State {
  Token: new (type: string, tag: string, nesting: -1 | 0 | 1) => Token
  env: PageEnv
}

/** What VitePress knows about the page that is being rendered. */
export interface PageEnv {
  relativePath?: string
  localeIndex?: string
  includes?: string[]
  frontmatter?: Record<string, unknown>
  /** Only its words are wanted: search.ts. */
  forSearch?: boolean
}

/** Raw HTML or a Vue tag, in the place of a token. */
export function tag(state: State, content: string): Token {
  const token = new state.Token('html_block', '', 0)
  token.content = `${content}\n`
  return token
}

/** A component that only a running workbook fills; without a session it shows `still`, as a build does. */
export function liveOr(still: string, name: string, props: unknown): string {
  return live(`<${name} v-bind="${bound(props)}">${still}</${name}>`, still)
}

/** A component that only a running workbook fills. A build has `still` in its place, so that it does not ship the component needlessly. */
export function live(component: string, still = ''): string {
  return process.env.NODE_ENV === 'production' ? still : component
}

/** The index of the token that closes the one at `open`. */
export function closing(tokens: readonly Token[], open: number): number {
  let depth = 0
  for (let index = open; index < tokens.length; index++) {
    depth += tokens[index]!.nesting
    if (depth === 0) return index
  }
  return tokens.length - 1
}

/** The words after a container's name: `exercise create-tables Create the tables` gives the last four. */
export function containerInfo(token: Token): string {
  return token.info.trim().replace(/^\S+\s*/, '')
}

/** Plain data as the value of a bound attribute of a Vue template. */
export function bound(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** The page's language, from its locale. */
export function languageOf(env: PageEnv): 'en' | 'ru' {
  return env.localeIndex === 'ru' || env.relativePath?.startsWith('ru/') ? 'ru' : 'en'
}
