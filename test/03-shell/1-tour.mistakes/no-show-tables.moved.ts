export const script = `
  SHOW DATABASES;
  USE ai_chat_db;
  USE information_schema;
  SHOW TABLES;
  USE ai_chat_db;
  DESCRIBE conversations;
  SHOW CREATE TABLE messages;
  SELECT * FROM conversations;
  INSERT INTO conversations (title) VALUES ('Second conversation');
  SELECT * FROM conversations WHERE title = 'Second conversation';
  DELETE FROM conversations WHERE title = 'Second conversation';
`
