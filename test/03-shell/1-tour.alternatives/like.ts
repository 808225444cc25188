export const script = `
  SHOW DATABASES;
  USE ai_chat_db;
  SHOW TABLES;
  EXPLAIN messages;
  SHOW CREATE TABLE messages;
  SELECT * FROM conversations ORDER BY updated_at DESC LIMIT 0, 1000;
  INSERT INTO conversations SET title = "It's mine; isn't it?", is_archived = TRUE;
  SELECT * FROM conversations WHERE title LIKE 'It''s mine%';
  DELETE conversations FROM conversations WHERE title LIKE 'It''s mine%' AND id > 1;
`
