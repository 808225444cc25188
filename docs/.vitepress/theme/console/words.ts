import type { ComputedRef } from 'vue'
import { useData } from 'vitepress'
import { computed } from 'vue'
import { inBrief, plural, rowsInWords } from '../shared/numbers.ts'

/** What the SQL console says; loaded with it. */
const words = {
  en: {
    run: 'Run',
    cancel: 'Cancel',
    editor: 'SQL statements',
    keys: 'Ctrl+Enter runs the selection, or everything. Ctrl+↑ and Ctrl+↓ bring back what you ran before. Esc, then Tab leaves the editor.',
    earlier: 'Earlier statement',
    later: 'Later statement',
    result: 'Result',
    schema: 'Tables',
    noResult: 'Nothing has been run yet. The result appears here.',
    noStatement: 'There is no statement to run.',
    running: 'Running…',
    database: 'Current database',
    noDatabase: 'no current database',
    transaction: 'transaction open',
    reopened:
      'This is a new connection: the one before was closed, and its transaction, variables and temporary tables are gone.',
    left: (count: number) =>
      plural(count, 'en', [
        'The statement after it was not run.',
        'The # statements after it were not run.',
      ]),
    finished: (results: number) =>
      plural(results, 'en', ['# statement was run.', '# statements were run.']),
    moreResults: (count: number) =>
      plural(count, 'en', ['# more result is not shown.', '# more results are not shown.']),
    rows: (count: number) => rowsInWords(count, 'en'),
    cut: (shown: number, count: number) =>
      `The server sent ${count} rows; the first ${shown} are shown. Use LIMIT to ask for fewer.`,
    affected: (count: string) => (count === '1' ? '1 row affected' : `${count} rows affected`),
    newId: 'new id',
    databaseChanged: (name: string) => `The current database is now ${name}.`,
    duration: (time: number) =>
      time < 1000 ? `${inBrief(time, 'en')} ms` : `${seconds(time, 'en')} s`,
    warnings: (count: number) => plural(count, 'en', ['# warning', '# warnings']),
    stopped: {
      time: 'Stopped on the server: it took longer than 10 seconds.',
      cancelled: 'Cancelled: the server has stopped it.',
    },
    lost: 'The connection to the server is lost, and any open transaction with it. The next run opens a new one.',
    place: (line: number, column: number) => `Go to line ${line}, column ${column}`,
    upright: 'Vertical',
    row: (number: number) => `Row ${number}`,
    longer: (length: number, bytes: boolean) =>
      `${length} ${bytes ? 'bytes' : 'characters'}; the beginning is shown`,
    exit: 'Goodbye. The connection is closed; the next run opens a new one.',
    help: 'A statement ends with ; or \\g, or with \\G for a vertical answer. The console also knows USE, \\u, DELIMITER, \\c, status or \\s, and exit or \\q.',
    status: {
      connection: 'Connection id',
      database: 'Current database',
      user: 'Current user',
      version: 'Server version',
      server: 'Connection',
      characterSet: 'Client characterset',
      autocommit: 'Autocommit',
    },
    picture: 'Tables and their foreign keys',
    refers: 'refers to',
    noTables: 'There are no tables here.',
    column: 'Column',
    type: 'Type',
    key: 'Key',
    view: 'view',
    reset: 'Reset the practice database',
    resetQuestion:
      'Everything you made in it is dropped, and the tables are created again. Open transactions end.',
    resetYes: 'Reset it',
    resetNo: 'Keep it',
    resetWaits: 'Creating the practice database again…',
    resetDone: 'The practice database is as it was at the beginning.',
  },
  ru: {
    run: 'Выполнить',
    cancel: 'Прервать',
    editor: 'Операторы SQL',
    keys: 'Ctrl+Enter выполняет выделенное, а без выделения — всё. Ctrl+↑ и Ctrl+↓ возвращают выполненное раньше. Esc, затем Tab — выход из редактора.',
    earlier: 'Предыдущий запрос',
    later: 'Следующий запрос',
    result: 'Результат',
    schema: 'Таблицы',
    noResult: 'Пока ничего не выполнено. Результат появится здесь.',
    noStatement: 'Здесь нет ни одного оператора.',
    running: 'Выполняется…',
    database: 'Текущая база',
    noDatabase: 'текущей базы нет',
    transaction: 'транзакция открыта',
    reopened:
      'Это новое соединение: прежнее закрыто, его транзакции, переменных и временных таблиц больше нет.',
    left: (count: number) =>
      count === 1
        ? 'Следующий оператор не выполнен.'
        : plural(count, 'ru', [
            'Следующий # оператор не выполнен.',
            'Следующие # оператора не выполнены.',
            'Следующие # операторов не выполнены.',
          ]),
    finished: (results: number) =>
      plural(results, 'ru', [
        'Выполнен # оператор.',
        'Выполнено # оператора.',
        'Выполнено # операторов.',
      ]),
    moreResults: (count: number) => `Ещё результатов, которые не показаны: ${count}.`,
    rows: (count: number) => rowsInWords(count, 'ru'),
    cut: (shown: number, count: number) =>
      `Строк пришло: ${count}, показаны первые ${shown}. Меньше строк вернёт запрос с LIMIT.`,
    affected: (count: string) => `затронуто строк: ${count}`,
    newId: 'новый id',
    databaseChanged: (name: string) => `Текущая база теперь ${name}.`,
    duration: (time: number) =>
      time < 1000 ? `${inBrief(time, 'ru')} мс` : `${seconds(time, 'ru')} с`,
    warnings: (count: number) =>
      plural(count, 'ru', ['# предупреждение', '# предупреждения', '# предупреждений']),
    stopped: {
      time: 'Остановлено на сервере: прошло больше 10 секунд.',
      cancelled: 'Прервано: сервер остановил выполнение.',
    },
    lost: 'Соединение с сервером потеряно, а с ним и открытая транзакция. При следующем запуске откроется новое.',
    place: (line: number, column: number) => `К строке ${line}, столбцу ${column}`,
    upright: 'Столбиком',
    row: (number: number) => `Строка ${number}`,
    longer: (length: number, bytes: boolean) =>
      `всего ${plural(length, 'ru', bytes ? ['# байт', '# байта', '# байт'] : ['# символ', '# символа', '# символов'])}, показано начало`,
    exit: 'До свидания. Соединение закрыто; при следующем запуске откроется новое.',
    help: 'Оператор заканчивается на ; или \\g, а с \\G ответ придёт столбиком. Ещё консоль понимает USE, \\u, DELIMITER, \\c, status или \\s, exit или \\q.',
    status: {
      connection: 'Номер соединения',
      database: 'Текущая база',
      user: 'Пользователь',
      version: 'Версия сервера',
      server: 'Сервер',
      characterSet: 'Кодировка клиента',
      autocommit: 'Автофиксация',
    },
    picture: 'Таблицы и их внешние ключи',
    refers: 'ссылается на',
    noTables: 'Таблиц здесь нет.',
    column: 'Столбец',
    type: 'Тип',
    key: 'Ключ',
    view: 'представление',
    reset: 'Вернуть учебную базу к началу',
    resetQuestion:
      'Всё, что вы в ней сделали, будет удалено, а таблицы созданы заново. Открытые транзакции закончатся.',
    resetYes: 'Вернуть',
    resetNo: 'Оставить',
    resetWaits: 'Учебная база создаётся заново…',
    resetDone: 'Учебная база снова такая, как в начале.',
  },
}

export type ConsoleWords = (typeof words)['en']

/** The words in the page's language. */
export function useConsoleWords(): ComputedRef<ConsoleWords> {
  const { lang } = useData()
  return computed(() => (lang.value === 'ru' ? words.ru : words.en))
}

// --- internal ---

function seconds(time: number, language: 'en' | 'ru'): string {
  return (time / 1000).toLocaleString(language, { maximumFractionDigits: 2 })
}
