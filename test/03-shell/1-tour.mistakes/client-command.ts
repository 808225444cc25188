export const script = `
  SHOW DATABASES;
  USE ai_chat_db;
  SHOW TABLES;
  DESCRIBE conversations;
  SHOW CREATE TABLE messages\\G;
  SELECT * FROM conversations;
  INSERT INTO conversations (title) VALUES ('Second conversation');
  SELECT * FROM conversations WHERE title = 'Second conversation';
  DELETE FROM conversations WHERE title = 'Second conversation';
`
