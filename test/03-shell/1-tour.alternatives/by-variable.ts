/**
 * The steps of the tour as SQL, each ending with `;`. What you have typed in a client is in the server's
 * log, so you don't have to write it here.
 */
export const script = `
  SHOW SCHEMAS;
  USE ai_chat_db;
  SHOW TABLES FROM ai_chat_db;
  SHOW COLUMNS IN conversations;
  SHOW CREATE TABLE conversations;
  SELECT c.* FROM conversations AS c;
  INSERT INTO conversations (title) SELECT 'Chess openings';
  SET @mine = LAST_INSERT_ID();
  SELECT * FROM conversations WHERE id = @mine;
  DELETE FROM conversations WHERE id = @mine;
`
