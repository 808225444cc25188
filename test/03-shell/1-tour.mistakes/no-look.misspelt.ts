export const script = `
  SHOW DATABASES;
  USE ai_chat_db;
  SHOW TABLES;
  DESCRIBE conversations;
  SHOW CREATE TABLE messages;
  SELECT * FROM conversations;
  SET @title = 'Mine';
  INSERT INTO conversations (title) VALUES (@title);
  SELECT * FROM conversations WHERE title = 'Mnie';
  DELETE FROM conversations WHERE title = @title;
`
