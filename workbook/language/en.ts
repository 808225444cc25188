/** What the command line and the verdicts say, in English. Every key is in ru.ts too; a test keeps them in step. */
export const en = {
  // --- database ---
  'db.external-joining': 'Connecting to the MySQL server at {server}…',
  'db.external-missing': 'WORKBOOK_DATABASE asks for your own server, but .env does not name one.',
  'db.external-missing.next':
    'Set MYSQL_HOST, MYSQL_USER and MYSQL_PASSWORD in .env (see .env.example), or leave WORKBOOK_DATABASE out.',
  'db.external-same-account':
    'The account "{user}" is not allowed to create accounts, so your code will use it directly.',
  'db.external-log-off':
    "This server does not write its statement log to a table. Its administrator can turn that on: SET GLOBAL log_output = 'TABLE'; SET GLOBAL general_log = ON;",
  'db.external-log-unreadable':
    'This account is not allowed to read the statement log. Its administrator can allow it: GRANT SELECT ON mysql.general_log TO …;',
  'db.missing-rights':
    'The account "{user}" lacks rights on schemas that begin with {practice}: {reason}',
  'db.missing-rights.next':
    "Ask the server's administrator for: GRANT ALL ON `{pattern}`.* TO '{user}'; GRANT ALL ON `{pattern}\\_%`.* TO '{user}';",
  'db.read-only': 'The server at {server} accepts no changes at the moment: {reason}',
  'db.read-only.next':
    'If one server of a group has just failed, another takes over within a minute: try again then. Otherwise ask its administrator.',
  'db.docker-client': 'There is no Docker on this machine.',
  'db.docker-client.next':
    'Install Docker, or leave WORKBOOK_DATABASE out: the workbook then runs its own MySQL.',
  'db.docker-engine': 'The Docker engine does not respond ({reason}).',
  'db.docker-engine.next':
    'Start Docker and run the command again, or leave WORKBOOK_DATABASE out. If your Docker listens elsewhere, set DOCKER_HOST.',
  'db.docker-permission':
    'The Docker engine is running, but this user is not allowed to use it ({reason}).',
  'db.docker-permission.next':
    'Add yourself to the group "docker" and log in again, or leave WORKBOOK_DATABASE out.',
  'db.container-found': 'Docker {version}, image {image}',
  'db.container-starting': 'Starting a container from {image}…',
  'db.container-pulling': 'Pulling the image {image}, once; this may take a few minutes…',
  'db.container-failed': 'The container from {image} did not start: {reason}',
  'db.container-failed.next':
    'Read its log with `docker logs`, or run `npm run doctor`. Its data is in the volume {volume}.',
  'db.image-network':
    'The image {image} is not on this machine and could not be downloaded: {reason}',
  'db.image-network.next':
    'Check the connection and run the command again, or leave WORKBOOK_DATABASE out.',
  'db.image-missing': 'The image {image} is not on this machine and cannot be pulled: {reason}',
  'db.image-missing.next': 'Check MYSQL_IMAGE in .env, or leave WORKBOOK_DATABASE out.',
  'db.fallback': "No container: {reason} Running the workbook's own MySQL instead.",
  'fetch.done': '{done} MB',
  'fetch.of': '{done} of {total} MB',
  'fetch.left': '{done} of {total} MB, {seconds} s left',
  'db.unknown-action': '`npm run db` has no action "{action}".',
  'db.unknown-action.next': 'Use `npm run db -- ` and one of: {actions}.',
  'db.stopped': 'Stopped ({provider}). Your data stays for the next start.',
  'db.left': 'The workbook no longer uses your server; it keeps running.',
  'db.in-use':
    'The server is used by {count|process|processes} ({pids}); it stops when the last one leaves. `npm run db -- stop --force` stops it now.',
  'db.none-running':
    'No server is running. `npm run db -- start` starts one; other commands start it by themselves.',
  'db.status-server': 'MySQL {version} ({provider}) at {host}:{port}',
  'db.status-connect':
    'Connect with any client: host {host}, port {port}, user {user}, database {database}.',
  'db.status-password': 'The password: npm run db -- status --show-password',
  'db.status-shown': 'Password: {password}',
  'db.status-users': 'In use by the processes {pids}.',
  'db.status-no-users': 'No command is using it now.',
  'db.status-keep': 'It runs until `npm run db -- stop`.',
  'db.no-client': 'There is no MySQL client on this machine.',
  'db.no-client.next':
    'Install one (the package is often called mysql-client), or connect with your own client: `npm run db -- status` shows how.',
  'db.foreign-schema': '"{schema}" is not one of the workbook\'s schemas.',
  'db.foreign-schema.next':
    'The shell opens on {practice} and on schemas whose names begin with {practice}_; without a name, on {practice}.',
  'db.schema-gone': 'The schema {schema} is no longer there.',
  'db.schema-gone.next':
    'What a failed test left behind is kept until the next check of its exercise. Check it again, and take the new name from the page.',
  'db.reset-confirm':
    'Drop the database {name} with everything you made in it, and create it again?',
  'db.reset-kept': 'Nothing was changed.',
  'db.reset-done': '{name} is as it was at the beginning.',
  'doctor.node': 'Node',
  'doctor.settings': 'Settings',
  'doctor.forced': 'WORKBOOK_DATABASE asks for "{provider}"',
  'doctor.named': '.env names a server (MYSQL_HOST), so it is used: external',
  'doctor.automatic':
    "nothing is forced: a container if a Docker engine responds, otherwise the workbook's own MySQL",
  'doctor.provider': 'Provider "{provider}"',
  'doctor.chosen': '{detail} — this one is used',
  'doctor.folder': 'State folder',
  'doctor.disk': '{free} MB free in {folder}',
  'doctor.disk.next': 'Free some disk space: the first start needs about {needed} MB.',
  'doctor.server': 'Server',
  'doctor.server-later': 'not running; what it needs is downloaded at the first start',
  'doctor.server-old':
    'MySQL {version} is older than the version the lessons were written for (9.7); 8.4 mostly works',
  'doctor.server-old.next':
    'Use MySQL 9.7, or let the workbook supply it: take MYSQLD, MYSQL_HOST and MYSQL_IMAGE out of .env.',
  'doctor.port': 'Port',
  'doctor.rights': 'Rights',
  'doctor.rights-ok': '{user} has its own schemas and nothing else',
  'doctor.rights-wide': '{user} may do more than the lessons need: it can read mysql.user',
  'doctor.rights-wide.next':
    "In .env, name an account that may create users, or one with rights only on the workbook's schemas.",
  'doctor.prepared': 'Transactions',
  'doctor.prepared-left':
    'A transaction left by XA PREPARE has not ended, and it holds its locks: {xid}',
  'doctor.prepared.next':
    'This rolls it back and creates the practice database again: npm run db -- reset',
  'doctor.log': 'Statement log',
  'doctor.log-ok': 'readable',
  'doctor.log.next':
    'Exercises that look at the statements you sent will say that they could not be checked.',
  'doctor.fine': 'Everything is in order.',
  'doctor.problems': '{count|problem|problems} to solve.',
  'db.waiting': 'Waiting for another command (process {pid}) that is starting the database.',
  'db.file-system': '{file} could not be written: {reason}.',
  'db.file-system.next':
    "Check the folder's permissions and the free disk space, or name another folder in WORKBOOK_STATE.",
  'disk.ENOSPC': 'the disk is full (ENOSPC)',
  'disk.EROFS': 'it is on a disk that is read-only (EROFS)',
  'disk.EACCES': 'the permissions do not allow it (EACCES)',
  'disk.ENOENT': 'it does not exist (ENOENT)',
  'no-temporary': 'Temporary files cannot be written to {folder}: {reason}.',
  'no-temporary.next':
    'Create that folder, or set TMPDIR (on Windows TEMP) to a folder that you may write to.',
  'config.unreadable': '{file} could not be read.',
  'config.unreadable.next': 'Check its permissions, or create it again from .env.example.',
  'config.provider': 'WORKBOOK_DATABASE is "{value}", which is not a way to get a database.',
  'config.provider.next': 'Choose one of: {list}; or leave it out.',
  'config.port': 'MYSQL_PORT is "{value}", which is not a port number.',
  'config.port.next': 'Set a number from 1 to 65535 in .env.',
  'config.ssl-mode': 'MYSQL_SSL_MODE is "{value}", which the workbook does not know.',
  'config.ssl-mode.next':
    'Set REQUIRED in .env, to encrypt connections to the server, or DISABLED.',
  'config.origin': 'WORKBOOK_ORIGIN is "{value}", which is not the origin of a web page.',
  'config.origin.next':
    'Write it as a browser shows it, without a path: WORKBOOK_ORIGIN=https://example.org',
  'config.user': 'MYSQL_HOST names a server, but MYSQL_USER is missing.',
  'config.user.next': 'Add MYSQL_USER and MYSQL_PASSWORD to .env.',
  'config.prefix':
    'MYSQL_DB names the schema "{name}"; the workbook works only in its own schemas.',
  'config.prefix.next':
    'Choose a name that begins with "{prefix}": lower-case letters, digits and _, 28 characters at most.',
  'db.access-denied': 'MySQL at {server} rejected the user "{user}": {reason}',
  'db.access-denied.next':
    'Check MYSQL_USER and MYSQL_PASSWORD in .env. If this account must connect with TLS, add MYSQL_SSL_MODE=REQUIRED.',
  'db.tls-required': 'MySQL at {server} accepts only encrypted connections: {reason}',
  'db.tls-required.next': 'Put MYSQL_SSL_MODE=REQUIRED into .env.',
  'db.too-many-connections': 'MySQL at {server} has as many connections as it allows: {reason}',
  'db.too-many-connections.next':
    'Close programs that use this server and run the command again, or raise max_connections on the server.',
  'db.connection-refused': 'No MySQL responds at {server} ({reason}).',
  'db.connection-refused.next': 'Start that server, or check MYSQL_HOST and MYSQL_PORT in .env.',
  'db.connection-failed': 'MySQL at {server} did not accept the connection: {reason}',
  'db.connection-failed.next': 'Run `npm run doctor`; it checks every part.',
  'db.mariadb': '{program} is MariaDB. The workbook teaches MySQL, and the two differ.',
  'db.mariadb.next':
    'Take MYSQLD and MYSQL_HOST out of .env: the workbook then runs its own MySQL. Or name a real MySQL there.',
  'db.server-is-mariadb':
    'The server is MariaDB {version}. The workbook teaches MySQL, and the two differ.',
  'db.not-mysql': '{program} does not run as a MySQL server: {reason}',
  'db.not-mysql.next': 'Set MYSQLD in .env to the mysqld of a MySQL installation, or leave it out.',
  'db.embedded-found': 'MySQL {version} ({origin})',
  'db.embedded-fetch': 'MySQL will be downloaded at the first start (about 65 MB)',
  'db.fetch-lists': 'Looking for MySQL packages for this system…',
  'db.fetch': 'Downloading MySQL, {size} MB, once; root rights are not needed…',
  'db.fetch-portable': 'Downloading MySQL, once; this takes a few minutes…',
  'db.unpack': 'Unpacking MySQL…',
  'db.fetched-damaged': 'The downloaded MySQL is damaged. Downloading it again.',
  'db.fetch-failed': 'MySQL could not be downloaded: {reason}',
  'db.fetch-failed.next':
    'Run the command again: it continues where it stopped. Or name your own server in .env (see .env.example).',
  'db.fetch-portable.next':
    'Run the command again; it starts over. Or name your own server in .env (see .env.example).',
  'db.no-network': 'MySQL could not be downloaded, because the network does not respond: {reason}',
  'db.no-network.next':
    'Check the connection and run the command again: it continues where it stopped.',
  'db.fetch-no-package': 'the package archive does not contain mysql-server-core',
  'db.fetch-no-loader': 'the packages do not contain a C library',
  'db.fetch-no-archive':
    "MySQL could not be downloaded: apt's settings do not name an archive for this distribution.",
  'db.initialise': 'Creating the data folder for MySQL {version}, once…',
  'db.initialise-failed': 'MySQL could not create its data folder: {reason}',
  'db.initialise-failed.next':
    'Check the free disk space and the permissions on .workbook/, then run the command again.',
  'db.data-empty': 'The data folder {folder} is empty.',
  'db.data-series':
    'The data folder {folder} was created by MySQL {found}; this server is {series}.',
  'db.data-series.next':
    'Move {folder} away to start with fresh data, or start the MySQL that created it (MYSQLD in .env).',
  'db.starting': 'Starting MySQL {version}…',
  'db.start-timeout': 'it was not ready after {seconds} seconds',
  'db.start-silent': 'the program ended without giving a reason',
  'db.start-failed': 'MySQL did not start: {reason}',
  'db.start-failed.next': 'Read {log}, or run `npm run doctor`.',

  // --- command line ---
  'unknown-exercise': 'There is no exercise "{query}".',
  'unknown-exercise.next': 'Name one of these: {ids}. `npm run progress` lists them all.',
  'which-exercise': '"{query}" names more than one exercise.',

  'unknown-command': 'There is no command "{name}".',
  'unknown-command.next': 'The commands are: {names}.',
  'unknown-language': 'There is no language "{lang}".',
  'unknown-language.next': 'Use --lang en or --lang ru.',
  'bad-arguments.next': 'README.md lists the commands and their options.',
  'internal-error':
    'This is a bug in the workbook, not in your answer. `npm run doctor` shows the circumstances; please report it.',
  'verdict.not-started': 'Not started: open {file} and look for TODO.',
  'verdict.time': '{ms} ms',
  'verdict.output': 'Your code printed:',
  'verdict.new-stub':
    'A newer first version of this exercise is beside your answer: {file}. Take over what you need, then delete it.',
  'verdict.again': 'To repeat with the same data: npm run check -- {id} --seed {seed}',
  'verdict.read-on': 'Read on: {page}',
  'verdict.expected': 'Expected:',
  'verdict.seen': 'Got:',
  'verdict.sent': 'Sent to MySQL:',
  'verdict.by-test': '(the test sent this)',
  'verdict.error': 'Error {errno}: {message}',
  'verdict.changed': '{table}: {added} added, {changed} changed, {removed} removed',
  'totals.passed': '{n} passed',
  'totals.failed': '{n} not right yet',
  'totals.not-started': '{n} not started',
  'totals.blocked': '{n} could not be checked',
  'watch.ready': 'Watching lessons/: save a file and its verdict appears here. Ctrl-C stops.',
  'start.ready': 'The workbook is ready: {url}  (Ctrl-C stops it)',
  'db.no-database': 'The server at {server} has no such database: {reason}',
  'db.no-database.next': 'To create the practice database again: npm run db -- reset',
  'db.practice-locked':
    'The practice database {practice} was not created again: an open transaction is still using it.',
  'db.practice-locked.next':
    'End the transaction with COMMIT or ROLLBACK, or close the client it was begun in, and try again.',
  'db.prepared.next':
    "XA PREPARE has left a transaction behind. Ask the server's administrator for: XA ROLLBACK {xid};",
  'bad-seed': '--seed needs a whole number, 1 or more, not "{seed}".',
  'bad-seed.next': 'Use the number given by the failed check.',
  'watch-failed': "{file} can't be watched for changes: {reason}.",
  'watch-failed.limit':
    'The system is already watching too many files. Close what you do not need (an editor with a large project), or raise the limit: sudo sysctl fs.inotify.max_user_watches=524288',
  'watch-failed.next': "Check the folder's permissions, and run the command again.",
  'server.reviving': 'The MySQL server has gone away. Bringing it back.',
  'server.ready': 'The MySQL server is back.',
  'server.down': 'The MySQL server is down. The next check tries again.',
  'start.stopping': 'Stopping.',
  'action.no-exercise': 'There is no exercise "{id}".',
  'action.no-exercise.next': 'Reload the page: the lesson may have changed.',
  'action.too-long': 'The page sent more than one megabyte.',
  'action.too-long.next': 'Send less at once.',
  'editor.none': 'No editor with its own window was found.',
  'editor.none.next':
    'Open {file} yourself. To have it opened from the page, name your editor in .env; for VS Code: LAUNCH_EDITOR=code',
  'editor.failed': 'The editor did not open: {reason}',
  'chat.bad-call': 'The chat asked for something that the module does not have.',
  'chat.bad-call.next': 'Reload the page: the workbook may have changed.',
  'import.refused': 'This is not a progress file of the workbook: {reason}.',
  'import.refused.next': 'Choose a file that was exported from this page. Nothing was changed.',
  'console.password-restored':
    'The password of the account {user} is set back to what it was: every check connects with it.',
  'console.bad-id': 'The page did not name its console.',
  'console.bad-id.next': 'Reload the page.',
  'console.foreign-schema': 'The database "{schema}" does not belong to the workbook.',
  'console.foreign-schema.next': 'Run the exercise again, then open its database from there.',
  'plan.no-table': 'The table of generated messages is not there yet.',
  'plan.no-table.next': 'Create it on this page; it takes a few seconds.',
  'plan.unknown': 'There is no plan "{name}" on this page.',
  'stage.gone': 'This scene is over: its connections are closed.',
  'stage.gone.next': 'Play it again from the start.',
  'stage.no-scene': 'There is no scene "{name}" on this page.',
  'bad-port': '"{port}" is not a port.',
  'bad-port.next': 'Use a whole number from 1 to 65535: npm start -- --port 5173',
  'page-missing': 'The page {file} is missing.',
  'page-missing.next': 'Restore it with git, or see "Adding an exercise" in CONTRIBUTING.md.',
  'exercise-not-on-page': 'The exercise {id} is not on the page {file}.',
  'all-passed':
    'Every exercise has passed. Name one to go back to it: `npm run progress` lists them.',
  'page-file.missing': 'The file {file} is missing.',
  'page-file.missing.next': 'Reset the exercise: that writes its first version.',
  'page-file.no-text': 'The file {file} is not UTF-8 text.',
  'page-file.no-text.next': 'Open it in your editor and save it as UTF-8. Nothing was changed.',
  'page-file.no-edit': 'The page sent no text to save.',
  'page-file.no-edit.next': 'Reload the page, then try again.',
  'language-service': 'TypeScript has stopped: {reason}.',
  'language-service.next': 'It starts again with your next change.',
  'file-not-written': 'The file {file} could not be written: {reason}.',
  'file-not-written.next':
    'Make sure that you can write to the folder, that the disk is not full and that no other program is using the file; then run the command again.',
  'file-not-read': 'The file {file} could not be read: {reason}.',
  'file-not-read.next':
    'Make sure that it is a file, not a folder, and that you may read it. Nothing was changed.',
  'no-terminal': 'Menus and questions need a terminal, and there is none here.',
  'no-terminal.next': 'You can type this instead:{commands}',
  'prompt.select': '(arrows, Enter; Ctrl-C: back)',
  'prompt.search': '(type to narrow the list)',
  'prompt.no-match': 'nothing matches',
  'prompt.yes': 'Yes',
  'prompt.no': 'No',
  'hint.number': 'Hint {n} of {total}',
  'hint.another': 'The next hint: `npm run hint -- {id}`',
  'hint.last':
    'That was the last hint. If it is not enough, there is the solution: `npm run solution -- {id}`',
  'hint.no-more':
    'There are no more hints: {total} of {total} shown. To see them all again: `npm run hint -- {id} --all`. The solution: `npm run solution -- {id}`',
  'hint.none': 'This exercise has no hints. The solution: `npm run solution -- {id}`',
  'solution.ask-again':
    'The solution is shown after a pass, or when you ask twice. It may be worth one more try; to see it now, ask again: `npm run solution -- {id}`',
  'solution.not-due': 'The solution is shown after a pass, or when you ask twice.',
  'solution.not-due.next': 'Ask for the solution first.',
  'reset.which': 'Which exercise do you want to reset?',
  'reset.which.next':
    'Name one, a lesson or all of them: npm run reset -- {id}, npm run reset -- {lesson}, npm run reset -- all',
  'reset.untouched': '{file} is still what it was at the start; it was left alone.',
  'reset.created': '{file} was missing; it has been restored as it was at the start.',
  'reset.replaced': '{file} is back to what it was at the start.',
  'undo.untouched': '{file} is the same as its latest backup; it was left alone.',
  'undo.created': '{file} was missing; it has been restored from its latest backup.',
  'undo.replaced': '{file} has been restored from its latest backup.',
  'reset.backup': 'The previous version is kept in {backup}.',
  'reset.undo': 'To bring it back: npm run reset -- {id} --undo',
  'reset.confirm': 'Reset these {n} files? Each one is kept as a backup first.',
  'reset.confirm-undo':
    'Restore these {n} files from their latest backups? What is there now is kept first.',
  'reset.needs-yes': 'This would change {n} files:{files}',
  'reset.needs-yes.next': 'If that is what you want: {command}',
  'reset.no-backup': 'There is no backup of {ids}.',
  'reset.no-backup.next': 'A backup is made when an exercise is reset: npm run reset -- ID',
  'reset.others': 'Left alone, with nothing to do: {n|file|files}.',
  'reset.left': 'Nothing was changed.',
  'update.news': 'You have workbook {from}; the newer one is {to}. What is new:',
  'update.files': 'Files that change: {n}. Your answers:',
  'update.added': 'new',
  'update.stub': 'its first version has changed; you have not begun',
  'update.kept': 'moves with your answer',
  'update.merged': 'its first version has changed; the change will be merged into your answer',
  'update.conflict':
    'its first version has changed where you wrote; your answer stays, and the new first version is put beside it',
  'update.removed': 'will be removed; your answer, if any, is kept in .workbook/backups',
  'update.confirm': 'Install this version? You can undo it.',
  'update.needs-yes': 'This would change {n|file|files}.',
  'update.left': 'Nothing was changed.',
  'update.nothing': 'There is nothing new: you already have workbook {version}.',
  'update.done':
    'Updated. Your progress, backups, practice database and .env are as they were. If `npm start` is running, start it again.',
  'update.conflict-note':
    '{id}: the new first version is in {file}, beside your answer. Take over what you need, then delete it.',
  'update.undo': 'To undo it: npm run update -- --undo',
  'update.undone': 'The workbook is as it was before the last update.',
  'update.no-undo': 'There is no update to undo.',
  'update.no-undo.next': 'To update the workbook: npm run update',
  'update.install': 'The packages have changed. Run: npm install',
  'update.no-source': 'This folder does not say where newer versions come from.',
  'update.no-source.next': 'Name a folder, a zip file or a git address: npm run update -- SOURCE',
  'update.nothing-there': 'There is no file or folder {source}, and it is not a git address.',
  'update.not-zip': '{source} is not a zip file that can be unpacked.',
  'update.not-workbook': '{source} does not contain the workbook.',
  'update.not-fetched': 'git could not fetch the workbook: {source}',
  'update.not-fetched.next':
    'Check the network and the address. A zip file or a folder works without either: npm run update -- FILE',
  'update.waiting': 'A newer version was fetched but not installed: {n|commit|commits}.',
  'update.waiting.next': 'To see what is new, and install it: npm run update',
  'update.version': 'Version',
  'bad-reporter': 'There is no reporter "{reporter}".',
  'bad-reporter.next': 'Choose one of these: {list}.',
  'progress.sent':
    'Sent to the class server: {n|exercise|exercises}. It replaces what you sent before.',
  'class.which': 'There is no class command "{name}".',
  'class.which.next':
    'Use one of these: npm run class -- create --file students.csv, list, remove LOGIN, report --format csv, watch, handout --out FOLDER',
  'class.no-file': 'Which students? The list is missing.',
  'class.file-unreadable': 'The list {file} could not be read ({reason}).',
  'class.bad-line': 'Line {line} of the list: {reason} Nobody was added.',
  'class.bad-line.next': 'Correct that line and run the command again.',
  'class.no-heading': 'the first line must name the columns, and one of them must be "login".',
  'class.cells': 'it does not have as many cells as the heading.',
  'class.quotes': 'its quotation marks do not match.',
  'class.bad-login':
    '"{login}" cannot be a login: a login begins with a lower-case Latin letter and contains only such letters and digits, 16 characters at most.',
  'class.twice': 'the login "{login}" is on line {first} already.',
  'class.nobody': 'there are no students in the list.',
  'class.account-taken': 'the server has an account {account} that does not belong to the class.',
  'class.database-taken':
    'the server has databases that begin with {name} and do not belong to the class.',
  'class.no-server': 'This command needs a class server, but .env names none.',
  'class.no-server.next': 'Put MYSQL_HOST, MYSQL_USER and MYSQL_PASSWORD into .env.',
  'class.rights': 'The account "{user}" cannot set up a class on this server: {reason}',
  'class.rights.next':
    "Run this as the server's administrator: GRANT CREATE USER ON *.* TO '{user}'@'%'; GRANT SELECT ON mysql.user TO '{user}'@'%'; GRANT SELECT, INSERT, CREATE, ALTER, DROP ON mysql.general_log TO '{user}'@'%'; GRANT ALL ON `ai\\_chat\\_%`.* TO '{user}'@'%' WITH GRANT OPTION;",
  'class.none': 'There is no class on this server, or this account is not allowed to see it.',
  'class.none.next': 'As the teacher: npm run class -- create --file students.csv',
  'class.not-in-class': 'The server does not accept progress from the account "{user}": {reason}',
  'class.not-in-class.next': 'Use the .env that your teacher gave you.',
  'class.few-connections':
    'The server allows {allowed} connections. If the whole class checks at once, it needs about {needed}: `SET PERSIST max_connections = {needed}` as its administrator.',
  'class.created': 'Students added: {made}. Already in the class, left as they are: {present}.',
  'class.env':
    'Each student has a .env file in {folder}, in a folder named after the login. It contains a password: give each student only their own.',
  'class.no-folder': 'Where should the handout be written? The folder is missing.',
  'class.handout':
    'The workbook without its solutions is in {folder}. When the time comes, your students get them with `npm run update`.',
  'class.handout-taken': 'The folder {folder} is not empty.',
  'class.handout-taken.next': 'Name a new folder: npm run class -- handout --out FOLDER',
  'class.handout-no-clone':
    'A handout is made from a git clone of the workbook, and this is not one.',
  'class.handout-no-clone.next': 'Clone the workbook with git, and run the command there.',
  'class.solution-later': 'Your teacher publishes this solution later.',
  'class.empty': 'There are no students in the class.',
  'class.remove-which': 'Which students should be removed? Name their logins.',
  'class.unknown': 'Not in the class: {logins}. Nobody was removed.',
  'class.remove-confirm': 'Remove {logins} with their databases and all progress that they sent?',
  'class.remove-yes': 'If that is what you want, add --yes.',
  'class.removed': 'Removed: {n|student|students}.',
  'class.bad-format': 'There is no format "{format}". Choose one of these: {list}.',
  'class.watching':
    'The class is at {url}\nThe address is a key: anybody on this machine who has it can read the page. Stop with Ctrl-C.',
  'class.away': 'The class server does not answer: {reason}',
  'class.title': 'The class',
  'class.name': 'name',
  'class.passed': 'passed',
  'class.attempts': 'attempts',
  'class.hints': 'hints',
  'class.at': 'last checked',
  'class.sent': 'last sent',
  'class.stuck': 'failed five times in a row',
  'class.count': 'Students who may need you: {stuck} of {all}.',
  'class.not-yet': 'Not passed. Attempts: {attempts}, hints: {hints}.',
  'lesson.able': 'After this lesson you can {able}.',
  'lesson.duration': 'About {reading} minutes to read, {exercises} to practise.',
  'lesson.duration-challenges':
    'About {reading} minutes to read, {exercises} to practise; {challenges} more if you want the challenges.',
  'mark.warm-up': 'warm-up',
  'mark.exercise': 'exercise',
  'mark.challenge': 'challenge',
  'mark.minutes': '{n} min',
  'progress.count': '{passed} of {total}',
  'progress.total': 'Passed: {passed} of {total}.',
  'progress.hints': 'Hints taken: {n}.',
  'progress.time': 'Time spent: {minutes|minute|minutes}.',
  'progress.revisit':
    'Solved long ago and worth solving again: {ids}. `npm run reset -- ID` restores the first version.',
  'progress.hints-taken': '{n|hint|hints}',
  'progress.next': 'Next: {id}, in {file}',
  'learn.title': 'What next?',
  'learn.next': 'Continue: {id}',
  'learn.choose': 'Choose an exercise',
  'learn.check': 'Check an answer',
  'learn.hint': 'A hint',
  'learn.solution': 'The solution',
  'learn.reset': 'Reset an exercise',
  'learn.progress': 'Progress',
  'learn.language': 'По-русски (switch to Russian)',
  'learn.language.done':
    'The menus are in English until you leave them. To keep it that way, set WORKBOOK_LANG=en in your environment.',
  'learn.quit': 'Quit',
  'learn.which': 'Which one?',
  'learn.whole-lesson': '{id}: the whole lesson ({n|exercise|exercises})',
  'learn.everything': 'All {n|exercise|exercises}',
  'learn.file': 'Write in: {file}',
  'learn.page': 'The lesson as a page: npm start, then {page}',
  'learn.check-now': 'Check it now',
  'learn.task': 'Show the task again',
  'learn.back': 'Back',
  'learn.following': 'On to {id}',
  'learn.checking': 'Checking … (Ctrl-C stops it)',
  'learn.check-left': 'The check was stopped; nothing was recorded.',

  // --- verdicts ---
  language: 'en',
  'finding.mistake': 'Known mistake: {id}.',
  'finding.not-started': 'Not started yet: the place to write is marked TODO.',
  'finding.value': '{what}: expected {expected}, got {seen}.',
  'finding.not-rows': '{what}: expected rows (an array of objects), got {seen}.',
  'finding.rows':
    '{what}: of {expected|row|rows} expected, {missing} missing; {extra} too many or different.',
  'finding.order': '{what}: the right rows in the wrong order.',
  'finding.only-these-rows':
    'Right for the rows of this check, but not for others. The answer was also run with ids below zero, times long ago and far ahead, long and empty texts, texts that the answer names, and then on empty tables.',
  'finding.only-these-tables':
    'Right for the tables of this check, but not for others. The answer was also run beside other tables and on tables that are built in other ways.',
  'finding.not-read':
    'The task asks what is in {tables}. This statement does not look there: {sql}',
  'finding.not-refused':
    'MySQL should have rejected a statement here (error {errno}), but it accepted all of yours. Does `IGNORE`, a condition or a different row keep the error away?',
  'finding.tries-again':
    'A statement failed, and your code sent it again: {sql}. The task does not ask for a second try: the caller should learn what went wrong.',
  'finding.limited':
    '`LIMIT {n}` cuts off whatever comes after {n} rows. The task asks for all of them.',
  'finding.statements': 'The file should contain one statement; it contains {seen}.',
  'finding.results': '{expected|statement|statements} should return rows; {seen} did.',
  'finding.columns': 'The columns should be {expected}; yours are {seen}.',
  'finding.column-kind': 'The column {column} should contain {expected}; yours contains {seen}.',
  'finding.too-many-rows':
    'More than {n|row|rows} came back, and the run was stopped. A join without its condition pairs every row with every other.',
  'finding.expected': 'Expected: {value}',
  'finding.seen': 'Got: {value}',
  'finding.no-log':
    "This test reads the server's statement log, which cannot be read here: {reason}",
  'finding.threw': 'Your code threw {name}: {message}',
  'finding.threw-non-error': 'Your code threw something that is not an Error: {seen}',
  'finding.missing-export': 'The file does not export a function named {name}.',
  'finding.mysql-error':
    'MySQL rejected a statement: {message} ({code}, error {errno}, SQLSTATE {sqlState})',
  'finding.timed-out':
    'No answer after {seconds|second|seconds}: a promise in your code never settles, or a statement is waiting for a lock.',
  'finding.no-file': 'The file {file} is gone. `npm run reset -- {id}` restores its first version.',
  'finding.file-folder':
    'There is a folder in place of {file}. Move it away; then `npm run reset -- {id}` restores the first version.',
  'finding.file-large':
    'The file {file} is larger than a megabyte; an answer never needs that much. `npm run reset -- {id}` restores its first version.',
  'finding.file-no-text':
    'The file {file} is not saved as UTF-8. Save it with that encoding: your editor asks for it under "Save with encoding".',
  'finding.file-unreadable':
    'The file {file} could not be read: {reason}. Make sure that you may read it.',
  'finding.endless-loop':
    'Your code never returns control: it contains an endless loop. The run was stopped.',
  'finding.never-loaded':
    'The file never finishes loading: an `await` outside any function waits for something that never comes.',
  'finding.out-of-memory':
    'Your code uses more memory than a check may: something in it grows without end. The run was stopped.',
  'finding.flood':
    'Your code prints a flood of output, so the run was stopped. Is there a console.log in an endless loop?',
  'finding.changes-password':
    'Your code changes the password of its account, {user}, which every check uses to connect. It has been changed back.',
  'finding.judge-imported':
    'Your code imports {name}, which is part of the check. An answer needs only mysql2 and the modules of Node.js.',
  'finding.import-hidden':
    "Your code contains {name}, so the check cannot tell what it imports. Write the names of modules out: `import('node:fs')`.",
  'finding.judge-replaced':
    'Your code replaces {name}, which the check itself uses. Leave it as it is.',
  'finding.forged-pass':
    'This test was marked as passed, but not by the check. Leave the results alone.',
  'finding.worker-died': 'Your code ended the whole process: {message}',
  'finding.syntax-error': 'The file is not valid TypeScript: {message}',
  'finding.import-failed': 'The file could not be loaded: {name}: {message}',
  'finding.process-exit':
    'Your code calls process.exit(). A library function must return or throw; it should not end the program.',
  'finding.unhandled-rejection':
    'A promise in your code was rejected and nobody was waiting for it: {name}: {message}. An `await` is missing.',
  'finding.types': 'The compiler rejects this file: {message}',
  'finding.no-server':
    "The MySQL server went away while your code was being checked: {message}. That is not your code's fault; check again.",
  'finding.read-only-server':
    "The MySQL server accepts no changes at the moment: {message}. That is not your code's fault. If one server of a group has just failed, another takes over within a minute; check again then.",
  'finding.other-server':
    "Another server of the group took over while your code was being checked. That is not your code's fault; check again.",
  'finding.full-server':
    "The MySQL server had as many connections as it allows, and refused another. That is not your code's fault; check again. On a server for a class, the teacher can raise `max_connections`.",
  'finding.closes-connection':
    'Your code closes a connection that it was only lent. The code that opened it closes it; others may still need it.',
  'finding.connection-unused':
    "Your code returned something without a statement over the connection that it was given. Send its statements over that one: another connection is not in the caller's transaction, and what was remembered goes out of date.",
  'finding.ends-pool':
    'Your code ends a pool that it was only lent. The code that created it ends it; others may still need it.',
  'finding.session-changed':
    "Your code leaves the caller's connection in a different state: {what} was {before} and is now {after}. Everything that uses the connection next is affected.",
  'finding.transaction-left-open':
    'Your code leaves a transaction open. Until COMMIT or ROLLBACK nobody else sees its rows, and its locks make others wait.',
  'finding.error-lost':
    'The server did not do what your code asked for ({reason}), and your code returned {seen}. The caller would take that for an answer: let the error through.',
  'finding.id-as-sql':
    'There is no row with the id {id}, and your code found some or changed them: the id became a part of the SQL, or a pattern. Let a `?` stand for it, its value in the array, and compare with `=`.',
  'finding.transaction-ended':
    'Your code ends a transaction that its caller has begun. beginTransaction() and commit() commit what the caller may still want to undo; rollback() undoes what it may want to keep.',
  'finding.shared-result':
    '{what}: two calls returned one and the same object. What one caller has then changes with the call of another. Make a new object on each call.',
  'finding.others-unfinished':
    'While another session was changing rows, your code returned something else: rows that are not committed, or not those that are locked. Until somebody commits, everything is as it was. READ UNCOMMITTED and SKIP LOCKED are for other tasks.',
  'finding.changes-elsewhere':
    'Your code changes another database: {sql}. The task is about the one that the connection is using.',
  'finding.changes-structure':
    'Your code changes the structure of the database: {sql}. Others use these tables too, and the statement commits any transaction that is open.',
  'finding.rows-locked':
    'Your code locks the rows that it reads ({n} of {table}). Until the caller ends the transaction nobody else can change them. A plain SELECT locks nothing.',
  'finding.listeners-left':
    'Each call adds a listener for `{event}`, and none is removed: the {what} has {n} by now. What a function adds for its own work, it removes at the end.',
  'finding.lock-left':
    'Your code does not release a lock: {what}. Others wait for it until the connection is closed.',
  'finding.released-twice':
    'Your code releases a connection twice. After the first release somebody else may have it, and then two callers share it.',
  'finding.used-after-release':
    'Your code uses a connection that it has released: {sql}. Somebody else may have it by then.',
  'finding.transaction-over-pool':
    'Your code sends {sql} over the pool. A pool may take another connection for every statement: a transaction needs one connection, from getConnection() to release().',
  'finding.sessions-unread':
    "On this server the workbook can't check what your code leaves on its connections: {reason}",
  'finding.callback-runs': 'Your code runs {what} {calls|time|times}; it must run once.',
  'finding.callback-running':
    'Your code does not wait for {what}: it is still running when the promise resolves.',
  'finding.own-clock':
    "{what} was taken from this computer's clock: {seen}. The check has put that clock two days ahead; by the server's it is {expected}. Leave the time to the server: CURRENT_TIMESTAMP, or the column's default.",
  'cause.nothing': 'Nothing came back: `undefined`. Is a `return` missing?',
  'cause.promise': 'This is a promise, not its result. Is an `await` missing?',
  'cause.header':
    'This is the report of a statement that changes rows (`affectedRows` and so on), not rows.',
  'cause.single-row': 'This is one object. Even a single row belongs in an array here.',
  'cause.type': 'The value is right, but it is a {seen}; a {expected} was expected.',
  'cause.not-iterable':
    '`const [rows] = …` takes an array apart, and here there was none. `query()` and `execute()` return a promise: is an `await` missing before the call?',
  'cause.read-of-nothing':
    'Your code reads `{property}` of something that is {value}. Was there no such row, or is its number past the end?',
  'cause.no-row':
    '`null` came back, although there is something to return. Is it read from the wrong place, or does a condition keep its row out?',
  'cause.not-null':
    'There is nothing to return here, so `null` is expected. Is the case handled in which no row is found?',
  'cause.no-method':
    '`{object}` has no `{method}()`. Is an `await` missing where it comes from? A pool has no `beginTransaction()`, `commit()` or `release()` either: these belong to one connection.',
  'cause.own-error':
    'Your own code makes this error. A result is expected here, so the condition before that `throw` should not be met.',
  'cause.undefined-parameter':
    'One of the values for the `?` is undefined: a property that does not exist, or an argument that was not passed on.',
  'cause.no-rows': 'No row came back. Does a condition keep all of them out?',
  'cause.table-empty':
    'The table is empty. Was nothing stored, was it rolled back, or did a DELETE take every row?',
  'cause.columns':
    'The columns should be {expected}; yours are {seen}. What does the list after SELECT say?',
  'cause.properties': 'The properties should be {expected}; yours are {seen}.',
  'cause.rows-end':
    'The rows are right up to number {n}, and then nothing follows. Does a LIMIT cut the result off?',
  'cause.rows-kept-out':
    'What came back is right, but {missing|row is|rows are} missing, such as {example}. Does a condition keep such rows out?',
  'cause.rows-let-in':
    'All the right rows are there, and {extra} more, such as {example}. Does a condition let such rows through?',
  'cause.rows-double':
    'The right rows are there, but {extra|row appears|rows appear} more than once.',
  'cause.rows-others':
    'Not one of the rows that differ belongs there. Is a condition turned around, or does it compare with a different value?',
  'cause.rows-not-there':
    '{missing|row is|rows are} not in the table, such as {example}. Was a statement left out or rolled back, or did a `DELETE` take them along?',
  'cause.rows-too-many-there':
    'All the right rows are in the table, and {extra} more, such as {example}. Did a statement run twice, or for more rows than it should? Or did a `DELETE` miss them?',
  'cause.values-more':
    'Everything that was expected is there, and {extra} more, such as {example}.',
  'cause.values-fewer':
    'What is there is right, but {missing|one is|some are} missing, such as {example}.',
  'cause.values-order': 'The values are right, but they come in a different order.',
  'cause.cells': 'The only difference is in {columns}: expected {expected}, got {seen}.',
  'cause.text-empty': 'The text is empty: {column}.',
  'cause.text-trimmed': 'The spaces at the ends of the text are gone: {column}.',
  'cause.text-spaces': 'The text is right except for its spaces: {column}.',
  'cause.text-case': 'The text is right except for upper and lower case: {column}.',
  'cause.text-normalised':
    'The text looks the same, but consists of other characters, as after normalize(): {column}.',
  'cause.text-cut': 'The beginning of the text is right, and its end is missing: {column}.',
  'cause.waits-for-connection':
    'Your code waits for a connection of the pool, which lends {limit} at most, and none comes back. Is one not released, or does one call need a second one?',
  'cause.waits-for-lock': 'This statement waits for a lock that another connection holds: {sql}',
  'cause.transaction-open':
    'Your code has left a transaction open on a connection, and others wait for its locks: neither COMMIT nor ROLLBACK has ended it.',
  'finding.seed': 'To repeat with the same data: WORKBOOK_SEED={seed}',
  'status.not-started': 'not started',
  'status.passed': 'passed',
  'status.failed': 'not right yet',
  'status.crashed': 'crashed',
  'status.timed-out': 'timed out',
  'status.blocked': 'could not be checked',

  // --- site ---
  'site-failed': 'The site could not listen on port {port} of 127.0.0.1: {reason}',
  'site-failed.next': 'Choose another port: `npm start -- --port 5200`.',
}
