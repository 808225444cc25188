export const script = `
  SHOW DATABASES;
  USE ai_chat_db;
  SHOW TABLES;
  EXPLAIN messages;
  SHOW CREATE TABLE messages;
  SELECT id, title, is_archived, created_at, updated_at FROM conversations ORDER BY id DESC;
  INSERT INTO conversations (title) VALUES ('Mine');
  SELECT title FROM conversations WHERE title = 'Mine';
  DELETE FROM conversations WHERE title = 'Mine';
`
