import { computed, ref, shallowRef } from 'vue'
import type { PageFile } from '../../../../workbook/editor/page-file.ts'
import type { Stretch } from '../../../../workbook/site/difference.ts'
import { act } from '../composables/act.ts'
import { readDraft, writeDraft, type Draft } from './drafts.ts'
import type { FileView } from './file-view.ts'

/** Another program has saved the file meanwhile. */
export interface Conflict {
  file: PageFile
  stretches: Stretch[]
}

export type FileStatus = 'loading' | 'not-opened' | 'saved' | 'unsaved' | 'saving'

/**
 * The student's file between the disk and an editor on the page.
 * @param show makes the editor, of the file or of what an earlier page has kept
 */
export function useFile(exercise: string, show: (start: string | Draft['state']) => FileView) {
  let view: FileView | undefined
  /** The text of `version`, where it is known. */
  let saved: string | undefined
  let version = ''
  let keeping: ReturnType<typeof setTimeout> | undefined
  const status = ref<FileStatus>('loading')
  const changedOnDisk = ref(false)
  const conflict = shallowRef<Conflict>()
  /** Where the other version of a conflict is kept. */
  const backup = ref<string>()
  const problem = shallowRef<unknown>()

  const isUnsaved = () => view?.text() !== saved
  const take = (file: PageFile) => {
    ;({ text: saved, version } = file)
    changedOnDisk.value = false
    if (view && isUnsaved()) view.replace(file.text)
    settle()
    keep()
  }
  const settle = () => {
    status.value = isUnsaved() ? 'unsaved' : 'saved'
  }
  const keep = () => {
    clearTimeout(keeping)
    if (view) writeDraft(exercise, { version, unsaved: isUnsaved(), state: view.state() })
  }
  const trying = async (work: () => Promise<void>) => {
    problem.value = undefined
    await work().catch((error: unknown) => (problem.value = error))
  }
  const open = async () => {
    status.value = 'loading'
    await trying(async () => {
      const file = await act('editor/open', { exercise })
      const draft = readDraft(exercise)
      view = show(draft?.state ?? file.text)
      if (!draft?.unsaved || view.text() === file.text) return take(file)
      version = draft.version
      if (version === file.version) saved = file.text
      else changedOnDisk.value = true
      settle()
    })
    if (!view) status.value = 'not-opened'
  }
  /** Where nothing is unsaved, takes what is on the disk now. */
  const look = async () => {
    const before = version
    const file = await act('editor/open', { exercise })
    if (version !== before || file.version === version) return
    if (!isUnsaved() || view?.text() === file.text) take(file)
    else changedOnDisk.value = true
  }
  const write = async (backUp: boolean) => {
    const text = view!.text()
    const answer = await act('editor/save', { exercise, text, version, backUp })
    if ('conflict' in answer) {
      if (answer.conflict.text === text) take(answer.conflict)
      else conflict.value = { file: answer.conflict, stretches: answer.stretches }
      return
    }
    backup.value = answer.backup
    ;({ version } = answer)
    saved = text
    changedOnDisk.value = false
    keep()
  }
  const save = async (backUp = false) => {
    if (!view || status.value === 'saving') return
    status.value = 'saving'
    await trying(() => write(backUp))
    settle()
  }
  return {
    status: computed(() => status.value),
    changedOnDisk,
    conflict,
    backup,
    problem,
    open,
    save: () => save(),
    /** Looks whether the file is still the one that is edited here. */
    look() {
      if (status.value === 'not-opened') void open()
      else if (['saved', 'unsaved'].includes(status.value)) void trying(look)
    },
    changed() {
      if (status.value !== 'saving') settle()
      clearTimeout(keeping)
      keeping = setTimeout(keep, pause)
    },
    async choose(which: 'mine' | 'theirs') {
      const { file } = conflict.value!
      conflict.value = undefined
      if (which === 'theirs') return take(file)
      ;({ version } = file)
      await save(true)
    },
    /** Writes down what is here, for the next page. */
    keep,
  }
}

// --- internal ---

/** Milliseconds without a change until a draft is written down. */
const pause = 300
