import type { ComputedRef } from 'vue'
import { useData } from 'vitepress'
import { computed } from 'vue'

/** What the chat says; loaded with it. */
const words = {
  en: {
    locale: 'en-GB',
    runs: 'Runs',
    on: 'on the practice database',
    real: 'Whatever you do here, your code does there, for real.',
    single:
      'It is not one module yet, so each function is called from its own file, until you solve',
    conversations: 'Conversations',
    create: 'New conversation',
    search: 'Search',
    clear: 'Clear the search',
    active: 'Active',
    archived: 'Archived',
    archivedNote: 'The module has no function for these. The workbook asks for them itself.',
    noConversations: 'No conversations.',
    noArchived: 'Nothing is archived.',
    found: (count: number) =>
      count === 1 ? '1 conversation found' : `${count} conversations found`,
    back: 'All conversations',
    choose: 'Choose a conversation, or begin a new one.',
    numbered: (id: number) => `Conversation ${id}`,
    rename: 'Rename',
    archive: 'Archive',
    remove: 'Delete',
    title: 'Title',
    cancel: 'Cancel',
    removeAsk: (title: string) => `Delete “${title}”?`,
    removeNote: 'The conversation goes for good, and all its messages with it.',
    messages: 'Messages',
    noMessages: 'No messages yet.',
    gone: 'There is no such conversation. The function has answered null or false.',
    sender: { user: 'You', ai: 'Assistant' },
    message: 'Message',
    send: 'Send',
    wakes: 'This part wakes up with the exercise',
    problem: {
      missing: 'The file does not give this function.',
      threw: 'Your code threw an error.',
      'wrong-value': 'The function gave something else than its signature promises.',
      'timed-out':
        'No answer within 5 seconds. Your code was stopped; the next call starts it anew.',
      died: 'The process with your code has ended: process.exit(), an error that nobody caught, or too much memory. The next call starts it anew.',
      refused: 'The workbook did not do that.',
    },
    exercise: 'Exercise',
    line: (file: string, line: number) => `${file}, line ${line}`,
    greeting: 'Hello! I am a canned assistant: few answers, no opinions. Ask me something.',
    answers: [
      'A good question. My tin holds no better answer than this one.',
      'I would look it up in the manual. You have a server: ask it.',
      'Both messages of this turn came in one transaction. That much I know.',
      'Yes. Or NULL. With NULL one never knows.',
      'Let me think… COMMIT.',
    ],
  },
  ru: {
    locale: 'ru-RU',
    runs: 'Работает код из',
    on: 'с учебной базой',
    real: 'Всё, что вы делаете здесь, ваш код делает в ней на самом деле.',
    single:
      'Единого модуля пока нет, поэтому каждая функция вызывается из своего файла — пока вы не решите упражнение',
    conversations: 'Диалоги',
    create: 'Новый диалог',
    search: 'Поиск',
    clear: 'Очистить поиск',
    active: 'Действующие',
    archived: 'Архив',
    archivedNote: 'Функции для архива в модуле нет. Этот список практикум запрашивает сам.',
    noConversations: 'Диалогов нет.',
    noArchived: 'Архив пуст.',
    found: (count: number) => `Найдено диалогов: ${count}`,
    back: 'Все диалоги',
    choose: 'Выберите диалог или начните новый.',
    numbered: (id: number) => `Диалог ${id}`,
    rename: 'Переименовать',
    archive: 'В архив',
    remove: 'Удалить',
    title: 'Название',
    cancel: 'Отмена',
    removeAsk: (title: string) => `Удалить «${title}»?`,
    removeNote: 'Диалог исчезнет навсегда вместе со всеми сообщениями.',
    messages: 'Сообщения',
    noMessages: 'Сообщений пока нет.',
    gone: 'Такого диалога нет. Функция ответила null или false.',
    sender: { user: 'Вы', ai: 'Собеседник' },
    message: 'Сообщение',
    send: 'Отправить',
    wakes: 'Эта часть оживёт, когда вы решите упражнение',
    problem: {
      missing: 'В файле нет такой функции.',
      threw: 'Ваш код выбросил ошибку.',
      'wrong-value': 'Функция вернула не то, что обещает её сигнатура.',
      'timed-out':
        'За 5 секунд ответа не было. Ваш код остановлен; при следующем вызове он запустится заново.',
      died: 'Процесс с вашим кодом завершился: process.exit(), необработанная ошибка или нехватка памяти. При следующем вызове он запустится заново.',
      refused: 'Практикум этого не сделал.',
    },
    exercise: 'Упражнение',
    line: (file: string, line: number) => `${file}, строка ${line}`,
    greeting:
      'Здравствуйте! У меня мало ответов и нет мнений: они заготовлены заранее. Спросите что-нибудь.',
    answers: [
      'Хороший вопрос. Лучшего ответа, чем этот, у меня не заготовлено.',
      'Загляните в руководство. А ещё у вас есть сервер: спросите его.',
      'Обе реплики записаны одной транзакцией. Это я знаю точно.',
      'Да. Или NULL. С NULL никогда не знаешь.',
      'Дайте подумать… COMMIT.',
    ],
  },
}

export type ChatWords = (typeof words)['en']

/** The words in the page's language. */
export function useChatWords(): ComputedRef<ChatWords> {
  const { lang } = useData()
  return computed(() => (lang.value === 'ru' ? words.ru : words.en))
}

/** The assistant: the same question gets the same of the answers. */
export function cannedAnswer(question: string, answers: readonly string[]): string {
  const sum = [...question].reduce((total, letter) => total + letter.codePointAt(0)!, 0)
  return answers[sum % answers.length]!
}
