export const script = `
  SHOW DATABASES;
  USE information_schema;
  SHOW TABLES FROM ai_chat_db;
  DESCRIBE ai_chat_db.conversations;
  SHOW CREATE TABLE ai_chat_db.messages;
  SELECT * FROM ai_chat_db.conversations;
  INSERT INTO ai_chat_db.conversations (title) VALUES ('Mine');
  SELECT * FROM ai_chat_db.conversations WHERE title = 'Mine';
  DELETE FROM ai_chat_db.conversations WHERE title = 'Mine';
`
