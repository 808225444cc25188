export const script = `
  SHOW DATABASES;
  USE ai_chat_db;
  SHOW TABLES;
  DESCRIBE conversations;
  SHOW CREATE TABLE messages;
  SELECT * FROM conversations;
  INSERT INTO conversations () VALUES ();
  SELECT * FROM conversations WHERE id = 5;
  DELETE FROM conversations WHERE id = 5;
`
