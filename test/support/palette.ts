// Data that breaks careless code. Every entry builds a value around a word, so that two values are never the same.

type Kinds = Readonly<Record<string, (word: string) => string>>

/** What is in the kinds of hostile data: names of tables, titles, contents. */
export type Hostile = 'name' | 'title' | 'text'

/** Quotes, patterns, spaces, markup, Unicode: what both a title and a content may contain. */
const anyText: Kinds = {
  plain: (w) => `What is an index? ${w}`,
  apostrophe: (w) => `O'Reilly's ${w}`,
  quotes: (w) => `A "quoted" 'word', \`${w}\``,
  backslash: (w) => `C:\\new\\table\\${w}`,
  backslashAtEnd: (w) => `${w} \\`,
  like: (w) => `100% of_${w}\\%`,
  regexp: (w) => `^${w}.*[a-z]+(b|c)?{2}$`,
  comment: (w) => `${w} -- /* ; */ #`,
  // $& and $$ mean something to String.replace(), too.
  placeholders: (w) => `? ?? :id ${w} $1 \${w} $& $$`,
  word: (w) => `${w} undefined null NaN`,
  // Read as JSON and written again, it is a different text.
  json: (w) => `{ "${w}": [1.50] }`,
  upperAndLower: (w) => `${w.toUpperCase()} ${w}`,
  spacesAround: (w) => `  ${w} `,
  spacesWithin: (w) => `two  and   three ${w}`,
  tabs: (w) => `\t${w}\tcolumn`,
  lines: (w) => `\n${w}\nnext line\n`,
  windowsLines: (w) => `${w}\r\nnext line\r\n`,
  tags: (w) => `<b>${w}</b> <script>alert(1)</script>`,
  entities: (w) => `${w} &amp; &lt; & < >`,
  percentEncoded: (w) => `${w}%20%27+%C3%A9`,
  // An e and its own accent; composed, it would be a different string that looks the same.
  decomposed: (w) => `Cafe\u0301 ${w} и\u0306`,
  // A syllable in three parts: composed, it is one character, and LIKE compares characters.
  jamo: (w) => `\u1112\u1161\u11AB ${w}`,
  ligatures: (w) => `ﬁne ① ½ ${w}\u00A0`,
  // A byte order mark, a space without width, a soft hyphen, a control character: none is seen, each is a part of the text.
  invisible: (w) => `\uFEFF${w}\u200B\u00AD\u2028\u0001`,
  cyrillic: (w) => `Ещё один вопрос, ${w}`,
  emoji: (w) => `Tea 🍵 👩‍🚀 ${w}`,
  // What typesetters and editors of messages turn into something else, and a dot at the end.
  typed: (w) => `${w}... (c) :-) -> 1/2 **b** http://a.example/?q=1#x @ann.`,
}

const kinds: Record<Hostile, Kinds> = {
  // Its own case and a dot: `??` splits at dots. No space at the end, no emoji: MySQL allows neither.
  name: {
    plain: (w) => w,
    dot: (w) => `${w}.v2`,
    underline: (w) => `${w}_x`,
    percent: (w) => `${w}%x`,
    upperAndLower: (w) => `${w[0]!.toUpperCase()}${w.slice(1)}`,
    backtick: (w) => `${w}\`x`,
    quotes: (w) => `${w}'"x`,
    backslash: (w) => `${w}\\x`,
    space: (w) => `${w} x`,
    spacesWithin: (w) => `${w}  x`,
    decomposed: (w) => `e\u0301${w}`,
    dash: (w) => `${w}-x`,
    placeholder: (w) => `${w}?$&x`,
    digits: (w) => `2026${w}`,
    // With a space that does not break, and one without width.
    cyrillic: (w) => `ё\u200B${w}\u00A0я`,
  },
  title: anyText,
  text: { ...anyText, nul: (w) => `${w}\0after\0` },
}

/** Texts that are easily mistaken for something else. */
const taken: Kinds = {
  number: () => '007.0',
  nought: () => '0',
  fraction: () => '1.50',
  nothing: () => 'null',
  blank: () => '   ',
}

/** Values at the limits of their columns: VARCHAR(255) in characters, TEXT in bytes. And nothing at all. */
const limits: Record<Hostile, Kinds> = {
  name: { longest: (w) => w.padEnd(64, 'x') },
  title: {
    longest: (w) => `${w} `.padEnd(255, 'ё'),
    // Twice as long for JavaScript.
    longestOfEmoji: (w) => `${w} ${'🍵'.repeat(245)}`,
    nul: (w) => `${w}\0after`,
    empty: () => '',
    ...taken,
  },
  text: { longest: (w) => `${w} `.padEnd(65_535, 'x'), empty: () => '', ...taken },
}

/** The kinds by name, for a random one. Without those at the limits, which leave no room for a word before or after them. */
export const usual = (what: Hostile): Kinds => kinds[what]

/** All kinds by name. */
export const every = (what: Hostile): Kinds => ({ ...kinds[what], ...limits[what] })

/** The word that a title or a text was built around: no other has it. */
export function wordIn(text: string): string {
  return /[a-z]{9}/.exec(text)![0]
}

/** A text to search for, literally: one that contains it, and some that contain it only if it is read as a pattern. */
export interface Search {
  term: string
  hit: string
  misses: string[]
}

/** A search for each character that is special to LIKE or REGEXP, for spaces, for letters in parts, and for parts of words. */
export function searches(a: string, b: string): Search[] {
  const search = (term: string, ...misses: string[]) => ({ term, hit: `so: ${term}, then`, misses })
  return [
    search(`${a}%${b}`, `${a} and ${b}`),
    search(`${a}_${b}`, `${a}-${b}`),
    // Two of each: code that escapes the first is not done yet.
    search(`%${a}%${b}`, `%${a} and ${b}`),
    search(`!_${a}_${b}`, `!_${a}-${b}`),
    search(`\\${a}\\${b}`, `\\${a}${b}`),
    search(`${a}.${b}`, `${a}-${b}`),
    search(`${a}e*${b}`, `${a}ee${b}`),
    search(`${a}e+${b}`, `${a}ee${b}`),
    search(`${a}e?${b}`, `${a}${b}`),
    search(`${a}e{2}${b}`, `${a}ee${b}`),
    search(`${a}[xy]${b}`, `${a}x${b}`),
    search(`${a}(x)${b}`, `${a}x${b}`),
    search(`${a}|${b}`, a, b),
    search(`^${a}`, `${a} ${b}`),
    search(`${a}$`, `${b} ${a}`),
    search(`${a}[`, a),
    search(`${a}(`, a),
    // What String.replace() puts in its place.
    search(`${a}$&${b}`, `${a}${b}`),
    search(`${a}$$${b}`, `${a}$${b}`),
    search(`${a}\\${b}`, `${a}${b}`, `${a}/${b}`),
    search(`${a}\\%${b}`, `${a}%${b}`),
    // Where a quoted part of a pattern ends.
    search(`${a}\\E.${b}`, `${a}-${b}`, `${a}\\Ex${b}`, `${a}\\E-${b}`),
    search(`${a}\\`, a),
    search(`${a}'${b}`, `${a}${b}`),
    search(`${a}"${b}`, `${a}${b}`),
    search(` ${a} `, `${a}`, `-${a}-`),
    search(`${a}  ${b}`, `${a} ${b}`),
    search(`${a}\n${b}`, `${a} ${b}`),
    search(`${a}\n\n${b}`, `${a}\n${b}`, a),
    search(`${a}\r\n${b}`, `${a}\n${b}`),
    // MySQL's order ignores a null byte, so nothing else may be the same without it.
    search(`${a}\0${b}!`, `${a}, ${b}!`),
    // In parts, as one and as another character: normalised in whichever way, one of the two becomes a different text. To
    // INSTR(), the Russian letter in one is another one than that in two.
    search(`${a}e\u0301 \u1112\u1161\u11ABи\u0306${b}`, `${a}${b}`),
    // Lower case, in JavaScript, makes two characters of the last one.
    search(`${a}й ﬁ①İ${b}`, `${a}${b}`),
    // What addresses have in place of characters.
    search(`${a}%41+${b}`, `${a}A ${b}`),
    // Not seen, yet a part of the text. MySQL's order ignores these, too, so that the words are in another order here.
    search(`${b}\u200B\u200D\u2060\uFEFF${a}!`, `${b}, ${a}!`),
    // What typesetters make of quotes and dashes.
    search(`“${a}’s” – ‘${b}’`, `"${a}'s" - '${b}'`),
    // A mark at the end of a word.
    search(`${a}!`, `${a}?`, `${a} ${b}`),
    // Any of these may be what an ESCAPE names.
    search(`${a}!x"x#x&x'x,x-x/x:x;x=x>x@x\`x~${b}`, `${a}xxxxxxxxxxxxxx${b}`),
    // Some orders do not tell one emoji from another.
    search(`${a}🍵${b}`, `${a}🍣${b}`),
    search(`<b>${a}</b>`, a, `&lt;b&gt;${a}&lt;/b&gt;`),
    search(`${a} ${b}`, `${b} ${a}`, `${a} or ${b}`),
    { term: a.slice(2, -2), hit: a, misses: [a.slice(3)] },
  ]
}
