import { sidebar, topMenu } from '../navigation.ts'

/** Русский сайт: что говорит тема и где лежат страницы. */
export function ru() {
  return {
    label: 'Русский',
    lang: 'ru',
    title: 'Практикум по MySQL',
    description: 'Интерактивный практикум: MySQL из TypeScript на настоящем сервере MySQL.',
    themeConfig: {
      nav: topMenu('ru'),
      sidebar: sidebar('ru'),
      outline: { level: [2, 3] as [number, number], label: 'На этой странице' },
      docFooter: { prev: 'Предыдущая страница', next: 'Следующая страница' },
      darkModeSwitchLabel: 'Оформление',
      lightModeSwitchTitle: 'Включить светлое оформление',
      darkModeSwitchTitle: 'Включить тёмное оформление',
      sidebarMenuLabel: 'Уроки',
      sidebarLabel: 'Уроки',
      sidebarToggleLabel: 'Упражнения',
      searchLoadingLabel: 'Идёт поиск',
      pagerLabel: 'Соседние страницы',
      returnToTopLabel: 'Наверх',
      langMenuLabel: 'Сменить язык',
      navMenuLabel: 'Главное меню',
      mobileMenuLabel: 'Меню',
      extraMenuLabel: 'Ещё',
      skipToContentLabel: 'Перейти к содержанию',
      notFound: {
        title: 'Такой страницы нет',
        quote: 'Возможно, она переехала, или в адресе опечатка.',
        link: '/ru/',
        linkLabel: 'На главную',
        linkText: 'На главную',
      },
    },
    markdown: {
      codeCopyButton: { tooltipText: 'Скопировать код', copiedText: 'Скопировано' },
      container: {
        tipLabel: 'Совет',
        infoLabel: 'К сведению',
        noteLabel: 'Заметка',
        warningLabel: 'Внимание',
        dangerLabel: 'Осторожно',
        detailsLabel: 'Подробнее',
        importantLabel: 'Важно',
        cautionLabel: 'Осторожно',
        customContainers: { python: 'В Python' },
      },
    },
  }
}

/** Что говорит окно поиска. */
export const searchWords = {
  button: { buttonText: 'Поиск', buttonAriaLabel: 'Поиск' },
  modal: {
    displayDetails: 'Показать подробности',
    resetButtonTitle: 'Очистить запрос',
    backButtonTitle: 'Закрыть поиск',
    noResultsText: 'Ничего не нашлось по запросу',
    footer: {
      selectText: 'открыть',
      selectKeyAriaLabel: 'Enter',
      navigateText: 'выбрать',
      navigateUpKeyAriaLabel: 'Стрелка вверх',
      navigateDownKeyAriaLabel: 'Стрелка вниз',
      closeText: 'закрыть',
      closeKeyAriaLabel: 'Esc',
    },
  },
}
