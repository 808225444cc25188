export const script = `
  SHOW DATABASES;
  USE ai_chat_db;
  SHOW TABLES;
  DESCRIBE conversations;
  SHOW CREATE TABLE messages;
  SELECT * FROM conversations ORDER BY id DESC LIMIT 1;
  INSERT INTO conversations (title) VALUES ('Second conversation');
  SELECT * FROM conversations WHERE title = 'Second conversation';
  DELETE FROM conversations WHERE title = 'Second conversation';
`
