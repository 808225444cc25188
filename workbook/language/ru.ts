/** То же, что en.ts, по-русски. */
export const ru = {
  // --- database ---
  'db.external-joining': 'Подключаемся к серверу MySQL {server}…',
  'db.external-missing':
    'WORKBOOK_DATABASE требует ваш собственный сервер, но в .env он не указан.',
  'db.external-missing.next':
    'Задайте в .env MYSQL_HOST, MYSQL_USER и MYSQL_PASSWORD (см. .env.example) или уберите WORKBOOK_DATABASE.',
  'db.external-same-account':
    'Пользователь «{user}» не может создавать учётные записи, поэтому ваш код будет работать под ним самим.',
  'db.external-log-off':
    "Этот сервер не пишет журнал запросов в таблицу. Администратор может включить его: SET GLOBAL log_output = 'TABLE'; SET GLOBAL general_log = ON;",
  'db.external-log-unreadable':
    'Этому пользователю нельзя читать журнал запросов. Администратор может разрешить: GRANT SELECT ON mysql.general_log TO …;',
  'db.missing-rights':
    'Пользователю «{user}» не хватает прав на базы, имена которых начинаются с {practice}: {reason}',
  'db.missing-rights.next':
    "Попросите администратора сервера выполнить: GRANT ALL ON `{pattern}`.* TO '{user}'; GRANT ALL ON `{pattern}\\_%`.* TO '{user}';",
  'db.read-only': 'Сервер {server} сейчас не принимает изменений: {reason}',
  'db.read-only.next':
    'Если это группа серверов и один из них только что вышел из строя, в течение минуты его заменит другой: тогда повторите. Иначе спросите администратора.',
  'db.docker-client': 'На этом компьютере нет Docker.',
  'db.docker-client.next':
    'Установите Docker или уберите WORKBOOK_DATABASE: практикум запустит собственный MySQL.',
  'db.docker-engine': 'Docker не отвечает ({reason}).',
  'db.docker-engine.next':
    'Запустите Docker и повторите команду или уберите WORKBOOK_DATABASE. Если Docker слушает в другом месте, укажите его в DOCKER_HOST.',
  'db.docker-permission': 'Docker запущен, но этому пользователю он недоступен ({reason}).',
  'db.docker-permission.next':
    'Добавьте себя в группу docker и войдите в систему заново или уберите WORKBOOK_DATABASE.',
  'db.container-found': 'Docker {version}, образ {image}',
  'db.container-starting': 'Запускаем контейнер из образа {image}…',
  'db.container-pulling': 'Скачиваем образ {image}, один раз; это может занять несколько минут…',
  'db.container-failed': 'Контейнер из образа {image} не запустился: {reason}',
  'db.container-failed.next':
    'Посмотрите его журнал командой `docker logs` или запустите `npm run doctor`. Данные лежат в томе {volume}.',
  'db.image-network': 'Образа {image} нет на компьютере, а по сети он не скачался: {reason}',
  'db.image-network.next':
    'Проверьте подключение и повторите команду или уберите WORKBOOK_DATABASE.',
  'db.image-missing': 'Образа {image} нет на компьютере, и скачать его нельзя: {reason}',
  'db.image-missing.next': 'Проверьте MYSQL_IMAGE в .env или уберите WORKBOOK_DATABASE.',
  'db.fallback': 'Контейнера нет: {reason} Запускаем собственный MySQL практикума.',
  'fetch.done': '{done} МБ',
  'fetch.of': '{done} из {total} МБ',
  'fetch.left': '{done} из {total} МБ, осталось {seconds} с',
  'db.unknown-action': '«{action}»: такого действия у `npm run db` нет.',
  'db.unknown-action.next': 'Напишите `npm run db -- ` и одно из действий: {actions}.',
  'db.stopped': 'Остановлен ({provider}). Данные сохранятся до следующего запуска.',
  'db.left': 'Практикум больше не использует ваш сервер; сам сервер работает дальше.',
  'db.in-use':
    'Сервером пользуется {count|процесс|процесса|процессов} ({pids}); он остановится, когда завершится последний. `npm run db -- stop --force` остановит его сейчас.',
  'db.none-running':
    'Сервер не запущен. `npm run db -- start` запустит его; другие команды запускают его сами.',
  'db.status-server': 'MySQL {version} ({provider}), адрес {host}:{port}',
  'db.status-connect':
    'Для любого клиента: хост {host}, порт {port}, пользователь {user}, база {database}.',
  'db.status-password': 'Пароль: npm run db -- status --show-password',
  'db.status-shown': 'Пароль: {password}',
  'db.status-users': 'Им пользуются процессы {pids}.',
  'db.status-no-users': 'Сейчас им не пользуется ни одна команда.',
  'db.status-keep': 'Он работает до `npm run db -- stop`.',
  'db.no-client': 'На этом компьютере нет клиента MySQL.',
  'db.no-client.next':
    'Установите его (пакет часто называется mysql-client) или подключитесь своим клиентом: `npm run db -- status` подскажет, как.',
  'db.foreign-schema': 'База «{schema}» не относится к практикуму.',
  'db.foreign-schema.next':
    'Клиент открывается для {practice} и для баз, имена которых начинаются с {practice}_; без имени — для {practice}.',
  'db.schema-gone': 'Базы {schema} больше нет.',
  'db.schema-gone.next':
    'То, что оставил тест, хранится до следующей проверки этого упражнения. Проверьте его ещё раз и возьмите новое имя со страницы.',
  'db.reset-confirm': 'Удалить базу {name} со всем, что вы в ней сделали, и создать её заново?',
  'db.reset-kept': 'Ничего не изменилось.',
  'db.reset-done': 'База {name} снова такая, как в начале.',
  'doctor.node': 'Node',
  'doctor.settings': 'Настройки',
  'doctor.forced': 'WORKBOOK_DATABASE требует «{provider}»',
  'doctor.named': 'в .env указан сервер (MYSQL_HOST), используется он: external',
  'doctor.automatic':
    'ничего не задано: контейнер, если отвечает Docker, иначе собственный MySQL практикума',
  'doctor.provider': 'Способ «{provider}»',
  'doctor.chosen': '{detail} — используется этот',
  'doctor.folder': 'Папка состояния',
  'doctor.disk': 'свободно {free} МБ в {folder}',
  'doctor.disk.next': 'Освободите место на диске: первому запуску нужно около {needed} МБ.',
  'doctor.server': 'Сервер',
  'doctor.server-later': 'не запущен; всё нужное скачается при первом запуске',
  'doctor.server-old':
    'MySQL {version} старше того, для которого написаны уроки (9.7); 8.4 в основном подходит',
  'doctor.server-old.next':
    'Возьмите MySQL 9.7 или доверьте это практикуму: уберите из .env MYSQLD, MYSQL_HOST и MYSQL_IMAGE.',
  'doctor.port': 'Порт',
  'doctor.rights': 'Права',
  'doctor.rights-ok': 'у {user} есть права на свои базы, и только на них',
  'doctor.rights-wide': '{user} может больше, чем нужно для уроков: ему видна таблица mysql.user',
  'doctor.rights-wide.next':
    'Укажите в .env пользователя, который может создавать учётные записи, или такого, у которого есть права только на базы практикума.',
  'doctor.prepared': 'Транзакции',
  'doctor.prepared-left':
    'После XA PREPARE осталась незавершённая транзакция, она держит блокировки: {xid}',
  'doctor.prepared.next': 'Откатить её и создать учебную базу заново: npm run db -- reset',
  'doctor.log': 'Журнал запросов',
  'doctor.log-ok': 'читается',
  'doctor.log.next':
    'Упражнения, которые смотрят на отправленные запросы, сообщат, что проверить их не удалось.',
  'doctor.fine': 'Всё в порядке.',
  'doctor.problems': 'Нужно решить: {count|проблему|проблемы|проблем}.',
  'db.waiting': 'Ждём другую команду (процесс {pid}): она запускает базу данных.',
  'db.file-system': 'Не удалось записать {file}: {reason}.',
  'db.file-system.next':
    'Проверьте права на папку и свободное место или укажите другую папку в WORKBOOK_STATE.',
  'disk.ENOSPC': 'на диске нет места (ENOSPC)',
  'disk.EROFS': 'диск доступен только для чтения (EROFS)',
  'disk.EACCES': 'не хватает прав (EACCES)',
  'disk.ENOENT': 'такой папки или файла нет (ENOENT)',
  'no-temporary': 'В папку {folder} нельзя записать временные файлы: {reason}.',
  'no-temporary.next':
    'Создайте эту папку или укажите в переменной TMPDIR (в Windows — TEMP) другую, доступную для записи.',
  'config.unreadable': 'Не удалось прочитать {file}.',
  'config.unreadable.next': 'Проверьте права на файл или создайте его заново из .env.example.',
  'config.provider':
    'В WORKBOOK_DATABASE указано «{value}»: такого способа получить базу данных нет.',
  'config.provider.next': 'Выберите из списка: {list}; или уберите эту переменную.',
  'config.port': 'В MYSQL_PORT указано «{value}»: это не номер порта.',
  'config.port.next': 'Укажите в .env число от 1 до 65535.',
  'config.ssl-mode': 'В MYSQL_SSL_MODE указано «{value}»: такого режима практикум не знает.',
  'config.ssl-mode.next':
    'Укажите в .env REQUIRED, чтобы шифровать соединения с сервером, или DISABLED.',
  'config.origin': 'WORKBOOK_ORIGIN — «{value}», а это не адрес веб-страницы.',
  'config.origin.next':
    'Укажите его, как показывает браузер, без пути: WORKBOOK_ORIGIN=https://example.org',
  'config.user': 'MYSQL_HOST указывает на сервер, но MYSQL_USER не задан.',
  'config.user.next': 'Добавьте в .env MYSQL_USER и MYSQL_PASSWORD.',
  'config.prefix':
    'В MYSQL_DB указана база «{name}», а практикум работает только в собственных базах.',
  'config.prefix.next':
    'Выберите имя, которое начинается с «{prefix}»: строчные латинские буквы, цифры и _, не длиннее 28 символов.',
  'db.access-denied': 'MySQL на {server} не пускает пользователя «{user}»: {reason}',
  'db.access-denied.next':
    'Проверьте MYSQL_USER и MYSQL_PASSWORD в .env. Если этой учётной записи разрешён только TLS, добавьте MYSQL_SSL_MODE=REQUIRED.',
  'db.tls-required': 'MySQL на {server} принимает только шифрованные соединения: {reason}',
  'db.tls-required.next': 'Добавьте в .env строку MYSQL_SSL_MODE=REQUIRED.',
  'db.too-many-connections':
    'У MySQL на {server} уже столько соединений, сколько он разрешает: {reason}',
  'db.too-many-connections.next':
    'Закройте программы, которые работают с этим сервером, и повторите команду или увеличьте на сервере max_connections.',
  'db.connection-refused': 'На {server} MySQL не отвечает ({reason}).',
  'db.connection-refused.next':
    'Запустите этот сервер или проверьте MYSQL_HOST и MYSQL_PORT в .env.',
  'db.connection-failed': 'MySQL на {server} не принял соединение: {reason}',
  'db.connection-failed.next': 'Запустите `npm run doctor`: он проверит всё по частям.',
  'db.mariadb': '{program} — это MariaDB. Практикум учит работать с MySQL, а они различаются.',
  'db.mariadb.next':
    'Уберите из .env MYSQLD и MYSQL_HOST: практикум поднимет свой MySQL. Или укажите там настоящий MySQL.',
  'db.server-is-mariadb':
    'Этот сервер — MariaDB {version}. Практикум учит работать с MySQL, а они различаются.',
  'db.not-mysql': '{program} не запускается как сервер MySQL: {reason}',
  'db.not-mysql.next':
    'Укажите в MYSQLD путь к mysqld из установленного MySQL или уберите эту переменную из .env.',
  'db.embedded-found': 'MySQL {version} ({origin})',
  'db.embedded-fetch': 'MySQL скачается при первом запуске (около 65 МБ)',
  'db.fetch-lists': 'Ищем пакеты MySQL для этой системы…',
  'db.fetch': 'Скачиваем MySQL, {size} МБ, один раз; права root не нужны…',
  'db.fetch-portable': 'Скачиваем MySQL, один раз; это займёт несколько минут…',
  'db.unpack': 'Распаковываем MySQL…',
  'db.fetched-damaged': 'Загруженный MySQL повреждён. Загружаем его заново.',
  'db.fetch-failed': 'Не удалось скачать MySQL: {reason}',
  'db.fetch-failed.next':
    'Повторите команду: она продолжит с того же места. Или укажите в .env свой сервер (см. .env.example).',
  'db.fetch-portable.next':
    'Повторите команду: загрузка начнётся заново. Или укажите свой сервер в .env (см. .env.example).',
  'db.no-network': 'Не удалось скачать MySQL, сеть не отвечает: {reason}',
  'db.no-network.next': 'Проверьте подключение и повторите команду: она продолжит с того же места.',
  'db.fetch-no-package': 'в архиве пакетов нет mysql-server-core',
  'db.fetch-no-loader': 'в пакетах нет библиотеки C',
  'db.fetch-no-archive':
    'Не удалось скачать MySQL: в настройках apt нет архива этого дистрибутива.',
  'db.initialise': 'Создаём папку данных MySQL {version}, один раз…',
  'db.initialise-failed': 'MySQL не смог создать папку данных: {reason}',
  'db.initialise-failed.next':
    'Проверьте свободное место и права на .workbook/ и повторите команду.',
  'db.data-empty': 'Папка данных {folder} пуста.',
  'db.data-series': 'Папку данных {folder} создал MySQL {found}, а этот сервер — {series}.',
  'db.data-series.next':
    'Уберите {folder} в другое место, чтобы начать с чистых данных, или запустите тот MySQL, который её создал (MYSQLD в .env).',
  'db.starting': 'Запускаем MySQL {version}…',
  'db.start-timeout': 'за {seconds} с он так и не запустился',
  'db.start-silent': 'программа завершилась, не назвав причины',
  'db.start-failed': 'MySQL не запустился: {reason}',
  'db.start-failed.next': 'Посмотрите {log} или запустите `npm run doctor`.',

  // --- command line ---
  'unknown-exercise': 'Упражнения «{query}» нет.',
  'unknown-exercise.next':
    'Назовите одно из этих: {ids}. Все упражнения покажет `npm run progress`.',
  'which-exercise': '«{query}» подходит сразу к нескольким упражнениям.',

  'unknown-command': 'Команды «{name}» нет.',
  'unknown-command.next': 'Есть такие команды: {names}.',
  'unknown-language': 'Языка «{lang}» нет.',
  'unknown-language.next': 'Укажите --lang en или --lang ru.',
  'bad-arguments.next': 'Команды и их ключи перечислены в README.ru.md.',
  'internal-error':
    'Это сбой самого практикума, а не вашего решения. `npm run doctor` покажет обстоятельства; сообщите нам о сбое.',
  'verdict.not-started': 'Не начато: откройте {file} и найдите TODO.',
  'verdict.time': '{ms} мс',
  'verdict.output': 'Ваш код напечатал:',
  'verdict.new-stub':
    'Рядом с вашим ответом лежит новая заготовка этого упражнения: {file}. Возьмите из неё нужное и удалите её.',
  'verdict.again': 'Повторить на тех же данных: npm run check -- {id} --seed {seed}',
  'verdict.read-on': 'Подробнее: {page}',
  'verdict.expected': 'Ожидалось:',
  'verdict.seen': 'Получено:',
  'verdict.sent': 'Отправлено в MySQL:',
  'verdict.by-test': '(это отправил тест)',
  'verdict.error': 'Ошибка {errno}: {message}',
  'verdict.changed': '{table}: добавлено {added}, изменено {changed}, удалено {removed}',
  'totals.passed': 'решено: {n}',
  'totals.failed': 'пока неверно: {n}',
  'totals.not-started': 'не начато: {n}',
  'totals.blocked': 'не удалось проверить: {n}',
  'watch.ready':
    'Следим за lessons/: сохраните файл, и здесь появится результат проверки. Ctrl-C — выход.',
  'start.ready': 'Практикум готов: {url}  (Ctrl-C — остановить)',
  'db.no-database': 'На сервере {server} нет такой базы: {reason}',
  'db.no-database.next': 'Учебную базу создаст заново команда: npm run db -- reset',
  'db.practice-locked': 'Учебная база {practice} не создана заново: её держит открытая транзакция.',
  'db.practice-locked.next':
    'Завершите её командой COMMIT или ROLLBACK либо закройте клиент, в котором она начата, и повторите.',
  'db.prepared.next':
    'После XA PREPARE осталась транзакция. Попросите администратора сервера выполнить: XA ROLLBACK {xid};',
  'bad-seed': 'Параметру --seed нужно целое число от 1, а не «{seed}».',
  'bad-seed.next': 'Возьмите число из сообщения неудачной проверки.',
  'watch-failed': 'Не удаётся следить за изменениями {file}: {reason}.',
  'watch-failed.limit':
    'Система уже следит за слишком многими файлами. Закройте лишнее (редактор с большим проектом) или увеличьте предел: sudo sysctl fs.inotify.max_user_watches=524288',
  'watch-failed.next': 'Проверьте права на папку и повторите команду.',
  'server.reviving': 'Сервер MySQL пропал. Возвращаем его.',
  'server.ready': 'Сервер MySQL снова работает.',
  'server.down': 'Сервер MySQL не работает. При следующей проверке будет ещё одна попытка.',
  'start.stopping': 'Останавливаемся.',
  'action.no-exercise': 'Упражнения «{id}» нет.',
  'action.no-exercise.next': 'Обновите страницу: урок мог измениться.',
  'action.too-long': 'Страница прислала больше одного мегабайта.',
  'action.too-long.next': 'Отправьте меньше за один раз.',
  'editor.none': 'Не нашлось редактора со своим окном.',
  'editor.none.next':
    'Откройте {file} сами. Чтобы файл открывался со страницы, укажите свой редактор в .env; для VS Code: LAUNCH_EDITOR=code',
  'editor.failed': 'Редактор не открылся: {reason}',
  'chat.bad-call': 'Чат попросил то, чего в модуле нет.',
  'chat.bad-call.next': 'Обновите страницу: практикум мог измениться.',
  'import.refused': 'Это не файл с вашими успехами в практикуме: {reason}.',
  'import.refused.next': 'Выберите файл, сохранённый на этой странице. Ничего не изменено.',
  'console.password-restored':
    'Прежний пароль учётной записи {user} возвращён: с ним подключаются все проверки.',
  'console.bad-id': 'Страница не назвала свою консоль.',
  'console.bad-id.next': 'Обновите страницу.',
  'console.foreign-schema': 'База «{schema}» не относится к практикуму.',
  'console.foreign-schema.next': 'Запустите упражнение ещё раз и откройте его базу оттуда.',
  'plan.no-table': 'Таблицы со сгенерированными сообщениями ещё нет.',
  'plan.no-table.next': 'Создайте её на этой странице: это займёт несколько секунд.',
  'plan.unknown': 'На этой странице нет плана «{name}».',
  'stage.gone': 'Эта сцена окончена: её соединения закрыты.',
  'stage.gone.next': 'Сыграйте её ещё раз с начала.',
  'stage.no-scene': 'На этой странице нет сцены «{name}».',
  'bad-port': '«{port}» — не порт.',
  'bad-port.next': 'Нужно целое число от 1 до 65535: npm start -- --port 5173',
  'page-missing': 'Нет страницы {file}.',
  'page-missing.next':
    'Верните её через git или загляните в раздел «Adding an exercise» файла CONTRIBUTING.md.',
  'exercise-not-on-page': 'На странице {file} нет упражнения {id}.',
  'all-passed':
    'Решены все упражнения. Чтобы вернуться к какому-то, назовите его: список покажет `npm run progress`.',
  'page-file.missing': 'Файла {file} нет.',
  'page-file.missing.next': 'Верните упражнение к началу: так появится его первая версия.',
  'page-file.no-text': 'Файл {file} — не текст в UTF-8.',
  'page-file.no-text.next':
    'Откройте его в своём редакторе и сохраните в UTF-8. Ничего не изменено.',
  'page-file.no-edit': 'Страница не прислала текста, который надо сохранить.',
  'page-file.no-edit.next': 'Обновите страницу и попробуйте ещё раз.',
  'language-service': 'TypeScript остановился: {reason}.',
  'language-service.next': 'Он запустится снова, когда вы измените текст.',
  'file-not-written': 'Не удалось записать файл {file}: {reason}.',
  'file-not-written.next':
    'Проверьте, что в папку можно писать, на диске есть место и файл не занят другой программой; затем повторите команду.',
  'file-not-read': 'Не удалось прочитать файл {file}: {reason}.',
  'file-not-read.next':
    'Проверьте, что это файл, а не папка, и что у вас есть право его читать. Ничего не изменено.',
  'no-terminal': 'Для меню и вопросов нужен терминал, а здесь его нет.',
  'no-terminal.next': 'То же самое можно набрать:{commands}',
  'prompt.select': '(стрелки, Enter; Ctrl-C: назад)',
  'prompt.search': '(печатайте, чтобы сузить список)',
  'prompt.no-match': 'ничего не нашлось',
  'prompt.yes': 'Да',
  'prompt.no': 'Нет',
  'hint.number': 'Подсказка {n} из {total}',
  'hint.another': 'Следующая подсказка: `npm run hint -- {id}`',
  'hint.last':
    'Это была последняя подсказка. Если её мало, есть решение: `npm run solution -- {id}`',
  'hint.no-more':
    'Подсказок больше нет: показано {total} из {total}. Все ещё раз: `npm run hint -- {id} --all`. Решение: `npm run solution -- {id}`',
  'hint.none': 'У этого упражнения нет подсказок. Решение: `npm run solution -- {id}`',
  'solution.ask-again':
    'Решение открывается, когда упражнение решено или когда решение попросили показать дважды. Может быть, стоит попробовать ещё раз; чтобы увидеть решение сейчас, повторите: `npm run solution -- {id}`',
  'solution.not-due':
    'Решение открывается, когда упражнение решено или когда решение попросили показать дважды.',
  'solution.not-due.next': 'Сначала попросите показать решение.',
  'reset.which': 'Какое упражнение вернуть к началу?',
  'reset.which.next':
    'Назовите упражнение, урок или все сразу: npm run reset -- {id}, npm run reset -- {lesson}, npm run reset -- all',
  'reset.untouched': '{file} и так в первоначальном виде; файл не тронут.',
  'reset.created': 'Файла {file} не было; он снова на месте, в первоначальном виде.',
  'reset.replaced': '{file} снова в первоначальном виде.',
  'undo.untouched': '{file} совпадает с последней копией; файл не тронут.',
  'undo.created': 'Файла {file} не было; он восстановлен из последней копии.',
  'undo.replaced': '{file} восстановлен из последней копии.',
  'reset.backup': 'То, что там было, сохранено в {backup}.',
  'reset.undo': 'Вернуть: npm run reset -- {id} --undo',
  'reset.confirm': 'Вернуть к началу эти файлы ({n})? Каждый сначала будет сохранён.',
  'reset.confirm-undo':
    'Восстановить эти файлы ({n}) из последних копий? То, что там сейчас, сначала будет сохранено.',
  'reset.needs-yes': 'Команда изменит файлы ({n}):{files}',
  'reset.needs-yes.next': 'Если это то, что нужно: {command}',
  'reset.no-backup': 'Сохранённой копии нет: {ids}.',
  'reset.no-backup.next':
    'Копия появляется, когда упражнение возвращают к началу: npm run reset -- ID',
  'reset.others': 'Не тронуто, менять нечего: {n|файл|файла|файлов}.',
  'reset.left': 'Ничего не изменено.',
  'update.news': 'У вас практикум {from}, новый — {to}. Что нового:',
  'update.files': 'Файлов изменится: {n}. Ваши ответы:',
  'update.added': 'новое',
  'update.stub': 'изменилась исходная заготовка; вы ещё не начинали',
  'update.kept': 'переезжает вместе с вашим ответом',
  'update.merged': 'изменилась исходная заготовка; изменение войдёт в ваш ответ',
  'update.conflict':
    'исходная заготовка изменилась там, где вы писали; ваш ответ останется, новая заготовка ляжет рядом',
  'update.removed': 'уходит; ваш ответ, если он есть, сохранится в .workbook/backups',
  'update.confirm': 'Установить эту версию? Это можно отменить.',
  'update.needs-yes': 'Изменится {n|файл|файла|файлов}.',
  'update.left': 'Ничего не изменено.',
  'update.nothing': 'Нового нет: у вас уже практикум {version}.',
  'update.done':
    'Обновлено. Ваши успехи, резервные копии, учебная база и .env остались как были. Если работает `npm start`, запустите его заново.',
  'update.conflict-note':
    '{id}: новая заготовка лежит рядом с вашим ответом, в файле {file}. Возьмите из неё нужное и удалите её.',
  'update.undo': 'Вернуть как было: npm run update -- --undo',
  'update.undone': 'Практикум снова такой, каким был до последнего обновления.',
  'update.no-undo': 'Отменять нечего: обновления не было.',
  'update.no-undo.next': 'Обновить практикум: npm run update',
  'update.install': 'Пакеты изменились. Выполните: npm install',
  'update.no-source': 'По этой папке не узнать, откуда брать новые версии.',
  'update.no-source.next': 'Назовите папку, zip-файл или адрес git: npm run update -- ОТКУДА',
  'update.nothing-there': 'Файла или папки {source} нет, и это не адрес git.',
  'update.not-zip': '{source} не распаковывается как zip-файл.',
  'update.not-workbook': 'В {source} нет практикума.',
  'update.not-fetched': 'git не смог получить практикум: {source}',
  'update.not-fetched.next':
    'Проверьте сеть и адрес. Без них обойдётся zip-файл или папка: npm run update -- ФАЙЛ',
  'update.waiting': 'Новая версия получена, но не установлена: {n|коммит|коммита|коммитов}.',
  'update.waiting.next': 'Посмотреть, что нового, и установить: npm run update',
  'update.version': 'Версия',
  'bad-reporter': 'Отчёта «{reporter}» нет.',
  'bad-reporter.next': 'Выберите один из этих: {list}.',
  'progress.sent':
    'На сервер группы отправлено: {n|упражнение|упражнения|упражнений}. Отправленное раньше заменено.',
  'class.which': 'Команды «{name}» для группы нет.',
  'class.which.next':
    'Есть такие: npm run class -- create --file students.csv, list, remove ЛОГИН, report --format csv, watch, handout --out ПАПКА',
  'class.no-file': 'Кого добавить? Список не указан.',
  'class.file-unreadable': 'Не удалось прочитать список {file} ({reason}).',
  'class.bad-line': 'Строка {line} списка: {reason} Никто не добавлен.',
  'class.bad-line.next': 'Исправьте эту строку и повторите команду.',
  'class.no-heading': 'в первой строке должны стоять названия столбцов, и среди них «login».',
  'class.cells': 'ячеек в ней не столько, сколько в заголовке.',
  'class.quotes': 'кавычки в ней не сходятся.',
  'class.bad-login':
    '«{login}» не годится как логин: сначала строчная латинская буква, затем строчные буквы и цифры, всего не больше 16.',
  'class.twice': 'логин «{login}» уже есть в строке {first}.',
  'class.nobody': 'в списке никого нет.',
  'class.account-taken': 'на сервере есть учётная запись {account}, и она не из группы.',
  'class.database-taken':
    'на сервере есть базы, имена которых начинаются с {name}, и они не из группы.',
  'class.no-server': 'Для этого нужен сервер группы, а в .env он не указан.',
  'class.no-server.next': 'Укажите в .env MYSQL_HOST, MYSQL_USER и MYSQL_PASSWORD.',
  'class.rights': 'Пользователь «{user}» не может создать группу на этом сервере: {reason}',
  'class.rights.next':
    "Выполните на сервере от имени администратора: GRANT CREATE USER ON *.* TO '{user}'@'%'; GRANT SELECT ON mysql.user TO '{user}'@'%'; GRANT SELECT, INSERT, CREATE, ALTER, DROP ON mysql.general_log TO '{user}'@'%'; GRANT ALL ON `ai\\_chat\\_%`.* TO '{user}'@'%' WITH GRANT OPTION;",
  'class.none': 'На этом сервере нет группы, или этому пользователю нельзя её видеть.',
  'class.none.next': 'Преподаватель создаёт её так: npm run class -- create --file students.csv',
  'class.not-in-class': 'Сервер не принимает успехи от пользователя «{user}»: {reason}',
  'class.not-in-class.next': 'Возьмите тот .env, который вам дал преподаватель.',
  'class.few-connections':
    'Сервер разрешает {allowed} соединений. Если проверять будет вся группа сразу, понадобится около {needed}: `SET PERSIST max_connections = {needed}` от имени администратора.',
  'class.created': 'Добавлено: {made}. Уже были в группе и остались как есть: {present}.',
  'class.env':
    'Для каждого есть .env в {folder}, в папке с именем логина. В нём пароль: отдайте каждому только его собственный файл.',
  'class.no-folder': 'Куда записать копию для студентов? Папка не указана.',
  'class.handout':
    'Практикум без решений лежит в {folder}. Когда придёт время, студенты получат решения командой `npm run update`.',
  'class.handout-taken': 'Папка {folder} не пуста.',
  'class.handout-taken.next': 'Назовите новую папку: npm run class -- handout --out ПАПКА',
  'class.handout-no-clone':
    'Копия для студентов делается из git-клона практикума, а эта папка — не клон.',
  'class.handout-no-clone.next': 'Клонируйте практикум через git и выполните команду там.',
  'class.solution-later': 'Это решение преподаватель опубликует позже.',
  'class.empty': 'В группе никого нет.',
  'class.remove-which': 'Кого удалить из группы? Назовите логины.',
  'class.unknown': 'Нет в группе: {logins}. Никто не удалён.',
  'class.remove-confirm': 'Удалить {logins} вместе с их базами и всеми отправленными успехами?',
  'class.remove-yes': 'Если это то, что нужно, добавьте --yes.',
  'class.removed': 'Удалено из группы: {n}.',
  'class.bad-format': 'Формата «{format}» нет. Есть такие: {list}.',
  'class.watching':
    'Группа открыта по адресу {url}\nАдрес — это ключ: страницу прочитает любой на этом компьютере, у кого он есть. Остановить: Ctrl-C.',
  'class.away': 'Сервер группы не отвечает: {reason}',
  'class.title': 'Группа',
  'class.name': 'имя',
  'class.passed': 'решено',
  'class.attempts': 'попыток',
  'class.hints': 'подсказок',
  'class.at': 'последняя проверка',
  'class.sent': 'отправлено',
  'class.stuck': 'пять неудач подряд',
  'class.count': 'Помощь может понадобиться: {stuck} из {all}.',
  'class.not-yet': 'Не решено. Попыток: {attempts}, подсказок: {hints}.',
  'lesson.able': 'После этого урока вы сможете {able}.',
  'lesson.duration': 'Чтение — около {reading} мин, упражнения — {exercises} мин.',
  'lesson.duration-challenges':
    'Чтение — около {reading} мин, упражнения — {exercises} мин; задачи со звёздочкой, для желающих, — ещё {challenges} мин.',
  'mark.warm-up': 'разминка',
  'mark.exercise': 'упражнение',
  'mark.challenge': 'со звёздочкой',
  'mark.minutes': '{n} мин',
  'progress.count': '{passed} из {total}',
  'progress.total': 'Решено: {passed} из {total}.',
  'progress.hints': 'Взято подсказок: {n}.',
  'progress.time': 'Затрачено времени: {minutes|минута|минуты|минут}.',
  'progress.revisit':
    'Решено давно, стоит решить ещё раз: {ids}. Первую версию файла вернёт `npm run reset -- ID`.',
  'progress.hints-taken': '{n|подсказка|подсказки|подсказок}',
  'progress.next': 'Дальше: {id}, файл {file}',
  'learn.title': 'Что дальше?',
  'learn.next': 'Продолжить: {id}',
  'learn.choose': 'Выбрать упражнение',
  'learn.check': 'Проверить решение',
  'learn.hint': 'Подсказка',
  'learn.solution': 'Наше решение',
  'learn.reset': 'Вернуть упражнение к началу',
  'learn.progress': 'Что уже решено',
  'learn.language': 'In English (на английский)',
  'learn.language.done':
    'Меню на русском, пока вы из них не вышли. Чтобы так было всегда, задайте переменную окружения WORKBOOK_LANG=ru.',
  'learn.quit': 'Выйти',
  'learn.which': 'Какое?',
  'learn.whole-lesson': '{id}: весь урок ({n|упражнение|упражнения|упражнений})',
  'learn.everything': 'Всё сразу: {n|упражнение|упражнения|упражнений}',
  'learn.file': 'Пишите в файле {file}',
  'learn.page': 'Тот же урок страницей: npm start, затем {page}',
  'learn.check-now': 'Проверить',
  'learn.task': 'Показать задание ещё раз',
  'learn.back': 'Назад',
  'learn.following': 'Дальше: {id}',
  'learn.checking': 'Проверяем… (Ctrl-C остановит)',
  'learn.check-left': 'Проверка остановлена; ничего не записано.',

  // --- verdicts ---
  language: 'ru',
  'finding.mistake': 'Известная ошибка: {id}.',
  'finding.not-started': 'Ещё не начато: место для кода отмечено словом TODO.',
  'finding.value': '{what}: ожидалось {expected}, получено {seen}.',
  'finding.not-rows': '{what}: ожидались строки (массив объектов), получено {seen}.',
  'finding.rows':
    '{what}: строк ожидалось {expected}, не хватает {missing}, лишних или отличающихся {extra}.',
  'finding.order': '{what}: строки верные, но не в том порядке.',
  'finding.only-these-rows':
    'Для строк этой проверки всё верно, а для других — нет. Ответ выполнен ещё раз: с id меньше нуля, с давним и далёким временем, с длинными и пустыми текстами, с текстами из самого ответа, а потом на пустых таблицах.',
  'finding.only-these-tables':
    'Для таблиц этой проверки всё верно, а для других — нет. Ответ выполнен ещё раз: рядом с другими таблицами и на таблицах, которые устроены иначе.',
  'finding.not-read':
    'Задание спрашивает, что есть в {tables}. Этот оператор туда не смотрит: {sql}',
  'finding.not-refused':
    'Здесь MySQL должен был отклонить оператор (ошибка {errno}), а принял все. Не устраняет ли ошибку `IGNORE`, условие или другая строка?',
  'finding.tries-again':
    'Оператор не удался, а ваш код отправил его ещё раз: {sql}. Повторять задание не просит: тот, кто вызвал функцию, должен узнать, что пошло не так.',
  'finding.limited': '`LIMIT {n}` отрезает всё, что идёт после {n} строк. В задании нужны все.',
  'finding.statements': 'Нужен один оператор, а в файле их {seen}.',
  'finding.results': 'Запросов, которые возвращают строки, должно быть {expected}; у вас {seen}.',
  'finding.columns': 'Должны быть столбцы {expected}; у вас {seen}.',
  'finding.column-kind': 'В столбце {column} должно быть {expected}, а у вас {seen}.',
  'finding.too-many-rows':
    'Пришло больше {n|строки|строк|строк}, и запрос остановлен. Соединение таблиц без условия ставит каждую строку в пару с каждой.',
  'finding.expected': 'Ожидалось: {value}',
  'finding.seen': 'Получено: {value}',
  'finding.no-log':
    'Этой проверке нужен журнал запросов сервера, а прочитать его здесь нельзя: {reason}',
  'finding.threw': 'Ваш код выбросил {name}: {message}',
  'finding.threw-non-error': 'Ваш код выбросил не Error, а {seen}',
  'finding.missing-export': 'Файл не экспортирует функцию {name}.',
  'finding.mysql-error':
    'MySQL отверг запрос: {message} ({code}, ошибка {errno}, SQLSTATE {sqlState})',
  'finding.timed-out':
    'Нет ответа {seconds|секунду|секунды|секунд}: промис в вашем коде так и не завершился или запрос ждёт блокировку.',
  'finding.no-file':
    'Файла {file} нет. Команда `npm run reset -- {id}` вернёт его первоначальный вид.',
  'finding.file-folder':
    'На месте {file} лежит папка. Уберите её; тогда `npm run reset -- {id}` вернёт первоначальный файл.',
  'finding.file-large':
    'Файл {file} больше мегабайта, столько не нужно ни одному решению. `npm run reset -- {id}` вернёт его первоначальный вид.',
  'finding.file-no-text':
    'Файл {file} сохранён не в UTF-8. Сохраните его в этой кодировке: в редакторе это «Сохранить с кодировкой».',
  'finding.file-unreadable':
    'Не удалось прочитать файл {file}: {reason}. Проверьте, что у вас есть право его читать.',
  'finding.endless-loop':
    'Ваш код не возвращает управление: в нём бесконечный цикл. Проверка остановлена.',
  'finding.never-loaded':
    'Файл никак не загрузится: `await` вне функций ждёт того, чего не происходит.',
  'finding.out-of-memory':
    'Вашему коду нужно больше памяти, чем отведено на проверку: что-то в нём растёт без конца. Проверка остановлена.',
  'finding.flood':
    'Ваш код выводит слишком много, поэтому проверка остановлена. Не стоит ли console.log в бесконечном цикле?',
  'finding.changes-password':
    'Ваш код меняет пароль своей же учётной записи {user}, а под ней подключаются все проверки. Прежний пароль возвращён.',
  'finding.judge-imported':
    'Ваш код импортирует {name} — часть самой проверки. Решению достаточно mysql2 и модулей Node.js.',
  'finding.import-hidden':
    "В вашем коде есть {name}, и проверка не может узнать, что он импортирует. Пишите имена модулей явно: `import('node:fs')`.",
  'finding.judge-replaced':
    'Ваш код подменяет {name}, а этим пользуется сама проверка. Оставьте всё как было.',
  'finding.forged-pass': 'Тест отмечен как пройденный, но не проверкой. Не трогайте результаты.',
  'finding.worker-died': 'Ваш код завершил весь процесс: {message}',
  'finding.syntax-error': 'В файле синтаксическая ошибка: {message}',
  'finding.import-failed': 'Файл не удалось загрузить: {name}: {message}',
  'finding.process-exit':
    'Ваш код вызывает process.exit(). Функция должна вернуть результат или выбросить ошибку; завершать программу — не её дело.',
  'finding.unhandled-rejection':
    'Промис в вашем коде отклонён, а его никто не ждал: {name}: {message}. Где-то пропущен `await`.',
  'finding.types': 'Компилятор не принимает этот файл: {message}',
  'finding.no-server':
    'Во время проверки пропал сервер MySQL: {message}. Ваш код тут ни при чём; повторите проверку.',
  'finding.read-only-server':
    'Сервер MySQL сейчас не принимает изменений: {message}. Ваш код тут ни при чём. Если это группа серверов и один из них только что вышел из строя, в течение минуты его заменит другой; тогда повторите проверку.',
  'finding.other-server':
    'Во время проверки работу принял на себя другой сервер группы. Ваш код тут ни при чём; повторите проверку.',
  'finding.full-server':
    'На сервере MySQL было открыто столько соединений, сколько он разрешает, и в новом он отказал. Ваш код тут ни при чём; повторите проверку. На сервере группы преподаватель может увеличить `max_connections`.',
  'finding.closes-connection':
    'Ваш код закрывает соединение, которое открыл не он. Закрыть его должен тот, кто открыл: оно может ещё понадобиться другим.',
  'finding.connection-unused':
    'Код вернул результат, ничего не отправив по переданному ему соединению. Отправляйте запросы по нему: у другого соединения своя транзакция, а запомненный ответ устаревает.',
  'finding.ends-pool':
    'Ваш код закрывает пул, который создал не он. Закрыть его должен тот, кто создал: пул может ещё понадобиться другим.',
  'finding.session-changed':
    'Ваш код оставляет соединение вызывающего в другом состоянии: {what} было {before}, стало {after}. Это повлияет на всё, что выполняется по нему дальше.',
  'finding.transaction-left-open':
    'Ваш код оставляет транзакцию открытой. До COMMIT или ROLLBACK её строк не видит никто другой, а её блокировки заставляют других ждать.',
  'finding.error-lost':
    'Сервер не выполнил то, о чём просил ваш код ({reason}), а код вернул {seen}. Вызывающий примет это за ответ: не перехватывайте ошибку.',
  'finding.id-as-sql':
    'Строки с id {id} нет, а ваш код что-то нашёл или изменил: id стал частью SQL или шаблоном. Поставьте вместо него `?`, значение передайте в массиве, а сравнивайте знаком `=`.',
  'finding.transaction-ended':
    'Ваш код завершает транзакцию, которую начал вызывающий. beginTransaction() и commit() фиксируют то, что он, возможно, ещё хотел отменить, а rollback() отменяет то, что он хотел сохранить.',
  'finding.shared-result':
    '{what}: два вызова вернули один и тот же объект. Тогда то, что получил один вызывающий, меняется с вызовом другого. Создавайте новый объект при каждом вызове.',
  'finding.others-unfinished':
    'Пока другая сессия меняла строки, ваш код вернул не то: взял незафиксированные или пропустил заблокированные. До чужого COMMIT всё остаётся как было. READ UNCOMMITTED и SKIP LOCKED — для других задач.',
  'finding.changes-elsewhere':
    'Ваш код меняет другую базу: {sql}. Задание — о той, с которой работает соединение.',
  'finding.changes-structure':
    'Ваш код меняет структуру базы: {sql}. Этими таблицами пользуются и другие, а открытую транзакцию такой оператор фиксирует.',
  'finding.rows-locked':
    'Ваш код блокирует строки, которые читает ({table}: {n}). Пока вызывающий не закончит транзакцию, изменить их не может никто другой. Обычный SELECT не блокирует ничего.',
  'finding.listeners-left':
    'Каждый вызов добавляет обработчик `{event}` ({what}), и ни один не снимается: их уже {n}. Что функция добавила для своей работы, она и убирает.',
  'finding.lock-left':
    'Ваш код не снимает блокировку: {what}. Другие ждут её, пока соединение не закроют.',
  'finding.released-twice':
    'Ваш код возвращает соединение в пул дважды. После первого раза оно может быть уже у другого, и тогда им пользуются двое сразу.',
  'finding.used-after-release':
    'Ваш код пользуется соединением, которое уже вернул в пул: {sql}. Оно может быть уже у другого.',
  'finding.transaction-over-pool':
    'Ваш код отправляет {sql} через пул. Пул вправе взять для каждого запроса другое соединение, а транзакции нужно одно — от getConnection() до release().',
  'finding.sessions-unread':
    'На этом сервере нельзя проверить, в каком состоянии код оставляет соединения: {reason}',
  'finding.callback-runs': 'Ваш код вызывает {what} {calls|раз|раза|раз}, а нужно один раз.',
  'finding.callback-running':
    'Ваш код не ждёт, пока закончится {what}: промис уже выполнен, а работа ещё идёт.',
  'finding.own-clock':
    '{what}: время взято с часов этого компьютера, {seen}. Проверка перевела их на два дня вперёд, а по часам сервера сейчас {expected}. Оставьте время серверу: CURRENT_TIMESTAMP или значение столбца по умолчанию.',
  'cause.nothing': 'Не вернулось ничего: `undefined`. Не забыт ли `return`?',
  'cause.promise': 'Это промис, а не его результат. Не забыт ли `await`?',
  'cause.header':
    'Это отчёт оператора, который меняет строки (`affectedRows` и так далее), а не строки.',
  'cause.single-row': 'Это один объект. Даже единственная строка должна лежать здесь в массиве.',
  'cause.type': 'Значение верное, но его тип {seen}, а нужен {expected}.',
  'cause.not-iterable':
    '`const [rows] = …` разбирает массив, а массива здесь не было. `query()` и `execute()` возвращают промис: не забыт ли `await` перед вызовом?',
  'cause.read-of-nothing':
    'Ваш код читает `{property}` у того, что равно {value}. Такой строки не нашлось или её номер слишком велик?',
  'cause.no-row':
    'Вернулся `null`, хотя вернуть есть что. Не читается ли значение из другого места, не отсекает ли его строку условие?',
  'cause.not-null':
    'Возвращать здесь нечего, поэтому ожидается `null`. Учтён ли случай, когда строки нет?',
  'cause.no-method':
    'У `{object}` нет метода `{method}()`. Не забыт ли `await` там, откуда это значение взялось? У пула тоже нет `beginTransaction()`, `commit()` и `release()`: они есть у одного соединения.',
  'cause.own-error':
    'Эту ошибку создаёт сам ваш код. Здесь ожидается результат, значит, условие перед этим `throw` не должно выполняться.',
  'cause.undefined-parameter':
    'Одно из значений для `?` равно undefined: такого свойства нет или аргумент не передан дальше.',
  'cause.no-rows': 'Не пришло ни одной строки. Не отсекает ли их все условие?',
  'cause.table-empty':
    'Таблица пуста. Ничего не записано, всё откачено или DELETE удалил все строки?',
  'cause.columns': 'Должны быть столбцы {expected}; у вас {seen}. Что стоит после SELECT?',
  'cause.properties': 'Должны быть свойства {expected}; у вас {seen}.',
  'cause.rows-end':
    'До строки номер {n} всё верно, а дальше ничего нет. Не обрезает ли результат LIMIT?',
  'cause.rows-kept-out':
    'То, что пришло, верно, но не хватает {missing|строки|строк|строк}, например {example}. Не отсекает ли такие строки условие?',
  'cause.rows-let-in':
    'Все нужные строки на месте, но есть и лишние ({extra}), например {example}. Не пропускает ли такие строки условие?',
  'cause.rows-double':
    'Нужные строки на месте, но {extra|строка повторяется|строки повторяются|строк повторяются}.',
  'cause.rows-others':
    'Ни одной из отличающихся строк здесь быть не должно. Не перевёрнуто ли условие и с тем ли значением идёт сравнение?',
  'cause.rows-not-there':
    'В таблице не хватает {missing|строки|строк|строк}, например {example}. Оператор пропущен или откачен? Или их захватил `DELETE`?',
  'cause.rows-too-many-there':
    'Все нужные строки в таблице есть, но есть и лишние ({extra}), например {example}. Не выполнился ли оператор дважды или для лишних строк? Или их пропустил `DELETE`?',
  'cause.values-more': 'Всё ожидаемое на месте, но есть и лишнее ({extra}), например {example}.',
  'cause.values-fewer':
    'То, что есть, верно, но не всё ({missing}) на месте: нет, например, {example}.',
  'cause.values-order': 'Значения верные, но порядок у них другой.',
  'cause.cells': 'Отличается только {columns}: ожидалось {expected}, получено {seen}.',
  'cause.text-empty': 'Текст пуст: {column}.',
  'cause.text-trimmed': 'У текста пропали пробелы по краям: {column}.',
  'cause.text-spaces': 'Текст верен во всём, кроме пробелов: {column}.',
  'cause.text-case': 'Текст отличается только заглавными и строчными буквами: {column}.',
  'cause.text-normalised':
    'Текст выглядит так же, но состоит из других символов, как после normalize(): {column}.',
  'cause.text-cut': 'Начало текста верно, а конца не хватает: {column}.',
  'cause.waits-for-connection':
    'Код ждёт соединения из пула (там их не больше {limit}), но ни одно не возвращается. Не забыт ли `release()`? Не берёт ли один вызов второе соединение?',
  'cause.waits-for-lock': 'Этот оператор ждёт блокировки, которую держит другое соединение: {sql}',
  'cause.transaction-open':
    'На одном из соединений код оставил открытую транзакцию: её не завершили ни COMMIT, ни ROLLBACK, и её блокировок ждут другие.',
  'finding.seed': 'Те же данные ещё раз: WORKBOOK_SEED={seed}',
  'status.not-started': 'не начато',
  'status.passed': 'решено',
  'status.failed': 'пока неверно',
  'status.crashed': 'аварийно завершено',
  'status.timed-out': 'время вышло',
  'status.blocked': 'не удалось проверить',

  // --- site ---
  'site-failed': 'Сайту не удалось занять порт {port} на 127.0.0.1: {reason}',
  'site-failed.next': 'Выберите другой порт: `npm start -- --port 5200`.',
}
