export const script = `
  show schemas;
  use \`ai_chat_db\`;
  show tables from ai_chat_db;
  desc \`messages\`;
  show create table ai_chat_db.conversations;
  select *
  from conversations
  order by id;
  insert conversations set title = 'It''s mine';
  select id, title from conversations where id = last_insert_id();
  delete from conversations where id = last_insert_id() limit 1;
`
