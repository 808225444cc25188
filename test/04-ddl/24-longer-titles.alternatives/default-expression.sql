ALTER TABLE conversations MODIFY COLUMN title VARCHAR(500) NOT NULL DEFAULT ('New conversation');
