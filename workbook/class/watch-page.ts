import { say, type Language } from '../language/language.ts'

/** The page itself: an empty table that its script fills from the events. What students send is set as text alone. */
export function watchPage(nonce: string, language: Language): string {
  const word = (key: Parameters<typeof say>[0]) => say(key, {}, language)
  const headings = [
    word('class.name'),
    word('class.passed'),
    word('class.at'),
    word('class.attempts'),
    word('class.hints'),
    word('class.sent'),
    word('class.stuck'),
  ]
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${word('class.title')}</title>
<style nonce="${nonce}">${style}</style>
<main>
<h1>${word('class.title')}</h1>
<p id="count" role="status"></p>
<table><thead><tr>${headings.map((one) => `<th scope="col">${one}</th>`).join('')}</tr></thead><tbody></tbody></table>
</main>
<script nonce="${nonce}">${script(language)}</script>
</html>`
}

// --- internal ---

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: start; padding: .4rem .75rem; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
td:nth-child(2), td:nth-child(4), td:nth-child(5) { font-variant-numeric: tabular-nums; }
tr[data-stuck] { background: color-mix(in srgb, orange 18%, transparent); }
`

/** Runs in the browser. */
function script(language: Language): string {
  const count = JSON.stringify(say('class.count', {}, language))
  return `
const body = document.querySelector('tbody')
const time = new Intl.DateTimeFormat(${JSON.stringify(language)}, { dateStyle: 'short', timeStyle: 'medium' })
new EventSource('events').onmessage = ({ data }) => {
  const students = JSON.parse(data)
  body.replaceChildren(...students.map((one) => {
    const row = document.createElement('tr')
    if (one.stuck.length > 0) row.dataset.stuck = ''
    const sent = one.sentAt ? time.format(new Date(one.sentAt)) : '–'
    const cells = [one.name, one.passed + ' / ' + one.exercises.length, one.at ?? '–', one.attempts, one.hints, sent, one.stuck.join(', ')]
    row.append(...cells.map((text) => Object.assign(document.createElement('td'), { textContent: text })))
    return row
  }))
  document.querySelector('#count').textContent =
    ${count}.replace('{stuck}', students.filter((one) => one.stuck.length > 0).length).replace('{all}', students.length)
}
`
}
