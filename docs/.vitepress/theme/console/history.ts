/** What was run before, oldest first: kept in this browser, and never sent anywhere. */
export class ScriptHistory {
  #scripts = read()
  #index = this.#scripts.length
  #draft = ''

  /** Puts a script at the end; one that is there already moves. */
  add(script: string): void {
    if (script.trim() === '' || script.length > longest) return
    this.#scripts = [...this.#scripts.filter((one) => one !== script), script].slice(-most)
    this.#index = this.#scripts.length
    write(this.#scripts)
  }

  /** The script before or after the one that is shown; what was being typed comes last. */
  go(step: 1 | -1, shown: string): string | undefined {
    const next = this.#index + step
    if (next < 0 || next > this.#scripts.length) return undefined
    if (this.#index === this.#scripts.length) this.#draft = shown
    this.#index = next
    return this.#scripts[next] ?? this.#draft
  }
}

// --- internal ---

const key = 'workbook:console-history'
const most = 50
/** Characters. */
const longest = 10_000

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(-most) : []
  } catch {
    return []
  }
}

function write(scripts: string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(scripts))
  } catch {
    // The storage is full or forbidden: the history lasts as long as the page.
  }
}
