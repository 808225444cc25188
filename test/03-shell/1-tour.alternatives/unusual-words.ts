export const script = `
  show schemas;
  use \`ai_chat_db\`;
  SHOW FULL TABLES IN ai_chat_db;
  SHOW FULL COLUMNS IN messages;
  SHOW CREATE TABLE \`ai_chat_db\`.\`conversations\`;
  TABLE conversations;
  INSERT conversations SET title = 'Mine; and ''yours''';
  SELECT title, id FROM ai_chat_db.conversations WHERE id = LAST_INSERT_ID();
  DELETE FROM ai_chat_db.conversations WHERE id = LAST_INSERT_ID() LIMIT 1;
`
