/** What the command line and the verdicts say, in English. Every key stands in ru.ts too; a test holds them together. */
export const en = {
  // --- database ---
  'db.external-joining': 'Connecting to the MySQL server at {server}…',
  'db.external-missing': 'WORKBOOK_DATABASE asks for a server of your own, but .env names none.',
  'db.external-missing.next':
    'Set MYSQL_HOST, MYSQL_USER and MYSQL_PASSWORD in .env (see .env.example), or leave WORKBOOK_DATABASE out.',
  'db.external-same-account':
    'The account "{user}" may not make accounts, so your code will use it as it is.',
  'db.external-log-off':
    "This server does not write its statement log to a table. Its administrator can turn that on: SET GLOBAL log_output = 'TABLE'; SET GLOBAL general_log = ON;",
  'db.external-log-unreadable':
    'This account may not read the statement log. Its administrator can allow it: GRANT SELECT ON mysql.general_log TO …;',
  'db.missing-rights':
    'The account "{user}" lacks rights on schemas that begin with {practice}: {reason}',
  'db.missing-rights.next':
    "Ask the server's administrator for: GRANT ALL ON `{pattern}`.* TO '{user}'; GRANT ALL ON `{pattern}\\_%`.* TO '{user}';",
  'db.docker-client': 'There is no Docker on this machine.',
  'db.docker-client.next':
    'Install Docker, or leave WORKBOOK_DATABASE out: the workbook then runs a MySQL of its own.',
  'db.docker-engine': 'The Docker engine does not answer ({reason}).',
  'db.docker-engine.next':
    'Start Docker and run the command again, or leave WORKBOOK_DATABASE out. If your Docker listens elsewhere, name it in DOCKER_HOST.',
  'db.docker-permission': 'The Docker engine runs, but this user may not use it ({reason}).',
  'db.docker-permission.next':
    'Add yourself to the group "docker" and log in again, or leave WORKBOOK_DATABASE out.',
  'db.container-found': 'Docker {version}, image {image}',
  'db.container-starting': 'Starting a container from {image}…',
  'db.container-pulling': 'Pulling the image {image}, once; this may take some minutes…',
  'db.container-failed': 'The container from {image} did not start: {reason}',
  'db.container-failed.next':
    'Read its log with `docker logs`, or run `npm run doctor`. Its data is in the volume {volume}.',
  'db.image-network': 'The image {image} is not here, and the network did not bring it: {reason}',
  'db.image-network.next':
    'Check the connection and run the command again, or leave WORKBOOK_DATABASE out.',
  'db.image-missing': 'The image {image} is not here and cannot be pulled: {reason}',
  'db.image-missing.next': 'Check MYSQL_IMAGE in .env, or leave WORKBOOK_DATABASE out.',
  'db.fallback': 'No container: {reason} Running a MySQL of the workbook instead.',
  'fetch.done': '{done} MB',
  'fetch.of': '{done} of {total} MB',
  'fetch.left': '{done} of {total} MB, {seconds} s left',
  'db.unknown-action': '"{action}" is nothing that `npm run db` can do.',
  'db.unknown-action.next': 'Say `npm run db -- ` and one of: {actions}.',
  'db.stopped': 'Stopped ({provider}). Your data stays for the next start.',
  'db.left': 'The workbook no longer uses your server; it keeps running.',
  'db.in-use':
    'The server is used by {count|process|processes} ({pids}); it stops when the last one leaves. `npm run db -- stop --force` stops it now.',
  'db.none-running':
    'No server runs. `npm run db -- start` starts one; other commands start it by themselves.',
  'db.status-server': 'MySQL {version} ({provider}) at {host}:{port}',
  'db.status-connect':
    'Connect with any client: host {host}, port {port}, user {user}, database {database}.',
  'db.status-password': 'The password: npm run db -- status --show-password',
  'db.status-shown': 'Password: {password}',
  'db.status-users': 'In use by the processes {pids}.',
  'db.status-no-users': 'No command uses it now.',
  'db.status-keep': 'It runs until `npm run db -- stop`.',
  'db.no-client': 'There is no MySQL client on this machine.',
  'db.no-client.next':
    'Install one (the package is often called mysql-client), or connect with a client of your own: `npm run db -- status` tells how.',
  'db.foreign-schema': '"{schema}" is no schema of the workbook.',
  'db.foreign-schema.next':
    'The shell opens on {practice} and on schemas whose names begin with {practice}_; without a name, on {practice}.',
  'db.schema-gone': 'The schema {schema} is no longer there.',
  'db.schema-gone.next':
    'What a failed test left is kept until the next check of its exercise. Check it again, and take the new name from the page.',
  'db.reset-confirm': 'Drop the database {name} with all that you made in it, and make it anew?',
  'db.reset-kept': 'Nothing was changed.',
  'db.reset-done': '{name} is as it was at the beginning.',
  'doctor.node': 'Node',
  'doctor.settings': 'Settings',
  'doctor.forced': 'WORKBOOK_DATABASE asks for "{provider}"',
  'doctor.named': '.env names a server (MYSQL_HOST), so it is used: external',
  'doctor.automatic':
    'nothing is forced: a container where a Docker engine answers, else a MySQL of the workbook',
  'doctor.provider': 'Provider "{provider}"',
  'doctor.chosen': '{detail} — this one is used',
  'doctor.folder': 'State folder',
  'doctor.disk': '{free} MB free in {folder}',
  'doctor.disk.next': 'Free some disk space: the first start needs about {needed} MB.',
  'doctor.server': 'Server',
  'doctor.server-later': 'nothing runs; what it needs is fetched at the first start',
  'doctor.server-old':
    'MySQL {version} is older than the one that the lessons were written for (9.7); 8.4 mostly works',
  'doctor.server-old.next':
    'Use MySQL 9.7, or let the workbook bring it: take MYSQLD, MYSQL_HOST and MYSQL_IMAGE out of .env.',
  'doctor.port': 'Port',
  'doctor.rights': 'Rights',
  'doctor.rights-ok': '{user} has its own schemas and nothing else',
  'doctor.rights-wide': '{user} may do more than the lessons need: it reads mysql.user',
  'doctor.rights-wide.next':
    "Give .env an account that may create users, or one with rights on the workbook's schemas only.",
  'doctor.log': 'Statement log',
  'doctor.log-ok': 'readable',
  'doctor.log.next':
    'Exercises that look at the statements you sent will say that they could not be checked.',
  'doctor.fine': 'Everything is in order.',
  'doctor.problems': '{count|problem|problems} to solve.',
  'db.waiting': 'Waiting for another command (process {pid}) that is starting the database.',
  'db.file-system': '{file} could not be written: {reason}.',
  'db.file-system.next':
    'Check the rights on the folder and the free disk space, or name another folder in WORKBOOK_STATE.',
  'config.unreadable': '{file} could not be read.',
  'config.unreadable.next': 'Check its rights, or make it again from .env.example.',
  'config.provider': 'WORKBOOK_DATABASE names "{value}", which is no way to a database.',
  'config.provider.next': 'Choose one of: {list}; or leave it out.',
  'config.port': 'MYSQL_PORT is "{value}", which is no port number.',
  'config.port.next': 'Give a number from 1 to 65535 in .env.',
  'config.user': 'MYSQL_HOST names a server, but MYSQL_USER is missing.',
  'config.user.next': 'Add MYSQL_USER and MYSQL_PASSWORD to .env.',
  'config.prefix':
    'MYSQL_DB names the schema "{name}"; the workbook works only in schemas of its own.',
  'config.prefix.next':
    'Choose a name that begins with "{prefix}": small letters, digits and _, 28 characters at most.',
  'db.access-denied': 'MySQL at {server} refused the user "{user}": {reason}',
  'db.access-denied.next': 'Check MYSQL_USER and MYSQL_PASSWORD in .env.',
  'db.connection-refused': 'No MySQL answers at {server} ({reason}).',
  'db.connection-refused.next': 'Start that server, or check MYSQL_HOST and MYSQL_PORT in .env.',
  'db.connection-failed': 'MySQL at {server} did not take the connection: {reason}',
  'db.connection-failed.next': 'Run `npm run doctor`; it looks at every part.',
  'db.mariadb': '{program} is MariaDB. The workbook teaches MySQL, and the two differ.',
  'db.mariadb.next':
    'Take MYSQLD and MYSQL_HOST out of .env: the workbook then brings its own MySQL. Or name a real MySQL there.',
  'db.server-is-mariadb':
    'The server is MariaDB {version}. The workbook teaches MySQL, and the two differ.',
  'db.not-mysql': '{program} does not run as a MySQL server: {reason}',
  'db.not-mysql.next':
    'Let MYSQLD in .env name the mysqld of a MySQL installation, or leave it out.',
  'db.embedded-found': 'MySQL {version} ({origin})',
  'db.embedded-fetch': 'MySQL will be fetched at the first start (about 65 MB)',
  'db.fetch-lists': 'Looking for MySQL packages for this system…',
  'db.fetch': 'Fetching MySQL, {size} MB, once; no root rights are needed…',
  'db.fetch-portable': 'Fetching MySQL, once; this takes a few minutes…',
  'db.unpack': 'Unpacking MySQL…',
  'db.fetch-failed': 'MySQL could not be fetched: {reason}',
  'db.fetch-failed.next':
    'Run the command again: it goes on where it stopped. Or name a server of your own in .env (see .env.example).',
  'db.fetch-portable.next':
    'Run the command again; it begins anew. Or name a server of your own in .env (see .env.example).',
  'db.no-network': 'MySQL could not be fetched, since the network does not answer: {reason}',
  'db.no-network.next':
    'Check the connection and run the command again: it goes on where it stopped.',
  'db.fetch-no-package': 'the package archive holds no mysql-server-core',
  'db.fetch-no-loader': 'the packages hold no C library',
  'db.fetch-no-archive':
    "MySQL could not be fetched: apt's settings name no archive of this distribution.",
  'db.initialise': 'Making the data folder for MySQL {version}, once…',
  'db.initialise-failed': 'MySQL could not make its data folder: {reason}',
  'db.initialise-failed.next':
    'Check the free disk space and the rights on .workbook/, then run the command again.',
  'db.data-empty': 'The data folder {folder} is empty.',
  'db.data-series': 'The data folder {folder} was made by MySQL {found}; this server is {series}.',
  'db.data-series.next':
    'Move {folder} away to begin with fresh data, or start the MySQL that made it (MYSQLD in .env).',
  'db.starting': 'Starting MySQL {version}…',
  'db.start-timeout': 'it was not ready after {seconds} seconds',
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
    'This is a fault of the workbook, not of your answer. `npm run doctor` tells what surrounds it; please report it.',
  'verdict.not-started': 'Not started: open {file} and look for TODO.',
  'verdict.time': '{ms} ms',
  'verdict.output': 'Your code printed:',
  'verdict.again': 'The same data again: npm run check -- {id} --seed {seed}',
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
  'db.no-database.next': 'The practice database is made again by: npm run db -- reset',
  'db.practice-locked':
    'The practice database {practice} was not made anew: a transaction that is still open uses it.',
  'db.practice-locked.next':
    'End it with COMMIT or ROLLBACK, or close the client it was begun in, and try again.',
  'bad-seed': '--seed wants a whole number from 1, not "{seed}".',
  'bad-seed.next': 'Take the number that the failed check has named.',
  'watch-failed': "Changes of {file} can't be watched: {reason}.",
  'watch-failed.limit':
    'The system watches too many files already. Close what you do not need (an editor with a large project), or raise the limit: sudo sysctl fs.inotify.max_user_watches=524288',
  'watch-failed.next': 'Check the rights of the folder, and run the command again.',
  'server.reviving': 'The MySQL server has gone away. Bringing it back.',
  'server.ready': 'The MySQL server is back.',
  'server.down': 'The MySQL server is down. The next check tries again.',
  'start.stopping': 'Stopping.',
  'action.no-exercise': 'There is no exercise "{id}".',
  'action.no-exercise.next': 'Reload the page: the lesson may have changed.',
  'action.too-long': 'The page sent more than one megabyte.',
  'action.too-long.next': 'Send less at once.',
  'editor.none': 'No editor with a window of its own was found.',
  'editor.none.next':
    'Open {file} yourself. To have it opened from the page, name your editor in .env; for VS Code: LAUNCH_EDITOR=code',
  'editor.failed': 'The editor did not open: {reason}',
  'chat.bad-call': 'The chat asked for something that the module does not have.',
  'chat.bad-call.next': 'Reload the page: the workbook may have changed.',
  'import.refused': 'This is not a progress file of the workbook: {reason}.',
  'import.refused.next': 'Choose a file that this page has saved. Nothing was changed.',
  'console.password-restored':
    'The password of the account {user} is set back to what it was: every check connects with it.',
  'console.bad-id': 'The page did not name its console.',
  'console.bad-id.next': 'Reload the page.',
  'console.foreign-schema': 'The database "{schema}" does not belong to the workbook.',
  'console.foreign-schema.next': 'Run the exercise again, then open its database from there.',
  'stage.gone': 'This scene is over: its connections are closed.',
  'stage.gone.next': 'Play it again from the start.',
  'stage.no-scene': 'There is no scene "{name}" on this page.',
  'bad-port': '"{port}" is not a port.',
  'bad-port.next': 'Use a whole number from 1 to 65535: npm start -- --port 5173',
  'page-missing': 'The page {file} is missing.',
  'page-missing.next': 'Restore it with git, or see "Adding an exercise" in CONTRIBUTING.md.',
  'exercise-not-on-page': 'The exercise {id} does not stand on the page {file}.',
  'all-passed':
    'Every exercise has passed. Name one to go back to it: `npm run progress` lists them.',
  'file-not-written': 'The file {file} could not be written: {reason}.',
  'file-not-written.next':
    'See that the folder can be written to, that the disk is not full and that no other program holds the file; then give the command again.',
  'file-not-read': 'The file {file} could not be read: {reason}.',
  'file-not-read.next':
    'See that it is a file, not a folder, and that you may read it. Nothing was changed.',
  'no-terminal': 'Menus and questions need a terminal, and there is none here.',
  'no-terminal.next': 'The same can be typed:{commands}',
  'prompt.select': '(arrows, Enter; Ctrl-C: back)',
  'prompt.search': '(type to narrow the list)',
  'prompt.no-match': 'nothing has this name',
  'prompt.yes': 'Yes',
  'prompt.no': 'No',
  'hint.number': 'Hint {n} of {total}',
  'hint.another': 'The next hint: `npm run hint -- {id}`',
  'hint.last':
    'That was the last hint. If it is not enough, there is the solution: `npm run solution -- {id}`',
  'hint.no-more':
    'There are no more hints: {total} of {total} shown. All again: `npm run hint -- {id} --all`. The solution: `npm run solution -- {id}`',
  'hint.none': 'This exercise has no hints. The solution: `npm run solution -- {id}`',
  'solution.ask-again':
    'The solution is shown after a pass, or when you ask twice. One more try may be worth it; to see it now, ask again: `npm run solution -- {id}`',
  'solution.not-due': 'The solution is shown after a pass, or when you ask twice.',
  'solution.not-due.next': 'Ask for the solution first.',
  'reset.which': 'Which exercise is to be reset?',
  'reset.which.next':
    'Name one, a lesson or all of them: npm run reset -- {id}, npm run reset -- {lesson}, npm run reset -- all',
  'reset.untouched': '{file} is as it was at the start; it was left alone.',
  'reset.created': '{file} was missing and is there again, as it was at the start.',
  'reset.replaced': '{file} is as it was at the start again.',
  'undo.untouched': '{file} is the same as its latest backup; it was left alone.',
  'undo.created': '{file} was missing and is back from its latest backup.',
  'undo.replaced': '{file} is back from its latest backup.',
  'reset.backup': 'What stood there is kept in {backup}.',
  'reset.undo': 'To bring it back: npm run reset -- {id} --undo',
  'reset.confirm': 'Reset these {n} files? Each one is kept as a backup first.',
  'reset.confirm-undo':
    'Bring the latest backups of these {n} files back? What stands there is kept first.',
  'reset.needs-yes': 'This would change {n} files:{files}',
  'reset.needs-yes.next': 'If that is what you want: {command}',
  'reset.no-backup': 'There is no backup of {ids}.',
  'reset.no-backup.next': 'A backup is made when an exercise is reset: npm run reset -- ID',
  'reset.others': 'Left alone, nothing to do: {n|file|files}.',
  'reset.left': 'Nothing was changed.',
  'lesson.able': 'After it you can {able}.',
  'lesson.duration': 'About {reading} minutes to read, {exercises} to practise.',
  'lesson.duration-challenges':
    'About {reading} minutes to read, {exercises} to practise; challenges, for those who want them, {challenges} more.',
  'mark.warm-up': 'warm-up',
  'mark.exercise': 'exercise',
  'mark.challenge': 'challenge',
  'mark.minutes': '{n} min',
  'progress.count': '{passed} of {total}',
  'progress.total': 'Passed: {passed} of {total}.',
  'progress.hints': 'Hints taken: {n}.',
  'progress.time': 'Time spent: {minutes|minute|minutes}.',
  'progress.revisit':
    'Solved long ago, worth solving again: {ids}. `npm run reset -- ID` gives the first version back.',
  'progress.hints-taken': '{n|hint|hints}',
  'progress.next': 'Next: {id}, in {file}',
  'learn.title': 'What next?',
  'learn.next': 'Go on: {id}',
  'learn.choose': 'Choose an exercise',
  'learn.check': 'Check an answer',
  'learn.hint': 'A hint',
  'learn.solution': 'The solution',
  'learn.reset': 'Reset an exercise',
  'learn.progress': 'Progress',
  'learn.language': 'По-русски (switch to Russian)',
  'learn.language.done':
    'The menus speak English until you leave them. For good: WORKBOOK_LANG=en in your environment.',
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
  'learn.check-left': 'The check was stopped; nothing was noted.',

  // --- verdicts ---
  language: 'en',
  'finding.mistake': 'Known mistake: {id}.',
  'finding.not-started': 'Not started yet: the place to write is marked TODO.',
  'finding.value': '{what}: expected {expected}, got {seen}.',
  'finding.not-rows': '{what}: expected rows (an array of objects), got {seen}.',
  'finding.rows':
    '{what}: of {expected|row|rows} expected, {missing} missing; {extra} too many or different.',
  'finding.order': '{what}: the right rows in the wrong order.',
  'finding.statements': 'One statement is asked for; there are {seen} in the file.',
  'finding.results':
    '{expected|statement|statements} of the answer should give rows back; {seen} did.',
  'finding.columns': 'The columns should be {expected}; yours are {seen}.',
  'finding.column-kind': 'The column {column} should hold {expected}; yours holds {seen}.',
  'finding.too-many-rows':
    'More than {n|row|rows} came back, and the run was stopped. A join without its condition pairs every row with every other.',
  'finding.expected': 'Expected: {value}',
  'finding.seen': 'Got: {value}',
  'finding.no-log':
    "This test reads the server's statement log, and it cannot be read here: {reason}",
  'finding.threw': 'Your code threw {name}: {message}',
  'finding.threw-non-error': 'Your code threw something that is not an Error: {seen}',
  'finding.missing-export': 'The file does not export a function named {name}.',
  'finding.mysql-error':
    'MySQL refused a statement: {message} ({code}, error {errno}, SQLSTATE {sqlState})',
  'finding.timed-out':
    'No answer after {seconds|second|seconds}: a promise of your code never settles, or a statement waits for a lock.',
  'finding.no-file':
    'The file {file} is gone. `npm run reset -- {id}` brings its first version back.',
  'finding.file-folder':
    'A folder stands in the place of {file}. Move it away; `npm run reset -- {id}` then brings the first version back.',
  'finding.file-large':
    'The file {file} is larger than a megabyte, which no answer needs. `npm run reset -- {id}` brings its first version back.',
  'finding.file-no-text':
    'The file {file} is not saved as UTF-8. Save it with that encoding: your editor asks for it under "Save with encoding".',
  'finding.file-unreadable':
    'The file {file} could not be read: {reason}. See that you may read it.',
  'finding.endless-loop':
    'Your code never gives control back: there is an endless loop in it. The run was stopped.',
  'finding.never-loaded':
    'The file never ends loading: an `await` outside of every function waits for something that does not come.',
  'finding.out-of-memory':
    'Your code takes more memory than a check may use: something in it grows without end. The run was stopped.',
  'finding.flood':
    'Your code prints a flood of output, so the run was stopped. Is there a console.log in an endless loop?',
  'finding.changes-password':
    'Your code changes the password of its own account, {user}, with which every check connects. It has been set back.',
  'finding.judge-imported':
    'Your code imports {name}, which is part of the check. An answer needs only mysql2 and the modules of Node.js.',
  'finding.judge-replaced':
    'Your code replaces {name}, which the check itself uses. Leave it as it is.',
  'finding.forged-pass':
    'This test was marked as passed, but not by the check. Leave the results alone.',
  'finding.worker-died': 'Your code ended the whole process: {message}',
  'finding.syntax-error': 'The file is not valid TypeScript: {message}',
  'finding.import-failed': 'The file could not be loaded: {name}: {message}',
  'finding.process-exit':
    'Your code calls process.exit(). A function of a library must return or throw; ending the program is not its business.',
  'finding.unhandled-rejection':
    'A promise of your code was rejected and nobody waited for it: {name}: {message}. An `await` is missing.',
  'finding.types': 'The compiler refuses this file: {message}',
  'finding.no-server':
    'The MySQL server went away while your code was checked: {message}. That is not your code; check again.',
  'finding.closes-connection':
    'Your code closes a connection that it was only lent. Whoever opened it closes it; others may still need it.',
  'finding.ends-pool':
    'Your code ends a pool that it was only lent. Whoever made it ends it; others may still need it.',
  'finding.session-changed':
    "Your code leaves the caller's connection other than it was: {what} was {before} and is {after}. Whatever runs over it next meets that.",
  'finding.transaction-left-open':
    'Your code leaves a transaction open. Until COMMIT or ROLLBACK nobody else sees its rows, and its locks make others wait.',
  'finding.lock-left':
    'Your code leaves a lock behind: {what}. Others wait for it until the connection is closed.',
  'finding.released-twice':
    'Your code releases a connection twice. After the first time somebody else may have it; two callers then share it.',
  'finding.used-after-release':
    'Your code uses a connection that it has released: {sql}. Somebody else may have it by then.',
  'finding.transaction-over-pool':
    'Your code sends {sql} over the pool. A pool may take another connection for every statement: a transaction needs one connection, from getConnection() to release().',
  'finding.sessions-unread':
    'What the code leaves on its connections is not looked at on this server: {reason}',
  'finding.callback-runs': 'Your code runs {what} {calls|time|times}; it must run once.',
  'finding.callback-running':
    'Your code does not wait for {what}: it still runs when the promise has resolved.',
  'finding.seed': 'The same data again: WORKBOOK_SEED={seed}',
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
