const title = 'Чай и баранки 🍵'

const look = `FROM conversations WHERE title IN ("${title}")`

export const script = [
  'SHOW DATABASES',
  'USE ai_chat_db',
  'SHOW TABLES',
  'SHOW FIELDS FROM conversations FROM ai_chat_db',
  'SHOW CREATE TABLE ai_chat_db.messages',
  'SELECT conversations.* FROM ai_chat_db.conversations',
  `INSERT INTO ai_chat_db.conversations (title) VALUES ("${title}")`,
  `SELECT * ${look}`,
  `DELETE ${look}`,
]
  .map((statement) => `${statement};`)
  .join('\n')
