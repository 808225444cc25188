export const script = `
-- What is there?
SHOW DATABASES; USE ai_chat_db; SHOW TABLES;
SHOW COLUMNS FROM conversations; /* in full: */ SHOW CREATE TABLE conversations;
SELECT * FROM ai_chat_db.conversations LIMIT 10;
# Two rows; the next ids are 5 and 6.
INSERT INTO conversations (title) VALUES ('One; two'), ('Three');
SELECT * FROM conversations WHERE id IN (5, 6);
DELETE FROM conversations WHERE id >= 5
`
