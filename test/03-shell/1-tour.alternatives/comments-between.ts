/** The steps of the tour as SQL, each ending with `;`. */
export const script = `
-- 1: which databases are there?
SHOW DATABASES;
/* 2; it may be the current one already */
USE ai_chat_db;
SHOW TABLES;
DESC conversations;
SHOW CREATE TABLE conversations;
SELECT conversations.id, title, is_archived, created_at, updated_at FROM conversations ORDER BY id DESC;
INSERT INTO conversations (title) VALUES ('It''s a tour; -- really');
SELECT * FROM conversations WHERE title = 'It''s a tour; -- really';
# the same condition
DELETE FROM conversations WHERE title = 'It''s a tour; -- really';
`
