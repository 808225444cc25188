export const script = `
  SHOW DATABASES;
  USE ai_chat_db;
  SHOW TABLES;
  DESCRIBE conversations;
  SHOW CREATE TABLE messages;
  SELECT * FROM conversations;
  INSERT INTO conversations (title) VALUES ('Empty conversation'), ('Mine');
  SELECT * FROM conversations WHERE title = 'Mine';
  DELETE FROM conversations WHERE title IN ('Mine', 'Empty conversation');
`
