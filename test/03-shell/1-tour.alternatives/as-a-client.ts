/** With settings, its own variable and a transaction, as in a client; the look and the DELETE name the row otherwise. */
export const script = `
  SET NAMES utf8mb4;
  SET sql_safe_updates = 1;
  SHOW SCHEMAS;
  USE information_schema; -- only to see that it can be left
  USE ai_chat_db;
  SHOW TABLES IN ai_chat_db;
  SHOW FIELDS FROM messages;
  SHOW CREATE TABLE conversations;
  TABLE conversations;
  START TRANSACTION;
  SET @title = CONCAT('My ', 'own');
  INSERT INTO conversations (title) VALUES (@title);
  SELECT c.id, c.title FROM conversations AS c WHERE c.title = 'my own' ORDER BY c.id LIMIT 1;
  DELETE FROM conversations WHERE id > 4 AND title = @title;
  COMMIT;
`
