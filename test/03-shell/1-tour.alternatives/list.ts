const statements = [
  'SHOW DATABASES',
  'USE ai_chat_db',
  'SHOW TABLES',
  'EXPLAIN conversations',
  'SHOW CREATE TABLE conversations',
  'SELECT * FROM conversations',
  "INSERT INTO conversations (title) VALUES ('Mine')",
  "SELECT title FROM conversations WHERE title = 'Mine'",
  'DELETE FROM conversations WHERE id = (SELECT id FROM (SELECT MAX(id) AS id FROM conversations) AS newest)',
]

export const script = statements.join(';\n')
