/** What a page has made of a student's file, with the steps that undo takes back. Kept in this browser, for a reload. */
export interface Draft {
  /** The version of the file that it began with. */
  version: string
  /** Is it another text than that version? */
  unsaved: boolean
  /** As CodeMirror writes its state down. */
  state: { doc: string; [field: string]: unknown }
}

export function readDraft(exercise: string): Draft | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key(exercise)) ?? 'null') as Draft | null
    return typeof kept?.state?.doc === 'string' ? kept : undefined
  } catch {
    return undefined
  }
}

export function writeDraft(exercise: string, draft: Draft): void {
  const text = JSON.stringify(draft)
  try {
    localStorage.setItem(key(exercise), text)
  } catch {
    makeRoom(exercise)
    try {
      localStorage.setItem(key(exercise), text)
    } catch {
      // A full or forbidden store: the draft lasts as long as the page.
    }
  }
}

/** Was the editor of this exercise open when this page was left? */
export function wasOpen(exercise: string): boolean {
  try {
    return sessionStorage.getItem(key(exercise)) !== null
  } catch {
    return false
  }
}

export function noteOpen(exercise: string, open: boolean): void {
  try {
    if (open) sessionStorage.setItem(key(exercise), '')
    else sessionStorage.removeItem(key(exercise))
  } catch {
    // The same: after a reload the editor is closed.
  }
}

// --- internal ---

/** Forgets what undo takes back in other files, where all is saved. */
function makeRoom(exercise: string): void {
  try {
    for (const name of Object.keys(localStorage)) {
      const other = name.startsWith(key('')) && name.slice(key('').length)
      if (other && other !== exercise && !readDraft(other)?.unsaved) localStorage.removeItem(name)
    }
  } catch {
    // The same.
  }
}

function key(exercise: string): string {
  return `workbook:edit:${exercise}`
}
