export const script = `
  SHOW DATABASES;
  USE ai_chat_db;
  SHOW TABLES;
  DESCRIBE conversations;
  SHOW CREATE TABLE messages;
  SELECT * FROM conversations;
  SELECT * FROM conversations WHERE title = 'Second conversation';
  INSERT INTO conversations (title) VALUES ('Second conversation');
  DELETE FROM conversations WHERE title = 'Second conversation';
`
