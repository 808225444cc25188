import type { ComputedRef } from 'vue'
import { useData } from 'vitepress'
import { computed } from 'vue'
import type { RecordLockView, TableLockView } from '../../../../workbook/stage/types.ts'
import { changedInWords } from '../shared/numbers.ts'

/** What a sentence about a lock is made of. */
interface LockWords extends RecordLockView {
  table: string
  index: string
  /** The entry it is on or before; undefined after the last. */
  key: string | undefined
}

/** What the stage says; loaded with it. */
const words = {
  en: {
    play: 'Play this scene',
    close: 'Leave the scene',
    step: 'Next statement',
    toEnd: 'To the end',
    restart: 'From the start',
    level: 'Isolation level',
    opening: 'Setting up the scene on the server…',
    statements: 'Statements, in the order in which they are sent',
    sendNow: (session: string) => `Send this next (${session})`,
    keys: (sessions: string[]) =>
      `Keys: N sends the next statement, ${sessions.join(', ')} the next one of that session. Drag a statement to another place to change the order.`,
    moved: 'Moved.',
    ask: (session: string, reads: boolean) =>
      reads ? `What will ${session} see?` : `What will happen to ${session}?`,
    justSend: 'Just send it',
    right: 'You were right.',
    wrong: (guess: string) => `You said: ${guess}.`,
    results: {
      ok: 'done',
      none: 'no rows',
      waits: 'waits',
    } as Record<string, string>,
    changed: (count: number) => changedInWords(count, 'en'),
    error: (errno: string) => (errno === '1213' ? 'a deadlock' : `error ${errno}`),
    waits: (names: string) => (names ? `waits for ${names}` : 'waits'),
    woke: 'after waiting',
    running: 'running…',
    transaction: 'in a transaction',
    sees: 'What is in the tables',
    committed: 'committed',
    pending: 'with what is not committed yet',
    locks: 'Locks on rows and gaps',
    noLocks: 'Nobody holds a lock on a row.',
    hidden:
      'This server does not let the workbook look at its locks. The scene plays without them; a session that does not answer for half a second is shown as waiting.',
    gap: 'gap',
    lock: ({ session, mode, on, key, waiting, heldBy, table, index }: LockWords) => {
      const by = heldBy.length > 0 ? `, held by ${heldBy.join(' and ')}` : ''
      const gap = key === undefined ? 'the gap after the last entry' : `the gap before ${key}`
      const of = ` (${table}, ${index})`
      if (on === 'insert')
        return waiting
          ? `${session} waits to insert into ${gap}${by}${of}.`
          : `${session} has inserted into ${gap}${of}.`
      const kind = mode === 'X' ? 'an exclusive lock' : 'a shared lock'
      const place =
        on === 'gap' || key === undefined
          ? gap
          : on === 'record'
            ? `entry ${key}`
            : `entry ${key} and the gap before it`
      return `${session} ${waiting ? 'waits for' : 'holds'} ${kind} on ${place}${by}${of}.`
    },
    table: ({ session, table, heldBy }: TableLockView) =>
      `${session} waits for the table ${table}: ${heldBy.join(' and ')} ${heldBy.length > 1 ? 'are' : 'is'} ahead of it.`,
    circle: 'Deadlock: who waits for whom',
    inCircle: (session: string, other: string) => `${session} waits for ${other}`,
    victim: (session: string) =>
      `Nobody in the cycle can go on, so InnoDB has rolled back ${session}.`,
    end: 'That was the last statement. Play it again at another level or in another order.',
    timeout: (seconds: number) => `Here a session waits for at most ${seconds} s.`,
  },
  ru: {
    play: 'Сыграть сцену',
    close: 'Выйти из сцены',
    step: 'Следующий запрос',
    toEnd: 'До конца',
    restart: 'С начала',
    level: 'Уровень изоляции',
    opening: 'Сцена готовится на сервере…',
    statements: 'Запросы в том порядке, в котором они отправляются',
    sendNow: (session: string) => `Отправить следующим (${session})`,
    keys: (sessions: string[]) =>
      `Клавиши: N — следующий запрос, ${sessions.join(', ')} — запрос этой сессии. Перетащите запрос на другое место, чтобы изменить порядок.`,
    moved: 'Перемещено.',
    ask: (session: string, reads: boolean) =>
      reads ? `Что увидит ${session}?` : `Что будет с ${session}?`,
    justSend: 'Просто отправить',
    right: 'Как вы и сказали.',
    wrong: (guess: string) => `Вы сказали: ${guess}.`,
    results: {
      ok: 'выполнено',
      none: 'нет строк',
      waits: 'ждёт',
    } as Record<string, string>,
    changed: (count: number) => changedInWords(count, 'ru'),
    error: (errno: string) => (errno === '1213' ? 'взаимная блокировка' : `ошибка ${errno}`),
    waits: (names: string) => (names ? `ждёт ${names}` : 'ждёт'),
    woke: 'после ожидания',
    running: 'выполняется…',
    transaction: 'в транзакции',
    sees: 'Что в таблицах',
    committed: 'зафиксировано',
    pending: 'вместе с ещё не зафиксированным',
    locks: 'Блокировки на записях и промежутках',
    noLocks: 'Ни на одной строке нет блокировки.',
    hidden:
      'Этот сервер не показывает практикуму свои блокировки. Сцена играется без них; кто полсекунды не отвечает, показан ждущим.',
    gap: 'промежуток',
    lock: ({ session, mode, on, key, waiting, heldBy, table, index }: LockWords) => {
      const by = heldBy.length > 0 ? `, её держит ${heldBy.join(' и ')}` : ''
      const gap = key === undefined ? 'промежутке за последней записью' : `промежутке перед ${key}`
      const of = ` (${table}, ${index})`
      if (on === 'insert') {
        const into = gap.replace('промежутке', 'промежуток')
        const holder = heldBy.length > 0 ? `, его держит ${heldBy.join(' и ')}` : ''
        return waiting
          ? `${session} ждёт, чтобы вставить строку в ${into}${holder}${of}.`
          : `${session} вставила строку в ${into}${of}.`
      }
      const place =
        on === 'gap' || key === undefined
          ? gap
          : on === 'record'
            ? `записи ${key}`
            : `записи ${key} и промежутке перед ней`
      const kind = mode === 'X' ? 'исключительн' : 'разделяем'
      return waiting
        ? `${session} ждёт ${kind}ую блокировку на ${place}${by}${of}.`
        : `${session} держит ${kind}ую блокировку на ${place}${of}.`
    },
    table: ({ session, table, heldBy }: TableLockView) =>
      `${session} ждёт таблицу ${table}: впереди ${heldBy.join(' и ')}.`,
    circle: 'Взаимная блокировка: кто кого ждёт',
    inCircle: (session: string, other: string) => `${session} ждёт ${other}`,
    victim: (session: string) =>
      `Никто в круге не может продолжить, поэтому InnoDB откатил транзакцию ${session}.`,
    end: 'Это был последний запрос. Сыграйте ещё раз на другом уровне или в другом порядке.',
    timeout: (seconds: number) => `Здесь сессия ждёт не дольше ${seconds} с.`,
  },
}

export type StageWords = (typeof words)['en']

/** The words in the page's language. */
export function useStageWords(): ComputedRef<StageWords> {
  const { lang } = useData()
  return computed(() => (lang.value === 'ru' ? words.ru : words.en))
}

/** A result as scenes claim it, in words: `changed 1`, `error 1213`, rows as they are. */
export function sayResult(result: string, said: StageWords): string {
  const [, kind, number = ''] = /^(changed|error) (\d+)$/.exec(result) ?? []
  if (kind === 'changed') return said.changed(Number(number))
  if (kind === 'error') return said.error(number)
  return said.results[result] ?? result
}
